package coref

import (
	"fmt"
	"io"
	"slices"
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
	// Faults says, a line each, which gold entities became several ("split") and which became one ("joined").
	Faults []string
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
	var quotes []string
	for i := range articles {
		chains := world.chains(docs[i])
		pair := found(docs[i], articles[i].Mentions)
		for g, m := range articles[i].Mentions {
			key, own := n.of(m.Entity), n.of(fmt.Sprintf("%s mention %d", docs[i].ID, g))
			if pair[g] >= 0 {
				own = n.of(chains[docs[i].Mentions[pair[g]].Same])
				goldFound, systemFound = append(goldFound, key), append(systemFound, own)
				quotes = append(quotes, extract.Fold(docs[i].Text[m.Start:m.End]))
			}
			gold, system = append(gold, key), append(system, own)
			words = append(words, n.of("words "+strings.ToLower(extract.Fold(docs[i].Text[m.Start:m.End]))))
		}
	}
	a.Gold, a.Mentions = len(gold), len(goldFound)
	a.Found = train.ScoreChains(goldFound, systemFound)
	a.All = train.ScoreChains(gold, system)
	a.Words = train.ScoreChains(gold, words)
	a.Faults = append(apart("split", goldFound, systemFound, quotes), apart("joined", systemFound, goldFound, quotes)...)
	return a, nil
}

// apart lists the chains of one side that fall into several of the other, each part by its words.
func apart(what string, of, by []int, quotes []string) (lines []string) {
	parts, order := map[int]map[int][]string{}, map[int][]int{}
	var chains []int
	for i, k := range of {
		if parts[k] == nil {
			parts[k] = map[int][]string{}
			chains = append(chains, k)
		}
		if parts[k][by[i]] == nil {
			order[k] = append(order[k], by[i])
		}
		if !slices.Contains(parts[k][by[i]], quotes[i]) {
			parts[k][by[i]] = append(parts[k][by[i]], quotes[i])
		}
	}
	for _, k := range chains {
		if len(order[k]) < 2 {
			continue
		}
		line := what
		for _, j := range order[k] {
			line += " {" + strings.Join(parts[k][j], ", ") + "}"
		}
		lines = append(lines, line)
	}
	return lines
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
		if id, ok := w[place{d.ID, s.Start, s.End}]; ok && m.Form != extract.Pronoun {
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
