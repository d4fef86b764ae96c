package events

import (
	"slices"
	"strings"

	"dateline/extract"
	"dateline/extract/rules"
)

// verb reads the relation that verb i tells of its subject and object: "General Motors owns Opel", "Opel is owned by General
// Motors", "Siemens, based in Munich, …". What is denied or only may be is left out.
func (r *relater) verb(i int) {
	found := r.words.Verb(strings.ToLower(r.d.Tokens[i].Lemma))
	if found == nil {
		return
	}
	passive := false
	for _, k := range r.deps.Kids(i) {
		switch kid := &r.d.Tokens[k]; {
		case kid.Rel == "aux:pass":
			passive = true
		case kid.Rel == "aux" && !helping(kid.Lemma), kid.Rel == "mark" && kid.Lemma == "if", strings.EqualFold(r.d.Word(int(k)), "not"), strings.EqualFold(r.d.Word(int(k)), "n't"):
			return
		}
	}
	for _, rule := range found {
		from, to := r.ends(i, rule, passive)
		if from < 0 || to < 0 {
			continue
		}
		a, b := &r.d.Mentions[from], &r.d.Mentions[to]
		if rule.Fits(string(a.Kind), string(b.Kind)) {
			past := strings.Contains(r.d.Tokens[i].Feats, "Tense=Past") && !passive && rule.At == nil && rule.Nouns == nil
			r.add(rule.Type, rule.By(), from, to, min(i, a.At.From, b.At.From), max(i, a.At.To-1, b.At.To-1), past)
			return
		}
	}
}

// helping tells whether an auxiliary leaves it certain that the verb holds.
func helping(lemma string) bool { return lemma == "have" || lemma == "be" || lemma == "do" }

// ends are the mentions between which verb i tells a relation by a rule, -1 for one that is not named.
func (r *relater) ends(i int, rule *rules.Relation, passive bool) (from, to int) {
	subject := r.named(r.deps.Kid(r.d, i, "nsubj"))
	if t := &r.d.Tokens[i]; subject < 0 && (t.Rel == "acl" || t.Rel == "advcl") {
		subject, passive = r.named(t.Head), true // "Siemens, based in Munich"
	}
	if rule.At != nil {
		return subject, r.governed(i, rule.At)
	}
	if passive {
		return r.governed(i, []string{"by"}), subject
	}
	return subject, r.named(r.deps.Kid(r.d, i, "obj"))
}

// governed is the mention that one of the prepositions ties to verb i, -1 if there is none.
func (r *relater) governed(i int, prepositions []string) int {
	for _, k := range r.deps.Kids(i) {
		if !extract.Is(r.d.Tokens[k].Rel, "obl") {
			continue
		}
		if c := r.deps.Kid(r.d, int(k), "case"); c >= 0 && slices.Contains(prepositions, strings.ToLower(r.d.Word(c))) {
			if m := r.named(int(k)); m >= 0 {
				return m
			}
		}
	}
	return -1
}
