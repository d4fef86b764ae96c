package annotate_test

import (
	"slices"
	"strings"
	"testing"

	"dateline/data"
	"dateline/extract"
	"dateline/extract/annotate"
	"dateline/extract/english"
)

// TestPropositions reads sentences whole: "subject | relation | argument | …" for each fact, in any order.
func TestPropositions(t *testing.T) {
	p, err := english.New(data.Files)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Rey opened a bridge and a school.", []string{
			"Rey | opened | a bridge and a school", "Rey | opened | a bridge", "Rey | opened | a school"}},
		{"Rey is also a producer and a writer.", []string{
			"Rey | is also | a producer and a writer", "Rey | is also | a producer", "Rey | is also | a writer"}},
		{"The danger is that there will be a mistake.", []string{
			"there | will be | a mistake", "The danger | is | that there will be a mistake"}},
		{"The bank was founded in Rome and sold in 1999.", []string{
			"The bank | was founded in | Rome", "The bank | was sold in | 1999"}},
		{"The prize was shared by actors Ada Berg and Paul Ross.", []string{
			"The prize | was shared by | actors", "actors | is | Ada Berg and Paul Ross"}},
	} {
		d := &extract.Document{Text: c.text, Paragraphs: []extract.Paragraph{{Span: extract.Span{End: len(c.text)}}}}
		if err := p.Run(d); err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, x := range annotate.Propositions(d) {
			got = append(got, strings.Join(append([]string{x.Subject, x.Relation}, x.Args...), " | "))
		}
		slices.Sort(got)
		slices.Sort(c.want)
		if !slices.Equal(got, c.want) {
			t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}
