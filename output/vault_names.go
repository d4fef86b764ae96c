package output

import (
	"cmp"
	"crypto/sha1"
	"encoding/hex"
	"encoding/json"
	"strings"

	"golang.org/x/text/unicode/norm"

	"dateline/graph"
)

// maxFileName bounds the name of a note in bytes; file systems take 255, and other programs add to it.
const maxFileName = 120

// notePaths gives each entity, event and article the path of its note, without ending. No two differ in no more than case or
// accents; who would share a path gets a tail made from the ID.
func (x *index) notePaths() map[string]string {
	paths := make(map[string]string, len(x.graph.Entities)+len(x.graph.Events)+len(x.graph.Sources))
	taken := make(map[string]int, len(paths))
	each := func(do func(id, folder, name string)) {
		for i := range x.graph.Entities {
			e := &x.graph.Entities[i]
			do(e.ID, lookOf(e.Kind).Plural, nameOf(e))
		}
		for i := range x.graph.Events {
			e := &x.graph.Events[i]
			do(e.ID, "Events", shelf(e.When)+" "+labelOf(e))
		}
		for i := range x.graph.Sources {
			s := &x.graph.Sources[i]
			do(articlePath+s.ID, "Articles", cmp.Or(clean(s.Title), key(s.ID)))
		}
	}
	each(func(_, folder, name string) { taken[foldPath(folder+"/"+fileName(name))]++ })
	each(func(id, folder, name string) {
		path := folder + "/" + fileName(name)
		if taken[foldPath(path)] > 1 {
			sum := sha1.Sum([]byte(id))
			path += " " + hex.EncodeToString(sum[:6])
		}
		paths[id] = path
	})
	return paths
}

// shelf is the beginning of the name of an event's note, so that notes stand in the order of time.
func shelf(w graph.When) string {
	switch t := w.Best(); {
	case !t.Known():
		return "undated"
	case !t.First.Known():
		return "until " + certainStart(t)
	case !t.Last.Known():
		return "since " + certainStart(t)
	default:
		return cmp.Or(certain(t), certainStart(t))
	}
}

// foldPath is a path as file systems compare that care for neither case nor the form of accents.
func foldPath(path string) string { return strings.ToLower(norm.NFKD.String(path)) }

// fileName is clean text as the name of a note that all systems take, and all links of Obsidian: signs with a meaning
// become a hyphen.
func fileName(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < 0x80 && !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune(" ,'()+-_", r)) {
			return '-'
		}
		if r == '\u200c' || r == '\u200d' {
			return -1
		}
		return r
	}, s)
	s = strings.Trim(shortenBytes(s, maxFileName), " -")
	if s == "" || reserved(s) {
		s += "_"
	}
	return s
}

// reserved tells whether Windows keeps a name for a device.
func reserved(s string) bool {
	s = strings.ToLower(s)
	switch s {
	case "con", "prn", "aux", "nul":
		return true
	}
	return len(s) == 4 && (s[:3] == "com" || s[:3] == "lpt") && s[3] >= '0' && s[3] <= '9'
}

// link leads to the note of an ID. The words of a link know no escapes: signs with a meaning become their wide twins.
func (v *vault) link(id, text string) string {
	text = strings.Map(func(r rune) rune {
		if r < 0x80 && strings.ContainsRune(mdSigns, r) {
			return r - '!' + '！'
		}
		return r
	}, text)
	path := v.paths[id]
	if path == "" {
		return text
	}
	return "[[" + path + "|" + text + "]]"
}

// quoted is clean text as a string of JSON, which is one of YAML too, with < and > as escapes.
func quoted(s string) string {
	b, err := json.Marshal(s)
	if err != nil {
		panic(err) // strings always have a form in JSON
	}
	return string(b)
}

func quotedList(items []string) string {
	list := make([]string, len(items))
	for i, s := range items {
		list[i] = quoted(s)
	}
	return "[" + strings.Join(list, ", ") + "]"
}
