package clauses

import (
	"dateline/extract"
	"dateline/extract/linear"
	"dateline/graph"
)

// ModelFile is where New finds the weights of factuality.
const ModelFile = "models/factuality.bin"

// Unit is how many steps of a weight make one natural unit of log-odds.
const Unit = 24

// Bits says how many weights there are: 2^Bits, one for each place that a feature may hash to.
const Bits = 14

// templates of features, as numbers for linear.Mix.
const (
	ofAlways = iota
	ofLemma
	ofTag
	ofGroup
	ofPolarity
	ofLink
	ofLinkTense
	ofVerdict
	ofSubject
	ofSubjectTense
	ofDependent
	ofQuestion
	ofParentLemma
	ofParentMark
	ofParentPolarity
	ofParentModal
	ofParentTense
	ofParentLink
	ofParentVerdict
	ofGovernor
)

// features appends what the model looks at in clause c, on which the rules have given their verdicts: its own words
// and form, its governor, and how the one hangs on the other. After Rudinger, White and Van Durme (NAACL 2018), who
// show that the path to the governor decides; here a linear model of hashed features takes the place of their LSTM.
func (r *reader) features(c int, verdicts []verdict, out []uint64) []uint64 {
	cl := &r.out[c]
	h := &r.d.Tokens[cl.Head]
	atom := linear.Atom
	how, mark, tense := atom(cl.Link), atom(cl.Mark), atom(cl.Tense)
	who := r.subjectAtom(cl)
	out = append(out,
		linear.Mix(ofAlways, 0, 0, 0),
		linear.Mix(ofLemma, atom(cl.Lemma), 0, 0),
		linear.Mix(ofTag, atom(h.XPOS), atom(cl.Kind), 0),
		linear.Mix(ofGroup, tense, bits(cl.Perfect, cl.Progress, cl.Passive), 0),
		linear.Mix(ofPolarity, atom(cl.Modal), bits(cl.Negated), 0),
		linear.Mix(ofLink, how, mark, 0),
		linear.Mix(ofLinkTense, how, mark, tense),
		linear.Mix(ofVerdict, atom(string(verdicts[c].Status)), how, 0),
		linear.Mix(ofSubject, who, 0, 0),
		linear.Mix(ofSubjectTense, who, tense, atom(cl.Modal)),
		linear.Mix(ofQuestion, bits(r.question(cl.Sentence), r.d.Sentences[cl.Sentence].From == cl.Head, cl.Quoted), how, 0),
	)
	for _, k := range r.deps.Kids(cl.Head) {
		switch t := &r.d.Tokens[k]; base(t.Rel) {
		case "advmod", "aux", "discourse", "det":
			out = append(out, linear.Mix(ofDependent, atom(t.Lemma), 0, 0))
		}
	}
	if h.Head >= 0 {
		out = append(out, linear.Mix(ofGovernor, atom(r.d.Tokens[h.Head].Lemma), atom(h.Rel), 0))
	}
	if cl.Parent < 0 {
		return out
	}
	p := &r.out[cl.Parent]
	verb := atom(p.Lemma)
	return append(out,
		linear.Mix(ofParentLemma, verb, how, bits(p.Negated)),
		linear.Mix(ofParentMark, verb, how, mark),
		linear.Mix(ofParentPolarity, bits(p.Negated), how, 0),
		linear.Mix(ofParentModal, atom(p.Modal), how, 0),
		linear.Mix(ofParentTense, atom(p.Tense), how, mark),
		linear.Mix(ofParentLink, atom(p.Link), how, atom(p.Mark)),
		linear.Mix(ofParentVerdict, atom(string(verdicts[cl.Parent].Status)), how, tense),
	)
}

// subjectAtom stands for the subject of cl: a pronoun by itself, anything else by what sort of word it is.
func (r *reader) subjectAtom(cl *extract.Clause) uint32 {
	for i := range cl.Args {
		if a := &cl.Args[i]; a.Slot == "subject" {
			if t := &r.d.Tokens[a.Head]; t.UPOS != "PRON" {
				return linear.Atom(t.UPOS)
			} else {
				return linear.Atom(t.Lemma)
			}
		}
	}
	return 0
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

// Where the model's odds outweigh the rules, in steps of log-odds.
const (
	surelyNot = -Unit / 2 // odds of 3 to 5
	surely    = Unit / 2  // odds of 5 to 3
)

// firm tells of a clause that is asked about, or whose governor wishes it, or did itself not simply happen.
func (r *reader) firm(cl *extract.Clause) bool {
	return r.wished(cl) || cl.Tense == "past" && r.question(cl.Sentence) || cl.Parent >= 0 && r.own(&r.out[cl.Parent]).Status != graph.Happened
}

// settle joins the verdict of the rules with the model's odds. What stands in the words of the clause itself (negation,
// modals, conditions) or in its governor's is not overruled, only what hangs on the sense of a governor or on the kind of sentence.
func settle(rules, own verdict, firm bool, odds int32) verdict {
	switch rules.Status {
	case graph.Happened:
		if odds < surelyNot {
			return verdict{graph.Unknown, -1}
		}
	case graph.Possible, graph.Planned, graph.Unknown:
		if odds > surely && !firm && (own.Status == graph.Happened || own.Status == graph.Unknown) {
			return plain
		}
	}
	return rules
}
