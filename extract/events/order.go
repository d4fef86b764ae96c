package events

import (
	"dateline/extract"
	"dateline/graph"
)

// neighbour is a dated event that another is told to come after, or before.
type neighbour struct {
	when  graph.When
	after bool
	words string
	event int // index in out, -1 if it is a clause that tells no event
}

// neighbours are the dated clauses that c names with "after …" or "before …", or that name c so.
func (r *reader) neighbours(c int) (out []neighbour) {
	cl := &r.d.Clauses[c]
	add := func(x int, after bool) {
		w := r.told(x)
		if i := r.index[x]; i >= 0 && r.out[i].When.Time.Known() {
			w = r.out[i].When
		}
		if w.Time.Known() {
			out = append(out, neighbour{w, after, r.d.String(r.d.Clauses[x].Predicate), r.index[x]})
		}
	}
	for i := range cl.Args {
		if a := &cl.Args[i]; r.clause[a.Head] >= 0 && (a.Case == "after" || a.Case == "following" || a.Case == "before" || a.Case == "ahead of") {
			add(int(r.clause[a.Head]), a.Case == "after" || a.Case == "following")
		}
	}
	for _, k := range r.deps.Kids(cl.Head) {
		x := r.clause[k]
		if x < 0 || !extract.Is(r.d.Tokens[k].Rel, "advcl") {
			continue
		}
		switch m := r.d.Clauses[x].Mark; {
		case r.rules.In("after-mark", m):
			add(int(x), true)
		case r.rules.In("before-mark", m):
			add(int(x), false)
		}
	}
	return out
}

// links ties the events of which the article says which came first.
func (r *reader) links() (out []extract.Link) {
	for i := range r.out {
		c := r.out[i].Clause
		cl := &r.d.Clauses[c]
		tie := func(x int, after bool, by string) {
			j := r.index[x]
			if j < 0 || j == i {
				return
			}
			l := extract.Link{Type: "before", From: i, To: j, By: "events/" + by}
			if after {
				l.From, l.To = j, i
			}
			out = append(out, l)
		}
		for k := range cl.Args {
			switch a := &cl.Args[k]; {
			case r.clause[a.Head] < 0:
			case a.Case == "after" || a.Case == "following":
				tie(int(r.clause[a.Head]), true, a.Case)
			case a.Case == "before" || a.Case == "ahead of":
				tie(int(r.clause[a.Head]), false, a.Case)
			}
		}
		for _, k := range r.deps.Kids(cl.Head) {
			x := r.clause[k]
			if x < 0 || !extract.Is(r.d.Tokens[k].Rel, "advcl") {
				continue
			}
			if m := r.d.Clauses[x].Mark; r.rules.In("after-mark", m) {
				tie(int(x), true, m)
			} else if r.rules.In("before-mark", m) {
				tie(int(x), false, m)
			}
		}
	}
	return out
}
