package clauses

import (
	"strings"

	"dateline/extract"
)

// said files, under the clause that is its content, who says so if clause c is a verb of saying.
//
//	Lavrov said [the leaders had agreed].      content below the verb
//	"[They agreed]," Lavrov said.              content above it, in parataxis
func (r *reader) said(c int) {
	cl := &r.out[c]
	verb := cl.Verb()
	if !r.rules.In("say", verb) && !r.rules.In("claim", verb) && !r.rules.In("deny", verb) {
		return
	}
	s, ok := r.speaker(cl)
	if !ok {
		return
	}
	for i := range cl.Args {
		if a := &cl.Args[i]; a.Slot == "clause" && a.Clause >= 0 && extract.Is(r.d.Tokens[a.Head].Rel, "ccomp") {
			r.speech[a.Clause] = append(r.speech[a.Clause], s)
		}
	}
	if strings.HasPrefix(cl.Link, "parataxis") && cl.Parent >= 0 {
		r.speech[cl.Parent] = append(r.speech[cl.Parent], s)
	}
}

// speaker is the subject of a verb of saying.
func (r *reader) speaker(cl *extract.Clause) (extract.Said, bool) {
	slot := "subject"
	if cl.Passive {
		slot = "agent"
	}
	for i := range cl.Args {
		a := &cl.Args[i]
		if a.Slot != slot || a.Clause >= 0 {
			continue
		}
		if m := r.names.Of(a); r.d.Tokens[a.Head].UPOS == "PRON" && (m < 0 || !r.names.Named[m]) {
			return extract.Said{}, false // "they said" names nobody
		}
		return extract.Said{Mention: r.names.Of(a), Text: r.d.String(a.At), Verb: strings.ToLower(r.d.Word(cl.Head)), At: a.At, Cue: cl.Head}, true
	}
	return extract.Said{}, false
}

// voices gives quoted sentences without a verb of saying the speaker of the quotation around them: the last one named
// in the paragraph, else the next, else, where the quotation goes on from the paragraph before, the one of that.
func (r *reader) voices() {
	var last, none extract.Said // of the quotation that may go on
	c := 0
	for _, p := range r.d.Paragraphs {
		from := c
		for c < len(r.out) && r.d.Tokens[r.out[c].Head].Start < p.End {
			c++
		}
		here := r.firstVoice(from, c)
		if here == none && r.allQuoted(p) {
			here = last
		}
		last = none
		for i := from; i < c; i++ {
			if len(r.speech[i]) > 0 {
				here = r.speech[i][0]
			} else if cl := &r.out[i]; cl.Quoted && cl.Link == "root" && here != none {
				r.speech[i] = append(r.speech[i], here)
			}
			if r.out[i].Quoted {
				last = here
			}
		}
	}
}

// firstVoice is the first speaker that clauses from…to name for words in quotation marks, the zero Said if none.
func (r *reader) firstVoice(from, to int) extract.Said {
	for i := from; i < to; i++ {
		if len(r.speech[i]) > 0 && r.out[i].Quoted {
			return r.speech[i][0]
		}
	}
	return extract.Said{}
}

// allQuoted tells whether paragraph p opens with a quotation mark and ends with one.
func (r *reader) allQuoted(p extract.Paragraph) bool {
	t := strings.TrimSpace(r.d.Text[p.Start:p.End])
	return strings.HasPrefix(t, "\"") && strings.HasSuffix(t, "\"") || strings.HasPrefix(t, "“") && strings.HasSuffix(t, "”")
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
	return dedupe(out)
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

func dedupe(said []extract.Said) []extract.Said {
	out := said[:0:0]
next:
	for _, s := range said {
		for _, o := range out {
			if o.Text == s.Text && o.Verb == s.Verb {
				continue next
			}
		}
		out = append(out, s)
	}
	return out
}
