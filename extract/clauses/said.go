package clauses

import (
	"strings"

	"dateline/extract"
)

// said files, under the clause that is its content, who says so if clause c is a verb of saying.
//
//	Lavrov said [the leaders had agreed].      content below the verb
//	"[They agreed]," Lavrov said.              content above it, in parataxis
//	Lavrov, speaking in Paris: "[They agreed]" content in quotation marks beside it
func (r *reader) said(c int) {
	cl := &r.out[c]
	verb := r.utterance(cl)
	if !r.rules.In("say", verb) && !r.rules.In("claim", verb) && !r.rules.In("deny", verb) && !r.rules.In("tells", verb) {
		return
	}
	s, ok := r.speaker(cl)
	if !ok {
		return
	}
	filed := false
	for i := range cl.Args {
		if a := &cl.Args[i]; a.Slot == "clause" && a.Clause >= 0 && (extract.Is(r.d.Tokens[a.Head].Rel, "ccomp") || r.stated(a.Head) == cl.Head || r.reportive(cl, a)) {
			r.speech[a.Clause] = append(r.speech[a.Clause], s)
			filed = true
		}
	}
	if strings.HasPrefix(cl.Link, "parataxis") && cl.Parent >= 0 && cl.Modal == "" && cl.Mark != "so" {
		r.speech[cl.Parent] = append(r.speech[cl.Parent], s)
		filed = true
	}
	if !filed && r.rules.In("say", verb) && !cl.Quoted && cl.Tense != "none" {
		r.quotedBeside(cl, s)
	}
}

// stated is the verb of saying whose content the clause headed by token i is, though it hangs on the noun between the two:
// "said in a statement that they left"; -1 if there is none.
func (r *reader) stated(i int) int {
	noun := r.d.Tokens[i].Head
	if noun < 0 || !extract.Is(r.d.Tokens[i].Rel, "acl") || r.deps.Kid(r.d, i, "nsubj") < 0 || !extract.Is(r.d.Tokens[noun].Rel, "obl") || r.mark(i) != "that" {
		return -1
	}
	verb := r.d.Tokens[noun].Head
	if verb < 0 || verb > noun || r.clause[verb] < 0 || r.deps.Kid(r.d, verb, "ccomp") >= 0 || r.deps.Kid(r.d, verb, "obj") >= 0 {
		return -1
	}
	lemma := strings.ToLower(r.d.Tokens[verb].Lemma)
	if !r.rules.In("say", lemma) && !r.rules.In("claim", lemma) && !r.rules.In("deny", lemma) {
		return -1
	}
	return verb
}

// utterance is the verb of cl, with its particle if it has one: to add up is not to add.
func (r *reader) utterance(cl *extract.Clause) string {
	for _, k := range r.deps.Kids(cl.Head) {
		if r.d.Tokens[k].Rel == "compound:prt" {
			return cl.Lemma
		}
	}
	return cl.Verb()
}

// reportive tells of an open complement that is a claim about the object ("he expects them to win") or the subject of the
// passive: "he is alleged by the police to have fled".
func (r *reader) reportive(cl *extract.Clause, a *extract.Argument) bool {
	if r.rules.In("claim", cl.Verb()) && !cl.Passive && has(cl, "object") && extract.Is(r.d.Tokens[a.Head].Rel, "xcomp") {
		return true
	}
	return cl.Passive && extract.Is(r.d.Tokens[a.Head].Rel, "xcomp") && (r.rules.In("say", cl.Verb()) || r.rules.In("claim", cl.Verb()))
}

// quotedBeside files s under the clauses in quotation marks in the sentence of cl that nobody else says.
func (r *reader) quotedBeside(cl *extract.Clause, s extract.Said) {
	for x := r.first[cl.Sentence]; x < len(r.out) && r.out[x].Sentence == cl.Sentence; x++ {
		q := &r.out[x]
		if q.Quoted && len(r.speech[x]) == 0 && (q.Parent < 0 || !r.out[q.Parent].Quoted) {
			r.speech[x] = append(r.speech[x], s)
		}
	}
}

// speaker is the subject of a verb of saying; of a passive the agent.
func (r *reader) speaker(cl *extract.Clause) (extract.Said, bool) {
	slot := "subject"
	if cl.Passive {
		slot = "agent"
	}
	if cl.Parent >= 0 && cl.Link == "xcomp" && cl.Mark == "to" && r.rules.In("object-control", r.out[cl.Parent].Verb()) && has(&r.out[cl.Parent], "object") {
		return r.speaker(&r.out[cl.Parent]) // of "he told them to ask why" he is the one who asks
	}
	for i := range cl.Args {
		a := &cl.Args[i]
		if a.Slot != slot || a.Clause >= 0 {
			continue
		}
		return r.source(a, strings.ToLower(r.d.Word(cl.Head)), cl.Head)
	}
	return extract.Said{}, false
}

// source is argument a as one who says something; false where a pronoun points at nobody.
func (r *reader) source(a *extract.Argument, verb string, cue int) (extract.Said, bool) {
	m := r.names.Of(a)
	if t := &r.d.Tokens[a.Head]; t.UPOS == "PRON" && (m < 0 || !r.names.Named[m]) && !r.rules.In("voice", t.Lemma) {
		return extract.Said{}, false // "it said" and "you said" name nobody
	}
	return extract.Said{Mention: m, Text: r.d.String(a.At), Verb: verb, At: a.At, Cue: cue}, true
}

// claimed files who says so under clause c if a noun of saying takes it as its content: "his claim that they fled",
// "allegations of fraud by the union". Where nobody is named, the noun itself is the source: "reports that they fled".
func (r *reader) claimed(c int) {
	cl := &r.out[c]
	noun := r.d.Tokens[cl.Head].Head
	if noun < 0 || cl.Kind == "noun" || cl.Mark != "that" || !r.rules.In("claim-noun", r.d.Tokens[noun].Lemma) {
		return
	}
	word := strings.ToLower(r.d.Word(noun))
	for _, k32 := range r.deps.Kids(noun) {
		k := int(k32)
		rel := r.d.Tokens[k].Rel
		if rel != "nmod:poss" && !(extract.Is(rel, "nmod") && (r.caseOf(k) == "by" || r.caseOf(k) == "from")) {
			continue
		}
		if s, ok := r.source(&extract.Argument{Head: k, At: r.phrase(k), Clause: -1}, word, noun); ok {
			r.speech[c] = append(r.speech[c], s)
			return
		}
	}
	if r.d.Tokens[noun].XPOS == "NNS" && r.deps.Kid(r.d, noun, "det") < 0 {
		r.speech[c] = append(r.speech[c], extract.Said{Mention: -1, Text: word, Verb: word, At: extract.Range{From: noun, To: noun + 1}, Cue: noun})
	}
}

// attribution is who says that the event of clause c happened, nearest first.
func (r *reader) attribution(c int) []extract.Said {
	var out []extract.Said
	for x, prev := c, -1; x >= 0; prev, x = x, r.out[x].Parent {
		if prev >= 0 && strings.HasPrefix(r.out[prev].Link, "parataxis") {
			break // the verb of saying is not part of what it says
		}
		if prev >= 0 && r.out[prev].Link == "conj" && r.out[x].Kind == "verb" && len(r.speech[prev]) == 0 && r.out[prev].Tense != "none" && !r.sameQuote(prev, x) {
			out = append(out, r.accordingTo(x)...)
			if len(r.speech[x]) == 0 {
				continue
			}
		}
		out = append(out, r.speech[x]...)
		out = append(out, r.accordingTo(x)...)
	}
	return r.dedupe(r.outer(out))
}

// outer drops what a speaker says of what he thinks himself: of "“I think they left,” Rey said" Rey is the source.
func (r *reader) outer(said []extract.Said) []extract.Said {
	for len(said) > 1 && said[0].At.Len() == 1 && r.rules.In("self", r.d.Tokens[said[0].At.From].Lemma) {
		said = said[1:]
	}
	return said
}

func (r *reader) sameQuote(a, b int) bool { return r.out[a].Quoted == r.out[b].Quoted }

// accordingTo finds "according to X" among the arguments of clause c.
func (r *reader) accordingTo(c int) (out []extract.Said) {
	cl := &r.out[c]
	for i := range cl.Args {
		if a := &cl.Args[i]; a.Case == "according to" && a.Clause < 0 {
			out = append(out, extract.Said{Mention: r.names.Of(a), Text: r.d.String(a.At), Verb: "according to", At: a.At, Cue: max(0, a.At.From-2)})
		}
	}
	return out
}

// dedupe drops sources that stand there already.
func (r *reader) dedupe(said []extract.Said) []extract.Said {
	out := said[:0:0]
next:
	for _, s := range said {
		for _, o := range out {
			same := o.Text == s.Text || o.Mention >= 0 && s.Mention >= 0 && r.d.First(o.Mention) == r.d.First(s.Mention)
			if same && o.Verb == s.Verb {
				continue next
			}
		}
		out = append(out, s)
	}
	return out
}
