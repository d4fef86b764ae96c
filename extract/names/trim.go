package names

import (
	"strings"

	"dateline/extract"
	"dateline/extract/lexicon"
	"dateline/graph"
)

// Trim takes off what does not belong to a name: an article in front, a possessive 's behind, and from a person the
// titles in front. What is left may be empty.
func Trim(d *extract.Document, text *lexicon.Text, s Span) Span {
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
