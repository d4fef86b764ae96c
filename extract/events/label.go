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
	if firstSubject(cl) < 0 || r.broken(cl) {
		return ""
	}
	l := line{r: r, cl: cl, rule: t}
	l.compose(s)
	if l.words > labelWords {
		short := line{r: r, cl: cl, rule: t, tight: true}
		if short.compose(s); short.words < l.words {
			l = short
		}
	}
	return capital(l.text())
}

// compose puts the line together: who, did, to whom or what, what is said, and where or how.
func (l *line) compose(s graph.Status) {
	r, cl, passive := l.r, l.cl, l.cl.Passive
	subject := l.slot("subject")
	if subject == "" {
		return
	}
	if r.notAll(cl) {
		subject = "not " + subject
	}
	l.add(l.short(subject))
	l.add(l.agreeing(r.verbGroup(cl, s, passive, l.plural("subject"))))
	if cl.Predicate.To-cl.Predicate.From > 0 {
		l.add(r.particleOf(cl))
	}
	l.add(l.slot("indirect"))
	l.add(l.slot("object"))
	l.add(r.direction(cl))
	l.add(l.slot("complement"))
	if agent := l.slot("agent"); passive && agent != "" {
		l.add("by " + agent)
	}
	l.addressed()
	l.content()
	l.obliques()
}

// agreeing is a verb group in the person of its subject where a name has taken the place of "I".
func (l *line) agreeing(group string) string {
	i := firstSubject(l.cl)
	if l.cl.Args[i].Clause >= 0 || !strings.EqualFold(l.r.d.Word(l.cl.Args[i].Head), "i") || l.parts[0] == "I" {
		return group
	}
	first, rest, more := strings.Cut(group, " ")
	for k := l.cl.Predicate.From; k <= l.cl.Head; k++ {
		if x := l.r.d.Tokens[k].XPOS; x == "VBP" && in(l.r.forms.verb, strings.ToLower(l.r.d.Word(k))) == first {
			first = l.r.forms.thirdPerson(first)
			break
		}
	}
	if more {
		return first + " " + rest
	}
	return first
}

// short is the subject of a line, without what hangs on its right where it is long and the verb has more to say.
func (l *line) short(subject string) string {
	i := firstSubject(l.cl)
	if strings.Count(subject, " ") < 7 || i < 0 || l.cl.Args[i].Slot != "subject" || !has(l.cl, "clause") {
		return subject
	}
	core := l.r.core(&l.cl.Args[i])
	if core.Len() < 2 || strings.Contains(subject, " and ") {
		return subject
	}
	return l.r.spelled(core)
}

// direction is the adverb behind the verb without which it says something else: "sent the dollar [higher]".
func (r *reader) direction(cl *extract.Clause) string {
	for _, k := range r.deps.Kids(cl.Head) {
		if int(k) > cl.Head && extract.Is(r.d.Tokens[k].Rel, "advmod") && r.rules.In("direction", strings.ToLower(r.d.Word(int(k)))) {
			return strings.ToLower(r.d.Word(int(k)))
		}
	}
	return ""
}

// broken tells of a subject that holds another sentence: the tree is wrong there.
func (r *reader) broken(cl *extract.Clause) bool {
	i := firstSubject(cl)
	if i < 0 {
		return false
	}
	if cl.Head > 0 && r.d.Word(cl.Head-1) == "-" && r.d.Tokens[cl.Head-1].End == r.d.Tokens[cl.Head].Start {
		return true // half of a word: "ill-timed"
	}
	a := &cl.Args[i]
	if r.d.Tokens[a.Head].UPOS == "CCONJ" {
		return true // "[But] what emerged was a list"
	}
	for k := a.At.From; k < a.At.To; k++ {
		if x := &r.d.Tokens[k]; k != a.Head && x.UPOS == "VERB" && (x.XPOS == "VBD" || x.XPOS == "VBZ" || x.XPOS == "VBP") {
			return true
		}
	}
	return false
}

// notAll tells of a negation that stands before the subject: "not all analysts were convinced".
func (r *reader) notAll(cl *extract.Clause) bool {
	i := firstSubject(cl)
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
	rule  *rules.Trigger // nil if none
	tight bool           // arguments without what hangs on their right
	parts []string
	words int
	said  int // 1 + the argument that stands before what is said, 0 if none
}

func (l *line) add(s string) {
	if s != "" {
		l.parts = append(l.parts, s)
		l.words += strings.Count(s, " ") + 1
	}
}

// text joins the parts. A quotation mark whose partner was left behind goes too.
func (l *line) text() string { return paired(strings.Join(l.parts, " ")) }

// paired drops the straight quotation marks of s if their number is odd, curly ones that have no partner, and what stands
// behind a bracket that is not closed.
func paired(s string) string {
	if strings.Count(s, "\"")%2 != 0 {
		s = strings.ReplaceAll(s, "\"", "")
	}
	if strings.Count(s, "“") != strings.Count(s, "”") {
		s = strings.NewReplacer("“", "", "”", "").Replace(s)
	}
	if strings.Count(s, "[") != strings.Count(s, "]") {
		s = strings.NewReplacer("[", "", "]", "").Replace(s)
	}
	if i := strings.LastIndexByte(s, '('); strings.Count(s, "(") > strings.Count(s, ")") {
		s = strings.TrimSpace(s[:i]) + strings.Repeat("”", strings.Count(s[i:], "”"))
	}
	return s
}

// slot is the words of all arguments in slot, joined as the text joins them.
func (l *line) slot(slot string) string {
	var words []string
	joint := "and"
	for i := range l.cl.Args {
		a := &l.cl.Args[i]
		if a.Slot != slot || a.Clause >= 0 || len(words) > 0 && l.r.d.Tokens[a.At.From].UPOS == "ADP" && l.r.d.Tokens[a.At.From].Rel == "case" || slot == "complement" && l.r.rules.In("dangling", strings.ToLower(l.r.d.Word(a.Head))) || slot == "subject" && l.r.d.Tokens[a.Head].XPOS == "WDT" {
			continue
		}
		if k := l.r.deps.Kid(l.r.d, a.Head, "cc"); k >= 0 && len(words) > 0 {
			joint = strings.ToLower(l.r.d.Word(k))
		} else if len(words) > 0 && l.r.d.Tokens[a.Head].Rel == "conj" && !l.joined(i) {
			continue // an apposition that the parser took for a list
		}
		w := l.r.words(a)
		if l.tight && a.At.Len() > 4 && l.r.naming(a) < 0 {
			w = l.r.spelled(l.r.stem(a))
		}
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
	i := firstSubject(l.cl)
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
			plural = t.XPOS == "NNS" || t.XPOS == "NNPS" || l.r.rules.In("plural", w) || t.XPOS == "CD" && w != "one" && w != "1"
		}
	}
	return n > 1 || plural
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
	if at.To-1 > a.Head && strings.EqualFold(r.d.Word(at.To-1), "such") {
		at.To-- // "such as"
	}
	return at
}

// stem is argument a up to the first phrase that only adds to what it names: "a package of cash [in dollars]".
func (r *reader) stem(a *extract.Argument) extract.Range {
	at := a.At
	for i := a.Head + 1; i < at.To; i++ {
		if t := &r.d.Tokens[i]; i-at.From >= leastStem && (t.UPOS == "ADP" && t.Lemma != "of" || t.UPOS == "PUNCT" && t.Head == a.Head) {
			at.To = i
			break
		}
	}
	return at
}

// leastStem is the number of words that a shortened argument keeps.
const leastStem = 4

func (r *reader) holdsName(at extract.Range) bool {
	for i := at.From; i < at.To; i++ {
		if m := r.mention[i]; m >= 0 && r.d.Mentions[m].Form == extract.Name {
			return true
		}
	}
	return false
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
