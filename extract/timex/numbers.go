package timex

// numbers puts number words together: "twenty four" is 24, "two hundred and ten" 210, "nineteen ninety-six" 1996 and
// "2 1/2" two and a half. The words' values stand in words.tsv.
func (w *work) numbers() {
	out := w.nodes[:0]
	for i := 0; i < len(w.nodes); {
		n := &w.nodes[i]
		if n.sense != 0 || n.class&cNum == 0 && w.note(i, noteCard) == 0 && !w.aHundred(i) {
			out = append(out, *n)
			i++
			continue
		}
		made, next := w.cardinal(i)
		made, next = w.andHalf(made, next)
		out = append(out, made)
		i = next
	}
	w.nodes = out
}

// andHalf adds what follows in "two and a half".
func (w *work) andHalf(n node, next int) (node, int) {
	if next+2 >= len(w.nodes) || n.class&cNum == 0 || w.nodes[next].entry != w.classes.and ||
		w.nodes[next+1].class&w.classes.one == 0 || w.nodes[next+2].entry != w.classes.half {
		return n, next
	}
	v := n.value * 1000
	if n.sense != 0 {
		v = w.senses[n.sense].f[fCount]
	}
	return w.mixed(n, next+3, v/1000, 500), next + 3
}

// small reads a number word below 100 at node i: "forty", "forty-two", "seven".
func (w *work) small(i int) (v int32, next int) {
	if i >= len(w.nodes) || w.note(i, noteCard) == 0 {
		return 0, i
	}
	v = w.note(i, noteCard)
	if v < 20 || v%10 != 0 {
		return v, i + 1
	}
	j := i + 1
	if j < len(w.nodes) && w.nodes[j].class&cHyphen != 0 {
		j++
	}
	if j < len(w.nodes) && w.note(j, noteCard) != 0 {
		if u := w.note(j, noteCard); 0 < u && u < 10 {
			return v + u, j + 1
		}
	}
	return v, i + 1
}

// note is the value that the word of node i has as a note, 0 if none.
func (w *work) note(i int, n note) int32 { return w.words.entries[w.nodes[i].entry].notes[n] }

// cardinal reads the number at node i and gives its node and the place behind it.
func (w *work) cardinal(i int) (node, int) {
	first := w.nodes[i]
	v, next := w.small(i)
	switch {
	case next > i:
		if y, after := w.small(next); 10 <= v && v <= 20 && after > next && 10 <= y && y <= 99 {
			return w.numeral(first, after, v*100+y, cYear), after
		}
	case first.class&cNum != 0:
		v, next = first.value, i+1
		if half, after := w.ratio(next); after > next {
			return w.mixed(first, after, v, half), after
		}
		if next >= len(w.nodes) || w.note(next, noteScale) == 0 {
			return first, next
		}
	case w.aHundred(i):
		v, next = 1, i+1
	default: // "hundred" alone
		return first, i + 1
	}
	return w.scaled(first, v, next)
}

// aHundred tells whether node i is the article of "a hundred" or "a thousand".
func (w *work) aHundred(i int) bool {
	return w.nodes[i].class&w.classes.one != 0 && i+1 < len(w.nodes) && w.note(i+1, noteScale) != 0
}

// scaled reads what follows a number: "hundred and ten", "thousand fifteen".
func (w *work) scaled(first node, v int32, next int) (node, int) {
	total, scaledBy := int32(0), int32(0)
	for next < len(w.nodes) && w.note(next, noteScale) != 0 {
		s := w.note(next, noteScale)
		if v > 1000 || v*s > 1_000_000 {
			first.class = 0
			return first, next + 1
		}
		total, scaledBy = total+v*s, s
		v = 0
		next++
		j := next
		if j < len(w.nodes) && w.nodes[j].entry != 0 && w.nodes[j].entry == w.classes.and {
			j++
		}
		u, after := w.small(j)
		if after == j || u >= s {
			break
		}
		v, next = u, after
	}
	total += v
	k := class(0)
	if scaledBy == 1000 && 2000 <= total && total < 2100 {
		k = cYear
	}
	return w.numeral(first, next, total, k), next
}

// ratio reads a fraction in digits at node i, in thousandths: 1/2.
func (w *work) ratio(i int) (int32, int) {
	if i < len(w.nodes) && w.note(i, noteFrac) != 0 {
		return w.note(i, noteFrac), i + 1
	}
	if i+2 >= len(w.nodes) || w.nodes[i].class&cNum == 0 || w.nodes[i+1].entry != w.classes.slash || !w.nodes[i+1].glued ||
		w.nodes[i+2].class&cNum == 0 || !w.nodes[i+2].glued {
		return 0, i
	}
	a, b := w.nodes[i].value, w.nodes[i+2].value
	if b < 2 || b > 8 || a >= b {
		return 0, i
	}
	return a * 1000 / b, i + 3
}

func (w *work) mixed(first node, next int, v, part int32) node {
	n := w.numeral(first, next, 0, 0)
	w.senses[n.sense].put(fCount, min(v, 1_000_000)*1000+part)
	return n
}

// numeral is the node of a number in words.
func (w *work) numeral(first node, next int, v int32, more class) node {
	s := sense{}
	s.put(fCount, v*1000)
	n := node{from: first.from, to: w.nodes[next-1].to, class: cNum | more, glued: first.glued, capital: first.capital}
	if more&cYear != 0 {
		s.put(fYear, v)
	}
	if 0 < v && v <= 12 {
		s.put(fHour, v)
		n.class |= cHour
	}
	n.sense = w.keep(s)
	return n
}
