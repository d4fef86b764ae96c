package events

import (
	"testing"
	"testing/fstest"

	"dateline/extract"
	"dateline/graph"
)

const records = `<!-- a comment -- not XML -->
<Sentence date="20150930" id="A-1">
<EventCoding sourcecode="FRA" targetcode="---GOV" eventcode="042"></EventCoding>
<Text>
France  visited
the cabinet.
</Text>
</Sentence>
<Sentence date = "20150930" id="A-2"><EventCoding noevents = "True"><Text>Nothing &amp; nobody.</Text></Sentence>
<Sentence date="20150930" id="A-3"><EventCoding error="dateline"><Text>Left out.</Text></Sentence>
`

func TestReadUnits(t *testing.T) {
	units, err := ReadUnits(fstest.MapFS{"r.xml": {Data: []byte(records)}}, "r.xml")
	if err != nil || len(units) != 2 {
		t.Fatalf("%d units, %v", len(units), err)
	}
	u := units[0]
	if u.ID != "A-1" || u.Text != "France visited the cabinet." || u.Published.String() != "2015-09-30" ||
		len(u.Codings) != 1 || u.Codings[0] != (Coding{"FRA", "---GOV", "042"}) {
		t.Errorf("%+v", u)
	}
	if units[1].Text != "Nothing & nobody." || len(units[1].Codings) != 0 {
		t.Errorf("%+v", units[1])
	}
}

func tools(t *testing.T) (*Table, *Actors) {
	files := fstest.MapFS{
		"table":  {Data: []byte("# head\n04: CONSULT\n042: CONSULT, visit, # Make a visit\n19: ASSAULT\n")},
		"actors": {Data: []byte("FRANCE_  [FRA]\n+FRENCH_\nNATO_ [IGONAT] # alliance\nEU_\n\t[IGOEUREEC >19930101]\n")},
	}
	table, err := ReadTable(files, "table")
	if err != nil {
		t.Fatal(err)
	}
	actors, err := ReadActors(files, "actors")
	if err != nil {
		t.Fatal(err)
	}
	return table, actors
}

func TestCategories(t *testing.T) {
	table, _ := tools(t)
	for _, c := range []struct {
		code        string
		cameo, both int
		ok          bool
	}{{"042", 1, 2, true}, {"0421", 0, 0, false}, {"19", 1, 2, true}, {"191", 0, 1, false}, {"023", 0, 0, true}, {"913", 0, 0, false}, {"223", 0, 1, false}} {
		got, ok := table.Categories(c.code)
		both, _ := table.Older().Categories(c.code)
		if len(got) != c.cameo || len(both) != c.both || ok != c.ok {
			t.Errorf("%s: %v %v, either %v", c.code, got, ok, both)
		}
	}
}

func TestActors(t *testing.T) {
	_, a := tools(t)
	for _, c := range []struct {
		code, words string
		want        bool
	}{
		{"FRA", "French jets", true}, {"FRAGOV", "the government of France", true}, {"RUS", "France", false},
		{"IGOEUREEC", "the EU", true}, {"IGONAT", "the EU", false}, {"---GOV", "the cabinet", true}, {"---GOV", "France’s cabinet", false},
		{"GON", "Minas Tirith", true},
	} {
		if got := a.Is(c.code, c.words); got != c.want {
			t.Errorf("Is(%s, %q) = %v", c.code, c.words, got)
		}
	}
}

func TestCompare(t *testing.T) {
	table, a := tools(t)
	u := &Unit{ID: "x", Codings: []Coding{{"FRA", "IGOEUREEC", "042"}, {"FRA", "IGONAT", "19"}, {"FRA", "", "19"}}}
	found := []Record{
		{Category: "CONSULT", Actors: []string{"France", "the EU"}},                         // right: two on one level
		{Category: "CONSULT", Actors: []string{"NATO"}, Recipients: []string{"the French"}}, // a dyad, wrong
		{Category: "AID", Actors: []string{"somebody"}},                                     // no dyad; false category
	}
	got, faults, ok := Compare(u, found, table, a)
	want := Dyads{Sentences: 1, Gold: 2, Hit: 1, Found: 2, Right: 1, Other: 1, Category: 1}
	if got != want || !ok || len(faults) != 3 {
		t.Errorf("%+v, want %+v; %q", got, want, faults)
	}
	if _, _, ok := Compare(&Unit{Codings: []Coding{{"FRA", "GON", "999"}}}, nil, table, a); ok {
		t.Error("a code of no scheme was scored")
	}
}

const catFile = `<?xml version="1.0"?><Document doc_id="7">
<token t_id="1" sentence="0">Nokia</token><token t_id="2" sentence="0">sues</token>
<token t_id="3" sentence="1">May</token>
<token t_id="4" sentence="2">Nokia</token><token t_id="5" sentence="2">'s</token><token t_id="6" sentence="2">rival</token>
<token t_id="7" sentence="2">met</token><token t_id="8" sentence="2">lawyers</token><token t_id="9" sentence="2">.</token>
<token t_id="10" sentence="3">Unread</token>
<Markables>
<EVENT_MENTION m_id="a" pred="sue"><token_anchor t_id="2"/></EVENT_MENTION>
<EVENT_MENTION m_id="b" pred="meet"><token_anchor t_id="7"/></EVENT_MENTION>
<ENTITY_MENTION m_id="c"><token_anchor t_id="4"/><token_anchor t_id="5"/><token_anchor t_id="6"/></ENTITY_MENTION>
<ENTITY_MENTION m_id="d"><token_anchor t_id="8"/></ENTITY_MENTION>
<TIMEX3 m_id="e" value="2010-05-03" functionInDocument="CREATION_TIME"/>
</Markables>
<Relations>
<HAS_PARTICIPANT sem_role="Arg0"><source m_id="b"/><target m_id="c"/></HAS_PARTICIPANT>
<HAS_PARTICIPANT sem_role="Arg1"><source m_id="b"/><target m_id="d"/></HAS_PARTICIPANT>
</Relations></Document>`

func TestMeantime(t *testing.T) {
	all, err := ReadArticles(fstest.MapFS{"a/7.xml": {Data: []byte(catFile)}}, "a")
	if err != nil {
		t.Fatal(err)
	}
	a := all[0]
	if a.Text != "Nokia sues\nNokia's rival met lawyers.\n" || a.Published != graph.DayOf(graph.Date{Year: 2010, Month: 5, Day: 3}) {
		t.Fatalf("%q %v", a.Text, a.Published)
	}
	d := a.Document()
	if len(d.Paragraphs) != 2 || d.Title != "Nokia sues" {
		t.Fatalf("%+v", d.Paragraphs)
	}
	// Tokens: Nokia 's rival met lawyers; the second event is no event of the corpus.
	for _, s := range [][2]int{{11, 16}, {16, 18}, {19, 24}, {25, 28}, {29, 36}} {
		d.Tokens = append(d.Tokens, extract.Token{Span: extract.Span{Start: s[0], End: s[1]}})
	}
	d.Events = []extract.Event{
		{At: extract.Range{From: 3, To: 4}, Place: -1, Roles: []extract.EventRole{
			{Name: "agent", At: extract.Range{From: 0, To: 3}, Mention: -1}, {Name: "agent", At: extract.Range{From: 4, To: 5}, Mention: -1}}},
		{At: extract.Range{From: 4, To: 5}, Place: -1},
	}
	got, faults := a.Match(d)
	if want := (Mentions{Articles: 1, Gold: 2, Found: 2, Both: 1, Roles: 2, Filled: 2, Named: 2}); got != want || len(faults) != 2 {
		t.Errorf("%+v, want %+v; %q", got, want, faults)
	}
	d.Events[0].Roles = d.Events[0].Roles[1:]
	if got, _ = a.Match(d); got.Filled != 1 || got.Named != 0 {
		t.Errorf("one agent alone is no patient: %+v", got)
	}
}
