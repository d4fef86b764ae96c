package events

import (
	"strings"

	"dateline/extract"
	"dateline/extract/rules"
	"dateline/graph"
)

// relations reads the states that a title or an apposition tells of a person: "Syrian President Bashar al-Assad" heads
// Syria, "Jeff Rathke, spokesman for the State Department" holds an office of it.
func relations(d *extract.Document, deps *extract.Deps, set *rules.Set) (out []extract.Relation) {
	at := map[int]int{} // token → mention that it heads
	for m := range d.Mentions {
		if d.Mentions[m].Names() {
			if _, ok := at[d.Mentions[m].Head]; !ok {
				at[d.Mentions[m].Head] = m
			}
		}
	}
	for m := range d.Mentions {
		x := &d.Mentions[m]
		if x.Kind != graph.Person || x.Form != extract.Name {
			continue
		}
		if r, ok := titled(d, set, at, m); ok {
			out = append(out, r)
		}
		for _, k := range deps.Kids(x.Head) {
			if d.Tokens[k].Rel == "appos" {
				if r, ok := apposed(d, deps, set, at, m, int(k)); ok {
					out = append(out, r)
				}
			}
		}
	}
	return out
}

// titled reads the words before a name: whose office the title is.
func titled(d *extract.Document, set *rules.Set, at map[int]int, m int) (r extract.Relation, ok bool) {
	x := &d.Mentions[m]
	s := d.SentenceOf(x.Head)
	if s < 0 {
		return r, false
	}
	office, body := -1, -1
	for i := x.Head - 1; i >= max(d.Sentences[s].From, x.Head-8); i-- {
		t := &d.Tokens[i]
		if t.UPOS == "VERB" || t.UPOS == "ADP" || t.UPOS == "PUNCT" || t.UPOS == "CCONJ" {
			break
		}
		if office < 0 && set.In("office", strings.ToLower(t.Lemma)) {
			office = i
			continue
		}
		if n, named := at[i]; named && n != m && office >= 0 && bodily(d.Mentions[n].Kind) {
			body = n
			break
		}
	}
	if office < 0 || body < 0 {
		return r, false
	}
	return extract.Relation{Type: post(d, set, office), From: m, To: body, At: extract.Range{From: d.Mentions[body].At.From, To: x.At.To}, By: "relations/title"}, true
}

// apposed reads "NAME, the president of BODY" and "NAME, BODY's president".
func apposed(d *extract.Document, deps *extract.Deps, set *rules.Set, at map[int]int, m, k int) (r extract.Relation, ok bool) {
	if !set.In("office", strings.ToLower(d.Tokens[k].Lemma)) {
		return r, false
	}
	for _, j := range deps.Kids(k) {
		rel := d.Tokens[j].Rel
		if !extract.Is(rel, "nmod") && rel != "amod" && rel != "compound" {
			continue
		}
		if n, named := at[int(j)]; named && bodily(d.Mentions[n].Kind) {
			lo, hi := min(d.Mentions[m].At.From, d.Mentions[n].At.From), max(d.Mentions[m].At.To, d.Mentions[n].At.To)
			return extract.Relation{Type: post(d, set, k), From: m, To: n, At: extract.Range{From: lo, To: max(hi, k+1)}, By: "relations/apposition"}, true
		}
	}
	return r, false
}

// bodily tells whether a kind can have offices: states, organisations, peoples.
func bodily(k graph.Kind) bool {
	return k == graph.Place || k == graph.Organization || k == graph.Group
}

// post is the type of relation that the office at token i makes.
func post(d *extract.Document, set *rules.Set, i int) string {
	if set.In("head-office", strings.ToLower(d.Tokens[i].Lemma)) && (i == 0 || !set.In("deputy", strings.ToLower(d.Tokens[i-1].Lemma))) {
		return "head-of"
	}
	return "office-of"
}
