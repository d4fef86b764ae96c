package events

import (
	"math"
	"strconv"
	"strings"

	"dateline/extract"
	"dateline/extract/rules"
	"dateline/graph"
)

// counted are the lemmas whose toll is worth a number of its own: what happens to the people counted.
const counted = "tolls"

// quantities reads the numbers that clause c tells: tolls ("killed at least 129 people"), money, shares and measures
// ("rose 12%", "sold for $3bn", "fled 30 km"), and things counted ("ordered 45 aircraft").
func (r *reader) quantities(c int, t *rules.Trigger) (out []graph.Quantity) {
	cl := &r.d.Clauses[c]
	if cl.Kind != "verb" {
		return nil
	}
	for i := range cl.Args {
		a := &cl.Args[i]
		if a.Clause >= 0 || a.Slot == "complement" || a.Slot == "clause" {
			continue
		}
		n, ok := r.amount(a)
		if !ok {
			continue
		}
		if n.q.What = r.what(cl, a, t, &n); n.q.What != "" {
			out = append(out, n.q)
		}
	}
	return out
}

// what says what the number n of argument a counts, "" where that is not worth telling.
func (r *reader) what(cl *extract.Clause, a *extract.Argument, t *rules.Trigger, n *amount) string {
	verb, _ := split(cl.Lemma)
	suffers := a.Slot == "object" || a.Slot == "subject" && (cl.Passive || t != nil && t.Subject == "patient") ||
		a.Slot == "oblique" && a.Case == "" && n.unit.sort == "" // "injured more than 30", read as an adverb
	head := &r.d.Tokens[a.Head]
	noun, toll := r.amounts.tolls[head.Lemma], r.tollOf(cl)
	switch {
	case noun != "":
		return noun // "caused three deaths"
	case n.unit.sort == "count":
		return n.unit.name
	case n.unit.sort != "":
		n.q.Unit = n.unit.name
		return strings.TrimSpace(strings.ToLower(r.verbs.past(r.d.Tokens[cl.Head].Lemma)) + " " + a.Case)
	case toll != "" && a.Case == "to":
		return toll // "the death toll rose to 45"
	case suffers && r.rules.In(counted, verb):
		return strings.ToLower(r.verbs.participle(r.d.Tokens[cl.Head].Lemma))
	case suffers && verb == "leave" && r.lifeless(cl):
		return "killed"
	case head.UPOS == "NOUN" && (a.Slot == "object" || a.Slot == "subject" || a.Slot == "agent"):
		return strings.ToLower(r.d.Word(a.Head))
	}
	return ""
}

// tollOf is what the subject of cl counts, "" if it counts nobody: "the death toll".
func (r *reader) tollOf(cl *extract.Clause) string {
	for i := range cl.Args {
		if a := &cl.Args[i]; a.Slot == "subject" {
			return r.amounts.tolls[r.d.Tokens[a.Head].Lemma]
		}
	}
	return ""
}

// lifeless tells of "left 12 people dead".
func (r *reader) lifeless(cl *extract.Clause) bool {
	for _, k := range r.deps.Kids(cl.Head) {
		if r.d.Tokens[k].Rel == "xcomp" && r.d.Tokens[k].Lemma == "dead" {
			return true
		}
	}
	return false
}

// amount is a number with its bounds and unit.
type amount struct {
	q    graph.Quantity
	unit unit
}

// amount reads the number in argument a that belongs to its head: the head itself, what counts it, or an amount of some
// unit inside ("a profit of 1.1 mln dlrs").
func (r *reader) amount(a *extract.Argument) (n amount, ok bool) {
	for i := a.At.From; i < a.At.To; i++ {
		t := &r.d.Tokens[i]
		if t.UPOS != "NUM" && (t.UPOS != "NOUN" || r.numbers[t.Lemma] == 0) || r.timed[i] >= 0 {
			continue
		}
		v, to, parsed := r.value(i, a.At.To)
		if !parsed {
			return n, false
		}
		n.unit = r.unit(i, to)
		if n.unit.sort == "" && (!r.counts(i, to, a.Head) || year(r.d.Word(i)) && !r.rules.In("people", r.d.Tokens[a.Head].Lemma)) {
			return n, false
		}
		r.bounds(&n.q, v, max(a.At.From-3, i-4, 0), i, to)
		return n, true
	}
	return n, false
}

// year tells whether a number as written may well be a year: "1987 exports".
func year(w string) bool { return len(w) == 4 && (w[:2] == "19" || w[:2] == "20") }

// counts tells whether one of the numerals from i on stands with the noun at token head, or is it.
func (r *reader) counts(i, to, head int) bool {
	for ; i < to; i++ {
		if t := &r.d.Tokens[i]; i > head {
			return false // "number three"
		} else if i == head || t.Head == head && (extract.Is(t.Rel, "nummod") || t.UPOS == "NUM") {
			return true
		}
	}
	return false
}

// value is the number that begins at token i, with the words that multiply it; to is the token after them.
func (r *reader) value(i, end int) (v float64, to int, ok bool) {
	v, ok = r.number(r.d.Word(i))
	for to = i + 1; ok && to < end; to++ {
		w := strings.ToLower(r.d.Word(to))
		m := r.numbers[w]
		if w == "m" && i > 0 && r.amounts.units[r.d.Word(i-1)].sort == "money" {
			m = 1e6 // "$600m", where other numbers are metres
		}
		if m < 100 {
			break
		}
		v = math.Round(v*m*100) / 100
	}
	return v, to, ok
}

// unit is the unit of the number in tokens i to j: a currency before it, or a word after it.
func (r *reader) unit(i, j int) unit {
	if i > 0 {
		if u := r.amounts.units[strings.ToLower(r.d.Word(i-1))]; u.sort == "money" {
			return u
		}
	}
	if j >= len(r.d.Tokens) {
		return unit{}
	}
	w := strings.ToLower(r.d.Word(j))
	if w == "per" && j+1 < len(r.d.Tokens) && r.d.Word(j+1) == "cent" {
		return r.amounts.units["%"]
	}
	if w == "us" || w == "u.s." || w == "million" {
		if j++; j < len(r.d.Tokens) {
			w = strings.ToLower(r.d.Word(j))
		}
	}
	return r.amounts.units[w]
}

// bounds fills q with v, as the words from token from to token i, and those after token to, tell: at least, at most,
// about. Counting words without a number say so little: "hundreds" are at least a hundred.
func (r *reader) bounds(q *graph.Quantity, v float64, from, i, to int) {
	for k := from; k < min(to+2, len(r.d.Tokens)); k++ {
		if k == i {
			k = to - 1
			continue
		}
		before := k < i
		switch w := strings.ToLower(r.d.Word(k)); {
		case before && r.rules.In("at-least", w), !before && w == "more" && strings.EqualFold(r.d.Word(k-1), "or"):
			q.AtLeast = v
		case before && r.rules.In("at-most", w) || before && w == "to" && k > 0 && strings.EqualFold(r.d.Word(k-1), "up"):
			q.AtMost = v
		case before && r.rules.In("about", w):
			q.About = true
		}
	}
	if i > 0 && to+1 < len(r.d.Tokens) && strings.EqualFold(r.d.Word(i-1), "between") && r.d.Word(to) == "and" {
		if most, _, ok := r.value(to+1, len(r.d.Tokens)); ok {
			q.AtLeast, q.AtMost = v, most
		}
	}
	if t := &r.d.Tokens[i]; t.UPOS == "NOUN" && strings.HasSuffix(r.d.Word(i), "s") {
		q.AtLeast, q.About = v, true
	}
	if q.AtLeast == 0 && q.AtMost == 0 {
		q.Value = v
	}
}

// number is the value of a numeral: "129", "1,200", "three".
func (f *Finder) number(w string) (float64, bool) {
	w = strings.ToLower(w)
	if v, ok := f.numbers[w]; ok {
		return v, true
	}
	if v, ok := f.numbers[strings.TrimSuffix(w, "s")]; ok {
		return v, true
	}
	v, err := strconv.ParseFloat(strings.ReplaceAll(w, ",", ""), 64)
	return v, err == nil && v >= 0 && v < 1e15
}
