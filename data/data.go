// Package data is what dateline knows: rules, word lists, models and sample articles, embedded in the program. It holds
// no code beyond the embedding; who wants to change what dateline knows opens this folder and needs no Go.
package data

import (
	"embed"
	"unsafe"
)

//go:embed rules lexicon models samples
var folder embed.FS

// The large models once more, as strings: embed.FS copies what it reads, and a copy of them would cost more than all
// else that the program does before it reads its first article. The linker keeps one copy of each file.
var (
	//go:embed models/english.bin
	network string
	//go:embed models/lemmas.bin
	lemmas string
	//go:embed models/names.bin
	names string
)

// Files is the folder as it stood when the program was built: rules/, lexicon/, models/, samples/.
var Files = Folder{folder}

// Folder is the embedded folder. ReadFile gives models in place: their bytes must not be changed.
type Folder struct{ embed.FS }

// ReadFile is the contents of a file.
func (f Folder) ReadFile(name string) ([]byte, error) {
	var s string
	switch name {
	case "models/english.bin":
		s = network
	case "models/lemmas.bin":
		s = lemmas
	case "models/names.bin":
		s = names
	default:
		return f.FS.ReadFile(name)
	}
	return unsafe.Slice(unsafe.StringData(s), len(s)), nil
}
