package coref

import (
	"strings"

	"dateline/extract"
	"dateline/extract/lexicon"
	"dateline/graph"
)

// group is all mentions with the same words as name.
type group struct {
	name     string   // as first written
	words    []string // folded; of persons without particles
	full     []string // of a root, the words of the longest name of a person that is one with it
	suffix   string   // jr, sr, ii … behind a person's name, empty if none
	kind     graph.Kind
	peer     string // of a person of one word who is a lord or lady: the title and the name
	known    string
	gender   byte
	mentions []int
	up       int    // union-find: the group it is one with, itself for a root
	rule     string // why it is one with up
	choices  []int  // roots that it may be short for; each mention decides
	caps     bool   // written all in capitals, as acronyms are
	local    bool   // a body that every state has, of none that is known
	thing    int    // of a root, -1 before there is one
}

// nameGroups makes the groups of equal names and unites those that are one thing.
func (w *work) nameGroups() {
	index := map[string]int{}
	for i := range w.d.Mentions {
		m := &w.d.Mentions[i]
		if m.Form != extract.Name {
			continue
		}
		key := w.key(m)
		g, ok := index[key]
		if !ok {
			g = len(w.groups)
			index[key] = g
			w.groups = append(w.groups, w.newGroup(m, g))
		}
		w.group[i] = g
		x := &w.groups[g]
		x.mentions = append(x.mentions, i)
	}
	w.kinds()
	w.nationals()
	w.sameKnown()
	w.persons()
	w.others()
	w.bestNames()
}

// kinds gives each group the entry that its mentions have, and the kind that goes with it. A surname that is a town's, too,
// is the person's where the article has the full name and takes it for a person's at least as often.
func (w *work) kinds() {
	ends := map[string]bool{}
	for g := range w.groups {
		if x := &w.groups[g]; x.kind == graph.Person && len(x.words) > 1 && !strings.Contains(x.name, " - ") {
			ends[x.words[len(x.words)-1]] = true
		}
	}
	for g := range w.groups {
		x := &w.groups[g]
		persons, known := 0, -1
		for _, i := range x.mentions {
			m := &w.d.Mentions[i]
			persons += int(b2i(m.Kind == graph.Person))
			if known < 0 && m.Known != "" {
				known = i
			}
		}
		switch {
		case known < 0 || x.known != "":
		case w.d.Mentions[known].Kind != graph.Person && 2*persons >= len(x.mentions) && len(x.words) == 1 && ends[x.words[0]]:
			x.kind = graph.Person
		default:
			x.known, x.kind = w.d.Mentions[known].Known, w.d.Mentions[known].Kind
		}
		w.genderOf(x)
	}
}

// genderOf gives a group the gender of the first of its mentions that has its kind and tells one.
func (w *work) genderOf(x *group) {
	for _, i := range x.mentions {
		if m := &w.d.Mentions[i]; m.Kind == x.kind && m.Gender != 0 {
			x.gender = m.Gender
			return
		}
	}
	if x.kind == graph.Person {
		x.gender = 0
	}
}

// key is the same for names that are the same beyond doubt. A surname with Mr is not the one with Mrs.
func (w *work) key(m *extract.Mention) string {
	name, kind := w.company(m.Name, m.Kind)
	k := lexicon.Fold(name)
	if m.By == inList {
		return k + "\x00list"
	}
	if kind == graph.Person && m.Gender != 0 && !strings.Contains(k, " ") {
		k += "\x00" + string(m.Gender)
	}
	if s := w.suffixBehind(m); s != "" {
		k += " " + s
	}
	return k
}

func (w *work) newGroup(m *extract.Mention, at int) group {
	name, kind := w.company(m.Name, m.Kind)
	g := group{name: name, kind: kind, gender: m.Gender, up: at, thing: -1, caps: allCaps(name)}
	g.words = strings.Fields(lexicon.Fold(name))
	if name != m.Name {
		g.known, g.gender = w.firm(name), 'n'
	}
	if kind == graph.Person {
		g.peer = w.peer(m)
		g.words = withoutParticles(g.words)
		g.full = g.words
		if g.suffix = suffixOf(lexicon.Fold(m.Name)); g.suffix == "" {
			if g.suffix = w.suffixBehind(m); g.suffix != "" {
				g.name += " " + strings.TrimSuffix(w.d.Word(m.At.To), ".")
			}
		}
	}
	return g
}

// allCaps tells whether a name is an acronym by its looks: two to eight letters, all capitals or dots, or a small plural s.
func allCaps(s string) bool {
	n := 0
	for _, r := range strings.TrimSuffix(s, "s") {
		switch {
		case 'A' <= r && r <= 'Z', '0' <= r && r <= '9':
			n++
		case r != '.' && r != '-' && r != '&':
			return false
		}
	}
	return 2 <= n && n <= 8
}

// root is the group that stands for all that g is one with.
func (w *work) root(g int) int {
	for w.groups[g].up != g {
		up := w.groups[g].up
		w.groups[g].up = w.groups[up].up // halve the path
		g = w.groups[g].up
	}
	return g
}

// unite makes groups a and b one if nothing forbids it, and notes the rule at the younger.
func (w *work) unite(a, b int, rule string) bool {
	a, b = w.root(a), w.root(b)
	if a == b {
		return true
	}
	if b < a {
		a, b = b, a
	}
	x, y := &w.groups[a], &w.groups[b]
	if x.known != "" && y.known != "" && x.known != y.known || !genders(x.gender, y.gender) || otherNames(x, y) {
		return false
	}
	if len(y.full) > len(x.full) {
		x.full = y.full
	}
	if x.suffix == "" {
		x.suffix = y.suffix
	}
	if x.peer == "" {
		x.peer = y.peer
	}
	if x.known == "" {
		x.known = y.known
	}
	if x.gender == 0 {
		x.gender = y.gender
	}
	if better(y, x) {
		x.kind = y.kind
	}
	y.up, y.rule = a, rule
	return true
}

// suffixOf is what parts father and son at the end of a folded name, empty if nothing does.
func suffixOf(name string) string {
	switch last := name[strings.LastIndexByte(name, ' ')+1:]; last {
	case "jr", "junior":
		return "jr"
	case "sr", "senior":
		return "sr"
	case "ii", "iii", "iv", "v", "vi":
		return last
	}
	return ""
}

// suffixBehind is jr or sr where it stands behind person m and not in the name.
func (w *work) suffixBehind(m *extract.Mention) string {
	if m.Kind != graph.Person || m.At.To >= len(w.d.Tokens) {
		return ""
	}
	switch w.d.Word(m.At.To) {
	case "Jr", "Jr.":
		return "jr"
	case "Sr", "Sr.":
		return "sr"
	}
	return ""
}

// otherNames tells whether the longest names of two groups of persons cannot be one person's: Shaun Wright-Phillips is
// not Bradley Wright-Phillips, though both are Wright-Phillips, and a junior is no senior.
func otherNames(x, y *group) bool {
	if x.suffix != "" && y.suffix != "" && x.suffix != y.suffix {
		return true
	}
	if len(x.full) < 2 || len(y.full) < 2 || x.known != "" && x.known == y.known {
		return false
	}
	return x.full[len(x.full)-1] == y.full[len(y.full)-1] && !variants(x.full, y.full)
}

// better tells whether y's kind is more to be trusted than x's.
func better(y, x *group) bool {
	return len(y.mentions) > len(x.mentions) && x.kind != y.kind
}

// genders tells whether two genders can be one.
func genders(a, b byte) bool {
	return a == 0 || b == 0 || a == b || a == 'n' && b == 'p' || a == 'p' && b == 'n'
}

// sameKnown unites groups that the lexicon knows as one.
func (w *work) sameKnown() {
	w.byKnown = map[string]int{}
	for g := range w.groups {
		k := w.groups[g].known
		if k == "" {
			continue
		}
		if first, ok := w.byKnown[k]; ok {
			w.unite(first, g, "known")
		} else {
			w.byKnown[k] = g
		}
	}
}
