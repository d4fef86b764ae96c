package graph

import (
	"bytes"
	"cmp"
	"encoding/json"
	"slices"
	"strings"
)

// When is the time of an event with the reason for it, in words a reader can follow.
type When struct {
	// Time holds the event, as far as is known: an interval that the evidence bears out.
	Time Time
	// Likely is the day within Time on which it most likely was where the text only bounds it, no date otherwise: what a
	// fresh article tells without a date was, as a rule, on the day of publication. It stands in files as the edtf
	// "2015-11-16?", beside the bounds of Time, which is then read by its days alone.
	Likely Date
	// Sure is how sure Time, or Likely where that is given, is.
	Sure   Sureness
	Reason string
}

// Sureness is how the time of an event came to be known.
type Sureness string

// The kinds of sureness, from none to most. Their share of right dates is measured by "dateline-train score dates".
const (
	Unsaid   Sureness = ""         // no time, or made by older versions
	Bounded  Sureness = "bounded"  // only bounds: not after the article that tells it, after another event
	Likely   Sureness = "likely"   // the day that such a sentence usually means; may be another
	Inferred Sureness = "inferred" // taken over from another clause, sentence or article that dates the same event or its frame
	Stated   Sureness = "stated"   // the text gives the date together with the event
	Given    Sureness = "given"    // by the user
)

var surenesses = [...]Sureness{Unsaid, Bounded, Likely, Inferred, Stated, Given}

// Surenesses are all kinds, from none to most.
func Surenesses() []Sureness { return slices.Clone(surenesses[:]) }

// Rank is the place of s among the kinds, from 0; -1 if it is none of them.
func (s Sureness) Rank() int { return slices.Index(surenesses[:], s) }

// Best is the time that a reader is told first: the likely day, else Time.
func (w When) Best() Time {
	if w.Likely.Known() {
		return DayOf(w.Likely)
	}
	return w.Time
}

// EDTF is the time as files show it: the likely day with the sign for "uncertain", else Time.
func (w When) EDTF() string {
	if w.Likely.Known() {
		return w.Likely.String() + "?"
	}
	return w.Time.String()
}

// Words is the best time in words: "likely 16 November 2015", "between 14 and 16 November 2015".
func (w When) Words() string {
	if w.Likely.Known() {
		return "likely " + DayOf(w.Likely).Words()
	}
	return w.Time.Words()
}

// Valid tells whether w holds to what its comments promise.
func (w When) Valid() bool {
	return w.Time.Valid() && w.Sure.Rank() >= 0 &&
		(w.Likely == Date{} || w.Time.Contains(DayOf(w.Likely)) && w.Time != DayOf(w.Likely))
}

// over is the one of w and v that says more: the finer time, then the surer one, then the one that names a day. What is
// left is settled by the words, so that the order in which several are compared makes no difference where their times
// are the same.
func (w When) over(v When) When {
	if finer(w.Time, v.Time) || !finer(v.Time, w.Time) && w.compare(v) <= 0 {
		return w
	}
	return v
}

func (w When) compare(v When) int {
	return cmp.Or(cmp.Compare(v.Sure.Rank(), w.Sure.Rank()), cmp.Compare(b2i(v.Likely.Known()), b2i(w.Likely.Known())),
		w.Likely.Compare(v.Likely), cmp.Compare(b2i(w.Reason == ""), b2i(v.Reason == "")), cmp.Compare(w.Reason, v.Reason))
}

// within is w with the time t, which what is likely must lie in.
func (w When) within(t Time) When {
	w.Time = t
	if w.Likely.Known() && (!t.Contains(DayOf(w.Likely)) || t.Days() == 1) {
		w.Likely = Date{}
	}
	return w
}

// encodeWhen writes {edtf, earliest, latest, sure, reason}.
func encodeWhen(t tree, w When) {
	t.begin("when", '{', 1, flow)
	t.str("edtf", w.EDTF())
	if w.Time.Known() { // "" where the interval is open, so that readers find both keys
		t.str("earliest", w.Time.First.String())
		t.str("latest", w.Time.Last.String())
	}
	optional(t, "sure", string(w.Sure))
	optional(t, "reason", w.Reason)
	t.end()
}

// MarshalJSON writes {edtf, earliest, latest, sure, reason}, as EncodeJSON does.
func (w When) MarshalJSON() ([]byte, error) {
	var b strings.Builder
	j := &jsonTree{out: out{w: &b}}
	j.stack = append(j.stack, frame{kind: '['})
	encodeWhen(j, w)
	err := j.flush()
	return []byte(strings.TrimPrefix(b.String(), `"when":`)), err
}

// whenTree is a When as it stands in files. Only edtf counts for the time, unless it is a likely day, which lies between
// earliest and latest.
type whenTree struct {
	EDTF     uncertain `json:"edtf" yaml:"edtf"`
	Earliest string    `json:"earliest" yaml:"earliest"`
	Latest   string    `json:"latest" yaml:"latest"`
	Sure     Sureness  `json:"sure" yaml:"sure"`
	Reason   string    `json:"reason" yaml:"reason"`
}

// uncertain is a time and whether the sign "?" stands behind it.
type uncertain struct {
	Time
	doubt bool
}

// UnmarshalText is ParseTime.
func (u *uncertain) UnmarshalText(b []byte) (err error) {
	u.Time, err = ParseTime(string(b))
	u.doubt = bytes.HasSuffix(b, []byte("?"))
	return err
}

func (t *whenTree) when() When {
	w := When{Time: t.EDTF.Time, Sure: t.Sure, Reason: t.Reason}
	if !t.EDTF.doubt || w.Time.Grain != Day {
		return w
	}
	first, err := ParseDate(t.Earliest)
	last, err2 := ParseDate(t.Latest)
	if err != nil && t.Earliest != "" || err2 != nil && t.Latest != "" {
		return w
	}
	v := w
	v.Time, v.Likely = Time{First: first, Last: last, Grain: Within}.Normal(), w.Time.First
	if !v.Time.Contains(DayOf(v.Likely)) || v.Time.Days() == 1 {
		return w
	}
	return v
}

// UnmarshalJSON reads what MarshalJSON writes.
func (w *When) UnmarshalJSON(b []byte) error {
	var t whenTree
	dec := json.NewDecoder(bytes.NewReader(b))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&t); err != nil {
		return err
	}
	*w = t.when()
	return nil
}
