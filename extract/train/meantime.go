package train

import (
	"encoding/xml"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"dateline/extract"
	"dateline/graph"
)

// Meantime is one annotated article of MEANTIME (Minard et al. 2016, "MEANTIME, the NewsReader Multilingual Event and
// Time Corpus", LREC), a file in the CAT format, as far as it is scored on. Identifiers are those of the file.
type Meantime struct {
	ID       string         `xml:"doc_id,attr"`
	Words    []MeantimeWord `xml:"token"`
	Events   []MeantimeMark `xml:"Markables>EVENT_MENTION"`
	Mentions []MeantimeMark `xml:"Markables>ENTITY_MENTION"`
	Entities []MeantimeMark `xml:"Markables>ENTITY"`
	Times    []MeantimeMark `xml:"Markables>TIMEX3"`
	// EventInstances are what mentions of events refer to, as Entities are what other mentions do.
	EventInstances []MeantimeMark `xml:"Markables>EVENT"`

	Participants []MeantimeLink `xml:"Relations>HAS_PARTICIPANT"` // from an event to a mention
	Dated        []MeantimeLink `xml:"Relations>TLINK"`           // from an event to a time or an event
	Chains       []MeantimeLink `xml:"Relations>REFERS_TO"`       // from mentions to their entity or event
}

// MeantimeWord is one word. Sentence 1 only holds the date, 0 is the headline.
type MeantimeWord struct {
	ID       string `xml:"t_id,attr"`
	Sentence int    `xml:"sentence,attr"`
	Text     string `xml:",chardata"`
}

// MeantimeMark is a mention, a time, or an entity; what the kind does not have is empty.
type MeantimeMark struct {
	ID       string `xml:"m_id,attr"`
	Pred     string `xml:"pred,attr"`               // lemma of an event
	Value    string `xml:"value,attr"`              // of a TIMEX3
	Function string `xml:"functionInDocument,attr"` // CREATION_TIME
	Instance string `xml:"instance_id,attr"`        // of an entity or event, the same in all articles
	// What an event's annotators say of whether it happened: CERTAIN, POSSIBLE …; POS, NEG; FUTURE, NON_FUTURE.
	Certainty string         `xml:"certainty,attr"`
	Polarity  string         `xml:"polarity,attr"`
	Time      string         `xml:"time,attr"`
	Anchors   []MeantimeWord `xml:"token_anchor"` // its words, by their ID alone
}

// MeantimeLink ties marks.
type MeantimeLink struct {
	Type    string         `xml:"reltype,attr"`  // IS_INCLUDED, SIMULTANEOUS …
	Role    string         `xml:"sem_role,attr"` // Arg0 … Arg4, Argm-LOC, Argm-OTHER
	Sources []MeantimeMark `xml:"source"`
	Target  MeantimeMark   `xml:"target"`
}

// ReadMeantime reads the XML files of folder dir in order of their names. It is an error if there is none.
func ReadMeantime(files fs.FS, dir string) ([]Meantime, error) {
	names, err := fs.Glob(files, path.Join(dir, "*.xml"))
	if err != nil {
		return nil, err
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("%s: no .xml file", dir)
	}
	all := make([]Meantime, len(names))
	for i, name := range names {
		b, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		m := &all[i]
		if err := xml.Unmarshal(b, m); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		if m.ID == "" {
			m.ID = strings.TrimSuffix(path.Base(name), ".xml")
		}
		for k := range m.Words {
			m.Words[k].Text = strings.TrimSpace(m.Words[k].Text)
		}
	}
	return all, nil
}

// Published is the day of the article, unknown where the file does not say it.
func (m *Meantime) Published() graph.Time {
	for _, t := range m.Times {
		if t.Function != "CREATION_TIME" {
			continue
		}
		if day, err := graph.ParseDate(t.Value[:min(len(t.Value), len("2006-01-02"))]); err == nil {
			return graph.DayOf(day)
		}
	}
	return graph.Time{}
}

// bodyFrom is the number of the first sentence behind headline and date.
const bodyFrom = 2

// Lay puts the words of m together, with the usual spacing, as d.Text and d.Paragraphs; the headline and the line of the
// date are paragraphs of their own. It gives the bytes of each word by its ID.
func (m *Meantime) Lay(d *extract.Document) map[string]extract.Span {
	at := map[string]extract.Span{}
	var b strings.Builder
	before, sentence := "", -1
	var open bool // an odd number of straight quotation marks so far
	for _, t := range m.Words {
		word := t.Text
		if word == "" {
			continue
		}
		switch {
		case sentence < 0 || t.Sentence != sentence && t.Sentence <= bodyFrom:
			if b.Len() > 0 {
				b.WriteString("\n\n")
			}
			d.Paragraphs = append(d.Paragraphs, extract.Paragraph{Span: extract.Span{Start: b.Len()}})
		case spaced(before, word, open):
			b.WriteByte(' ')
		}
		open = open != (word == `"`)
		at[t.ID] = extract.Span{Start: b.Len(), End: b.Len() + len(word)}
		b.WriteString(word)
		d.Paragraphs[len(d.Paragraphs)-1].End = b.Len()
		before, sentence = word, t.Sentence
	}
	d.Text = b.String()
	return at
}

// Around is the stretch of text from the first to the last of words, by what Lay gave; empty if none of them stands in it.
func Around(words []MeantimeWord, at map[string]extract.Span) (s extract.Span) {
	for _, t := range words {
		w, ok := at[t.ID]
		if !ok {
			continue
		}
		if s.End == 0 || w.Start < s.Start {
			s.Start = w.Start
		}
		s.End = max(s.End, w.End)
	}
	return s
}

// spaced tells whether a blank stands between two words in print; open whether a straight quotation mark is open.
func spaced(before, word string, open bool) bool {
	switch {
	case before == `"`:
		return !open
	case word == `"`:
		return !open
	case strings.Contains(",.;:!?)]%”’", word), strings.HasPrefix(word, "'"), strings.HasPrefix(word, "’"), word == "n't":
		return false
	}
	return !strings.Contains("([$£€“‘", before)
}
