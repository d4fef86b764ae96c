package english_test

import (
	"fmt"
	"strings"
	"testing"

	"dateline/data"
	"dateline/extract"
	"dateline/extract/english"
	"dateline/graph"
)

// read reads text as an article of 2015-11-16 from place, "" for none.
func read(t *testing.T, p extract.Pipeline, place, text string) *extract.Document {
	t.Helper()
	d := &extract.Document{ID: "t", Place: place, Published: graph.DayOf(graph.Date{Year: 2015, Month: 11, Day: 16}), PublishedFrom: "given"}
	for i, line := range strings.Split(text, "\n") {
		at := extract.Span{Start: len(d.Text), End: len(d.Text) + len(line)}
		x := extract.Paragraph{Span: at}
		if i == 0 && place != "" {
			x.Kind = extract.Heading
		}
		d.Paragraphs, d.Text = append(d.Paragraphs, x), d.Text+line+"\n"
	}
	if err := p.Run(d); err != nil {
		t.Fatal(err)
	}
	return d
}

func TestNumbers(t *testing.T) {
	p, err := english.New(data.Files)
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"The bomb killed at least 129 people.":                   "killed at least 129",
		"Police arrested more than 30 miners in Donetsk.":        "arrested at least 30",
		"The army detained fewer than 40 students.":              "detained at most 40",
		"Some 300 villagers were evacuated.":                     "evacuated about 300",
		"Hundreds of people were arrested.":                      "arrested about at least 100",
		"The death toll rose to 45 on Monday.":                   "killed 45",
		"The storm caused three deaths in Manila.":               "killed 3",
		"Nokia sold the unit for $3.5 billion.":                  "sold for 3500000000 USD",
		"Toshiba agreed a loan of $600m.":                        "agreed 600000000 USD",
		"The firm dismissed between 6,000 and 7,000 workers.":    "workers at least 6000, at most 7000",
		"Profits fell 12.5% in March.":                           "fell 12.5 %",
		"Profits fell by 8 per cent in March.":                   "fell by 8 %",
		"Sales rose to 1.2 mln dlrs from 900,000 dlrs.":          "rose to 1200000 USD; rose from 900000 USD",
		"Emirates ordered 45 aircraft from Airbus.":              "aircraft 45",
		"The rebels drove 30 km to Homs.":                        "drove 30 km",
		"Parliament passed the law by 53 votes.":                 "votes 53",
		"The minister resigned on 12 May after seven years.":     "",
		"Police said 12 people had been injured, quoting doctor": "injured 12",
	} {
		var got []string
		d := read(t, p, "", text)
		for _, e := range d.Events {
			for _, q := range e.Quantities {
				got = append(got, fmt.Sprintf("%s %s", q.What, q))
			}
		}
		if s := strings.Join(got, "; "); s != want {
			t.Errorf("%s\n got %q\nwant %q", text, s, want)
		}
	}
}

func TestPlaces(t *testing.T) {
	p, err := english.New(data.Files)
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"Gunmen attacked a hotel in Bamako, killing 20 people.":            "attacked Bamako; killing Bamako",
		"Gunmen attacked a hotel on Sunday.":                               "attacked ANTALYA",
		"Putin met Obama at a summit in Turkey.":                           "met Turkey",
		"Turkish ministers met the Chinese president in Rome.":             "met Rome",
		"French jets bombed Raqqa on Sunday.":                              "bombed Raqqa",
		"Iran condemned the raid on a hotel in Paris.":                     "condemned -",
		"Turkish jets bombed Homs on Sunday. Two soldiers were wounded.":   "bombed Homs; wounded -",
		"Iran condemned the attack in Paris.":                              "condemned -",
		"Iran condemned the attack.":                                       "condemned -",
		"Police will arrest the gunmen on Friday.":                         "arrest -",
		"The painter was born in Leeds in 1950.":                           "born Leeds",
		"Two trains collided on Sunday. Obama praised the police in Paris": "collided ANTALYA; praised Paris",
	} {
		var got []string
		d := read(t, p, "ANTALYA, Turkey", "ANTALYA, Turkey\n"+text)
		for _, e := range d.Events {
			at := "-"
			if e.Place >= 0 {
				at = d.String(d.Mentions[e.Place].At)
			}
			got = append(got, d.String(e.At)+" "+at)
		}
		if s := strings.Join(got, "; "); s != want {
			t.Errorf("%s\n got %q\nwant %q", text, s, want)
		}
	}
}

// TestCodes holds what the ontologies say of an event besides its type.
func TestCodes(t *testing.T) {
	p, err := english.New(data.Files)
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"Jets bombed the port of Hodeida.":                        "ASSAULT 18 4 aerial [military] -9.5",
		"Putin visited Cuba on Friday.":                           "CONSULT 04 1 visit [] 4",
		"Prosecutors investigated the bank over bribes.":          "ACCUSE 09 3 investigate [corruption economic legal] -3.5",
		"The minister resigned on Monday.":                        "RESIGN 08 2 resign [executive] 4.5",
		"Toyota opened a factory in Derby.":                       "LAUNCH  0  [] 0",
		"Hungary closed its embassy in Kabul after the election.": "LAUNCH  0  [] 0",
	} {
		d := read(t, p, "", text)
		if len(d.Events) == 0 {
			t.Errorf("%s: no event", text)
			continue
		}
		e := &d.Events[0]
		if got := fmt.Sprintf("%s %s %d %s %v %v", e.Type, e.CAMEO, e.Quad, e.Mode, e.Context, e.Scale); got != want {
			t.Errorf("%s\n got %q\nwant %q", text, got, want)
		}
	}
}

// TestAsides tells lines of a timeline from what is told by the way.
func TestAsides(t *testing.T) {
	p, err := english.New(data.Files)
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"Merkel met Hollande in Berlin.":                  "met |",
		"Pilgrims arrive in Mecca each year.":             "| arrive",
		"The dispute is old.":                             "| dispute is",
		"“We must win,” said the coach.":                  "| win said",
		"Nokia filed a lawsuit against Qualcomm.":         "filed | lawsuit",
		"Workers may strike.":                             "| strike",
		"Officials might attack the plan.":                "| attack plan",
		"No injuries were reported.":                      "reported |",
		"Lavrov announced talks, and he likes the plan.":  "announced | talks likes plan",
		"The company sells umbrellas and backs the bill.": "| sells backs",
	} {
		d := read(t, p, "", text)
		var lines, asides []string
		for _, e := range d.Events {
			lines = append(lines, d.String(e.At))
		}
		for _, e := range d.Asides {
			asides = append(asides, d.String(e.At))
		}
		if got := strings.TrimSpace(strings.Join(lines, " ") + " | " + strings.Join(asides, " ")); got != want {
			t.Errorf("%s\n got %q\nwant %q", text, got, want)
		}
	}
}

// TestSubjects tells subjects that act from those to which something happens.
func TestSubjects(t *testing.T) {
	p, err := english.New(data.Files)
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"Angela Merkel repaired the roof.":                       "agent Angela Merkel; patient the roof",
		"Angela Merkel named Italy and Spain as examples.":       "agent Angela Merkel; topic Italy; topic Spain; topic examples",
		"The level of the Rhine rose on Friday.":                 "patient The level of the Rhine",
		"The drawings were left with the court on Friday.":       "patient The drawings; recipient the court",
		"Three guards were killed in a Russian raid on Aleppo.":  "patient Three guards; instrument a Russian raid on Aleppo; agent Russian",
		"Angela Merkel was asked by a deputy for an explanation": "patient Angela Merkel; agent a deputy; topic an explanation",
		"Angela Merkel told BBC News that the bridge was safe.":  "agent Angela Merkel; audience BBC News",
		"Angela Merkel told ITV Wales that the bridge was safe.": "agent Angela Merkel; audience ITV Wales",
		"Angela Merkel told the council the bridge was safe.":    "agent Angela Merkel; recipient the council",
		"Angela Merkel warned the BBC that it would be sued.":    "agent Angela Merkel; recipient the BBC",
		"The BBC sued Angela Merkel on Friday.":                  "agent The BBC; patient Angela Merkel",
		"Angela Merkel sent the BBC a letter.":                   "agent Angela Merkel; recipient the BBC; patient a letter",
	} {
		var got []string
		if d := read(t, p, "", text); len(d.Events) > 0 {
			for _, r := range d.Events[0].Roles {
				got = append(got, r.Name+" "+r.Text)
			}
		}
		if s := strings.Join(got, "; "); s != want {
			t.Errorf("%s\n got %s\nwant %s", text, s, want)
		}
	}
}

// TestLines reads which events get a line of their own: the denial and not its being said, and no noun that says nothing.
func TestLines(t *testing.T) {
	p, err := english.New(data.Files)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, want string }{
		{"“They did not discuss coalitions,” Sergei Lavrov said.", "They did not discuss coalitions, Sergei Lavrov said"},
		{"Nobody expects much of the talks. Angela Merkel spoke of the fight against Islamic State.", "Angela Merkel spoke of the fight against Islamic State"},
		{"Angela Merkel said the region had the attention of its lenders and would soon have to come up with a plan.",
			"Angela Merkel said the region had the attention of its lenders"},
		{"Angela Merkel said that along with the old ports, which are full, the region had two new ones.",
			"Angela Merkel said the region had two new ones"},
		{"Angela Merkel said growth was unlikely to reach the rate, which has been high in the spring.",
			"Angela Merkel said growth was unlikely to reach the rate"},
		{"The board took the decision to sell the port. The paper quoted a clerk as saying that the work was hard.",
			"The board took the decision to sell the port"},
		{"Angela Merkel was criticised in Berlin by failing to stop the strike at the harbour.",
			"Angela Merkel was criticised in Berlin; Angela Merkel did not stop the strike at the harbour"},
		{"Angela Merkel called on Poland to spend more on defence.", "Angela Merkel called on Poland to spend more on defence"},
		{"Angela Merkel held talks with Karl Berg, Eva Lund of Bergen, Jon Holm of Philadelphia and Ana Rey of Boston.",
			"Angela Merkel held talks with Karl Berg and others"},
		{"Angela Merkel said today that the pound would be kept near its level.", "Angela Merkel said that the pound would be kept near its level"},
		{"Angela Merkel said the recent recovery of domestic demand in Japan and Europe is needed to help stimulate exports.",
			"Angela Merkel spoke of the recent recovery of domestic demand in Japan and Europe"},
		{"“I insist that Poland must pay,” Angela Merkel said.", "Angela Merkel insists that Poland must pay"},
		{"That money was paid. Its suspicions were aroused.", ""},
		{"And the board of the harbour left. Angela Merkel decided that.", "The board of the harbour left"},
		{"Angela Merkel said the new rights of workers (in the towns of Russia under Sergei Lavrov) are a promising trend.",
			"Angela Merkel said the new rights of workers are a promising trend"},
		{"As announced, Angela Merkel left. Angela Merkel said, however, the port on the coast of Norway was hers.",
			"Angela Merkel left; Angela Merkel said the port on the coast of Norway was hers"},
		{"Angela Merkel stayed at home, leaving no money for the harbour.", "Angela Merkel left no money for the harbour"},
		{"Angela Merkel made it hard to win.", ""},
		{"“That would not be wise,” Angela Merkel said.", ""},
		{"If Poland maintained the output, Angela Merkel might pay. A group led by Angela Merkel left.", "A group left"},
		{"Of the fields, 7.4 million were developed.", ""},
		{"Poland had shot down a Russian bomber.", "Poland shot down a Russian bomber"},
		{"Angela Merkel thanked the pupils she had campaigned with.", "Angela Merkel thanked the pupils; Angela Merkel campaigned with the pupils"},
		{"Angela Merkel urged the miners not to sell the harbour.", "Angela Merkel urged the miners not to sell the harbour"},
		{"Poland will sell the harbour, it has been confirmed.", "Poland will sell the harbour"},
		{"Angela Merkel’s trip was long. They waited for the arrival of Angela Merkel.", ""},
		{"Born in Hamburg, Angela Merkel’s first job was at a bank.", "Angela Merkel was born in Hamburg"},
		{"Poland removed all but 92 of the keepers.", "Poland removed all but 92 of the keepers"},
		{"Angela Merkel said there was nothing more distasteful for a keeper of bees than to be ill in the warm months of spring.", "Angela Merkel said there was nothing more distasteful for a keeper of bees than …"},
		{"The goals set out at the dinner in 2009 were missed by Poland.", "The goals were missed by Poland"},
		{"The miners thanked Angela Merkel, whose letter revealed the price.", "The miners thanked Angela Merkel; Angela Merkel’s letter revealed the price"},
		{"Nobody came to the meetings between himself and Angela Merkel.", ""},
		{"Angela Merkel can save £4bn on roads.", "Angela Merkel can save £4bn on roads"},
		{"Poland spoke of too much emphasis on selling.", "Poland spoke of too much emphasis"},
	} {
		var labels []string
		for _, e := range read(t, p, "", c.text).Events {
			labels = append(labels, e.Label)
		}
		if got := strings.Join(labels, "; "); got != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.text, got, c.want)
		}
	}
}
