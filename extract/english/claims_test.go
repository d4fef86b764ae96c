package english_test

import (
	"testing"

	"dateline/data"
	"dateline/extract"
	"dateline/extract/english"
)

// TestClaims reads sentences whole: did what the clause of a word says happen, which word decides that, and who says so.
func TestClaims(t *testing.T) {
	p, err := english.New(data.Files)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, word, status, cue, source string }{
		{"The minister resigned on Monday.", "resigned", "happened", "", ""},
		{"The minister did not resign.", "resign", "denied", "not", ""},
		{"No talks were held in Geneva.", "held", "denied", "No", ""},
		{"The union may call a strike.", "call", "possible", "may", ""},
		{"The union will call a strike.", "call", "planned", "will", ""},
		{"If the union calls a strike, the port will close.", "calls", "possible", "If", ""},
		{"Rebels failed to capture the town.", "capture", "denied", "failed", ""},
		{"Rebels managed to capture the town.", "capture", "happened", "", ""},
		{"The army was forced to leave the town.", "leave", "happened", "", ""},
		{"The company refused to sign the contract.", "sign", "denied", "refused", ""},
		{"Germany promised to send doctors to Liberia.", "send", "planned", "promised", ""},
		{"Germany wants to send doctors to Liberia.", "send", "possible", "wants", ""},
		{"The mayor cancelled the summit in Rome.", "summit", "cancelled", "cancelled", ""},
		{"Police prevented the crowd from entering the square.", "entering", "denied", "prevented", ""},
		{"Opponents accused the rebels of burning the bridge.", "burning", "reported", "accused", ""},
		{"The soldiers reportedly fled.", "fled", "reported", "reportedly", ""},
		{"The report does not mean that the bank hid losses.", "hid", "possible", "mean", ""},
		{"The union demanded that the port be closed.", "closed", "possible", "demanded", "The union"},
		{"The union asked that the port not be closed.", "closed", "possible", "not", "The union"},
		{"“We refused to leave but they did agree to talk,” Angela Merkel said.", "refused", "happened", "", "Angela Merkel"},
		{"Microsoft to buy a shipyard in Rome", "buy", "planned", "to", ""},
		{"Did the minister resign?", "resign", "unknown", "?", ""},
		{"Why did the minister resign?", "resign", "happened", "", ""},
		{"The ministry denied that soldiers had crossed the border.", "crossed", "denied", "denied", "The ministry"},
		{"The ministry said that soldiers had crossed the border.", "crossed", "happened", "", "The ministry"},
		{"The ministry claimed that soldiers had crossed the border.", "crossed", "reported", "claimed", "The ministry"},
		{"Soldiers crossed the border, the ministry said.", "crossed", "happened", "", "the ministry"},
		{"“Soldiers crossed the border,” Angela Merkel told reporters.", "crossed", "happened", "", "Angela Merkel"},
		{"According to the police, soldiers crossed the border.", "crossed", "happened", "", "the police"},
		{"A US official said soldiers had crossed the border.", "crossed", "happened", "", "A US official"},
		{"Angela Merkel said the ministry had claimed that soldiers crossed the border.", "crossed", "reported", "claimed", "the ministry"},
		{"Reports that soldiers crossed the border alarmed Warsaw.", "crossed", "happened", "", "reports"},
		{"“I think soldiers crossed the border,” Angela Merkel said.", "crossed", "reported", "think", "Angela Merkel"},
	} {
		d := &extract.Document{ID: "case", Text: c.text, Paragraphs: []extract.Paragraph{{Span: extract.Span{End: len(c.text)}}}}
		if err := p.Run(d); err != nil {
			t.Fatal(err)
		}
		cl := clauseOf(d, c.word)
		if cl == nil {
			t.Errorf("%s: no clause at %q", c.text, c.word)
			continue
		}
		source := ""
		if len(cl.Said) > 0 {
			source = cl.Said[0].Text
		}
		if cue := d.String(cl.Cue); string(cl.Status) != c.status || cue != c.cue || source != c.source {
			t.Errorf("%s: %q is %s by %q, said by %q; want %s by %q, said by %q", c.text, c.word, cl.Status, cue, source, c.status, c.cue, c.source)
		}
	}
}

// clauseOf is the clause whose head is the first token spelled word, nil if there is none.
func clauseOf(d *extract.Document, word string) *extract.Clause {
	for i := range d.Clauses {
		if d.Word(d.Clauses[i].Head) == word {
			return &d.Clauses[i]
		}
	}
	return nil
}

// TestVoices follows speakers from sentence to sentence: by quotation marks, by a colon, in a headline.
func TestVoices(t *testing.T) {
	p, err := english.New(data.Files)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, word, source string }{
		{"“We left the town,” Angela Merkel said. “The army burned the bridge.”", "burned", "Angela Merkel"},
		{"Angela Merkel said: “We left the town. The army burned the bridge.”", "burned", "Angela Merkel"},
		{"Angela Merkel: The army burned the bridge.", "burned", "Angela Merkel"},
		{"Union: Company broke the contract", "broke", "Union"},
		{"Angela Merkel praised the army. It burned the bridge.", "burned", ""},
	} {
		d := &extract.Document{ID: "case", Text: c.text, Paragraphs: []extract.Paragraph{{Span: extract.Span{End: len(c.text)}}}}
		if err := p.Run(d); err != nil {
			t.Fatal(err)
		}
		source, cl := "", clauseOf(d, c.word)
		if cl == nil {
			t.Errorf("%s: no clause at %q", c.text, c.word)
			continue
		}
		if len(cl.Said) > 0 {
			source = cl.Said[0].Text
		}
		if source != c.source {
			t.Errorf("%s: %q is said by %q, want %q", c.text, c.word, source, c.source)
		}
	}
}
