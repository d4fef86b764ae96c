package names

import (
	"dateline/extract"
	"dateline/extract/lexicon"
	"dateline/graph"
)

// name adds the mention of a span.
func (f *finder) name(s Span) {
	at := extract.Range{From: s.From, To: s.To}
	m := extract.Mention{
		At: at, Head: f.head(at), Kind: Types[s.Type], Form: extract.Name, Name: visible(f.called(s)),
		Score: score(s.Margin), By: "names/model",
	}
	if e := f.known(at, m.Kind); e != nil {
		m.Known = e.ID
		m.Gender = e.Gender
	}
	switch m.Kind {
	case graph.Person:
		from, gender := f.titled(s.From)
		if from < s.From {
			m.Title = f.d.String(extract.Range{From: from, To: s.From})
		}
		if m.Gender == 0 {
			m.Gender = gender
		}
		if m.Gender == 0 {
			m.Gender = f.genderOf(at)
		}
	case graph.Group:
		m.Gender = 'p'
	default:
		m.Gender, m.Holds = 'n', f.holds(at)
	}
	for i := s.From; i < s.To; i++ {
		f.taken[i] = true
	}
	if mixed(m.Name) {
		m.By, m.Score = MixedScripts, 0.5
	}
	f.out = append(f.out, m)
}

// holds are the places of the lexicon inside a name.
func (f *finder) holds(at extract.Range) (out []extract.Held) {
	for i := at.From; i < at.To; i++ {
		n, refs := f.text.Longest(i)
		r := extract.Range{From: i, To: i + n}
		if n == 0 || r.To > at.To || n == at.Len() || refs[0].Kind != graph.Place || refs[0].Use != lexicon.Full {
			continue
		}
		out = append(out, extract.Held{At: r, Known: f.known(r, graph.Place).ID})
		i += n - 1
	}
	return out
}

// score maps a margin to 0.5…1.
func score(margin int32) float64 {
	return 1 - 0.5/(1+float64(max(margin, 0))/sure)
}

// head is the token of r that its other tokens hang on.
func (f *finder) head(r extract.Range) int {
	for i := r.From; i < r.To; i++ {
		if !r.Has(f.d.Tokens[i].Head) {
			return i
		}
	}
	return r.To - 1
}

// known is the entry that the words name without doubt: a full name of this kind; of several places of one name the
// country, else the biggest city.
func (f *finder) known(at extract.Range, kind graph.Kind) *lexicon.Entry {
	var best *lexicon.Entry
	for _, r := range f.text.Exact(at) {
		if r.Use == lexicon.Short || r.Use == lexicon.Adjective || r.Kind != kind && r.Use != lexicon.People {
			continue
		}
		if r.Use == lexicon.People {
			continue // Russians are not Russia
		}
		switch {
		case best == nil:
			best = r.Entry
		case kind != graph.Place:
			return nil // two of one name: who knows
		case best.Sort == "city" && r.Population > best.Population:
			best = r.Entry
		}
	}
	return best
}

// longestTitle is how many tokens a title has at most.
const longestTitle = 5

// titled finds the titles in front of a name that begins at token name: "Russian Foreign Minister", "former US President",
// "Gen.". It gives where they begin and the gender they tell. The words become part of the name's surroundings.
func (f *finder) titled(name int) (from int, gender byte) {
	from = name
	for {
		n, g := f.titleBefore(from)
		if n == 0 {
			break
		}
		for i := from - n; i < from; i++ {
			f.taken[i] = true
		}
		from -= n
		if g != 0 && gender == 0 {
			gender = g
		}
	}
	if from == name {
		return name, 0
	}
	sent := f.d.Sentences[f.d.SentenceOf(name)]
	for from > sent.From {
		i := from - 1
		if f.words.known[i]&(knownAdjective|knownCountry) != 0 && f.words.cap[i] || f.qualifies(i) {
			from--
			continue
		}
		break
	}
	return from, gender
}

// titleBefore is how many tokens of a title end right before token end, and its gender.
func (f *finder) titleBefore(end int) (int, byte) {
	first := 0
	if s := f.d.SentenceOf(end); s >= 0 {
		first = f.d.Sentences[s].From
	}
	for size := min(longestTitle, end-first); size > 0; size-- {
		if n, t := f.text.Title(end - size); n == size && t.Sort != "qualifier" && t.Sort != "past" {
			if f.taken[end-1] || f.taken[end-size] {
				return 0, 0
			}
			return size, t.Gender
		}
	}
	return 0, 0
}

// qualifies tells whether word i, in front of a title, belongs to it: "former", "acting".
func (f *finder) qualifies(i int) bool {
	n, t := f.text.Title(i)
	return n == 1 && (t.Sort == "qualifier" || t.Sort == "past") || f.d.Word(i) == "-" && i > 0 && f.qualifies(i-1)
}

// genderOf is what the first name of a person says.
func (f *finder) genderOf(at extract.Range) byte {
	if at.Len() < 2 {
		return 0
	}
	g := f.lex.FirstName(f.d.Word(at.From))
	if g == 'u' {
		return 0
	}
	return g
}
