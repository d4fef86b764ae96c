package annotate

import (
	"bufio"
	"fmt"
	"strings"
	"unicode/utf8"

	"dateline/extract"
	"dateline/graph"
)

// writeTimeML prints the article after TimeML 1.2.1 (Saurí et al. 2006) with its time expressions only: no EVENT and
// no TLINK. What stands between <TEXT> and </TEXT> is Document.Text byte for byte once tags are taken out and
// references resolved; only characters that XML cannot hold become U+FFFD.
func writeTimeML(w *bufio.Writer, d *extract.Document) error {
	fmt.Fprintf(w, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"+
		"<TimeML xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:noNamespaceSchemaLocation=\"http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd\">\n\n")
	fmt.Fprintf(w, "<DOCID>%s</DOCID>\n\n", escape(d.ID))
	value := boundsOf(d.Published).EDTF
	if value == "" || d.PublishedFrom == graph.PublishedInferred { // no bounds in TIMEX3
		value = "XXXX-XX-XX"
	}
	fmt.Fprintf(w, "<DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"%s\" temporalFunction=\"false\" functionInDocument=\"CREATION_TIME\">%[1]s</TIMEX3></DCT>\n\n",
		escape(value))
	fmt.Fprintf(w, "<TITLE>%s</TITLE>\n\n<TEXT>", escape(d.Title))
	at := 0
	for i, t := range d.Times {
		s := d.Span(t.At)
		w.WriteString(escape(d.Text[at:s.Start]))
		fmt.Fprintf(w, "<TIMEX3 tid=\"t%d\" type=\"%s\" value=\"%s\"", i+1, escape(t.Type), escape(t.Value))
		if t.Mod != "" {
			fmt.Fprintf(w, " mod=\"%s\"", escape(t.Mod))
		}
		fmt.Fprintf(w, ">%s</TIMEX3>", escape(d.Text[s.Start:s.End]))
		at = s.End
	}
	w.WriteString(escape(d.Text[at:]))
	_, err := w.WriteString("</TEXT>\n\n</TimeML>\n")
	return err
}

// escape makes s fit for text and attribute values alike. A carriage return is written as a reference, as parsers would
// make a line feed of it.
func escape(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '&':
			b.WriteString("&amp;")
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '"':
			b.WriteString("&quot;")
		case r == '\r':
			b.WriteString("&#13;")
		case r < ' ' && r != '\t' && r != '\n', r == 0xFFFE, r == 0xFFFF:
			b.WriteRune(utf8.RuneError)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
