package paint

import (
	"bytes"
	"image/color"
	"image/png"
	"strings"
	"testing"
)

// scene has everything that our pictures are made of.
const scene = `<svg xmlns="http://www.w3.org/2000/svg" width="200pt" height="100pt" viewBox="0 0 200 100" font-family="Helvetica">
<title>t</title><desc>d</desc><style>.x{fill:red}</style><defs><marker id="tip"><path d="M0,0z"/></marker></defs>
<rect class="ground" width="200" height="100" fill="#ffffff"/>
<g transform="translate(100 50)"><a href="x#y"><title>a tip</title><rect x="-20" y="-10" width="40" height="20" fill="#f00" stroke="none"/></a></g>
<circle cx="20" cy="20" r="8" fill="#00ff00" stroke="#000000" stroke-width="2"/>
<ellipse cx="180" cy="20" rx="12" ry="6" fill="none" stroke="#0000ff" stroke-width="4" stroke-dasharray="3 1"/>
<polygon points="170,80 190,80 180,95" fill="#00f"/>
<path d="M5,90C20,90 30,90 50,90" fill="none" stroke="#c04a00" stroke-width="2" marker-end="url(#tip)" marker-start="url(#tip)"/>
<path d="M60,80H70V90l-5,5L60,90z" fill="#0072b2" stroke-opacity="0.5" stroke="#000"/>
<text x="100" y="30" font-size="12" text-anchor="middle" textLength="60" font-weight="bold" fill="#111">Müller &amp; Жуков</text>
<g transform="translate(10 70) rotate(-40)"><text font-size="10" font-style="italic" fill="#222" stroke="#fff" stroke-width="3">rises</text></g>
</svg>`

func render(t *testing.T, svg string) (at func(x, y int) color.NRGBA, w, h int) {
	t.Helper()
	var b bytes.Buffer
	if err := PNG(&b, svg); err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(&b)
	if err != nil {
		t.Fatal(err)
	}
	return func(x, y int) color.NRGBA { return color.NRGBAModel.Convert(img.At(x, y)).(color.NRGBA) }, img.Bounds().Dx(), img.Bounds().Dy()
}

// TestPNG: shapes stand where the SVG says, at two pixels to the point.
func TestPNG(t *testing.T) {
	at, w, h := render(t, scene)
	if w != 400 || h != 200 {
		t.Fatalf("%d × %d pixels", w, h)
	}
	for _, c := range []struct {
		what string
		x, y int // points
		want color.NRGBA
	}{
		{"ground", 150, 60, color.NRGBA{255, 255, 255, 255}},
		{"moved rect", 85, 50, color.NRGBA{255, 0, 0, 255}},
		{"outside the rect", 78, 50, color.NRGBA{255, 255, 255, 255}},
		{"circle", 20, 20, color.NRGBA{0, 255, 0, 255}},
		{"inside of the ellipse", 180, 20, color.NRGBA{255, 255, 255, 255}},
		{"polygon", 180, 84, color.NRGBA{0, 0, 255, 255}},
		{"line", 27, 90, color.NRGBA{0xc0, 0x4a, 0, 255}},
		{"arrow head, beside the line", 44, 92, color.NRGBA{0xc0, 0x4a, 0, 255}},
		{"arrow tail, beside the line", 11, 88, color.NRGBA{0xc0, 0x4a, 0, 255}},
		{"path of straight lines", 65, 85, color.NRGBA{0, 0x72, 0xb2, 255}},
	} {
		if got := at(2*c.x, 2*c.y); got != c.want {
			t.Errorf("%s: %v, want %v", c.what, got, c.want)
		}
	}
	dark := func(x0, y0, x1, y1 int) (n int) {
		for x := 2 * x0; x < 2*x1; x++ {
			for y := 2 * y0; y < 2*y1; y++ {
				if c := at(x, y); c.R < 100 && c.G < 100 && c.B < 100 {
					n++
				}
			}
		}
		return n
	}
	if dark(70, 20, 130, 33) < 200 || dark(55, 20, 69, 33) > 0 || dark(131, 20, 150, 33) > 0 {
		t.Error("the centred text does not fill its 60 points")
	}
	if dark(8, 50, 30, 72) < 20 {
		t.Error("no slanted text")
	}
}

// TestPDF: one whole file, the same each time.
func TestPDF(t *testing.T) {
	var a, b bytes.Buffer
	if err := PDF(&a, scene); err != nil {
		t.Fatal(err)
	}
	if err := PDF(&b, scene); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("two runs gave different bytes")
	}
	if s := a.String(); !strings.HasPrefix(s, "%PDF-") || !strings.HasSuffix(strings.TrimSpace(s), "%%EOF") || !strings.Contains(s, "/MediaBox [0 0 200.00 100.00]") {
		t.Errorf("not the PDF that it should be: %.80q", s)
	}
}

// TestRefused: what cannot be drawn is an error, never left out.
func TestRefused(t *testing.T) {
	for _, inside := range []string{`<image href="x"/>`, `<line x1="0"/>`, `<path d="M0,0Q1,1 2,2"/>`, `<path d="0"/>`, `<rect fill="red"/>`, `<rect x="wide"/>`, `<rect x="NaN"/>`,
		`<g transform="skewX(3)"/>`, `<rect`, `<script/>`} {
		svg := `<svg viewBox="0 0 10 10">` + inside + `</svg>`
		for name, write := range map[string]func(*bytes.Buffer, string) error{
			"png": func(b *bytes.Buffer, s string) error { return PNG(b, s) }, "pdf": func(b *bytes.Buffer, s string) error { return PDF(b, s) },
		} {
			if err := write(&bytes.Buffer{}, svg); err == nil {
				t.Errorf("%s: %s was drawn", name, inside)
			}
		}
	}
	if err := PNG(&bytes.Buffer{}, `<svg/>`); err == nil {
		t.Error("a picture without size was drawn")
	}
}

// TestBig: a big picture is drawn more coarsely.
func TestBig(t *testing.T) {
	_, w, h := render(t, `<svg viewBox="0 0 20000 4000"><rect width="20000" height="4000" fill="#fff"/></svg>`)
	if w*h > maxPixels*1.01 || w < 4*h {
		t.Errorf("%d × %d pixels", w, h)
	}
}
