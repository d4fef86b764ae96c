package claims

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"sort"
	"strings"
)

// Wire is a sentence of WiRe57 with its reference tuples.
type Wire struct {
	ID    string
	Words []string
	Gold  []Reference
}

// Reference is a reference tuple: subject, relation, object, then further arguments.
type Reference []Part

// Part is one part of a reference tuple. Inferred counts the words that annotators supplied, such as the "is" of an
// apposition: they may be found but need not be.
type Part struct {
	Words    []string
	Inferred int
}

// ReadWire57 reads the reference of WiRe57 as its authors publish it, sorted by sentence.
func ReadWire57(r io.Reader) ([]Wire, error) {
	type part struct {
		Words   []string `json:"words"`
		Indexes []any    `json:"words_indexes"`
	}
	var docs map[string][]struct {
		ID     string   `json:"id"`
		Tokens []string `json:"tokens"`
		Tuples []struct {
			Arg1 part   `json:"arg1"`
			Rel  part   `json:"rel"`
			Arg2 part   `json:"arg2"`
			More []part `json:"arg3+"`
		} `json:"tuples"`
	}
	if err := json.NewDecoder(r).Decode(&docs); err != nil {
		return nil, fmt.Errorf("WiRe57: %w", err)
	}
	var out []Wire
	for _, doc := range docs {
		for _, s := range doc {
			w := Wire{ID: s.ID, Words: s.Tokens}
			for _, t := range s.Tuples {
				var ref Reference
				for _, p := range append([]part{t.Arg1, t.Rel, t.Arg2}, t.More...) {
					inferred := 0
					for _, at := range p.Indexes {
						if at == "inf" {
							inferred++
						}
					}
					ref = append(ref, Part{p.Words, inferred})
				}
				w.Gold = append(w.Gold, ref)
			}
			out = append(out, w)
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].ID < out[j].ID })
	return out, nil
}

// Compare scores tuples against the reference by WiRe57's own definition (Léchelle, Gotti and Langlais, LAW 2019,
// section 4). A tuple matches a reference if in each of subject, relation and object at least one word is the same; a
// part that annotators have wholly supplied matches anything. The words of a match that the reference has too, over all
// its words, are its precision, over the reference's words its recall; the n-th further argument is compared with the
// n-th. Tuple and reference with the best F1 are paired until nothing matches. What is left over counts as nothing.
func (w *Wire) Compare(tuples []Tuple) Rate {
	type pair struct{ gold, found int }
	scores := map[pair][2]float64{}
	for g := range w.Gold {
		for f := range tuples {
			if p, r, ok := w.Gold[g].match(tuples[f]); ok {
				scores[pair{g, f}] = [2]float64{p, r}
			}
		}
	}
	rate := Rate{Found: float64(len(tuples)), Gold: float64(len(w.Gold))}
	usedGold, usedFound := make([]bool, len(w.Gold)), make([]bool, len(tuples))
	for {
		best, most := pair{}, 0.0
		for g := range w.Gold {
			for f := range tuples {
				s, ok := scores[pair{g, f}]
				if f1 := harmonic(s[0], s[1]); ok && !usedGold[g] && !usedFound[f] && f1 > most {
					best, most = pair{g, f}, f1
				}
			}
		}
		if most == 0 {
			return rate
		}
		usedGold[best.gold], usedFound[best.found] = true, true
		rate.Right += scores[best][0]
		rate.Met += scores[best][1]
	}
}

// match gives precision and recall of t against g; ok is false where they are not about the same.
func (g Reference) match(t Tuple) (precision, recall float64, ok bool) {
	found, words, real := 0, 0, 0
	for i, p := range t.parts() {
		if i >= len(g) {
			break
		}
		same := common(p, g[i].Words)
		open := len(g[i].Words) == g[i].Inferred
		if i < 3 && len(p) == 0 && open {
			continue
		}
		if i < 3 && same == 0 && !open {
			return 0, 0, false
		}
		found += same
		words += len(p)
	}
	for i, p := range g {
		if i < 3 && i < len(t.parts()) && len(t.parts()[i]) == 0 {
			continue
		}
		real += len(p.Words) - p.Inferred
	}
	return share(float64(found), float64(words)), share(float64(found), float64(real)), words > 0
}

// common counts the words of a that stand in b.
func common(a, b []string) (n int) {
	for _, w := range a {
		if slices.Contains(b, w) {
			n++
		}
	}
	return n
}

// String is the parts between bars.
func (g Reference) String() string {
	var parts []string
	for _, p := range g {
		parts = append(parts, strings.Join(p.Words, " "))
	}
	return strings.Join(parts, " | ")
}

// Text is the sentence, its words apart by blanks.
func (w *Wire) Text() string { return strings.Join(w.Words, " ") }
