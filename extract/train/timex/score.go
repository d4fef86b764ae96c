package timex

import (
	"fmt"
	"io"
	"strings"

	"dateline/extract"
)

// Score counts gold and found expressions and their matches. Relaxed matches overlap; the others are among them.
type Score struct {
	Documents, Gold, Found       int
	Strict, Relaxed, Value, Type int
	Both                         int // strict with the right value
}

// Add adds the counts of b.
func (a *Score) Add(b Score) {
	a.Documents += b.Documents
	a.Gold += b.Gold
	a.Found += b.Found
	a.Strict += b.Strict
	a.Relaxed += b.Relaxed
	a.Value += b.Value
	a.Type += b.Type
	a.Both += b.Both
}

// F1 is twice the matches over gold and found, 0…1.
func (a *Score) F1(matches int) float64 {
	if a.Gold+a.Found == 0 {
		return 0
	}
	return 2 * float64(matches) / float64(a.Gold+a.Found)
}

// String is the figures in percent, a line.
func (a Score) String() string {
	return fmt.Sprintf("strict %.2f  relaxed %.2f  value %.2f  type %.2f  (%d gold, %d found, %d documents)",
		100*a.F1(a.Strict), 100*a.F1(a.Relaxed), 100*a.F1(a.Value), 100*a.F1(a.Type), a.Gold, a.Found, a.Documents)
}

// Fault is one difference: the gold expression, the found one, or both, with the words around.
type Fault struct {
	Kind        string // missed, extra, span, value, type
	ID          string
	Gold, Found Mark
	Around      string
}

// Compare scores the found expressions against the gold ones of a. Each found one, in order, takes the unused gold one
// with the same span, or else that with the longest overlap. Values are compared without a final Z of times.
func Compare(a *Article, found []Mark) (s Score, faults []Fault) {
	s = Score{Documents: 1, Gold: len(a.Times), Found: len(found)}
	used := make([]bool, len(a.Times))
	for _, m := range found {
		i := best(a.Times, used, m)
		if i < 0 {
			faults = append(faults, a.fault("extra", Mark{}, m))
			continue
		}
		used[i] = true
		g := a.Times[i]
		same, value := g.Start == m.Start && g.End == m.End, bare(g.Value) == bare(m.Value)
		s.Relaxed++
		s.count(&s.Strict, same)
		s.count(&s.Value, value)
		s.count(&s.Type, g.Type == m.Type)
		s.count(&s.Both, same && value)
		for _, f := range []struct {
			kind string
			ok   bool
		}{{"span", same}, {"value", value}, {"type", g.Type == m.Type}} {
			if !f.ok {
				faults = append(faults, a.fault(f.kind, g, m))
			}
		}
	}
	for i, g := range a.Times {
		if !used[i] {
			faults = append(faults, a.fault("missed", g, Mark{}))
		}
	}
	return s, faults
}

func (*Score) count(n *int, yes bool) {
	if yes {
		*n++
	}
}

func bare(v string) string {
	v = strings.TrimSpace(v)
	if strings.Contains(v, "T") {
		v = strings.TrimSuffix(v, "Z")
	}
	return v
}

func best(gold []Mark, used []bool, m Mark) int {
	at, most := -1, 0
	for i, g := range gold {
		n := min(g.End, m.End) - max(g.Start, m.Start)
		switch {
		case used[i] || n <= 0:
		case g.Start == m.Start && g.End == m.End:
			return i
		case n > most:
			at, most = i, n
		}
	}
	return at
}

func (a *Article) fault(kind string, gold, found Mark) Fault {
	m := found
	if found.End == 0 {
		m = gold
	}
	from, to := max(0, m.Start-60), min(len(a.Text), m.End+40)
	around := a.Text[from:m.Start] + "[" + a.Text[m.Start:m.End] + "]" + a.Text[m.End:to]
	return Fault{kind, a.ID, gold, found, extract.Fold(strings.ToValidUTF8(around, ""))}
}

// Print writes f as a line of columns between tabs.
func (f Fault) Print(w io.Writer, a *Article) {
	words := func(m Mark) string { return extract.Fold(a.Text[m.Start:m.End]) }
	fmt.Fprintf(w, "%s\t%s\t%s\t%s|%s|%s\t%s|%s|%s\t%s\n", f.Kind, f.ID, a.Published, words(f.Gold), f.Gold.Type, f.Gold.Value,
		words(f.Found), f.Found.Type, f.Found.Value, f.Around)
}
