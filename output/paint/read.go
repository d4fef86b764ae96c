package paint

import (
	"encoding/xml"
	"errors"
	"fmt"
	"image/color"
	"io"
	"math"
	"strconv"
	"strings"
)

// read takes an SVG of ours apart.
func read(svg string) (*picture, error) {
	r := &reader{p: &picture{}, stack: []context{{matrix: matrix{a: 1, d: 1}, style: style{Fill: color.NRGBA{A: 255}, Width: 1, Size: 12}}}}
	d := xml.NewDecoder(strings.NewReader(svg))
	for {
		t, err := d.Token()
		switch {
		case errors.Is(err, io.EOF):
			return r.p, r.err
		case err != nil:
			return nil, err
		}
		switch t := t.(type) {
		case xml.StartElement:
			if t.Name.Local == "defs" || t.Name.Local == "style" || t.Name.Local == "title" || t.Name.Local == "desc" {
				if err := d.Skip(); err != nil {
					return nil, err
				}
				continue
			}
			r.start(t)
		case xml.EndElement:
			r.text()
			r.stack = r.stack[:len(r.stack)-1]
		case xml.CharData:
			if r.in != nil {
				r.in.Text += string(t)
			}
		}
	}
}

// reader is a picture on its way; the first error stays.
type reader struct {
	p     *picture
	stack []context
	in    *item // the text that is being read
	err   error
}

// context is what an element hands down.
type context struct {
	matrix
	style
}

func (r *reader) fail(format string, args ...any) {
	if r.err == nil {
		r.err = fmt.Errorf("svg: "+format, args...)
	}
}

// start reads an element and what it hands down.
func (r *reader) start(t xml.StartElement) {
	a := attributes{r: r, list: t.Attr}
	c := r.stack[len(r.stack)-1]
	c.matrix = c.matrix.times(a.transform())
	c.style = a.style(c.style)
	r.stack = append(r.stack, c)
	switch name := t.Name.Local; name {
	case "svg":
		box := a.numbers("viewBox")
		if len(box) != 4 {
			r.fail("no viewBox")
			return
		}
		r.p.W, r.p.H = box[2], box[3]
	case "g", "a":
	case "rect":
		x, y, w, h := a.number("x"), a.number("y"), a.number("width"), a.number("height")
		r.shape(c, polygon(x, y, x+w, y, x+w, y+h, x, y+h))
	case "circle":
		r.shape(c, ellipse(a.number("cx"), a.number("cy"), a.number("r"), a.number("r")))
	case "ellipse":
		r.shape(c, ellipse(a.number("cx"), a.number("cy"), a.number("rx"), a.number("ry")))
	case "polygon":
		r.shape(c, polygon(a.numbers("points")...))
	case "path":
		r.shape(c, a.path())
	case "text":
		r.in = &item{style: c.style, At: c.at(a.number("x"), a.number("y")), Turn: c.turn(), Wide: a.number("textLength")}
	default:
		r.fail("cannot draw <%s>", name)
	}
}

// text ends a text.
func (r *reader) text() {
	if r.in != nil && strings.TrimSpace(r.in.Text) != "" {
		r.p.Items = append(r.p.Items, *r.in)
	}
	r.in = nil
}

// shape adds a path, moved to where it belongs.
func (r *reader) shape(c context, path []segment) {
	for i := range path {
		for k, p := range path[i].To {
			path[i].To[k] = c.at(p.X, p.Y)
		}
	}
	it := item{Path: path, style: c.style}
	r.p.Items = append(append(r.p.Items, it), it.arrows()...)
}

func polygon(xy ...float64) (path []segment) {
	for i := 0; i+1 < len(xy); i += 2 {
		op := byte('L')
		if i == 0 {
			op = 'M'
		}
		path = append(path, segment{op, [3]point{{xy[i], xy[i+1]}}})
	}
	return append(path, segment{Op: 'Z'})
}

// ellipse is made of four curves; 0.5523 of the radius is where their control points stand.
func ellipse(x, y, rx, ry float64) []segment {
	k, l := rx*0.5523, ry*0.5523
	return []segment{
		{'M', [3]point{{x + rx, y}}},
		{'C', [3]point{{x + rx, y + l}, {x + k, y + ry}, {x, y + ry}}},
		{'C', [3]point{{x - k, y + ry}, {x - rx, y + l}, {x - rx, y}}},
		{'C', [3]point{{x - rx, y - l}, {x - k, y - ry}, {x, y - ry}}},
		{'C', [3]point{{x + k, y - ry}, {x + rx, y - l}, {x + rx, y}}},
		{Op: 'Z'},
	}
}

// attributes are those of one element.
type attributes struct {
	r    *reader
	list []xml.Attr
}

func (a attributes) get(name string) (string, bool) {
	for _, v := range a.list {
		if v.Name.Local == name {
			return v.Value, true
		}
	}
	return "", false
}

// number is an attribute that is a number; 0 where it is missing.
func (a attributes) number(name string) float64 {
	s, ok := a.get(name)
	if !ok {
		return 0
	}
	return a.parse(s)
}

func (a attributes) parse(s string) float64 {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
		a.r.fail("%q is no number", s)
		return 0
	}
	return v
}

// numbers is an attribute with numbers between blanks or commas.
func (a attributes) numbers(name string) (list []float64) {
	s, _ := a.get(name)
	for _, f := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == ',' }) {
		list = append(list, a.parse(f))
	}
	return list
}

// transform reads "translate(x y) rotate(degrees)", in this order.
func (a attributes) transform() matrix {
	m := matrix{a: 1, d: 1}
	s, _ := a.get("transform")
	for s != "" {
		name, rest, ok := strings.Cut(strings.TrimSpace(s), "(")
		inside, after, ok2 := strings.Cut(rest, ")")
		f := strings.Fields(inside)
		switch {
		case ok && ok2 && name == "translate" && len(f) == 2:
			m = m.times(matrix{1, 0, 0, 1, a.parse(f[0]), a.parse(f[1])})
		case ok && ok2 && name == "rotate" && len(f) == 1:
			sin, cos := math.Sincos(a.parse(f[0]) * math.Pi / 180)
			m = m.times(matrix{cos, sin, -sin, cos, 0, 0})
		default:
			a.r.fail("cannot read transform %q", s)
			return m
		}
		s = strings.TrimSpace(after)
	}
	return m
}

// style reads what changes from the style of the element around.
func (a attributes) style(s style) style {
	for _, v := range a.list {
		switch v.Name.Local {
		case "fill":
			s.Fill = a.color(v.Value)
		case "stroke":
			s.Stroke = a.color(v.Value)
		case "stroke-width":
			s.Width = a.parse(v.Value)
		case "stroke-dasharray":
			s.Dash = a.numbers("stroke-dasharray")
		case "font-size":
			s.Size = a.parse(v.Value)
		case "font-weight":
			s.Bold = v.Value == "bold"
		case "font-style":
			s.Italic = v.Value == "italic"
		case "text-anchor":
			s.Anchor = v.Value
		case "marker-end":
			s.Head = true
		case "marker-start":
			s.Tail = true
		}
	}
	if v, ok := a.get("stroke-opacity"); ok {
		s.Stroke.A = uint8(math.Round(255 * a.parse(v)))
	}
	return s
}

// color reads "none", "#rgb" and "#rrggbb".
func (a attributes) color(s string) color.NRGBA {
	hex, ok := strings.CutPrefix(s, "#")
	if len(hex) == 3 {
		hex = string([]byte{hex[0], hex[0], hex[1], hex[1], hex[2], hex[2]})
	}
	v, err := strconv.ParseUint(hex, 16, 32)
	switch {
	case s == "none":
		return color.NRGBA{}
	case !ok || err != nil || len(hex) != 6:
		a.r.fail("cannot read colour %q", s)
	}
	return color.NRGBA{uint8(v >> 16), uint8(v >> 8), uint8(v), 255}
}

// path reads the attribute d.
func (a attributes) path() (path []segment) {
	s, _ := a.get("d")
	var at, first point
	for s != "" {
		op := s[0]
		stop := strings.IndexFunc(s[1:], func(r rune) bool { return r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' })
		args := s[1:]
		if stop >= 0 {
			args = s[1 : 1+stop]
		}
		s = s[1+len(args):]
		var n []float64
		for _, f := range strings.FieldsFunc(args, func(r rune) bool { return r == ' ' || r == ',' }) {
			n = append(n, a.parse(f))
		}
		switch {
		case op == 'M' && len(n) == 2:
			at = point{n[0], n[1]}
			first = at
			path = append(path, segment{'M', [3]point{at}})
			continue
		case op == 'z' && len(n) == 0:
			at = first
			path = append(path, segment{Op: 'Z'})
			continue
		case op == 'C' && len(n) > 0 && len(n)%6 == 0:
			for ; len(n) > 0; n = n[6:] {
				at = point{n[4], n[5]}
				path = append(path, segment{'C', [3]point{{n[0], n[1]}, {n[2], n[3]}, at}})
			}
			continue
		case op == 'L' && len(n) == 2:
			at = point{n[0], n[1]}
		case op == 'l' && len(n) == 2:
			at = point{at.X + n[0], at.Y + n[1]}
		case op == 'H' && len(n) == 1:
			at.X = n[0]
		case op == 'V' && len(n) == 1:
			at.Y = n[0]
		default:
			a.r.fail("cannot read path at %c%s", op, args)
			return nil
		}
		path = append(path, segment{'L', [3]point{at}})
	}
	return path
}
