package mend

// lists makes a name that was read as an apposition of another name a member of the list in which it stands:
//
//	met Ada Berg, Paul Ross and Karl Lund      nobody is called twice
//
// Both must be names of several words, and a conjunction must close the list.
func (t *tree) lists() (changed bool) {
	for b := t.sent.From + 2; b < t.sent.To; b++ {
		x := &t.d.Tokens[b]
		if x.Rel != "appos" || x.UPOS != "PROPN" || x.Head < 0 || x.Head > b || !t.fullName(b) || !t.fullName(x.Head) {
			continue
		}
		if from, _ := t.deps.Reach(b); t.commaAt(from) && (t.closes(b, b) || t.closes(x.Head, b)) {
			x.Rel = "conj"
			changed = true
		}
	}
	return changed
}

// fullName tells whether token i heads a name of several words.
func (t *tree) fullName(i int) bool { return t.d.Tokens[i].UPOS == "PROPN" && t.kid(i, "flat") > i }

// closes tells whether a full name with a conjunction before it hangs on token i behind token b.
func (t *tree) closes(i, b int) bool {
	for _, k := range t.deps.Kids(i) {
		if int(k) > b && t.d.Tokens[k].Rel == "conj" && t.kid(int(k), "cc") >= 0 && t.fullName(int(k)) {
			return true
		}
	}
	return false
}

// sums makes one number of "£4bn", where the parser hung the billion, without which it says something else, on a verb.
func (t *tree) sums() (changed bool) {
	for i := t.sent.From + 2; i < t.sent.To; i++ {
		sign, n := i-2, i-1
		if t.d.Tokens[i].UPOS != "NUM" || t.d.Tokens[n].UPOS != "NUM" || t.d.Tokens[sign].UPOS != "SYM" || t.d.Tokens[n].Head != sign || t.d.Tokens[i].Rel == "nummod" {
			continue
		}
		if t.d.Tokens[n].End != t.d.Tokens[i].Start || t.above(i, sign) {
			continue // "£4 | two years later"
		}
		t.set(i, sign, "nummod")
		t.set(n, i, "compound")
		changed = true
	}
	return changed
}

// numbers makes a number right behind its noun, without a comma, a part of it: "the world number | five, Ada Berg".
func (t *tree) numbers() (changed bool) {
	for i := t.sent.From + 1; i < t.sent.To; i++ {
		x := &t.d.Tokens[i]
		if x.Rel != "appos" || x.UPOS != "NUM" || x.Head != i-1 || t.d.Tokens[i-1].UPOS != "NOUN" {
			continue
		}
		x.Rel = "nummod"
		for _, k := range t.deps.Kids(i) {
			if int(k) > i && t.d.Tokens[k].Rel == "appos" {
				t.d.Tokens[k].Head = i - 1
			}
		}
		changed = true
	}
	return changed
}
