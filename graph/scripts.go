package graph

import (
	"slices"
	"strings"
	"unicode"
)

// mixedScripts tells whether the letters of two names are of different scripts: the Latin and the Cyrillic a look alike, but do
// not make one name.
func mixedScripts(a, b string) bool {
	if ascii(a) && ascii(b) {
		return false
	}
	s, t := scripts(a), scripts(b)
	return s != t && s != 0 && t != 0
}

// scripts are the scripts of the letters of s, a bit each of those that have letters which look alike.
func scripts(s string) (found int) {
	for _, r := range s {
		if !unicode.IsLetter(r) {
			continue
		}
		for i, table := range []*unicode.RangeTable{unicode.Latin, unicode.Cyrillic, unicode.Greek, unicode.Armenian, unicode.Cherokee} {
			if unicode.Is(table, r) {
				found |= 1 << i
			}
		}
	}
	return found
}

// alikeLetters are letters of other scripts and the Latin ones that they are taken for (Unicode Technical Standard 39,
// "Unicode Security Mechanisms", section 4; only what news fonts do not tell apart).
var alikeLetters = strings.NewReplacer(
	"а", "a", "в", "b", "е", "e", "к", "k", "м", "m", "н", "h", "о", "o", "р", "p", "с", "c", "т", "t", "у", "y", "х", "x", "і", "i", "ј", "j", "ѕ", "s", "ԁ", "d", "ѵ", "v", "ԛ", "q", "ԝ", "w",
	"α", "a", "β", "b", "ε", "e", "η", "h", "ι", "i", "κ", "k", "μ", "m", "ν", "v", "ο", "o", "ρ", "p", "τ", "t", "υ", "y", "χ", "x", "ζ", "z",
)

// lookAlikes notes, for who reads the graph, which names look like others but have letters of other scripts. They are never
// made one.
func lookAlikes(g *Graph) {
	looks := map[string][]int{}
	foreign := false
	for i := range g.Entities {
		foreign = foreign || scripts(g.Entities[i].Name)&^1 != 0
	}
	if !foreign {
		return
	}
	for i := range g.Entities {
		look := alikeLetters.Replace(fold(g.Entities[i].Name, ' '))
		looks[look] = append(looks[look], i)
	}
	g.Entities = slices.Clone(g.Entities)
	for i := range g.Entities {
		e := &g.Entities[i]
		for _, j := range looks[alikeLetters.Replace(fold(e.Name, ' '))] {
			if of := &g.Entities[j]; scripts(e.Name) != scripts(of.Name) {
				e.Why = set(append(slices.Clone(e.Why), "kept apart: “"+e.Name+"” looks like "+of.ID+", but has letters of another script"))
			}
		}
	}
}
