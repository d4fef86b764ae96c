package output

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"dateline/graph"
)

// drawn is what an SVG shows, as boxes and lines in its own points.
type drawn struct {
	w, h         float64
	names, words []seenBox
	lines        [][]point
}

// seenBox is a text of a map with the room it takes, or the shape of a name.
type seenBox struct {
	text string
	rect
}

// eye reads an SVG of a map as an eye would: what stands where.
func eye(t *testing.T, svg []byte) drawn {
	t.Helper()
	dec := xml.NewDecoder(bytes.NewReader(svg))
	l := &looking{shift: []point{{}}}
	for {
		token, err := dec.Token()
		if err == io.EOF {
			return l.drawn
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			l.start(token)
		case xml.CharData:
			if l.text != nil {
				l.text.text += string(token)
			}
		case xml.EndElement:
			l.shift = l.shift[:len(l.shift)-1]
			if l.text != nil && token.Name.Local == "text" {
				l.words, l.text = append(l.words, *l.text), nil
			}
		}
	}
}

// looking is an eye on its way through a map.
type looking struct {
	drawn
	shift       []point // by how much the elements around are moved, one for each
	part, class string
	text        *seenBox // that is being read
}

func (l *looking) start(token xml.StartElement) {
	a := map[string]string{}
	for _, v := range token.Attr {
		a[v.Name.Local] = v.Value
	}
	at := l.shift[len(l.shift)-1]
	switch name := token.Name.Local; {
	case name == "svg":
		fmt.Sscanf(a["viewBox"], "0 0 %f %f", &l.w, &l.h)
	case name == "g":
		fmt.Sscanf(a["transform"], "translate(%f %f)", &at.X, &at.Y)
		l.part = a["id"]
	case name == "a":
		l.class = a["class"]
	case l.part == "names":
		if box := boxOf(name, a); box.w > 0 {
			box.at = box.at.plus(at.X, at.Y)
			l.names = append(l.names, seenBox{"", box})
		}
	case l.part == "links" && name == "text":
		size := parsed(a["font-size"])
		l.text = &seenBox{"", rect{point{at.X + parsed(a["x"]), at.Y + parsed(a["y"]) - size*0.36}, parsed(a["textLength"]), size}}
	case l.part == "links" && name == "path" && l.class == "line":
		var path []point
		for _, f := range strings.FieldsFunc(a["d"], func(r rune) bool { return r == 'M' || r == 'C' || r == ' ' }) {
			var p point
			fmt.Sscanf(f, "%f,%f", &p.X, &p.Y)
			path = append(path, p.plus(at.X, at.Y))
		}
		l.lines = append(l.lines, sample(path))
	}
	l.shift = append(l.shift, at)
}

// boxOf is the box around a shape; empty for what is no shape of a name.
func boxOf(element string, a map[string]string) rect {
	switch element {
	case "ellipse":
		return rect{point{parsed(a["cx"]), parsed(a["cy"])}, 2 * parsed(a["rx"]), 2 * parsed(a["ry"])}
	case "rect":
		w, h := parsed(a["width"]), parsed(a["height"])
		return rect{point{parsed(a["x"]) + w/2, parsed(a["y"]) + h/2}, w, h}
	case "polygon":
		return boxAround(a["points"])
	}
	return rect{}
}

// parsed is the number that an attribute says; 0 where it says none.
func parsed(s string) float64 {
	v, _ := strconv.ParseFloat(s, 64)
	return v
}

// boxAround is the box around points.
func boxAround(points string) rect {
	low, high := point{math.Inf(1), math.Inf(1)}, point{math.Inf(-1), math.Inf(-1)}
	for f := range strings.FieldsSeq(points) {
		var p point
		fmt.Sscanf(f, "%f,%f", &p.X, &p.Y)
		low, high = point{min(low.X, p.X), min(low.Y, p.Y)}, point{max(high.X, p.X), max(high.Y, p.Y)}
	}
	return rect{point{(low.X + high.X) / 2, (low.Y + high.Y) / 2}, high.X - low.X, high.Y - low.Y}
}

// farFromEnds is how far from its ends, in points, a line has left the names that it joins.
const farFromEnds = 28

// through tells whether a line runs through a name that it does not join.
func through(line []point, name rect) bool {
	first, last := line[0], line[len(line)-1]
	name.w, name.h = name.w-4, name.h*0.7 // shapes do not fill the corners of their boxes
	return slices.ContainsFunc(line, func(p point) bool {
		return name.holds(p) && length(p.X-first.X, p.Y-first.Y) > farFromEnds && length(p.X-last.X, p.Y-last.Y) > farFromEnds
	})
}

// faults counts what disturbs: words or names on each other or over the border, lines through words of other links.
func (d drawn) faults() (overlaps, cuts, crossed int) {
	boxes := append(append([]seenBox{}, d.names...), d.words...)
	for i, a := range boxes {
		if a.at.X-a.w/2 < 0 || a.at.Y-a.h/2 < 0 || a.at.X+a.w/2 > d.w || a.at.Y+a.h/2 > d.h {
			cuts++
		}
		for _, b := range boxes[:i] {
			if math.Abs(a.at.X-b.at.X) < (a.w+b.w)/2-1 && math.Abs(a.at.Y-b.at.Y) < (a.h+b.h)/2-1 {
				overlaps++
			}
		}
	}
	for _, w := range d.words {
		for _, line := range d.lines {
			for _, p := range line {
				if w.holds(p) {
					crossed++
					break
				}
			}
		}
	}
	for _, n := range d.names {
		for _, line := range d.lines {
			crossed += b2i(through(line, n.rect))
		}
	}
	return overlaps, cuts, crossed
}

// TestMapFaults: in maps of up to 60 names nothing stands on anything else.
func TestMapFaults(t *testing.T) {
	seed := uint32(3)
	next := func(n int) int { seed = seed*1664525 + 1013904223; return int(seed>>8) % n }
	graphs := map[string]*graph.Graph{"autumn": autumn(t)}
	for i := range 12 {
		n := 12 + 4*i
		var pairs [][2]int
		for range n * 5 / 4 {
			if a, b := next(1+next(n)), next(n); a != b {
				pairs = append(pairs, [2]int{a, b})
			}
		}
		g := shape(n, pairs)
		for k := range g.Entities {
			g.Entities[k].Kind = []graph.Kind{graph.Person, graph.Organization, graph.Place, graph.Group}[k%4]
		}
		graphs[fmt.Sprint("random ", n)] = g
	}
	for name, g := range graphs {
		f, _ := Lookup("svg")
		d := eye(t, write(t, f, g, Options{MaxNodes: 60, MaxEdges: 80}))
		if len(d.names) == 0 || len(d.words) == 0 || len(d.lines) == 0 {
			t.Fatalf("%s: read %d names, %d words, %d lines", name, len(d.names), len(d.words), len(d.lines))
		}
		if o, c, x := d.faults(); o+c+x > 0 {
			t.Errorf("%s: %d overlaps, %d cuts, %d lines through words, of %d names, %d links", name, o, c, x, len(d.names), len(d.lines))
		}
	}
}
