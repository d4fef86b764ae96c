package extract

import (
	"cmp"
	"strconv"

	"dateline/graph"
)

// Trait is what the article says of the person whose mentions begin with first that tells namesakes apart: gender, age, the
// country whose office of state they hold, walk of life. It is false of what is no person, or where nothing is said.
func (c *ChainIndex) Trait(first int) (t graph.Trait, ok bool) {
	if c.d.Mentions[first].Kind != graph.Person {
		return t, false
	}
	t.Source = c.d.ID
	c.Each(first, func(i int) {
		m := &c.d.Mentions[i]
		t.Gender, t.Country, t.Field = cmp.Or(t.Gender, m.Told.Gender), cmp.Or(t.Country, m.Told.Country), cmp.Or(t.Field, m.Told.Field)
		if m.Form == Name && !t.Born.Known() {
			t.Born = c.d.bornBy(c.d.ageBehind(m.At.To))
		}
	})
	return t, t != graph.Trait{Source: t.Source}
}

// ageBehind is the age that stands between commas from token i on, "Ann Lee, 42, said" or "Ann Lee, aged 42, said"; 0 if none
// does.
func (d *Document) ageBehind(i int) int {
	at := func(k int) string {
		if k < len(d.Tokens) {
			return d.Word(k)
		}
		return ""
	}
	if at(i) != "," {
		return 0
	}
	if i++; at(i) == "aged" {
		i++
	}
	age, err := strconv.Atoi(at(i))
	if next := at(i + 1); err != nil || age < youngest || age > oldest || next != "," && next != "." {
		return 0
	}
	return age
}

// youngest and oldest are the ages that are taken for such.
const youngest, oldest = 10, 110

// bornBy is when somebody of an age was born; a year more or less, for what is printed later or not counted well.
func (d *Document) bornBy(age int) graph.Time {
	if age == 0 || d.Published.First.Year == 0 {
		return graph.Time{}
	}
	year := d.Published.First.Year - age
	return graph.WithinOf(graph.Date{Year: year - 2, Month: 1, Day: 1}, graph.Date{Year: year + 1, Month: 12, Day: 31})
}
