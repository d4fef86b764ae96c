package paint

import (
	"fmt"
	"image/color"
	"image/png"
	"io"
	"math"

	"github.com/fogleman/gg"
	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goitalic"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// maxPixels bounds a PNG: at most so many in all, some 100 MB of memory. Bigger pictures are drawn more coarsely.
const maxPixels = 25e6

// PNG writes an SVG of ours as PNG with two pixels to the point, fewer where the picture is very big. An error of w is
// returned as it is; SVG with parts that this package does not know is an error.
func PNG(w io.Writer, svg string) error {
	p, err := read(svg)
	if err != nil {
		return err
	}
	if p.W < 1 || p.H < 1 {
		return fmt.Errorf("svg: the picture has no size")
	}
	scale := min(2, math.Sqrt(maxPixels/(p.W*p.H)))
	c := gg.NewContext(int(math.Ceil(p.W*scale)), int(math.Ceil(p.H*scale)))
	c.Scale(scale, scale)
	d := &drawing{Context: c, scale: scale}
	for i := range p.Items {
		if err := d.item(&p.Items[i]); err != nil {
			return err
		}
	}
	return png.Encode(w, c.Image())
}

// drawing is a PNG on its way.
type drawing struct {
	*gg.Context
	scale float64 // pixels to the point; gg does not scale lines
	fonts [3]*sfnt.Font
	buf   sfnt.Buffer
}

func (d *drawing) item(i *item) error {
	d.NewSubPath()
	d.ClearPath()
	if i.Text == "" {
		for _, s := range i.Path {
			switch s.Op {
			case 'M':
				d.MoveTo(s.To[0].X, s.To[0].Y)
			case 'L':
				d.LineTo(s.To[0].X, s.To[0].Y)
			case 'C':
				d.CubicTo(s.To[0].X, s.To[0].Y, s.To[1].X, s.To[1].Y, s.To[2].X, s.To[2].Y)
			case 'Z':
				d.ClosePath()
				if len(i.Path) > 1 && i.Path[1].Op == 'L' { // gg joins no lines where a path begins
					d.LineTo(i.Path[1].To[0].X, i.Path[1].To[0].Y)
				}
			}
		}
		d.fill(i.Fill)
		d.stroke(i)
		return nil
	}
	if err := d.outline(i); err != nil {
		return err
	}
	d.stroke(i) // the light outline that keeps words readable on lines
	d.fill(i.Fill)
	return nil
}

func (d *drawing) fill(c color.NRGBA) {
	if c.A > 0 {
		d.SetColor(c)
		d.FillPreserve()
	}
}

func (d *drawing) stroke(i *item) {
	if i.Stroke.A == 0 {
		return
	}
	dash := make([]float64, len(i.Dash))
	for k, v := range i.Dash {
		dash[k] = v * d.scale
	}
	d.SetDash(dash...)
	d.SetLineWidth(i.Width * d.scale)
	d.SetLineJoinRound()
	d.SetLineCapButt()
	d.SetColor(i.Stroke)
	d.StrokePreserve()
}

// face is regular, bold or italic.
func (s *style) face() int {
	switch {
	case s.Bold:
		return 1
	case s.Italic:
		return 2
	}
	return 0
}

var fontFiles = [...][]byte{goregular.TTF, gobold.TTF, goitalic.TTF}

// outline makes a path of the letters of a text.
func (d *drawing) outline(i *item) error {
	k := i.face()
	if d.fonts[k] == nil {
		f, err := sfnt.Parse(fontFiles[k])
		if err != nil {
			return err
		}
		d.fonts[k] = f
	}
	f := d.fonts[k]
	size := fixed.I(1000)
	var glyphs []sfnt.GlyphIndex
	var at []float64
	wide := 0.0
	for _, r := range i.Text {
		g, err := f.GlyphIndex(&d.buf, r)
		if err != nil {
			return err
		}
		advance, err := f.GlyphAdvance(&d.buf, g, size, font.HintingNone)
		if err != nil {
			return err
		}
		glyphs, at = append(glyphs, g), append(at, wide)
		wide += float64(advance) / 64000
	}
	m := i.place(wide)
	for n, g := range glyphs {
		segments, err := f.LoadGlyph(&d.buf, g, size, nil)
		if err != nil {
			return err
		}
		d.glyph(segments, m.times(matrix{1, 0, 0, 1, at[n], 0}))
	}
	return nil
}

// place is where a text of some width, in sizes, comes to stand: squeezed to the width it must have.
func (i *item) place(wide float64) matrix {
	across := i.Size
	if i.Wide > 0 && wide > 0 {
		across = i.Wide / wide
	}
	sin, cos := math.Sincos(i.Turn)
	m := matrix{cos * across, sin * across, -sin * i.Size, cos * i.Size, i.At.X, i.At.Y}
	if i.Anchor == "middle" {
		m = m.times(matrix{1, 0, 0, 1, -wide / 2, 0})
	}
	return m
}

// glyph adds the outline of one letter.
func (d *drawing) glyph(segments sfnt.Segments, m matrix) {
	to := func(p fixed.Point26_6) point { return m.at(float64(p.X)/64000, float64(p.Y)/64000) }
	for k, s := range segments {
		a := to(s.Args[0])
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			if k > 0 {
				d.ClosePath()
			}
			d.MoveTo(a.X, a.Y)
		case sfnt.SegmentOpLineTo:
			d.LineTo(a.X, a.Y)
		case sfnt.SegmentOpQuadTo:
			b := to(s.Args[1])
			d.QuadraticTo(a.X, a.Y, b.X, b.Y)
		case sfnt.SegmentOpCubeTo:
			b, c := to(s.Args[1]), to(s.Args[2])
			d.CubicTo(a.X, a.Y, b.X, b.Y, c.X, c.Y)
		}
	}
	if len(segments) > 0 {
		d.ClosePath()
	}
}
