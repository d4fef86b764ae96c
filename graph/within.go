package graph

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
)

// ReadWithin reads which place lies in which from a table of the lexicon into within: its lines have an ID in the first
// cell and the ID of a country in the fourth, parted by tabs; a line without is passed over, and so is what begins with "#".
func ReadWithin(r io.Reader, within map[string]string) error {
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		cells := strings.Split(lines.Text(), "\t")
		if len(cells) > 3 && cells[3] != "" && !strings.HasPrefix(cells[0], "#") {
			within[cells[0]] = cells[3]
		}
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("places: %w", err)
	}
	return nil
}

// holds are the relations from a place to one that it lies in.
var holds = []string{"capital-of", "located-in", "part-of"}

// atlas leads from the IDs of places of a graph to that of the place each lies in.
type atlas map[string]string

// atlasOf is what the articles say of the places of g, or else within does, by the keys of places that are known.
func atlasOf(g *Graph, within map[string]string) atlas {
	at, ids, kinds := atlas{}, map[string]string{}, make(map[string]Kind, len(g.Entities))
	known := func(do func(e *Entity, place string)) {
		for i := range g.Entities {
			for _, k := range g.Entities[i].Keys {
				if place, ok := strings.CutPrefix(k, "known:"); ok && g.Entities[i].Kind == Place {
					do(&g.Entities[i], place)
				}
			}
		}
	}
	known(func(e *Entity, place string) { ids[place] = e.ID })
	known(func(e *Entity, place string) {
		if in := ids[within[place]]; in != "" && in != e.ID && at[e.ID] == "" {
			at[e.ID] = in
		}
	})
	for i := range g.Entities {
		kinds[g.Entities[i].ID] = g.Entities[i].Kind
	}
	for i := range g.Relations {
		r := &g.Relations[i]
		if slices.Contains(holds, r.Type) && kinds[r.From] == Place && kinds[r.To] == Place && at[r.From] == "" && !at.holds(r.From, r.To) {
			at[r.From] = r.To
		}
	}
	return at
}

// maxWithin is how many places may lie in each other.
const maxWithin = 8

// holds tells whether place p lies in place q, or is the same.
func (at atlas) holds(q, p string) bool {
	for range maxWithin {
		if p == q {
			return true
		}
		if p = at[p]; p == "" {
			break
		}
	}
	return false
}

// apart tells whether two places exclude each other: London and Paris do, London and the United Kingdom do not.
func (at atlas) apart(p, q string) bool {
	return p != "" && q != "" && !at.holds(p, q) && !at.holds(q, p)
}

// nearer is that of two places which says more: the one that lies in the other.
func (at atlas) nearer(p, q string) string {
	if q != "" && at.holds(p, q) {
		return q
	}
	return cmp.Or(p, q)
}
