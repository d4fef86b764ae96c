package mend

import "strings"

// objects puts the object of a verb where it belongs:
//
//	after working for Ana, he left     the preposition was hung on the verb, and Ana was worked
//	they shot dead a thief             the thief is the object of shooting, not of being dead
//	they made trade one of their aims  what they made trade
func (t *tree) objects() (changed bool) {
	for i := t.sent.From + 1; i < t.sent.To; i++ {
		if t.d.Tokens[i].Rel == "obj" && (t.governed(i) || t.resulting(i) || t.oneOf(i)) {
			changed = true
		}
	}
	return changed
}

// governed makes object i an oblique if a preposition that hangs on its verb stands right before its phrase, or on its title.
func (t *tree) governed(i int) bool {
	v := t.d.Tokens[i].Head
	if v < 0 || v > i || t.d.Tokens[v].UPOS != "VERB" {
		return false
	}
	p := v + 1
	lo, _ := t.deps.Reach(i)
	if h := t.d.Tokens[p].Head; t.d.Tokens[p].UPOS != "ADP" || t.d.Tokens[p].Rel != "case" || !(lo == p+1 && h == v || lo == p && (h != i && t.d.Tokens[h].Rel == "nmod:desc" || h == i && t.d.Tokens[i].UPOS != "NUM" && t.kid(i, "nummod") < 0)) {
		return false
	}
	t.set(p, i, "case")
	t.set(i, v, "obl")
	return true
}

// resulting gives object i of an adjective, the result of a verb, to the verb.
func (t *tree) resulting(i int) bool {
	a := t.d.Tokens[i].Head
	if a < 0 || a > i || t.d.Tokens[a].UPOS != "ADJ" || t.d.Tokens[a].Rel != "xcomp" || t.in("with-object", a) {
		return false
	}
	v := t.d.Tokens[a].Head
	if v < 0 || v > a || t.d.Tokens[v].UPOS != "VERB" || t.kid(v, "obj") >= 0 || t.kid(v, "nsubj:pass") >= 0 {
		return false
	}
	t.set(i, v, "obj")
	return true
}

// oneOf makes the second object i of "make" and its like, "one of …", what the first is made.
func (t *tree) oneOf(i int) bool {
	v := t.d.Tokens[i].Head
	if v < 0 || t.d.Tokens[i].UPOS != "NUM" || t.kid(i, "nmod") < i || !t.words.In("makes", t.d.Tokens[v].Lemma) {
		return false
	}
	if o := t.kid(v, "obj"); o < v || o >= i {
		return false
	}
	t.set(i, v, "xcomp")
	return true
}

// exceptions makes one quantity of "all but nine", which says nearly the contrary of "nine".
func (t *tree) exceptions() (changed bool) {
	for but := t.sent.From + 1; but+1 < t.sent.To; but++ {
		all, n := but-1, but+1
		if t.d.Tokens[n].UPOS != "NUM" || !strings.EqualFold(t.d.Word(but), "but") || !strings.EqualFold(t.d.Word(all), "all") {
			continue
		}
		if h := t.d.Tokens[all].Head; h != n && h != but && !t.above(n, h) && !t.above(but, h) {
			t.set(n, h, t.d.Tokens[all].Rel)
		} else if t.d.Tokens[n].Head == all || t.d.Tokens[n].Head == but {
			continue
		}
		for _, j := range [2]int{all, but} {
			for _, k := range t.deps.Kids(j) {
				if k := int(k); k != n && k != but && k != all {
					t.set(k, n, t.d.Tokens[k].Rel)
				}
			}
		}
		t.set(all, n, "advmod")
		t.set(but, all, "fixed")
		changed = true
	}
	return changed
}
