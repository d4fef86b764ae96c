package coref

import (
	"fmt"
	"strings"

	"dateline/extract"
	"dateline/extract/train"
	"dateline/graph"
)

// Gum is the articles of the GUM treebank (Zeldes, 2017, "The GUM Corpus") with the entities of the Entity attribute:
//
//	Entity=(7-person-giv:act-sssss-cf1-1-ana)      a mention of one word of entity 7
//	Entity=(8-person-new-… … Entity=8)             one of several words
//
// and the sets of SplitAnte ("Ann … Bob … they"). Mentions in several pieces, 8[1/2], are left out.
func Gum(treebank []train.Article) ([]GumArticle, error) {
	var out []GumArticle
	for i := range treebank {
		a, err := gum(&treebank[i])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", treebank[i].Doc.ID, err)
		}
		out = append(out, a)
	}
	return out, nil
}

// GumArticle is one article of GUM.
type GumArticle struct {
	Article
	Genre string
	// Gold is the document with gold tokens and trees.
	Gold *extract.Document
	// Split leads from an entity to those that it is together, such as they to Ann and Bob.
	Split map[string][]string
}

func gum(t *train.Article) (GumArticle, error) {
	a := GumArticle{Genre: t.Genre, Gold: t.Doc, Split: map[string][]string{}}
	a.Doc = &extract.Document{ID: t.Doc.ID, Text: t.Doc.Text, Paragraphs: t.Doc.Paragraphs}
	if day, err := graph.ParseDate(t.Meta["meta::dateCreated"]); err == nil {
		a.Doc.Published, a.Doc.PublishedFrom = graph.DayOf(day), "metadata"
	}
	open := map[string][]int{} // entity → its mentions that have not ended, by index
	for i, misc := range t.Misc {
		for field := range strings.SplitSeq(misc, "|") {
			name, value, _ := strings.Cut(field, "=")
			switch name {
			case "Entity":
				if err := a.brackets(i, value, open); err != nil {
					return a, err
				}
			case "SplitAnte":
				for pair := range strings.SplitSeq(value, ",") {
					from, to, _ := strings.Cut(pair, "<")
					a.Split[to] = append(a.Split[to], from)
				}
			}
		}
	}
	a.sort()
	return a, nil
}

// brackets reads the value of Entity at token i.
func (a *GumArticle) brackets(i int, value string, open map[string][]int) error {
	span := a.Gold.Tokens[i].Span
	for len(value) > 0 {
		opens := value[0] == '('
		value = strings.TrimPrefix(value, "(")
		end := strings.IndexAny(value, "()")
		item, closes := value, false
		if end >= 0 {
			item, closes = value[:end], value[end] == ')'
			value = value[end:]
			if closes {
				value = value[1:]
			}
		} else {
			value = ""
		}
		entity, _, _ := strings.Cut(item, "-")
		if strings.Contains(entity, "[") {
			continue
		}
		if opens {
			open[entity] = append(open[entity], len(a.Mentions))
			a.Mentions = append(a.Mentions, Mention{span, entity})
		}
		if closes {
			k := len(open[entity]) - 1
			if k < 0 {
				return fmt.Errorf("token %d: entity %s ends that has not begun", i, entity)
			}
			a.Mentions[open[entity][k]].End = span.End
			open[entity] = open[entity][:k]
		}
	}
	return nil
}
