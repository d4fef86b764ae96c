package events

import (
	"dateline/extract"
	"dateline/graph"
)

// neighbour is a clause that another names with "after …" or "before …".
type neighbour struct {
	clause int
	after  bool   // the one that names it comes after it
	word   string // that says so
}

// neighbours are the clauses that c names so, as phrases ("after the attack") or as clauses ("before they left").
func (r *reader) neighbours(c int) (out []neighbour) {
	cl := &r.d.Clauses[c]
	for i := range cl.Args {
		a := &cl.Args[i]
		if r.clause[a.Head] < 0 {
			continue
		}
		switch a.Case {
		case "after", "following":
			out = append(out, neighbour{int(r.clause[a.Head]), true, a.Case})
		case "before", "ahead of":
			out = append(out, neighbour{int(r.clause[a.Head]), false, a.Case})
		}
	}
	for _, k := range r.deps.Kids(cl.Head) {
		x := r.clause[k]
		if x < 0 || !extract.Is(r.d.Tokens[k].Rel, "advcl") {
			continue
		}
		switch m := r.d.Clauses[x].Mark; {
		case r.rules.In("after-mark", m):
			out = append(out, neighbour{int(x), true, m})
		case r.rules.In("before-mark", m):
			out = append(out, neighbour{int(x), false, m})
		}
	}
	return out
}

// timeOf is the time of clause c as it is known so far: of its event, or told by the clause itself.
func (r *reader) timeOf(c int) graph.Time {
	if i := r.index[c]; i >= 0 && r.out[i].When.Time.Known() {
		return r.out[i].When.Time
	}
	return r.told(c).Time
}

// links ties the events of which the article says which came first.
func (r *reader) links() (out []extract.Link) {
	for i := range r.out {
		for _, n := range r.neighbours(r.out[i].Clause) {
			j := r.index[n.clause]
			if j < 0 || j == i {
				continue
			}
			l := extract.Link{Type: "before", From: i, To: j, By: "events/" + n.word}
			if n.after {
				l.From, l.To = j, i
			}
			out = append(out, l)
		}
	}
	return out
}
