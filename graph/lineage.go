package graph

import (
	"cmp"
	"slices"
	"strings"
)

// Version is one of the articles that reprint each other.
type Version struct {
	Source    string // ID
	Publisher string
	Published Time
	// Added and Dropped are the sentences that it has and the first version has not, and the other way round, in their
	// order; nil for the first version, and where the graph has no texts.
	Added, Dropped []string
}

// Lineage is the family of near copies that the source with an ID belongs to, the earliest first: one alone for an
// article that stands on its own, nil where there is no such source. Unify says which are copies.
func Lineage(g *Graph, id string) []Version {
	var first *Source
	sources := make(map[string]*Source, len(g.Sources))
	for i := range g.Sources {
		sources[g.Sources[i].ID] = &g.Sources[i]
	}
	if first = sources[id]; first == nil {
		return nil
	}
	if of := sources[first.CopyOf]; of != nil {
		first = of
	}
	all := []Version{{Source: first.ID, Publisher: first.Publisher, Published: first.Published}}
	old := sentencesOf(first.Text)
	for i := range g.Sources {
		s := &g.Sources[i]
		if s.CopyOf != first.ID {
			continue
		}
		v := Version{Source: s.ID, Publisher: s.Publisher, Published: s.Published}
		if s.Text != "" && first.Text != "" {
			now := sentencesOf(s.Text)
			v.Added, v.Dropped = without(now, old), without(old, now)
		}
		all = append(all, v)
	}
	slices.SortStableFunc(all[1:], func(a, b Version) int {
		return cmp.Or(a.Published.Compare(b.Published), cmp.Compare(a.Source, b.Source))
	})
	return all
}

// Publishers are those of the sources of evidence, sorted, copies left out; sources without one count as one by
// themselves, under their IDs. Where they are fewer than the articles, an event is told by one house several times.
func Publishers(g *Graph, es []Evidence) (all []string) {
	told := map[string]bool{}
	for _, e := range es {
		told[e.Source] = true
	}
	for i := range g.Sources {
		if s := &g.Sources[i]; told[s.ID] && (s.CopyOf == "" || !told[s.CopyOf]) {
			all = append(all, cmp.Or(s.Publisher, s.ID))
		}
	}
	return set(all)
}

// sentencesOf cuts a text roughly: at the ends of lines, and at full stops before a blank. It is for showing only.
func sentencesOf(text string) (all []string) {
	for line := range strings.SplitSeq(text, "\n") {
		for s := range strings.SplitSeq(line, ". ") {
			if s = strings.TrimSuffix(strings.TrimSpace(s), "."); s != "" {
				all = append(all, s)
			}
		}
	}
	return all
}

// without are those of a whose words no member of b has.
func without(a, b []string) (rest []string) {
	have := make(map[string]bool, len(b))
	for _, s := range b {
		have[fold(s, ' ')] = true
	}
	for _, s := range a {
		if !have[fold(s, ' ')] {
			rest = append(rest, s)
		}
	}
	return rest
}
