// Package dates measures how often the date of an event comes out right, on the trial data of SemEval-2015 task 4
// (Minard et al. 2015, "TimeLine: Cross-Document Event Ordering"), 30 Wikinews articles and six timelines, and on the
// first sentences of the same articles as MEANTIME annotates them (Minard et al. 2016).
//
// A gold event is a mention that a timeline, or a link to a time, dates: article, sentence, word. It is found where the program makes an event
// whose trigger is that word in that sentence. Its date is right where the day that the program names as likely, or else
// its interval, lies within the gold date at the gold's own grain: 2007-09 holds 9 September 2007, a day does not hold
// the month around it. What is stated to last since then is right where it began within the gold date, as the gold
// dates what lasts by its beginning. It is only bounded where the program gives no more than an interval that holds or meets the gold
// date, and wrong where the two have no day in common. Events that the program does not find are not counted against
// its dates.
package dates

import (
	"fmt"
	"strings"

	"dateline/extract"
	"dateline/graph"
)

// Mark is a mention of an event: the word, the number of its sentence, and its article.
type Mark struct {
	Article  string
	Sentence int
	Word     string
}

// Gold is a dated mention.
type Gold struct {
	Mark
	Date graph.Time
}

// Score counts dated gold mentions.
type Score struct {
	Gold, Found           int
	Right, Bounded, Wrong int // of those found
	By                    map[graph.Sureness]*[3]int
}

// Fault is a found mention whose date is not right.
type Fault struct {
	Gold  Gold
	Ours  graph.When
	Label string
	Quote string
}

// String is the fault in one line of columns between tabs.
func (f Fault) String() string {
	return fmt.Sprintf("%s-%d-%s\t%s\t%s\t%s\t%s\t%s\t%s", f.Gold.Article, f.Gold.Sentence, f.Gold.Word, f.Gold.Date, f.Ours.EDTF(),
		f.Ours.Sure, f.Ours.Reason, f.Label, f.Quote)
}

// String is the figures, a line.
func (s *Score) String() string {
	share := func(n int) float64 { return 100 * float64(n) / float64(max(1, s.Found)) }
	out := fmt.Sprintf("dates right %.1f %%, bounded %.1f %%, wrong %.1f %% of %d events found (%d dated in gold)",
		share(s.Right), share(s.Bounded), share(s.Wrong), s.Found, s.Gold)
	for _, sure := range graph.Surenesses() {
		if c := s.By[sure]; c != nil {
			out += fmt.Sprintf("\n  %-9s right %d, bounded %d, wrong %d", sure, c[0], c[1], c[2])
		}
	}
	return out
}

// Compare scores the events of read articles against the gold. Documents and articles stand in the same order.
func Compare(gold []Gold, articles []Article, read []*extract.Document) (s Score, faults []Fault) {
	s.By = map[graph.Sureness]*[3]int{}
	index := map[string]int{}
	for i := range articles {
		index[articles[i].ID] = i
	}
	for _, g := range gold {
		i, ok := index[g.Article]
		if !ok {
			continue
		}
		s.Gold++
		e := find(&articles[i], read[i], g.Mark)
		if e == nil {
			continue
		}
		s.Found++
		how := s.count(g.Date, e.When)
		if how > 0 {
			faults = append(faults, Fault{g, e.When, e.Label, read[i].String(read[i].Sentences[e.Sentence].Range)})
		}
	}
	return s, faults
}

// count files one found event: 0 right, 1 bounded, 2 wrong.
func (s *Score) count(gold graph.Time, w graph.When) (how int) {
	best := w.Best()
	switch {
	case gold.Contains(best), w.Sure == graph.Stated && best.First.Known() && !best.Last.Known() && gold.Contains(graph.DayOf(best.First)):
		s.Right++
	case !w.Likely.Known() && (!best.Known() || best.Overlaps(gold)):
		s.Bounded++
		how = 1
	default:
		s.Wrong++
		how = 2
	}
	if s.By[w.Sure] == nil {
		s.By[w.Sure] = &[3]int{}
	}
	s.By[w.Sure][how]++
	return how
}

// find is the event of d that m marks, nil if there is none.
func find(a *Article, d *extract.Document, m Mark) *extract.Event {
	for i := range d.Events {
		e := &d.Events[i]
		word, start := d.Word(e.Head), d.Tokens[e.Head].Start
		if a.sentence(start) != m.Sentence {
			continue
		}
		for w := range strings.SplitSeq(m.Word, "_") {
			if strings.EqualFold(w, word) {
				return e
			}
		}
	}
	return nil
}
