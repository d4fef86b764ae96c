package output

import (
	"cmp"
	"fmt"
	"slices"

	"dateline/graph"
)

// How many events may stand under one heading whatever their dates. A month that has no more than that gets no headings
// for its days. A year, a decade, a century that has few gets none for its parts, where that saves some; what is few
// grows with the timeline.
const (
	fewInMonth = 40
	few        = 6
	manyParts  = 100 // one part in so many of all events is few too
)

// sections groups entries that are in order. An undated event stands with the dated one before it; the first ones
// stand with the dated one after them.
func sections(entries []*entry) []section {
	dated := slices.IndexFunc(entries, func(n *entry) bool { return !placed(n.Event) })
	if dated < 0 {
		dated = len(entries)
	}
	keys := keysOf(entries[:dated])
	groups := map[sectionKey]*section{}
	var order []sectionKey
	for i, n := range entries[:dated] {
		k := keys[i]
		if groups[k] == nil {
			groups[k] = &section{Title: k.title(), Anchor: k.anchor(), Part: k.wholeMonth().title()}
			if k.day > 0 {
				groups[k].Day = shortTime(graph.DayOf(k.date()), noYear)
			}
			order = append(order, k)
		}
		if k.years == 1 {
			n.year = k.year
		}
		groups[k].Items = append(groups[k].Items, n)
	}
	slices.SortFunc(order, func(a, b sectionKey) int {
		return cmp.Or(cmp.Compare(a.year, b.year), cmp.Compare(b.years, a.years), cmp.Compare(a.month, b.month), cmp.Compare(a.day, b.day))
	})
	var list []section
	for _, k := range order {
		list = append(list, *groups[k])
	}
	if rest := entries[dated:]; len(rest) > 0 {
		list = append(list, section{Title: "Without a date", Part: "Without a date", Anchor: "undated", Items: rest})
	}
	return list
}

// sectionKey is a day, a month (day 0), a year (month 0), a decade (years 10), a century (years 100), or nothing
// (years 0) where no event has a date.
type sectionKey struct{ year, month, day, years int }

// keysOf gives each entry its section, as finely as its date and the number of its neighbours allow.
func keysOf(entries []*entry) []sectionKey {
	keys := make([]sectionKey, len(entries))
	var last sectionKey
	if i := slices.IndexFunc(entries, func(n *entry) bool { return n.Event.When.Time.Known() }); i >= 0 {
		last = keyOf(entries[i].Event.When.Best())
	}
	for i, n := range entries {
		if n.Event.When.Time.Known() {
			last = keyOf(n.Event.When.Best())
		}
		keys[i] = last
	}
	limit := max(few, len(entries)/manyParts)
	lift(keys, sectionKey.wholeMonth, fewInMonth, 1)
	lift(keys, func(k sectionKey) sectionKey { return k.within(1) }, limit, 2)
	lift(keys, func(k sectionKey) sectionKey { return k.within(10) }, limit, 3)
	lift(keys, func(k sectionKey) sectionKey { return k.within(100) }, limit, 3)
	return keys
}

// lift puts keys under the wider key that they are in, where it has no more than so many entries, and where at least so
// many headings become one.
func lift(keys []sectionKey, wider func(sectionKey) sectionKey, limit, headings int) {
	entries, parts, seen := map[sectionKey]int{}, map[sectionKey]int{}, map[sectionKey]bool{}
	for _, k := range keys {
		above := wider(k)
		entries[above]++
		if !seen[k] {
			seen[k] = true
			parts[above]++
		}
	}
	for i, k := range keys {
		if above := wider(k); entries[above] <= limit && parts[above] >= headings {
			keys[i] = above
		}
	}
}

// wholeMonth is the month that a day is in; k itself where it is no day.
func (k sectionKey) wholeMonth() sectionKey {
	k.day = 0
	return k
}

// within is the year, decade or century that k is in; k itself where it is no finer, or before our era, where decades
// count backwards and nobody speaks of them.
func (k sectionKey) within(years int) sectionKey {
	if k.years > years || k.years == 0 || k.year < 1 {
		return k
	}
	return sectionKey{year: k.year - k.year%years, years: years}
}

// keyOf is the section in which a time is listed: its day as far as that is known, or nearly; its month, or the month
// in which it begins; else its year and so on.
func keyOf(t graph.Time) sectionKey {
	d := start(t)
	long := 0 // days
	if t.First.Known() && t.Last.Known() {
		long = t.Last.DaysSince(t.First)
	}
	switch {
	case t.Grain == graph.Century:
		return sectionKey{year: d.Year, years: 100}
	case t.Grain == graph.Decade:
		return sectionKey{year: d.Year, years: 10}
	case t.Grain == graph.Year || long > 62:
		return sectionKey{year: d.Year, years: 1}
	case long > 1 || t.Grain == graph.Month:
		return sectionKey{year: d.Year, month: d.Month, years: 1}
	}
	return sectionKey{d.Year, d.Month, d.Day, 1}
}

// date is the day of k.
func (k sectionKey) date() graph.Date { return graph.Date{Year: k.year, Month: k.month, Day: k.day} }

// title is the heading.
func (k sectionKey) title() string {
	switch {
	case k.years == 0:
		return "In this order, without dates"
	case k.day > 0:
		return weekdays[k.date().Weekday()] + ", " + graph.DayOf(k.date()).Words()
	case k.month > 0:
		return graph.MonthOf(k.year, k.month).Words()
	case k.years == 1:
		return graph.YearOf(k.year).Words()
	case k.years == 10:
		return fmt.Sprintf("The %ds", k.year)
	}
	return fmt.Sprintf("%d to %d", k.year, k.year+k.years-1)
}

// anchor is the id of the heading.
func (k sectionKey) anchor() string {
	switch {
	case k.years == 0:
		return "ordered"
	case k.day > 0:
		return fmt.Sprintf("t%04d-%02d-%02d", k.year, k.month, k.day)
	case k.month > 0:
		return fmt.Sprintf("t%04d-%02d", k.year, k.month)
	case k.years == 1:
		return fmt.Sprintf("t%04d", k.year)
	}
	return fmt.Sprintf("t%04d-%ds", k.year, k.years)
}
