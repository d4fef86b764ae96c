package crossdoc

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"dateline/graph"
)

// CopyResult is how near copies that were made on purpose were found again.
type CopyResult struct {
	Made, Found  int // copies made, and those of them that are marked as copies of what they were made from
	Marked, Bad  int // articles marked as copies, and those of them that are none
	Wrong, Lost  []string
	perKind      map[string][2]int
	articleCount int
}

// String is precision and recall, in all and by kind of edit.
func (r *CopyResult) String() string {
	s := fmt.Sprintf("precision %.2f  recall %.2f  (%d copies of %d found, %d articles marked, %d of them wrongly, %d articles)",
		100*(1-float64(r.Bad)/float64(max(r.Marked, 1))), 100*float64(r.Found)/float64(max(r.Made, 1)), r.Found, r.Made, r.Marked, r.Bad, r.articleCount)
	for _, e := range edits {
		n := r.perKind[e.name]
		s += fmt.Sprintf("\n  %-12s %d of %d", e.name, n[0], n[1])
	}
	return s
}

// edit makes a near copy of an article, given as paragraphs.
type edit struct {
	name string
	do   func(r *rand.Rand, paragraphs []string) []string
}

// edits are what desks do to the copy of an agency; the last does all at once.
var edits = []edit{
	{"cut", cut},
	{"reorder", reorder},
	{"boilerplate", boilerplate},
	{"synonyms", synonyms},
	{"all", func(r *rand.Rand, p []string) []string { return synonyms(r, boilerplate(r, reorder(r, cut(r, p)))) }},
}

// cut leaves out up to four tenths of the paragraphs, from the end or anywhere.
func cut(r *rand.Rand, p []string) []string {
	keep := len(p) - r.IntN(1+len(p)*4/10)
	if r.IntN(2) == 0 {
		return p[:keep]
	}
	p = slices.Clone(p)
	for len(p) > keep {
		i := 1 + r.IntN(len(p)-1)
		p = slices.Delete(p, i, i+1)
	}
	return p
}

func reorder(r *rand.Rand, p []string) []string {
	p = slices.Clone(p)
	r.Shuffle(len(p), func(i, j int) { p[i], p[j] = p[j], p[i] })
	return p
}

// notices are what sites put around articles.
var notices = []string{
	"Sign up for our newsletter and get the stories of the day in your inbox every morning.",
	"This article is free to read. Please consider a donation to our newsroom.",
	"Our reporters have contributed to this story from three cities.",
	"Do you know more about this? Write to our desk, we treat every message in confidence.",
	"More on this story as we get it. Follow us for updates through the night.",
}

func boilerplate(r *rand.Rand, p []string) []string {
	p = slices.Clone(p)
	for range 1 + r.IntN(3) {
		p = slices.Insert(p, r.IntN(len(p)+1), notices[r.IntN(len(notices))])
	}
	return p
}

// swaps are words that a sub-editor swaps.
var swaps = strings.NewReplacer(" said ", " told reporters ", " also ", " too ", " big ", " large ", " year ", " twelvemonth ", " last ", " past ",
	" people ", " persons ", " would ", " was to ", " company ", " firm ", " government ", " cabinet ", " but ", " however ", " new ", " fresh ",
	" after ", " following ", " about ", " around ", " while ", " as ", " says ", " states ", " because ", " since ", " show ", " reveal ", " help ", " aid ")

// synonyms swaps words in two thirds of the paragraphs.
func synonyms(r *rand.Rand, p []string) []string {
	p = slices.Clone(p)
	for i := range p {
		if r.IntN(3) > 0 {
			p[i] = swaps.Replace(p[i])
		}
	}
	return p
}

// ScoreCopies makes n near copies of articles, in turn with each kind of edit, and as many articles that only quote a
// paragraph of another, hides them among the articles and looks which graph.Unify marks as copies. Articles that were
// copies before anything was made are known by the runs of words that they share.
func ScoreCopies(texts []string, n int, seed uint64) *CopyResult {
	r := rand.New(rand.NewPCG(seed, 0))
	res := &CopyResult{perKind: map[string][2]int{}}
	g := &graph.Graph{}
	day := graph.DayOf(graph.Date{Year: 2005, Month: 2, Day: 1})
	next := graph.DayOf(graph.Date{Year: 2005, Month: 2, Day: 2})
	add := func(id string, p []string, when graph.Time) {
		text := strings.Join(p, "\n\n")
		g.Sources = append(g.Sources, graph.Source{ID: id, Text: text, Hash: graph.HashOf(text), Published: when})
	}
	articles := make([][]string, len(texts))
	for i, text := range texts {
		articles[i] = paragraphs(text)
		add(fmt.Sprintf("article-%05d", i), articles[i], day)
	}
	from, kind := map[string]int{}, map[string]string{}
	for k := range n {
		i, e := r.IntN(len(articles)), edits[k%len(edits)]
		if len(articles[i]) < 3 {
			continue
		}
		id := fmt.Sprintf("copy-%05d", k)
		add(id, e.do(r, articles[i]), next)
		from[id], kind[id] = i, e.name
		j, q := r.IntN(len(articles)), articles[i][r.IntN(len(articles[i]))]
		if len(articles[j]) > 3 { // an article that quotes
			add(fmt.Sprintf("quoting-%05d", k), append(slices.Clone(articles[j][len(articles[j])/2:]), q), next)
			from[fmt.Sprintf("quoting-%05d", k)] = -1 - j
		}
	}
	res.articleCount = len(g.Sources)
	res.judge(graph.Unify(g), from, kind)
	return res
}

// paragraphs are the lines of a text that are not empty.
func paragraphs(text string) []string {
	return slices.DeleteFunc(strings.Split(text, "\n"), func(s string) bool { return strings.TrimSpace(s) == "" })
}

func (r *CopyResult) judge(g *graph.Graph, from map[string]int, kind map[string]string) {
	text := map[string][]string{}
	for i := range g.Sources {
		text[g.Sources[i].ID] = paragraphs(g.Sources[i].Text)
	}
	for i := range g.Sources {
		s := &g.Sources[i]
		k, made := kind[s.ID]
		if made {
			r.Made++
			n := r.perKind[k]
			n[1]++
			r.perKind[k] = n
		}
		if s.CopyOf == "" {
			if made {
				r.Lost = append(r.Lost, s.ID+" "+k)
			}
			continue
		}
		r.Marked++
		origin := s.ID
		if i, ok := from[s.ID]; ok {
			origin = fmt.Sprintf("article-%05d", max(i, -1-i))
		}
		right := s.CopyOf == origin || overlap(text[s.CopyOf], text[origin]) || overlap(text[s.CopyOf], text[s.ID])
		if !right {
			r.Bad++
			r.Wrong = append(r.Wrong, s.ID+" "+s.CopyOf)
		} else if made {
			r.Found++
			n := r.perKind[k]
			n[0]++
			r.perKind[k] = n
		}
	}
}

// overlap tells whether a third of the runs of eight words of the shorter of two articles stand in the other.
func overlap(a, b []string) bool {
	x, y := runs(a), runs(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	same := 0
	for run := range x {
		if y[run] {
			same++
		}
	}
	return 3*same >= len(x)
}

func runs(paragraphs []string) map[string]bool {
	const length = 8
	words := strings.Fields(strings.ToLower(strings.Join(paragraphs, " ")))
	all := map[string]bool{}
	for i := range max(0, len(words)-length+1) {
		all[strings.Join(words[i:i+length], " ")] = true
	}
	return all
}
