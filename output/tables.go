package output

import (
	"bufio"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"dateline/graph"
)

// Tables writes events.csv, entities.csv and edges.csv after RFC 4180, with LF: one event, one entity, one line of the
// network a row. The edges join the other two by their ids.
func Tables(create Create, g *graph.Graph, o Options) error {
	return writeSheets(create, newIndex(g), o, sheet{"events.csv", eventRows}, sheet{"entities.csv", entityRows}, sheet{"edges.csv", edgeRows})
}

// sheet is one of several tables.
type sheet struct {
	File string
	Rows func(*rows, *index)
}

// writeSheets writes tables, each into a file of its own.
func writeSheets(create Create, x *index, o Options, sheets ...sheet) error {
	for _, t := range sheets {
		w, err := create(t.File)
		if err != nil {
			return err
		}
		r := newRows(w, o)
		t.Rows(r, x)
		if err := r.Flush(); err != nil {
			return err
		}
	}
	return nil
}

func eventRows(r *rows, x *index) {
	r.row("id", "label", "type", "cameo", "quad", "mode", "status", "edtf", "earliest", "latest", "precision", "sureness", "order", "agents", "affected", "place",
		"said_by", "quantities", "articles", "sources", "url", "quote", "conflicts")
	for _, e := range x.inOrder() {
		n, t := x.entry(e), e.When.Time
		r.row(key(e.ID), n.Label(), clean(e.Type), clean(e.CAMEO), known(e.Quad), clean(e.Mode), clean(string(e.Status)), e.When.EDTF(), t.First.String(), t.Last.String(), precision(t), string(e.When.Sure),
			known(e.Order), list(x.roles(e, acting...)), list(x.roles(e, affected...)), n.Where(), list(n.Says()), list(quantities(e)),
			strconv.Itoa(e.Articles), list(n.sourceIDs()), x.url(e), told(e), list(cleanAll(e.Conflicts)))
	}
}

func entityRows(r *rows, x *index) {
	r.row("id", "name", "type", "aliases", "mentions", "sources")
	for i := range x.graph.Entities {
		e := &x.graph.Entities[i]
		r.row(key(e.ID), nameOf(e), clean(string(e.Kind)), list(cleanAll(e.Aliases)), strconv.Itoa(e.Mentions), strconv.Itoa(e.Sources))
	}
}

func edgeRows(r *rows, x *index) {
	r.row("id", "source", "target", "type", "edtf", "earliest", "latest", "weight")
	for l := range x.edges() {
		r.row(key(l.ID), key(l.From), key(l.To), clean(l.Kind), l.When.EDTF(), l.When.Time.First.String(), l.When.Time.Last.String(), strconv.Itoa(l.Weight))
	}
}

// known is a number; empty where it is 0, not known.
func known(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// list is a list in one cell.
func list(items []string) string { return strings.Join(items, "; ") }

// cleanAll is texts cleaned, without those of which nothing can be shown.
func cleanAll(texts []string) []string {
	var list []string
	for _, s := range texts {
		if s = clean(s); s != "" {
			list = append(list, s)
		}
	}
	return list
}

// quantities are the numbers of an event in words: "killed: at least 129".
func quantities(e *graph.Event) []string {
	var list []string
	for _, q := range e.Quantities {
		list = append(list, clean(q.What+": "+q.String()))
	}
	return list
}

// sourceIDs are the articles of an event.
func (n *entry) sourceIDs() []string {
	ids := make([]string, len(n.From()))
	for i, s := range n.From() {
		ids[i] = key(s.ID)
	}
	return ids
}

// rows writes a table of cells parted by commas or tabs.
type rows struct {
	*bufio.Writer
	comma byte
	raw   bool // cells as they are; else none runs as a formula
}

func newRows(w io.Writer, o Options) *rows {
	return &rows{Writer: bufio.NewWriterSize(w, 1<<16), comma: ',', raw: o.Raw}
}

// row writes one row.
func (r *rows) row(cells ...string) {
	for i, c := range cells {
		if i > 0 {
			r.WriteByte(r.comma)
		}
		if !r.raw && isFormula(c) {
			c = "'" + c
		}
		if !strings.ContainsAny(c, "\",;\t\r\n") && (c == "" || c[0] > ' ' && c[len(c)-1] > ' ') {
			r.WriteString(c)
			continue
		}
		r.WriteByte('"')
		r.WriteString(strings.ReplaceAll(c, `"`, `""`))
		r.WriteByte('"')
	}
	r.WriteByte('\n')
}

// isFormula tells whether a spreadsheet would run a cell, after OWASP, "CSV Injection": what begins with = + - @, also
// in their wide forms. Clean cells have no line breaks, tabs or leading blanks before them. A plain number is none.
func isFormula(cell string) bool {
	first, n := utf8.DecodeRuneInString(cell)
	switch first {
	case '=', '+', '@', '＝', '＋', '－', '＠':
		return true
	case '-':
		return strings.Trim(cell[n:], "0123456789") != ""
	}
	return false
}
