package clauses

import (
	"dateline/extract"
	"dateline/graph"
)

// ModelFile is where New finds the weights of factuality.
const ModelFile = "models/factuality.bin"

// Unit is how many steps of a weight make one natural unit of log-odds.
const Unit = 64

// Bits says how many weights there are: 2^Bits, one for each place that a feature may hash to.
const Bits = 16

// surely is where the model's odds for what happened outweigh the rules, in steps of log-odds: some nine to seven. Against
// it they count from even odds on. Both were chosen by quarters of the training data.
const surely = Unit / 4

// firm tells of a clause that is asked about, that stands under a negated verb, or that has no tense of its own and hangs
// on a word that decides: on a verb that wishes or plans it, on one that did itself not simply happen, or on a noun
// that leaves it open ("the ability to pay").
func (r *reader) firm(cl *extract.Clause) bool {
	if cl.Tense == "past" && r.question(cl.Sentence) {
		return true
	}
	if cl.Parent < 0 {
		return false
	}
	p := &r.out[cl.Parent]
	if cl.Tense != "none" {
		return p.Negated && cl.Link == "ccomp"
	}
	return r.wished(cl) || r.governs(p) || r.own(p).Status != graph.Happened || cl.Mark == "to" && base(cl.Link) == "acl"
}

// settle joins the verdict of the rules on cl with the model's odds. What stands in the words of the clause itself
// (negation, modals, conditions) or in its governor's is not overruled, only what hangs on the sense of a governor or on
// the kind of sentence. The model has seen no event nouns, so it decides nothing about them.
func (r *reader) settle(cl *extract.Clause, rules verdict, odds int32) verdict {
	if cl.Kind == "noun" {
		return rules
	}
	switch rules.Status {
	case graph.Happened:
		if odds < 0 {
			return verdict{graph.Unknown, -1}
		}
	case graph.Possible, graph.Planned, graph.Unknown:
		own := r.own(cl).Status
		if odds > surely && (own == graph.Happened || own == graph.Unknown) && !r.firm(cl) {
			return plain
		}
	}
	return rules
}
