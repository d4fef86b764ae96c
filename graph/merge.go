package graph

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"github.com/cespare/xxhash/v2"
)

// Merge makes one graph of many. It takes any number at once, and that is the fast way; its cost grows as m log m with
// the mentions in them. The graphs given stay as they are.
//
// Sources are one if they have the same ID and text. Entities are one if they share a key, over chains. Events are one
// if they share type (or lemma, where there is no type), status, time, place and participants, see eventKey. Relations
// are one if they share type and both ends, and, of those between events, time. What belongs together is united; what is
// only shown (names, labels, counts, IDs) is made afresh from all that was united, so IDs that come in count only inside
// their own graph.
//
// Merge is idempotent, commutative and associative: Merge(g, g) equals Merge(g), and neither order nor grouping
// matters. So it must not judge by thresholds or by what it saw first: each choice below is the least or greatest of a
// fixed order, or counts only what the result still holds. Clever sameness is Unify's work. Event.Order is not kept,
// for Order to fill.
func Merge(gs ...*Graph) *Graph {
	m := merger{in: gs, names: make([]renames, len(gs))}
	g := &Graph{}
	g.Sources = m.sources()
	g.Entities = m.entities()
	g.Events = m.events()
	g.Relations = m.relations()
	g.count()
	return g
}

// merger is one call of Merge: what came in, and the final IDs of it so far.
type merger struct {
	in    []*Graph
	names []renames // one for each of in
	kept  []bool    // entities of the only graph that are as Merge leaves them, unless they become one with others
}

// renames leads from the IDs of one graph that came in to those of the result.
type renames struct {
	sources, entities, events map[string]string
}

// HashOf is Source.Hash of a text: "sha256:" and the hex digest.
func HashOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "sha256:" + hex.EncodeToString(sum[:])
}

// short is eight hex digits made from s, to tell apart what would have the same ID.
func short(s string) string {
	const digits = "00000000"
	h := strconv.FormatUint(xxhash.Sum64String(s)&0xffffffff, 16)
	return digits[len(h):] + h
}

// distinct gives each of ids that is there more than once a tail made from its key, so that all differ.
func distinct(ids, keys []string) {
	n := make(map[string]int, len(ids))
	for _, id := range ids {
		n[id]++
	}
	for i, id := range ids {
		if n[id] > 1 {
			ids[i] = id + "-" + short(keys[i])
		}
	}
}

// sources unites the sources. Two texts under one ID, such as 1.txt of two folders, both get a tail made from their
// hash; the tail is taken off again before sources are compared, so that it does not matter when they met.
func (m *merger) sources() []Source {
	type key struct{ id, hash string }
	at := map[key]int{}
	var all []Source
	var where [][]int // for each graph, for each of its sources, the index in all
	for _, g := range m.in {
		to := make([]int, len(g.Sources))
		for i, s := range g.Sources {
			if s.Hash == "" && s.Text != "" {
				s.Hash = HashOf(s.Text)
			}
			s.ID = strings.TrimSuffix(s.ID, tail(s.Hash))
			j, old := at[key{s.ID, s.Hash}]
			if !old {
				j = len(all)
				at[key{s.ID, s.Hash}] = j
				s.Published = s.Published.Normal()
				s.CopyOf = ""
				all = append(all, s)
			} else {
				all[j].unite(&s)
			}
			to[i] = j
		}
		where = append(where, to)
	}
	times := make(map[string]int, len(all))
	for i := range all {
		times[all[i].ID]++
	}
	for i := range all {
		if times[all[i].ID] > 1 {
			all[i].ID += tail(all[i].Hash)
		}
	}
	for gi, g := range m.in {
		m.names[gi].sources = make(map[string]string, len(g.Sources))
		for i, s := range g.Sources {
			m.names[gi].sources[s.ID] = all[where[gi][i]].ID
		}
	}
	m.copies(all, where)
	slices.SortFunc(all, func(a, b Source) int { return cmp.Compare(a.ID, b.ID) })
	return all
}

// copies keeps the least CopyOf that came in for each source.
func (m *merger) copies(all []Source, where [][]int) {
	for gi, g := range m.in {
		for i, s := range g.Sources {
			if of := m.names[gi].sources[s.CopyOf]; of != "" {
				s := &all[where[gi][i]]
				s.CopyOf = least(s.CopyOf, of)
			}
		}
	}
}

// tail parts sources with the same ID.
func tail(hash string) string {
	_, digits, _ := strings.Cut(hash, ":")
	return "~" + digits[:min(8, len(digits))]
}

// comparePublished puts the better date of publication first: what is found before what is inferred.
func comparePublished(a, b *Source) int {
	return cmp.Or(cmp.Compare(b2i(!a.Published.Known()), b2i(!b.Published.Known())),
		cmp.Compare(b2i(a.PublishedFrom == PublishedInferred), b2i(b.PublishedFrom == PublishedInferred)), a.Published.Compare(b.Published),
		cmp.Compare(b2i(a.PublishedFrom == ""), b2i(b.PublishedFrom == "")), cmp.Compare(a.PublishedFrom, b.PublishedFrom), cmp.Compare(a.PublishedWhy, b.PublishedWhy))
}

// unite fills a with what b tells of the same source.
func (a *Source) unite(b *Source) {
	a.Title = least(a.Title, b.Title)
	a.Origin = least(a.Origin, b.Origin)
	a.Publisher = least(a.Publisher, b.Publisher)
	a.Text = least(a.Text, b.Text)
	c := *b
	if c.Published = b.Published.Normal(); comparePublished(&c, a) < 0 {
		a.Published, a.PublishedFrom, a.PublishedWhy = c.Published, c.PublishedFrom, c.PublishedWhy
	}
}

// least is the lesser of two strings, where empty is greater than all others.
func least(a, b string) string {
	if less(b, a) {
		return b
	}
	return a
}

func less(a, b string) bool { return a != "" && (b == "" || a < b) }

// evidence copies what came in with graph gi, with its new source.
func (m *merger) evidence(to []Evidence, from []Evidence, gi int) []Evidence {
	for _, e := range from {
		if id, ok := m.names[gi].sources[e.Source]; ok {
			e.Source = id
		}
		to = append(to, e)
	}
	return to
}

// compareEvidence orders by place, then by what to prefer where the place is the same.
func compareEvidence(a, b Evidence) int {
	if c := samePlace(a, b); c != 0 {
		return c
	}
	return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.By, b.By), cmp.Compare(a.Sentence, b.Sentence),
		cmp.Compare(a.Quote, b.Quote))
}

// samePlace orders by source and bytes; 0 says that a and b are the same words.
func samePlace(a, b Evidence) int {
	return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End),
		cmp.Compare(a.Trigger.Start, b.Trigger.Start), cmp.Compare(a.Trigger.End, b.Trigger.End))
}

// tidyEvidence sorts and drops what was read twice from the same words.
func tidyEvidence(es []Evidence) []Evidence {
	slices.SortFunc(es, compareEvidence)
	return slices.CompactFunc(es, func(a, b Evidence) bool { return samePlace(a, b) == 0 })
}

// set sorts ss and drops doubles; nil where nothing is left.
func set(ss []string) []string {
	if len(ss) == 0 {
		return nil
	}
	slices.Sort(ss)
	return slices.Compact(ss)
}

// count fills what the graph counts: mentions and sources of entities, independent articles of events.
func (g *Graph) count() {
	copyOf := g.copyOf()
	g.countEntities()
	for i := range g.Events {
		g.Events[i].Articles = sourcesOf(g.Events[i].Seen, copyOf)
	}
}

func (g *Graph) countEntities() {
	for i := range g.Entities {
		e := &g.Entities[i]
		e.Mentions, e.Sources = len(e.Seen), runs(e.Seen)
	}
}

// copyOf leads from the IDs of copies to those of what they copy.
func (g *Graph) copyOf() map[string]string {
	of := make(map[string]string)
	for _, s := range g.Sources {
		if s.CopyOf != "" {
			of[s.ID] = s.CopyOf
		}
	}
	return of
}

// runs counts the sources of sorted evidence.
func runs(es []Evidence) (n int) {
	for i := range es {
		n += b2i(i == 0 || es[i-1].Source != es[i].Source)
	}
	return n
}

// sourcesOf counts the sources of sorted evidence, copies as what they copy.
func sourcesOf(es []Evidence, copyOf map[string]string) int {
	if n := runs(es); n <= 1 || len(copyOf) == 0 {
		return n
	}
	var ids []string
	for i := range es {
		e := &es[i]
		if i > 0 && es[i-1].Source == e.Source {
			continue
		}
		id := e.Source
		for range 8 { // copies of copies, but no circles
			of, ok := copyOf[id]
			if !ok {
				break
			}
			id = of
		}
		ids = append(ids, id)
	}
	return len(set(ids))
}
