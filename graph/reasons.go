package graph

import (
	"fmt"
	"strings"
)

// OneBy says, a line for each key, which mentions the entity holds: why those of different articles are one. Of the ties
// within an article Why tells.
//
//	known:person/barack-obama    whoever is person/barack-obama of the lexicon
//	person:barack obama          every person named in full as “barack obama”
//	organization:blue shield     every organization called “blue shield”
//	person:basya@asylum          “basya” in asylum only
func (e *Entity) OneBy() []string {
	lines := make([]string, len(e.Keys))
	for i, key := range e.Keys {
		if id, ok := strings.CutPrefix(key, known); ok {
			lines[i] = "whoever is " + id + " of the lexicon"
			if e.Kind != Person {
				lines[i] = "what is " + id + " of the lexicon"
			}
			continue
		}
		kind, name, _ := strings.Cut(key, ":")
		at := strings.LastIndexByte(name, '@')
		switch {
		case at >= 0:
			lines[i] = fmt.Sprintf("“%s” in %s only", name[:at], name[at+1:])
		case Kind(kind) == Person:
			lines[i] = fmt.Sprintf("every person named in full as “%s”", name)
		default:
			lines[i] = fmt.Sprintf("every %s called “%s”", kind, name)
		}
	}
	return lines
}
