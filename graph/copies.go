package graph

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// How near copies are found. Each text is cut into runs of shingle words; of the runs' hashes those that 1<<sampleBits
// divides are its sketch (A. Broder, "On the resemblance and containment of documents", 1997, section 3: the modulus
// sketch, which keeps the share of one text that another holds). A text is a copy of an earlier one that holds nearCopy of
// it or more, so that the first half of an article is a copy, and an article with as much again of its own is just one
// too; but not if its numbers are other ones: then it is the next number of a bulletin. A run that more than commonRun texts have is a phrase of the trade and leads nowhere; texts with a sketch below
// leastSketch are copies only if they are equal.
const (
	shingle     = 4
	sampleBits  = 2
	nearCopy    = 0.5
	commonRun   = 16
	leastSketch = 10
)

// markCopies sets CopyOf of each source that is a near copy of one published before it; of the same day, the longer
// text came first. Sources without text keep what they have. The cost is linear in the texts.
func markCopies(g *Graph) {
	order := make([]int, len(g.Sources))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int {
		a, b := &g.Sources[i], &g.Sources[j]
		return cmp.Or(a.Published.sameTime().Compare(b.Published.sameTime()), cmp.Compare(len(b.Text), len(a.Text)), cmp.Compare(a.ID, b.ID))
	})
	c := copies{g: g, sketch: make([][]uint64, len(g.Sources)), owners: map[uint64][]int{}, equal: map[string]int{}}
	for _, i := range order {
		s := &g.Sources[i]
		if j, ok := c.original(i); ok {
			if s.CopyOf = cmp.Or(g.Sources[j].CopyOf, g.Sources[j].ID); s.CopyOf == s.ID {
				s.CopyOf = "" // what came before was marked as its copy when dates were not known
			}
		} else if s.Text != "" {
			s.CopyOf = ""
		}
		c.add(i)
	}
}

// copies is one call of markCopies: the sources gone through so far.
type copies struct {
	g      *Graph
	sketch [][]uint64
	owners map[uint64][]int // sources by what is in their sketch, the first commonRun and one more
	equal  map[string]int   // first source by Hash
}

// original is the source gone through before that i copies most of.
func (c *copies) original(i int) (best int, ok bool) {
	s := &c.g.Sources[i]
	if j, ok := c.equal[s.Hash]; ok && s.Hash != "" {
		return j, true
	}
	c.sketch[i] = sketchOf(s.Text)
	shared := map[int]int{}
	for _, h := range c.sketch[i] {
		if o := c.owners[h]; len(o) <= commonRun {
			for _, j := range o {
				shared[j]++
			}
		}
	}
	share := 0.0
	for j, n := range shared {
		x := float64(n) / float64(len(c.sketch[i]))
		if len(c.sketch[i]) >= leastSketch && x >= nearCopy && (x > share || x == share && j < best) && !otherNumbers(s.Text, c.g.Sources[j].Text) {
			best, share, ok = j, x, true
		}
	}
	return best, ok
}

func (c *copies) add(i int) {
	if _, old := c.equal[c.g.Sources[i].Hash]; !old {
		c.equal[c.g.Sources[i].Hash] = i
	}
	for _, h := range c.sketch[i] {
		if o := c.owners[h]; len(o) <= commonRun {
			c.owners[h] = append(o, i)
		}
	}
}

// leastNumbers is how many numbers two texts must have each for these to tell them apart.
const leastNumbers = 3

// otherNumbers tells whether less than half of the numbers of one text are in the other: what was bought each day is told
// in the same words.
func otherNumbers(s, t string) bool {
	a, b := numbersIn(s), numbersIn(t)
	shared := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch c := cmp.Compare(a[i], b[j]); {
		case c < 0:
			i++
		case c > 0:
			j++
		default:
			i, j, shared = i+1, j+1, shared+1
		}
	}
	fewer := min(len(a), len(b))
	return fewer >= leastNumbers && 2*shared < fewer
}

// numbersIn are the numbers of a text as written, "3,345,000" and "6-3/16" whole, sorted.
func numbersIn(text string) (all []string) {
	digit := func(i int) bool { return i < len(text) && '0' <= text[i] && text[i] <= '9' }
	for i := 0; i < len(text); i++ {
		from := i
		for digit(i) || i > from && i < len(text) && strings.IndexByte(".,/-", text[i]) >= 0 && digit(i+1) {
			i++
		}
		if i > from {
			all = append(all, text[from:i])
		}
	}
	return set(all)
}

// sketchOf hashes each run of shingle words, whatever their case and what parts them, and keeps a sample, sorted.
func sketchOf(text string) (sketch []uint64) {
	const prime = 1099511628211 // FNV-1a
	var run [shingle]uint64
	n := 0
	h := uint64(0)
	end := func() {
		if h == 0 {
			return
		}
		run[n%shingle] = h
		n, h = n+1, 0
		if n < shingle {
			return
		}
		mix := uint64(0)
		for i := range uint64(shingle) {
			mix = (mix ^ run[(uint64(n)+i)%shingle]) * 0x9e3779b97f4a7c15
			mix ^= mix >> 29
		}
		if mix>>(64-sampleBits) == 0 {
			sketch = append(sketch, mix)
		}
	}
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		i += size
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			end()
			continue
		}
		if h == 0 {
			h = 14695981039346656037
		}
		h = (h ^ uint64(unicode.ToLower(r))) * prime
	}
	end()
	slices.Sort(sketch)
	return slices.Compact(sketch)
}
