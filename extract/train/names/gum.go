package names

import (
	"path/filepath"
	"strings"

	"dateline/extract"
	"dateline/extract/train"
	"dateline/graph"
)

// gumKinds are the types of GUM's entities (Zeldes, 2017, "The GUM Corpus") as our kinds. What is abstract and has a name
// may be a work, a language or a theory: it is only known to be no person, organisation or place.
var gumKinds = map[string]graph.Kind{
	"person": graph.Person, "place": graph.Place, "organization": graph.Organization, "event": graph.Occasion,
	"object": graph.Product, "abstract": graph.Other, "animal": graph.Other, "plant": graph.Other, "substance": graph.Other,
}

// readGUM reads the names in the articles of treebanks/gum/train, one list of sentences per article. GUM marks every noun
// phrase, with its modifiers; names are cut out of those that are headed by a proper noun.
func readGUM(dir string) ([][][]word, error) {
	articles, err := train.ReadTreebank(filepath.Join(dir, "treebanks", "gum", "train"))
	if err != nil {
		return nil, err
	}
	var out [][][]word
	for i := range articles {
		out = append(out, gumArticle(&articles[i]))
	}
	return out, nil
}

func gumArticle(a *train.Article) (sentences [][]word) {
	d := a.Doc
	words := make([]word, len(d.Tokens))
	for i := range words {
		words[i].text = d.Word(i)
	}
	for _, p := range phrases(a.Misc) {
		if r := nameIn(d, p); r.Len() > 0 && words[r.From].kind == "" && words[r.To-1].kind == "" {
			for i := r.From; i < r.To; i++ {
				words[i].kind, words[i].begin = p.kind, i == r.From
			}
		}
	}
	for _, s := range d.Sentences {
		sentences = append(sentences, words[s.From:s.To])
	}
	return sentences
}

// phrase is a noun phrase of GUM: its tokens and what it says of them.
type phrase struct {
	extract.Range
	kind     graph.Kind
	identity string // title of its article in Wikipedia, empty if unknown
}

// phrases reads the Entity attributes of an article's tokens: "(7-person-…-cf1-1-coref-Ann_Lee)", or begin and end apart.
// Outer phrases stand before inner ones.
func phrases(misc []string) (out []phrase) {
	open := map[string][]int{}
	for i, m := range misc {
		_, value, found := strings.Cut("|"+m, "|Entity=")
		if !found {
			continue
		}
		value, _, _ = strings.Cut(value, "|")
		for value != "" {
			begins := value[0] == '('
			value = strings.TrimPrefix(value, "(")
			end := strings.IndexAny(value, "()")
			ends := end >= 0 && value[end] == ')'
			item := value
			if value = ""; end >= 0 {
				item, value = item[:end], strings.TrimPrefix(item[end:], ")")
			}
			field := strings.SplitN(item, "-", 8)
			if id := field[0]; begins {
				p := phrase{Range: extract.Range{From: i, To: i}}
				if len(field) > 1 {
					p.kind = gumKinds[field[1]]
				}
				if len(field) == 8 {
					p.identity = field[7]
				}
				open[id] = append(open[id], len(out))
				out = append(out, p)
			}
			if n := len(open[field[0]]); ends && n > 0 {
				out[open[field[0]][n-1]].To = i + 1
				open[field[0]] = open[field[0]][:n-1]
			}
		}
	}
	return out
}

// nameIn is the name in a phrase: the words of its identity where they stand in it, else the proper noun that heads it
// with the capitals around; empty if there is none.
func nameIn(d *extract.Document, p phrase) extract.Range {
	none := extract.Range{}
	if p.kind == "" {
		return none
	}
	if r := identical(d, p); r.Len() > 0 {
		return r
	}
	head := -1
	for i := p.From; i < p.To; i++ {
		if !p.Has(d.Tokens[i].Head) {
			head = i
			break
		}
	}
	if head < 0 || d.Tokens[head].UPOS != "PROPN" {
		return none
	}
	r := extract.Range{From: head, To: head + 1}
	for r.From > p.From && part(d, r.From-1) {
		r.From--
	}
	for r.To < p.To {
		next := r.To
		for next < p.To-1 && next < r.To+2 && (d.Word(next) == "of" || d.Word(next) == "the" || d.Word(next) == "and" || d.Word(next) == "for") {
			next++
		}
		if !part(d, next) || next > r.To && p.kind == graph.Person {
			break
		}
		r.To = next + 1
	}
	return r
}

// part tells whether token i may be part of a name.
func part(d *extract.Document, i int) bool {
	switch d.Tokens[i].UPOS {
	case "PROPN", "NUM":
		return true
	case "ADJ", "NOUN":
		return 'A' <= d.Word(i)[0] && d.Word(i)[0] <= 'Z'
	}
	return d.Word(i) == "-" && i+1 < len(d.Tokens) && d.Tokens[i].End == d.Tokens[i+1].Start
}

// identical is where the words of a phrase's identity stand in it.
func identical(d *extract.Document, p phrase) extract.Range {
	title, _, _ := strings.Cut(p.identity, "_(")
	title = letters(title)
	if title == "" {
		return extract.Range{}
	}
	for from := p.From; from < p.To; from++ {
		rest := title
		for i := from; i < p.To; i++ {
			word := letters(d.Word(i))
			if !strings.HasPrefix(rest, word) {
				break
			}
			if rest = rest[len(word):]; rest == "" {
				if first := d.Word(from)[0]; 'a' <= first && first <= 'z' && d.Tokens[i].UPOS != "PROPN" {
					break // a common noun that has an article of its own
				}
				return extract.Range{From: from, To: i + 1}
			}
		}
	}
	return extract.Range{}
}

// letters are the letters and digits of a word or title, in small letters.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' && r < 'A' || r == '_' {
			return -1
		}
		return r
	}, strings.ToLower(s))
}
