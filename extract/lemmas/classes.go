package lemmas

import "strings"

// tag is a universal and a Penn Treebank part of speech.
type tag struct{ upos, xpos string }

// Classes numbers the pairs of tags that lemmas are learned for.
type Classes struct {
	pairs map[tag]uint32
	upos  map[string]uint32 // the first, most frequent pair with that UPOS
}

// NewClasses numbers tags, each a UPOS and an XPOS divided by a blank, the most frequent first.
func NewClasses(tags []string) Classes {
	c := Classes{map[tag]uint32{}, map[string]uint32{}}
	for i, name := range tags {
		upos, xpos, _ := strings.Cut(name, " ")
		c.pairs[tag{upos, xpos}] = uint32(i)
		if _, ok := c.upos[upos]; !ok {
			c.upos[upos] = uint32(i)
		}
	}
	return c
}

// Of is the class of a pair. One that has no class counts as the most frequent pair with its UPOS, else as class 0.
func (c Classes) Of(upos, xpos string) uint32 {
	if class, ok := c.pairs[tag{upos, xpos}]; ok {
		return class
	}
	return c.upos[upos]
}
