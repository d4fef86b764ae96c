package lexicon

import (
	"dateline/extract"
	"dateline/graph"
)

// Text is an article made ready for looking up its words.
type Text struct {
	lex   *Lexicon
	d     *extract.Document
	atoms []uint64
	first []int32 // per token the index of its first atom, one more at the end
	caps  []caps
	ends  []int32 // per token the end of its sentence
}

// Scan prepares d, which must have its tokens and sentences.
func (l *Lexicon) Scan(d *extract.Document) *Text {
	t := &Text{
		lex: l, d: d,
		atoms: make([]uint64, 0, len(d.Tokens)+8),
		first: make([]int32, len(d.Tokens)+1),
		caps:  make([]caps, len(d.Tokens)),
		ends:  make([]int32, len(d.Tokens)),
	}
	keep := func(a uint64) { t.atoms = append(t.atoms, a) }
	for i := range d.Tokens {
		w := d.Word(i)
		t.first[i] = int32(len(t.atoms))
		atoms(w, keep)
		t.caps[i] = capsOf(w)
	}
	t.first[len(d.Tokens)] = int32(len(t.atoms))
	for _, s := range d.Sentences {
		for i := s.From; i < s.To; i++ {
			t.ends[i] = int32(s.To)
		}
	}
	return t
}

// longest walks table from token i and gives the end of the longest phrase and its number, which ok accepts.
func (t *Text) longest(in *table, i int, ok func(n int32, to int) bool) (to int, number int32) {
	h := seed
	end := int(t.ends[i])
	for j := i; j < end; j++ {
		a, b := t.first[j], t.first[j+1]
		if a == b { // a word without letters: a hyphen of its own may stand inside a phrase
			if j == i || t.d.Word(j) != "-" {
				break
			}
			continue
		}
		for ; a < b; a++ {
			h = join(h, t.atoms[a])
		}
		at := in.slot(h)
		if in.keys[at] != h {
			break
		}
		if n := in.values[at]; n > 0 && ok(n, j+1) {
			to, number = j+1, n
		}
	}
	return to, number
}

// capsIn is how tokens i to j are written.
func (t *Text) capsIn(i, j int) caps {
	if t.caps[i] == capsNone {
		return capsNone
	}
	all := true
	for k := i; k < j; k++ {
		all = all && (t.caps[k] == capsAll || t.first[k] == t.first[k+1])
	}
	if all {
		return capsAll
	}
	return capsSome
}

// Longest finds the longest name that begins at token i: how many tokens it has, 0 if there is none, and what it may
// refer to.
func (t *Text) Longest(i int) (int, []Ref) {
	l := t.lex
	to, n := t.longest(&l.names, i, func(n int32, to int) bool {
		c := t.capsIn(i, to)
		for ; n != 0; n = l.refs[n-1].next {
			if r := l.refs[n-1]; (!r.caps || c == capsAll) && (r.lower || c != capsNone) {
				return true
			}
		}
		return false
	})
	if to == 0 {
		return 0, nil
	}
	return to - i, l.list(n, t.capsIn(i, to))
}

// Small is how many tokens a place's full name has that begins at token i and is written in small letters, 0 if there is
// none: a hint only.
func (t *Text) Small(i int) int {
	l := t.lex
	to, _ := t.longest(&l.names, i, func(n int32, to int) bool {
		for ; n != 0; n = l.refs[n-1].next {
			r := l.refs[n-1]
			if e := &l.Entries[r.entry]; !r.caps && e.Kind == graph.Place && (r.use == Full) && (e.Sort != "city" || e.Population > 150 || to-i > 1) {
				return true
			}
		}
		return false
	})
	return max(to-i, 0)
}

// Exact gives what exactly the tokens of r refer to.
func (t *Text) Exact(r extract.Range) []Ref {
	h := seed
	for a := t.first[r.From]; a < t.first[r.To]; a++ {
		h = join(h, t.atoms[a])
	}
	if n, ok := t.lex.names.get(h); ok {
		return t.lex.list(n, t.capsIn(r.From, r.To))
	}
	return nil
}

// Title finds the longest title that begins at token i, in any writing; its length is 0 if there is none.
func (t *Text) Title(i int) (int, *Title) {
	to, n := t.longest(&t.lex.titles, i, func(int32, int) bool { return true })
	if to == 0 {
		return 0, nil
	}
	return to - i, &t.lex.title[n-1]
}

// First tells whether token i is written as, and known to be, a first name.
func (t *Text) First(i int) bool { return t.caps[i] == capsSome && t.lex.FirstName(t.d.Word(i)) != 0 }

// Title is the title of exactly these words, nil if they are none.
func (l *Lexicon) Title(words string) *Title {
	if n, ok := l.titles.get(phraseKey(words)); ok {
		return &l.title[n-1]
	}
	return nil
}

// NounTitle tells whether a title ends at token i: the noun names an office, as in "foreign minister".
func (t *Text) NounTitle(i int) bool {
	for from := max(0, i-3); from <= i; from++ {
		if n, title := t.Title(from); n == i-from+1 && title.Sort != "honorific" {
			return true
		}
	}
	return false
}
