package mend

// twins makes one subject of two that stand side by side before their verb, which has but one:
//
//	Software giant | Acme bought a bank     the first describes the name
//	The owner | Ada Berg left               the second is an apposition of the first
//	Acme | shares fell                      the first is a part of the second
func (t *tree) twins() (changed bool) {
	for v := t.sent.From + 2; v < t.sent.To; v++ {
		first := -1
		for _, k32 := range t.deps.Kids(v) {
			k := int(k32)
			if k > v || !t.is(k, "nsubj") || t.d.Tokens[k].Rel == "nsubj:outer" {
				continue
			}
			if first >= 0 && t.beside(first, k) {
				t.join(first, k)
				changed = true
			}
			first = k
		}
	}
	return changed
}

// join ties subject a to subject b right behind it.
func (t *tree) join(a, b int) {
	switch described := t.d.Tokens[a].UPOS == "NOUN" && t.d.Tokens[b].UPOS == "PROPN"; {
	case described && t.deps.Kid(t.d, a, "det") >= 0 && t.does(a):
		t.set(b, a, "appos")
	case described:
		t.set(a, b, "nmod:desc")
	default:
		t.set(a, b, "compound")
	}
}

// beside tells whether the phrases of nouns a and b follow each other without a word between, so that they can be one; b
// must not be a day.
func (t *tree) beside(a, b int) bool {
	for _, i := range [...]int{a, b} {
		if u := t.d.Tokens[i].UPOS; u != "NOUN" && u != "PROPN" {
			return false
		}
	}
	_, hi := t.deps.Reach(a)
	lo, _ := t.deps.Reach(b)
	for i := lo; i < b; i++ {
		switch t.d.Tokens[i].UPOS {
		case "CCONJ", "ADV", "VERB", "PUNCT":
			return false
		}
	}
	return hi == a && hi+1 == lo && t.deps.Kid(t.d, b, "det") < 0 && !t.in("calendar", b)
}
