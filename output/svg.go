package output

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"sync"

	graphviz "github.com/goccy/go-graphviz"
	"github.com/goccy/go-graphviz/cgraph"

	"dateline/output/wasmcache"
)

// The renderer has compiled itself by now (its init ran before ours): give TMPDIR back. See package wasmcache.
func init() { wasmcache.Restore() }

// rendering lets one layout run at a time: Graphviz keeps its state in one WebAssembly memory (goccy/go-graphviz#117).
// A layout is never cancelled, since that breaks all later ones (#118); charts are small enough instead.
var rendering sync.Mutex

// point is a place in the picture, in points, y downwards.
type point struct{ X, Y float64 }

// placement is where Graphviz put a chart.
type placement struct {
	W, H  float64
	Nodes []point   // centre of each node
	Paths [][]point // Bézier curve of each link: a start, then three points for each piece
	Words []point   // centre of the label of each link
}

// render lets Graphviz place a chart. Anything that does not come back whole is an error: a picture that silently
// lacks a link would be worse than none.
func render(c *chart, direction string) (*placement, error) {
	rendering.Lock()
	defer rendering.Unlock()
	ctx := context.Background()
	engine, err := graphviz.New(ctx)
	if err != nil {
		return nil, fmt.Errorf("start graphviz: %w", err)
	}
	defer engine.Close()
	drawn, err := graphviz.ParseBytes([]byte(c.dot(direction)))
	if err != nil {
		return nil, fmt.Errorf("map: %w", err)
	}
	defer drawn.Close()
	// The format "dot" hangs the places on nodes and edges, where they can be read.
	if err := engine.Render(ctx, drawn, "dot", io.Discard); err != nil {
		return nil, fmt.Errorf("map: %w", err)
	}
	return read(drawn, c)
}

// read takes the places of a layout over and checks that nothing is missing.
func read(drawn *cgraph.Graph, c *chart) (*placement, error) {
	r := &reader{drawn: drawn, flipped: c.flipped(), p: &placement{Nodes: make([]point, len(c.Nodes)), Paths: make([][]point, len(c.Links)),
		Words: make([]point, len(c.Links))}}
	box := r.numbers(drawn.GetStr("bb"))
	if len(box) != 4 {
		return nil, fmt.Errorf("map: graphviz gave no bounding box")
	}
	r.p.W, r.p.H = box[2]-box[0], box[3]-box[1]
	nodes, edges := 0, 0
	n, err := drawn.FirstNode()
	for ; n != nil && err == nil; n, err = drawn.NextNode(n) {
		r.node(n)
		nodes++
		e, err := drawn.FirstOut(n)
		for ; e != nil && err == nil; e, err = drawn.NextOut(e) {
			r.edge(e)
			edges++
		}
		r.fail(err)
	}
	r.fail(err)
	if r.err == nil && (nodes != len(c.Nodes) || edges != len(c.Links)) {
		r.err = fmt.Errorf("%d of %d nodes and %d of %d links came back", nodes, len(c.Nodes), edges, len(c.Links))
	}
	if r.err != nil {
		return nil, fmt.Errorf("map: %w", r.err)
	}
	return r.p, nil
}

// reader collects places; the first error stays.
type reader struct {
	drawn   *cgraph.Graph
	flipped []bool
	p       *placement
	err     error
}

func (r *reader) fail(err error) {
	if r.err == nil {
		r.err = err
	}
}

// node reads "x,y".
func (r *reader) node(n *cgraph.Node) {
	name, err := n.Name()
	r.fail(err)
	i, ok := number(name, "n", len(r.p.Nodes))
	pos := r.points(n.GetStr("pos"))
	if !ok || len(pos) != 1 {
		r.fail(fmt.Errorf("node %q has no place", name))
		return
	}
	r.p.Nodes[i] = pos[0]
}

// edge reads the curve and the centre of its label.
func (r *reader) edge(e *cgraph.Edge) {
	i, ok := number(e.GetStr("id"), "e", len(r.p.Paths))
	path, words := r.points(e.GetStr("pos")), r.points(e.GetStr("lp"))
	if !ok || len(path) < 4 || len(path)%3 != 1 || len(words) != 1 {
		r.fail(fmt.Errorf("link %q has no place", e.GetStr("id")))
		return
	}
	if r.flipped[i] {
		slices.Reverse(path)
	}
	r.p.Paths[i], r.p.Words[i] = path, words[0]
}

// points reads "x,y x,y …"; Graphviz counts y upwards.
func (r *reader) points(s string) []point {
	var list []point
	for _, f := range strings.Fields(s) {
		if xy := r.numbers(f); len(xy) == 2 {
			list = append(list, point{xy[0], r.p.H - xy[1]})
		}
	}
	return list
}

// numbers reads numbers with commas between them.
func (r *reader) numbers(s string) []float64 {
	var list []float64
	for _, f := range strings.Split(s, ",") {
		v, err := strconv.ParseFloat(f, 64)
		if err != nil {
			return nil
		}
		list = append(list, v)
	}
	return list
}

// number reads "n12", smaller than max.
func number(s, prefix string, max int) (int, bool) {
	digits, ok := strings.CutPrefix(s, prefix)
	i, err := strconv.Atoi(digits)
	return i, ok && err == nil && i >= 0 && i < max
}
