package output

import (
	"fmt"
	"io"
	"strconv"

	"dateline/graph"
)

// maxField is the length in bytes of a field that Timesketch can search.
const maxField = 32766

// The years that Timesketch's own reader (pandas, in nanoseconds) can hold.
const (
	firstSketchYear = 1678
	lastSketchYear  = 2261
)

// Timesketch writes CSV for google/timesketch (docs/guides/user/import-from-json-csv.md). A row wants a point in time:
// it is the beginning of what the event's date may mean, in UTC, and timestamp_desc says so. Events without a date, and
// those of other centuries, are left out.
func Timesketch(w io.Writer, g *graph.Graph, o Options) error {
	x, r := newIndex(g), newRows(w, o)
	r.row("message", "datetime", "timestamp", "timestamp_desc", "event_id", "category", "status", "edtf", "earliest", "latest", "sureness",
		"actors", "affected", "place", "said_by", "source_names", "url", "quote")
	for _, e := range x.inOrder() {
		t := e.When.Best()
		d := start(t)
		if !onSketch(d) {
			continue
		}
		n := x.entry(e)
		hour, minute, _ := clock(t)
		seconds := d.Number()*86400 + hour*3600 + minute*60
		r.row(field(n.headline()), fmt.Sprintf("%sT%02d:%02d:00+00:00", d, hour, minute), strconv.Itoa(seconds*1e6), stampMeaning(e.When),
			key(e.ID), clean(e.Type), clean(string(e.Status)), e.When.EDTF(), e.When.Time.First.String(), e.When.Time.Last.String(), string(e.When.Sure),
			field(list(x.roles(e, acting...))), field(list(x.roles(e, affected...))), field(n.Where()), field(list(n.Says())), field(list(n.sourceIDs())), x.url(e), field(told(e)))
	}
	return r.Flush()
}

// onSketch tells whether Timesketch has a place for a day.
func onSketch(d graph.Date) bool {
	return d.Known() && firstSketchYear <= d.Year && d.Year <= lastSketchYear
}

// stampMeaning is how the point in time of a row is meant: "Event start, month precision".
func stampMeaning(w graph.When) string {
	switch t := w.Best(); {
	case w.Likely.Known():
		return "Event, likely day"
	case t.Clock != "":
		return "Event start, minute precision"
	case !t.First.Known():
		return "Event end, at the latest"
	case !t.Last.Known():
		return "Event start, at the earliest"
	default:
		return "Event start, " + precision(t) + " precision"
	}
}

// field is text cut to what Timesketch can search.
func field(s string) string { return shortenBytes(s, maxField) }
