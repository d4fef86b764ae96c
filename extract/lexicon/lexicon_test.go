package lexicon_test

import (
	"cmp"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"dateline/data"
	"dateline/extract"
	"dateline/extract/lexicon"
)

func open(t testing.TB) *lexicon.Lexicon {
	t.Helper()
	l, err := lexicon.Open(data.Files)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// words makes a document of one sentence whose tokens are divided by blanks.
func words(s string) *extract.Document {
	d := &extract.Document{Text: s}
	at := 0
	for _, w := range strings.Fields(s) {
		from := at + strings.Index(s[at:], w)
		at = from + len(w)
		d.Tokens = append(d.Tokens, extract.Token{Span: extract.Span{Start: from, End: at}})
	}
	d.Sentences = []extract.Sentence{{Range: extract.Range{From: 0, To: len(d.Tokens)}}}
	return d
}

func TestLongest(t *testing.T) {
	l := open(t)
	for _, c := range []struct {
		text string
		n    int
		id   string
		use  lexicon.Use
	}{
		{"Islamic State of Iraq and Syria said", 6, "organization/islamic-state", lexicon.Full},
		{"Islamic State said", 2, "organization/islamic-state", lexicon.Full},
		{"IS said", 1, "organization/islamic-state", lexicon.Full},
		{"Is it", 0, "", 0},
		{"us and", 0, "", 0},
		{"US and", 1, "place/united-states", lexicon.Full},
		{"U.S. troops", 1, "place/united-states", lexicon.Full},
		{"Al - Qaida fighters", 3, "organization/al-qaeda", lexicon.Full},
		{"al-Qaida fighters", 1, "organization/al-qaeda", lexicon.Full},
		{"al-Qaeda fighters", 1, "organization/al-qaeda", lexicon.Full},
		{"Fifa said", 1, "organization/fifa", lexicon.Full},
		{"FIFA said", 1, "organization/fifa", lexicon.Full},
		{"Kiev fell", 1, "place/kyiv", lexicon.Full},
		{"Erdogan spoke", 1, "person/recep-tayyip-erdogan", lexicon.Short},
		{"Recep Tayyip Erdoğan spoke", 3, "person/recep-tayyip-erdogan", lexicon.Full},
		{"Syrian forces", 1, "place/syria", lexicon.Adjective},
		{"Russians left", 1, "place/russia", lexicon.People},
		{"who knows", 0, "", 0},
		{"Washington , D.C. is", 1, "place/washington", lexicon.Full},
		{"McDonald 's opened", 2, "organization/mcdonalds", lexicon.Full},
		{"Democratic People 's Republic of Korea said", 6, "place/north-korea", lexicon.Full},
	} {
		n, refs := l.Scan(words(c.text)).Longest(0)
		if n != c.n {
			t.Errorf("%q: %d tokens, want %d", c.text, n, c.n)
			continue
		}
		if n > 0 && (refs[0].ID != c.id || refs[0].Use != c.use) {
			t.Errorf("%q: %s %d, want %s %d", c.text, refs[0].ID, refs[0].Use, c.id, c.use)
		}
	}
}

// TestThings looks up products, events, laws and works.
func TestThings(t *testing.T) {
	l := open(t)
	for name, id := range map[string]string{
		"iPhone": "product/iphone", "Second World War": "event/world-war-ii", "Geneva Convention": "law/geneva-conventions", "Quran": "work/koran",
	} {
		if r := l.Find(name); len(r) != 1 || r[0].ID != id || string(r[0].Kind)+"/" != id[:len(r[0].Kind)+1] {
			t.Errorf("%s is %v, want %s", name, r, id)
		}
	}
}

func TestTitle(t *testing.T) {
	text := open(t).Scan(words("Deputy Foreign Minister Lt. Gen. Mr"))
	n, title := text.Title(0)
	if n != 3 || title.Office != "deputy foreign minister" {
		t.Errorf("%d %v", n, title)
	}
	if n, title = text.Title(3); n != 2 || title.Sort != "rank" {
		t.Errorf("%d %v", n, title)
	}
	if n, title = text.Title(5); n != 1 || title.Gender != 'm' {
		t.Errorf("%d %v", n, title)
	}
}

func TestHolders(t *testing.T) {
	l := open(t)
	at := func(title, of string, y, m int) string {
		var ids []string
		for _, e := range l.Holders(title, of, lexicon.Month(y, m)) {
			ids = append(ids, e.ID)
		}
		return strings.Join(ids, " ")
	}
	if got := at("president", "place/russia", 2015, 9); got != "person/vladimir-putin" {
		t.Error(got)
	}
	if got := at("president", "place/russia", 2010, 1); got != "person/dmitry-medvedev" {
		t.Error(got)
	}
	if got := at("secretary-general", "organization/united-nations", 2005, 1); got != "person/kofi-annan" {
		t.Error(got)
	}
}

// TestOffices checks that each office is named in the plain form that titles lead to, has a term that ends after it begins,
// and has one holder at a time, a month of change and an acting one aside.
func TestOffices(t *testing.T) {
	l := open(t)
	type term struct {
		who      string
		from, to int
	}
	held := map[string][]term{}
	for i := range l.Entries {
		for _, o := range l.Entries[i].Offices {
			if title := l.Title(o.Title); title == nil || title.Office != o.Title {
				t.Errorf("%s: no title leads to %q", l.Entries[i].ID, o.Title)
			}
			to := o.To
			if to == 0 {
				to = lexicon.Month(2100, 1)
			}
			if to < o.From {
				t.Errorf("%s: %s ends before it begins", l.Entries[i].ID, o.Title)
			}
			held[o.Title+" of "+o.Of] = append(held[o.Title+" of "+o.Of], term{l.Entries[i].ID, o.From, to})
		}
	}
	for post, terms := range held {
		slices.SortFunc(terms, func(a, b term) int { return cmp.Or(a.from-b.from, a.to-b.to) })
		for i := 1; i < len(terms); i++ {
			if a, b := terms[i-1], terms[i]; a.to-b.from > 3 {
				t.Errorf("%s: %s and %s at once", post, a.who, b.who)
			}
		}
	}
}

// TestIDs checks that every entry can be found by its own name, and that its ID tells its kind.
func TestIDs(t *testing.T) {
	l := open(t)
	for i := range l.Entries {
		e := &l.Entries[i]
		found := false
		for _, r := range l.Find(e.Name) {
			found = found || r.ID == e.ID
		}
		if !found {
			t.Errorf("%s is not found as %q", e.ID, e.Name)
		}
	}
}

func TestFaults(t *testing.T) {
	files := fstest.MapFS{}
	for _, f := range []string{"countries", "regions", "cities", "organizations", "groups", "people", "things", "first-names", "titles", "nouns", "sorts", "seats", "not-names", "pronouns", "speech", "company-forms", "institutions", "parties", "wikidata"} {
		files["lexicon/"+f+".tsv"] = &fstest.MapFile{Data: []byte("# nothing\n")}
	}
	files["lexicon/people.tsv"].Data = []byte("# ok\nperson/a-b\tA B\t\t\tx\nperson/c\tC\t\t\tm\tking,place/nowhere,2001,\n")
	files["lexicon/cities.tsv"].Data = []byte("city/a\tA\n")
	files["lexicon/things.tsv"].Data = []byte("product/a\tA\nvessel/b\tB\n")
	files["lexicon/countries.tsv"].Data = []byte("place/here\tHere\n")
	files["lexicon/wikidata.tsv"].Data = []byte("place/here\t30\nplace/there\tQ30\nplace/here\tQ030\n")
	files["lexicon/parties.tsv"].Data = []byte("Blues\torganization/blues\n")
	_, err := lexicon.Open(files)
	if err == nil {
		t.Fatal("no error")
	}
	for _, want := range []string{
		`lexicon/people.tsv:2:18: gender "x"`,
		`lexicon/people.tsv:3:16: month "2001"`,
		`lexicon/cities.tsv:1:1: id "city/a"`,
		`lexicon/things.tsv:2:1: id "vessel/b"`,
		`lexicon/wikidata.tsv:1:12: "30" is no item of Wikidata`,
		`lexicon/wikidata.tsv:2:1: no entry has the id "place/there"`,
		`lexicon/wikidata.tsv:3:12: "Q030" is no item of Wikidata`,
		`lexicon/parties.tsv:1:7: no entry has the id "organization/blues"`,
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("no %q in\n%v", want, err)
		}
	}
}

func FuzzScan(f *testing.F) {
	l := open(f)
	for _, s := range []string{"Islamic State - - of", "a ’s Łódź al-al-al", "\xff\xfe U.S. 's's", "- - -"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d := words(s)
		text := l.Scan(d)
		for i := range d.Tokens {
			if n, refs := text.Longest(i); n < 0 || i+n > len(d.Tokens) || n > 0 != (len(refs) > 0) {
				t.Fatalf("token %d: %d tokens, %d refs", i, n, len(refs))
			}
			if n, _ := text.Title(i); i+n > len(d.Tokens) {
				t.Fatal("title past the end")
			}
		}
	})
}

func BenchmarkOpen(b *testing.B) {
	for b.Loop() {
		if _, err := lexicon.Open(data.Files); err != nil {
			b.Fatal(err)
		}
	}
}

// TestWikidata checks that the file of numbers has every entry and every number once.
func TestWikidata(t *testing.T) {
	l := open(t)
	items := map[string]string{}
	for i := range l.Entries {
		e := &l.Entries[i]
		if e.Wikidata == "" {
			continue
		}
		if other, old := items[e.Wikidata]; old {
			t.Errorf("%s is both %s and %s", e.Wikidata, other, e.ID)
		}
		items[e.Wikidata] = e.ID
	}
	if len(items) < 400 {
		t.Errorf("%d items", len(items))
	}
}

// laidOver is a folder with files of a user's own over another.
type laidOver struct{ own, under fs.FS }

func (o laidOver) Open(name string) (fs.File, error) {
	if f, err := o.own.Open(name); err == nil {
		return f, nil
	}
	return o.under.Open(name)
}

// TestOwn checks that a user's own lines add entries and replace them, and that the rest stays.
func TestOwn(t *testing.T) {
	own := fstest.MapFS{
		"lexicon/own/people.tsv":   {Data: []byte("# mine\nperson/eva-lund\tEva Lund\tLund\t\tf\nperson/barack-obama\tBarack H. Obama\t\t\tm\n")},
		"lexicon/own/wikidata.tsv": {Data: []byte("person/eva-lund\tQ1000000001\nplace/norway\tQ2\n")},
	}
	l, err := lexicon.Open(laidOver{own, data.Files})
	if err != nil {
		t.Fatal(err)
	}
	if e := l.Entry("person/eva-lund"); e == nil || e.Name != "Eva Lund" || e.Wikidata != "Q1000000001" {
		t.Errorf("added: %+v", e)
	}
	if e := l.Entry("person/barack-obama"); e == nil || e.Name != "Barack H. Obama" || len(e.Offices) > 0 || len(l.Find("Obama")) > 0 {
		t.Errorf("replaced: %+v, Obama is %v", e, l.Find("Obama"))
	}
	if e := l.Entry("place/norway"); e == nil || e.Wikidata != "Q2" {
		t.Errorf("another item: %+v", e)
	}
	if e := l.Entry("person/vladimir-putin"); e == nil || e.Wikidata == "" {
		t.Errorf("untouched: %+v", e)
	}
	own["lexicon/own/people.tsv"].Data = []byte("person/x\n")
	if _, err := lexicon.Open(laidOver{own, data.Files}); err == nil || !strings.Contains(err.Error(), "lexicon/own/people.tsv:1:") {
		t.Errorf("a line without a name: %v", err)
	}
}

// TestAbstain checks that what no table has refers to nothing.
func TestAbstain(t *testing.T) {
	l := open(t)
	for _, name := range []string{"Quillhaven", "Tamsin Orrowby", "Harbour Mill Works", "", "-", "!"} {
		if refs := l.Find(name); len(refs) > 0 {
			t.Errorf("%q is %v", name, refs)
		}
	}
	if e := l.Entry("person/tamsin-orrowby"); e != nil {
		t.Errorf("%+v", e)
	}
}
