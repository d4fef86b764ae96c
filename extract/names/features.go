package names

import (
	"dateline/extract"
	"dateline/extract/lexicon"
	"dateline/extract/linear"
	"dateline/graph"
)

// Features turns words into the features of the model. The trainer and the stage use it alike.
type Features struct {
	Lex *lexicon.Lexicon
	// Clusters maps linear.Hash of a folded word to its path in a binary tree of word vectors, 12 bits below a 1.
	Clusters linear.Dict
}

// Words are the atoms of an article's words.
type Words struct {
	Text    *lexicon.Text
	fold    []uint32 // hash of the folded word
	shape   []uint32 // hash of the word with letters as X and x, runs shortened
	cap     []bool   // begins with a capital
	pre     []uint32 // first three letters
	suf     [3][]uint32
	known   []uint32 // bits of what the lexicon has here
	cluster []uint32
	about   []uint32 // what other places in the article say of the word
	style   []uint32 // how its sentence is written
	tag     []uint32 // hash of the part of speech
	tie     []uint32 // hash of the relation to the head, and of the side on which that stands
	keys    []uint64 // linear.HashBytes of the folded word
}

// Ways in which a sentence is written.
const (
	stylePlain = iota
	styleSmall // no word begins with a capital
	styleTitle // most long words begin with a capital
	styleShout // all letters are capitals
	styles
)

// Bits of Words.known: a use in the lexicon, and half as many again for the inside of a phrase.
const (
	knownCountry uint32 = 1 << iota
	knownCity
	knownRegion
	knownOrganization
	knownPerson
	knownShort
	knownAdjective
	knownPeople
	knownGroup
	knownFirst
	knownTitle
	knownHonorific
	knownLower
	knownThing
	knownBits = iota

	knownPlace = knownCountry | knownCity | knownRegion
)

// Read makes the atoms of all words of d.
func (f *Features) Read(d *extract.Document) *Words {
	n := len(d.Tokens)
	w := &Words{Text: f.Lex.Scan(d), cap: make([]bool, n), keys: make([]uint64, n)}
	cells := make([]uint32, 12*n)
	for _, s := range []*[]uint32{&w.fold, &w.shape, &w.pre, &w.suf[0], &w.suf[1], &w.suf[2], &w.known, &w.cluster, &w.about, &w.style, &w.tag, &w.tie} {
		*s, cells = cells[:n:n], cells[n:]
	}
	var buf []byte
	for i := range n {
		word := visible(d.Word(i))
		buf = linear.Fold(buf[:0], word)
		h := linear.HashBytes(buf)
		w.fold[i], w.keys[i] = uint32(h>>32), h
		w.affixes(i, buf)
		w.syntax(i, &d.Tokens[i])
		w.shape[i], w.cap[i] = shapeOf(word)
		if w.cap[i] && f.Lex.FirstName(word) != 0 {
			w.known[i] |= knownFirst
		}
	}
	for i, h := range w.keys {
		if c, ok := f.Clusters.Get(h); ok {
			w.cluster[i] = c
		}
	}
	w.lookUp(n)
	w.article(d)
	w.styles(d)
	return w
}

// syntax notes the tag of word i and its place in the tree.
func (w *Words) syntax(i int, t *extract.Token) {
	w.tag[i] = linear.Atom(t.XPOS) + 3*linear.Atom(t.UPOS)
	if w.tie[i] = linear.Atom(t.Rel); t.Head > i {
		w.tie[i] = ^w.tie[i]
	}
}

func (w *Words) affixes(i int, fold []byte) {
	n := len(fold)
	w.pre[i] = hash(fold[:min(3, n)])
	for k := range w.suf {
		w.suf[k][i] = hash(fold[max(0, n-k-2):])
	}
}

func hash(b []byte) uint32 {
	h := uint32(2166136261)
	for _, c := range b {
		h = (h ^ uint32(c)) * 16777619
	}
	return h
}

// shapeOf writes the word as X, x, 0 and signs; a run of one kind longer than two counts as two, so "Obama" is Xxx.
func shapeOf(word string) (shape uint32, capital bool) {
	h, run, before := uint32(2166136261), 0, byte(0)
	for i := 0; i < len(word); i++ {
		c := word[i]
		switch {
		case 'a' <= c && c <= 'z', c >= 0x80:
			c = 'x'
		case 'A' <= c && c <= 'Z':
			c = 'X'
			capital = capital || i == 0
		case '0' <= c && c <= '9':
			c = '0'
		}
		if c == before {
			run++
		} else {
			run, before = 0, c
		}
		if run < 2 {
			h = (h ^ uint32(c)) * 16777619
		}
	}
	return h, capital || len(word) > 1 && word[0] >= 0x80 && word[0] < 0xe2
}

// lookUp sets the bits of the lexicon's phrases: the longest at each place, places inside a phrase left out.
func (w *Words) lookUp(n int) {
	for i := 0; i < n; {
		size, refs := w.Text.Longest(i)
		var bits uint32
		for _, r := range refs {
			bits |= bitOf(r)
		}
		for k := range size {
			if k > 0 {
				w.known[i+k] |= bits << knownBits
			} else {
				w.known[i] |= bits
			}
		}
		if size == 0 && !w.cap[i] {
			for k := range w.Text.Small(i) {
				w.known[i+k] |= knownLower
			}
		}
		i += max(size, 1)
	}
	for i := 0; i < n; i++ {
		size, t := w.Text.Title(i)
		bit := knownTitle
		if size > 0 && (t.Sort == "qualifier" || t.Sort == "past") {
			continue
		}
		if size > 0 && t.Sort != "office" {
			bit = knownHonorific
		}
		for k := range size {
			w.known[i+k] |= bit
		}
	}
}

func bitOf(r lexicon.Ref) uint32 {
	switch {
	case r.Use == lexicon.Adjective:
		return knownAdjective
	case r.Use == lexicon.People:
		return knownPeople
	case r.Use == lexicon.Short:
		return knownShort
	case r.Kind == graph.Person:
		return knownPerson
	case r.Kind == graph.Organization:
		return knownOrganization
	case r.Kind == graph.Group:
		return knownGroup
	case r.Kind != graph.Place:
		return knownThing
	case r.Sort == "country":
		return knownCountry
	case r.Sort == "city":
		return knownCity
	}
	return knownRegion
}

// article notes for each word whether it stands elsewhere in the article in small letters, or with a capital inside a
// sentence.
func (w *Words) article(d *extract.Document) {
	const small, capital = 1, 2
	seen := make(map[uint32]uint32, len(d.Tokens)/2)
	each := func(do func(i int, first bool)) {
		for _, s := range d.Sentences {
			for i := s.From; i < s.To; i++ {
				do(i, i == s.From)
			}
		}
	}
	each(func(i int, first bool) {
		switch {
		case !w.cap[i]:
			seen[w.fold[i]] |= small
		case !first:
			seen[w.fold[i]] |= capital
		}
	})
	each(func(i int, first bool) {
		if w.cap[i] {
			w.about[i] = 1 + seen[w.fold[i]]
		}
		if first {
			w.about[i] |= 8
		}
	})
}

// Templates is about how many features each word has.
const Templates = 47

// none stands for a word beyond the sentence.
const none = 0x5bd1e995

// get is the atom at i of a sentence of tokens from to to.
func get(a []uint32, i, from, to int) uint32 {
	if i < from || i >= to {
		return none + uint32(min(i-from, 0))
	}
	return a[i]
}

// At appends the features of token i of the sentence from to to.
func (w *Words) At(out []uint64, i, from, to int) []uint64 {
	out = w.letters(out, i, from, to)
	out = w.meaning(out, i, from, to)
	for k := w.known[i]; k != 0; k &= k - 1 {
		out = append(out, linear.Mix(100, k&-k, w.shape[i], 0))
	}
	return out
}

// lettersTemplates is how many templates letters has; those of meaning are counted on from there.
const lettersTemplates = 26

// letters are the features of the words and how they are written.
func (w *Words) letters(out []uint64, i, from, to int) []uint64 {
	t := uint32(0)
	add := func(a, b, c uint32) {
		t++
		out = append(out, linear.Mix(t, a, b, c))
	}
	w0, w1, w2 := w.fold[i], get(w.fold, i+1, from, to), get(w.fold, i+2, from, to)
	p1, p2 := get(w.fold, i-1, from, to), get(w.fold, i-2, from, to)
	s0, s1, sp := w.shape[i], get(w.shape, i+1, from, to), get(w.shape, i-1, from, to)
	add(0, 0, 0)
	add(w0, 0, 0)
	add(w1, 0, 0)
	add(w2, 0, 0)
	add(p1, 0, 0)
	add(p2, 0, 0)
	add(w0, s0, 0)
	add(w0, w1, 0)
	add(p1, w0, 0)
	add(p1, w1, s0)
	add(p2, p1, s0)
	add(w1, w2, s0)
	add(p1, s0, 0)
	add(w1, s0, 0)
	add(s0, 0, 0)
	add(sp, s0, 0)
	add(s0, s1, 0)
	add(sp, s0, s1)
	add(get(w.shape, i-2, from, to), sp, s0)
	add(s0, s1, get(w.shape, i+2, from, to))
	add(w.pre[i], s0, 0)
	add(w.suf[0][i], s0, 0)
	add(w.suf[1][i], s0, 0)
	add(w.suf[2][i], s0, 0)
	add(get(w.suf[1], i+1, from, to), s0, s1)
	add(get(w.suf[1], i-1, from, to), sp, s0)
	return out
}

// meaning are the features of what the lexicon, the rest of the article and the clusters tell of the words.
func (w *Words) meaning(out []uint64, i, from, to int) []uint64 {
	t := uint32(lettersTemplates)
	add := func(a, b, c uint32) {
		t++
		out = append(out, linear.Mix(t, a, b, c))
	}
	w1, p1 := get(w.fold, i+1, from, to), get(w.fold, i-1, from, to)
	s0, s1, sp := w.shape[i], get(w.shape, i+1, from, to), get(w.shape, i-1, from, to)
	k0, k1, kp := w.known[i], get(w.known, i+1, from, to), get(w.known, i-1, from, to)
	c0, c1, cp := w.cluster[i], get(w.cluster, i+1, from, to), get(w.cluster, i-1, from, to)
	add(k0, 0, 0)
	add(k0, s0, k1)
	add(kp, k0, k1)
	add(kp, k0, s0)
	add(kp, p1, k0)
	add(k0, k1, w1)
	add(get(w.known, i-2, from, to), kp, k0)
	add(w.about[i], s0, 0)
	add(w.about[i], k0, s1)
	add(c0, s0, 0)
	add(c0>>4, s0, 0)
	add(c0>>7, s0, sp)
	add(c1, s0, 0)
	add(c1>>4, s0, s1)
	add(cp, s0, 0)
	add(cp>>4, s0, sp)
	add(cp>>4, c0>>4, s0)
	add(c0>>4, c1>>4, s0)
	add(cp>>6, c0>>6, c1>>6)
	add(get(w.cluster, i-2, from, to)>>4, cp>>4, s0)
	add(get(w.cluster, i+2, from, to)>>4, c1>>4, s0)
	return out
}

// styles tells of each sentence how it is written: what a capital, or its absence, says depends on that.
func (w *Words) styles(d *extract.Document) {
	for _, s := range d.Sentences {
		long, capital, shout, small := 0, 0, true, true
		for i := s.From; i < s.To; i++ {
			small = small && !w.cap[i]
			if word := d.Word(i); len(word) > 3 && letter(word[0]) {
				long++
				if w.cap[i] {
					capital++
				}
				shout = shout && w.cap[i] && 'A' <= word[1] && word[1] <= 'Z'
			}
		}
		style := uint32(stylePlain)
		switch {
		case small && s.Len() > 2:
			style = styleSmall
		case long > 1 && shout:
			style = styleShout
		case long > 2 && capital*10 >= long*7:
			style = styleTitle
		}
		for i := s.From; i < s.To; i++ {
			w.style[i] = style
		}
	}
}

func letter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' || c >= 0x80 }

// Capital tells whether word i begins with a capital.
func (w *Words) Capital(i int) bool { return w.cap[i] }
