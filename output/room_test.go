package output

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"math"
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
func eye(t *testing.T, svg []byte) (d drawn) {
	t.Helper()
	dec := xml.NewDecoder(bytes.NewReader(svg))
	var shift []point
	part, class := "", ""
	var text *seenBox
	for {
		token, err := dec.Token()
		if err == io.EOF {
			return d
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			a := map[string]string{}
			for _, v := range token.Attr {
				a[v.Name.Local] = v.Value
			}
			n := func(name string) float64 { v, _ := strconv.ParseFloat(a[name], 64); return v }
			at := point{}
			if len(shift) > 0 {
				at = shift[len(shift)-1]
			}
			switch token.Name.Local {
			case "svg":
				fmt.Sscanf(a["viewBox"], "0 0 %f %f", &d.w, &d.h)
			case "g":
				fmt.Sscanf(a["transform"], "translate(%f %f)", &at.X, &at.Y)
				part = a["id"]
			case "a":
				class = a["class"]
			case "ellipse":
				if part == "names" {
					d.names = append(d.names, seenBox{"", rect{point{at.X + n("cx"), at.Y + n("cy")}, 2 * n("rx"), 2 * n("ry")}})
				}
			case "path":
				if part == "links" && class == "line" {
					var path []point
					for _, f := range strings.FieldsFunc(a["d"], func(r rune) bool { return r == 'M' || r == 'C' || r == ' ' }) {
						var p point
						fmt.Sscanf(f, "%f,%f", &p.X, &p.Y)
						path = append(path, p.plus(at.X, at.Y))
					}
					d.lines = append(d.lines, sample(path))
				}
			case "text":
				if part == "links" {
					size := n("font-size")
					text = &seenBox{"", rect{point{at.X + n("x"), at.Y + n("y") - size*0.36}, n("textLength"), size}}
				}
			}
			shift = append(shift, at)
		case xml.CharData:
			if text != nil {
				text.text += string(token)
			}
		case xml.EndElement:
			shift = shift[:len(shift)-1]
			if text != nil && token.Name.Local == "text" {
				d.words = append(d.words, *text)
				text = nil
			}
		}
	}
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
		graphs[fmt.Sprint("random ", n)] = shape(n, pairs)
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
