package events

import (
	"slices"
	"strings"

	"dateline/extract"
)

// phrase is one oblique as a label says it.
type phrase struct {
	i      int // its argument
	words  string
	weight int // the lighter, the sooner it is taken
}

// How much a phrase weighs: what the rule has a role for says most, then what names somebody or some place.
const (
	ruled = iota
	named
	plain
)

// addressed adds the phrase that says whom words are meant for, where it stands before them: "called [on Japan] to pay".
func (l *line) addressed() {
	at, before := l.contentRange()
	if at.Len() <= 0 || before || l.rule == nil || l.of().Len() > 0 {
		return
	}
	for _, p := range l.phrases() {
		if a := &l.cl.Args[p.i]; p.weight == ruled && a.At.To <= at.From && a.Head > l.cl.Head && l.rule.Roles[a.Case] != "topic" {
			l.add(p.words)
			l.said = p.i + 1
			return
		}
	}
}

// obliques adds phrases with their prepositions, two at most, as long as they fit.
func (l *line) obliques() {
	phrases := slices.DeleteFunc(l.phrases(), func(p phrase) bool { return p.i+1 == l.said })
	slices.SortStableFunc(phrases, func(a, b phrase) int { return a.weight - b.weight })
	var take []phrase
	for _, p := range phrases {
		if l.has(p.words) {
			continue // the object has it: "entered [Parliament for Leeds]"
		}
		n := strings.Count(p.words, " ") + 1
		room := labelWords
		if len(l.parts) == 2 || len(take) == 0 && p.weight == ruled {
			room += 2 // subject and verb alone say little
		}
		if l.words+n > room && (len(take) > 0 || l.words > 4 || n > labelWords) {
			continue
		}
		if len(take) == 2 {
			break
		}
		take = append(take, p)
		l.words += n
	}
	slices.SortFunc(take, func(a, b phrase) int { return a.i - b.i })
	for _, p := range take {
		l.parts = append(l.parts, p.words)
	}
}

// has tells whether the line ends in words already.
func (l *line) has(words string) bool {
	return len(l.parts) > 0 && strings.HasSuffix(l.parts[len(l.parts)-1], " "+words)
}

// phrases are the obliques that may stand in the label, in text order.
func (l *line) phrases() (out []phrase) {
	content, _ := l.contentRange()
	for i := range l.cl.Args {
		a := &l.cl.Args[i]
		if a.Slot != "oblique" || a.Clause >= 0 || content.Has(a.Head) || a.Case == "" || a.Case == "according to" || l.r.timed[a.Head] >= 0 || !l.r.sound(a) {
			continue
		}
		if i > 0 && l.cl.Args[i-1].Case == a.Case && l.cl.Args[i-1].Slot == a.Slot && l.r.d.Tokens[a.Head].Rel == "conj" {
			continue // joined to the one before
		}
		p := phrase{i, a.Case + " " + l.together(i), plain}
		if n := strings.Count(p.words, " ") + 1; n > 8 || l.words+n > labelWords && len(l.parts) > 2 {
			core := l.r.core(a)
			if w := l.firstOf(i); w != "" {
				p.words = w
				out = append(out, l.weighed(p, a))
				continue
			}
			if core.To < a.At.To && l.r.d.Tokens[core.To].Lemma == "of" {
				continue // "on the back of …" is nothing without what follows
			}
			p.words = a.Case + " " + l.r.d.String(core)
		}
		out = append(out, l.weighed(p, a))
	}
	return out
}

// weighed is p, the phrase of argument a, with its weight.
func (l *line) weighed(p phrase, a *extract.Argument) phrase {
	switch {
	case l.rule != nil && (l.rule.Roles[a.Case] != "" || phrasal(l.rule, l.cl.Lemma+" "+a.Case)):
		p.weight = ruled
	case l.r.holdsName(a.At):
		p.weight = named
	}
	return p
}

// firstOf is the phrase of argument i with only the first of several: "with James Baker and others"; empty if it is one.
func (l *line) firstOf(i int) string {
	a := &l.cl.Args[i]
	if !l.r.holdsName(a.At) || i+1 >= len(l.cl.Args) || l.cl.Args[i+1].Case != a.Case || l.cl.Args[i+1].Slot != a.Slot || l.r.d.Tokens[l.cl.Args[i+1].Head].Rel != "conj" {
		return ""
	}
	w := a.Case + " " + l.r.words(a) + " and others"
	if n := strings.Count(w, " ") + 1; n > 8 || l.words+n > labelWords {
		return ""
	}
	return w
}

// sound tells of a phrase that can stand in a line: not a bare number that is half of a date, nor cut off behind "the".
func (r *reader) sound(a *extract.Argument) bool {
	if k := r.deps.Kid(r.d, a.Head, "case"); a.Case == "of" && k > 0 && r.timed[k-1] >= 0 {
		return false // "rejected at a meeting today of ministers": not of the verb
	}
	if n := a.At.To; a.Case == "between" && n < len(r.d.Tokens) && r.d.Tokens[n].UPOS == "CCONJ" && r.d.Tokens[a.Head].UPOS == "NUM" {
		return false // "between one [and two per cent]"
	}
	last := &r.d.Tokens[a.At.To-1]
	if a.At.To < len(r.d.Tokens) && r.timed[a.At.To] >= 0 && r.d.Tokens[a.At.To].UPOS == "NUM" {
		return false // "in calendar 1986"
	}
	if end := last.End; end < len(r.d.Text) && (r.d.Text[end] == '-' || r.d.Text[end] == '/') {
		return false // half of a word: "1988-89"
	}
	if x := r.d.Tokens[a.Head].XPOS; x == "WP" || x == "WDT" || x == "WRB" {
		return false // "for what"
	}
	return last.UPOS != "DET" && last.UPOS != "ADP" && !(a.Case == "on" && r.d.Tokens[a.Head].UPOS == "NUM")
}

// together is argument i with the conjuncts that follow it.
func (l *line) together(i int) string {
	first := &l.cl.Args[i]
	if l.itself(first) {
		return l.r.d.String(first.At) // "ready to contribute to it"
	}
	words, joint := []string{l.r.words(first)}, "and"
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
