package output

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"

	"dateline/graph"
)

// TestPeriods: each month has its own links, between the same names in the same places, and every event once.
func TestPeriods(t *testing.T) {
	p := newPeriods(autumn(t), Options{})
	if len(p.Panels) < 3 || len(p.Names) == 0 || len(p.Names) > circleNames {
		t.Fatalf("%d periods, %d names", len(p.Panels), len(p.Names))
	}
	for i, m := range p.Panels {
		if i > 0 && !p.Panels[i-1].first.Before(m.first) {
			t.Errorf("%s stands after %s", m.Title, p.Panels[i-1].Title)
		}
		for _, c := range m.Chords {
			for _, e := range c.events {
				if best := e.When.Best(); !strings.HasSuffix(graph.MonthOf(best.First.Year, best.First.Month).Words(), m.Title) {
					t.Errorf("%s: %s of %s", m.Title, e.ID, e.When.Time)
				}
				for _, n := range []int{c.a, c.b} {
					if ids := append(participants(e), e.Place); !slices.Contains(ids, p.Names[n].ID) {
						t.Errorf("%s has no part in %s", p.Names[n].ID, e.ID)
					}
				}
			}
		}
	}
}

// TestPeriodsLong: where there would be too many months, years are taken, and only those with most events are drawn.
func TestPeriodsLong(t *testing.T) {
	g := shape(4, nil)
	for year := 1900; year < 1960; year++ {
		e := shape(4, [][2]int{{year % 3, 3}}).Events[0]
		e.ID += graph.YearOf(year).Words()
		e.When.Time = graph.DayOf(graph.Date{Year: year, Month: 1 + year%12, Day: 3})
		g.Events = append(g.Events, e)
	}
	p := newPeriods(g, Options{})
	if p.All != 60 || len(p.Panels) != mostPeriods || p.Panels[0].Title != "1900" || !strings.Contains(p.draw(), "24 of 60 periods") {
		t.Errorf("%d of %d periods, first %q", len(p.Panels), p.All, p.Panels[0].Title)
	}
}

// TestPeriodsRoom: labels of a panel do not meet and do not leave the picture.
func TestPeriodsRoom(t *testing.T) {
	for name, g := range map[string]*graph.Graph{"autumn": autumn(t), "hostile": attacked(t, hostile), "nothing": {}, "crowd": shape(60, crowd())} {
		text := newPeriods(g, Options{}).draw()
		var boxes []rect
		for _, m := range regexp.MustCompile(`x="([-\d.]+)" y="([-\d.]+)" font-size="11" textLength="([\d.]+)"`).FindAllStringSubmatch(text, -1) {
			x, y, wide := number64(t, m[1]), number64(t, m[2]), number64(t, m[3])
			boxes = append(boxes, rect{point{x + wide/2, y - 4}, wide, 11})
		}
		if len(boxes) == 0 && name != "nothing" {
			t.Errorf("%s: no labels read", name)
		}
		for i, a := range boxes {
			if a.at.X-a.w/2 < 0 {
				t.Errorf("%s: a label begins at %.0f", name, a.at.X-a.w/2)
			}
			for _, b := range boxes[:i] {
				if math.Abs(a.at.X-b.at.X) < (a.w+b.w)/2 && math.Abs(a.at.Y-b.at.Y) < (a.h+b.h)/2 {
					t.Errorf("%s: labels meet at %v and %v", name, a.at, b.at)
				}
			}
		}
	}
}
