package names

import (
	"slices"
	"strings"

	"dateline/extract"
	"dateline/extract/lexicon"
	"dateline/graph"
)

// Names that the model cuts too short or too long in ways that the words around them make plain are put right here.

// turned finds the persons that an address or a list gives surname first, in quotation marks: "Berg, Arnoud". It puts
// them in the place of the pieces that the model found.
func (f *finder) turned(spans []Span) []Span {
	out := spans[:0:0]
	next := 0
	for i := 0; i+4 < len(f.d.Tokens); i++ {
		if !f.isTurned(i) {
			continue
		}
		for ; next < len(spans) && spans[next].To <= i; next++ {
			out = append(out, spans[next])
		}
		for next < len(spans) && spans[next].From < i+3 {
			next++
		}
		out = append(out, Span{From: i, To: i + 3, Type: typeOf(graph.Person), Margin: sure})
	}
	return append(out, spans[next:]...)
}

// isTurned tells whether a surname, a comma and a first name stand at token i, in quotation marks.
func (f *finder) isTurned(i int) bool {
	return i > 0 && f.d.Word(i+1) == "," && f.words.cap[i] && quote(f.d.Word(i-1)) && quote(f.d.Word(i+3)) &&
		f.text.First(i+2) && !f.text.First(i) && f.hasLetter(i)
}

func quote(w string) bool { return w == `"` || w == "“" || w == "”" || w == "``" || w == "''" }

// called is how the words of a name are read: "Berg, Arnoud" is Arnoud Berg.
func (f *finder) called(s Span) string {
	if s.To-s.From == 3 && s.From > 0 && s.To < len(f.d.Tokens) && f.isTurned(s.From) {
		return f.d.Word(s.To-1) + " " + f.d.Word(s.From)
	}
	return f.d.String(extract.Range{From: s.From, To: s.To})
}

// inRegion takes a town and the region or country that follows it without a comma apart: "Miramar California".
func (f *finder) inRegion(s Span) []Span {
	if Types[s.Type] != graph.Place || s.To-s.From < 2 || len(f.text.Exact(extract.Range{From: s.From, To: s.To})) > 0 {
		return []Span{s}
	}
	for i := s.From + 1; i < s.To; i++ {
		a, b := s, s
		a.To, b.From = i, i
		if f.isPlace(a, "city", "region") && f.isPlace(b, "country", "region", "state") {
			return []Span{a, b}
		}
	}
	return []Span{s}
}

// isPlace tells whether a span is known as a place of one of the sorts, or stands in small letters and is known.
func (f *finder) isPlace(s Span, sorts ...string) bool {
	if !f.words.cap[s.From] {
		return f.text.Small(s.From) == s.To-s.From
	}
	for _, r := range f.text.Exact(extract.Range{From: s.From, To: s.To}) {
		if r.Use == lexicon.Full && slices.Contains(sorts, r.Sort) {
			return true
		}
	}
	return false
}

// ofPlace joins an organisation called by its sort, or such a noun with a capital, with the place behind "of": "Housing
// Authority of New Orleans".
func (f *finder) ofPlace(spans []Span) []Span {
	kept := spans[:0]
	for _, s := range spans {
		if from := f.ofWhom(s); from >= 0 {
			if n := len(kept); n > 0 && kept[n-1].To > from {
				from = kept[n-1].From
				kept = kept[:n-1]
			}
			s = Span{From: from, To: s.To, Type: typeOf(graph.Organization), Margin: s.Margin}
		}
		kept = append(kept, s)
	}
	return kept
}

// ofWhom is where the name begins that ends with the place s: the first capital of "Housing Authority of"; -1 if none does.
func (f *finder) ofWhom(s Span) int {
	of := s.From - 1
	if of > 0 && f.d.Word(of) == "the" {
		of--
	}
	if Types[s.Type] != graph.Place || of < 2 || f.d.Word(of) != "of" && !f.serves(of, s) || !f.sameSentence(of-2, s.From) || f.headline(of) {
		return -1
	}
	n, ok := f.lex.Noun(lexicon.Fold(f.d.Word(of - 1)))
	if !ok || n.Kind != graph.Organization || !f.named(of-1) || !f.named(of-2) {
		return -1
	}
	from := of - 2
	for from > 0 && f.sameSentence(from-1, from) && f.named(from-1) {
		from--
	}
	return from
}

// named tells whether word i has a capital and is a proper noun or an adjective within one: "Economic".
func (f *finder) named(i int) bool {
	return f.words.cap[i] && strings.HasPrefix(f.d.Tokens[i].XPOS, "NNP")
}

// headline tells whether token i stands in a sentence whose capitals say little: written as titles are, without a full stop.
func (f *finder) headline(i int) bool {
	return f.words.style[i] != stylePlain && f.d.Word(f.d.Sentences[f.d.SentenceOf(i)].To-1) != "."
}

// serves tells whether token i is the "for" of an organisation for the place s: "Commission for Latin America".
func (f *finder) serves(i int, s Span) bool {
	h := f.head(extract.Range{From: s.From, To: s.To})
	return f.d.Word(i) == "for" && f.d.Tokens[h].Rel == "nmod" && f.d.Tokens[h].Head == i-1
}

// shops takes the possessive 's into the names of unknown places of which one stands with nothing that it owns: "at
// Tolliver's for dinner". Such a place is a shop or an inn, and is called so all through the article.
func (f *finder) shops(spans []Span) []Span {
	var found map[uint64]bool
	for _, s := range spans {
		if f.owns(s) && !f.owned(s.To+1) && s.From > 0 && f.d.Tokens[s.From-1].UPOS == "ADP" {
			if found == nil {
				found = map[uint64]bool{}
			}
			found[f.key(s.From, s.To)] = true
		}
	}
	for i, s := range spans {
		if found[f.key(s.From, s.To)] && f.owns(s) {
			spans[i].To++
		}
	}
	return spans
}

// owns tells whether a possessive stands behind a place that the lexicon does not know.
func (f *finder) owns(s Span) bool {
	return Types[s.Type] == graph.Place && s.To < len(f.d.Tokens) && f.d.Tokens[s.To].XPOS == "POS" && len(f.d.Word(s.To)) > 1 &&
		len(f.text.Exact(extract.Range{From: s.From, To: s.To})) == 0
}

// owned tells whether token i begins something that a possessive in front of it may own.
func (f *finder) owned(i int) bool {
	if i >= len(f.d.Tokens) || !f.sameSentence(i-1, i) {
		return false
	}
	switch f.d.Tokens[i].UPOS {
	case "ADP", "PUNCT", "CCONJ", "SCONJ", "AUX":
		return false
	}
	return true
}
