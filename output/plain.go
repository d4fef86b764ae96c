package output

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// point is a place in the picture, in points, y downwards.
type point struct{ X, Y float64 }

// placement is where Graphviz put a chart.
type placement struct {
	W, H  float64
	Nodes []point   // centre of each node
	Paths [][]point // Bézier curve of each link: a start, then three points for each piece
	Words []point   // centre of the label of each link
	// Grounds are what the clusters stand on, behind everything.
	Grounds []ground
}

// readPlain takes the places of a layout over. What does not come back whole is an error: a picture that silently lacks
// a link would be worse than none. Lines of the format, in inches, y
// upwards: "graph SCALE W H", "node NAME X Y …", "edge TAIL HEAD N X Y X Y … LABEL X Y …", "stop".
func readPlain(plain string, c *chart, m manner) (*placement, error) {
	r := &plainReader{p: &placement{Nodes: make([]point, len(c.Nodes)), Paths: make([][]point, len(c.Links)), Words: make([]point, len(c.Links))},
		edges: m.edges(c), turned: m.Turned(c)}
	nodes, edges := 0, 0
	for line := range strings.Lines(plain) {
		f := strings.Fields(line)
		switch {
		case len(f) == 4 && f[0] == "graph":
			r.p.W, r.p.H = r.inches(f[2]), r.inches(f[3])
		case len(f) > 3 && f[0] == "node":
			r.node(f[1:])
			nodes++
		case len(f) > 4 && f[0] == "edge":
			r.edge(f[1:])
			edges++
		}
	}
	if nodes != len(c.Nodes) || edges != len(c.Links) {
		r.fail("%d of %d nodes and %d of %d links came back", nodes, len(c.Nodes), edges, len(c.Links))
	}
	return r.p, r.err
}

// plainReader collects places; the first error stays.
type plainReader struct {
	p      *placement
	edges  map[string]int // links by "tail head"
	turned []bool
	err    error
}

func (r *plainReader) fail(format string, args ...any) {
	if r.err == nil {
		r.err = fmt.Errorf(format, args...)
	}
}

// inches is a number of inches in points.
func (r *plainReader) inches(f string) float64 {
	v, err := strconv.ParseFloat(f, 64)
	if err != nil {
		r.fail("%q is no number", f)
	}
	return v * 72
}

func (r *plainReader) point(x, y string) point { return point{r.inches(x), r.p.H - r.inches(y)} }

// node reads "n3 X Y …".
func (r *plainReader) node(f []string) {
	i, err := strconv.Atoi(strings.TrimPrefix(f[0], "n"))
	if err != nil || i < 0 || i >= len(r.p.Nodes) {
		r.fail("node %q is unknown", f[0])
		return
	}
	r.p.Nodes[i] = r.point(f[1], f[2])
}

// edge reads the curve and the centre of its label: "n1 n2 4 X Y X Y X Y X Y LABEL X Y solid black". The label is a
// stand-in without blanks (see standIn), and so one field.
func (r *plainReader) edge(f []string) {
	i, ok := r.edges[f[0]+" "+f[1]]
	n, err := strconv.Atoi(f[2])
	if !ok || err != nil || n < 4 || n%3 != 1 || len(f) < 3+2*n+3 {
		r.fail("link %q to %q has no place", f[0], f[1])
		return
	}
	path := make([]point, n)
	for k := range path {
		path[k] = r.point(f[3+2*k], f[4+2*k])
	}
	if r.turned[i] {
		slices.Reverse(path)
	}
	r.p.Paths[i], r.p.Words[i] = path, r.point(f[4+2*n], f[5+2*n])
}
