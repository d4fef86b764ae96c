package english

import (
	"fmt"
	"io/fs"
	"slices"
	"sort"
	"strings"

	"dateline/extract"
	"dateline/extract/rules"
	"dateline/extract/timex"
	"dateline/graph"
)

// Examples runs the examples that stand in the event rules through the whole pipeline, and those of the rules of time
// through theirs, and gives a line for each that does not come out as it says: path:line:1: what.
func Examples(files fs.FS) ([]string, error) {
	p, err := New(files)
	if err != nil {
		return nil, err
	}
	set, err := rules.Load(files)
	if err != nil {
		return nil, err
	}
	day, err := graph.ParseDate("2015-11-16")
	if err != nil {
		return nil, err
	}
	var faults []string
	for _, t := range set.Types {
		for _, x := range t.Examples {
			d := sentence(x.Text, day)
			if err := p.Run(d); err != nil {
				return nil, err
			}
			if what := check(d, t, x); what != "" {
				faults = append(faults, fmt.Sprintf("%s:%d:1: %q: %s", t.File, x.Line, x.Text, what))
			}
		}
	}
	wrong, err := relationExamples(files, p, day)
	if err != nil {
		return nil, err
	}
	faults = append(faults, wrong...)
	if err := timex.Check(files); err != nil {
		faults = append(faults, strings.Split(err.Error(), "\n")...)
	}
	sort.Strings(faults)
	return faults, nil
}

// relationExamples runs the examples of rules/relations.yaml.
func relationExamples(files fs.FS, p extract.Pipeline, day graph.Date) (faults []string, err error) {
	set, err := rules.LoadRelations(files)
	if err != nil {
		return nil, err
	}
	for _, r := range set.Rules {
		for _, x := range r.Examples {
			d := sentence(x.Text, day)
			if err := p.Run(d); err != nil {
				return nil, err
			}
			var found []string
			right := x.None
			for _, f := range d.Relations {
				if f.Type == r.Type {
					from, to := d.Mentions[f.From].Name, d.Mentions[f.To].Name
					found = append(found, from+" → "+to)
					right = !x.None && (right || from == x.From && to == x.To)
				}
			}
			if !right {
				faults = append(faults, fmt.Sprintf("rules/relations.yaml:%d:1: %q: wanted %s → %s, found %s", x.Line, x.Text, x.From, x.To, strings.Join(found, "; ")))
			}
		}
	}
	return faults, nil
}

// sentence is a Document of one paragraph, published on a day.
func sentence(text string, day graph.Date) *extract.Document {
	return &extract.Document{ID: "example", Text: text, Published: graph.DayOf(day), PublishedFrom: "given",
		Paragraphs: []extract.Paragraph{{Span: extract.Span{Start: 0, End: len(text)}}}}
}

// check says what is wrong with the events of d by example x of type t, "" if nothing.
func check(d *extract.Document, t *rules.Type, x rules.Example) string {
	var found []string
	for _, e := range d.Events {
		if x.Type == "none" && e.Type == t.Name {
			return fmt.Sprintf("found %s %q, wanted none", e.Type, e.Label)
		}
		typed := (x.Type == "" || e.Type == x.Type) && (x.Mode == "" || e.Mode == x.Mode)
		worded := x.Label == "" || e.Label == x.Label
		if typed && worded && (x.Status == "" || string(e.Status) == x.Status) && taken(d, &e, x.Roles) {
			return ""
		}
		found = append(found, fmt.Sprintf("%s %s %s %q %v", e.Type, e.Mode, e.Status, e.Label, e.Roles))
	}
	if x.Type == "none" {
		return ""
	}
	return fmt.Sprintf("wanted %s %s %q, found %s", x.Type, x.Status, x.Label, strings.Join(found, "; "))
}

// taken tells whether each role of e that is wanted has a participant with the words.
func taken(d *extract.Document, e *extract.Event, wanted map[string]string) bool {
	for name, words := range wanted {
		found := slices.ContainsFunc(e.Roles, func(r extract.EventRole) bool {
			return r.Name == name && (strings.Contains(r.Text, words) || r.Mention >= 0 && strings.Contains(d.Mentions[r.Mention].Name, words))
		})
		if !found {
			return false
		}
	}
	return true
}
