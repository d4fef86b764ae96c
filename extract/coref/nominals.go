package coref

import (
	"slices"
	"strings"

	"dateline/extract"
	"dateline/extract/lexicon"
	"dateline/graph"
)

// nominal finds what mention i, a noun phrase, stands for; alone it is a thing that nothing names.
func (w *work) nominal(i int) {
	t, rule := w.apposed(i)
	if t < 0 {
		t, rule = w.predicated(i)
	}
	if t < 0 {
		t, rule = w.byOffice(i)
	}
	if t < 0 {
		t, rule = w.several(i)
	}
	if t < 0 {
		t, rule = w.described(i)
	}
	if t < 0 {
		m := &w.d.Mentions[i]
		t = w.newThing(thing{kind: m.Kind, gender: m.Gender, head: w.lemma(m.Head)})
	}
	w.tie(i, t, rule)
}

func (w *work) lemma(token int) string { return strings.ToLower(w.d.Tokens[token].Lemma) }

// apposed ties "the ministry's spokesman" to the name it stands beside: "Ann Lee, the ministry's spokesman" and "the
// president, Ann Lee".
func (w *work) apposed(i int) (int, string) {
	m := &w.d.Mentions[i]
	tok := &w.d.Tokens[m.Head]
	if m.Gender == 'p' {
		return -1, ""
	}
	other := -1
	if tok.Rel == "appos" && tok.Head >= 0 {
		other = w.at(tok.Head)
	} else if k := w.deps.Kid(w.d, m.Head, "appos"); k >= 0 {
		other = w.at(k)
	}
	if other < 0 || other == i || w.d.Mentions[other].Form != extract.Name || !w.fits(&w.d.Mentions[other], m) {
		return -1, ""
	}
	return w.thingOf(w.group[other]), "apposition"
}

// predicated ties "a market research firm" to the name of which it is said: "NPD is a market research firm". What is
// denied or only may be ties nothing.
func (w *work) predicated(i int) (int, string) {
	m := &w.d.Mentions[i]
	if m.Gender == 'p' || w.deps.Kid(w.d, m.Head, "cop") < 0 {
		return -1, ""
	}
	subject := -1
	for _, k := range w.deps.Kids(m.Head) {
		switch t := &w.d.Tokens[k]; {
		case extract.Is(t.Rel, "nsubj"):
			subject = w.at(int(k))
		case t.Rel == "aux", t.Rel == "advmod" && strings.Contains(t.Feats, "Polarity=Neg"), t.Rel == "mark" && w.lemma(int(k)) == "if":
			return -1, ""
		}
	}
	if subject < 0 || subject >= i || w.d.Mentions[subject].Form != extract.Name || !w.fits(&w.d.Mentions[subject], m) {
		return -1, ""
	}
	return w.thingOf(w.group[subject]), "copula"
}

// at is the mention whose head is a token, -1 if there is none.
func (w *work) at(token int) int {
	if i, ok := w.heads[token]; ok {
		return i
	}
	return -1
}

// fits tells whether a noun may say what a name is.
func (w *work) fits(name, noun *extract.Mention) bool {
	if name.Kind == noun.Kind {
		return genders(name.Gender, noun.Gender)
	}
	return name.Kind != graph.Person && noun.Kind != graph.Person && (name.Kind == graph.Organization || noun.Kind == graph.Organization || noun.Kind == name.Kind)
}

// several resolves "the two leaders", "both countries": the last two, or as many as said, of that sort.
func (w *work) several(i int) (int, string) {
	m := &w.d.Mentions[i]
	n := w.count(m)
	if m.Gender != 'p' || n < 2 {
		return -1, ""
	}
	if t := w.lately(n, m.Kind, w.sent[i]); t >= 0 {
		return t, "members"
	}
	var found []int
	var members []int
	noun, _ := w.lex.Noun(w.lemma(m.Head))
	title := w.lex.Title(w.lemma(m.Head))
	w.near(i, 4, func(t int) bool {
		x := &w.things[t]
		if x.name == "" || x.kind != m.Kind || len(x.members) > 0 || x.gender == 'p' || !w.sortFits(x, noun) {
			return true
		}
		if m.Kind == graph.Person && w.d.Tokens[w.top[x.last]].Rel == "nmod:poss" {
			return true // "Assad's future": he is spoken of, but is not one of the two who talk
		}
		if title != nil && title.Office != "" && m.Kind == graph.Person && len(x.posts) > 0 && !holds(x, title.Office) {
			return true
		}
		found = append(found, t)
		return len(found) < n+1
	})
	if len(found) < n || len(found) > n && w.things[found[n]].at == w.things[found[n-1]].at && w.weight(found[n], w.sent[i]) >= w.weight(found[n-1], w.sent[i]) {
		return -1, ""
	}
	for _, t := range found[:n] {
		members = append(members, w.things[t].first)
	}
	for a, b := 0, len(members)-1; a < b; a, b = a+1, b-1 {
		members[a], members[b] = members[b], members[a]
	}
	if t := w.together(members); t >= 0 {
		return t, "members"
	}
	t := w.newThing(thing{kind: m.Kind, gender: 'p', members: members, head: w.lemma(m.Head)})
	return t, "members"
}

// lately is the latest thing of n members of a kind that the last two sentences speak of, -1 if there is none: after
// "Obama and Putin talked. They disagreed about Assad.", "the two men" are they.
func (w *work) lately(n int, kind graph.Kind, sentence int32) int {
	best := -1
	for _, t := range w.recent.list {
		x := &w.things[t]
		if len(x.members) == n && x.kind == kind && sentence-x.at <= 2 && (best < 0 || x.at > w.things[best].at) {
			best = t
		}
	}
	return best
}

// together is the thing of the same members, if one of the last things is.
func (w *work) together(members []int) int {
	for _, t := range w.recent.list {
		x := &w.things[t]
		if len(x.members) != len(members) {
			continue
		}
		same := true
		for _, m := range members {
			same = same && slices.Contains(x.members, m)
		}
		if same {
			return t
		}
	}
	return -1
}

func holds(x *thing, title string) bool {
	for _, p := range x.posts {
		if sameTitle(title, p.title) {
			return true
		}
	}
	return false
}

// count is how many a phrase says: "two", "both", "three"; 0 if it does not, or is not definite.
func (w *work) count(m *extract.Mention) int {
	n, the := 0, false
	for i := m.At.From; i < m.Head; i++ {
		switch strings.ToLower(w.d.Word(i)) {
		case "both":
			return 2
		case "the", "these", "those":
			the = true
		case "two", "2":
			n = 2
		case "three", "3":
			n = 3
		case "four", "4":
			n = 4
		}
	}
	if !the {
		return 0
	}
	return n
}

// described resolves "the company", "the agency", "the ministry": a thing named shortly before whose name holds the
// noun, whose sort is what the noun says, or which was called by the same noun.
func (w *work) described(i int) (int, string) {
	m := &w.d.Mentions[i]
	if !w.definite(m) || w.restricted(m) {
		return -1, ""
	}
	head := w.lemma(m.Head)
	if t := w.holding(i, head); t >= 0 {
		return t, "same noun"
	}
	switch first := strings.ToLower(w.d.Word(m.At.From)); {
	case m.At.Len() > 2, first != "the" && first != "this" && first != "that" && first != "these" && first != "those":
		return -1, ""
	}
	noun, _ := w.lex.Noun(head)
	found := -1
	w.near(i, 2, func(t int) bool {
		x := &w.things[t]
		if x.name == "" || len(noun.Sorts) == 0 || w.lex.Seat(x.known) != "" && x.kind == graph.Organization || plural(x) != (m.Gender == 'p') || !w.sortFits(x, noun) || m.Kind == graph.Person && m.Gender != 'p' {
			return true
		}
		if found >= 0 && w.weight(found, w.sent[i]) < 2*w.weight(t, w.sent[i]) {
			found = -1
			return false
		}
		if found < 0 {
			found = t
		}
		return true
	})
	if found < 0 {
		return -1, ""
	}
	return found, "sort of thing"
}

// restricted tells whether a clause right behind a noun says which one is meant, "the party which won it": then it need
// not have been mentioned before.
func (w *work) restricted(m *extract.Mention) bool {
	for _, k := range w.deps.Kids(m.Head) {
		if t := &w.d.Tokens[k]; extract.Is(t.Rel, "acl") && int(k) > m.Head && w.d.Word(min(m.At.To, len(w.d.Tokens)-1)) != "," {
			return true
		}
	}
	return false
}

// holding is a thing named or called before by words that hold the noun, with no modifier that speaks against it.
func (w *work) holding(i int, head string) int {
	m := &w.d.Mentions[i]
	found, top := -1, -1
	noun, _ := w.lex.Noun(head)
	w.near(i, 6, func(t int) bool {
		x := &w.things[t]
		same := x.name == "" && x.head == head && (x.gender == 'p') == (m.Gender == 'p') ||
			x.name != "" && m.Gender != 'p' && (x.kind != graph.Person && lastWord(x.name) == head && (x.kind == m.Kind || len(noun.Sorts) == 0) || slices.Contains(x.nouns, head))
		if !same || x.first < 0 || !w.modified(m, x) {
			return true
		}
		if v := w.weight(t, w.sent[i]) + x.count*weightObject; v > top {
			found, top = t, v
		}
		return true
	})
	return found
}

// modified tells whether each word that describes noun phrase m also stands in the phrase that was the first of thing x,
// or in what else it was called.
func (w *work) modified(m *extract.Mention, x *thing) bool {
	words := " " + lexicon.Fold(w.d.Mentions[x.first].Name) + " " + lexicon.Fold(x.name) + " "
	for i := m.At.From; i < m.At.To; i++ {
		t := &w.d.Tokens[i]
		if i == m.Head || t.UPOS == "DET" || t.UPOS == "PUNCT" || t.UPOS == "PART" {
			continue
		}
		if !strings.Contains(words, " "+lexicon.Fold(w.d.Word(i))+" ") {
			return false
		}
	}
	return true
}

func lastWord(name string) string {
	words := strings.Fields(lexicon.Fold(name))
	if len(words) < 2 {
		return ""
	}
	return words[len(words)-1]
}

// sortFits tells whether a named thing is of a sort that the noun stands for.
func (w *work) sortFits(x *thing, noun lexicon.Noun) bool {
	e := w.lex.Entry(x.known)
	if len(noun.Sorts) == 0 {
		return x.kind == noun.Kind || noun.Kind == ""
	}
	if e == nil {
		last, named := w.lex.Noun(lastWord(x.name))
		return x.kind == graph.Organization && slices.Contains(noun.Sorts, "company") && (!named || slices.Contains(last.Sorts, "company"))
	}
	return slices.Contains(noun.Sorts, e.Sort)
}
