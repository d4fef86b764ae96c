package ingest

import (
	"crypto/sha256"
	"encoding/hex"
)

// IDs finds the articles of a run that have one ID though they are not the same article, and tells them apart. An
// article must not be called one thing when it is read alone and another because of what was read before it; so
// nothing is decided before all have been seen: Add each, then ask Final for each. The outcome does not depend on
// the order. The zero value is ready to use; it is not for several goroutines at once.
type IDs struct {
	text map[string][sha256.Size]byte // of the first article with the ID
	many map[string]bool              // IDs that stand for different texts
}

// Add takes note of an article. Articles with the same ID and the same text are one.
func (s *IDs) Add(id, text string) {
	sum := sha256.Sum256([]byte(text))
	if s.text == nil {
		s.text, s.many = map[string][sha256.Size]byte{}, map[string]bool{}
	}
	if had, ok := s.text[id]; !ok {
		s.text[id] = sum
	} else if had != sum {
		s.many[id] = true
	}
}

// Final is the ID under which the article goes into the graph: its own, or, where another text has that too, the ID
// with the first eight hex digits of the text's SHA-256 behind it.
func (s *IDs) Final(id, text string) string {
	if !s.many[id] {
		return id
	}
	sum := sha256.Sum256([]byte(text))
	return id + "-" + hex.EncodeToString(sum[:4])
}
