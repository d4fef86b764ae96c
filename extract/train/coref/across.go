package coref

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"dateline/extract"
	"dateline/extract/train"
	"dateline/graph"
)

// Across is how well the entities of many articles are told apart and put together.
type Across struct {
	// Found is the score on the gold mentions that reading found, by the entities of the graph. All counts the others,
	// too, each as an entity of its own. Words is the baseline that takes mentions of the same words for one.
	Found, All, Words train.Chains
	Mentions, Gold    int // found and all gold mentions
}

// ScoreAcross reads the articles with the stages, makes one graph of them and compares its entities with the gold ones. A
// chain of the article that names nothing, and so is in no graph, counts as an entity of its own.
func ScoreAcross(articles []Article, stages extract.Pipeline) (a Across, err error) {
	docs := make([]*extract.Document, len(articles))
	parts := make([]*graph.Graph, len(articles))
	for i := range articles {
		docs[i] = articles[i].Copy()
		if err := stages.Run(docs[i]); err != nil {
			return a, err
		}
		parts[i] = extract.Assemble(docs[i])
	}
	world := newWorld(graph.Unify(graph.Merge(parts...)))
	var n numbers
	var gold, system, words, goldFound, systemFound []int
	for i := range articles {
		chains := world.chains(docs[i])
		pair := found(docs[i], articles[i].Mentions)
		for g, m := range articles[i].Mentions {
			key, own := n.of(m.Entity), n.of(fmt.Sprintf("%s mention %d", docs[i].ID, g))
			if pair[g] >= 0 {
				own = n.of(chains[docs[i].Mentions[pair[g]].Same])
				goldFound, systemFound = append(goldFound, key), append(systemFound, own)
			}
			gold, system = append(gold, key), append(system, own)
			words = append(words, n.of("words "+strings.ToLower(extract.Fold(docs[i].Text[m.Start:m.End]))))
		}
	}
	a.Gold, a.Mentions = len(gold), len(goldFound)
	a.Found = train.ScoreChains(goldFound, systemFound)
	a.All = train.ScoreChains(gold, system)
	a.Words = train.ScoreChains(gold, words)
	return a, nil
}

// numbers gives each name a number of its own.
type numbers map[string]int

func (n *numbers) of(name string) int {
	if *n == nil {
		*n = numbers{}
	}
	if _, ok := (*n)[name]; !ok {
		(*n)[name] = len(*n)
	}
	return (*n)[name]
}

// Copy is the article's document without what reading fills in.
func (a *Article) Copy() *extract.Document {
	d := a.Doc
	return &extract.Document{ID: d.ID, Text: d.Text, Paragraphs: d.Paragraphs, Published: d.Published, PublishedFrom: d.PublishedFrom}
}

// world leads from the words of an article to the entity of the graph that they name.
type world map[place]string

type place struct {
	source     string
	start, end int
}

func newWorld(g *graph.Graph) world {
	w := world{}
	for i := range g.Entities {
		for _, e := range g.Entities[i].Seen {
			w[place{e.Source, e.Start, e.End}] = g.Entities[i].ID
		}
	}
	return w
}

// chains is, per first mention of a chain of d, the entity of the graph, or a name of its own.
func (w world) chains(d *extract.Document) map[int]string {
	of := map[int]string{}
	for i := range d.Mentions {
		m := &d.Mentions[i]
		if of[m.Same] == "" {
			of[m.Same] = d.ID + "#" + strconv.Itoa(m.Same)
		}
		s := d.Span(m.At)
		if id, ok := w[place{d.ID, s.Start, s.End}]; ok && m.Names() {
			of[m.Same] = id
		}
	}
	return of
}

// Write prints the scores, a line each.
func (a Across) Write(w io.Writer) {
	fmt.Fprintf(w, "%4d gold mentions           %v\n", a.Gold, a.All)
	fmt.Fprintf(w, "%4d of them found           %v\n", a.Mentions, a.Found)
	fmt.Fprintf(w, "baseline: same words        %v\n", a.Words)
}
