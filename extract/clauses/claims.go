package clauses

import (
	"math"

	"dateline/extract"
	"dateline/extract/linear"
)

// claims decides for every clause whether it happened and who says so.
func (r *reader) claims() {
	r.speech = make([][]extract.Said, len(r.out))
	for c := range r.out {
		r.said(c)
		r.claimed(c)
	}
	r.colons()
	r.voices()
	verdicts := r.verdicts()
	var features []uint64
	var slots []uint32
	for c := range r.out {
		features, slots = r.features(c, verdicts, features[:0]), slots[:0]
		for _, f := range features {
			slots = append(slots, linear.Slot(f, r.weights.Bits))
		}
		odds := r.weights.Sum(slots, 0)
		cl := &r.out[c]
		v := r.settle(cl, verdicts[c], odds)
		cl.Status = v.Status
		if v.cue >= 0 {
			cl.Cue = extract.Range{From: v.cue, To: v.cue + 1}
		}
		cl.Fact = 1 / (1 + math.Exp(-float64(odds)/Unit))
		cl.Said = r.attribution(c)
	}
}

// verdicts are the ones that the rules give, clause by clause.
func (r *reader) verdicts() []verdict {
	v := make([]verdict, len(r.out))
	for c := range r.out {
		v[c] = r.status(c)
	}
	return v
}

// Features are those of each clause that d would get, for the trainer; d must have all layers that the stage needs.
func (f *Finder) Features(d *extract.Document) [][]uint64 {
	r := f.reader(d)
	verdicts := r.verdicts()
	out := make([][]uint64, len(r.out))
	for c := range r.out {
		out[c] = r.features(c, verdicts, nil)
	}
	return out
}
