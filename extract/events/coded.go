package events

import (
	"slices"

	"dateline/extract"
	"dateline/extract/rules"
)

// code gives e what the event ontologies say of it besides its type: CAMEO's root code, the quad class, the mode, the
// contexts, and PLOVER's place on the scale from conflict to cooperation.
func (r *reader) code(e *extract.Event, t *rules.Trigger) {
	if t == nil {
		return
	}
	k := t.Type
	e.CAMEO, e.Quad, e.Scale = k.CAMEO, k.Quad, k.Scale
	if t.CAMEO != "" {
		e.CAMEO = t.CAMEO
	}
	e.Mode = t.Mode
	for i := range k.Modes {
		m := &k.Modes[i]
		if e.Mode == "" && len(m.Words) > 0 && r.mentions(e.Clause, m.Words) {
			e.Mode = m.Name
		}
		if e.Mode == m.Name && m.Scale != 0 {
			e.Scale = m.Scale
		}
	}
	if k.Quad > 0 {
		e.Context = r.contexts(e.Sentence)
	}
}

// mentions tells whether one of the words stands in clause c: as its head or anywhere in a phrase of it.
func (r *reader) mentions(c int, words rules.Words) bool {
	cl := &r.d.Clauses[c]
	if words[r.d.Tokens[cl.Head].Lemma] {
		return true
	}
	for i := range cl.Args {
		a := &cl.Args[i]
		if a.Clause >= 0 {
			continue
		}
		for j := a.At.From; j < a.At.To; j++ {
			if words[r.d.Tokens[j].Lemma] {
				return true
			}
		}
	}
	return false
}

// contexts are the contexts that the words of a sentence speak of, sorted, nil if none.
func (r *reader) contexts(sentence int) []string {
	s := r.d.Sentences[sentence]
	r.spoken = r.spoken[:0]
	for i := s.From; i < s.To; i++ {
		r.spoken = append(r.spoken, r.rules.Contexts(r.d.Tokens[i].Lemma)...)
	}
	if len(r.spoken) == 0 {
		return nil
	}
	slices.Sort(r.spoken)
	return slices.Clone(slices.Compact(r.spoken))
}
