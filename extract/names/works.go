package names

import (
	"strings"

	"dateline/extract"
	"dateline/graph"
)

// works makes names of the titles in quotation marks that the article calls a film, a novel, a song: `his novel "Quiet
// Rivers"`, `"Quiet Rivers," a novel`. Names that the model found inside give way.
func (f *finder) works(spans []Span) []Span {
	out, next := spans[:0:0], 0
	for _, sent := range f.d.Sentences {
		for i := sent.From; i < sent.To; i++ {
			s, ok := f.work(i, sent.Range)
			if !ok {
				continue
			}
			for ; next < len(spans) && spans[next].To <= s.From; next++ {
				out = append(out, spans[next])
			}
			if next < len(spans) && spans[next].From < s.From {
				continue
			}
			for next < len(spans) && spans[next].From < s.To {
				next++
			}
			out = append(out, s)
			i = s.To
		}
	}
	return append(out, spans[next:]...)
}

// longestWork is how many tokens a title has at most.
const longestWork = 8

// work is the title whose quotation mark is token i of sentence r.
func (f *finder) work(i int, r extract.Range) (Span, bool) {
	s := Span{From: i + 1, Type: typeOf(graph.Work), Margin: sure}
	if !quote(f.d.Word(i)) || s.From >= r.To || !f.words.cap[s.From] {
		return s, false
	}
	end := s.From
	for ; end < r.To && !quote(f.d.Word(end)); end++ {
		if w := f.d.Word(end); !f.words.cap[end] && len(w) > 4 || end-i > longestWork {
			return s, false
		}
	}
	if s.To = end; end == r.To {
		return s, false
	}
	for s.To > s.From && strings.IndexAny(f.d.Word(s.To-1), ",.;") == 0 {
		s.To--
	}
	return s, s.To > s.From && f.words.cap[s.To-1] && (f.isWork(i-1, r) || f.isWork(i-2, r) && !f.words.cap[i-1] || f.follows(end+1, r))
}

// isWork tells whether token i of r is a noun that only works are.
func (f *finder) isWork(i int, r extract.Range) bool {
	return r.Has(i) && f.d.Tokens[i].UPOS == "NOUN" && f.lex.SortOf(strings.ToLower(f.d.Tokens[i].Lemma)) == graph.Work
}

// follows tells whether such a noun follows at token i or behind an article and an adjective.
func (f *finder) follows(i int, r extract.Range) bool {
	for k := i; k < min(i+4, r.To); k++ {
		switch f.d.Tokens[k].UPOS {
		case "NOUN":
			return f.isWork(k, r)
		case "DET", "ADJ", "NUM":
		case "PUNCT":
			if k > i {
				return false
			}
		default:
			return false
		}
	}
	return false
}
