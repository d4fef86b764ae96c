package timex

import (
	"fmt"
	"strings"
)

// vetoes are the grounds on which a rule may refuse nodes start to end; rules name them under "unless".
var vetoes = map[string]func(w *work, start, end int) bool{
	"counted": (*work).counted,
	"person":  (*work).person,
	"title":   (*work).title,
	"small":   func(w *work, start, _ int) bool { return !w.nodes[start].capital },
	"capital": func(w *work, start, _ int) bool { return w.nodes[start].capital && !w.opens(start) },
	"aged":    (*work).aged,
	"named":   (*work).named,
	"address": (*work).address,
	"rate":    (*work).rate,
	"age":     (*work).age,
	// no amount: several years
	"vaguely": func(w *work, _, end int) bool { return w.senses[w.nodes[end-1].sense].f[fCount] == several },
	// a date that is not counted from another: about 3 May, but not about two years ago
	"fixed":   func(w *work, _, end int) bool { return !w.senses[w.nodes[end-1].sense].has(fSign) },
	"weekday": func(w *work, _, end int) bool { return w.senses[w.nodes[end-1].sense].has(fWeekday) },
	// a date that stands in the calendar: earlier this week, but not earlier 3 May
	"exact": func(w *work, _, end int) bool {
		s := &w.senses[w.nodes[end-1].sense]
		return s.any(fYear, fSign) || s.has(fDay) && s.has(fMonth)
	},
	// the last node holds a hyphen: "four-year" takes no article
	"hyphened": func(w *work, _, end int) bool { return strings.Contains(w.text(end-1), "-") },
	// the second node begins with an article: in "over the weekend" over is a preposition
	"determined": func(w *work, start, _ int) bool {
		e := w.words.lookup(w.word(int(w.nodes[start+1].from)))
		return e == w.classes.the || e != 0 && w.words.entries[e].classes&w.classes.rel != 0
	},
}

func knownVetoes(names []string) error {
	for _, n := range names {
		if vetoes[n] == nil {
			return fmt.Errorf("no veto %q", n)
		}
	}
	return nil
}

// opens tells whether node i begins its sentence, or stands behind a full stop, such as that of an abbreviation at the
// end of a sentence.
func (w *work) opens(i int) bool { return i == 0 || strings.HasSuffix(w.text(i-1), ".") }

// counted: the number is no year but an amount, by a currency sign before it or a plural noun behind it.
func (w *work) counted(start, end int) bool {
	if from := int(w.nodes[start].from); start > 0 {
		if w.isWord(from-1, hintMoney) {
			return true
		}
	}
	if end >= len(w.nodes) {
		return false
	}
	if last := &w.nodes[end]; last.glued && last.from == w.nodes[end-1].from && last.class&cHyphen == 0 {
		return true // 1500m
	}
	to := int(w.nodes[end].from)
	if w.isWord(to, hintMoney) {
		return true
	}
	if w.nodes[end].class&w.classes.units != 0 && w.nodes[start].sense != 0 {
		return true
	}
	t := &w.doc.Tokens[to]
	if start > 0 && (strings.HasSuffix(w.text(start-1), "s") && strings.ContainsAny(w.text(start-1), "'’") || equalFold("the", w.word(int(w.nodes[start].from)-1))) {
		return false
	}
	if t.XPOS == "" { // no tags: a small word in -s
		word := w.word(to)
		return word != "" && word[0] >= 'a' && word[len(word)-1] == 's' && w.nodes[end].entry == 0
	}
	return t.XPOS == "NNS" && w.nodes[end].class == 0
}

// address: the number is that of a house: 1600 Lake Road, but not in 1600 Lake Road.
func (w *work) address(start, end int) bool {
	if start > 0 && equalFold("in", w.word(int(w.nodes[start].from)-1)) {
		return false
	}
	for i := end; i < min(end+3, len(w.nodes)) && w.nodes[i].capital; i++ {
		if i > end && w.isWord(int(w.nodes[i].from), hintPaper) {
			return true
		}
	}
	return false
}

// person: the month or day is part of a name, such as April Smith: a capitalised word next to it hangs flat on it or
// it on the other.
func (w *work) person(start, end int) bool {
	from, to := int(w.nodes[start].from), int(w.nodes[end-1].to)
	toks := w.doc.Tokens
	flat := func(i int) bool {
		return i < len(toks) && strings.HasPrefix(toks[i].Rel, "flat")
	}
	if end < len(w.nodes) && w.nodes[end].class == 0 && flat(to) && toks[to].Head >= from && toks[to].Head < to {
		return true
	}
	return start > 0 && flat(from) && toks[from].Head < from && w.nodes[start-1].class == 0
}

// title: the day or word belongs to the name of a newspaper: Sunday Times, Daily Mail.
func (w *work) title(start, end int) bool {
	return end < len(w.nodes) && w.nodes[end].capital && w.nodes[start].capital &&
		w.isWord(int(w.nodes[end].from), hintPaper)
}

// aged: the amount is somebody's age: 52-year-old, aged 52 years, 6 years old.
func (w *work) aged(start, end int) bool {
	i := end
	if i < len(w.nodes) && w.nodes[i].class&cHyphen != 0 {
		i++
	}
	if i < len(w.nodes) {
		word := w.doc.Text[w.doc.Tokens[w.nodes[i].from].Start:w.doc.Tokens[w.nodes[i].from].End]
		if strings.HasPrefix(word, "old") || strings.HasSuffix(word, "-old") || strings.HasSuffix(word, "-olds") {
			return true
		}
	}
	return start > 0 && equalFold("aged", w.word(int(w.nodes[start].from)-1))
}

// named: the number is part of a name or of a longer number, such as Windows 2000 or 555-1234: a capitalised word that
// means no time, or a number and a hyphen, stands before it. A preposition that opens the sentence has its capital from
// there: "Since 1993".
func (w *work) named(start, _ int) bool {
	if start == 0 {
		return false
	}
	p := &w.nodes[start-1]
	if p.class&cHyphen != 0 && w.nodes[start].glued {
		return start > 1 && w.nodes[start-2].class&cNum != 0
	}
	return p.capital && p.class == 0 && !(w.opens(start-1) && w.preposition(start-1))
}

// preposition tells whether node i is one, by its tag; where there are no tags every word that rules name counts.
func (w *work) preposition(i int) bool {
	u := w.doc.Tokens[w.nodes[i].from].UPOS
	return u == "ADP" || u == "SCONJ" || u == "" && w.nodes[i].entry != 0
}

// text is the bytes of node i.
func (w *work) text(i int) string {
	n := &w.nodes[i]
	return w.doc.Text[w.doc.Tokens[n.from].Start:w.doc.Tokens[n.to-1].End]
}

// rate: the unit is what something is counted by: 24 hours a day, $2 million a year.
func (w *work) rate(start, end int) bool {
	from := int(w.nodes[start].from)
	if end-start != 2 || start == 0 || w.nodes[start].class&w.classes.one == 0 {
		return false
	}
	if end < len(w.nodes) && w.nodes[end].class&w.classes.shift != 0 {
		return false
	}
	if w.valueIs(start+1, int32(quarter)) {
		return true
	}
	if from == 0 {
		return false
	}
	switch w.doc.Tokens[from-1].UPOS {
	case "NOUN", "NUM", "SYM", "PROPN":
		return true
	}
	return w.doc.Tokens[from-1].UPOS == "" && w.nodes[start-1].class&cNum != 0
}

// valueIs tells whether node i is the word of a unit.
func (w *work) valueIs(i int, u int32) bool {
	c, _ := w.words.find("unit")
	return w.nodes[i].class&c != 0 && w.words.entries[w.nodes[i].entry].value(c) == u
}

// age: a decade in two digits without article or apostrophe: in his 30s.
func (w *work) age(start, end int) bool {
	return end-start == 1 && w.nodes[start].value < 100
}
