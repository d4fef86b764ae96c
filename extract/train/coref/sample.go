package coref

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"dateline/extract"
	"dateline/graph"
)

// Pair is two mentions that were made one entity, for a person to judge.
type Pair struct {
	Entity *graph.Entity
	A, B   graph.Evidence
}

// Pairs draws, with a seed, n entities among those that two articles or two different names tell of, and of each a pair of
// mentions: from different articles and in different words where there are such. An entity of a thousand mentions is
// drawn no sooner than one of two, so that the frequent names, which are easy, do not hide the others.
func Pairs(g *graph.Graph, n int, seed uint64) []Pair {
	rnd := rand.New(rand.NewPCG(seed, 0))
	var all []*graph.Entity
	for i := range g.Entities {
		if e := &g.Entities[i]; e.Sources > 1 || len(e.Aliases) > 0 {
			all = append(all, e)
		}
	}
	rnd.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	var out []Pair
	for _, e := range all {
		if len(out) == n {
			break
		}
		a := e.Seen[rnd.IntN(len(e.Seen))]
		best, top := -1, 0
		for _, k := range rnd.Perm(len(e.Seen)) {
			b := e.Seen[k]
			v := 0
			if a.Source != b.Source {
				v++
			}
			if extract.Fold(a.Quote) != extract.Fold(b.Quote) {
				v += 2
			}
			if v > top {
				best, top = k, v
			}
		}
		if best >= 0 {
			out = append(out, Pair{e, a, e.Seen[best]})
		}
	}
	return out
}

// Parts is one person, and the other persons of the graph who may be the same by their names.
type Parts struct {
	Entity *graph.Entity
	Others []*graph.Entity
}

// Persons draws, with a seed, n persons with a full name who are mentioned twice or more, and gives with each the other
// persons who share a word of two letters or more with one of the names, from the name's end: those that are named alike.
func Persons(g *graph.Graph, n int, seed uint64) []Parts {
	rnd := rand.New(rand.NewPCG(seed, 1))
	var all []*graph.Entity
	ends := map[string][]*graph.Entity{}
	for i := range g.Entities {
		e := &g.Entities[i]
		if e.Kind != graph.Person {
			continue
		}
		for _, end := range lastWords(e) {
			ends[end] = append(ends[end], e)
		}
		if strings.Contains(e.Name, " ") && e.Mentions > 1 {
			all = append(all, e)
		}
	}
	rnd.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	var out []Parts
	for _, e := range all[:min(n, len(all))] {
		p := Parts{Entity: e}
		for _, end := range lastWords(e) {
			for _, o := range ends[end] {
				if o != e && !slices.Contains(p.Others, o) {
					p.Others = append(p.Others, o)
				}
			}
		}
		out = append(out, p)
	}
	return out
}

// lastWords are the last words of an entity's names, folded, each once.
func lastWords(e *graph.Entity) (out []string) {
	for _, name := range append([]string{e.Name}, e.Aliases...) {
		words := strings.Fields(strings.ToLower(name))
		if len(words) == 0 {
			continue
		}
		if last := words[len(words)-1]; len(last) > 1 && !slices.Contains(out, last) {
			out = append(out, last)
		}
	}
	return out
}

// around is how many bytes of text are shown on both sides of a mention.
const around = 70

// Shown is a mention in its text, on one line. The source must have its text.
func Shown(g *graph.Graph, e graph.Evidence) string {
	i, ok := slices.BinarySearchFunc(g.Sources, e.Source, func(s graph.Source, id string) int { return strings.Compare(s.ID, id) })
	if !ok {
		return e.Quote
	}
	text := g.Sources[i].Text
	from, to := max(0, e.Start-around), min(len(text), e.End+around)
	words := text[from:e.Start] + "[" + text[e.Start:e.End] + "]" + text[e.End:to]
	return fmt.Sprintf("%s: %s", e.Source, extract.Fold(strings.ToValidUTF8(words, "")))
}
