package graph

import (
	"slices"
	"strconv"
	"strings"

	"github.com/cespare/xxhash/v2"
)

// blocks are the lists of events that may be one, each sorted by time: those with the same type and two participants,
// those with the same lemma and a single participant, those with the same words as evidence. They come in a fixed order.
func (u *unifier) blocks() [][]int {
	b := blocking{hashes: make([]uint64, 0, 3*len(u.g.Events))}
	u.block(&b)
	b.share()
	u.block(&b)
	return u.inOrder(b.at)
}

// blocking gathers events by keys, in two goes: most keys have one event alone, and are only hashed.
type blocking struct {
	key    []byte
	hashes []uint64         // of keys, in the first go
	at     map[string][]int // in the second
	shared map[uint64]bool  // hashes of keys that have more than one event
}

// share ends the first go.
func (b *blocking) share() {
	slices.Sort(b.hashes)
	b.shared, b.at = map[uint64]bool{}, map[string][]int{}
	for i := 1; i < len(b.hashes); i++ {
		if b.hashes[i] == b.hashes[i-1] {
			b.shared[b.hashes[i]] = true
		}
	}
}

// add puts event i under the key that parts make.
func (b *blocking) add(i int, parts ...string) {
	b.key = b.key[:0]
	for _, p := range parts {
		b.key = append(append(b.key, p...), '\n')
	}
	h := xxhash.Sum64(b.key)
	switch {
	case b.at == nil:
		b.hashes = append(b.hashes, h)
	case b.shared[h]:
		b.at[string(b.key)] = append(b.at[string(b.key)], i)
	}
}

// block goes through all events and their keys.
func (u *unifier) block(b *blocking) {
	for i := range u.g.Events {
		e := &u.g.Events[i]
		what := e.what()
		agents, others := e.participants()
		ids := append(agents, others...)
		slices.Sort(ids)
		if len(ids) > maxAgents {
			ids = ids[:maxAgents]
		}
		for k, x := range ids {
			for _, y := range ids[k+1:] {
				b.add(i, "two", what, x, y)
			}
		}
		if len(ids) == 1 {
			b.add(i, "one", e.Lemma, ids[0])
		}
		for k := range e.Seen {
			b.add(i, "read", what, e.Seen[k].Source, strconv.Itoa(e.Seen[k].Trigger.Start))
		}
	}
}

// inOrder are the blocks with more than one event, by key, each sorted by time.
func (u *unifier) inOrder(at map[string][]int) [][]int {
	keys := make([]string, 0, len(at))
	for k, b := range at {
		if len(b) > 1 {
			keys = append(keys, k)
		}
	}
	slices.Sort(keys)
	blocks := make([][]int, len(keys))
	for i, k := range keys {
		slices.SortStableFunc(at[k], func(a, b int) int {
			return u.g.Events[a].When.Time.Compare(u.g.Events[b].When.Time)
		})
		blocks[i] = slices.Compact(at[k])
	}
	return blocks
}

// copyBlocks are the lists of events with the same trigger and type in an article and its copies.
func (u *unifier) copyBlocks() [][]int {
	root := map[string]string{}
	for i := range u.g.Sources {
		if s := &u.g.Sources[i]; s.CopyOf != "" {
			root[s.ID], root[s.CopyOf] = s.CopyOf, s.CopyOf
		}
	}
	at := map[string][]int{}
	if len(root) == 0 {
		return nil
	}
	for i := range u.g.Events {
		e := &u.g.Events[i]
		for _, s := range e.Seen {
			if r := root[s.Source]; r != "" {
				k := strings.Join([]string{r, e.what(), s.word()}, "\n")
				at[k] = append(at[k], i)
			}
		}
	}
	return u.inOrder(at)
}

// word is the trigger as written.
func (e *Evidence) word() string {
	from, to := e.Trigger.Start-e.Start, e.Trigger.End-e.Start
	if from < 0 || to > len(e.Quote) || from > to {
		return ""
	}
	return e.Quote[from:to]
}

// joinCopies joins what an article and a copy of it tell in the same sentence. Their times may differ where only the
// days of publication do; then that of the earlier counts.
func (u *unifier) joinCopies(block []int) {
	for k, i := range block {
		for _, j := range block[k+1 : min(k+1+window, len(block))] {
			a, b := u.union.find(i), u.union.find(j)
			if a == b || !together(u.g.Events[i].Status, u.g.Events[j].Status) || u.groupsShare(a, b) || !sameSentence(&u.g.Events[i], &u.g.Events[j]) {
				continue
			}
			t, ok := u.group[a].time.Intersect(u.group[b].time)
			if !ok {
				t = u.group[a].time
			}
			u.unite(a, b, t, u.line(i, j, "in a copy of the article"))
		}
	}
}

// groupsShare tells whether a source tells both a member of one group and one of the other: of one article, a copy has
// each event once.
func (u *unifier) groupsShare(a, b int) bool {
	return slices.ContainsFunc(u.group[a].some(), func(i int) bool {
		return slices.ContainsFunc(u.group[b].some(), func(j int) bool { return u.shareSource(i, j) })
	})
}

// sameSentence tells whether labels agree and most words of a quote are in one of the other event.
func sameSentence(a, b *Event) bool {
	if !sameWords(a.Label, b.Label) {
		return false
	}
	for _, x := range a.Seen[:min(len(a.Seen), maxSeen)] {
		words := longWords(x.Quote)
		for _, y := range b.Seen[:min(len(b.Seen), maxSeen)] {
			shared, others := 0, longWords(y.Quote)
			for _, w := range others {
				shared += b2i(slices.Contains(words, w))
			}
			if 2*shared > max(len(words), len(others)) {
				return true
			}
		}
	}
	return false
}

// maxSeen is how many quotes of an event are compared.
const maxSeen = 4
