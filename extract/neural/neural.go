// Package neural gives each token its parts of speech and each sentence its dependency tree with one small network.
//
// A word enters as the sum of a few table rows (itself, its endings, its beginning, its shape). Three convolutions of
// width 3 (Collobert et al., 2011, "Natural Language Processing (Almost) from Scratch", section 3.3) and one gated
// recurrence in each direction (after Bradbury et al., 2017, "Quasi-Recurrent Neural Networks") let it see its
// sentence. From the same numbers come the moves of an arc-hybrid parser (Kiperwasser and Goldberg, 2016, "Simple and
// Accurate Dependency Parsing Using Bidirectional LSTM Feature Representations", section 4), learned with a dynamic oracle,
// and, when the tree is finished, the tags: a word's place in the tree tells much of what it is ("that" as a conjunction,
// "put" as a participle), more than tags tell the parser. We differ in that everything before the first non-linearity is
// folded into the rows of the tables, so the input layer and the static word vectors cost a few additions.
package neural

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"sync"
	"unsafe"

	"dateline/extract"
	"dateline/extract/linear"
	"dateline/extract/neural/kernel"
)

// ModelFile is where New finds the model.
const ModelFile = "models/english.bin"

// The shape of the network.
const (
	Width  = kernel.Both   // of the encoder
	Layers = 3             // of convolution
	Gates  = kernel.Gates  // inputs of the recurrence
	Hidden = kernel.Hidden // of the parser
)

// Tag is a class of the tagger.
type Tag struct{ UPOS, XPOS string }

// Net is a loaded model; it is safe for use by many goroutines.
type Net struct {
	kind    kernel.Kind
	tags    []Tag
	names   []string // of relations
	words   linear.Dict
	rows    []int8 // of Width
	scales  []float32
	bias    []float32
	conv    [Layers]layer
	gates   layer
	slots   []float32 // packed, Width × WordRows·Hidden
	static  []float32
	moves   []float32
	moveAt  *[kernel.Outputs]float32
	tagging []float32
	tagAt   *[kernel.Outputs]float32
	morph   Morph
	// acronyms look like common words.
	acronyms []acronym
	scratch  sync.Pool
}

// layer is a packed matrix with its bias.
type layer struct{ weights, bias []float32 }

// New reads the model from files, the data folder. Lemmas and features come from morph; with nil they stay empty.
func New(files fs.FS, morph Morph) (*Net, error) {
	b, err := fs.ReadFile(files, ModelFile)
	if err != nil {
		return nil, err
	}
	n, err := Open(b, kernel.Best(), morph)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", ModelFile, err)
	}
	n.acronyms, err = readAcronyms(files)
	return n, err
}

// Open makes a Net of the bytes of a model, which must not change, that calculates in the given way.
func Open(b []byte, kind kernel.Kind, morph Morph) (*Net, error) {
	f, err := linear.Open(b)
	if err != nil {
		return nil, err
	}
	n := &Net{kind: kind, morph: morph}
	if err := n.openWords(f); err != nil {
		return nil, err
	}
	o := opener{file: f}
	for i := range n.conv {
		n.conv[i] = layer{o.floats(ConvName(i), 3*Width*Width), o.floats(ConvName(i)+" bias", Width)}
	}
	n.bias = o.floats("input bias", Width)
	n.gates = layer{o.floats("gates", Width*Gates), o.floats("gates bias", Gates)}
	n.slots = o.floats("slots", Width*WordRows*Hidden)
	n.static = o.floats("static", Static)
	n.moves, n.moveAt = o.outputs("moves")
	n.tagging, n.tagAt = o.outputs("tagging")
	if o.err != nil {
		return nil, o.err
	}
	n.scratch.New = func() any { return n.newScratch() }
	return n, nil
}

// ConvName is the name of a convolution's section.
func ConvName(i int) string { return fmt.Sprintf("convolution %d", i+1) }

// openWords reads what has to do with strings: classes, relations, words and their rows.
func (n *Net) openWords(f *linear.File) error {
	tags, err1 := f.Strings("tags")
	names, err2 := f.Strings("relations")
	words, err3 := f.Dict("words")
	rows, err4 := f.Bytes("rows")
	scales, err5 := f.Numbers("scales")
	if err := errors.Join(err1, err2, err3, err4, err5); err != nil {
		return err
	}
	if len(scales) < FirstWord || len(rows) != len(scales)*Width || names.Len() == 0 || names.Len() > Relations || tags.Len() == 0 || tags.Len() > kernel.Outputs {
		return errors.New("tables of the wrong size")
	}
	for i := range tags.Len() {
		upos, xpos, _ := strings.Cut(tags.At(i), " ")
		n.tags = append(n.tags, Tag{upos, xpos})
	}
	n.names, n.words, n.scales = names.All(), words, floats(scales)
	n.rows = unsafe.Slice((*int8)(unsafe.Pointer(&rows[0])), len(rows))
	return nil
}

// opener takes tables of numbers from a file and keeps the first error.
type opener struct {
	file *linear.File
	err  error
}

func (o *opener) floats(name string, n int) []float32 {
	list, err := o.file.Numbers(name)
	if err == nil && len(list) != n {
		err = fmt.Errorf("model section %q has %d numbers, not %d", name, len(list), n)
	}
	if err != nil && o.err == nil {
		o.err = err
	}
	return floats(list)
}

// outputs are the weights and the bias of a last layer.
func (o *opener) outputs(name string) ([]float32, *[kernel.Outputs]float32) {
	weights, bias := o.floats(name, Hidden*kernel.Outputs), o.floats(name+" bias", kernel.Outputs)
	if o.err != nil {
		return nil, nil
	}
	return weights, (*[kernel.Outputs]float32)(bias)
}

// floats sees the bits of numbers as float32, in place.
func floats(list []uint32) []float32 {
	if len(list) == 0 {
		return nil
	}
	return unsafe.Slice((*float32)(unsafe.Pointer(&list[0])), len(list))
}

// Morph gives a tagged token its lemma and features.
type Morph func(text string, t *extract.Token)
