package graph

import "fmt"

var (
	months  = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
	seasons = [...]string{"spring", "summer", "autumn", "winter"}
)

// Words is t as a reader would write it: "30 September 2015", "15 November 2015, 20:30", "September 2015",
// "mid-September 2015", "week of 9 November 2015", "between 28 and 30 September 2015", "28 September to 2 October 2015",
// "since September 2015", "until 30 September 2015", "the 2010s", "about 44 BCE"; empty where t is unknown.
func (t Time) Words() string {
	t = t.Normal()
	var s string
	switch {
	case !t.Known():
		return ""
	case !t.Last.Known():
		return "since " + about(t.About) + t.First.words(t.Grain)
	case !t.First.Known():
		return "until " + about(t.About) + t.Last.words(t.Grain)
	}
	y := yearWords(t.First.Year)
	switch t.Grain {
	case Week:
		s = "week of " + t.First.words(Day)
	case Season:
		s = seasons[t.First.Month/3-1] + " " + y
		if t.First.Month == 12 {
			s = fmt.Sprintf("%s %d/%02d", seasons[3], t.First.Year, t.Last.Year%100)
		}
	case Quarter:
		s = [...]string{"first", "second", "third", "fourth"}[t.First.Month/3] + " quarter of " + y
	case Decade:
		s = fmt.Sprintf("the %ds", t.First.Year)
	case Century:
		s = fmt.Sprintf("the %s century", ordinal(t.First.Year/100+1))
	case Stretch:
		first, last := t.endWords()
		s = first + " to " + last
	case Within:
		if s = t.part(); s == "" {
			first, last := t.endWords()
			return "between " + about(t.About) + first + " and " + last
		}
	default:
		s = t.First.words(t.Grain)
	}
	if t.Clock != "" {
		s += ", " + t.Clock
	}
	return about(t.About) + s
}

func about(yes bool) string {
	if yes {
		return "about "
	}
	return ""
}

// words is d as finely as g says.
func (d Date) words(g Grain) string {
	switch y := yearWords(d.Year); g {
	case Year:
		return y
	case Month:
		return months[d.Month-1] + " " + y
	default:
		return fmt.Sprintf("%d %s %s", d.Day, months[d.Month-1], y)
	}
}

func yearWords(y int) string {
	if y <= 0 {
		return fmt.Sprintf("%d BCE", 1-y)
	}
	return fmt.Sprint(y)
}

// endWords is both ends of an interval; what they share is said once: "28", "30 September 2015".
func (t Time) endWords() (first, last string) {
	g := t.ends()
	first, last = t.First.words(g), t.Last.words(g)
	switch {
	case t.First.Year != t.Last.Year || g == Year:
	case g == Month:
		first = months[t.First.Month-1]
	case t.First.Month == t.Last.Month:
		first = fmt.Sprint(t.First.Day)
	default:
		first = fmt.Sprintf("%d %s", t.First.Day, months[t.First.Month-1])
	}
	return first, last
}

// part names what PartOf makes of a month, a season, a quarter or a year: "early 2015"; empty for other intervals.
func (t Time) part() string {
	for _, g := range [...]Grain{Month, Year} {
		whole := Time{First: t.First}.span(g)
		for i, name := range [...]string{"early ", "mid-", "late "} {
			if p := PartOf(whole, i+1); p.First == t.First && p.Last == t.Last {
				return name + t.First.words(g)
			}
		}
	}
	return ""
}

func ordinal(n int) string {
	switch {
	case n%100/10 == 1:
	case n%10 == 1:
		return fmt.Sprintf("%dst", n)
	case n%10 == 2:
		return fmt.Sprintf("%dnd", n)
	case n%10 == 3:
		return fmt.Sprintf("%drd", n)
	}
	return fmt.Sprintf("%dth", n)
}
