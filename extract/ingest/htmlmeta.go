package ingest

import (
	"encoding/json"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"dateline/extract"
	"dateline/graph"
)

// pageMeta is what a page says of itself.
type pageMeta struct {
	ld                       ldArticle
	metaDate                 graph.Time
	metaRank                 int // place in dateNames of where metaDate comes from, from 1; 0 = none
	timeDate                 graph.Time
	ogTitle, title, h1, site string
	url                      string
	inH1                     bool
}

// ldArticle is what JSON-LD says of an article.
type ldArticle struct {
	published           graph.Time
	headline, publisher string
	article             bool // it comes from an object that is an article, not from one around it
}

// dateNames are the names under which pages give their publication date, the most trustworthy first.
var dateNames = [...]string{
	"article:published_time", "datepublished", "og:article:published_time", "article:published", "og:published_time",
	"parsely-pub-date", "sailthru.date", "publish-date", "publishdate", "published", "pubdate", "publication_date",
	"article.published", "cxenseparse:recs:publishtime", "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date", "date",
}

// raw takes the content of a script or title.
func (m *pageMeta) raw(tag atom.Atom, attr []html.Attribute, s string) {
	switch {
	case tag == atom.Title && m.title == "":
		m.title = s
	case tag == atom.Script && strings.Contains(attrOf(attr, "type"), "ld+json"):
		var v any
		if json.Unmarshal([]byte(s), &v) == nil {
			m.ld.walk(v, 0)
		}
	}
}

func (c *collector) raw(tag atom.Atom, attr []html.Attribute, s string) { c.meta.raw(tag, attr, s) }

// walk looks for an article in a JSON-LD value.
func (a *ldArticle) walk(v any, depth int) {
	const most = 8
	if depth > most {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			a.walk(x, depth+1)
		}
	case map[string]any:
		kind, _ := first(v["@type"])
		if list, ok := v["@type"].([]any); ok && len(list) > 0 {
			kind, _ = first(list[0])
		}
		article := strings.Contains(kind, "Article") || strings.Contains(kind, "Posting") || strings.Contains(kind, "Report")
		a.take(v, article)
		for _, key := range [...]string{"@graph", "mainEntity", "mainEntityOfPage"} {
			a.walk(v[key], depth+1)
		}
	}
}

// take takes what an object says; an article goes before what is none, the first before later ones.
func (a *ldArticle) take(v map[string]any, article bool) {
	if a.article || v["datePublished"] == nil && !article {
		return
	}
	s, _ := first(v["datePublished"])
	if t, ok := parseDate(s); ok {
		a.published = t
	}
	if article {
		a.article = true
		a.headline, _ = first(v["headline"])
		a.publisher, _ = first(v["publisher"])
	}
}

// tag takes a meta, link or time element.
func (m *pageMeta) tag(tag atom.Atom, attr []html.Attribute) {
	prop := strings.ToLower(attrOf(attr, "itemprop"))
	switch tag {
	case atom.Link:
		if attrOf(attr, "rel") == "canonical" {
			m.url = attrOf(attr, "href")
		}
		return
	case atom.Time:
		t, ok := parseDate(attrOf(attr, "datetime"))
		if ok && (m.timeDate == graph.Time{}) {
			m.timeDate = t
		}
		if ok && prop == "datepublished" {
			m.date(prop, attrOf(attr, "datetime"))
		}
		return
	}
	name := strings.ToLower(attrOf(attr, "property"))
	if name == "" {
		name = strings.ToLower(attrOf(attr, "name"))
	}
	if name == "" {
		name = prop
	}
	value := attrOf(attr, "content")
	switch name {
	case "og:title":
		m.ogTitle = value
	case "og:site_name":
		m.site = value
	case "og:url":
		if m.url == "" {
			m.url = value
		}
	default:
		m.date(name, value)
	}
}

// date takes a date that stands under a name.
func (m *pageMeta) date(name, value string) {
	rank := slices.Index(dateNames[:], name) + 1
	if rank == 0 || m.metaRank != 0 && rank >= m.metaRank {
		return
	}
	if t, ok := parseDate(value); ok {
		m.metaDate, m.metaRank = t, rank
	}
}

// fill fills in the Document.
func (m *pageMeta) fill(d *extract.Document) {
	dated(d, m.ld.published, "metadata")
	dated(d, m.metaDate, "metadata")
	dated(d, m.timeDate, "metadata")
	if t, ok := urlDate(m.url); ok {
		dated(d, t, "url")
	}
	d.Publisher = extract.Fold(html.UnescapeString(m.site))
	if m.ld.publisher != "" {
		d.Publisher = extract.Fold(html.UnescapeString(m.ld.publisher))
	}
	for _, s := range [...]string{m.ld.headline, m.ogTitle, m.h1, m.title} {
		if s = extract.Fold(tidy(html.UnescapeString(s))); s != "" {
			d.Title = cutSite(s, d.Publisher)
			return
		}
	}
}

// cutSite takes the publisher's name off the end of a title: "Headline | Example Herald".
func cutSite(title, site string) string {
	for _, mark := range [...]string{" | ", " - ", " – ", " — ", " :: "} {
		if i := strings.LastIndex(title, mark); i > 0 && (site != "" && strings.EqualFold(title[i+len(mark):], site)) {
			return title[:i]
		}
	}
	return title
}

// attrOf is the value of an attribute, empty if it is not there.
func attrOf(attr []html.Attribute, key string) string {
	for _, a := range attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
