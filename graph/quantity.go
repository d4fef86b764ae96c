package graph

import (
	"strconv"
	"strings"
)

// String is the number in words, without what is counted: "129", "at least 100", "about 35 minutes".
func (q Quantity) String() string {
	var parts []string
	for _, n := range []struct {
		word string
		is   float64
	}{{"", q.Value}, {"at least ", q.AtLeast}, {"at most ", q.AtMost}} {
		if n.is != 0 {
			parts = append(parts, n.word+strconv.FormatFloat(n.is, 'f', -1, 64))
		}
	}
	text := strings.Join(parts, ", ")
	if q.About {
		text = "about " + text
	}
	return strings.TrimSpace(text + " " + q.Unit)
}
