package output

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"dateline/graph"
)

// autumn is a graph as a build would make it, of our own sentences about the autumn of 2015. Each line of happenings
// is one event: EDTF date | type | trigger | label | agents | patients and recipients | place | status | who says so |
// articles, the first of which has the sentence | the sentence.
const happenings = `
2014-03|COERCE|annexed|Russia annexed Crimea|russia|crimea||happened||un|Moscow annexed Crimea in March 2014.
2015-09|ASSAULT|launched|Russia launched an air campaign in Syria|russia||syria|happened||g20,un,wire|Russia launched an air campaign in Syria in September.
2015-09|MOBILIZE|dispatched|Russia dispatched troops and fighter jets to Syria|russia|syria|syria|happened||un|Russia dispatched troops and fighter jets to Syria.
2015-09-28|CONSULT|talks|Vladimir Putin held talks with Barack Obama|putin|obama|new-york|happened||un,wire|Putin held talks with Obama on the sidelines of the assembly on Monday.
2015-09-28|REQUEST|called|Vladimir Putin called for a broad coalition against Islamic State|putin|un,is|new-york|happened||un,paper|The Russian president called for a broad coalition against Islamic State.
2015-09-28|CONSULT|addressed|Barack Obama addressed the General Assembly|obama|un|new-york|happened||un|Obama addressed the General Assembly the same day.
2015-09-28|AGREE|agreed|Obama and Putin agreed to follow up their meeting with talks|obama,putin|||happened|lavrov|un|Lavrov said the two leaders had agreed to follow up their meeting with talks.
2015-09-28|CONSULT|discuss|Obama and Putin did not discuss coalitions|obama,putin|||denied|lavrov|un|"They did not discuss coalitions," Lavrov added.
2015-09-30|ASSAULT|struck|Russian jets struck targets near Homs|russia|is|homs|happened|russia-mod|wire|Russian jets struck targets near Homs on Wednesday, the defence ministry said.
2015-09-30|REJECT|denied|Russia denied having hit civilians|russia||homs|reported|lavrov|wire|Russia denied having hit civilians, according to Lavrov.
2015-10-01|ACCUSE|accused|Ashton Carter accused Russia of pouring fuel on the fire|carter|russia|washington|happened||wire|Carter accused Russia of pouring fuel on the fire.
2015-10|ASSAULT|join|Russia might join the ground war in Syria|russia||syria|possible|us|un|Washington feared that Moscow might join the ground war.
2015-10-20|AGREE|signed|Russia and the United States signed a memorandum on air safety|russia,us|||happened||paper|Russia and the United States signed a memorandum on air safety.
2015-10-21|CONSULT|received|Vladimir Putin received Bashar al-Assad in Moscow|putin|assad|moscow|happened||paper,wire|Putin received Assad in Moscow on 21 October.
2015-10-30|CONSULT|talks|Diplomats held talks on Syria in Vienna|kerry,lavrov|syria|vienna|happened||paper|Kerry and Lavrov held talks on Syria in Vienna on 30 October.
2015-10-31|ASSAULT|crashed|A Russian airliner crashed in Sinai|is|russia|sinai|happened||paper|A Russian airliner crashed in Sinai on 31 October.
2015-11-13|ASSAULT|killed|Gunmen killed at least 129 people in Paris|is|france|paris|happened||g20,wire,paper|Gunmen and bombers killed at least 129 people in Paris on Friday.
2015-11-13|SANCTION|declared|François Hollande declared a state of emergency|hollande|france|paris|happened||wire|Hollande declared a state of emergency that night.
2015-11-14|REJECT|claimed|Islamic State claimed the attacks|is|france|paris|reported|is|wire|Islamic State claimed the attacks in a statement on Saturday.
2015-11-14|CONSULT|forged|Diplomats forged a plan for Syria in Vienna|kerry,lavrov,mistura|syria|vienna|happened||g20|Diplomats forged a plan for Syria at talks in Vienna the previous day.
2015-11-15|CONSULT|met|Barack Obama met Vladimir Putin|obama,putin||antalya|happened|us-official|g20,wire,paper|Obama and Putin met over a coffee table on the sidelines of the summit.
2015-11-15|AGREE|agreed|Obama and Putin agreed on the need for United Nations talks|obama,putin|un|antalya|happened|us-official|g20|Obama and Putin agreed on the need for United Nations talks, the US official said.
2015-11-15|CONSULT|declared|Recep Tayyip Erdogan declared a minute of silence|erdogan|paris|antalya|happened||g20|Erdogan declared a minute of silence for the Paris victims.
2015-11-15/2015-11-16|CONSULT|hosted|Turkey hosted the G20 summit|turkey|g20|antalya|happened||g20,paper|Turkey hosted the G20 summit in Antalya on 15 and 16 November.
2015-11-15|REJECT|cancelled|François Hollande attends the summit|hollande|g20|antalya|cancelled||g20|Hollande has cancelled his participation in the summit.
2015-11-15|CONSULT|sent|François Hollande sent Laurent Fabius to Antalya|hollande|fabius|antalya|happened||g20|He sent his foreign minister Laurent Fabius in his stead.
2015-11-15|ASSAULT|bombed|France bombed Raqqa|france|is|raqqa|happened||paper,wire|French jets bombed Raqqa on Sunday night.
2015-11-16|REQUEST|asked|Hollande asked the European Union for help|hollande|eu|versailles|happened||paper|On Monday Hollande asked the European Union for help.
2015-11-16|CONSULT|meet|David Cameron will meet Vladimir Putin|cameron|putin|antalya|planned||wire|Cameron is to meet Putin on Monday.
2015-11-17|AID|offered|Vladimir Putin offered François Hollande help|putin|hollande||happened||paper|Putin offered Hollande help by telephone on 17 November.
2015-11-24|ASSAULT|shot|Turkey shot down a Russian jet|turkey|russia|syria|happened||paper|Turkey shot down a Russian jet near the border on 24 November.
2015-11-24|ACCUSE|called|Putin called it a stab in the back|putin|turkey|sochi|happened||paper|Putin called it a stab in the back.
2015-11-26|CONSULT|visit|François Hollande will visit Moscow|hollande|putin|moscow|planned||paper|Hollande will visit Moscow on 26 November.
2015-11|DISAPPROVE|suspects|The West suspects Russia of targeting opponents of Assad|us,eu|russia,assad|syria|happened||g20|The West suspects Moscow of targeting opponents of Assad.
2015|ASSAULT|displaced|The war displaced millions of people|is|syria|syria|happened||g20|The war displaced millions of people in 2015.
2016-01|CONSULT|begin|Peace talks will begin in Geneva|mistura|un|geneva|planned|kerry|paper|Peace talks will begin in Geneva in January, Kerry said.
|COOPERATE|cooperate|The United States and Russia cooperate closely|us,russia|||possible|lavrov|un|"They discussed the possibilities to cooperate closely," Lavrov said.
|CONSULT|heard|Obama heard what Putin had to say|obama|putin||reported|lavrov|un|"I believe that Obama heard what Putin had to say."
|ASSAULT|occupied|Islamic State occupied large swathes of territory|is|||happened||g20|IS jihadists occupied large swathes of territory.
`

var names = map[string]string{
	"obama": "person:Barack Obama", "putin": "person:Vladimir Putin", "lavrov": "person:Sergei Lavrov",
	"kerry": "person:John Kerry", "carter": "person:Ashton Carter", "assad": "person:Bashar al-Assad",
	"hollande": "person:François Hollande", "fabius": "person:Laurent Fabius", "cameron": "person:David Cameron",
	"erdogan": "person:Recep Tayyip Erdogan", "mistura": "person:Staffan de Mistura",
	"un": "organization:United Nations", "is": "organization:Islamic State", "eu": "organization:European Union",
	"g20": "event:G20 summit", "russia-mod": "organization:Russian Defence Ministry", "us-official": "other:a US official",
	"russia": "place:Russia", "us": "place:United States", "france": "place:France", "turkey": "place:Turkey",
	"syria": "place:Syria", "crimea": "place:Crimea", "new-york": "place:New York", "homs": "place:Homs",
	"washington": "place:Washington", "moscow": "place:Moscow", "vienna": "place:Vienna", "sinai": "place:Sinai",
	"paris": "place:Paris", "antalya": "place:Antalya", "raqqa": "place:Raqqa", "versailles": "place:Versailles",
	"sochi": "place:Sochi", "geneva": "place:Geneva",
}

var articles = map[string]string{
	"g20": "Obama and Putin meet in Antalya", "un": "Putin takes the stage at the United Nations",
	"wire": "Week of diplomacy: what happened when", "paper": "From Homs to Paris: an autumn of war",
}

// autumn builds the graph of happenings.
func autumn(t testing.TB) *graph.Graph {
	t.Helper()
	b := &fixture{t: t, texts: map[string]string{}, entities: map[string]*graph.Entity{}}
	g := &graph.Graph{}
	for i, line := range strings.Split(strings.TrimSpace(happenings), "\n") {
		g.Events = append(g.Events, b.event(strings.Split(line, "|"), i+1))
	}
	g.Relations = b.relations(g)
	for id, title := range articles {
		g.Sources = append(g.Sources, graph.Source{ID: id, Title: title, Origin: id + ".txt", PublishedFrom: "metadata",
			Published: b.time("2015-11-30"), Hash: "sha256:00", Text: b.texts[id]})
	}
	for _, e := range b.entities {
		e.Mentions = len(e.Seen)
		e.Sources = 1
		g.Entities = append(g.Entities, *e)
	}
	slices.SortFunc(g.Sources, func(a, b graph.Source) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(g.Entities, func(a, b graph.Entity) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(g.Events, func(a, b graph.Event) int { return cmp.Compare(a.ID, b.ID) })
	return g
}

// relations are two that the sentences tell: who heads what, and what was before what.
func (b *fixture) relations(g *graph.Graph) []graph.Relation {
	seen := b.seen("un", "Lavrov, who heads the Russian foreign service, spoke after the assembly.", "heads")
	return []graph.Relation{
		{ID: "relation/before/1", Type: graph.Before, From: g.Events[3].ID, To: g.Events[37].ID, Seen: []graph.Evidence{seen}},
		{ID: "relation/head-of/1", Type: "head-of", From: "person/lavrov", To: "place/russia", Seen: []graph.Evidence{seen}},
	}
}

type fixture struct {
	t        testing.TB
	texts    map[string]string
	entities map[string]*graph.Entity
}

func (b *fixture) time(edtf string) graph.Time {
	if edtf == "" {
		return graph.Time{}
	}
	when, err := graph.ParseTime(edtf)
	if err != nil {
		b.t.Fatal(err)
	}
	return when
}

func (b *fixture) event(f []string, order int) graph.Event {
	e := graph.Event{Type: f[1], Trigger: f[2], Lemma: f[2], Label: f[3], Status: graph.Status(f[7]), Conflicts: []string{}}
	e.When = graph.When{Time: b.time(f[0]), Reason: "as written: " + f[0]}
	if f[0] != "" {
		e.Order = order
	}
	for _, id := range strings.Split(f[9], ",") {
		e.Seen = append(e.Seen, b.seen(id, f[10], f[2]))
	}
	e.Articles = len(e.Seen)
	roles := func(role, ids string) {
		for _, id := range strings.FieldsFunc(ids, func(r rune) bool { return r == ',' }) {
			e.Roles = append(e.Roles, graph.Role{Name: role, Entity: b.entity(id, e.Seen)})
		}
	}
	roles("agent", f[4])
	roles("patient", f[5])
	if f[6] != "" {
		e.Place = b.entity(f[6], e.Seen)
		roles("place", f[6])
	}
	if f[8] != "" {
		e.Attribution = []graph.Attribution{{Source: b.entity(f[8], e.Seen), Verb: "said"}}
	}
	e.ID = "event/" + f[0] + "/" + strings.ToLower(f[1]) + "/" + f[2] + "+" + strings.ReplaceAll(f[4], ",", "+")
	return e
}

func (b *fixture) seen(id, sentence, trigger string) graph.Evidence {
	start := len(b.texts[id])
	b.texts[id] += sentence + "\n"
	at := start + max(strings.Index(sentence, trigger), 0)
	return graph.Evidence{Source: id, Sentence: strings.Count(b.texts[id], "\n") - 1, Start: start, End: start + len(sentence),
		Trigger: graph.Span{Start: at, End: at + len(trigger)}, Quote: sentence, By: "events/fixture.yaml:1", Score: 0.9}
}

func (b *fixture) entity(id string, seen []graph.Evidence) string {
	kind, name, ok := strings.Cut(names[id], ":")
	if !ok {
		b.t.Fatalf("no entity %q", id)
	}
	key := kind + "/" + id
	e := b.entities[key]
	if e == nil {
		e = &graph.Entity{ID: key, Name: name, Kind: graph.Kind(kind), Keys: []string{kind + ":" + strings.ToLower(name)}}
		b.entities[key] = e
	}
	e.Seen = append(e.Seen, seen[0])
	return key
}
