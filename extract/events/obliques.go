package events

import (
	"strings"

	"dateline/extract"
)

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
