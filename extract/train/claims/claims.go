// Package claims measures what the clauses say against annotation by people: propositions on WiRe57 and CaRB, whether
// something happened on UDS, and who says so on PolNeAR. It reads the corpora and compares; who reads the texts with
// dateline is cmd/dateline-train.
package claims

import "strings"

// Tuple is one proposition. Each part is words with one blank between them.
type Tuple struct {
	Subject, Relation string
	Args              []string // object first, then what else there is
	Score             float64  // the confidence, 0…1
}

// parts are subject, relation, object and further arguments; the object is empty where there is none.
func (t Tuple) parts() [][]string {
	p := [][]string{strings.Fields(t.Subject), strings.Fields(t.Relation), nil}
	for i, a := range t.Args {
		if i == 0 {
			p[2] = strings.Fields(a)
		} else {
			p = append(p, strings.Fields(a))
		}
	}
	return p
}

// String is the parts between bars.
func (t Tuple) String() string {
	return strings.Join(append([]string{t.Subject, t.Relation}, t.Args...), " | ")
}

// Rate is precision and recall as sums over what they are shares of.
type Rate struct {
	Right, Found float64 // precision is Right over Found
	Met, Gold    float64 // recall is Met over Gold
}

// Add adds the counts of b.
func (r *Rate) Add(b Rate) {
	r.Right += b.Right
	r.Found += b.Found
	r.Met += b.Met
	r.Gold += b.Gold
}

// Precision is 0…1; 0 where nothing was found.
func (r Rate) Precision() float64 { return share(r.Right, r.Found) }

// Recall is 0…1; 0 where there is no gold.
func (r Rate) Recall() float64 { return share(r.Met, r.Gold) }

// F1 is the harmonic mean of precision and recall, 0…1.
func (r Rate) F1() float64 { return harmonic(r.Precision(), r.Recall()) }

func share(a, b float64) float64 {
	if b == 0 {
		return 0
	}
	return a / b
}

func harmonic(p, r float64) float64 { return share(2*p*r, p+r) }
