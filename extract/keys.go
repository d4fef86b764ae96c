package extract

import (
	"strings"

	"dateline/graph"
)

// EntityKeys gives the name, kind, identifying keys and other names of the chain whose first mention is first.
func EntityKeys(d *Document, first int) (name string, kind graph.Kind, keys, aliases []string) {
	x := d.Mentions[first]
	return x.Name, x.Kind, []string{string(x.Kind) + ":" + strings.ToLower(x.Name)}, nil
}
