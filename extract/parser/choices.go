package parser

import (
	"errors"

	"dateline/extract/linear"
)

// Choices holds the labels that an arc can have between words of two tags, in one direction.
type Choices struct {
	pairs linear.Dict // ArcKeys → index in lists
	lists []uint32    // a count, then as many labels; at 0 the list of all
}

// NewChoices is a Choices of its parts, for the trainer.
func NewChoices(pairs linear.Dict, lists []uint32) Choices { return Choices{pairs, lists} }

func openChoices(f *linear.File, labels int) (c Choices, err error) {
	var err2 error
	c.pairs, err = f.Dict("choices")
	c.lists, err2 = f.Numbers("lists")
	if err := errors.Join(err, err2); err != nil {
		return c, err
	}
	if len(c.lists) == 0 {
		return c, errors.New("no list of labels")
	}
	for at := 0; at < len(c.lists); {
		n := int(c.lists[at])
		if n == 0 || n > len(c.lists)-at-1 {
			return c, errors.New("lists of labels cut short")
		}
		for _, label := range c.lists[at+1 : at+1+n] {
			if int(label) >= labels {
				return c, errors.New("list names a label that is not there")
			}
		}
		at += n + 1
	}
	return c, nil
}

// ArcKeys are the keys of an arc between two words: by both their tags, and by the dependent's alone.
func (w *Words) ArcKeys(head, dependent int, m Move) (pair, single uint64) {
	return linear.Mix(1, w.tag[head], w.tag[dependent], uint32(m)), linear.Mix(2, w.tag[dependent], uint32(m), 0)
}

// Labels are the candidates for the arc of m, never none.
func (c *Choices) Labels(s *State, w *Words, m Move) []uint32 {
	head, dependent := s.Arc(m)
	pair, single := w.ArcKeys(head, dependent, m)
	at, ok := c.pairs.Get(pair)
	if !ok {
		if at, ok = c.pairs.Get(single); !ok {
			at = 0
		}
	}
	n := c.lists[at]
	return c.lists[at+1 : at+1+n]
}
