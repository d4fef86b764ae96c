package claims

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"sort"
	"strconv"
	"strings"

	"dateline/extract"
	"dateline/extract/train"
	"dateline/graph"
)

// Judgement is what annotators of UDS say of a predicate: did it happen, or does it?
type Judgement struct {
	Sentence int     // in the treebank as they had it, from 0
	Word     int     // in the sentence, from 0
	Value    float64 // above 0 it happened; some −3…3, most near ±1
}

// ReadUDS reads the factuality file of UDS (Rudinger, White and Van Durme, NAACL 2018) for one split: train or dev. The
// judgements are sorted by sentence and word.
func ReadUDS(r io.Reader, split string) ([]Judgement, error) {
	var file struct {
		Data map[string]map[string]struct {
			Factuality struct {
				Factual struct{ Value float64 }
			}
		}
	}
	if err := json.NewDecoder(r).Decode(&file); err != nil {
		return nil, fmt.Errorf("UDS: %w", err)
	}
	var out []Judgement
	for sentence, predicates := range file.Data {
		n, ok := strings.CutPrefix(sentence, "ewt-"+split+"-")
		if !ok {
			continue
		}
		for p, j := range predicates {
			s, err := strconv.Atoi(n)
			w, err2 := strconv.Atoi(p[strings.LastIndexByte(p, '-')+1:])
			if err != nil || err2 != nil {
				return nil, fmt.Errorf("UDS: no numbers in %q", p)
			}
			out = append(out, Judgement{s - 1, w - 1, j.Factuality.Factual.Value})
		}
	}
	sort.Slice(out, func(i, j int) bool {
		a, b := out[i], out[j]
		return a.Sentence < b.Sentence || a.Sentence == b.Sentence && a.Word < b.Word
	})
	return out, nil
}

// Word is a judged predicate at its place in the text of an article.
type Word struct {
	Judgement
	extract.Span
}

// Locate finds the judged words in the articles of the treebank; the result goes by article. Where a sentence was split
// or joined since the annotation, the judged words stop being predicates, and the count of sentences is off by one from
// there on.
func Locate(articles []train.Article, list []Judgement) [][]Word {
	type place struct{ article, from, to int }
	var sentences []place
	for a := range articles {
		for _, s := range articles[a].Doc.Sentences {
			sentences = append(sentences, place{a, s.From, s.To})
		}
	}
	token := func(sentence, word int) *extract.Token {
		if sentence < 0 || sentence >= len(sentences) || word < 0 || word >= sentences[sentence].to-sentences[sentence].from {
			return nil
		}
		p := sentences[sentence]
		return &articles[p.article].Doc.Tokens[p.from+word]
	}
	out := make([][]Word, len(articles))
	shift := 0
	for i, j := range list {
		shift = aligned(list[i:min(len(list), i+40)], shift, token)
		if t := token(j.Sentence+shift, j.Word); t != nil && predicate(t) {
			a := sentences[j.Sentence+shift].article
			out[a] = append(out[a], Word{j, t.Span})
		}
	}
	return out
}

// predicate tells whether t may be one: the annotators judged verbs and the roots of sentences.
func predicate(t *extract.Token) bool {
	return t != nil && (t.UPOS == "VERB" || t.UPOS == "AUX" || t.Rel == "root")
}

// aligned is by how many sentences the judgements ahead are off: shift as before, unless one less or more fits better.
func aligned(ahead []Judgement, shift int, token func(sentence, word int) *extract.Token) int {
	if predicate(token(ahead[0].Sentence+shift, ahead[0].Word)) {
		return shift
	}
	best, most := shift, -1
	for _, s := range [...]int{shift, shift - 1, shift + 1} {
		n := 0
		for _, j := range ahead {
			if predicate(token(j.Sentence+s, j.Word)) {
				n++
			}
		}
		if n > most {
			best, most = s, n
		}
	}
	return best
}

// ByStart indexes the clauses of d by the byte at which their head starts.
func ByStart(d *extract.Document) map[int]*extract.Clause {
	m := map[int]*extract.Clause{}
	for i := range d.Clauses {
		m[d.Tokens[d.Clauses[i].Head].Start] = &d.Clauses[i]
	}
	return m
}

// Around is the text about w, the word itself in brackets.
func (w *Word) Around(d *extract.Document) string {
	from, to := max(0, w.Start-90), min(len(d.Text), w.End+60)
	return extract.Fold(strings.ToValidUTF8(d.Text[from:w.Start]+"["+d.Text[w.Start:w.End]+"]"+d.Text[w.End:to], ""))
}

// Factuality collects what annotators and dateline say of the same predicates.
type Factuality struct {
	Degree       func(*extract.Clause) float64 // above 0 it happened, −1…1; ByStatus if nil
	Missed       int                           // predicates that are no clause of ours: taken for facts
	gold, system []float64
	Same         int         // both say that it happened, or both that it did not
	Clear, Agree int         // predicates on which the annotator was sure (0.5 or more), and on which of them both say the same
	Table        [2][16]Cell // by gold and status, for reading
}

// Cell counts the predicates of one status.
type Cell struct {
	Status graph.Status
	Count  int
}

// ByStatus is what a clause says as a number: its status gives the sign, its odds the size.
func ByStatus(c *extract.Clause) float64 {
	switch d := 2*c.Fact - 1; c.Status {
	case graph.Happened, graph.Reported:
		return max(d, 0.1)
	default:
		return min(d, -0.1)
	}
}

// ByOdds is how likely it is that the clause tells what happened, whatever its status.
func ByOdds(c *extract.Clause) float64 { return 2*c.Fact - 1 }

func (f *Factuality) degree(c *extract.Clause) float64 {
	if f.Degree == nil {
		return ByStatus(c)
	}
	return f.Degree(c)
}

// Add notes the clause that stands for a judged predicate; nil where there is none.
func (f *Factuality) Add(j Judgement, c *extract.Clause) {
	status, d := graph.Happened, 1.0
	if c == nil {
		f.Missed++
	} else {
		status, d = c.Status, f.degree(c)
	}
	f.gold, f.system = append(f.gold, j.Value), append(f.system, d)
	same, clear := (j.Value > 0) == (d > 0), math.Abs(j.Value) >= 0.5
	for _, n := range [...]struct {
		count *int
		yes   bool
	}{{&f.Same, same}, {&f.Clear, clear}, {&f.Agree, clear && same}} {
		if n.yes {
			*n.count++
		}
	}
	row := &f.Table[0]
	if j.Value > 0 {
		row = &f.Table[1]
	}
	for i := range row {
		if row[i].Status == status || row[i].Status == "" {
			row[i].Status = status
			row[i].Count++
			return
		}
	}
}

// Accuracy is the share of predicates on which both agree whether it happened, 0…1.
func (f *Factuality) Accuracy() float64 { return share(float64(f.Same), float64(len(f.gold))) }

// Pearson is the correlation of the two, −1…1; 0 where one of them never changes.
func (f *Factuality) Pearson() float64 {
	n := float64(len(f.gold))
	var sx, sy, sxx, syy, sxy float64
	for i, x := range f.gold {
		y := f.system[i]
		sx, sy, sxx, syy, sxy = sx+x, sy+y, sxx+x*x, syy+y*y, sxy+x*y
	}
	return share(n*sxy-sx*sy, math.Sqrt((n*sxx-sx*sx)*(n*syy-sy*sy)))
}

// String is the figures, a line.
func (f *Factuality) String() string {
	return fmt.Sprintf("accuracy %.2f (%.2f of the %d that annotators were sure of)  Pearson %.3f  (%d predicates, %d of them no clause)",
		100*f.Accuracy(), 100*share(float64(f.Agree), float64(f.Clear)), f.Clear, f.Pearson(), len(f.gold), f.Missed)
}
