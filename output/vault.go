package output

import (
	"bufio"
	"cmp"
	"io"
	"slices"
	"strings"

	"dateline/graph"
)

// Vault writes a vault of Obsidian: a note for each entity, event and article, linked to each other, and Index.md. What
// a query can use stands in the front matter; sentences are quoted beside their article, whose text has a note, too.
// Text of articles is escaped as in Markdown, so that neither plugins nor templates find anything to run.
func Vault(create Create, g *graph.Graph, o Options) error {
	v := newVault(g)
	if err := v.note(create, "Index.md", func() { v.contents(o) }); err != nil {
		return err
	}
	for i := range g.Entities {
		e := &g.Entities[i]
		if err := v.note(create, v.path(e.ID)+".md", func() { v.entityNote(e) }); err != nil {
			return err
		}
	}
	for i := range g.Events {
		e := &g.Events[i]
		if err := v.note(create, v.path(e.ID)+".md", func() { v.eventNote(e) }); err != nil {
			return err
		}
	}
	for i := range g.Sources {
		s := &g.Sources[i]
		if err := v.note(create, v.path(articlePath+s.ID)+".md", func() { v.articleNote(s) }); err != nil {
			return err
		}
	}
	return nil
}

// articlePath is set before the IDs of articles, which are apart from those of entities and events.
const articlePath = "article\x00"

// vault is a vault that is being written.
type vault struct {
	*index
	*bufio.Writer
	crowded map[uint64]bool    // hashes of the paths that several notes would have
	shares  map[string][]int32 // events by the entities that take part in them, in order
	tells   map[string][]int32 // events by article
	ordered []*graph.Event
}

func newVault(g *graph.Graph) *vault {
	v := &vault{index: newIndex(g), Writer: bufio.NewWriterSize(io.Discard, 1<<16), shares: map[string][]int32{}, tells: map[string][]int32{}}
	v.crowded = v.crowdedPaths()
	v.ordered = v.inOrder()
	for i, e := range v.ordered {
		for _, t := range v.takers(e) {
			v.shares[t.ID] = appendNew(v.shares[t.ID], int32(i))
		}
		for k := range e.Seen {
			v.tells[e.Seen[k].Source] = appendNew(v.tells[e.Seen[k].Source], int32(i))
		}
	}
	return v
}

// appendNew adds n to a rising list that may end with it.
func appendNew(list []int32, n int32) []int32 {
	if len(list) > 0 && list[len(list)-1] == n {
		return list
	}
	return append(list, n)
}

// note writes one note.
func (v *vault) note(create Create, name string, write func()) error {
	w, err := create(name)
	if err != nil {
		return err
	}
	v.Reset(w)
	write()
	return v.Flush()
}

// front writes the front matter: strings in quotes, numbers bare, lists in brackets, what is not known not at all.
func (v *vault) front(pairs ...string) {
	v.WriteString("---\n")
	for i := 0; i < len(pairs); i += 2 {
		if value := pairs[i+1]; value != "" && value != `""` && value != "[]" {
			v.WriteString(pairs[i] + ": " + value + "\n")
		}
	}
	v.WriteString("---\n")
}

// contents is the note that leads to all others.
func (v *vault) contents(o Options) {
	v.WriteString("# " + mdText(cmp.Or(clean(o.Title), "Timeline")) + "\n\n" + mdText(summary(v.graph, o)) + "\n")
	for i := range looks {
		head := "\n## " + looks[i].Plural + "\n\n"
		for k := range v.graph.Entities {
			if e := &v.graph.Entities[k]; lookOf(e.Kind) == &looks[i] {
				v.WriteString(head + "- " + v.link(e.ID, nameOf(e)) + "\n")
				head = ""
			}
		}
	}
	v.WriteString("\n## Events\n\n")
	for _, e := range v.ordered {
		v.eventLine(e, "")
	}
	v.WriteString("\n## Articles\n\n")
	for i := range v.graph.Sources {
		s := &v.graph.Sources[i]
		v.WriteString("- " + v.link(articlePath+s.ID, cmp.Or(clean(s.Title), key(s.ID))) + "\n")
	}
}

// eventLine is a list item that leads to an event.
func (v *vault) eventLine(e *graph.Event, role string) {
	v.WriteString("- ")
	if when := e.When.Words(); when != "" {
		v.WriteString(mdText(when) + " — ")
	}
	v.WriteString(v.link(e.ID, labelOf(e)))
	if b := badges[e.Status]; b != "" {
		v.WriteString(" (" + b + ")")
	}
	if role != "" {
		v.WriteString(", " + mdText(role))
	}
	v.WriteByte('\n')
}

func (v *vault) entityNote(e *graph.Entity) {
	v.front("id", quoted(key(e.ID)), "type", quoted(clean(string(e.Kind))), "aliases", quotedList(cleanAll(e.Aliases)), "mentions", known(e.Mentions), "sources", known(e.Sources))
	v.WriteString("\n# " + mdText(nameOf(e)) + "\n")
	v.ties(e.ID)
	if list := v.shares[e.ID]; len(list) > 0 {
		v.WriteString("\n## Events\n\n")
		for _, i := range list {
			var roles []string
			for _, t := range v.takers(v.ordered[i]) {
				if t.ID == e.ID {
					roles = append(roles, t.Role)
				}
			}
			v.eventLine(v.ordered[i], strings.Join(roles, ", "))
		}
	}
}

// ties are the relations of an entity or event.
func (v *vault) ties(id string) {
	head := "\n## Relations\n\n"
	for _, r := range v.relations[id] {
		if !v.joins(r) {
			continue
		}
		what := mdText(clean(strings.ReplaceAll(r.Type, "-", " ")))
		switch {
		case r.From == id:
			what += " " + v.link(r.To, v.title(r.To))
		case r.Type == graph.Before:
			what = "after " + v.link(r.From, v.title(r.From))
		default:
			what = v.link(r.From, v.title(r.From)) + " is " + what + " this"
		}
		if when := r.When.Words(); when != "" {
			what += ", " + mdText(when)
		}
		v.WriteString(head + "- " + what + "\n")
		head = ""
	}
}

func (v *vault) eventNote(e *graph.Event) {
	n, t := v.entry(e), e.When.Time
	v.front("id", quoted(key(e.ID)), "type", quoted(clean(e.Type)), "mode", quoted(clean(e.Mode)), "status", quoted(clean(string(e.Status))),
		"edtf", quoted(e.When.EDTF()), "earliest", quoted(t.First.String()), "latest", quoted(t.Last.String()), "sureness", quoted(string(e.When.Sure)),
		"place", quoted(n.Where()), "quantities", quotedList(quantities(e)), "sources", known(e.Articles))
	v.WriteString("\n# " + mdText(n.headline()) + "\n")
	if when := e.When.Words(); when != "" {
		v.WriteString("\n" + mdText(strings.Join(cleanAll([]string{when, e.When.Reason}), ": ")) + "\n")
	}
	v.WriteString("\n## Who and where\n\n")
	for _, r := range e.Roles {
		who := mdText(clean(r.Text))
		if v.entities[r.Entity] != nil {
			who = v.link(r.Entity, v.name(r.Entity))
		}
		v.WriteString("- " + mdText(clean(r.Name)) + ": " + who + "\n")
	}
	if v.entities[e.Place] != nil && !slices.ContainsFunc(e.Roles, func(r graph.Role) bool { return r.Name == "place" && r.Entity == e.Place }) {
		v.WriteString("- place: " + v.link(e.Place, n.Where()) + "\n")
	}
	if len(n.Says()) > 0 {
		v.WriteString("- according to " + mdText(join(n.Says(), 3)) + "\n")
	}
	v.ties(e.ID)
	v.WriteString("\n## Sentences\n")
	for _, s := range e.Seen {
		v.WriteString("\n> " + mdText(clean(s.Quote)) + "\n>\n> — " + v.cite(s.Source) + "\n")
	}
	v.disputes(e)
}

// disputes are what sources disagree on, side by side.
func (v *vault) disputes(e *graph.Event) {
	if len(e.Disputes) == 0 {
		return
	}
	v.WriteString("\n## Where sources disagree\n\n")
	for i := range e.Disputes {
		d := &e.Disputes[i]
		v.WriteString("- about " + mdText(clean(d.About)) + "\n")
		for _, side := range d.Sides {
			v.WriteString("  - " + mdText(clean(side.Says)))
			if side.Source != "" {
				v.WriteString(" — " + v.cite(side.Source))
			}
			if q := clean(side.Quote); q != "" {
				v.WriteString(": “" + mdText(q) + "”")
			}
			v.WriteByte('\n')
		}
	}
}

// cite leads to an article.
func (v *vault) cite(id string) string {
	s := v.sources[id]
	if s == nil {
		return mdText(key(id))
	}
	return v.link(articlePath+id, cmp.Or(clean(s.Title), key(id)))
}

func (v *vault) articleNote(s *graph.Source) {
	v.front("id", quoted(key(s.ID)), "title", quoted(clean(s.Title)), "publisher", quoted(clean(s.Publisher)), "published", quoted(s.Published.String()), "url", quoted(webURL(s.Origin)))
	v.WriteString("\n# " + mdText(cmp.Or(clean(s.Title), key(s.ID))) + "\n")
	if list := v.tells[s.ID]; len(list) > 0 {
		v.WriteString("\n## Events\n\n")
		for _, i := range list {
			v.eventLine(v.ordered[i], "")
		}
	}
	if s.Text != "" {
		v.WriteString("\n## Text\n")
		for line := range strings.SplitSeq(s.Text, "\n") {
			if line = clean(line); line != "" {
				v.WriteString("\n" + mdText(line) + "\n")
			}
		}
	}
}
