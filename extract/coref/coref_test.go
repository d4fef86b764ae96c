package coref_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"dateline/data"
	"dateline/extract"
	"dateline/extract/coref"
	"dateline/extract/english"
	"dateline/graph"
)

// stages are the stages up to coref.
func stages(t testing.TB) extract.Pipeline {
	t.Helper()
	p, err := english.New(data.Files)
	if err != nil {
		t.Fatal(err)
	}
	return p[:1+slices.IndexFunc(p, func(s extract.Stage) bool { return s.Fills&extract.Chains != 0 })]
}

// article makes a document with a paragraph per line, published on 30 September 2015.
func article(text string) *extract.Document {
	d := &extract.Document{ID: "test", Text: text, Published: graph.DayOf(graph.Date{Year: 2015, Month: 9, Day: 30})}
	at := 0
	for _, line := range strings.SplitAfter(text, "\n") {
		if end := at + len(strings.TrimRight(line, "\n")); end > at {
			d.Paragraphs = append(d.Paragraphs, extract.Paragraph{Span: extract.Span{Start: at, End: end}})
		}
		at += len(line)
	}
	return d
}

// first is the mention with these words that comes first; with "~" and a number behind, a later one.
func first(d *extract.Document, words string) int {
	words, number, _ := strings.Cut(words, "~")
	n := 1
	fmt.Sscan(number, &n)
	for i := range d.Mentions {
		if d.String(d.Mentions[i].At) == words {
			if n--; n == 0 {
				return i
			}
		}
	}
	return -1
}

// cases: "a = b" are one, "a != b" are not, "a : known" is that entry, "a has b c" is several, "a stands id" acts for a state,
// "a called b" has that name in the end, "a is local" counts within its article.
var cases = []struct{ name, text, want string }{
	{"surname", "Fuad Basya spoke in Jakarta.\nBasya said a warship had been sent.", "Fuad Basya = Basya"},
	{"surname first", "Rathke denied it.\nA day later Jeff Rathke spoke again.", "Rathke = Jeff Rathke"},
	{"two of one surname", "Anna Berg and Karl Berg met in Oslo.\nMrs Berg smiled.", "Anna Berg != Karl Berg; Berg = Anna Berg; Berg != Karl Berg"},
	{"particle", "President Bashar al-Assad spoke.\nAssad is in Damascus.\nBashar Assad left.", "Bashar al-Assad = Assad; Bashar al-Assad = Bashar Assad"},
	{"known by surname", "Obama and Putin met in New York.", "Obama : person/barack-obama; Putin : person/vladimir-putin; Obama != Putin"},
	{"names of one group", "Islamic State took Mosul.\nISIL fled.\nDaesh lost Raqqa, and ISIS said nothing.", "Islamic State = ISIL; Islamic State = Daesh; Islamic State = ISIS"},
	{"brackets", "The Harbour Pilots Union (HPU) called a strike.\nThe HPU said it would last.", "Harbour Pilots Union = HPU"},
	{"acronym of another", "BNP leader Karl Berg was arrested.\nThe British National Party denied it.", "BNP = British National Party"},
	{"variant", "Fighting went on in Kiev.\nKyiv was quiet later.", "Kiev = Kyiv"},
	{"country in front", "The US State Department denied it.\nThe State Department spoke later.", "US State Department = State Department"},
	{"office", "The Russian president spoke at the UN on Monday.\nPutin praised the meeting.", "The Russian president = Putin; The Russian president : person/vladimir-putin"},
	{"office in the article", "President Donald Trump visited Kabul.\nThe president praised the team.", "Donald Trump = The president"},
	{"his minister", "Hollande sent his foreign minister to Vienna.", "his foreign minister : person/laurent-fabius"},
	{"deputy", "Russia's deputy defence minister spoke on Monday.\nShoigu stayed away.", "Russia's deputy defence minister != Shoigu"},
	{"title with of", "The US Secretary of State met ministers.", "The US Secretary : person/john-kerry"},
	{"title over the name", "Merkel praised Mr Kerry, who left.", "Kerry = who"},
	{"shadow", "Shadow foreign secretary Karl Berg spoke in Leeds.\nThe foreign secretary hit back.", "Karl Berg != The foreign secretary"},
	{"spokesman", "Tony Blair spoke in Leeds.\nThe prime minister's spokesman spoke later.", "Tony Blair != The prime minister's spokesman"},
	{"father and son", "Martin Luther King Sr spoke in Atlanta.\nMartin Luther King Jr spoke in Washington.", "Martin Luther King != Martin Luther King Jr; Martin Luther King called Martin Luther King Sr"},
	{"brothers of one long surname", "Shaun Wright-Phillips scored twice.\nWright-Phillips was praised.\nBradley Wright-Phillips watched.", "Shaun Wright-Phillips != Bradley Wright-Phillips"},
	{"no business", "The Welsh Government met.\nThe business closed.", "Welsh Government != The business"},
	{"former office", "The former Russian president spoke on Monday.\nPutin stayed away.", "The former Russian president != Putin"},
	{"two leaders", "Obama met Putin in New York.\nThe two leaders agreed on talks.", "The two leaders has Obama Putin"},
	{"they", "Putin and Obama met.\nThey agreed on talks.", "They has Obama Putin"},
	{"he", "John Kerry visited Vienna on Monday.\nHe met ministers.", "John Kerry = He"},
	{"she", "Angela Merkel met John Kerry.\nShe praised him.", "Angela Merkel = She; John Kerry = him; She != him"},
	{"his", "Francois Hollande cancelled his visit.", "Francois Hollande = his"},
	{"not himself", "John Kerry met him in Vienna.", "John Kerry != him"},
	{"it is a company", "Nokia said that it would close its plant in Bochum.", "Nokia = it; Nokia = its"},
	{"it is a noun", "The ministry sent Nokia a letter. Nobody had read it.", "Nokia != it"},
	{"she is not her mother", "Eva Lund lives with her mother.\nShe is a judge.", "Eva Lund = her; Eva Lund = She"},
	{"apposition", "Ann Tolliver, the chief engineer, resigned.", "Ann Tolliver = the chief engineer"},
	{"he after a relative clause", "Obama said that he had come to end the war, and that he would stay.\nPutin, who last spoke here in 2005, disagreed. He called for talks.", "Putin = He"},
	{"he after another's clause", "Eva Lund met Karl Berg in Oslo.\nKarl Berg echoed what was said of the way Mr Harrow brought in the rules. He called for talks.", "Karl Berg = He; Harrow != He"},
	{"he after his own quotation", "Karl Berg told Mr Harrow: \"I am willing to go.\" He would not discuss a date.", "Karl Berg = I; Karl Berg = He"},
	{"nobody jails himself", "Karl Berg spoke in Oslo.\nA guard played a part in jailing him.", "A guard != him; Karl Berg = him"},
	{"relative", "Karl Berg, who lives in Oslo, won.", "Karl Berg = who"},
	{"quote", "\"I believe in peace,\" Sergei Lavrov said.", "I = Sergei Lavrov"},
	{"quote before him", "Sergei Lavrov spoke in Vienna.\n\"I believe in peace,\" he said.", "he = Sergei Lavrov; I = Sergei Lavrov"},
	{"quote in a letter", "Karl Berg resigned in a letter stating, \"I have done my duty.\"", "I = Karl Berg"},
	{"who we are", "\"We came early,\" said the teacher. \"They saw us.\"\nKarl Berg left.", "We != Karl Berg"},
	{"copula", "Siemens is an engineering firm in Munich.\nThe firm has ten plants.", "Siemens = The firm"},
	{"what a clause picks out", "The Labour Party held a meeting.\nVoters gave their seats to the party which won them.", "Labour Party != the party"},
	{"no army board", "The Army Board met in Edinburgh.\nThe Army sent a letter.", "Army Board != Army"},
	{"denied copula", "Siemens is not a bank.\nThe bank closed.", "Siemens != The bank"},
	{"same noun", "The Grand Mosque was full.\nWorkers enlarge the mosque.", "Grand Mosque = the mosque"},
	{"country adjective", "Russian troops left.\nPutin spoke.", "Russian troops != Putin"},
	{"surname in a list of players", "Bristol won the match on Saturday.\nSubs not used: Morgan, Rasmussen, Putin, Lombard.", "Putin : "},
	{"place in a list of players", "Scotland beat Italy.\nSubs not used: Wilson, Ritchie, Scotland, Robson, Crawford.", "Scotland != Scotland~2"},
	{"surname without its country", "Powell won in Oslo.", "Powell : "},
	{"several firms", "Siemens and Nokia met.\nSony stayed away.\nThe firms signed a deal.", "Sony != The firms"},
	{"seats", "The Kremlin denied it.\nMoscow said no.\nRain fell in Moscow.", "Kremlin stands place/russia; Moscow stands place/russia; Moscow~2 stands "},
	{"legal form", "Harbour Freight International Inc said profit fell.\nHarbour Freight International has ten ships.", "Harbour Freight International Inc = Harbour Freight International; Harbour Freight International Inc called Harbour Freight International"},
	{"legal form of a known firm", "Boeing Co said profit fell.", "Boeing Co : organization/boeing"},
	{"whose court", "India's Supreme Court ruled against the ministry on Monday.\nThe Supreme Court sits in Delhi.", "Supreme Court called Indian Supreme Court"},
	{"the court of the country told of", "The United States and American lawyers welcomed it in the United States.\nThe Supreme Court ruled on Monday.", "Supreme Court : organization/us-supreme-court"},
	{"a court of nobody knows where", "The Supreme Court ruled on Monday.", "Supreme Court called Supreme Court; Supreme Court is local"},
	{"party by its followers", "Tories in the United Kingdom elected a leader.\nThe Conservative Party met in Leeds.", "Tories = Conservative Party; Tories : organization/conservative-party"},
	{"party by its country", "The Conservatives won in Canada, Canada's broadcaster said.", "Conservatives : organization/conservative-party-of-canada"},
	{"one people", "A Briton was hurt in Oslo.\nTwo Britons left.", "Briton called Britons; Britons called Britons"},
	{"title that is part of a name", "Prince Harry spoke in Leeds.\nHarry smiled.", "Harry : person/prince-harry; Harry~2 : person/prince-harry"},
	{"an award", "Oscar nominee Eva Lund spoke in Leeds.\nShe hopes for an Oscar.", "Oscar : event/academy-awards"},
	{"nobody's award", "Karl Berg spoke to Oscar in Leeds.\nOscar smiled.", "Oscar : ; Oscar = Oscar~2"},
	{"lord", "Lord Harrowmere spoke in Leeds.\nHarrowmere sat down.", "Harrowmere called Lord Harrowmere; Harrowmere = Harrowmere~2"},
	{"games are no city", "The Athens Olympics were held in 2004.\nThe team flew to Athens.", "Athens Olympics != Athens"},
	{"whose cup", "The World Cup begins in June.\nThe Rugby World Cup is another one.", "World Cup != Rugby World Cup"},
	{"numbers tell apart", "The Boeing 777 landed and the Boeing 787 left.", "Boeing 777 != Boeing 787"},
	{"city and country", "Moscow said no.\nRussia sent jets.", "Moscow != Russia"},
}

func TestChains(t *testing.T) {
	p := stages(t)
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			d := article(c.text)
			if err := p.Run(d); err != nil {
				t.Fatal(err)
			}
			for _, want := range strings.Split(c.want, "; ") {
				check(t, d, want)
			}
		})
	}
}

// TestTerms checks that an office is its holder's at the date of the article, and nobody's whom the tables do not have.
func TestTerms(t *testing.T) {
	p := stages(t)
	for _, c := range []struct {
		text, office, want string
		year, month        int
	}{
		{"The US secretary of state met ministers in Oslo.", "The US secretary of state", "person/madeleine-albright", 1999, 5},
		{"The US secretary of state met ministers in Oslo.", "The US secretary of state", "person/colin-powell", 2003, 5},
		{"The US secretary of state met ministers in Oslo.", "The US secretary of state", "person/john-kerry", 2015, 5},
		{"The British foreign secretary met ministers in Oslo.", "The British foreign secretary", "person/jack-straw", 2003, 5},
		{"The French president met ministers in Oslo.", "The French president", "person/jacques-chirac", 2005, 2},
		{"The French president met ministers in Oslo.", "The French president", "person/emmanuel-macron", 2018, 2},
		{"The French president met ministers in Oslo.", "The French president", "", 0, 0},
		{"The Tuvaluan prime minister met ministers in Oslo.", "The Tuvaluan prime minister", "", 2015, 5},
	} {
		d := article(c.text)
		d.Published = graph.Time{}
		if c.year > 0 {
			d.Published = graph.DayOf(graph.Date{Year: c.year, Month: c.month, Day: 15})
		}
		if err := p.Run(d); err != nil {
			t.Fatal(err)
		}
		i := first(d, c.office)
		if i < 0 {
			i = first(d, strings.TrimSuffix(c.office, " of state"))
		}
		if i < 0 || d.Mentions[i].Known != c.want {
			t.Errorf("%s in %d: %d is not %q", c.office, c.year, i, c.want)
		}
	}
}

func check(t *testing.T, d *extract.Document, want string) {
	t.Helper()
	find := func(words string) int {
		i := first(d, words)
		if i < 0 {
			t.Fatalf("no mention %q", words)
		}
		return i
	}
	if a, b, ok := strings.Cut(want, " != "); ok {
		if i, k := find(a), find(b); d.Mentions[i].Same == d.Mentions[k].Same {
			t.Errorf("%s, but they are one by %s, %s", want, d.Mentions[i].By, d.Mentions[k].By)
		}
	} else if a, b, ok := strings.Cut(want, " = "); ok {
		i, k := find(a), find(b)
		if d.Mentions[i].Same != d.Mentions[k].Same {
			t.Errorf("%s does not hold", want)
		}
		if later := max(i, k); !strings.HasPrefix(d.Mentions[later].By, "coref/") {
			t.Errorf("%s by no rule: %s", want, d.Mentions[later].By)
		}
	} else if a, id, ok := strings.Cut(want, " stands "); ok {
		if m := d.Mentions[find(a)]; m.Stands != id {
			t.Errorf("%s stands for %q, want %q", a, m.Stands, id)
		}
	} else if a, name, ok := strings.Cut(want, " called "); ok {
		if m := d.Mentions[find(a)]; m.Name != name {
			t.Errorf("%s is called %q, want %q", a, m.Name, name)
		}
	} else if a, ok := strings.CutSuffix(want, " is local"); ok {
		if m := d.Mentions[find(a)]; !m.Local {
			t.Errorf("%s counts in other articles", a)
		}
	} else if a, id, ok := strings.Cut(want, " : "); ok {
		if m := d.Mentions[find(a)]; m.Known != id {
			t.Errorf("%s is %q, want %s", a, m.Known, id)
		}
	} else if a, list, ok := strings.Cut(want, " has "); ok {
		m := d.Mentions[find(a)]
		words := strings.Fields(list)
		if len(m.Members) != len(words) {
			t.Fatalf("%s has members %v", a, m.Members)
		}
		for _, w := range words {
			is := false
			for _, k := range m.Members {
				is = is || d.Mentions[k].Same == d.Mentions[find(w)].Same
			}
			if !is {
				t.Errorf("%s does not have %s", a, w)
			}
		}
	}
}

// TestLaws checks what holds for every article: Same names the first of its chain, members are mentions that name
// themselves the first, a chain agrees on name and entry, and a second run changes nothing.
func TestLaws(t *testing.T) {
	p := stages(t)
	var all strings.Builder
	for _, c := range cases {
		all.WriteString(c.text + "\n")
	}
	for _, text := range []string{all.String(), "", "\"\"\" \"", "He he he him his.", "The two the both both.", strings.Repeat("\"I,\" ", 300)} {
		d, again := article(text), article(text)
		if err := p.Run(d); err != nil {
			t.Fatal(err)
		}
		if err := p.Run(again); err != nil {
			t.Fatal(err)
		}
		for i, m := range d.Mentions {
			f := d.Mentions[m.Same]
			if m.Same > i || f.Same != m.Same {
				t.Errorf("mention %d: same %d, whose same is %d", i, m.Same, f.Same)
			}
			if m.Known != f.Known || m.Form == extract.Name && f.Form == extract.Name && m.Name != f.Name {
				t.Errorf("%q is %s, but first %q is %s", m.Name, m.Known, f.Name, f.Known)
			}
			for _, k := range m.Members {
				if k < 0 || k >= len(d.Mentions) {
					t.Errorf("member %d of mention %d", k, i)
				}
			}
			if fmt.Sprint(m) != fmt.Sprint(again.Mentions[i]) {
				t.Errorf("second run: %v, first %v", again.Mentions[i], m)
			}
		}
	}
}

// TestModelFaults checks that a model with a line that means nothing is refused, with the place.
func TestModelFaults(t *testing.T) {
	for file, want := range map[string]string{
		"# fine\nit distance 1\tx\n":   `models/antecedents.tsv:2:15: weight "x"`,
		"it distance 1\t1\nshe hat\t1": `models/antecedents.tsv:2:1: no weight is for "she hat"`,
	} {
		_, err := coref.With(fstest.MapFS{coref.Path: {Data: []byte(file)}}, nil)
		if err == nil || err.Error() != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

// flood is a document of n lines made by hand: one person named and a pronoun in each.
func flood(n int, name func(i int) string) *extract.Document {
	var text strings.Builder
	d := &extract.Document{ID: "flood"}
	for i := range n {
		words := append(strings.Fields(name(i)), "saw", "him", ".")
		from := len(d.Tokens)
		for k, w := range words {
			at := text.Len()
			text.WriteString(w + " ")
			d.Tokens = append(d.Tokens, extract.Token{Span: extract.Span{Start: at, End: at + len(w)}, Head: from + 2, Rel: "dep", Lemma: w})
			if k == 2 {
				d.Tokens[from+2].Head, d.Tokens[from+2].Rel, d.Tokens[from+2].UPOS = -1, "root", "VERB"
			}
		}
		d.Tokens[from].Rel = "nsubj"
		to := len(d.Tokens)
		d.Sentences = append(d.Sentences, extract.Sentence{Range: extract.Range{From: from, To: to}, Span: extract.Span{Start: d.Tokens[from].Start, End: d.Tokens[to-1].End}})
		d.Mentions = append(d.Mentions,
			extract.Mention{At: extract.Range{From: from, To: from + 2}, Head: from, Kind: graph.Person, Form: extract.Name, Name: name(i)},
			extract.Mention{At: extract.Range{From: from + 3, To: from + 4}, Head: from + 3, Kind: graph.Person, Form: extract.Pronoun, Name: "him", Gender: 'm'})
	}
	d.Text = text.String()
	return d
}

// TestNearLinear checks that a hundred thousand mentions, of one name, of as many names, of as many persons of one
// surname, and of acronyms, cost time in keeping with their number.
func TestNearLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	c, err := coref.New(data.Files)
	if err != nil {
		t.Fatal(err)
	}
	for kind, name := range map[string]func(i int) string{
		"one name":    func(int) string { return "Ann Lee" },
		"many names":  func(i int) string { return fmt.Sprintf("A%dx B%dy", i, i) },
		"one surname": func(i int) string { return fmt.Sprintf("A%dx Smith", i) },
		"initials":    func(i int) string { return fmt.Sprintf("%c Smith", 'A'+i%26) },
	} {
		took := func(n int) time.Duration {
			d := flood(n, name)
			start := time.Now()
			if err := c.Stage().Run(d); err != nil {
				t.Fatal(err)
			}
			return time.Since(start)
		}
		took(100)
		small, large := took(10_000), took(100_000)
		if large > 40*small && large > 3*time.Second {
			t.Errorf("%s: %v for 10,000, %v for 100,000", kind, small, large)
		}
	}
}

func BenchmarkCoref(b *testing.B) {
	p := stages(b)
	var all strings.Builder
	for range 20 {
		for _, c := range cases {
			all.WriteString(c.text + "\n")
		}
	}
	d := article(all.String())
	if err := p[:4].Run(d); err != nil {
		b.Fatal(err)
	}
	before := append([]extract.Mention(nil), d.Mentions...)
	b.ResetTimer()
	for range b.N {
		d.Mentions = append(d.Mentions[:0], before...)
		if err := p[4].Run(d); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(d.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}
