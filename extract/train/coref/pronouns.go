package coref

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"dateline/extract"
)

// Pronouns counts, by sort of pronoun, the links of a system to antecedents.
type Pronouns map[string]*Links

// Links are what there is to find, what was found, and what of it is right.
type Links struct{ Gold, Found, Right int }

// Precision is the share of what was found that is right, per cent.
func (l Links) Precision() float64 { return 100 * float64(l.Right) / float64(max(l.Found, 1)) }

// Recall is the share of what there is to find that was found and is right, per cent.
func (l Links) Recall() float64 { return 100 * float64(l.Right) / float64(max(l.Gold, 1)) }

// sorts of pronouns, by their forms in small letters. Others are not scored.
var sorts = []struct{ name, forms string }{
	{"he", " he him his himself "},
	{"she", " she her hers herself "},
	{"it", " it its itself "},
	{"they", " they them their theirs themselves "},
	{"who", " who whom whose "},
}

// Third are the sorts of the third person singular.
var Third = []string{"he", "she", "it"}

func sortOf(word string) string {
	for _, s := range sorts {
		if strings.Contains(s.forms, " "+strings.ToLower(word)+" ") {
			return s.name
		}
	}
	return ""
}

// Add scores one article as read. Gold is every pronoun of these sorts whose entity has a mention before it; who has as
// its entity the noun that its clause describes, as GUM's trees tell. Found is every pronoun that reading put into a
// chain with a mention before it, whether gold or not ("it is raining"). A link is right if the nearest name or noun
// before the pronoun in its chain, else its nearest pronoun, is a mention of the same entity; of a plural with members,
// if all of them are what the entity is together.
//
// What is wrong or missed is returned, a line each.
func (p Pronouns) Add(a *GumArticle, d *extract.Document) (faults []string) {
	gold := a.anaphors()
	missed := map[int]anaphor{}
	for start, n := range gold {
		p.rate(n.sort).Gold++
		missed[start] = n
	}
	entity := a.entities(d)
	for i := range d.Mentions {
		m := &d.Mentions[i]
		sort := sortOf(d.String(m.At))
		before := antecedent(d, i)
		if m.Form != extract.Pronoun || sort == "" || before < 0 && len(m.Members) == 0 {
			continue
		}
		r := p.rate(sort)
		r.Found++
		n, ok := gold[d.Span(m.At).Start]
		right := ok && (before >= 0 && entity[before] == n.entity || len(m.Members) > 0 && a.together(n.entity, m.Members, entity))
		if right {
			r.Right++
		} else {
			faults = append(faults, a.fault(d, i, before, n))
		}
		delete(missed, d.Span(m.At).Start)
	}
	for start, n := range missed {
		faults = append(faults, a.line("missed", extract.Span{Start: start, End: start + n.size}, n.entity))
	}
	slices.Sort(faults)
	return faults
}

// entities are what the mentions of d are in the gold, "" for none.
func (a *GumArticle) entities(d *extract.Document) []string {
	entity := make([]string, len(d.Mentions))
	for g, i := range found(d, a.Mentions) {
		if i >= 0 {
			entity[i] = a.Mentions[g].Entity
		}
	}
	return entity
}

// fault says in a line what pronoun i was taken for and what it is.
func (a *GumArticle) fault(d *extract.Document, i, before int, n anaphor) string {
	taken := fmt.Sprintf("%d members", len(d.Mentions[i].Members))
	if before >= 0 {
		taken = d.String(d.Mentions[before].At)
	}
	return a.line("wrong", d.Span(d.Mentions[i].At), n.entity) + " not “" + taken + "” (" + d.Mentions[i].By + ")"
}

// line is a pronoun in its sentence, and its entity by the latest mention that is no pronoun.
func (a *GumArticle) line(what string, s extract.Span, entity string) string {
	is := "nothing"
	for _, m := range a.Mentions {
		if words := a.Doc.Text[m.Start:m.End]; m.Entity == entity && m.Start < s.Start && (sortOf(words) == "" || is == "nothing") {
			is = words
		}
	}
	from, to := max(0, s.Start-120), min(len(a.Doc.Text), s.End+60)
	words := a.Doc.Text[from:s.Start] + "[" + a.Doc.Text[s.Start:s.End] + "]" + a.Doc.Text[s.End:to]
	return fmt.Sprintf("%s:%06d %s: %s\n\t%s", a.Doc.ID, s.Start, what, strings.ToValidUTF8(extract.Fold(words), ""), "is “"+extract.Fold(is)+"”")
}

func (p Pronouns) rate(sort string) *Links {
	if p[sort] == nil {
		p[sort] = &Links{}
	}
	return p[sort]
}

// together tells whether the members are all that an entity is split into.
func (a *GumArticle) together(whole string, members []int, entity []string) bool {
	parts := map[string]bool{}
	for _, e := range a.Split[whole] {
		parts[e] = true
	}
	for _, m := range members {
		if !parts[entity[m]] {
			return false
		}
	}
	return len(parts) == len(members)
}

// antecedent is the mention before i in its chain that says best what it stands for, -1 if there is none.
func antecedent(d *extract.Document, i int) int {
	pronoun := -1
	for k := i - 1; k >= d.Mentions[i].Same; k-- {
		switch {
		case d.Mentions[k].Same != d.Mentions[i].Same:
		case d.Mentions[k].Form != extract.Pronoun:
			return k
		case pronoun < 0:
			pronoun = k
		}
	}
	return pronoun
}

// anaphor is a gold pronoun with an antecedent.
type anaphor struct {
	sort, entity string
	size         int // bytes
}

// anaphors are the gold pronouns whose entity has been mentioned before, or is a set of such, by their first byte.
func (a *GumArticle) anaphors() map[int]anaphor {
	out, seen := map[int]anaphor{}, map[string]bool{}
	at := map[extract.Span]string{}
	for _, m := range a.Mentions {
		at[m.Span] = m.Entity
		sort := sortOf(a.Doc.Text[m.Start:m.End])
		split := a.Split[m.Entity]
		known := seen[m.Entity] || len(split) > 1
		for _, e := range split {
			known = known && (seen[e] || seen[m.Entity])
		}
		if sort != "" && known {
			out[m.Start] = anaphor{sort, m.Entity, m.End - m.Start}
		}
		seen[m.Entity] = true
	}
	for i, t := range a.Gold.Tokens {
		if sortOf(a.Gold.Word(i)) != "who" || at[t.Span] != "" {
			continue
		}
		if e := a.relative(i); e != "" {
			out[t.Start] = anaphor{"who", e, t.End - t.Start}
		}
	}
	return out
}

// relative is the entity of the noun whose relative clause token i begins, empty if it begins none.
func (a *GumArticle) relative(i int) string {
	for h, n := i, 0; h >= 0 && n < 5; h, n = a.Gold.Tokens[h].Head, n+1 {
		t := a.Gold.Tokens[h]
		if t.Rel != "acl:relcl" {
			continue
		}
		if t.Head < 0 || t.Head > i {
			return ""
		}
		return a.headed(t.Head)
	}
	return ""
}

// headed is the entity of the longest gold mention with that head.
func (a *GumArticle) headed(token int) string {
	s := a.Gold.Tokens[token].Span
	for _, m := range a.Mentions {
		if m.Start <= s.Start && s.End <= m.End && head(a.Gold, m.Span) == token {
			return m.Entity
		}
	}
	return ""
}

// Merge adds the counts of q.
func (p Pronouns) Merge(q Pronouns) {
	for sort, r := range q {
		t := p.rate(sort)
		t.Gold, t.Found, t.Right = t.Gold+r.Gold, t.Found+r.Found, t.Right+r.Right
	}
}

// Write prints precision and recall of each sort, and of those of the third person singular together.
func (p Pronouns) Write(w io.Writer) {
	fmt.Fprintf(w, "%-10s %5s %5s %6s %6s\n", "pronoun", "gold", "found", "P", "R")
	row := func(name string, r Links) {
		fmt.Fprintf(w, "%-10s %5d %5d %6.1f %6.1f\n", name, r.Gold, r.Found, r.Precision(), r.Recall())
	}
	for _, s := range sorts {
		row(s.name, *p.rate(s.name))
	}
	third := Pronouns{}
	for _, s := range Third {
		third.Merge(Pronouns{"all": p.rate(s)})
	}
	row("he+she+it", *third.rate("all"))
}
