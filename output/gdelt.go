package output

import (
	"bufio"
	"crypto/sha1"
	"encoding/binary"
	"io"
	"strconv"

	"dateline/graph"
)

// The columns of the event table of GDELT 2 that can be told from a graph, by their place among the 61.
const (
	gdeltID        = 0
	gdeltDay       = 1
	gdeltMonth     = 2
	gdeltYear      = 3
	gdeltFraction  = 4
	gdeltActor1    = 6
	gdeltActor2    = 16
	gdeltRoot      = 25
	gdeltCode      = 26
	gdeltBaseCode  = 27
	gdeltRootCode  = 28
	gdeltQuad      = 29
	gdeltGoldstein = 30
	gdeltMentions  = 31
	gdeltSources   = 32
	gdeltArticles  = 33
	gdeltPlace     = 52
	gdeltAdded     = 59
	gdeltURL       = 60
	gdeltColumns   = 61
)

// GDELT writes events as a table like the event table of GDELT 2: 61 columns parted by tabs, without a header
// (linwoodc3/gdeltPyR, data/events2.csv). What is not known is empty: the day where only the month is, codes of
// countries and actors, places on the map, the tone. Intervals have no column there: see the other formats.
func GDELT(w io.Writer, g *graph.Graph, _ Options) error {
	b := bufio.NewWriterSize(w, 1<<16)
	x := newIndex(g)
	var row [gdeltColumns]string
	for _, e := range x.inOrder() {
		clear(row[:])
		x.gdelt(e, &row)
		for i, cell := range row {
			if i > 0 {
				b.WriteByte('\t')
			}
			b.WriteString(cell)
		}
		b.WriteByte('\n')
	}
	return b.Flush()
}

// gdelt fills the row of one event.
func (x *index) gdelt(e *graph.Event, row *[gdeltColumns]string) {
	sum := sha1.Sum([]byte(e.ID))
	row[gdeltID] = strconv.FormatUint(binary.BigEndian.Uint64(sum[:])>>1, 10) // a number for those who want one
	gdeltDates(e.When.Time, row)
	row[gdeltActor1], row[gdeltActor2] = first(x.roles(e, acting...)), first(x.roles(e, affected...))
	row[gdeltRoot] = "0"
	if len(e.Seen) > 0 && e.Seen[0].Sentence == 0 {
		row[gdeltRoot] = "1"
	}
	if c := categoryOf(e); c.CAMEO != "" && c.Quad != 0 {
		row[gdeltCode], row[gdeltBaseCode], row[gdeltRootCode] = c.CAMEO, c.CAMEO, c.CAMEO[:2]
		row[gdeltQuad], row[gdeltGoldstein] = strconv.Itoa(c.Quad), strconv.FormatFloat(c.Scale, 'f', -1, 64)
	}
	from := x.from(e.Seen)
	row[gdeltMentions], row[gdeltSources], row[gdeltArticles] = strconv.Itoa(len(e.Seen)), strconv.Itoa(max(e.Articles, 1)), strconv.Itoa(len(from))
	if e.Place != "" {
		row[gdeltPlace] = x.name(e.Place)
	}
	if d := x.reported(e); d.Known() && d.Year > 0 {
		row[gdeltAdded] = basic(d) + "000000"
	}
	row[gdeltURL] = x.url(e)
}

// gdeltDates fills the columns of the date as far as it is sure.
func gdeltDates(t graph.Time, row *[gdeltColumns]string) {
	sure := certain(t)
	if len(sure) >= len("2015") {
		row[gdeltYear] = sure[:4]
	}
	if len(sure) >= len("2015-09") {
		row[gdeltMonth] = sure[:4] + sure[5:7]
	}
	if len(sure) == len("2015-09-30") {
		d := t.First
		row[gdeltDay] = basic(d)
		row[gdeltFraction] = strconv.FormatFloat(float64(d.Year)+float64(d.Month*30+d.Day)/365, 'f', 4, 64)
	}
}

// reported is the day on which the first of the articles of an event was published; no date where none is known.
func (x *index) reported(e *graph.Event) graph.Date {
	var first graph.Date
	for i := range e.Seen {
		if s := x.sources[e.Seen[i].Source]; s != nil {
			if d := s.Published.First; s.Published.Grain == graph.Day && (!first.Known() || d.Before(first)) {
				first = d
			}
		}
	}
	return first
}

func first(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[0]
}
