package dates

import (
	"io/fs"
	"strings"

	"dateline/extract"
	"dateline/extract/train"
	"dateline/graph"
)

// ReadMeantime reads the articles of MEANTIME in folder dir, a line a sentence, without the line that only holds the date.
// Gold are the event mentions that a TLINK puts into, or at, a time whose value is a day, a month or a year.
func ReadMeantime(files fs.FS, dir string) (articles []Article, gold []Gold, err error) {
	all, err := train.ReadMeantime(files, dir)
	for i := range all {
		articles = append(articles, meantimeArticle(&all[i]))
		gold = append(gold, meantimeGold(&all[i])...)
	}
	return articles, gold, err
}

func meantimeArticle(m *train.Meantime) Article {
	a := Article{ID: m.ID, Published: m.Published()}
	number := -1
	for _, t := range m.Words {
		switch {
		case t.Sentence == 1:
			continue
		case t.Sentence != number:
			a.Text = strings.TrimSuffix(a.Text, " ")
			if number >= 0 {
				a.Text += "\n"
			}
			number = t.Sentence
			a.lines = append(a.lines, line{number, extract.Span{Start: len(a.Text)}})
		}
		a.Text += t.Text
		a.lines[len(a.lines)-1].End = len(a.Text)
		a.Text += " "
	}
	return a
}

func meantimeGold(m *train.Meantime) (list []Gold) {
	values, words, marks := map[string]string{}, map[string]train.MeantimeWord{}, map[string]Mark{}
	for _, t := range m.Times {
		values[t.ID] = t.Value
	}
	for _, w := range m.Words {
		words[w.ID] = w
	}
	for _, e := range m.Events {
		for _, a := range e.Anchors {
			w := words[a.ID]
			marks[e.ID] = Mark{m.ID, w.Sentence, strings.Trim(marks[e.ID].Word+"_"+w.Text, "_")}
		}
	}
	for _, l := range m.Dated {
		date, err := graph.ParseTime(values[l.Target.ID])
		if err != nil || !date.Known() || l.Type != "IS_INCLUDED" && l.Type != "SIMULTANEOUS" {
			continue
		}
		for _, e := range l.Sources {
			if mark, ok := marks[e.ID]; ok {
				list = append(list, Gold{mark, date})
			}
		}
	}
	return list
}
