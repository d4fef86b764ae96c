package mend

import "dateline/extract"

// agreements hangs a relative clause whose verb does not agree with the noun before it on the nearest noun above that does:
//
//	The bonds, issued in the name of Acme, which were stolen      "the name … which were stolen"
func (t *tree) agreements() (changed bool) {
	for v := t.sent.From + 2; v < t.sent.To; v++ {
		x := &t.d.Tokens[v]
		if x.Rel != "acl:relcl" || x.Head < 0 || x.Head > v || t.agrees(x.Head, v) || !t.whichDoes(v) {
			continue
		}
		for n, up := 0, t.d.Tokens[x.Head].Head; n < 6 && up >= 0 && up < v; n, up = n+1, t.d.Tokens[up].Head {
			if u := t.d.Tokens[up].UPOS; u == "NOUN" && t.agrees(up, v) && t.d.Tokens[up].XPOS != t.d.Tokens[x.Head].XPOS {
				x.Head = up
				changed = true
				break
			}
		}
	}
	return changed
}

// whichDoes tells whether the subject of verb v is "which", and its noun alone, so that the two must agree.
func (t *tree) whichDoes(v int) bool {
	s := t.deps.Kid(t.d, v, "nsubj")
	if s < 0 || t.d.Tokens[s].XPOS != "WDT" {
		return false
	}
	noun := t.d.Tokens[v].Head
	for _, k := range t.deps.Kids(noun) {
		if extract.Is(t.d.Tokens[k].Rel, "conj") {
			return false
		}
	}
	return t.d.Tokens[noun].XPOS == "NN" || t.d.Tokens[noun].XPOS == "NNS"
}
