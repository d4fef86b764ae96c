package graph

import (
	"slices"
	"strings"
)

// maxSlugs is how long, in bytes, the part of an ID that names participants may get.
const maxSlugs = 80

// idOf is "event/", the date, the type or lemma, and the slugs of those who take part:
// event/2015-11-15/consult/barack-obama+vladimir-putin. Merge adds a tail where two events would have the same.
func (e *Event) idOf() string {
	parts := []string{"event", idTime(e.When.Time), Slug(e.what())}
	if parts[2] == "" {
		parts[2] = "event"
	}
	if slugs := e.slugs(); slugs != "" {
		parts = append(parts, slugs)
	}
	return strings.Join(parts, "/")
}

// slugs names the entities in core roles; without such, the words in core roles; without such, the place.
func (e *Event) slugs() string {
	var entities, texts []string
	for _, r := range e.Roles {
		switch {
		case roleRank(r.Name) >= core:
		case r.Entity != "":
			if slug := slugOf(r.Entity); !slices.Contains(entities, slug) {
				entities = append(entities, slug)
			}
		case Slug(r.Text) != "":
			texts = append(texts, Slug(r.Text))
		}
	}
	switch {
	case len(entities) > 0:
		return joinSlugs(entities)
	case len(texts) > 0:
		return joinSlugs(texts[:1])
	case e.Place != "":
		return slugOf(e.Place)
	}
	return ""
}

// joinSlugs joins with "+"; of what is too long the beginning stays, and a tail made from the whole.
func joinSlugs(slugs []string) string {
	all := strings.Join(slugs, "+")
	if len(all) <= maxSlugs {
		return all
	}
	cut := all[:maxSlugs-9]
	if i := strings.LastIndexAny(cut, "+-"); i > maxSlugs/2 {
		cut = cut[:i]
	}
	return strings.ToValidUTF8(cut, "") + "+" + short(all)
}

// slugOf is an ID without its kind.
func slugOf(id string) string { return id[strings.IndexByte(id, '/')+1:] }

// idTime is t as it stands in IDs, without signs that mean something to a shell: 2015-09, 2015-09-28..2015-09-30,
// 2015-05--2015-07 for a stretch, 2015-09.. for since, undated.
func idTime(t Time) string {
	if !t.Known() {
		return "undated"
	}
	t.About = false
	s := strings.Trim(t.String(), "[]")
	if t.Open() {
		return strings.Replace(s, "/", "", 1)
	}
	return strings.ReplaceAll(strings.ReplaceAll(s, "/", "--"), ":", "")
}
