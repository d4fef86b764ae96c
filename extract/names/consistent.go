package names

import (
	"sort"
	"strings"

	"dateline/extract"
	"dateline/extract/lexicon"
	"dateline/graph"
)

// One sense per article (Gale, Church and Yarowsky, 1992, "One Sense Per Discourse"; for names Ratinov and Roth, 2009,
// section 4): words that are a name once are the same sort of name each time, so the clear places decide.

// vote is what the article's places with the same words say together.
type vote struct {
	margin [len(Types)]int64
	size   int  // tokens
	thing  bool // an article stands in front somewhere: "an Oscar"
}

func (v *vote) best() int {
	best := 0
	for t := range v.margin {
		if v.margin[t] > v.margin[best] {
			best = t
		}
	}
	return best
}

// key is a hash of the folded words of a span.
func (f *finder) key(from, to int) uint64 {
	h := uint64(to - from)
	for i := from; i < to; i++ {
		h = (h ^ uint64(f.words.fold[i])) * 0x9e3779b97f4a7c15
		h ^= h >> 29
	}
	return h
}

// consistent gives spans of the same words one type, and adds the places that the model left out.
func (f *finder) consistent(spans []Span) []Span {
	votes := f.votes(spans)
	surnames, houses := f.surnames(spans, votes), f.houses(spans, votes)
	kept := spans[:0]
	for _, span := range spans {
		s := &span
		if len(f.text.Exact(extract.Range{From: s.From, To: s.To})) == 0 || Types[s.Type] != graph.Place {
			s.Type = votes[f.key(s.From, s.To)].best()
		}
		if s.To-s.From == 1 {
			f.short(s, surnames, houses)
		}
		if !votes[f.key(s.From, s.To)].thing || Types[s.Type] != graph.Person || surnames[f.words.fold[s.From]] {
			kept = append(kept, span)
		}
	}
	return f.missing(kept, votes, surnames)
}

// votes counts what the model, and the article in so many words, say of each name.
func (f *finder) votes(spans []Span) map[uint64]*vote {
	votes := make(map[uint64]*vote, len(spans))
	of := func(s Span) *vote {
		k := f.key(s.From, s.To)
		if votes[k] == nil {
			votes[k] = &vote{size: s.To - s.From}
		}
		return votes[k]
	}
	for _, s := range spans {
		v := of(s)
		v.margin[s.Type] += int64(max(s.Margin, 1))
		v.thing = v.thing || f.articled(s)
		if t := f.told(s); t >= 0 {
			v.margin[t] += saying
		}
	}
	for _, s := range spans {
		if short, ok := f.defined(s); ok {
			of(short).margin[of(s).best()] += saying
		}
	}
	return votes
}

// articled tells whether s is one word with an article of its own, which persons have not.
func (f *finder) articled(s Span) bool {
	return s.To-s.From == 1 && s.From > 0 && article(f.d.Word(s.From-1)) && f.d.Tokens[s.From-1].Head == s.From && f.words.style[s.From] == stylePlain
}

// short gives a name of one word the type of the longer name in the article that it is short for.
func (f *finder) short(s *Span, surnames, houses map[uint32]bool) {
	word, isPlace := f.words.fold[s.From], Types[s.Type] == graph.Place
	switch {
	case surnames[word] && (!isPlace || f.words.known[s.From]&knownPlace == 0 && !f.inside(s.From) || f.acts(s.From)):
		s.Type = typeOf(graph.Person)
		s.Margin = max(s.Margin, sure)
	case isPlace && houses[word]:
		s.Type = typeOf(graph.Organization)
	case f.onlyCity(*s):
		s.Type = typeOf(graph.Place)
	}
}

// bigCity is the population, in thousands, from which a city's name is that of the city unless the article says otherwise.
const bigCity = 400

// onlyCity tells whether a word that the model, not sure, took for a person is known as a big city and nothing else.
func (f *finder) onlyCity(s Span) bool {
	if Types[s.Type] != graph.Person || s.To-s.From != 1 || s.Margin >= sure || f.text.First(s.From) {
		return false
	}
	refs := f.text.Exact(extract.Range{From: s.From, To: s.To})
	if n, _ := f.titleBefore(s.From); n > 0 || len(refs) != 1 {
		return false
	}
	return refs[0].Sort == "city" && refs[0].Population >= bigCity
}

// surnames are the last words of persons' full names in the article, as folded atoms.
func (f *finder) surnames(spans []Span, votes map[uint64]*vote) map[uint32]bool {
	out := map[uint32]bool{}
	for _, s := range spans {
		if s.To-s.From < 2 || Types[votes[f.key(s.From, s.To)].best()] != graph.Person {
			continue
		}
		if f.words.cap[s.To-1] && len(f.d.Word(s.To-1)) > 2 {
			out[f.words.fold[s.To-1]] = true
		}
	}
	return out
}

// houses are the first words of organisations' names of several words, unknown by themselves: "Kalverton" of "Kalverton
// Group" is short for it.
func (f *finder) houses(spans []Span, votes map[uint64]*vote) map[uint32]bool {
	out := map[uint32]bool{}
	for _, s := range spans {
		if s.To-s.From < 2 || f.words.known[s.From] != 0 || Types[votes[f.key(s.From, s.To)].best()] != graph.Organization {
			continue
		}
		if n, ok := f.lex.Noun(lexicon.Fold(f.d.Word(s.To - 1))); ok && n.Kind == graph.Organization {
			out[f.words.fold[s.From]] = true
		}
	}
	return out
}

// acts tells whether word i stands where persons rather than places stand: as a subject, or behind a title.
func (f *finder) acts(i int) bool {
	n, _ := f.titleBefore(i)
	return n > 0 || strings.HasPrefix(f.d.Tokens[i].Rel, "nsubj")
}

// inside tells whether word i stands where only places do: "in Essex".
func (f *finder) inside(i int) bool {
	if i == 0 {
		return false
	}
	switch f.d.Word(i - 1) {
	case "in", "In", "near", "outside":
		return true
	}
	return false
}

// missing adds the places where a name of the article stands and no span covers it.
func (f *finder) missing(spans []Span, votes map[uint64]*vote, surnames map[uint32]bool) []Span {
	covered := make([]bool, len(f.d.Tokens))
	firsts := make(map[uint32][]int, len(votes)) // first word → lengths of names
	for _, s := range spans {
		v := votes[f.key(s.From, s.To)]
		if v.margin[v.best()] >= sure {
			firsts[f.words.fold[s.From]] = addSize(firsts[f.words.fold[s.From]], s.To-s.From)
		}
		for i := s.From; i < s.To; i++ {
			covered[i] = true
		}
	}
	n := len(spans)
	for _, sent := range f.d.Sentences {
		for i := sent.From; i < sent.To; i++ {
			if covered[i] || !f.words.cap[i] {
				continue
			}
			for _, size := range firsts[f.words.fold[i]] {
				s := Span{From: i, To: i + size, Margin: sure}
				if s.To > sent.To || !f.free(covered, s) {
					continue
				}
				v := votes[f.key(s.From, s.To)]
				if v == nil || size == 1 && !f.proper(i, sent.From) {
					continue
				}
				s.Type = v.best()
				spans = append(spans, s)
				i += size - 1
				break
			}
			if surnames[f.words.fold[i]] && !covered[i] && f.proper(i, sent.From) {
				if s := (Span{i, i + 1, typeOf(graph.Person), sure}); f.free(covered, s) && !taken(spans, n, s) {
					spans = append(spans, s)
				}
			}
		}
	}
	if len(spans) > n {
		sort.Slice(spans, func(i, k int) bool { return spans[i].From < spans[k].From })
	}
	return spans
}

// taken tells whether the last of the spans added since n lies over s.
func taken(spans []Span, n int, s Span) bool {
	return len(spans) > n && spans[len(spans)-1].To > s.From
}

// addSize keeps the list of lengths short, longest first.
func addSize(list []int, size int) []int {
	for _, n := range list {
		if n == size {
			return list
		}
	}
	if len(list) >= 4 {
		return list
	}
	list = append(list, size)
	sort.Sort(sort.Reverse(sort.IntSlice(list)))
	return list
}

// proper tells whether the single word i may be a name where it stands: not an ordinary word at a sentence's start.
func (f *finder) proper(i, first int) bool {
	if f.d.Tokens[i].UPOS == "PROPN" {
		return true
	}
	return i != first && f.words.about[i]&1 == 1 && f.d.Tokens[i].UPOS != "VERB" && f.d.Tokens[i].UPOS != "ADJ"
}
