package output

import (
	"bufio"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"html/template"
	"io"
	"slices"
	"strings"

	"dateline/graph"
)

// web holds the page: its skeleton, its looks, and the script of its filter.
//
//go:embed web/timeline.html web/timeline.css web/timeline.js
var web embed.FS

// pageTemplate is the skeleton. html/template escapes all text of articles for the place where it stands.
var pageTemplate = template.Must(template.New("timeline.html").Funcs(template.FuncMap{
	"anchor": anchor, "link": within, "plural": plural, "count": count, "join": join,
}).ParseFS(web, "web/timeline.html"))

// within is a link to what has an id on this page. An id made by anchor holds nothing that needs escaping in an address.
func within(id string) template.URL { return template.URL("#" + id) }

// Page writes the timeline as one web page. It needs no network and no script: evidence folds open by itself, names
// lead to an index at its end. Where scripts run, a filter by name, words and status is there too. Its policy lets
// nothing run or look different but what stands in this program: style and script are named by their hash.
func Page(w io.Writer, g *graph.Graph, o Options) error {
	b := bufio.NewWriter(w)
	if err := pageTemplate.Execute(b, newPage(g, o)); err != nil {
		return err
	}
	return b.Flush()
}

// page is what the template shows.
type page struct {
	*timeline
	CSS    template.CSS
	JS     template.JS
	Policy string
	Map    string // address of the map, may be empty
	Parts  []part
	Kinds  []kindNames // the index of names
	Offers []kindNames // those of them with most events, for the filter
	All    []*source
	Badges []string // those that occur, for the filter
	Types  []string // the same
	Dated  bool     // whether any event has a date, for the filter
	scale  scale
}

// part is one line of the table of contents.
type part struct {
	Title, Anchor string
	Count         int
}

// pageEntry is one event on the page.
type pageEntry struct {
	*entry
	Date   string // for machines: 2015-11-15 or 2015-11; empty where HTML has no form for it
	Roles  []pageRole
	Quotes []quote
	Ties   []tie  // what was before and after it, as far as it is said
	Keys   string // anchors of all its names, for the filter
	First  string // for the filter of periods, as Date; empty where open
	Last   string
	Bar    *bar // nil where the day is known
}

// pageRole is one participant, with all the roles it has in the event.
type pageRole struct {
	Role, Text, Anchor string // Anchor is empty where the words name no entity
	Kind               string // for the style: person, organisation, place, group, other
}

// quote is one sentence with its trigger, and where it stands.
type quote struct {
	Lead, Tail             string // of the paragraph it stands in
	Before, Trigger, After string
	From                   *source
	By                     string
	Start, End             int
}

func newPage(g *graph.Graph, o Options) *page {
	css, js := asset("timeline.css"), asset("timeline.js")
	p := &page{timeline: newTimeline(g, o), CSS: template.CSS(css), JS: template.JS(js), Map: o.Picture, scale: newScale(g.Events)}
	p.Policy = "default-src 'none'; style-src " + digest(css) + "; script-src " + digest(js) + "; base-uri 'none'; form-action 'none'"
	x := newIndex(g)
	p.Parts = contents(p.Sections)
	p.Kinds = x.names(p.Sections)
	p.Offers = offers(p.Kinds)
	for i := range g.Sources {
		p.All = append(p.All, x.source(g.Sources[i].ID))
	}
	for _, b := range []graph.Status{graph.Planned, graph.Possible, graph.Reported, graph.Denied, graph.Cancelled, graph.Unknown} {
		if slices.ContainsFunc(g.Events, func(e graph.Event) bool { return e.Status == b }) {
			p.Badges = append(p.Badges, badges[b])
		}
	}
	for i := range g.Events {
		p.Types = append(p.Types, clean(g.Events[i].Type))
		p.Dated = p.Dated || g.Events[i].When.Time.Known()
	}
	slices.Sort(p.Types)
	p.Types = slices.DeleteFunc(slices.Compact(p.Types), func(s string) bool { return s == "" })
	return p
}

// asset is an embedded file; that it is there is our own promise.
func asset(name string) string {
	b, err := web.ReadFile("web/" + name)
	if err != nil {
		panic(err)
	}
	return string(b)
}

// digest names a style or script in a content security policy.
func digest(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// Details fills in what only the page shows of an event. The template calls it, so that one event at a time is built.
func (p *page) Details(n *entry) pageEntry {
	t := n.Event.When.Time
	d := pageEntry{entry: n, Date: machineDate(t), First: t.First.String(), Last: t.Last.String(), Bar: p.scale.bar(&n.Event.When)}
	for _, r := range n.Event.Roles {
		role := pageRole{Role: clean(r.Name), Text: shorten(clean(r.Text), 80), Kind: "words"}
		if e := n.index.entities[r.Entity]; e != nil {
			role.Text, role.Anchor, role.Kind = nameOf(e), anchor(e.ID), lookOf(e.Kind).Name
		}
		if at := slices.IndexFunc(d.Roles, role.same); at >= 0 {
			d.Roles[at].Role += ", " + role.Role
		} else if role.Text != "" {
			d.Roles = append(d.Roles, role)
		}
	}
	keys := n.ids()
	for i, id := range keys {
		keys[i] = anchor(id)
	}
	d.Keys = strings.Join(keys, " ")
	d.Ties = n.index.tiesOf(n.Event.ID)
	for i := range n.Event.Seen {
		d.Quotes = append(d.Quotes, n.index.quote(&n.Event.Seen[i]))
	}
	return d
}

func (r pageRole) same(o pageRole) bool { return r.Text == o.Text && r.Anchor == o.Anchor }

// quote cuts a sentence around its trigger.
func (x *index) quote(v *graph.Evidence) quote {
	q := quote{Before: v.Quote, By: clean(v.By), Start: v.Start, End: v.End, From: x.source(v.Source)}
	if from, to := v.Trigger.Start-v.Start, v.Trigger.End-v.Start; 0 <= from && from < to && to <= len(v.Quote) {
		q.Before, q.Trigger, q.After = v.Quote[:from], v.Quote[from:to], v.Quote[to:]
	}
	q.Before, q.Trigger, q.After = cleanPart(q.Before), cleanPart(q.Trigger), cleanPart(q.After)
	if a := x.sources[v.Source]; a != nil && v.Start >= 0 && v.Start <= v.End && v.End <= len(a.Text) {
		q.Lead, q.Tail = around(a.Text[:v.Start], a.Text[v.End:])
	}
	return q
}

// contextLength is how much of a paragraph is shown before a sentence and after it, in characters.
const contextLength = 320

// around is the rest of the paragraph before and after a sentence, cut where it is long.
func around(before, after string) (lead, tail string) {
	lead, tail = before[strings.LastIndexByte(before, '\n')+1:], after
	if i := strings.IndexByte(after, '\n'); i >= 0 {
		tail = after[:i]
	}
	if runes := []rune(lead); len(runes) > contextLength {
		lead = string(runes[len(runes)-contextLength:])
		lead = "…" + lead[strings.IndexByte(lead, ' ')+1:]
	}
	return cleanPart(lead), cleanPart(shorten(tail, contextLength))
}

// cleanPart is clean for a part of a sentence, whose outer blanks count.
func cleanPart(s string) string {
	c := clean("|" + s + "|")
	return c[1 : len(c)-1]
}

// machineDate is a time as HTML understands it in <time>: a day, a month or a year after the year 0.
func machineDate(t graph.Time) string {
	s := t.First.String()
	if s == "" || t.First.Year < 1 || !t.Last.Known() {
		return ""
	}
	switch {
	case t.First == t.Last:
		return s
	case t.Grain == graph.Month:
		return s[:7]
	case t.Grain == graph.Year:
		return s[:4]
	}
	return ""
}

// contents are the sections with the days of a month as one.
func contents(sections []section) []part {
	var list []part
	for _, s := range sections {
		if n := len(list) - 1; n >= 0 && list[n].Title == s.Part {
			list[n].Count += len(s.Items)
		} else {
			list = append(list, part{s.Part, s.Anchor, len(s.Items)})
		}
	}
	return list
}
