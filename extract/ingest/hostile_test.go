package ingest

import (
	"strings"
	"testing"
)

func TestTooLarge(t *testing.T) {
	r, err := New(Options{MaxBytes: 1000})
	if err != nil {
		t.Fatal(err)
	}
	big := strings.Repeat("word ", 300)
	for _, name := range []string{"a.txt", "a.html", "a.tml"} {
		items, problems := r.ReadBytes(name, []byte(big))
		if len(items) != 0 || len(problems) != 1 || problems[0].Reason != "larger than 1000 bytes" {
			t.Errorf("%s: %s", name, show(items, problems))
		}
	}
	lines := `{"text":"` + big + `"}` + "\n" + `{"id":"b","text":"Small."}`
	items, problems := r.ReadBytes("a.jsonl", []byte(lines))
	if len(items) != 1 || items[0].Document.ID != "b" || len(problems) != 1 || problems[0].Line != 1 {
		t.Errorf("lines: %s", show(items, problems))
	}
}

// TestHostile feeds what once was slow or fatal in programs of this kind; each takes well below a second.
func TestHostile(t *testing.T) {
	r := reader(t, "")
	n := 100_000
	for name, in := range map[string]string{
		"deep.html":   "<html><body>" + strings.Repeat("<div>", n) + "A word in the depth." + strings.Repeat("</div>", n),
		"open.html":   strings.Repeat("<a href=x><b><i>", n) + "text",
		"breaks.html": "<html>" + strings.Repeat(")<br>", n),
		"table.html":  strings.Repeat("<table><tr><td>", n) + "x",
		"attr.html":   "<p " + strings.Repeat("a ", n) + ">x</p>",
		"h1.html":     "<h1>" + strings.Repeat("x<b></b>", n),
		"amp.html":    "<p>" + strings.Repeat("&amp", n),
		"ld.html":     `<script type="application/ld+json">` + strings.Repeat("[", 5000) + "</script><p>x",
		"lines.txt":   strings.Repeat("\n", n) + "x" + strings.Repeat("\na", n),
		"braces.txt":  strings.Repeat("{{", n) + "\n" + strings.Repeat("share\n", n),
		"quotes.txt":  strings.Repeat("\"", n) + "\n" + strings.Repeat("Sign up. ", n),
		"long.txt":    strings.Repeat("word ", n),
		"commas.txt":  "Published Nov" + strings.Repeat(",", n) + "\n\nText.",
		"open.jsonl":  strings.Repeat("{", n) + "\n" + `{"text":"x"}`,
		"deep.json":   strings.Repeat("[", n),
		"tags.tml":    "<TimeML><TEXT>" + strings.Repeat("<", n) + strings.Repeat("&", n),
		"front.txt":   "---\n" + strings.Repeat("a: b\n", n),
	} {
		items, problems := r.ReadBytes(name, []byte(in))
		check(t, items)
		if len(items)+len(problems) == 0 {
			t.Errorf("%s: nothing at all", name)
		}
	}
}
