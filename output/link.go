package output

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"dateline/graph"
)

// link is the bundle of all that goes on between two entities.
type link struct {
	From, To *node
	Facts    []fact // what happened first, then by weight
	Weight   int
	// Forward and Back tell whether From did something to To, and the other way round; neither: they acted together.
	Forward, Back bool
}

// fact is one event between two entities, or one state that lasts.
type fact struct {
	ID     string
	Verb   string // "met", "cancelled", "visit (planned)", "head of"
	Line   string // "15 November 2015: Barack Obama met Vladimir Putin"
	Seen   []graph.Evidence
	From   *graph.Source // of the first of Seen; nil where it is not known
	Time   graph.Time
	Status graph.Status // lasting for a state
	Order  int          // place in the timeline, 0 if it has none
	Kind   string       // of contact: cooperation, conflict, or empty
	Told   int          // articles that tell it
	Weight int
	Anchor string // where its evidence stands in the page
}

// lasting is how states are told from events.
const lasting graph.Status = "lasting"

// facts finds what the network names by ID.
type facts struct {
	entities map[string]*graph.Entity
	sources  map[string]*graph.Source
	all      map[string]fact
}

func newFacts(g *graph.Graph) *facts {
	x := &facts{make(map[string]*graph.Entity, len(g.Entities)), make(map[string]*graph.Source, len(g.Sources)), make(map[string]fact, len(g.Events)+len(g.Relations))}
	for i := range g.Entities {
		x.entities[g.Entities[i].ID] = &g.Entities[i]
	}
	for i := range g.Sources {
		x.sources[g.Sources[i].ID] = &g.Sources[i]
	}
	for i := range g.Events {
		e := &g.Events[i]
		x.all[e.ID] = fact{ID: e.ID, Verb: verb(e), Line: headline(e.When.Time, e.Label, badges[e.Status]), Time: e.When.Time, Status: e.Status,
			Seen: e.Seen, From: x.from(e.Seen), Order: e.Order, Kind: contactOf(e), Told: e.Articles, Weight: e.Weight(), Anchor: anchor(e.ID)}
	}
	for i := range g.Relations {
		r := &g.Relations[i]
		from, to := x.entities[r.From], x.entities[r.To]
		if from == nil || to == nil {
			continue
		}
		what := strings.ReplaceAll(clean(r.Type), "-", " ")
		x.all[r.ID] = fact{ID: r.ID, Verb: shorten(what, 24), Line: headline(r.When.Time, nameOf(from)+": "+what+" "+nameOf(to), ""),
			Seen: r.Seen, From: x.from(r.Seen), Time: r.When.Time, Status: lasting, Told: 1, Weight: min(len(r.Seen), 4), Anchor: anchor(r.ID)}
	}
	return x
}

// from is the article of the first piece of evidence; nil where it is not known.
func (x *facts) from(seen []graph.Evidence) *graph.Source {
	if len(seen) == 0 {
		return nil
	}
	return x.sources[seen[0].Source]
}

// quote is the first sentence that tells of a fact, with the title of its article; empty where none is known.
func (f *fact) quote() string {
	if f.From == nil || clean(f.Seen[0].Quote) == "" {
		return ""
	}
	return "“" + shorten(clean(f.Seen[0].Quote), 240) + "” — " + cmp.Or(clean(f.From.Title), clean(f.From.ID))
}

// headline is a fact in a line.
func headline(t graph.Time, label, badge string) string {
	line := shorten(clean(label), 200)
	if when := t.Words(); when != "" {
		line = when + ": " + line
	}
	if badge != "" {
		line += " (" + badge + ")"
	}
	return line
}

// add takes the facts of a tie over.
func (l *link) add(t *graph.Tie, x *facts) {
	for _, id := range slices.Concat(t.Events, t.Relations) {
		if f, ok := x.all[id]; ok && !slices.ContainsFunc(l.Facts, func(o fact) bool { return o.ID == id }) {
			l.Facts = append(l.Facts, f)
		}
	}
	l.Weight += t.Weight
	l.From.Weight += t.Weight
	l.To.Weight += t.Weight
	if !t.Mutual {
		l.Forward = l.Forward || l.From.Entity.ID == t.From
		l.Back = l.Back || l.From.Entity.ID == t.To
	}
}

// tidy puts the facts in order, what happened before what did not, weightiest first, and turns the link so that it leads from the one who acts, or from
// the more important of two equals: Graphviz puts that one above the other.
func (l *link) tidy() {
	if l.Back && !l.Forward || l.Back == l.Forward && l.From.Weight < l.To.Weight {
		l.From, l.To = l.To, l.From
		l.Forward, l.Back = l.Back, l.Forward
	}
	slices.SortStableFunc(l.Facts, func(a, b fact) int {
		return cmp.Or(cmp.Compare(b2i(a.Status != graph.Happened), b2i(b.Status != graph.Happened)), cmp.Compare(b.Weight, a.Weight),
			cmp.Compare(a.Order, b.Order), cmp.Compare(a.ID, b.ID))
	})
}

// status is how a link is drawn: as its facts if they agree, else as what happened.
func (l *link) status() graph.Status {
	first := lineOf(l.Facts[0].Status)
	for _, f := range l.Facts[1:] {
		if lineOf(f.Status) != first {
			return graph.Happened
		}
	}
	return first
}

// contact is the kind of contact of most facts that have one; empty where none has, or where as many are of each.
func (l *link) contact() string {
	balance := 0
	for _, f := range l.Facts {
		balance += balanceOf(f.Kind)
	}
	return contactOfBalance(balance)
}

// lineOf puts statuses that are drawn alike into one.
func lineOf(s graph.Status) graph.Status {
	switch s {
	case graph.Possible:
		return graph.Planned
	case graph.Cancelled:
		return graph.Denied
	case graph.Unknown:
		return graph.Reported
	}
	return s
}

// label is what stands at a link: what happened, and below it when. Of a bundle, the two weightiest and the number of
// the others: "met, agreed +3", "28 Sep – 15 Nov 2015".
func (l *link) label() []string {
	var verbs []string
	for _, f := range l.Facts {
		if len(verbs) < 2 && !slices.Contains(verbs, f.Verb) && (len(verbs) == 0 || utf8.RuneCountInString(verbs[0]+f.Verb) <= 24) {
			verbs = append(verbs, f.Verb)
		}
	}
	what := strings.Join(verbs, ", ")
	if more := len(l.Facts) - len(verbs); more > 0 {
		what += fmt.Sprintf(" +%d", more)
	}
	lines := []string{what}
	if when := l.span(); when != "" {
		lines = append(lines, when)
	}
	return lines
}

// withParticle is a trigger with the particle that its lemma has: "called", "call off" → "called off".
func withParticle(trigger, lemma string) string {
	if _, particle, ok := strings.Cut(lemma, " "); ok && !strings.Contains(trigger, " ") {
		return trigger + " " + particle
	}
	return trigger
}

// notYet turns the past of what has not happened into the plain verb: "held talks", "hold" → "hold talks".
func notYet(short, lemma string) string {
	head, _, _ := strings.Cut(lemma, " ")
	_, rest, more := strings.Cut(short, " ")
	switch {
	case head == "":
		return short
	case more:
		return head + " " + rest
	}
	return lemma
}

// verb is what happened in a word or two, with the status where it did not simply happen.
func verb(e *graph.Event) string {
	v := clean(e.Short)
	if v == "" {
		v = withParticle(clean(cmp.Or(e.Trigger, e.Lemma)), clean(e.Lemma))
	}
	if e.Status == graph.Planned || e.Status == graph.Possible {
		v = notYet(v, clean(e.Lemma))
	}
	v = shorten(cmp.Or(v, "something"), 24)
	if b := badges[e.Status]; b != "" && v != b {
		v += " (" + b + ")"
	}
	return v
}

// span is the time of a bundle: of one fact its date, of several the first to the last, by months if far apart.
func (l *link) span() string {
	t := l.Facts[0].Time
	if len(l.Facts) > 1 {
		t = graph.Time{Grain: graph.Stretch}
		for _, f := range l.Facts {
			t = widen(t, f.Time)
		}
		if t.First.Known() && t.Last.Known() && t.Last.DaysSince(t.First) > 31 {
			t.First.Day, t.Last.Day = 1, graph.DaysIn(t.Last.Year, t.Last.Month)
		}
	}
	s := shortTime(t, noYear)
	for _, day := range dayNames[1:] {
		s = strings.Replace(s, day+" ", "", 1)
	}
	return s
}

// widen is the stretch that covers both times.
func widen(t, more graph.Time) graph.Time {
	if !more.Known() {
		return t
	}
	if s := start(more); !t.First.Known() || s.Before(t.First) {
		t.First = s
	}
	if s := cmp.Or(more.Last, more.First); !t.Last.Known() || s.After(t.Last) {
		t.Last = s
	}
	return t
}

// maxTip is how many facts the tooltip of a link lists, quotedFacts how many of them, those that weigh most, come with their
// sentence.
const maxTip, quotedFacts = 10, 3

// tip is the text that appears over a link: its ends and its weightiest facts, in the order of time.
func (l *link) tip() string {
	weightiest := l.Facts[:min(len(l.Facts), quotedFacts)]
	list := slices.Clone(l.Facts[:min(len(l.Facts), maxTip)])
	slices.SortStableFunc(list, func(a, b fact) int {
		return cmp.Or(cmp.Compare(a.Order, b.Order), start(a.Time).Compare(start(b.Time)), cmp.Compare(a.ID, b.ID))
	})
	lines := []string{l.From.Name + " – " + l.To.Name}
	for _, f := range list {
		lines = append(lines, f.Line)
		if quote := f.quote(); quote != "" && slices.ContainsFunc(weightiest, func(o fact) bool { return o.ID == f.ID }) {
			lines = append(lines, quote)
		}
	}
	if more := len(l.Facts) - maxTip; more > 0 {
		lines = append(lines, fmt.Sprintf("and %d more", more))
	}
	return strings.Join(lines, "\n")
}

// href leads to the evidence of the first fact.
func (l *link) href(c *chart) string { return c.Page + "#" + l.Facts[0].Anchor }

// tip is the text that appears over an entity.
func (n *node) tip() string {
	lines := []string{n.Name + " (" + kindName(n.Entity.Kind) + ")"}
	if len(n.Entity.Aliases) > 0 {
		var aliases []string
		for _, a := range n.Entity.Aliases[:min(6, len(n.Entity.Aliases))] {
			aliases = append(aliases, clean(a))
		}
		lines = append(lines, "also: "+strings.Join(aliases, ", "))
	}
	lines = append(lines, count(n.Entity.Mentions, "mention")+" in "+count(n.Entity.Sources, "article"))
	return strings.Join(lines, "\n")
}
