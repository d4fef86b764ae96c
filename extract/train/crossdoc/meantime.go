package crossdoc

import (
	"io/fs"
	"slices"

	"dateline/extract"
	"dateline/extract/train"
)

// ReadMeantime reads the articles of MEANTIME's folder with cross-document annotation (Minard et al. 2016), in order of
// their names, as one topic. The chain of a mention is the instance of the event that it refers to, or, without one, its
// event within the article. Mentions that refer to none are left out.
func ReadMeantime(files fs.FS) ([]Article, error) {
	read, err := train.ReadMeantime(files, ".")
	all := make([]Article, len(read))
	for i := range read {
		all[i] = meantimeArticle(&read[i])
	}
	return all, err
}

func meantimeArticle(m *train.Meantime) Article {
	var d extract.Document
	at := m.Lay(&d)
	a := Article{ID: m.ID, Text: d.Text, Paragraphs: d.Paragraphs, Published: m.Published()}
	chains := meantimeChains(m)
	for _, x := range m.Events {
		s := train.Around(x.Anchors, at)
		if chain := chains[x.ID]; chain != "" && s.End > s.Start {
			a.Mentions = append(a.Mentions, Mention{s, chain})
		}
	}
	slices.SortFunc(a.Mentions, func(x, y Mention) int { return x.Start - y.Start })
	return a
}

// meantimeChains leads from mentions to the event they refer to: to one with an instance before one of the article only.
func meantimeChains(m *train.Meantime) map[string]string {
	instance := map[string]string{}
	for _, e := range m.EventInstances {
		instance[e.ID] = e.Instance
	}
	of := map[string]string{}
	for _, chain := range m.Chains {
		x, known := instance[chain.Target.ID]
		for _, s := range chain.Sources {
			switch {
			case !known:
			case x != "":
				of[s.ID] = x
			case of[s.ID] == "":
				of[s.ID] = m.ID + "#" + chain.Target.ID
			}
		}
	}
	return of
}
