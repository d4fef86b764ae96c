package main

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"sort"
	"strings"

	"dateline/graph"
)

// shownNear is how many ids an error names.
const shownNear = 6

// readGraph reads a graph file, YAML or JSON.
func readGraph(path string) (*graph.Graph, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	g, err := graph.Read(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return g, nil
}

// findID is the id of g that is meant: itself, or the only one that has all parts of asked, which are parted by blanks
// or "+". The error of path names the ids that are near.
func findID(g *graph.Graph, path, asked string) (string, error) {
	all := ids(g)
	if slices.Contains(all, asked) {
		return asked, nil
	}
	parts := strings.FieldsFunc(strings.ToLower(asked), func(r rune) bool { return r == ' ' || r == '+' })
	var hits []string
	for _, id := range all {
		if hasAll(id, parts) {
			hits = append(hits, id)
		}
	}
	switch {
	case len(hits) == 1:
		return hits[0], nil
	case len(hits) > 1:
		return "", errors.New(fmt.Sprintf("%s: %q is part of %d ids:", path, asked, len(hits)) + someOf(hits))
	}
	return "", errors.New(fmt.Sprintf("%s: no id has %q; the nearest:", path, asked) + someOf(nearest(all, strings.ToLower(asked))))
}

func ids(g *graph.Graph) []string {
	var all []string
	for _, e := range g.Entities {
		all = append(all, e.ID)
	}
	for _, e := range g.Events {
		all = append(all, e.ID)
	}
	for _, r := range g.Relations {
		all = append(all, r.ID)
	}
	for _, s := range g.Sources {
		all = append(all, s.ID)
	}
	return all
}

func hasAll(id string, parts []string) bool {
	for _, p := range parts {
		if !strings.Contains(id, p) {
			return false
		}
	}
	return true
}

func someOf(ids []string) string {
	text := ""
	for i, id := range ids {
		if i == shownNear {
			return text + fmt.Sprintf("\n  … and %d more", len(ids)-shownNear)
		}
		text += "\n  " + id
	}
	return text
}

// nearest are the ids that share the most runs of three letters with asked, in proportion to their length (Dice).
func nearest(all []string, asked string) []string {
	want := trigrams(asked)
	rank := map[string]float64{}
	for _, id := range all {
		have, shared := trigrams(id), 0
		for g := range have {
			if want[g] {
				shared++
			}
		}
		rank[id] = 2 * float64(shared) / float64(len(have)+len(want)+1)
	}
	near := slices.Clone(all)
	sort.SliceStable(near, func(i, j int) bool { return rank[near[i]] > rank[near[j]] })
	return near[:min(shownNear, len(near))]
}

func trigrams(s string) map[string]bool {
	set := map[string]bool{}
	for i := 0; i+3 <= len(s); i++ {
		set[s[i:i+3]] = true
	}
	return set
}
