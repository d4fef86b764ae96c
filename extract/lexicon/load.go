package lexicon

import (
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"dateline/graph"
)

// source is one table: its file, how many columns it has, and what reads a line.
type source struct {
	File    string
	Columns int
	Read    func(*Lexicon, *row) error
}

// tables are all files, in the order they are read; where a name means several things, the earlier stands first.
var tables = []source{
	{"countries.tsv", 8, (*Lexicon).country},
	{"organizations.tsv", 5, (*Lexicon).organization},
	{"people.tsv", 6, (*Lexicon).person},
	{"things.tsv", 5, (*Lexicon).thing},
	{"regions.tsv", 7, (*Lexicon).region},
	{"groups.tsv", 4, (*Lexicon).group},
	{"cities.tsv", 5, (*Lexicon).city},
	{"first-names.tsv", 2, (*Lexicon).firstName},
	{"titles.tsv", 6, (*Lexicon).titleRow},
	{"nouns.tsv", 4, (*Lexicon).noun},
	{"sorts.tsv", 2, (*Lexicon).sort},
	{"seats.tsv", 2, (*Lexicon).seat},
	{"not-names.tsv", 2, (*Lexicon).never},
	{"pronouns.tsv", 5, (*Lexicon).pronoun},
	{"speech.tsv", 1, (*Lexicon).verb},
	{"company-forms.tsv", 2, (*Lexicon).form},
	{"institutions.tsv", 2, (*Lexicon).institution},
	{"parties.tsv", 2, (*Lexicon).party},
	{"wikidata.tsv", 2, (*Lexicon).wikidata},
}

// Own is the folder of a user's own lines, in files named as those of the lexicon: they come before these, and of what
// stands in the first column of one of them the lines here do not count.
const Own = "lexicon/own/"

func (l *Lexicon) load(files fs.FS, s source) error {
	own, err := fs.ReadFile(files, Own+s.File)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s%s: %w", Own, s.File, err)
	}
	replaced := map[string]bool{}
	faults := each(Own+s.File, string(own), s.Columns, func(r *row) error {
		replaced[r.cell(0)] = true
		return s.Read(l, r)
	})
	path := "lexicon/" + s.File
	b, err := fs.ReadFile(files, path)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	faults = append(faults, each(path, string(b), s.Columns, func(r *row) error {
		if replaced[r.cell(0)] {
			return nil
		}
		return s.Read(l, r)
	})...)
	return errors.Join(faults...)
}

// add puts an entry in and its name with it.
func (l *Lexicon) add(r *row, e Entry) (int32, error) {
	e.ID, e.Name = r.cell(0), r.cell(1)
	if e.Name == "" {
		return 0, r.fault(1, "no name")
	}
	if !strings.HasPrefix(e.ID, string(e.Kind)+"/") {
		return 0, r.fault(0, "id %q does not begin with %q", e.ID, string(e.Kind)+"/")
	}
	if _, twice := l.byID[e.ID]; twice {
		return 0, r.fault(0, "id %q stands twice", e.ID)
	}
	n := int32(len(l.Entries))
	l.Entries = append(l.Entries, e)
	l.byID[e.ID] = n
	l.link(n, e.Name, Full)
	return n, nil
}

// link lets a phrase refer to entry n.
func (l *Lexicon) link(n int32, phrase string, use Use) {
	slot := l.names.put(phrase)
	c := capsOf(phrase)
	for i := *slot; i > 0; i = l.refs[i-1].next {
		if r := &l.refs[i-1]; r.entry == n && r.use == use { // "FIFA" and "Fifa": either will do
			r.caps, r.lower = r.caps && c == capsAll, r.lower || c == capsNone
			return
		}
	}
	l.refs = append(l.refs, ref{n, 0, use, c == capsAll, c == capsNone})
	if *slot <= 0 {
		*slot = int32(len(l.refs))
		return
	}
	last := *slot
	for l.refs[last-1].next != 0 {
		last = l.refs[last-1].next
	}
	l.refs[last-1].next = int32(len(l.refs))
}

// links does so for all phrases of column i.
func (l *Lexicon) links(n int32, r *row, i int, use Use) {
	r.list(i, func(s string) { l.link(n, s, use) })
}

func (l *Lexicon) country(r *row) error {
	n, err := l.add(r, Entry{Kind: graph.Place, Sort: "country", Adjectives: r.words(3), People: plural(r.cell(4))})
	if err != nil {
		return err
	}
	l.links(n, r, 2, Full)
	l.links(n, r, 3, Adjective)
	l.links(n, r, 4, People)
	return nil
}

// plural is the plural among the words for a people, parted by "|": the first that ends in "s", else the last.
func plural(words string) string {
	last := ""
	for w := range strings.SplitSeq(words, "|") {
		if last = w; strings.HasSuffix(w, "s") {
			break
		}
	}
	return last
}

func (l *Lexicon) region(r *row) error {
	n, err := l.add(r, Entry{Kind: graph.Place, Sort: r.cell(4), Country: r.cell(3), Adjectives: r.words(5), People: plural(r.cell(6))})
	if err != nil {
		return err
	}
	l.links(n, r, 2, Full)
	l.links(n, r, 5, Adjective)
	l.links(n, r, 6, People)
	return nil
}

func (l *Lexicon) city(r *row) error {
	e := Entry{Kind: graph.Place, Sort: "city", Country: r.cell(3)}
	if s := r.cell(4); s != "" {
		v, err := strconv.Atoi(s)
		if err != nil {
			return r.fault(4, "population %q is not a number", s)
		}
		e.Population = v
	}
	n, err := l.add(r, e)
	if err != nil {
		return err
	}
	l.links(n, r, 2, Full)
	return nil
}

func (l *Lexicon) organization(r *row) error {
	n, err := l.add(r, Entry{Kind: graph.Organization, Sort: r.cell(3), Country: r.cell(4)})
	if err != nil {
		return err
	}
	l.links(n, r, 2, Full)
	return nil
}

// thing reads a product, event, law or work: its id says which.
func (l *Lexicon) thing(r *row) error {
	kind, _, _ := strings.Cut(r.cell(0), "/")
	switch k := graph.Kind(kind); k {
	case graph.Product, graph.Occasion, graph.Law, graph.Work:
		n, err := l.add(r, Entry{Kind: k, Sort: r.cell(3), Country: r.cell(4)})
		if err != nil {
			return err
		}
		l.links(n, r, 2, Full)
		return nil
	default:
		return r.fault(0, "id %q does not begin with product/, event/, law/ or work/", r.cell(0))
	}
}

func (l *Lexicon) group(r *row) error {
	n, err := l.add(r, Entry{Kind: graph.Group, Sort: r.cell(3)})
	if err != nil {
		return err
	}
	l.links(n, r, 2, Full)
	return nil
}

func (l *Lexicon) person(r *row) error {
	gender, err := r.gender(4)
	if err != nil {
		return err
	}
	e := Entry{Kind: graph.Person, Gender: gender}
	r.list(5, func(s string) {
		o, bad := office(s)
		if bad != "" {
			err = r.fault(5, "%s", bad)
		}
		e.Offices = append(e.Offices, o)
	})
	if err != nil {
		return err
	}
	n, err := l.add(r, e)
	if err != nil {
		return err
	}
	l.links(n, r, 2, Short)
	l.links(n, r, 3, Full)
	for _, o := range e.Offices {
		p := post{o.Title, o.Of}
		if h := l.holders[p]; len(h) == 0 || h[len(h)-1] != n {
			l.holders[p] = append(h, n)
		}
	}
	return nil
}

// office reads "president,place/france,2012-05,2017-05"; bad tells what is wrong with it.
func office(s string) (o Office, bad string) {
	part := strings.Split(s, ",")
	if len(part) != 4 {
		return o, fmt.Sprintf("office %q is not office,id,first month,last month", s)
	}
	o.Title, o.Of = part[0], part[1]
	for i, to := range []*int{&o.From, &o.To} {
		t := part[2+i]
		if t == "" && i == 1 {
			continue
		}
		y, err1 := strconv.Atoi(t[:max(len(t)-3, 0)])
		m, err2 := strconv.Atoi(t[max(len(t)-2, 0):])
		if err1 != nil || err2 != nil || len(t) != 7 || m < 1 || m > 12 {
			return o, fmt.Sprintf("month %q is not YYYY-MM", t)
		}
		*to = Month(y, m)
	}
	return o, ""
}

// Month counts months from year 0, as Office does.
func Month(year, month int) int { return year*12 + month - 1 }

func (l *Lexicon) firstName(r *row) error {
	g, err := r.gender(1)
	if err == nil && g == 0 {
		err = r.fault(1, "no gender")
	}
	l.first[fold(r.cell(0))] = g
	return err
}

func (l *Lexicon) titleRow(r *row) error {
	g, err := r.gender(3)
	if err != nil {
		return err
	}
	t := Title{Words: r.cell(0), Sort: r.cell(1), Office: r.cell(2), Gender: g, Peer: r.cell(4) == "peer", Field: r.cell(5)}
	switch t.Sort {
	case "honorific", "office", "royal", "rank", "qualifier", "past":
	default:
		return r.fault(1, "%q is not honorific, office, royal, rank, qualifier or past", t.Sort)
	}
	slot := l.titles.put(t.Words)
	if *slot > 0 {
		return nil // "Mr" and "Mr." are one
	}
	l.title = append(l.title, t)
	*slot = int32(len(l.title))
	return nil
}

func (l *Lexicon) noun(r *row) error {
	g, err := r.gender(2)
	if err != nil {
		return err
	}
	switch k := graph.Kind(r.cell(1)); k {
	case graph.Person, graph.Organization, graph.Group, graph.Place, graph.Occasion:
		n := Noun{Kind: k, Gender: g}
		r.list(3, func(s string) { n.Sorts = append(n.Sorts, s) })
		l.nouns[r.cell(0)] = n
	default:
		return r.fault(1, "%q is not person, organization, group, place or event", k)
	}
	return nil
}

func (l *Lexicon) seat(r *row) error {
	for i := range 2 {
		if l.Entry(r.cell(i)) == nil {
			return r.fault(i, "no entry has the id %q", r.cell(i))
		}
	}
	l.seats[r.cell(0)] = r.cell(1)
	return nil
}

func (l *Lexicon) never(r *row) error {
	l.notNames[r.cell(0)] = r.cell(1)
	return nil
}

func (l *Lexicon) pronoun(r *row) error {
	p := Pronoun{Kind: graph.Kind(r.cell(1)), Sort: r.cell(3), First: r.cell(4) == "1"}
	switch c := r.cell(2); c {
	case "m", "f", "n", "p":
		p.Gender = c[0]
	case "":
	default:
		return r.fault(2, "gender %q is not m, f, n or p", c)
	}
	l.pronouns[r.cell(0)] = p
	return nil
}

func (l *Lexicon) verb(r *row) error {
	l.speech[r.cell(0)] = true
	return nil
}

func (l *Lexicon) sort(r *row) error {
	l.sorts[r.cell(0)] = graph.Kind(r.cell(1))
	return nil
}

func (l *Lexicon) form(r *row) error {
	l.forms[r.cell(0)] = r.cell(1) == "sure"
	return nil
}

func (l *Lexicon) institution(r *row) error {
	l.bodies[fold(r.cell(0))] = r.words(1)
	return nil
}

// party reads words that mean a party only together with a country.
func (l *Lexicon) party(r *row) (err error) {
	r.list(1, func(id string) {
		e := l.Entry(id)
		if e == nil {
			err = r.fault(1, "no entry has the id %q", id)
			return
		}
		l.parties[fold(r.cell(0))] = append(l.parties[fold(r.cell(0))], e)
	})
	return err
}

// wikidata gives an entry its number there.
func (l *Lexicon) wikidata(r *row) error {
	e, item := l.Entry(r.cell(0)), r.cell(1)
	if e == nil {
		return r.fault(0, "no entry has the id %q", r.cell(0))
	}
	n, err := strconv.Atoi(strings.TrimPrefix(item, "Q"))
	if err != nil || n <= 0 || item != "Q"+strconv.Itoa(n) {
		return r.fault(1, "%q is no item of Wikidata, such as Q30", item)
	}
	if e.Wikidata != "" && e.Wikidata != item {
		return r.fault(1, "%s is %s already", r.cell(0), e.Wikidata)
	}
	e.Wikidata = item
	return nil
}

// check tells which entries name a country or organisation that is not there.
func (l *Lexicon) check() (faults []error) {
	miss := func(who, id string) {
		if id != "" && l.Entry(id) == nil {
			faults = append(faults, fmt.Errorf("lexicon: %s names %q, which no table has", who, id))
		}
	}
	for i := range l.Entries {
		e := &l.Entries[i]
		miss(e.ID, e.Country)
		for _, o := range e.Offices {
			miss(e.ID, o.Of)
		}
	}
	return faults
}
