package clauses

import "dateline/extract"

// claims decides for every clause whether it happened and who says so.
func (r *reader) claims() {
	r.speech = make([][]extract.Said, len(r.out))
	for c := range r.out {
		r.said(c)
	}
	r.voices()
	for c := range r.out {
		r.out[c].Status, r.out[c].Said = r.status(c), r.attribution(c)
	}
}
