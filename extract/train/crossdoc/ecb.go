// Package crossdoc scores how events of different articles become one, on ECB+ (Cybulska and Vossen, "Using a
// sledgehammer to crack a nut? Lexical diversity and event coreference resolution", LREC 2014): articles by topic, in
// which mentions of events are put into chains within and across articles. It is used for measuring only.
package crossdoc

import (
	"encoding/csv"
	"encoding/xml"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"dateline/extract"
	"dateline/graph"
)

// Article is one text with the mentions of events that people marked in it.
type Article struct {
	ID    string // name of the file without its ending, such as "3_9ecb"
	Topic string // number of the topic; chains never leave it
	Text  string
	// Paragraphs are those of Text; where there are none, each line is one.
	Paragraphs []extract.Paragraph
	Published  graph.Time
	Mentions   []Mention
}

// Mention is one place where an event is named.
type Mention struct {
	extract.Span        // from the first to the last token
	Chain        string // the event that it means; different for each mention that was put with no other
}

// Document is a fresh Document of the text, with no layer filled.
func (a *Article) Document() *extract.Document {
	d := &extract.Document{ID: a.ID, Origin: a.ID, Text: a.Text, Published: a.Published, Paragraphs: slices.Clone(a.Paragraphs)}
	if a.Published.Known() {
		d.PublishedFrom = "metadata"
	}
	for at := 0; len(a.Paragraphs) == 0 && at < len(a.Text); {
		end := at + strings.IndexByte(a.Text[at:], '\n')
		d.Paragraphs = append(d.Paragraphs, extract.Paragraph{Span: extract.Span{Start: at, End: end}})
		at = end + 1
	}
	return d
}

// ReadECB reads the articles of all topics in files, sorted by topic and name. Of the mentions only those stand in it
// that lie in the sentences which the corpus says were checked (ECBplus_coreference_sentences.csv).
func ReadECB(files fs.FS) ([]Article, error) {
	checked, err := readChecked(files)
	if err != nil {
		return nil, err
	}
	names, err := fs.Glob(files, "*/*.xml")
	if err != nil {
		return nil, err
	}
	var all []Article
	for _, name := range names {
		b, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		a := Article{ID: strings.TrimSuffix(path.Base(name), ".xml"), Topic: path.Dir(name)}
		if err := a.read(b, checked); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		all = append(all, a)
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("no TOPIC/NAME.xml there")
	}
	slices.SortFunc(all, func(a, b Article) int { return strings.Compare(a.Topic+"/"+a.ID, b.Topic+"/"+b.ID) })
	return all, nil
}

// sentence is one of an article, by the article's ID.
type sentence struct {
	article string
	number  int
}

func readChecked(files fs.FS) (map[sentence]bool, error) {
	f, err := files.Open("ECBplus_coreference_sentences.csv")
	if err != nil {
		return nil, err
	}
	defer f.Close()
	checked := map[sentence]bool{}
	for r := csv.NewReader(f); ; {
		row, err := r.Read()
		if err == io.EOF {
			return checked, nil
		}
		if err != nil {
			return nil, err
		}
		if n, err := strconv.Atoi(row[2]); err == nil { // the first row is a heading
			checked[sentence{row[0] + "_" + row[1], n}] = true
		}
	}
}

// file is an article as it stands in XML.
type file struct {
	Tokens []struct {
		ID       int    `xml:"t_id,attr"`
		Sentence int    `xml:"sentence,attr"`
		Text     string `xml:",chardata"`
	} `xml:"token"`
	Markables struct {
		All []struct {
			XMLName xml.Name
			ID      int `xml:"m_id,attr"`
			Anchors []struct {
				Token int `xml:"t_id,attr"`
			} `xml:"token_anchor"`
		} `xml:",any"`
	} `xml:"Markables"`
	Relations struct {
		All []struct {
			XMLName xml.Name
			ID      string `xml:"r_id,attr"`
			Note    string `xml:"note,attr"`
			Sources []struct {
				ID int `xml:"m_id,attr"`
			} `xml:"source"`
		} `xml:",any"`
	} `xml:"Relations"`
}

func (a *Article) read(b []byte, checked map[sentence]bool) error {
	var f file
	if err := xml.Unmarshal(b, &f); err != nil {
		return err
	}
	spans, of := map[int]extract.Span{}, map[int]int{}
	var text strings.Builder
	for i, t := range f.Tokens {
		if i > 0 {
			text.WriteByte(" \n"[min(1, max(0, t.Sentence-f.Tokens[i-1].Sentence))])
		}
		start := text.Len()
		text.WriteString(t.Text)
		spans[t.ID], of[t.ID] = extract.Span{Start: start, End: text.Len()}, t.Sentence
	}
	text.WriteByte('\n')
	a.Text = text.String()
	chains := map[int]string{}
	for _, r := range f.Relations.All {
		name := r.Note // across articles
		if r.XMLName.Local == "INTRA_DOC_COREF" || name == "" {
			name = a.ID + " " + r.ID
		}
		for _, s := range r.Sources {
			chains[s.ID] = name
		}
	}
	for _, m := range f.Markables.All {
		kind := m.XMLName.Local
		if !strings.HasPrefix(kind, "ACTION") && !strings.HasPrefix(kind, "NEG_ACTION") || len(m.Anchors) == 0 {
			continue
		}
		first, last := m.Anchors[0].Token, m.Anchors[len(m.Anchors)-1].Token
		if !checked[sentence{a.ID, of[first]}] {
			continue
		}
		chain, ok := chains[m.ID]
		if !ok {
			chain = a.ID + " mention " + strconv.Itoa(m.ID)
		}
		a.Mentions = append(a.Mentions, Mention{extract.Span{Start: spans[first].Start, End: spans[last].End}, chain})
	}
	slices.SortFunc(a.Mentions, func(x, y Mention) int { return x.Start - y.Start })
	return nil
}
