package timex

import (
	"fmt"
	"io/fs"
	"sync"

	"dateline/extract"
	"dateline/graph"
)

// Tagger finds and resolves time expressions. It is only read after New: any number of goroutines may use it.
type Tagger struct {
	words    *lexicon
	passes   []*pass
	holidays []holiday
	classes  named
	pool     sync.Pool
}

// named are the classes and words of words.tsv that Go code asks for.
type named struct {
	rel, one, blur, approx, shift, units, dayish, weekday class
	and, slash, the, half, ended, ending                  int32
}

// The hints of words.tsv: words that are no time expressions but tell about them.
const (
	hintWill  = 1 // will, shall
	hintAhead = 2 // expected, scheduled: what follows lies ahead
	hintDid   = 3 // verbs in the past, for texts without tags
	hintPaper = 4 // second halves of newspapers' names
	hintMoney = 5 // what makes a number an amount of money
	hintTable = 6 // verbs whose present tense tells of a plan: meets, opens
)

// New loads rules/times from files. An error names every fault as path:line:col: message.
func New(files fs.FS) (*Tagger, error) {
	words, err := readWords(files)
	if err != nil {
		return nil, err
	}
	t := &Tagger{words: words}
	feasts, err := t.readHolidays(files)
	if err != nil {
		return nil, err
	}
	words.seal()
	if t.passes, err = readRules(files, words); err != nil {
		return nil, err
	}
	t.passes = append([]*pass{feasts}, t.passes...)
	if t.classes.rel, err = words.bit("rel"); err != nil {
		return nil, err
	}
	t.classes.one, _ = words.find("one")
	t.classes.blur, _ = words.find("blur")
	t.classes.approx, _ = words.find("approx")
	t.classes.units, _ = words.find("units")
	for _, name := range []string{"ago", "later", "after"} {
		c, _ := words.find(name)
		t.classes.shift |= c
	}
	t.classes.shift |= cHyphen
	t.classes.dayish, _ = words.find("dayish")
	t.classes.weekday, _ = words.find("weekday")
	t.classes.half, t.classes.ended, t.classes.ending = words.index["half"], words.index["ended"], words.index["ending"]
	t.classes.and, t.classes.slash, t.classes.the = words.index["and"], words.index["/"], words.index["the"]
	t.pool.New = func() any { return &work{Tagger: t} }
	return t, nil
}

// Stage is the tagger as a stage of the pipeline.
func (t *Tagger) Stage() extract.Stage {
	return extract.Stage{
		Name:  "timex",
		Doc:   "finds time expressions and resolves them against the publication date and what was said before",
		Needs: extract.Tokens | extract.Sentences | extract.Tags | extract.Tree,
		Fills: extract.Times,
		Run:   t.Tag,
	}
}

// Tag fills d.Times. It never fails; tags and tree may be missing, at some cost in quality.
func (t *Tagger) Tag(d *extract.Document) error {
	w := t.pool.Get().(*work)
	defer t.pool.Put(w)
	w.doc = d
	w.said.reset()
	d.Times = nil
	paragraph := 0
	for _, s := range d.Sentences {
		for paragraph < len(d.Paragraphs) && d.Paragraphs[paragraph].End <= s.Start {
			paragraph++
		}
		w.said.paragraph = paragraph
		if w.read(s.Range) {
			w.sentence()
		}
	}
	w.doc = nil
	return nil
}

// sentence resolves the expressions of the sentence that is read.
func (w *work) sentence() {
	w.numbers()
	for _, p := range w.passes {
		w.run(p)
	}
	for i := range w.nodes {
		if w.nodes[i].class&final != 0 {
			w.emit(i)
		}
	}
}

// emit adds the expression of node i to the document, as two where the rule says so.
func (w *work) emit(i int) {
	n := &w.nodes[i]
	s := &w.senses[n.sense]
	at := extract.Range{From: int(n.from), To: int(n.to)}
	if k := len(w.doc.Times); k > 0 && w.doc.Times[k-1].At.To > at.From {
		return
	}
	w.chosen, w.here = chosen{at: at}, i
	if s.cut > 0 && int(s.stop) > at.From && s.cut >= s.stop && int(s.cut) < at.To {
		w.pair(n.class, s, at)
		return
	}
	w.add(n.class, s, at)
	w.link(len(w.doc.Times) - 1)
}

// pair is a range in two expressions with one sense: "3 to 5 May".
func (w *work) pair(c class, s *sense, at extract.Range) {
	first, second := *s, *s
	second.move(fEndYear, fYear)
	second.move(fEndMonth, fMonth)
	second.move(fEndDay, fDay)
	for _, e := range []field{fEndYear, fEndMonth, fEndDay} {
		first.set &^= 1 << e
	}
	w.add(c, &first, extract.Range{From: at.From, To: int(s.stop)})
	w.add(c, &second, extract.Range{From: int(s.cut), To: at.To})
	k := len(w.doc.Times)
	w.doc.Times[k-2].Until = k - 1
	w.doc.Times[k-2].After, w.doc.Times[k-1].Before = true, true
}

func (s *sense) move(from, to field) {
	if s.has(from) {
		s.put(to, s.f[from])
		s.set &^= 1 << from
	}
}

// add resolves one expression.
func (w *work) add(c class, s *sense, at extract.Range) {
	x := extract.Timex{At: at, Rule: s.rule.name, Mod: codes[fMod][s.f[fMod]]}
	switch {
	case c&cRef != 0:
		w.reference(&x, s)
	case c&cSet != 0:
		w.repeated(&x, s)
	case c&cSpan != 0:
		w.lasting(&x, s)
	default:
		w.date(&x, s)
	}
	w.limits(&x)
	w.blur(&x)
	w.doc.Times = append(w.doc.Times, x)
}

// date fills x with a date or time of day.
func (w *work) date(x *extract.Timex, s *sense) {
	x.Type = "DATE"
	if s.any(fHour, fPart) {
		x.Type = "TIME"
	}
	p := w.point(s)
	explicit := s.any(fYear, fShort)
	for b := s.base; b != 0; b = w.senses[b].base {
		explicit = explicit || w.senses[b].any(fYear, fShort)
		if w.senses[b].any(fHour, fPart) {
			x.Type = "TIME"
		}
	}
	w.said.add(p, explicit, s.has(fSign) || s.has(fOpen) && (explicit || s.base != 0))
	x.Value, x.Reason = p.value, p.why
	if p.bad {
		x.Reason = "kept as text: " + p.why
		return
	}
	x.When, x.Borrowed = p.time, p.borrowed
	if m := s.f[fMod]; m >= modStart && m <= modEnd && x.When.Known() && x.Type == "DATE" {
		x.When = graph.PartOf(x.When, int(m))
	} else if m != 0 && x.When.Known() {
		x.When.About = true
	}
	if s.f[fAbout] == 1 && x.When.Known() {
		x.When.About = true
	}
	if s.any(fEndYear, fEndMonth, fEndDay) {
		w.stretch(x, s, p)
	}
}

// stretch is a range written as one: 2014-15, 3-5 May.
func (w *work) stretch(x *extract.Timex, s *sense, p point) {
	end := *s
	end.move(fEndMonth, fMonth)
	end.move(fEndDay, fDay)
	if end.has(fEndYear) {
		y := end.f[fEndYear]
		if y < 100 {
			y += end.f[fYear] / 100 * 100
			if y < end.f[fYear] {
				y += 100
			}
		}
		end.put(fYear, y)
		end.set &^= 1 << fEndYear
	}
	q := w.point(&end)
	if q.bad || !q.at.Known() || !p.at.Known() || q.time.Last.Before(p.time.First) {
		return
	}
	x.Value = p.value + "/" + q.value
	x.When = graph.StretchOf(p.time.First, q.time.Last)
	x.Reason = fmt.Sprintf("from %s to %s: %s", p.value, q.value, p.why)
}

// limits reads the preposition before the expression: since and after bound it below, until and by above.
func (w *work) limits(x *extract.Timex) {
	if x.At.From == 0 || x.Type == "SET" || w.owns(x.At.To) {
		return // "since Friday's vote" is since the vote
	}
	e := w.words.lookup(w.word(x.At.From - 1))
	if e == 0 {
		return
	}
	switch w.words.entries[e].notes[noteBound] {
	case modAfter:
		x.After = true
	case modBefore:
		x.Before = true
	}
}

// owns tells whether token i is the sign of a genitive.
func (w *work) owns(i int) bool {
	return i < len(w.doc.Tokens) && (w.word(i) == "'s" || w.word(i) == "’s" || w.word(i) == "'" || w.word(i) == "’")
}

// blur reads an approximation that is not part of the expression: "about" in "about five hours".
func (w *work) blur(x *extract.Timex) {
	if x.At.From == 0 || x.Mod != "" || x.Type == "SET" {
		return
	}
	e := &w.words.entries[w.words.lookup(w.word(x.At.From-1))]
	if e.classes&(w.classes.blur|w.classes.approx) != 0 {
		x.Mod = codes[fMod][e.value(w.classes.blur|w.classes.approx)]
		x.When.About = x.When.Known()
	}
}

// link ties the two ends of "from Monday to Friday" and "between 1990 and 1995" where they are expressions of their own.
func (w *work) link(k int) {
	if k < 1 {
		return
	}
	a, b := &w.doc.Times[k-1], &w.doc.Times[k]
	if b.At.From-a.At.To != 1 || a.At.From == 0 || a.Type == "SET" || b.Type == "SET" || a.Until != 0 {
		return
	}
	join, open := w.word(a.At.To), w.word(a.At.From-1)
	from := equalFold("from", open) && (equalFold("to", join) || equalFold("until", join) || equalFold("through", join))
	if from || equalFold("between", open) && equalFold("and", join) {
		a.Until, a.After, b.Before = k, true, true
		w.turn(a, b)
	}
}

// turn moves b, the last weekday of a range, behind a: from Monday to Thursday.
func (w *work) turn(a, b *extract.Timex) {
	s := &w.senses[w.nodes[w.here].sense]
	if !s.has(fWeekday) || s.any(fDay, fYear, fRel) || b.When.Grain != graph.Day || !b.When.First.Before(a.When.First) {
		return
	}
	days := a.When.First.DaysSince(b.When.First)
	d := b.When.First.AddDays((days + 6) / 7 * 7)
	if pub := w.doc.Published; w.way(s).way < 0 && pub.Last.Known() && d.After(pub.Last) && w.isWeekday(a.At) {
		d = d.AddDays(-7) // what is over ended by now, so it began last week
		setDay(a, a.When.First.AddDays(-7))
		a.Reason = weekdayNames[a.When.First.Weekday()] + " before " + d.String() + ", with which the range ends"
	}
	setDay(b, d)
	b.Reason = weekdayNames[d.Weekday()] + " after " + a.When.First.String()
}

// setDay moves expression x to day d.
func setDay(x *extract.Timex, d graph.Date) {
	x.Value, x.When.First, x.When.Last = valueAt(day, d)+x.Value[len("2006-01-02"):], d, d
}

// isWeekday tells whether the expression at the given tokens is the name of a day of the week alone.
func (w *work) isWeekday(at extract.Range) bool {
	e := &w.words.entries[w.words.lookup(w.word(at.From))]
	return at.Len() == 1 && e.classes&w.classes.weekday != 0
}
