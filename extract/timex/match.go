package timex

// step is one node of a match and what it was taken for.
type step struct{ alt *alt }

// run lets a pass rewrite the nodes of the sentence: at each place the longest match wins, then the rule that stands
// first in the file.
func (w *work) run(p *pass) {
	out := w.nodes[:0]
	for i := 0; i < len(w.nodes); {
		if w.nodes[i].class&p.states[0].next != 0 {
			w.best = w.best[:0]
			w.path = w.path[:0]
			if r := w.walk(p, 0, i, i, len(out), nil); r != nil {
				n := w.build(r, i)
				i += len(w.best)
				out = append(out, n)
				continue
			}
		}
		out = append(out, w.nodes[i])
		i++
	}
	w.nodes = out
}

// walk goes down the trie from a state at node i; start is where the match began, out how many nodes are already
// rewritten. It gives the rule of the longest match found so far.
func (w *work) walk(p *pass, at int32, start, i, out int, best *rule) *rule {
	s := &p.states[at]
	if i > start && len(w.path) >= len(w.best) {
		for _, r := range s.rules {
			if (len(w.path) > len(w.best) || r.order < best.order) && w.fits(r, start, i, out) {
				best = r
				w.best = append(w.best[:0], w.path...)
				break
			}
		}
	}
	if i >= len(w.nodes) || w.nodes[i].class&s.next == 0 {
		return best
	}
	for k := range s.edges {
		g := &s.edges[k]
		if a := g.element.matches(w, &w.nodes[i]); a != nil {
			w.path = append(w.path, step{a})
			best = w.walk(p, g.next, start, i+1, out, best)
			w.path = w.path[:len(w.path)-1]
		}
	}
	return best
}

// fits tells whether the surroundings of nodes start to end allow a rule. What stands before is the last of the out
// nodes that are already rewritten.
func (w *work) fits(r *rule, start, end, out int) bool {
	if r.left != nil && (out == 0 || r.left.matches(w, &w.nodes[out-1]) == nil) {
		return false
	}
	if r.notLeft != nil && out > 0 && r.notLeft.matches(w, &w.nodes[out-1]) != nil {
		return false
	}
	if r.right != nil && (end >= len(w.nodes) || r.right.matches(w, &w.nodes[end]) == nil) {
		return false
	}
	if r.notRight != nil && end < len(w.nodes) && r.notRight.matches(w, &w.nodes[end]) != nil {
		return false
	}
	for _, v := range r.unless {
		if vetoes[v](w, start, end) {
			return false
		}
	}
	return true
}

// build makes the node of a match: the fields of its nodes put together, then those that the rule puts.
func (w *work) build(r *rule, start int) node {
	first, last := &w.nodes[start], &w.nodes[start+len(w.best)-1]
	n := node{from: first.from, to: last.to, class: r.as, glued: first.glued, capital: first.capital}
	s := sense{rule: r}
	for k := range w.best {
		part, a := &w.nodes[start+k], w.best[k].alt
		if r.split && s.cut == 0 && fEndYear <= a.role && a.role <= fEndDay {
			s.cut, s.stop = part.from, w.nodes[start+k-1].from
		}
		switch {
		case a.measure:
			s.base = part.sense
		case part.sense != 0 && a.role == fNone:
			s.merge(&w.senses[part.sense])
		case a.word != 0:
		case a.role == fCount || a.role == fMore:
			s.put(a.role, w.amount(part, a))
		case a.role == fClock:
			s.put(fHour, part.value/100)
			s.put(fMinute, part.value%100)
		default:
			s.put(a.role, w.valueOf(part, a))
		}
	}
	for _, p := range r.put {
		s.put(p.field, p.value)
	}
	n.sense = w.keep(s)
	return n
}

// amount is the value of a number in thousandths.
func (w *work) amount(n *node, a *alt) int32 {
	switch {
	case n.sense != 0:
		return w.senses[n.sense].f[fCount]
	case n.entry != 0:
		return w.words.entries[n.entry].value(a.class)
	case n.value > 2_000_000:
		return several
	}
	return n.value * 1000
}
