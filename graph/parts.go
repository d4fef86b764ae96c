package graph

import (
	"bufio"
	"cmp"
	"compress/gzip"
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"slices"
)

// Parts are the small graphs of articles from which a graph was made, one source each, sorted by it. They are what must
// be kept for adding, replacing and deleting articles later: what Merge and Unify made of them cannot be taken apart
// again, but making it again from parts costs little beside reading articles.
type Parts []*Graph

// Update is p with articles added, those with the ID of one that is there in its place, and those with the IDs in
// removed gone. It tells which of removed were not there. Two different texts may have one ID if they come together, as
// with Merge.
func (p Parts) Update(added []*Graph, removed []string) (all Parts, missing []string) {
	gone := map[string]bool{}
	for _, id := range removed {
		if !slices.ContainsFunc(p, func(g *Graph) bool { return g.Sources[0].ID == id }) {
			missing = append(missing, id)
		}
		gone[id] = true
	}
	for _, g := range added {
		gone[g.Sources[0].ID] = true
	}
	for _, g := range p {
		if !gone[g.Sources[0].ID] {
			all = append(all, g)
		}
	}
	all = append(all, added...)
	slices.SortFunc(all, func(a, b *Graph) int {
		x, y := &a.Sources[0], &b.Sources[0]
		return cmp.Or(cmp.Compare(x.ID, y.ID), cmp.Compare(x.Hash, y.Hash))
	})
	return slices.CompactFunc(all, func(a, b *Graph) bool {
		x, y := &a.Sources[0], &b.Sources[0]
		return x.ID == y.ID && x.Hash == y.Hash
	}), missing
}

// partsSchema begins a file of parts.
const partsSchema = Schema + " parts"

// Write writes the parts with the texts of their articles in the form of package gob, packed by gzip: it loses nothing,
// and is read several times faster than JSON. The same parts give the same bytes.
func (p Parts) Write(w io.Writer) error {
	z, err := gzip.NewWriterLevel(w, gzip.BestSpeed)
	if err != nil {
		return err
	}
	enc := gob.NewEncoder(z)
	err = enc.Encode(partsSchema)
	for i := 0; i < len(p) && err == nil; i++ {
		err = enc.Encode(p[i])
	}
	return errors.Join(err, z.Close())
}

// ErrParts says that a file holds no parts that this program reads.
var ErrParts = errors.New("no parts of a graph that this program reads")

// ReadParts reads what Write wrote.
func ReadParts(r io.Reader) (p Parts, err error) {
	z, err := gzip.NewReader(bufio.NewReaderSize(r, bufferSize))
	if err != nil {
		return nil, ErrParts
	}
	dec := gob.NewDecoder(z)
	var schema string
	if err := dec.Decode(&schema); err != nil || schema != partsSchema {
		return nil, ErrParts
	}
	for {
		g := &Graph{}
		switch err := dec.Decode(g); {
		case errors.Is(err, io.EOF):
			return p, nil
		case err != nil:
			return nil, fmt.Errorf("article %d: %w", len(p)+1, err)
		case len(g.Sources) != 1:
			return nil, ErrParts
		}
		p = append(p, g)
	}
}
