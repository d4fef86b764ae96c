package clauses

import (
	"strings"

	"dateline/extract"
	"dateline/graph"
)

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
			if v := r.voice(i); v != none {
				here = v
			} else if len(r.speech[i]) > 0 {
				continue
			} else if cl := &r.out[i]; cl.Quoted && cl.Link == "root" && here != none && r.opensQuoted(cl.Sentence) {
				r.speech[i] = append(r.speech[i], here)
			}
			if r.out[i].Quoted {
				last = here
			}
		}
	}
}

// opensQuoted tells whether sentence n begins in quotation marks: a few words of a sentence in marks are no quotation.
func (r *reader) opensQuoted(n int) bool {
	from := r.d.Sentences[n].From
	return r.quoted[from] || from+1 < len(r.quoted) && r.quoted[from+1]
}

// voice is who says clause i, but for a pronoun inside the quotation, which somebody else speaks of: "We refused, but they
// did agree to talk"; the zero Said if nobody.
func (r *reader) voice(i int) extract.Said {
	for _, s := range r.speech[i] {
		t := &r.d.Tokens[s.At.From]
		if s.At.Len() != 1 || !r.rules.In("self", t.Lemma) && !(r.quoted[s.At.From] && r.quoted[s.Cue] && t.UPOS == "PRON") {
			return s
		}
	}
	return extract.Said{}
}

// firstVoice is the first speaker that clauses from…to name for words in quotation marks, the zero Said if none.
func (r *reader) firstVoice(from, to int) extract.Said {
	for i := from; i < to; i++ {
		if v := r.voice(i); r.out[i].Quoted && v != (extract.Said{}) {
			return v
		}
	}
	return extract.Said{}
}

// allQuoted tells whether paragraph p opens with a quotation mark and ends with one.
func (r *reader) allQuoted(p extract.Paragraph) bool {
	t := strings.TrimSpace(r.d.Text[p.Start:p.End])
	return strings.HasPrefix(t, "\"") && strings.HasSuffix(t, "\"") || strings.HasPrefix(t, "“") && strings.HasSuffix(t, "”")
}

// longestSource is how many tokens a source may have before its colon.
const longestSource = 7

// colons files the one named before a colon as the source of what follows: "Union: pay offer is too low", "REY: We left."
// In a headline that is the rest of the line, elsewhere the rest of the paragraph.
func (r *reader) colons() {
	p := 0
	for n := range r.d.Sentences {
		s := r.d.Sentences[n]
		for p < len(r.d.Paragraphs) && r.d.Paragraphs[p].End <= s.Start {
			p++
		}
		if p == len(r.d.Paragraphs) || r.d.Paragraphs[p].Start != s.Start {
			continue
		}
		if source, ok := r.beforeColon(s); ok {
			r.follow(n, p, source)
		}
	}
}

// beforeColon is the source with which sentence s begins, if a colon follows it.
func (r *reader) beforeColon(s extract.Sentence) (extract.Said, bool) {
	for i := s.From; i < s.To && i <= s.From+longestSource; i++ {
		t := &r.d.Tokens[i]
		switch {
		case t.UPOS == "VERB" || t.UPOS == "AUX" || t.UPOS == "NUM" || t.UPOS == "ADP":
			return extract.Said{}, false
		case r.d.Word(i) == ":":
			at := extract.Range{From: s.From, To: i}
			if i == s.From || !r.speaks(at) {
				return extract.Said{}, false
			}
			return extract.Said{Mention: r.last(at), Text: r.d.String(at), Verb: ":", At: at, Cue: i}, true
		}
	}
	return extract.Said{}, false
}

// speaks tells whether range at names someone who can speak: a person, a body, or a noun for such.
func (r *reader) speaks(at extract.Range) bool {
	if m := r.last(at); m >= 0 && r.d.Mentions[m].Form == extract.Name {
		k := r.d.Mentions[m].Kind
		return k == graph.Person || k == graph.Organization
	}
	for _, group := range [...]string{"people", "state", "claim-noun"} {
		if r.rules.In(group, r.d.Tokens[at.To-1].Lemma) {
			return true
		}
	}
	return false
}

// last is the mention with which range at ends, -1 if there is none.
func (r *reader) last(at extract.Range) int {
	for i := at.From; i < at.To; i++ {
		if m := r.names.Head[i]; m >= 0 && r.d.Mentions[m].At.To == at.To {
			return int(m)
		}
	}
	return -1
}

// follow files source under the clauses from the colon in sentence n to the end of paragraph p, or of the headline.
func (r *reader) follow(n, p int, source extract.Said) {
	for c := r.first[n]; c < len(r.out) && r.d.Tokens[r.out[c].Head].Start < r.d.Paragraphs[p].End; c++ {
		cl := &r.out[c]
		if cl.Sentence != n && r.d.Paragraphs[p].Kind == extract.Heading {
			return
		}
		if cl.Head > source.Cue && len(r.speech[c]) == 0 && (cl.Parent < 0 || r.out[cl.Parent].Head < source.Cue) {
			r.speech[c] = append(r.speech[c], source)
		}
	}
}
