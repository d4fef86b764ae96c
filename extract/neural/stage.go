package neural

import (
	"dateline/extract"
)

// Stage is the network as a step of the pipeline.
func (n *Net) Stage() extract.Stage {
	return extract.Stage{
		Name: "neural", Doc: "parts of speech, features, lemmas and dependency trees",
		Needs: extract.Tokens | extract.Sentences, Fills: extract.Tags | extract.Tree,
		Run: func(d *extract.Document) error {
			s := n.scratch.Get().(*scratch)
			defer n.scratch.Put(s)
			s.begin()
			s.choose(n.acronyms, d.Text)
			for i := range d.Sentences {
				r := d.Sentences[i].Range
				for from := r.From; from < r.To; from += longest {
					n.add(s, d.Text, d.Tokens, extract.Range{From: from, To: min(from+longest, r.To)})
				}
				if s.rows > batchWords {
					n.finish(s, d)
				}
			}
			n.finish(s, d)
			for i := range d.Sentences {
				if r := d.Sentences[i].Range; r.Len() > longest {
					join(d.Tokens, r)
				}
			}
			return nil
		},
	}
}

// finish works off the batch and empties it.
func (n *Net) finish(s *scratch, d *extract.Document) {
	if len(s.parts) > 0 {
		n.encode(s)
	}
	for _, p := range s.parts {
		n.parse(s, d.Tokens, p)
		n.tag(s, d, p)
	}
	s.begin()
}

// tag gives the words of a part, whose tree stands in s.state, their best classes.
func (n *Net) tag(s *scratch, d *extract.Document, p part) {
	words, before := n.firstRow(p), none
	for i := range p.Len() {
		s.at = s.state.TagRows(s.at[:0], i, before, words)
		n.kind.Gather(&s.hidden, s.slots, s.at)
		n.kind.Dense(&s.scores, n.tagAt, s.hidden[:], n.tagging)
		before = Top(s.scores[:len(n.tags)])
		t := &d.Tokens[p.From+i]
		t.UPOS, t.XPOS = n.tags[before].UPOS, n.tags[before].XPOS
		if n.morph != nil {
			n.morph(d.Text, t)
		}
	}
}

// Top is the place of the highest score, the first of equals.
func Top(scores []float32) (best int) {
	for i, v := range scores {
		if v > scores[best] {
			best = i
		}
	}
	return best
}

// firstRow is where the rows of a part's words begin in the slots.
func (n *Net) firstRow(p part) int32 { return int32(len(n.static) + (p.row-1)*WordRows*Hidden) }

// parse finds the tree of a part.
func (n *Net) parse(s *scratch, tokens []extract.Token, p part) {
	s.state.Reset(p.Len())
	words := n.firstRow(p)
	for !s.state.Done() {
		move := Shift
		if len(s.state.Stack) > 0 {
			s.at = s.state.MoveRows(s.at[:0], words)
			n.kind.Gather(&s.hidden, s.slots, s.at)
			n.kind.Dense(&s.scores, n.moveAt, s.hidden[:], n.moves)
			move = s.state.Best(&s.scores, len(n.names))
		}
		s.state.Make(move)
	}
	for i := range p.Len() {
		t := &tokens[p.From+i]
		if h := int(s.state.Head[i]); h < 0 {
			t.Head, t.Rel = none, "root"
		} else {
			t.Head, t.Rel = p.From+h, n.names[s.state.Label[i]]
		}
	}
}

// join makes one tree of the trees of a sentence's parts: later roots hang on the first.
func join(tokens []extract.Token, r extract.Range) {
	root := none
	for i := r.From; i < r.To; i++ {
		t := &tokens[i]
		if t.Head != none {
			continue
		}
		if root == none {
			root = i
		} else {
			t.Head, t.Rel = root, "parataxis"
		}
	}
}
