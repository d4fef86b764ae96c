// Package linear is the run time of the linear models: hashed features, tables of small integer weights; and the file
// that holds these and all other models. A model is used in place: Open checks a header and points slices into the
// bytes, nothing is decoded.
//
// A feature is a number: atoms (a word's hash, a tag, a distance) mixed with the number of the template that asks for
// them. No feature has a name and no table holds keys; two features that fall on one weight share it (Ganchev and
// Dredze, 2008, "Small Statistical Models by Random Feature Mixing"). Weights are learned by package extract/train
// and rounded to 8 bits, so a score is an exact whole number and the same on every machine.
package linear

import "github.com/cespare/xxhash/v2"

// Atom is the 32-bit hash of a piece of text, to be mixed into features.
func Atom(s string) uint32 { return uint32(xxhash.Sum64String(s) >> 32) }

// HashBytes is the 64-bit hash of a piece of text, the key of a Dict.
func HashBytes(b []byte) uint64 { return xxhash.Sum64(b) }

const (
	mixA = 0x9e3779b97f4a7c15
	mixB = 0xbf58476d1ce4e5b9
	mixC = 0x94d049bb133111eb
)

// Mix makes a feature of a template's number and up to three atoms. Its high bits are the well mixed ones.
func Mix(template, a, b, c uint32) uint64 {
	h := (uint64(a)<<32 | uint64(b)) + uint64(template)*mixA
	h = (h ^ h>>31) * mixB
	h = (h ^ h>>29 ^ uint64(c)) * mixC
	return h ^ h>>32
}

// Join hashes a further atom into h, for lists of any length and for the keys of a Dict.
func Join(h uint64, a uint32) uint64 {
	h = (h ^ uint64(a) ^ h>>31) * mixB
	return h ^ h>>29
}

// Slot is where feature h lies in a table of 2^bits places.
func Slot(h uint64, bits int) uint32 { return uint32(h >> (64 - uint(bits))) }
