package claims

import (
	"bufio"
	"fmt"
	"io"
	"io/fs"
	"path"
	"sort"
	"strconv"
	"strings"

	"dateline/extract"
)

// Attributed is an article of PolNeAR.
type Attributed struct {
	ID, Text   string
	Statements []Statement
}

// Statement is one attribution: spans of the words that name the source, that say that it speaks, and of what it says.
// Each is sorted and may have holes; Source and Cue may be empty.
type Statement struct{ Source, Cue, Content []extract.Span }

// ReadPolNeAR reads the texts and stand-off files under files, in order of their names.
func ReadPolNeAR(files fs.FS) ([]Attributed, error) {
	names, err := fs.Glob(files, "attributions/*.ann")
	if err != nil {
		return nil, err
	}
	texts, err := fs.Glob(files, "text/*.txt")
	if err != nil {
		return nil, err
	}
	var out []Attributed
	for _, name := range names {
		id := strings.TrimSuffix(path.Base(name), ".ann")
		if i := strings.LastIndexByte(id, '_'); i > 0 {
			id = id[:i] // what follows is the annotator
		}
		i := sort.SearchStrings(texts, "text/"+id+".txt")
		if i == len(texts) || texts[i] != "text/"+id+".txt" {
			return nil, fmt.Errorf("%s: no text of that name", name)
		}
		text, err := fs.ReadFile(files, texts[i])
		if err != nil {
			return nil, err
		}
		f, err := files.Open(name)
		if err != nil {
			return nil, err
		}
		a := Attributed{ID: id, Text: string(text)}
		a.Statements, err = readStandoff(f, a.Text)
		f.Close()
		if err != nil {
			return nil, fmt.Errorf("%s:%w", name, err)
		}
		out = append(out, a)
	}
	return out, nil
}

// readStandoff reads the lines T (a name with spans that count characters) and E (which of them belong together).
func readStandoff(r io.Reader, text string) ([]Statement, error) {
	at := starts(text)
	spans := map[string][]extract.Span{}
	var out []Statement
	scan := bufio.NewScanner(r)
	scan.Buffer(nil, 1<<20)
	for line := 1; scan.Scan(); line++ {
		c := strings.SplitN(scan.Text(), "\t", 3)
		switch {
		case len(c) == 3 && c[0][0] == 'T':
			_, list, _ := strings.Cut(c[1], " ")
			s, err := readSpans(list, at)
			if err != nil {
				return nil, fmt.Errorf("%d: %w", line, err)
			}
			spans[c[0]] = s
		case len(c) >= 2 && c[0] != "" && c[0][0] == 'E':
			out = append(out, readEvent(c[1], spans))
		}
	}
	return out, scan.Err()
}

// starts is the byte at which each character of text stands, with the end behind the last.
func starts(text string) []int {
	var at []int
	for i := range text {
		at = append(at, i)
	}
	return append(at, len(text))
}

// readSpans reads "4 9;12 20" in characters.
func readSpans(list string, at []int) (out []extract.Span, err error) {
	for part := range strings.SplitSeq(list, ";") {
		a, b, _ := strings.Cut(part, " ")
		from, err := strconv.Atoi(a)
		to, err2 := strconv.Atoi(b)
		if err != nil || err2 != nil || from < 0 || to < from || to >= len(at) {
			return nil, fmt.Errorf("no span: %q", part)
		}
		out = append(out, extract.Span{Start: at[from], End: at[to]})
	}
	return out, nil
}

// readEvent reads "Attribution:T8 Content:T7 Cue:T6 Source:T5"; a role may come more than once, with a number behind it.
func readEvent(roles string, spans map[string][]extract.Span) (s Statement) {
	for part := range strings.FieldsSeq(roles) {
		role, id, _ := strings.Cut(part, ":")
		switch strings.TrimRight(role, "0123456789") {
		case "Source":
			s.Source = append(s.Source, spans[id]...)
		case "Cue":
			s.Cue = append(s.Cue, spans[id]...)
		case "Content":
			s.Content = append(s.Content, spans[id]...)
		}
	}
	return s
}

// Sources counts statements and their sources.
type Sources struct {
	Statement Rate // statements found and missed
	Found     Rate // sources of the statements that were found
	All       Rate // sources of all statements
}

// Add adds the counts of b.
func (s *Sources) Add(b Sources) {
	s.Statement.Add(b.Statement)
	s.Found.Add(b.Found)
	s.All.Add(b.All)
}

// String is the figures, a line.
func (s Sources) String() string {
	p := func(r Rate) string {
		return fmt.Sprintf("%.1f (P %.1f R %.1f)", 100*r.F1(), 100*r.Precision(), 100*r.Recall())
	}
	return fmt.Sprintf("source F1 %s of the statements found; of all %s; statements %s", p(s.Found), p(s.All), p(s.Statement))
}

// Compare scores what d says of its clauses. The clauses that one verb of saying covers are one statement of ours; it is
// paired, one to one, with the gold statement whose content holds most of the predicates. A source is right if it
// shares a byte with the gold source. A gold statement without source asks for none.
func (a *Attributed) Compare(d *extract.Document) (s Sources) {
	ours := Voices(d)
	pair := a.pair(d, ours)
	for _, g := range a.Statements {
		s.Statement.Gold++
		if len(g.Source) > 0 {
			s.All.Gold++
		}
	}
	for i, v := range ours {
		s.Statement.Found++
		s.All.Found++
		g := pair[i]
		if g < 0 {
			continue
		}
		s.Statement.Right++
		s.Statement.Met++
		s.Found.Found++
		gold := a.Statements[g].Source
		if len(gold) > 0 {
			s.Found.Gold++
		}
		if touches(d.Span(v.Said.At), gold) {
			s.Found.Right++
			s.Found.Met++
			s.All.Right++
			s.All.Met++
		}
	}
	return s
}

// List writes each statement with what was found for it, a line each: ok, wrong source, missed or extra.
func (a *Attributed) List(w io.Writer, d *extract.Document) {
	ours := Voices(d)
	pair := a.pair(d, ours)
	words := func(list []extract.Span) string {
		var parts []string
		for _, s := range list {
			parts = append(parts, extract.Fold(a.Text[s.Start:s.End]))
		}
		return strings.Join(parts, " … ")
	}
	found := make([]int, len(a.Statements))
	for i, g := range pair {
		if g >= 0 {
			found[g] = i + 1
			continue
		}
		v := ours[i]
		fmt.Fprintf(w, "extra\t%s\t%s\t%s\n", v.Said.Text, v.Said.Verb, d.String(d.Sentences[d.SentenceOf(v.Heads[0])].Range))
	}
	for g, s := range a.Statements {
		kind, source := "missed", ""
		if found[g] > 0 {
			said := ours[found[g]-1].Said
			kind, source = "ok", said.Text+"/"+said.Verb
			if !touches(d.Span(said.At), s.Source) {
				kind = "wrong"
			}
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\n", kind, source, words(s.Source), words(s.Cue), words(s.Content))
	}
}

// Voice is one verb of saying, or what stands for one, with the predicates of what is said.
type Voice struct {
	Said  extract.Said
	Heads []int // tokens
}

// Voices gathers the clauses of d by who says them and where that is said, in text order.
func Voices(d *extract.Document) (out []Voice) {
	type key struct {
		at  extract.Range
		cue int
	}
	index := map[key]int{}
	for i := range d.Clauses {
		for n, s := range d.Clauses[i].Said {
			if n > 0 {
				break // a voice around this one
			}
			k := key{s.At, s.Cue}
			if _, seen := index[k]; !seen {
				index[k] = len(out)
				out = append(out, Voice{Said: s})
			}
			out[index[k]].Heads = append(out[index[k]].Heads, d.Clauses[i].Head)
		}
	}
	return out
}

// pair gives for each of ours the gold statement it stands for, -1 for none.
func (a *Attributed) pair(d *extract.Document, ours []Voice) []int {
	type tie struct{ voice, gold, heads int }
	var ties []tie
	for i, v := range ours {
		for g := range a.Statements {
			n := 0
			for _, h := range v.Heads {
				if touches(d.Tokens[h].Span, a.Statements[g].Content) {
					n++
				}
			}
			if n > 0 {
				ties = append(ties, tie{i, g, n})
			}
		}
	}
	sort.SliceStable(ties, func(i, j int) bool { return ties[i].heads > ties[j].heads })
	pair, used := make([]int, len(ours)), make([]bool, len(a.Statements))
	for i := range pair {
		pair[i] = -1
	}
	for _, t := range ties {
		if pair[t.voice] < 0 && !used[t.gold] {
			pair[t.voice], used[t.gold] = t.gold, true
		}
	}
	return pair
}

// touches tells whether s shares a byte with one of list.
func touches(s extract.Span, list []extract.Span) bool {
	for _, x := range list {
		if s.Start < x.End && x.Start < s.End {
			return true
		}
	}
	return false
}
