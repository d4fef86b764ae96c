package output

import (
	"cmp"
	"crypto/sha1"
	"encoding/hex"
	"encoding/json"
	"hash/fnv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"dateline/graph"
)

// maxFileName bounds the name of a note in bytes; file systems take 255, and other programs add to it.
const maxFileName = 120

// path is that of the note of an entity, an event or, behind articlePath, an article, without ending; empty where the
// graph lacks it. No two differ in no more than case or accents: who would share a path gets a tail made from the ID.
func (v *vault) path(id string) string {
	path := v.plainPath(id)
	if path != "" && v.crowded[pathHash(path)] {
		sum := sha1.Sum([]byte(id))
		path += " " + hex.EncodeToString(sum[:6])
	}
	return path
}

// plainPath is the path of a note as long as no other has the same.
func (x *index) plainPath(id string) string {
	if article, ok := strings.CutPrefix(id, articlePath); ok {
		if s := x.sources[article]; s != nil {
			return "Articles/" + fileName(cmp.Or(clean(s.Title), key(s.ID)))
		}
	} else if e := x.events[id]; e != nil {
		return "Events/" + fileName(shelf(e.When)+" "+labelOf(e))
	} else if e := x.entities[id]; e != nil {
		return lookOf(e.Kind).Plural + "/" + fileName(nameOf(e))
	}
	return ""
}

// crowdedPaths are the paths that several notes would share, by their hash: paths of all would take as much memory as
// the notes themselves. Two that share a hash by chance both get a tail, which does no harm.
func (x *index) crowdedPaths() map[uint64]bool {
	seen := make(map[uint64]struct{}, len(x.entities)+len(x.events)+len(x.sources))
	crowded := map[uint64]bool{}
	count := func(id string) {
		h := pathHash(x.plainPath(id))
		if _, ok := seen[h]; ok {
			crowded[h] = true
		}
		seen[h] = struct{}{}
	}
	for i := range x.graph.Entities {
		count(x.graph.Entities[i].ID)
	}
	for i := range x.graph.Events {
		count(x.graph.Events[i].ID)
	}
	for i := range x.graph.Sources {
		count(articlePath + x.graph.Sources[i].ID)
	}
	return crowded
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

func pathHash(path string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(foldPath(path)))
	return h.Sum64()
}

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
	path := v.path(id)
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
