package english_test

import (
	"strings"
	"testing"

	"dateline/data"
	"dateline/extract/english"
	"dateline/graph"
)

// TestParts reads what is told to have happened in the course of what: "trigger < trigger" for each such tie.
func TestParts(t *testing.T) {
	p, err := english.New(data.Files)
	if err != nil {
		t.Fatal(err)
	}
	const summit = "World leaders held a summit in Antalya on Sunday.\n"
	const attack = "Gunmen attacked a hotel in Bamako on Friday.\n"
	for text, want := range map[string]string{
		summit + "Barack Obama met Vladimir Putin on the sidelines of the summit.": "met < held",
		summit + "Angela Merkel spoke at the Antalya summit.":                      "spoke < held",
		summit + "Angela Merkel met Ada Berg at the end of the summit.":            "met < held",
		attack + "Twenty people were killed in the attack.":                        "killed < attacked",
		"World leaders held a summit in Antalya, where Paul Rey met Ada Berg.":     "met < held",
		"The minister resigned during Paul Rey's visit to Cairo on Friday.":        "resigned < visit",
		"Paul Rey praised the mayor in a speech to the parliament in Rome.":        "",

		// What B is not told, may be another, is only talked about, never was, or is nothing that happens.
		"Barack Obama met Vladimir Putin on the sidelines of the summit.":              "",
		summit + "Angela Merkel spoke at a summit last year.":                          "",
		summit + "Angela Merkel spoke at the climate summit.":                          "",
		summit + "Angela Merkel criticised Ada Berg at the airport.":                   "",
		summit + "Angela Merkel met Ada Berg after the summit.":                        "",
		summit + "Angela Merkel did not speak at the summit.":                          "",
		attack + "Paul Rey was charged in the attack.":                                 "",
		attack + "Paul Rey praised the police in the attack.":                          "",
		summit + "Ada Berg held a summit in Paris.\nPaul Rey spoke at the summit.":     "",
		summit + "Paul Rey resigned on 3 October 2012 on the sidelines of the summit.": "",
	} {
		d := read(t, p, "", text)
		var got []string
		for _, l := range d.Links {
			if l.Type == graph.SubEvent {
				got = append(got, d.String(d.Events[l.From].At)+" < "+d.String(d.Events[l.To].At))
			}
		}
		if s := strings.Join(got, "; "); s != want {
			t.Errorf("%s\ngot  %q\nwant %q", text, s, want)
		}
	}
}
