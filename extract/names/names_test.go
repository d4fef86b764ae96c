package names_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/data"
	"dateline/extract"
	"dateline/extract/english"
	"dateline/extract/names"
	"dateline/extract/segment"
)

// stages are the stages up to names.
func stages(t testing.TB) extract.Pipeline {
	t.Helper()
	p, err := english.New(data.Files)
	if err != nil {
		t.Fatal(err)
	}
	return p[:1+slices.IndexFunc(p, func(s extract.Stage) bool { return s.Fills&extract.Mentions != 0 })]
}

// article makes a document with a paragraph per line.
func article(text string) *extract.Document {
	d := &extract.Document{ID: "test", Text: text}
	at := 0
	for _, line := range strings.SplitAfter(text, "\n") {
		if end := at + len(strings.TrimRight(line, "\n")); end > at {
			d.Paragraphs = append(d.Paragraphs, extract.Paragraph{Span: extract.Span{Start: at, End: end}})
		}
		at += len(line)
	}
	return d
}

func TestNames(t *testing.T) {
	p := stages(t)
	for _, c := range []struct{ text, want string }{
		{"Russian Foreign Minister Sergei Lavrov met John Kerry in Vienna.",
			"person Sergei Lavrov (Russian Foreign Minister), person John Kerry, place Vienna"},
		{"The Indonesian Navy rescued fishermen near Aceh on Monday.", "organization Indonesian Navy, place Aceh"},
		{"Reports from the Korean Central News Agency (KCNA) reached Seoul in August.",
			"organization Korean Central News Agency, organization KCNA, place Seoul"},
		{"Host President Recep Tayyip Erdogan spoke in Antalya.", "person Recep Tayyip Erdogan (Host President), place Antalya"},
		{"Many Iraqis left Mosul before Islamic State fled.", "group Iraqis, place Mosul, organization Islamic State"},
		{"Mr. Annan thanked the United Nations and Norway.", "person Annan (Mr.), organization United Nations, place Norway"},
		{"On Tuesday it rained in March, he said.", ""},
		{"Samsung sold the iPhone 4 beside its own phones, and iPods too.", "organization Samsung, product iPhone 4, product iPods"},
		{"A Boeing 777 of Malaysia Airlines left Perth.", "product Boeing 777, organization Malaysia Airlines, place Perth"},
		{"Pilgrims went to Mecca for the Hajj.", "place Mecca, event Hajj"},
		{"Senators debated the Patriot Act.", "law Patriot Act"},
		{"Sue Essex opened the school in Essex. Essex said it was late.", "person Sue Essex, place Essex, person Essex"},
		{"Kalverton Group said it would close. Workers at Kalverton were angry.", "organization Kalverton Group, organization Kalverton"},
		{"Dutchman Arnoud Berg won in Oslo.", "person Arnoud Berg, place Oslo"},
		{"It cost US$ 300 in Oslo.", "place Oslo"},
		{`The letter went to "Halvorsen, Martin" <mh@example.org>.`, "person Martin Halvorsen"},
		{"The Reagan-Gorbachev summit was long. Later Ronald Reagan met Mikhail Gorbachev again.",
			"person Reagan, person Gorbachev, person Ronald Reagan, person Mikhail Gorbachev"},
		{"Ann Berg-Okken spoke first. Berg-Okken was tired.", "person Ann Berg-Okken, person Berg-Okken"},
		{"The Social Democrats lost the vote in Berlin to the Christian Democrats, as British Muslims saw.",
			"group Social Democrats, place Berlin, group Christian Democrats, group Muslims"},
		{"European Commissioner for Agriculture Marian Okken spoke in Brussels.", "person Marian Okken, place Brussels"},
		{"UN Commissioner for Refugees Arnoud Okken resigned on Monday.", "organization UN, person Arnoud Okken"},
		{"The United Nations Economic Commission for Latin America published a long report about trade.",
			"organization United Nations Economic Commission for Latin America"},
		{"The Metropolitan Police Commissioner was asked in court.", "organization Metropolitan Police"},
		{"Florida Republican Connie Mack voted against the bill.", "place Florida, person Connie Mack"},
		{"The member for Hornsey and Wood Green spoke about the Tories.", "organization Hornsey and Wood Green, group Tories"},
		{"The winners were Matthew Berg - Okken and Peter Lund - Sora.", "person Matthew Berg, person Peter Lund"},
		{`The rapper Marion "Bello" Lund met his brother in Oslo.`, `person Marion "Bello" Lund (rapper), place Oslo`},
		{"Shells fell in the Orvaldu district of the town.", "place Orvaldu"},
		{"The Harbour Authority of Rotterdam closed a quay.", "organization Harbour Authority of Rotterdam"},
		{"We ate at Porto Bello's for once. Porto Bello's kitchen is in Oslo.", "place Porto Bello's, place Porto Bello's, place Oslo"},
		{"The Norwegian Parliament met in Oslo.", "organization Norwegian Parliament, place Oslo"},
		{"They moved from San Diego California to Oslo.", "place San Diego, place California, place Oslo"},
		{"Three astronauts reached the International Space Station.", "place International Space Station"},
		{"A cargo ship left for the ISS.", "place ISS"},
		{"Snow fell in eastern Norway.", "place Norway"},
		{"We visited Aunt Martha in Oslo.", "person Martha (Aunt), place Oslo"},
		{"Nordlund is a shipping firm in Oslo.", "organization Nordlund, place Oslo"},
		{"Exports to Asia - notably Sweden - fell.", "place Asia, place Sweden"},
		{"The film is about Ms Armistead.", "person Armistead (Ms)"},
		{"Nordlund, Inc. moved to Oslo.", "organization Nordlund, Inc., place Oslo"},
		{`She directed the film "Quiet Rivers of Oslo" and wrote a song called "Harbour".`, "work Quiet Rivers of Oslo, work Harbour"},
		{`"Grey Harbour," a novel by Ann Lee, sold well. He said "Ann Lee" twice.`, "work Grey Harbour, person Ann Lee, person Ann Lee"},
		{"The actress won an Oscar, her second Oscar, in Oslo.", "place Oslo"},
		{"In Oslo the minister thanked Chancellor for the gift.", "place Oslo"},
		{"Orsby is a Danish chain of shops. Prices at Orsby rose.", "organization Orsby, organization Orsby"},
		{"He sang with the rock band Tolvik in Oslo.", "organization Tolvik, place Oslo"},
		{"A storm hit the village of Marchetti on Monday.", "place Marchetti"},
		{"The Norland Harbour Inspection Office (NHIO) closed a quay. Ships that NHIO checked may sail.",
			"organization Norland Harbour Inspection Office, organization NHIO, organization NHIO"},
		{"Officials told UN Secretary-General Ban Ki-moon, U.S. Ambassador Gregory Holt and California Governor Ann Lee.",
			"organization UN, person Ban Ki-moon (Secretary-General), place U.S., person Gregory Holt (U.S. Ambassador), place California, person Ann Lee (Governor)"},
		{"Bernardo Gandulla moved to Oslo. A match for Gandulla was called off.", "person Bernardo Gandulla, place Oslo, person Gandulla"},
		{"Subscribe now. Monday was cold, and it said so.", ""},
	} {
		d := article(c.text)
		if err := p.Run(d); err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, m := range d.Mentions {
			if m.Form != extract.Name {
				continue
			}
			s := string(m.Kind) + " " + m.Name
			if m.Title != "" {
				s += " (" + m.Title + ")"
			}
			got = append(got, s)
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.text, s, c.want)
		}
	}
}

// TestConsistent checks that a surname that is clear once is a person where it is not.
func TestConsistent(t *testing.T) {
	d := article("Maria Paloma Hartwell won the vote.\nHartwell promised reform.\nVoters of Hartwell cheered.")
	if err := stages(t).Run(d); err != nil {
		t.Fatal(err)
	}
	for _, m := range d.Mentions {
		if m.Form == extract.Name && strings.HasSuffix(m.Name, "Hartwell") && m.Kind != "person" {
			t.Errorf("%s is a %s", m.Name, m.Kind)
		}
	}
}

func TestNominalsAndPronouns(t *testing.T) {
	d := article("The two leaders, who had met before, praised the company, and she thanked its workers.")
	if err := stages(t).Run(d); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, m := range d.Mentions {
		got = append(got, fmt.Sprintf("%s:%s:%c", m.Form, d.String(m.At), max(m.Gender, '-')))
	}
	all := strings.Join(got, " ")
	for _, want := range []string{"nominal:The two leaders:p", "pronoun:who:-", "nominal:the company:n", "pronoun:she:f", "pronoun:its:n"} {
		if !strings.Contains(all, want) {
			t.Errorf("no %s in %s", want, all)
		}
	}
}

// TestSpans checks what every mention promises.
func TestSpans(t *testing.T) {
	p := stages(t)
	for _, text := range hostile() {
		d := article(text)
		if err := p.Run(d); err != nil {
			t.Fatal(err)
		}
		for i, m := range d.Mentions {
			if m.At.From < 0 || m.At.To > len(d.Tokens) || m.At.Len() < 1 || !m.At.Has(m.Head) || m.Same != i {
				t.Fatalf("mention %d: %+v", i, m)
			}
			if s := d.SentenceOf(m.At.From); s != d.SentenceOf(m.At.To-1) {
				t.Errorf("%q goes beyond its sentence", m.Name)
			}
			if i > 0 && d.Mentions[i-1].At.From > m.At.From {
				t.Errorf("mentions %d and %d are out of order", i-1, i)
			}
		}
	}
}

// hostile are texts that no newsroom wrote.
func hostile() []string {
	return []string{
		"", " ", "\n\n", "- - -", "the the the", "President President President", "Mr. Mr. Mr.", "\"\"\"\"", "of of of",
		"al-al-al- Al- -Al", "'s 's 's", "U.S.U.S.U.S.", "١٢٣ Łódź \u202eevil\u202c \u200b", strings.Repeat("A", 10000),
		strings.Repeat("President ", 300) + "Smith", strings.Repeat("Ann and ", 300), "Prime", "the", "North Korean",
	}
}

// TestNearLinear checks that ten times the names cost not much more than ten times the time.
func TestNearLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	n, err := names.New(data.Files)
	if err != nil {
		t.Fatal(err)
	}
	s, err := segment.New(data.Files)
	if err != nil {
		t.Fatal(err)
	}
	for name, line := range map[string]func(i int) string{
		"one name":   func(int) string { return "Ann Lee met Bob Gray in Paris .\n" },
		"many names": func(i int) string { return fmt.Sprintf("Ann L%sx met Bob G%sy in Paris .\n", letters(i), letters(i)) },
	} {
		took := func(lines int) time.Duration {
			var b strings.Builder
			for i := range lines {
				b.WriteString(line(i))
			}
			d := article(b.String())
			if err := s.Stage().Run(d); err != nil {
				t.Fatal(err)
			}
			start := time.Now()
			if err := n.Stage().Run(d); err != nil {
				t.Fatal(err)
			}
			return time.Since(start)
		}
		took(100)
		small, large := took(2_000), took(20_000)
		if large > 40*small && large > 2*time.Second {
			t.Errorf("%s: %v for 2,000 lines, %v for 20,000", name, small, large)
		}
	}
}

func letters(i int) string {
	s := ""
	for ; i > 0 || s == ""; i /= 26 {
		s += string(rune('a' + i%26))
	}
	return s
}

func BenchmarkNames(b *testing.B) {
	p := stages(b)
	text := strings.Repeat("Russian Foreign Minister Sergei Lavrov said on Monday that the two leaders had agreed to talks in Vienna.\n", 200)
	d := article(text)
	if err := p[:3].Run(d); err != nil {
		b.Fatal(err)
	}
	b.ResetTimer()
	for range b.N {
		if err := p[3].Run(d); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(d.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}

// TestHolds keeps the names inside names.
func TestHolds(t *testing.T) {
	p := stages(t)
	d := article("The University of Cambridge and the Bank of England said so in Paris.")
	if err := p.Run(d); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, m := range d.Mentions {
		for _, h := range m.Holds {
			got = append(got, d.String(m.At)+" holds "+d.String(h.At)+" "+h.Known)
		}
	}
	if want := []string{"University of Cambridge holds Cambridge place/cambridge", "Bank of England holds England place/england"}; !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}
