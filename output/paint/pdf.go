package paint

import (
	"image/color"
	"io"
	"math"
	"time"

	"codeberg.org/go-pdf/fpdf"
)

// PDF writes an SVG of ours as a PDF of one page, with text that can be searched and copied. It carries no date but the
// beginning of time, so that the same picture gives the same bytes.
func PDF(w io.Writer, svg string) error {
	p, err := read(svg)
	if err != nil {
		return err
	}
	d := &document{Fpdf: fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: p.W, Ht: p.H}})}
	d.SetCreationDate(time.Unix(0, 0).UTC())
	d.SetModificationDate(time.Unix(0, 0).UTC())
	d.SetCatalogSort(true)
	d.SetProducer("dateline", true)
	d.SetMargins(0, 0, 0)
	d.SetAutoPageBreak(false, 0)
	for i, file := range fontFiles {
		d.AddUTF8FontFromBytes(fontNames[i], "", file)
	}
	d.AddPage()
	for i := range p.Items {
		d.item(&p.Items[i])
	}
	return d.Output(w)
}

var fontNames = [...]string{"regular", "bold", "italic"}

// document is a PDF on its way. Its library keeps the first error for Output.
type document struct{ *fpdf.Fpdf }

func (d *document) item(i *item) {
	if i.Text != "" {
		d.text(i)
		return
	}
	how := ""
	if i.Fill.A > 0 {
		how = "F"
		d.SetFillColor(rgb(i.Fill))
	}
	if i.Stroke.A > 0 {
		how += "D"
		d.SetDrawColor(rgb(i.Stroke))
		d.SetLineWidth(i.Width)
		d.SetLineJoinStyle("round")
		d.SetDashPattern(i.Dash, 0)
		d.SetAlpha(float64(i.Stroke.A)/255, "Normal")
	}
	if how == "" {
		return
	}
	for _, s := range i.Path {
		switch s.Op {
		case 'M':
			d.MoveTo(s.To[0].X, s.To[0].Y)
		case 'L':
			d.LineTo(s.To[0].X, s.To[0].Y)
		case 'C':
			d.CurveBezierCubicTo(s.To[0].X, s.To[0].Y, s.To[1].X, s.To[1].Y, s.To[2].X, s.To[2].Y)
		case 'Z':
			d.ClosePath()
		}
	}
	d.DrawPath(how)
	d.SetAlpha(1, "Normal")
}

// text writes a text, first its light outline if it has one.
func (d *document) text(i *item) {
	d.SetFont(fontNames[i.face()], "", i.Size)
	m := i.place(d.GetStringWidth(i.Text) / i.Size)
	d.TransformBegin()
	// The library's page counts downwards, the matrix of PDF upwards.
	_, high := d.GetPageSize()
	sin, cos := math.Sincos(i.Turn)
	squeeze := math.Hypot(m.a, m.b) / i.Size
	d.Transform(fpdf.TransformMatrix{A: cos * squeeze, B: -sin * squeeze, C: sin, D: cos, E: m.e, F: high - m.f})
	if i.Stroke.A > 0 {
		d.SetDrawColor(rgb(i.Stroke))
		d.SetLineWidth(i.Width)
		d.SetDashPattern(nil, 0)
		d.SetTextRenderingMode(1)
		d.Text(0, high, i.Text)
		d.SetTextRenderingMode(0)
	}
	d.SetTextColor(rgb(i.Fill))
	d.Text(0, high, i.Text)
	d.TransformEnd()
}

func rgb(c color.NRGBA) (r, g, b int) { return int(c.R), int(c.G), int(c.B) }
