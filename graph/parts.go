package graph

import (
	"bufio"
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/cespare/xxhash/v2"
)

// Parts are the small graphs of articles from which a graph was made, sorted by their sources. They are what must be
// kept for adding, replacing and deleting articles later: what Merge and Unify made of them cannot be taken apart again,
// but making it again from parts costs little beside reading articles.
type Parts []Part

// Part is the small graph of one article, as it was read or as it was stored.
type Part struct {
	id, hash string // of its source
	graph    *Graph // nil: as packed says
	packed   string // empty: as graph says
}

// partOf is the part of an article; g has one source and is not to be changed afterwards.
func partOf(g *Graph) Part { return Part{id: g.Sources[0].ID, hash: g.Sources[0].Hash, graph: g} }

// compareParts orders by source.
func compareParts(a, b Part) int {
	return cmp.Or(cmp.Compare(a.id, b.id), cmp.Compare(a.hash, b.hash))
}

// Update is p with articles added, those with the ID of one that is there in its place, and those with the IDs in
// removed gone. An ID that several stored articles have, which came together, names none of them: what is added with it
// stands beside them. It tells which IDs have another text now, and which of removed were not there. What stays is not
// looked into.
func (p Parts) Update(added []*Graph, removed []string) (all Parts, replaced, missing []string) {
	gone := map[string]bool{}
	for _, id := range removed {
		if len(p.named(id)) == 0 {
			missing = append(missing, id)
		}
		gone[id] = true
	}
	for _, g := range added {
		x := partOf(g)
		if had := p.named(x.id); len(had) == 1 && !gone[x.id] {
			gone[x.id] = true
			if had[0].hash != x.hash {
				replaced = append(replaced, x.id)
			}
		}
		all = append(all, x)
	}
	for _, t := range p {
		if !gone[t.id] {
			all = append(all, t)
		}
	}
	slices.SortStableFunc(all, compareParts)
	return slices.CompactFunc(all, func(a, b Part) bool { return compareParts(a, b) == 0 }), replaced, missing
}

// named is the parts with an ID.
func (p Parts) named(id string) Parts {
	from, _ := slices.BinarySearchFunc(p, id, func(t Part, id string) int { return cmp.Compare(t.id, id) })
	to := from
	for to < len(p) && p[to].id == id {
		to++
	}
	return p[from:to]
}

// Graphs are the graphs of all parts, for Merge.
func (p Parts) Graphs() ([]*Graph, error) {
	gs := make([]*Graph, len(p))
	for i, t := range p {
		if gs[i] = t.graph; gs[i] != nil {
			continue
		}
		g, ok := unpack(t.packed)
		if !ok || g.Sources[0].ID != t.id || g.Sources[0].Hash != t.hash {
			return nil, fmt.Errorf("article %s: %w", t.id, errDamaged)
		}
		gs[i] = g
	}
	return gs, nil
}

// partsSchema begins a file of parts, before what says which fields its graphs have and the end of the line.
const partsSchema = Schema + " parts "

// Faults of files of parts.
var (
	// ErrParts says that a file holds no parts at all.
	ErrParts = errors.New("no parts of a graph")
	// ErrOldParts says that a file holds parts that another version of the program wrote.
	ErrOldParts = errors.New("written by another version of dateline")
	errDamaged  = errors.New("damaged")
)

// Write writes the parts with the texts of their articles: a line that says what this is, a line that says by what they
// were read, in words of the caller, then for each part the length of what follows, its ID and hash, the packed graph,
// and a checksum. Parts that were read from such a file are written as they came. The same parts give the same bytes.
func (p Parts) Write(w io.Writer, by string) error {
	b := bufio.NewWriterSize(w, bufferSize)
	_, _ = b.WriteString(partsSchema + fields() + "\n" + strings.Join(strings.Fields(by), " ") + "\n") // b keeps the first error for Flush
	for _, t := range p {
		packed := t.packed
		if packed == "" {
			packed = pack(t.graph)
		}
		head := packer{}
		head.plain(&t.id)
		head.plain(&t.hash)
		var n [binary.MaxVarintLen64]byte
		_, _ = b.Write(n[:binary.PutUvarint(n[:], uint64(len(head.buf)+len(packed)))])
		_, _ = b.Write(head.buf)
		_, _ = b.WriteString(packed)
		var sum [8]byte
		_, _ = b.Write(binary.LittleEndian.AppendUint64(sum[:0], checksum(string(head.buf), packed)))
	}
	return b.Flush()
}

func checksum(parts ...string) uint64 {
	var d xxhash.Digest
	d.Reset()
	for _, s := range parts {
		_, _ = d.WriteString(s)
	}
	return d.Sum64()
}

// ReadParts reads what Write wrote. The graphs themselves are unpacked when they are asked for; all share the bytes that
// were read.
func ReadParts(r io.Reader) (p Parts, by string, err error) {
	var b strings.Builder
	if _, err := io.Copy(&b, r); err != nil {
		return nil, "", err
	}
	line, rest, _ := strings.Cut(b.String(), "\n")
	by, rest, whole := strings.Cut(rest, "\n")
	of, ok := strings.CutPrefix(line, partsSchema)
	switch {
	case strings.HasPrefix(line, "\x1f\x8b"): // gzip, as the first version had it
		return nil, "", ErrOldParts
	case !ok:
		return nil, "", ErrParts
	case of != fields():
		return nil, "", ErrOldParts
	case !whole:
		return nil, "", errDamaged
	}
	for rest != "" {
		var t Part
		if rest, ok = t.cut(rest); !ok {
			return nil, "", fmt.Errorf("article %d: %w", len(p)+1, errDamaged)
		}
		p = append(p, t)
	}
	if !slices.IsSortedFunc(p, compareParts) {
		return nil, "", errDamaged
	}
	return p, by, nil
}

// cut takes a part off the beginning of a file's rest.
func (t *Part) cut(rest string) (string, bool) {
	const sum = 8
	p := packer{reading: true, rest: rest}
	var n uint64
	if p.number(&n); p.bad || n > uint64(len(p.rest)) || uint64(len(p.rest))-n < sum {
		return "", false
	}
	body, tail := p.rest[:n], p.rest[n:]
	p.rest = body
	p.plain(&t.id)
	p.plain(&t.hash)
	t.packed = p.rest
	return tail[sum:], !p.bad && t.packed != "" && checksum(body) == binary.LittleEndian.Uint64([]byte(tail[:sum]))
}
