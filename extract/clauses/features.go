package clauses

import (
	"dateline/extract"
	"dateline/extract/linear"
)

// The templates of features, as numbers for linear.Mix. Those of a word of the tree stand once for the head of the
// clause and once more, places further, for what it hangs on.
const (
	ofDependent = iota // function word, by relation
	ofRelation         // of a dependent
	ofArticle          // of the subject
	ofSubject
	ofObject
	ofLemma
	ofTag
	ofGroup
	ofGroupMark
	ofGroupSubject
	ofGroupRelation
	places
)

const (
	ofAlways = iota + 2*places
	ofGovernor
	ofGovernorMark
	ofGovernorGroup
	ofGovernorLemma
	ofGrandparent
	ofPath
	ofQuestion
	ofFirst
	ofStart
	ofLast
	ofNear // and the words beside, by distance
	ofNearTag
	ofBefore
	ofBeforeLemma
	ofTense
	ofModal
	ofLink
	ofLinkTense
	ofClauseLemma
	ofQuoted
	ofVerdict
	ofVerdictLink
	ofCue
	ofParentVerdict
	ofParentLemma
	ofParentTense
	ofParentModal
	ofParentLink
)

// features appends what the model looks at in clause c, on which the rules have given their verdicts: its verb group
// and function words, those of its governor and how the one hangs on the other, the words beside, and the verdicts.
// After Rudinger, White and Van Durme (NAACL 2018), who show that the path to the governor and the words in line
// decide together; here a linear model of hashed features takes the place of their LSTMs.
func (r *reader) features(c int, verdicts []verdict, out []uint64) []uint64 {
	out = append(out, linear.Mix(ofAlways, 0, 0, 0))
	out = r.treeFeatures(r.out[c].Head, out)
	out = r.lineFeatures(r.out[c].Head, r.d.Sentences[r.out[c].Sentence].Range, out)
	return r.clauseFeatures(c, verdicts, out)
}

// group is what a word of the tree has about it, as atoms; 0 where there is none.
type group struct {
	verb    uint32 // the auxiliaries or copula in order, and the form of the word
	negated uint32
	mark    uint32
	subject uint32 // a pronoun by itself, anything else by its tag
}

// treeFeatures appends the features of the word at head, of what it hangs on, and of the path up.
func (r *reader) treeFeatures(head int, out []uint64) []uint64 {
	own, out := r.wordFeatures(head, 0, out)
	t := &r.d.Tokens[head]
	if t.Head < 0 {
		return out
	}
	up, out := r.wordFeatures(t.Head, places, out)
	h := &r.d.Tokens[t.Head]
	rel, lemma := r.atoms[head].rel, r.atoms[t.Head].lemma
	out = append(out,
		linear.Mix(ofGovernor, rel, lemma, 0),
		linear.Mix(ofGovernorMark, rel, lemma, own.mark),
		linear.Mix(ofGovernorGroup, rel, own.verb, up.verb<<1|up.negated),
		linear.Mix(ofGovernorLemma, rel, lemma, up.verb<<1|up.negated))
	if h.Head >= 0 {
		out = append(out,
			linear.Mix(ofGrandparent, r.atoms[h.Head].lemma, r.atoms[t.Head].rel, 0),
			linear.Mix(ofPath, rel, r.atoms[t.Head].rel, r.atoms[h.Head].tag))
	}
	return out
}

// wordFeatures appends what stands about word i of the tree, with templates from place on.
func (r *reader) wordFeatures(i int, place uint32, out []uint64) (group, []uint64) {
	var g group
	verb := uint64(0)
	for _, k := range r.deps.Kids(i) {
		t, a := &r.d.Tokens[k], r.atoms[k]
		rel := base(t.Rel)
		out = append(out, linear.Mix(place+ofRelation, a.rel, 0, 0))
		switch rel {
		case "aux", "cop":
			verb = linear.Join(linear.Join(verb, a.lemma), a.tag)
		case "mark":
			g.mark = a.lemma
		case "advmod", "det":
			if r.rules.In("negation", t.Lemma) {
				g.negated = 1
			}
		case "nsubj":
			g.subject = a.stands(t)
			if d := r.deps.Kid(r.d, int(k), "det"); d >= 0 {
				out = append(out, linear.Mix(place+ofArticle, r.atoms[d].lemma, 0, 0))
			}
		case "obj":
			out = append(out, linear.Mix(place+ofObject, a.stands(t), 0, 0))
		}
		switch rel {
		case "aux", "cop", "mark", "advmod", "det", "discourse", "case", "cc", "expl":
			out = append(out, linear.Mix(place+ofDependent, a.rel, a.lemma, 0))
		}
	}
	a := r.atoms[i]
	g.verb = uint32(linear.Join(verb, a.tag) >> 32)
	return g, append(out,
		linear.Mix(place+ofSubject, g.subject, 0, 0),
		linear.Mix(place+ofLemma, a.lemma, 0, 0),
		linear.Mix(place+ofTag, a.tag, a.rel, 0),
		linear.Mix(place+ofGroup, g.verb, g.negated, 0),
		linear.Mix(place+ofGroupMark, g.verb, g.mark, 0),
		linear.Mix(place+ofGroupSubject, g.verb, g.subject, 0),
		linear.Mix(place+ofGroupRelation, g.verb, g.mark, a.rel))
}

// lineFeatures appends the words beside head in its sentence, and how that begins and ends.
func (r *reader) lineFeatures(head int, s extract.Range, out []uint64) []uint64 {
	at := func(i int) uint32 {
		if i < s.From || i >= s.To {
			return 0
		}
		return r.atoms[i].lemma
	}
	for i := max(s.From, head-3); i < min(s.To, head+3); i++ {
		if far := uint32(i - head + 3); i != head {
			out = append(out, linear.Mix(ofNear, far, r.atoms[i].lemma, 0), linear.Mix(ofNearTag, far, r.atoms[i].tag, 0))
		}
	}
	return append(out,
		linear.Mix(ofBefore, at(head-2), at(head-1), 0),
		linear.Mix(ofBeforeLemma, at(head-1), at(head), 0),
		linear.Mix(ofFirst, at(s.From), 0, 0),
		linear.Mix(ofStart, at(s.From), at(s.From+1), bits(head == s.From)),
		linear.Mix(ofLast, at(s.To-1), 0, 0))
}

// clauseFeatures appends the form of clause c, the verdict of the rules and those on its governing clause.
func (r *reader) clauseFeatures(c int, verdicts []verdict, out []uint64) []uint64 {
	cl := &r.out[c]
	link, mark, tense := linear.Atom(cl.Link), linear.Atom(cl.Mark), linear.Atom(cl.Tense)
	lemma, status, cue := linear.Atom(cl.Lemma), linear.Atom(string(verdicts[c].Status)), uint32(0)
	if verdicts[c].cue >= 0 {
		cue = r.atoms[verdicts[c].cue].lemma
	}
	out = append(out,
		linear.Mix(ofQuestion, bits(r.question(cl.Sentence)), 0, 0),
		linear.Mix(ofTense, tense, bits(cl.Perfect, cl.Progress, cl.Passive, cl.Negated), 0),
		linear.Mix(ofModal, linear.Atom(cl.Modal), bits(cl.Negated), 0),
		linear.Mix(ofLink, link, mark, 0),
		linear.Mix(ofLinkTense, link, mark, tense),
		linear.Mix(ofClauseLemma, lemma, 0, 0),
		linear.Mix(ofQuoted, bits(cl.Quoted), 0, 0),
		linear.Mix(ofVerdict, status, 0, 0),
		linear.Mix(ofVerdictLink, status, link, 0),
		linear.Mix(ofCue, status, cue, 0))
	if cl.Parent < 0 {
		return out
	}
	p := &r.out[cl.Parent]
	return append(out,
		linear.Mix(ofParentVerdict, linear.Atom(string(verdicts[cl.Parent].Status)), link, tense),
		linear.Mix(ofParentLemma, linear.Atom(p.Lemma)<<1|bits(p.Negated), link, mark),
		linear.Mix(ofParentTense, linear.Atom(p.Tense)^tense<<1, link, mark),
		linear.Mix(ofParentModal, linear.Atom(p.Modal), link, bits(p.Negated)),
		linear.Mix(ofParentLink, linear.Atom(p.Link), link, linear.Atom(p.Mark)))
}

// atoms are the hashes of a token that features ask for again and again.
type atoms struct{ lemma, tag, rel uint32 }

// atomsOf are those of all tokens of d.
func atomsOf(d *extract.Document) []atoms {
	list := make([]atoms, len(d.Tokens))
	for i := range d.Tokens {
		t := &d.Tokens[i]
		list[i] = atoms{linear.Atom(t.Lemma), linear.Atom(t.XPOS), linear.Atom(t.Rel)}
	}
	return list
}

// stands is what stands for t, which fills a slot: a pronoun by itself, anything else by its tag.
func (a atoms) stands(t *extract.Token) uint32 {
	if t.UPOS == "PRON" {
		return a.lemma
	}
	return a.tag
}

// bits packs flags into a number.
func bits(flags ...bool) (n uint32) {
	for _, f := range flags {
		n <<= 1
		if f {
			n |= 1
		}
	}
	return n
}
