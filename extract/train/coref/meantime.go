package coref

import (
	"io/fs"
	"strings"

	"dateline/extract"
	"dateline/extract/train"
)

// ReadMeantime reads the articles of MEANTIME's folder with cross-document annotation, in order of their names. An
// entity is its instance, the same in all articles. The text is put together from the words, with the usual spacing; the
// headline and the line of the date are paragraphs of their own. Mentions of no entity are left out.
func ReadMeantime(files fs.FS) ([]Article, error) {
	read, err := train.ReadMeantime(files, ".")
	all := make([]Article, len(read))
	for i := range read {
		all[i] = meantimeArticle(&read[i])
	}
	return all, err
}

func meantimeArticle(m *train.Meantime) Article {
	d := &extract.Document{ID: m.ID}
	if d.Published = m.Published(); d.Published.Known() {
		d.PublishedFrom = "metadata"
	}
	a := Article{Doc: d}
	at := meantimeText(m, d)
	entity := meantimeEntities(m)
	for _, x := range m.Mentions {
		var s extract.Span
		for i, t := range x.Anchors {
			w, ok := at[t.ID]
			if !ok {
				continue
			}
			if i == 0 || w.Start < s.Start {
				s.Start = w.Start
			}
			s.End = max(s.End, w.End)
		}
		if e := entity[x.ID]; e != "" && s.End > s.Start {
			a.Mentions = append(a.Mentions, Mention{s, e})
		}
	}
	a.sort()
	return a
}

// meantimeEntities leads from a mention to the instance it refers to; without one, to its entity within the article.
func meantimeEntities(m *train.Meantime) map[string]string {
	instance := map[string]string{}
	for _, e := range m.Entities {
		instance[e.ID] = e.Instance
		if e.Instance == "" {
			instance[e.ID] = m.ID + "#" + e.ID
		}
	}
	of := map[string]string{}
	for _, chain := range m.Chains {
		for _, s := range chain.Sources {
			if e := instance[chain.Target.ID]; e != "" {
				of[s.ID] = e
			}
		}
	}
	return of
}

// bodyFrom is the number of the first sentence behind headline and date.
const bodyFrom = 2

// meantimeText fills d.Text and d.Paragraphs and gives the bytes of each word by its ID.
func meantimeText(m *train.Meantime, d *extract.Document) map[string]extract.Span {
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
