package coref

import (
	"io/fs"

	"dateline/extract"
	"dateline/extract/train"
)

// ReadMeantime reads the articles of MEANTIME's folder with cross-document annotation, in order of their names. An
// entity is its instance, the same in all articles. Mentions of no
// entity are left out.
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
	at := m.Lay(d)
	entity := meantimeEntities(m)
	for _, x := range m.Mentions {
		s := train.Around(x.Anchors, at)
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
