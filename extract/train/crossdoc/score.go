package crossdoc

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"dateline/extract/train"
	"dateline/graph"
)

// Result is how the events of some topics came out.
type Result struct {
	Gold, Found int // mentions in the gold, and those of them that are the trigger of some event
	// Chains scores the mentions found.
	Chains train.Chains
	pairs  []Pair
}

// Pair is two mentions in different articles that became one event.
type Pair struct {
	Topic  string
	Event  string // label
	A, B   Place
	Right  bool // the gold has them in one chain
	Reason string
}

// Place is a mention with the words around it.
type Place struct{ Article, Words string }

// String is the pair on three lines.
func (p Pair) String() string {
	verdict := "wrong"
	if p.Right {
		verdict = "right"
	}
	return fmt.Sprintf("%s  topic %s  %s\n  %s: %s\n  %s: %s\n  %s", verdict, p.Topic, p.Event, p.A.Article, p.A.Words, p.B.Article, p.B.Words, p.Reason)
}

// Add adds the articles of one topic, which were read into g.
func (r *Result) Add(articles []Article, g *graph.Graph) {
	events, chains := triggers(g), map[string]int{}
	var gold, found []int
	var places []mention
	for i := range articles {
		a := &articles[i]
		r.Gold += len(a.Mentions)
		for _, m := range a.Mentions {
			k, ok := chains[m.Chain]
			if !ok {
				k = len(chains)
				chains[m.Chain] = k
			}
			e := events.at(a.ID, m.Span.Start, m.Span.End)
			if e < 0 {
				continue
			}
			r.Found++
			gold, found = append(gold, k), append(found, e)
			places = append(places, mention{a, m})
		}
	}
	r.Chains.Add(train.ScoreChains(gold, found))
	for i := range gold {
		for j := range i {
			if found[i] == found[j] && places[i].article != places[j].article {
				e := &g.Events[found[i]]
				r.pairs = append(r.pairs, Pair{articles[0].Topic, e.Label, places[j].place(), places[i].place(), gold[i] == gold[j], strings.Join(e.Why[:min(1, len(e.Why))], "")})
			}
		}
	}
}

// Joined counts the pairs of mentions in different articles that became one, and those that should not have.
func (r *Result) Joined() (all, wrong int) {
	for _, p := range r.pairs {
		if !p.Right {
			wrong++
		}
	}
	return len(r.pairs), wrong
}

// Sample is n of the joined pairs drawn with a seed.
func (r *Result) Sample(n int, seed uint64) []Pair {
	pairs := slices.Clone(r.pairs)
	rnd := rand.New(rand.NewPCG(seed, 0))
	rnd.Shuffle(len(pairs), func(i, j int) { pairs[i], pairs[j] = pairs[j], pairs[i] })
	return pairs[:min(n, len(pairs))]
}

// String is the figures in two lines.
func (r *Result) String() string {
	all, wrong := r.Joined()
	return fmt.Sprintf("%v\nmentions %d, found %d; pairs joined across articles %d, wrong %d (%.1f %%)",
		r.Chains, r.Gold, r.Found, all, wrong, 100*float64(wrong)/float64(max(all, 1)))
}

// mention is a Mention and where it stands.
type mention struct {
	article *Article
	Mention
}

const around = 60

func (m mention) place() Place {
	text := m.article.Text
	from, to := max(0, m.Start-around), min(len(text), m.End+around)
	words := text[from:m.Start] + "[" + text[m.Start:m.End] + "]" + text[m.End:to]
	return Place{m.article.ID, strings.ToValidUTF8(strings.ReplaceAll(words, "\n", " | "), "")}
}

// index leads from the bytes of articles to the events whose triggers stand there.
type index map[string][]trigger

type trigger struct{ start, end, event int }

func triggers(g *graph.Graph) index {
	x := index{}
	for i := range g.Events {
		for _, v := range g.Events[i].Seen {
			x[v.Source] = append(x[v.Source], trigger{v.Trigger.Start, v.Trigger.End, i})
		}
	}
	for _, ts := range x {
		slices.SortFunc(ts, func(a, b trigger) int { return a.start - b.start })
	}
	return x
}

// at is the event whose trigger has the most bytes in common with a mention, the first of equals; -1 where none has any.
func (x index) at(article string, start, end int) int {
	best, most := -1, 0
	for _, t := range x[article] {
		if n := min(end, t.end) - max(start, t.start); n > most {
			best, most = t.event, n
		}
	}
	return best
}
