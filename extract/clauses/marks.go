package clauses

import (
	"strings"

	"dateline/extract"
)

// around tells whether span s of text has a blank, an opening bracket or nothing before it, and a blank or nothing behind it.
func around(text string, s extract.Span) (before, after bool) {
	before = s.Start == 0 || strings.IndexByte(" \n\t\r([", text[s.Start-1]) >= 0
	after = s.End == len(text) || strings.IndexByte(" \n\t\r", text[s.End]) >= 0
	return before, after
}

// quoted marks the tokens inside quotation marks. A straight mark opens behind a blank and closes before one, however many
// stand before it, since a quotation that goes on opens anew without having been closed. A mark that is never closed ends with its paragraph, since the next
// paragraph of a long quotation opens with a new one.
func quoted(d *extract.Document) []bool {
	in := make([]bool, len(d.Tokens))
	open, p := false, 0
	for i := range d.Tokens {
		for p < len(d.Paragraphs) && d.Tokens[i].Start >= d.Paragraphs[p].End {
			open = false
			p++
		}
		switch d.Word(i) {
		case "\"":
			if i > 0 && d.Word(i-1) == "\"" && d.Tokens[i-1].End == d.Tokens[i].Start {
				continue // a mark set twice is one
			}
			switch before, after := around(d.Text, d.Tokens[i].Span); {
			case before == after:
				open = !open
			default:
				open = before
			}
			continue
		case "“", "``", "„", "«":
			open = true
			continue
		case "”", "''", "»":
			open = false
			continue
		}
		in[i] = open
	}
	return in
}
