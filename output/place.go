package output

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"sync"

	graphviz "github.com/goccy/go-graphviz"

	"dateline/output/wasmcache"
)

// The renderer has compiled itself by now (its init ran before ours): give TMPDIR back. See package wasmcache.
func init() { wasmcache.Restore() }

// placing lets one layout run at a time: Graphviz keeps its state in one WebAssembly memory (goccy/go-graphviz#117).
// A layout is never cancelled, since that breaks all later ones (#118), and what it takes of memory stays taken (#111).
// So charts are small; and who wants a deadline, or runs for long, lets another process place them: see Options.Place.
var placing sync.Mutex

// engine is the one renderer of this process: each new one would keep its plugins in memory for good.
var engine = sync.OnceValues(func() (*graphviz.Graphviz, error) { return graphviz.New(context.Background()) })

// Place lays out graphs of the DOT language with Graphviz and gives its plain format for each.
func Place(graphs []string) ([]string, error) {
	placing.Lock()
	defer placing.Unlock()
	engine, err := engine()
	if err != nil {
		return nil, fmt.Errorf("start graphviz: %w", err)
	}
	placed := make([]string, len(graphs))
	for i, text := range graphs {
		if placed[i], err = placeOne(engine, text); err != nil {
			return nil, fmt.Errorf("graphviz: %w", err)
		}
	}
	return placed, nil
}

func placeOne(engine *graphviz.Graphviz, text string) (string, error) {
	g, err := graphviz.ParseBytes([]byte(text))
	switch {
	case err != nil:
		return "", err
	case g == nil: // it could not be read, and the library has lost the reason
		return "", errors.New("the graph could not be read")
	}
	defer g.Close()
	var plain bytes.Buffer
	if err := engine.Render(context.Background(), g, "plain", &plain); err != nil {
		return "", err
	}
	return plain.String(), nil
}
