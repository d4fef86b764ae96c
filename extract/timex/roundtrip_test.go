package timex

import (
	"fmt"
	"testing"

	"dateline/graph"
)

// spellings write a day in words; all must be read back as the same day.
var spellings = []func(d graph.Date) string{
	func(d graph.Date) string { return fmt.Sprintf("%s %d, %04d", monthNames[d.Month], d.Day, d.Year) },
	func(d graph.Date) string { return fmt.Sprintf("%d %s %04d", d.Day, monthNames[d.Month], d.Year) },
	func(d graph.Date) string { return fmt.Sprintf("%s. %d, %04d", monthNames[d.Month][:3], d.Day, d.Year) },
	func(d graph.Date) string { return d.String() },
	func(d graph.Date) string { return fmt.Sprintf("%02d/%02d/%04d", d.Month, d.Day, d.Year) },
	func(d graph.Date) string {
		return fmt.Sprintf("%s, %s %d, %04d", weekdayNames[d.Weekday()], monthNames[d.Month], d.Day, d.Year)
	},
	func(d graph.Date) string {
		return fmt.Sprintf("the %s of %s, %04d", nth(d.Day), monthNames[d.Month], d.Year)
	},
}

func nth(n int) string {
	switch {
	case n%10 == 1 && n != 11:
		return fmt.Sprintf("%dst", n)
	case n%10 == 2 && n != 12:
		return fmt.Sprintf("%dnd", n)
	case n%10 == 3 && n != 13:
		return fmt.Sprintf("%drd", n)
	}
	return fmt.Sprintf("%dth", n)
}

// offsets write a day as its distance from the publication date.
func offset(n int) string {
	switch {
	case n == 0:
		return "today"
	case n == -1:
		return "yesterday"
	case n == 1:
		return "tomorrow"
	case n < 0:
		return fmt.Sprintf("%d days ago", -n)
	}
	return fmt.Sprintf("%d days hence", n)
}

func TestRoundTrip(t *testing.T) {
	tg := tagger(t)
	first, last := graph.Date{Year: 1000, Month: 1, Day: 1}.Number(), graph.Date{Year: 2999, Month: 12, Day: 31}.Number()
	for i := range 20000 {
		d := graph.DateOf(first + i*7919%(last-first))
		words, published := spellings[i%len(spellings)](d), d.AddDays(i%400-200)
		if i%8 == 7 {
			words = offset(d.DaysSince(published))
		}
		doc := read(t, tg, published.String(), "They met "+words+" in Vienna.")
		if len(doc.Times) != 1 || doc.Times[0].When != graph.DayOf(d) || doc.Times[0].Value != d.String() {
			t.Fatalf("%q published %s: got %s, want %s", words, published, Marked(doc), d)
		}
		if got := doc.String(doc.Times[0].At); got != words {
			t.Fatalf("%q: found %q", words, got)
		}
	}
}
