// Package wasmcache keeps the code cache of the map renderer where nobody else can write.
//
// github.com/goccy/go-graphviz is Graphviz compiled to WebAssembly. In the init of its package internal/wasm it
// compiles that to machine code and keeps the result in os.TempDir()/go-graphviz: a folder of a guessable name in a
// place where everyone may write. Who makes it first can put machine code there that our process will run. The library
// has no setting for it, and it runs before any code of main.
//
// So this package has an init of its own, the one reason why dateline has any: it points TMPDIR at a private folder
// while the renderer starts up, and Restore, called by the init of package output, points it back. The order is
// promised by the language: Go sorts packages by import path and always takes the first one whose imports are ready
// (go.dev/ref/spec#Package_initialization, since Go 1.21). "dateline/output/wasmcache" sorts before "github.com/…",
// and this package imports nothing that the renderer does not need too. A test holds the path and the imports to that.
//
// The folder is os.UserCacheDir()/dateline; it must be a real directory, ours, closed to all others, and no other
// user may be able to replace it or a folder above it. Where there is none such, TMPDIR points to a place where nothing
// can be made, and the renderer works without a cache: about half a second more at each start, and no risk.
//
// On Windows and Plan 9 nothing is done: os.TempDir is the user's own folder there, or TMPDIR is not looked at.
package wasmcache

import "os"

// variable is what os.TempDir looks at on Unix.
const variable = "TMPDIR"

// nowhere is below a file, so that no folder can be made there: not even by root.
const nowhere = "/dev/null/dateline"

// before is what TMPDIR was, and whether it was set, until Restore.
var before struct {
	value    string
	set, ask bool
}

func init() {
	dir, act := folder()
	if !act {
		return
	}
	if dir == "" {
		dir = nowhere
	}
	before.value, before.set = os.LookupEnv(variable)
	before.ask = os.Setenv(variable, dir) == nil
}

// Restore gives TMPDIR back its value. Package output calls it once, when the renderer is ready.
func Restore() {
	if !before.ask {
		return
	}
	before.ask = false
	if before.set {
		os.Setenv(variable, before.value)
	} else {
		os.Unsetenv(variable)
	}
}
