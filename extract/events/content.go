package events

import (
	"strings"

	"dateline/extract"
)

// content adds what is said, asked or agreed, as far as it fits: "agreed to send troops", "said: “They did not …”".
func (l *line) content() {
	if has(l.cl, "object") && l.cl.Kind == "verb" && l.words > 8 && (l.words > 10 || !has(l.cl, "clause")) {
		return
	}
	at, before := l.contentRange()
	if at.Len() <= 0 {
		return
	}
	quote := l.quoted(at)
	room := labelWords + 2 - l.words
	if l.r.mereSaying(l.cl) || l.r.rules.In("wish", l.cl.Verb()) {
		room = max(room, 5) // which say nothing without it
	}
	if room < 3 {
		return
	}
	words := l.written(at, l.days(at))
	if len(words) > room {
		words = l.fitted(at, words, room)
		if words[len(words)-1] == "…" && (l.topic() || l.of().Len() > 0 && !l.r.rules.In("hollow", l.objectNoun())) {
			return // the object is enough: "granted the request"
		}
	}
	said := strings.Join(words, " ")
	if quote {
		said = "“" + strings.NewReplacer("\"", "", "“", "", "”", "").Replace(said) + "”"
	}
	if before || quote {
		l.parts[len(l.parts)-1] += ":"
	}
	l.add(strings.TrimRight(said, ",;:"))
}

// quoted tells whether the words of at are a quotation as a whole: in “said "rifts" remained” they are not.
func (l *line) quoted(at extract.Range) bool {
	d := l.r.d
	from := at.From
	if !strings.ContainsAny(d.Word(from), "\"“") {
		if from--; from < 0 || !strings.ContainsAny(d.Word(from), "\"“") {
			return false
		}
	}
	for i := from + 1; i < at.To-1; i++ {
		if strings.ContainsAny(d.Word(i), "\"”") {
			return false
		}
	}
	return true
}

// contentRange is the words of the clause that fills a slot of the verb, or, where the verb stands in parataxis, of the
// clause around it; before tells that they come before the verb.
func (l *line) contentRange() (at extract.Range, before bool) {
	d := l.r.d
	if at := l.of(); at.Len() > 0 {
		return at, false
	}
	for i := range l.cl.Args {
		a := &l.cl.Args[i]
		if a.Slot != "clause" || a.Clause < 0 {
			continue
		}
		at = a.At
		if lone := a.Head > l.cl.Head && !l.r.mereSaying(l.cl) && at.From > 0; lone && d.Word(at.From-1) == "," {
			continue // "four died, the paper reported"
		}
		if a.Head > l.cl.Head {
			at.From = max(at.From, l.cl.Head+1)
			return at, false
		}
		at.To = min(at.To, l.first())
		return l.bare(at), true
	}
	if !strings.HasPrefix(l.cl.Link, "parataxis") || l.cl.Parent < 0 || !l.r.mereSaying(l.cl) && !l.r.rules.In("tells", l.cl.Verb()) {
		return extract.Range{}, false
	}
	s := d.Sentences[l.cl.Sentence]
	if d.Clauses[l.cl.Parent].Head < l.cl.Head {
		return l.bare(extract.Range{From: s.From, To: l.first()}), true
	}
	return l.bare(extract.Range{From: l.cl.Head + 1, To: s.To}), false
}

// saidBy is the clause that is what clause cl says: that of its slot, or the one it stands in parataxis to; -1 if there is none.
func (r *reader) saidBy(cl *extract.Clause) int {
	for i := range cl.Args {
		if a := &cl.Args[i]; a.Slot == "clause" && a.Clause >= 0 {
			return a.Clause
		}
	}
	if strings.HasPrefix(cl.Link, "parataxis") {
		return cl.Parent
	}
	return -1
}

// of is the clause without which the object says nothing: "dismissed claims [that he lied]", "changed the way [it works]",
// "accused the bank [of hiding losses]"; empty if there is none.
func (l *line) of() extract.Range {
	for i := range l.cl.Args {
		a := &l.cl.Args[i]
		if a.Slot != "object" && !(l.cl.Passive && a.Slot == "subject") || a.Clause >= 0 {
			continue
		}
		for _, head := range [...]int{a.Head, l.cl.Head} {
			for _, k := range l.r.deps.Kids(head) {
				if k := int(k); k >= a.At.To && l.fills(k, head == a.Head) {
					lo, hi := l.r.deps.Reach(k)
					return l.bare(extract.Range{From: max(lo, a.At.To), To: hi + 1})
				}
			}
		}
	}
	return extract.Range{}
}

// objectNoun is the lemma of the first object, empty if there is none.
func (l *line) objectNoun() string {
	for i := range l.cl.Args {
		if a := &l.cl.Args[i]; a.Slot == "object" && a.Clause < 0 {
			return l.r.d.Tokens[a.Head].Lemma
		}
	}
	return ""
}

// fills tells whether the clause at token k says what the object does not: hung on a hollow noun, or, if not at the
// object, on the verb behind "of", "for" and the like.
func (l *line) fills(k int, atObject bool) bool {
	t := &l.r.d.Tokens[k]
	c := l.r.clause[k]
	if c < 0 || k == l.cl.Head {
		return false
	}
	if !atObject {
		return extract.Is(t.Rel, "advcl") && (t.XPOS == "VBG" || l.r.d.Clauses[c].Kind == "copula") && l.r.rules.In("object-mark", l.r.d.Clauses[c].Mark)
	}
	noun := l.r.d.Tokens[t.Head].Lemma
	return t.Rel == "acl" && (l.r.rules.In("claim-noun", noun) || t.XPOS == "VB") || extract.Is(t.Rel, "acl") && l.r.rules.In("hollow", noun)
}

// first is the first token of the clause's own words: verb group and subject.
func (l *line) first() int {
	n := l.cl.Predicate.From
	for i := range l.cl.Args {
		if a := &l.cl.Args[i]; a.Slot == "subject" && a.Clause < 0 && a.Head < l.cl.Head && l.r.d.Tokens[a.Head].Head == l.cl.Head {
			n = min(n, a.At.From)
		}
	}
	return n
}

// bare is at without punctuation at its ends.
func (l *line) bare(at extract.Range) extract.Range {
	for at.Len() > 0 && l.r.d.Tokens[at.From].UPOS == "PUNCT" {
		at.From++
	}
	for at.Len() > 0 && l.r.d.Tokens[at.To-1].UPOS == "PUNCT" {
		at.To--
	}
	return at
}

// fitted is what of clause at, which has words, fits into room: a whole sentence, which may take a little more, or else its
// begin.
func (l *line) fitted(at extract.Range, words []string, room int) []string {
	for _, n := range [...]int{room, room + 3} {
		if short := l.shortened(at, n); short != nil {
			return short
		}
	}
	return append(words[:cut(words, room)], "…")
}

// cut is how many of the first room words to keep so that the stretch does not end on a small word.
func cut(words []string, room int) int {
	for room > 1 && len(words[room-1]) <= 3 {
		room--
	}
	return room
}
