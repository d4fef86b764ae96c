package events

import (
	"slices"
	"strings"

	"dateline/extract"
)

// shortened is the longest stretch of clause at, of at most room words, that is a sentence by itself: what is left out, in
// front, between commas or behind, only adds to what it says. Nil if there is none.
//
//	growth is unlikely to reach the rate | that it had forecast    the relative clause adds
//	rates could fall if German rates fall                          the condition does not
func (l *line) shortened(at extract.Range, room int) []string {
	at = l.unfronted(at)
	holes := append(l.inserted(at), l.days(at)...)
	slices.SortFunc(holes, func(a, b extract.Range) int { return a.From - b.From })
	for at.Len() > 1 && l.count(at, holes) > room {
		at.To--
		for at.Len() > 1 && !l.whole(at) {
			at.To--
		}
	}
	for at.Len() > 1 && l.r.d.Tokens[at.To-1].UPOS == "PUNCT" {
		at.To--
	}
	if at.Len() < 3 || !l.predicates(at) {
		return nil
	}
	return l.written(at, holes)
}

// inserted are the stretches between commas or brackets inside clause at without which it says the same, in text order.
func (l *line) inserted(at extract.Range) (holes []extract.Range) {
	for i := at.From; i < at.To; i++ {
		if to := l.bracketed(i, at.To); to > i {
			holes = append(holes, extract.Range{From: i, To: to})
			i = to - 1
			continue
		}
		rel := l.r.d.Tokens[i].Rel
		if !at.Has(l.r.d.Tokens[i].Head) || !extract.Is(rel, "acl") && rel != "appos" && rel != "parataxis" && !(extract.Is(rel, "advcl") && l.adds(i)) {
			continue
		}
		lo, hi := l.r.deps.Reach(i)
		if !l.stop(lo) {
			lo--
		}
		if !l.stop(hi) {
			hi++
		}
		after := len(holes) == 0 || lo >= holes[len(holes)-1].To
		if after && lo > at.From && hi+1 < at.To && l.stop(lo) && l.stop(hi) {
			holes = append(holes, extract.Range{From: lo, To: hi + 1})
		}
	}
	return holes
}

// days are the stretches of clause at that are times which only the day of the article makes clear, and adverbs that lead
// over from what was said before: "however".
func (l *line) days(at extract.Range) (holes []extract.Range) {
	for i := at.From; i < at.To; i++ {
		if l.r.d.Tokens[i].Rel == "advmod" && l.r.rules.In("linking", strings.ToLower(l.r.d.Word(i))) {
			to := i + 1
			if to < at.To && l.r.d.Word(to) == "," {
				to++
			}
			holes = append(holes, extract.Range{From: i, To: to})
		}
		if t := l.r.timed[i]; t >= 0 && l.r.d.Times[t].At.From == i && l.pointing(l.r.d.Times[t].At) {
			holes = append(holes, l.r.d.Times[t].At)
		}
	}
	return holes
}

// pointing tells of a time that only the day of the article makes clear, as "today", and that hangs on a verb by itself.
func (l *line) pointing(at extract.Range) bool {
	t := &l.r.d.Tokens[l.r.headOf(at)]
	if t.Rel != "obl:unmarked" && t.Rel != "advmod" && t.Rel != "obl:tmod" {
		return false
	}
	return l.r.rules.In("pointing-day", strings.ToLower(l.r.d.String(at)))
}

// bracketed is the end of the bracket that token i opens, closed before token to; i where it is none.
func (l *line) bracketed(i, to int) int {
	if l.r.d.Word(i) != "(" {
		return i
	}
	for k := i + 1; k < to; k++ {
		if l.r.d.Word(k) == ")" {
			return k + 1
		}
	}
	return i
}

// stop tells of a comma or bracket at token i.
func (l *line) stop(i int) bool {
	if i < 0 || i >= len(l.r.d.Tokens) {
		return false
	}
	w := l.r.d.Word(i)
	return w == "," || w == "(" || w == ")"
}

// count is the number of words, parted by blanks, of range at but for its holes.
func (l *line) count(at extract.Range, holes []extract.Range) (n int) {
	for i := at.From; i < at.To; i++ {
		if len(holes) > 0 && holes[0].Has(i) {
			i = holes[0].To - 1
			holes = holes[1:]
			continue
		}
		if t := &l.r.d.Tokens[i]; i == at.From || t.Start > l.r.d.Tokens[i-1].End {
			n++
		}
	}
	return n
}

// written is the words of range at but for its holes, without quotation marks around them.
func (l *line) written(at extract.Range, holes []extract.Range) (words []string) {
	d := l.r.d
	add := func(from, to int) {
		if from < to {
			words = append(words, strings.Fields(d.Text[d.Tokens[from].Start:d.Tokens[to-1].End])...)
		}
	}
	from := at.From
	for _, h := range holes {
		if h.From >= from && h.From < at.To {
			add(from, h.From)
			from = h.To
		}
	}
	add(from, at.To)
	return strings.Fields(strings.Trim(strings.Join(words, " "), "\"“”"))
}

// unfronted is clause at without the phrases that open it: "along with the offer, Dome has had another one".
func (l *line) unfronted(at extract.Range) extract.Range {
	head := slices.IndexFunc(l.r.d.Tokens[at.From:at.To], func(t extract.Token) bool { return !at.Has(t.Head) }) + at.From
	for _, k := range l.r.deps.Kids(head) {
		rel := l.r.d.Tokens[k].Rel
		if int(k) >= head || rel != "mark" && !l.adds(int(k)) {
			break
		}
		_, hi := l.r.deps.Reach(int(k))
		if l.r.d.Word(hi+1) == "," {
			hi++
		}
		if l.r.d.Word(hi) == "," {
			at.From = hi + 1
		}
	}
	return at
}

// whole tells whether nothing that stands behind at is needed by a word in it, in its sentence.
func (l *line) whole(at extract.Range) bool {
	d := l.r.d
	if last := &d.Tokens[at.To-1]; last.UPOS == "ADP" || last.UPOS == "CCONJ" || last.UPOS == "PART" || last.Rel == "acl" || l.r.rules.In("everything", last.Lemma) {
		return false
	}
	for i, end := at.To, d.Sentences[d.SentenceOf(at.From)].To; i < end; i++ {
		if h := d.Tokens[i].Head; at.Has(h) && !l.adds(i) {
			return false
		}
	}
	for i := at.From; i < at.To; i++ {
		if h := d.Tokens[i].Head; h >= at.To && h < d.Sentences[d.SentenceOf(i)].To {
			return false
		}
	}
	return true
}

// adds tells whether token i only adds to what its head says: a circumstance, an apposition, one more of several.
func (l *line) adds(i int) bool {
	t := &l.r.d.Tokens[i]
	rel, _, _ := strings.Cut(t.Rel, ":")
	switch rel {
	case "punct", "cc", "parataxis", "appos", "discourse":
		return true
	case "acl":
		vague := t.Head >= 0 && (l.r.d.Tokens[t.Head].UPOS == "PRON" || l.r.rules.In("vague", l.r.d.Tokens[t.Head].Lemma))
		return !vague && (t.Rel == "acl:relcl" || t.XPOS == "VBN" && l.r.deps.Kid(l.r.d, i, "mark") < 0)
	case "amod":
		return i > t.Head // "elections due in June"
	case "conj":
		return l.r.deps.Kid(l.r.d, t.Head, "cc:preconj") < 0 && !l.between(t.Head)
	case "obl":
		return l.r.d.Tokens[t.Head].UPOS != "ADJ"
	case "nmod":
		k := l.r.deps.Kid(l.r.d, i, "case")
		return k >= 0 && l.r.d.Tokens[k].Lemma != "of"
	case "advcl":
		k := l.r.deps.Kid(l.r.d, i, "mark")
		return k < 0 && l.r.d.Tokens[t.Head].UPOS != "ADJ" || k >= 0 && l.frames(k)
	}
	return false
}

// frames tells whether the conjunction at token k opens a clause that only frames another one: no condition, no purpose,
// no cause, which a negation may mean.
func (l *line) frames(k int) bool {
	return l.r.rules.In("framing-mark", strings.ToLower(l.r.d.Word(k)))
}

// between tells of the first of two things that belong together: "between Oslo and Bergen".
func (l *line) between(i int) bool {
	k := l.r.deps.Kid(l.r.d, i, "case")
	return k >= 0 && l.r.d.Tokens[k].Lemma == "between"
}

// predicates tells whether at holds its own predicate: a clause is headed there whose head is outside.
func (l *line) predicates(at extract.Range) bool {
	for i := at.From; i < at.To; i++ {
		if c := l.r.clause[i]; c >= 0 && l.r.d.Clauses[c].Kind != "noun" && !at.Has(l.r.d.Tokens[i].Head) {
			return l.r.d.Clauses[c].Tense != "none" || l.r.d.Clauses[c].Mark != "" || !l.r.mereSaying(l.cl)
		}
	}
	return false
}
