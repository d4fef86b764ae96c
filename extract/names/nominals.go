package names

import (
	"strings"

	"dateline/extract"
	"dateline/extract/lexicon"
	"dateline/graph"
)

// nominals adds the noun phrases that stand for persons, organisations, groups or places: "the Russian president", "the
// two leaders", "a company". Their heads are nouns of the lexicon or titles.
func (f *finder) nominals() {
	for i := range f.d.Tokens {
		t := &f.d.Tokens[i]
		if t.UPOS != "NOUN" && t.UPOS != "PROPN" || f.taken[i] {
			continue
		}
		kind, gender, ok := f.stands(i)
		if !ok || !f.isHead(i) {
			continue
		}
		at := f.phrase(i)
		if strings.Contains(t.Feats, "Number=Plur") || t.XPOS == "NNS" || t.XPOS == "NNPS" {
			gender = 'p'
		}
		f.out = append(f.out, extract.Mention{
			At: at, Head: i, Kind: kind, Form: extract.Nominal, Name: f.d.String(at), Gender: gender, Score: 0.5, By: "names/noun",
		})
	}
}

// adjectives adds the adjectives of countries that stand before a noun, "Russian" in "Russian warplanes", as nominal
// mentions of the country: who reads events decides what the noun makes of them.
func (f *finder) adjectives() {
	for i := range f.d.Tokens {
		if rel := f.d.Tokens[i].Rel; rel != "amod" && rel != "compound" || f.taken[i] || !f.words.cap[i] {
			continue
		}
		n, refs := f.text.Longest(i)
		if n != 1 || refs[0].Use != lexicon.Adjective || refs[0].Kind != graph.Place {
			continue
		}
		f.out = append(f.out, extract.Mention{
			At: extract.Range{From: i, To: i + 1}, Head: i, Kind: graph.Place, Form: extract.Nominal, Name: refs[0].Name,
			Known: refs[0].ID, Gender: 'n', Score: 0.6, By: extract.Adjectival,
		})
	}
}

// stands tells what sort of thing the noun i stands for.
func (f *finder) stands(i int) (graph.Kind, byte, bool) {
	t := &f.d.Tokens[i]
	lemma := strings.ToLower(t.Lemma)
	if n, ok := f.lex.Noun(lemma); ok {
		gender := n.Gender
		if gender == 0 && n.Kind != graph.Person {
			gender = 'n'
		}
		return n.Kind, gender, true
	}
	if title := f.lex.Title(lemma); title != nil && (title.Sort == "office" || title.Sort == "royal" || title.Sort == "rank") && len(lemma) > 2 {
		return graph.Person, title.Gender, true
	}
	if t.UPOS == "NOUN" && f.words.known[i]&knownPeople != 0 && f.words.cap[i] {
		return graph.Group, 'p', true
	}
	return "", 0, false
}

// isHead refuses a noun that only modifies another, "president" in "president Obama" or "company" in "company law".
func (f *finder) isHead(i int) bool {
	switch t := &f.d.Tokens[i]; {
	case t.Rel == "compound" || extract.Is(t.Rel, "flat") || t.Rel == "fixed" || t.Rel == "goeswith":
		return false
	default:
		return true
	}
}

// phrase is the noun phrase of noun i: from its leftmost word that belongs to it to the noun itself, and an of-phrase
// behind an office ("president of Russia").
func (f *finder) phrase(i int) extract.Range {
	r := extract.Range{From: i, To: i + 1}
	for _, k := range f.deps.Kids(i) {
		kid := int(k)
		rel := f.d.Tokens[kid].Rel
		switch {
		case kid < i && (extract.Is(rel, "det") || extract.Is(rel, "amod") || rel == "compound" || extract.Is(rel, "nummod") || rel == "nmod:poss"):
			r.From = min(r.From, f.leftmost(kid))
		case kid > i && extract.Is(rel, "nmod") && rel != "nmod:poss" && f.text.NounTitle(i):
			if c := f.deps.Kid(f.d, kid, "case"); c >= 0 && (f.d.Word(c) == "of" || f.d.Word(c) == "for") && kid-i < 8 {
				r.To = max(r.To, kid+1)
			}
		}
	}
	for r.From < i && f.d.Tokens[r.From].UPOS == "PUNCT" {
		r.From++
	}
	return r
}

// leftmost is the first token of what hangs on i, looked for a few steps down.
func (f *finder) leftmost(i int) int {
	from := i
	for range 4 {
		kids := f.deps.Kids(from)
		if len(kids) == 0 || int(kids[0]) >= from {
			break
		}
		from = int(kids[0])
	}
	return from
}

// pronouns adds the pronouns that may stand for what is named.
func (f *finder) pronouns() {
	for i := range f.d.Tokens {
		t := &f.d.Tokens[i]
		if t.UPOS != "PRON" && t.UPOS != "DET" || t.Rel == "expl" || f.taken[i] {
			continue
		}
		word := lexicon.Fold(f.d.Word(i))
		p, ok := f.lex.Pronoun(word)
		if !ok || p.Sort == "relative" && !f.isRelative(i) {
			continue
		}
		f.out = append(f.out, extract.Mention{
			At: extract.Range{From: i, To: i + 1}, Head: i, Kind: p.Kind, Form: extract.Pronoun, Name: word, Gender: p.Gender,
			Score: 0.5, By: "names/pronoun",
		})
	}
}

// isRelative tells whether pronoun i begins a relative clause rather than a question or a that-clause: the tree says so,
// or, for who and which, a noun stands right before it.
func (f *finder) isRelative(i int) bool {
	for h, n := f.d.Tokens[i].Head, 0; h >= 0 && n < 3; h, n = f.d.Tokens[h].Head, n+1 {
		if strings.HasSuffix(f.d.Tokens[h].Rel, ":relcl") && f.d.Tokens[h].Head < i {
			return true
		}
	}
	before := i - 1
	if before > 0 && f.d.Word(before) == "," {
		before--
	}
	if before < 0 || !strings.HasPrefix(strings.ToLower(f.d.Word(i)), "wh") || !f.sameSentence(before, i) {
		return false
	}
	return f.d.Tokens[before].UPOS == "NOUN" || f.d.Tokens[before].UPOS == "PROPN"
}
