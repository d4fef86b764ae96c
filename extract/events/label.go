package events

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/extract"
	"dateline/extract/rules"
	"dateline/graph"
)

// labelWords is the number of words a label may have before it stops taking on further phrases.
const labelWords = 12

// label words the event of clause c as an editor would: who did what to whom, names in full, without its date.
//
//	since Russia in September launched an air campaign in Syria   →   Russia launched an air campaign in Syria
//	by holding talks with US President Barack Obama               →   Vladimir Putin held talks with Barack Obama
func (r *reader) label(c int, t *rules.Trigger, s graph.Status) string {
	cl := &r.d.Clauses[c]
	if cl.Kind == "noun" {
		l := r.nounLabel(cl)
		if !strings.Contains(l, " ") {
			return "" // "the meeting": some meeting
		}
		return capital(l)
	}
	l := line{r: r, cl: cl}
	subject := l.slot("subject")
	passive := cl.Passive
	if subject == "" || r.broken(cl) {
		return ""
	}
	if r.notAll(cl) {
		subject = "not " + subject
	}
	l.add(subject)
	l.add(r.verbGroup(cl, s, passive, l.plural("subject")))
	if cl.Predicate.To-cl.Predicate.From > 0 {
		l.add(r.particleOf(cl))
	}
	l.add(l.slot("indirect"))
	l.add(l.slot("object"))
	l.add(l.slot("complement"))
	if passive && has(cl, "agent") {
		l.add("by " + l.slot("agent"))
	}
	l.content()
	l.obliques()
	return capital(l.text())
}

// broken tells of a subject that holds another sentence: the tree is wrong there.
func (r *reader) broken(cl *extract.Clause) bool {
	i := subject(cl)
	if i < 0 {
		return false
	}
	if cl.Head > 0 && r.d.Word(cl.Head-1) == "-" {
		return true // half of a word: "ill-timed"
	}
	a := &cl.Args[i]
	for k := a.At.From; k < a.At.To; k++ {
		if x := &r.d.Tokens[k]; k != a.Head && x.UPOS == "VERB" && (x.XPOS == "VBD" || x.XPOS == "VBZ" || x.XPOS == "VBP") {
			return true
		}
	}
	return false
}

// notAll tells of a negation that stands before the subject: "not all analysts were convinced".
func (r *reader) notAll(cl *extract.Clause) bool {
	i := subject(cl)
	if i < 0 || !cl.Negated {
		return false
	}
	k := cl.Args[i].At.From - 1
	return k >= 0 && r.d.Tokens[k].Head == cl.Head && r.rules.In("negation", strings.ToLower(r.d.Word(k)))
}

// line is a label under construction.
type line struct {
	r     *reader
	cl    *extract.Clause
	parts []string
	words int
}

func (l *line) add(s string) {
	if s != "" {
		l.parts = append(l.parts, s)
		l.words += strings.Count(s, " ") + 1
	}
}

// text joins the parts. A quotation mark whose partner was left behind goes too.
func (l *line) text() string { return paired(strings.Join(l.parts, " ")) }

// paired drops the straight quotation marks of s if their number is odd, and curly ones that have no partner.
func paired(s string) string {
	if strings.Count(s, "\"")%2 != 0 {
		s = strings.ReplaceAll(s, "\"", "")
	}
	if strings.Count(s, "“") != strings.Count(s, "”") {
		s = strings.NewReplacer("“", "", "”", "").Replace(s)
	}
	return s
}

// slot is the words of all arguments in slot, joined as the text joins them.
func (l *line) slot(slot string) string {
	var words []string
	joint := "and"
	for i := range l.cl.Args {
		a := &l.cl.Args[i]
		if a.Slot != slot || a.Clause >= 0 || slot == "subject" && l.r.d.Tokens[a.Head].XPOS == "WDT" {
			continue
		}
		if k := l.r.deps.Kid(l.r.d, a.Head, "cc"); k >= 0 && len(words) > 0 {
			joint = strings.ToLower(l.r.d.Word(k))
		} else if len(words) > 0 && l.r.d.Tokens[a.Head].Rel == "conj" && !l.joined(i) {
			continue // an apposition that the parser took for a list
		}
		w := l.r.words(a)
		switch {
		case slot == "subject":
			w = in(l.r.forms.subject, w)
		case l.itself(a):
			w = l.r.d.String(a.At)
		}
		words = append(words, w)
	}
	return enumerate(words, joint)
}

// joined tells whether a conjunction stands before a later argument of the slot of argument i: "a, b and c".
func (l *line) joined(i int) bool {
	for j := i + 1; j < len(l.cl.Args) && l.cl.Args[j].Slot == l.cl.Args[i].Slot; j++ {
		if l.r.deps.Kid(l.r.d, l.cl.Args[j].Head, "cc") >= 0 {
			return true
		}
	}
	return false
}

// itself tells whether a is a pronoun that was tied to the subject, which then would be named twice.
func (l *line) itself(a *extract.Argument) bool {
	i := subject(l.cl)
	if i < 0 || l.r.d.Tokens[a.Head].UPOS != "PRON" {
		return false
	}
	m, s := l.r.naming(a), l.r.naming(&l.cl.Args[i])
	return m >= 0 && s >= 0 && root(l.r.d, m) == root(l.r.d, s)
}

func (l *line) plural(slot string) bool {
	n := 0
	plural := false
	for i := range l.cl.Args {
		if a := &l.cl.Args[i]; a.Slot == slot {
			n++
			t := &l.r.d.Tokens[a.Head]
			w := strings.ToLower(l.r.d.Word(a.Head))
			plural = t.XPOS == "NNS" || t.XPOS == "NNPS" || w == "they" || w == "we" || w == "you" || w == "these" || w == "those" || w == "all" || w == "both"
			if t.XPOS == "CD" && w != "one" && w != "1" {
				plural = true
			}
		}
	}
	return n > 1 || plural
}

// content adds what is said, asked or agreed, as far as it fits: "agreed to send troops", "said: “They did not …”".
func (l *line) content() {
	if has(l.cl, "object") && l.cl.Kind == "verb" && l.words > 8 {
		return
	}
	at, before := l.contentRange()
	if at.Len() <= 0 {
		return
	}
	d := l.r.d
	words := strings.Fields(strings.Trim(d.Text[d.Tokens[at.From].Start:d.Tokens[at.To-1].End], "\"“”"))
	quote := strings.ContainsAny(d.Word(at.From), "\"“") || at.From > 0 && strings.ContainsAny(d.Word(at.From-1), "\"“")
	room := labelWords + 2 - l.words
	if room < 3 {
		return
	}
	if len(words) > room {
		words = append(words[:cut(words, room)], "…")
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

// of is the clause without which the object says nothing: "dismissed claims [that he lied]", "changed the way [it works]",
// "accused the bank [of hiding losses]"; empty if there is none.
func (l *line) of() extract.Range {
	d := l.r.d
	for i := range l.cl.Args {
		a := &l.cl.Args[i]
		if a.Slot != "object" || a.Clause >= 0 {
			continue
		}
		for _, head := range [...]int{a.Head, l.cl.Head} {
			for _, k32 := range l.r.deps.Kids(head) {
				k := int(k32)
				c := l.r.clause[k]
				if k < a.At.To || c < 0 || k == l.cl.Head {
					continue
				}
				rel, mark := d.Tokens[k].Rel, d.Clauses[c].Mark
				if head == a.Head && extract.Is(rel, "acl") && (rel == "acl" && l.r.rules.In("claim-noun", d.Tokens[head].Lemma) || l.r.rules.In("hollow", d.Tokens[head].Lemma)) ||
					head == l.cl.Head && extract.Is(rel, "advcl") && d.Tokens[k].XPOS == "VBG" && l.r.rules.In("object-mark", mark) {
					lo, hi := l.r.span(k)
					return l.bare(extract.Range{From: max(lo, a.At.To), To: hi + 1})
				}
			}
		}
	}
	return extract.Range{}
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

// cut is how many of the first room words to keep so that the stretch does not end on a small word.
func cut(words []string, room int) int {
	for room > 1 && len(words[room-1]) <= 3 {
		room--
	}
	return room
}

// obliques adds phrases with their prepositions as long as they fit, those that name somebody or some place first.
func (l *line) obliques() {
	type phrase struct {
		i     int
		words string
	}
	var named, plain []phrase
	for i := range l.cl.Args {
		a := &l.cl.Args[i]
		if a.Slot != "oblique" && a.Slot != "inner" || a.Clause >= 0 || a.Case == "" || a.Case == "according to" || l.r.timed[a.Head] >= 0 || a.Slot == "inner" || !l.r.sound(a) {
			continue
		}
		if i > 0 && l.cl.Args[i-1].Case == a.Case && l.cl.Args[i-1].Slot == a.Slot && l.r.d.Tokens[a.Head].Rel == "conj" {
			continue // joined to the one before
		}
		p := phrase{i, a.Case + " " + l.together(i)}
		if n := strings.Count(p.words, " ") + 1; n > 8 || l.words+n > labelWords {
			core := l.r.core(a)
			if core.To < a.At.To && l.r.d.Tokens[core.To].Lemma == "of" {
				continue // "on the back of …" is nothing without what follows
			}
			p.words = a.Case + " " + l.r.d.String(core)
		}
		if l.r.holdsName(a.At) {
			named = append(named, p)
		} else {
			plain = append(plain, p)
		}
	}
	var take []phrase
	for _, p := range append(named, plain...) {
		n := strings.Count(p.words, " ") + 1
		if l.words+n > labelWords && (len(take) > 0 || l.words > 4 || n > labelWords) {
			continue
		}
		if len(take) == 2 {
			break
		}
		take = append(take, p)
		l.words += n
	}
	if len(take) == 2 && take[1].i < take[0].i {
		take[0], take[1] = take[1], take[0]
	}
	for _, p := range take {
		l.parts = append(l.parts, p.words)
	}
}

// sound tells of a phrase that can stand in a line: not a bare number that is half of a date, nor cut off behind "the".
func (r *reader) sound(a *extract.Argument) bool {
	last := &r.d.Tokens[a.At.To-1]
	return last.UPOS != "DET" && last.UPOS != "ADP" && !(a.Case == "on" && r.d.Tokens[a.Head].UPOS == "NUM")
}

// together is argument i with the conjuncts that follow it.
func (l *line) together(i int) string {
	words, joint := []string{l.r.words(&l.cl.Args[i])}, "and"
	for j := i + 1; j < len(l.cl.Args); j++ {
		a := &l.cl.Args[j]
		if a.Slot != l.cl.Args[i].Slot || l.r.d.Tokens[a.Head].Rel != "conj" || a.Case != l.cl.Args[i].Case {
			break
		}
		if k := l.r.deps.Kid(l.r.d, a.Head, "cc"); k >= 0 {
			joint = strings.ToLower(l.r.d.Word(k))
		}
		words = append(words, l.r.words(a))
	}
	return enumerate(words, joint)
}

// core is argument a without the phrases that hang on the right of its head.
func (r *reader) core(a *extract.Argument) extract.Range {
	at := a.At
	for i := a.Head + 1; i < at.To; i++ {
		if t := &r.d.Tokens[i]; t.UPOS == "ADP" || t.UPOS == "CCONJ" || t.UPOS == "PUNCT" && t.Head == a.Head {
			at.To = i
			break
		}
	}
	return at
}

func (r *reader) holdsName(at extract.Range) bool {
	for i := at.From; i < at.To; i++ {
		if m := r.mention[i]; m >= 0 && r.d.Mentions[m].Form == extract.Name {
			return true
		}
	}
	return false
}

// words is argument a as a label says it: a person's or thing's name in full where the whole phrase names it, else
// the words as written.
func (r *reader) words(a *extract.Argument) string {
	m := r.naming(a)
	if m >= 0 && len(r.d.Mentions[m].Members) > 0 {
		var names []string
		for _, k := range r.d.Mentions[m].Members {
			names = append(names, r.name(k))
		}
		return enumerate(names, "and")
	}
	if m >= 0 && r.named[m] {
		x := &r.d.Mentions[m]
		if r.whole(a.At, x) && x.Kind != graph.Group && x.Kind != graph.Other {
			return r.name(m)
		}
	}
	if a.At.Len() > 1 && r.d.Tokens[a.At.From].XPOS == "WP$" {
		return r.d.String(extract.Range{From: a.At.From + 1, To: a.At.To})
	}
	s := r.spelled(a.At)
	if i := a.At.From; r.d.Tokens[i].UPOS != "PROPN" && r.d.Tokens[i].XPOS != "NNP" && r.starts(i) && !acronym(s) && (r.mention[i] < 0 || r.d.Mentions[r.mention[i]].Form != extract.Name) && r.d.Tokens[i].UPOS != "ADJ" && s != "I" {
		s = lower(s)
	}
	return s
}

// spelled is the words of range at with the persons inside it by their full names, titles left out: "talks with Barack
// Obama" for "talks with US President Obama".
func (r *reader) spelled(at extract.Range) string {
	s := r.d.String(at)
	for i := at.From; i < at.To; i++ {
		m := r.mention[i]
		if m < 0 || r.d.Mentions[m].Form != extract.Name || r.d.Mentions[m].Kind != graph.Person || r.d.Mentions[m].At.From < at.From {
			continue
		}
		x := &r.d.Mentions[m]
		old := r.d.String(x.At)
		if titled := x.Title + " " + old; x.Title != "" && strings.Contains(s, titled) {
			old = titled
		}
		s = strings.Replace(s, old, r.name(int(m)), 1)
	}
	return s
}

// whole tells whether mention x is all that range at says, but for a determiner, title or description before it.
func (r *reader) whole(at extract.Range, x *extract.Mention) bool {
	if x.Form == extract.Pronoun {
		return at.Len() == 1
	}
	if r.described(at, x) {
		return true
	}
	if x.At.To < at.To || x.Form != extract.Name && x.At.From > at.From {
		return false
	}
	for i := at.From; i < x.At.From && i < at.To; i++ {
		if r.d.Tokens[i].XPOS == "POS" || r.d.Tokens[i].UPOS == "NUM" || r.mention[i] >= 0 && x.Kind != graph.Person && r.d.Mentions[r.mention[i]].Form == extract.Name {
			return false
		}
		if x.Kind != graph.Person && r.d.Tokens[i].UPOS != "DET" {
			return false
		}
	}
	return true
}

// described tells of a person whom range at names behind a description: "the union's general secretary Ana Rey, of Leeds".
func (r *reader) described(at extract.Range, x *extract.Mention) bool {
	if x.Form != extract.Name || x.Kind != graph.Person || x.At.From == 0 || x.At.From < at.From || x.At.To > at.To {
		return false
	}
	if x.At.To < at.To && r.d.Tokens[x.At.To].UPOS != "PUNCT" {
		return false
	}
	before := &r.d.Tokens[x.At.From-1]
	return x.At.From == at.From || x.Title != "" || before.UPOS == "NOUN" && (extract.Is(before.Rel, "nmod:desc") || extract.Is(before.Rel, "compound"))
}

// name is the best name of what mention m names.
func (r *reader) name(m int) string {
	if n := r.d.Mentions[root(r.d, m)].Name; n != "" {
		return n
	}
	if n := r.d.Mentions[m].Name; n != "" {
		return n
	}
	return r.d.String(r.d.Mentions[m].At)
}

// starts tells whether token i opens its sentence.
func (r *reader) starts(i int) bool {
	s := r.d.SentenceOf(i)
	return s >= 0 && (r.d.Sentences[s].From == i || i > 0 && r.d.Tokens[i-1].UPOS == "PUNCT")
}

// enumerate joins words by commas and, before the last, by joint.
func enumerate(words []string, joint string) string {
	switch n := len(words); n {
	case 0:
		return ""
	case 1:
		return words[0]
	default:
		return strings.Join(words[:n-1], ", ") + " " + joint + " " + words[n-1]
	}
}

func capital(s string) string {
	c, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(c)) + s[n:]
}

func lower(s string) string {
	c, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(c)) + s[n:]
}

// acronym tells whether the first word of s has two capitals or more.
func acronym(s string) bool {
	n := 0
	for _, c := range s {
		if c == ' ' {
			break
		}
		if unicode.IsUpper(c) || unicode.IsDigit(c) {
			n++
		}
	}
	return n > 1
}
