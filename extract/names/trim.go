package names

import (
	"strings"

	"dateline/extract"
	"dateline/extract/lexicon"
	"dateline/graph"
)

// Trim takes off what does not belong to a name: what Bare does, and from a place a direction in small letters, "eastern"
// of "eastern Chad". What is left may be empty; of a part of a title nothing is left.
func Trim(d *extract.Document, text *lexicon.Text, s Span) Span {
	s = Bare(d, text, s)
	if s.To-s.From > 1 && s.Type >= 0 && Types[s.Type] == graph.Place && direction(d.Word(s.From)) {
		s.From++
	}
	if s.From < s.To && insideTitle(text, s) {
		s.From = s.To
	}
	return s
}

// Bare takes off what a mention keeps apart from its name: an article in front, a possessive 's behind, and from a person
// the titles in front. What is left may be empty.
func Bare(d *extract.Document, text *lexicon.Text, s Span) Span {
	for s.From < s.To && article(d.Word(s.From)) {
		s.From++
	}
	for s.From < s.To && tail(d.Word(s.To-1)) {
		s.To--
	}
	if s.From < s.To && s.Type >= 0 && Types[s.Type] == graph.Person {
		s.From = titles(text, s.From, s.To)
	}
	return s
}

func article(w string) bool {
	return strings.EqualFold(w, "the") || strings.EqualFold(w, "a") || strings.EqualFold(w, "an")
}

// direction tells whether a word is a direction in small letters: "east", "northwestern".
func direction(w string) bool {
	w = strings.TrimSuffix(w, "ern")
	for _, d := range [...]string{"north", "south", "east", "west"} {
		if strings.HasSuffix(w, d) && len(w) <= len("northwest") {
			return true
		}
	}
	return false
}

func tail(w string) bool {
	switch w {
	case "'s", "’s", "'", "’", ",", "\"", "”", ".":
		return true
	}
	return false
}

// titles is where the name of a person that reaches from to to begins behind its titles: "President" "Gen." "Mr".
// Where there is nothing but a title, that is to.
func titles(text *lexicon.Text, from, to int) int {
	for from < to {
		n, _ := text.Title(from) // a qualifier in front belongs to it
		if n == 0 || from+n > to || n == 1 && to-from == 2 && text.First(from) {
			return from // "Dean Kamen" is no dean
		}
		from += n
	}
	return from
}

// insideTitle tells whether a span is only a part of a title: "Prime" of "Prime Minister".
func insideTitle(text *lexicon.Text, s Span) bool {
	for from := max(0, s.From-2); from <= s.From; from++ {
		if n, t := text.Title(from); n > s.To-s.From && from+n >= s.To && t.Sort == "office" {
			return true
		}
	}
	return false
}
