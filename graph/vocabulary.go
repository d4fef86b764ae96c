package graph

import (
	"math"
	"strings"
)

// vocabulary numbers the words of a graph and knows how many of its sources have each.
type vocabulary struct {
	number  map[string]int32
	sources []float64 // by word
	digits  []bool    // by word: whether it is a number, other than a year
	long    []bool    // and of more than one digit
	of      float64   // how many sources there are
}

// term is a word and its weight.
type term struct {
	word   int32
	weight float32
}

// words are the numbers of the longer words of a text and of what has digits, in its order; see longWords. The plural's s
// is left off.
func (v *vocabulary) words(text string) (all []int32) {
	for _, w := range longWords(decimals(text)) {
		if n := len(w); n > 4 && w[n-1] == 's' && w[n-2] != 's' {
			w = w[:n-1]
		}
		all = append(all, v.word(w))
	}
	return all
}

// decimals is text with "d" for the point, hyphen or stroke inside numbers, which fold would drop: 2.8 is not 28, and
// 6-3/16 no 16.
func decimals(text string) string {
	digit := func(i int) bool { return '0' <= text[i] && text[i] <= '9' }
	var b []byte
	for i := 1; i+1 < len(text); i++ {
		if (text[i] == '.' || text[i] == '-' || text[i] == '/') && digit(i-1) && digit(i+1) {
			if b == nil {
				b = []byte(text)
			}
			b[i] = 'd'
		}
	}
	if b == nil {
		return text
	}
	return string(b)
}

func (v *vocabulary) word(w string) int32 {
	n, ok := v.number[w]
	if !ok {
		number := w[0] <= '9' && !isYear(w)
		n = int32(len(v.sources))
		v.number[strings.Clone(w)] = n
		v.sources = append(v.sources, 0)
		v.digits = append(v.digits, number)
		v.long = append(v.long, number && len(w) > 1)
	}
	return n
}

// isYear tells whether w may well be a year: that two sentences name one says little of the numbers in them.
func isYear(w string) bool {
	return len(w) == 4 && (w[:2] == "19" || w[:2] == "20") && w[2] <= '9' && w[3] <= '9'
}

// rarity is the weight of a word, above 0: the fewer sources have it, the more (Spärck Jones, "A statistical
// interpretation of term specificity", 1972).
func (v *vocabulary) rarity(w int32) float64 { return math.Log(1 + v.of/max(v.sources[w], 1)) }

// says is how much it says that two texts have a word in common, 0…1: the square of its rarity beside that of a word which
// no other source has.
func (v *vocabulary) says(w int32) float64 { return says(v.sources[w], v.of) }

// says is that of what have of all sources name. Of few sources little can be said about what is rare: they are taken for
// fewest.
func says(have, of float64) float64 {
	const fewest = 50
	of = max(of, fewest)
	r := math.Log(1+of/max(have, 1)) / math.Log(1+of)
	return r * r
}
