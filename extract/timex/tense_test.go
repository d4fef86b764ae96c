package timex

import (
	"strconv"
	"strings"
	"testing"

	"dateline/graph"
)

// treed reads a sentence whose words stand as word/UPOS/XPOS/relation/head.
func treed(t *testing.T, text string) string {
	t.Helper()
	var words []string
	var cells [][]string
	for _, f := range strings.Fields(text) {
		c := strings.Split(f, "/")
		words, cells = append(words, c[0]), append(cells, c)
	}
	d := Plain(strings.Join(words, " "))
	for i, c := range cells {
		head, err := strconv.Atoi(c[4])
		if err != nil {
			t.Fatal(err)
		}
		k := &d.Tokens[i]
		k.UPOS, k.XPOS, k.Rel, k.Head = c[1], c[2], c[3], head
	}
	d.Published = graph.DayOf(graph.Date{Year: 2015, Month: 11, Day: 16})
	if err := tagger(t).Tag(d); err != nil {
		t.Fatal(err)
	}
	return Marked(d)
}

// Infinitives look ahead, but for a purpose of something past and a plan that was overtaken; what could not be done
// was not.
func TestDirection(t *testing.T) {
	for text, want := range map[string]string{
		"They/PRON/PRP/nsubj/1 gathered/VERB/VBD/root/-1 to/PART/TO/mark/3 mark/VERB/VB/advcl/1 it/PRON/PRP/obj/3 " +
			"Friday/PROPN/NNP/obl:tmod/3": "[Friday|2015-11-13]",
		"They/PRON/PRP/nsubj/1 agreed/VERB/VBD/root/-1 to/PART/TO/mark/3 mark/VERB/VB/xcomp/1 it/PRON/PRP/obj/3 " +
			"Friday/PROPN/NNP/obl:tmod/3": "[Friday|2015-11-20]",
		"It/PRON/PRP/nsubj/3 had/AUX/VBD/aux/3 been/AUX/VBN/aux:pass/3 scheduled/VERB/VBN/root/-1 to/PART/TO/mark/5 " +
			"expire/VERB/VB/xcomp/3 Friday/PROPN/NNP/obl:tmod/5": "[Friday|2015-11-13]",
		"It/PRON/PRP/nsubj/2 is/AUX/VBZ/aux:pass/2 scheduled/VERB/VBN/root/-1 to/PART/TO/mark/4 " +
			"expire/VERB/VB/xcomp/2 Friday/PROPN/NNP/obl:tmod/4": "[Friday|2015-11-20]",
		"He/PRON/PRP/nsubj/4 could/AUX/MD/aux/4 not/PART/RB/advmod/4 be/AUX/VB/aux:pass/4 reached/VERB/VBN/root/-1 " +
			"Friday/PROPN/NNP/obl:tmod/4": "[Friday|2015-11-13]",
		"He/PRON/PRP/nsubj/3 could/AUX/MD/aux/3 be/AUX/VB/aux:pass/3 freed/VERB/VBN/root/-1 " +
			"Friday/PROPN/NNP/obl:tmod/3": "[Friday|2015-11-20]",
	} {
		if got := treed(t, text); !strings.Contains(got, want) {
			t.Errorf("want %s, got %s", want, got)
		}
	}
}
