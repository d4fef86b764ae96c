package graph

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Trait is what a source says of a person that tells namesakes apart. Fields that the source does not tell are zero.
type Trait struct {
	Source string `json:"source" yaml:"source"`
	Gender string `json:"gender,omitempty" yaml:"gender,omitempty"` // "m" or "f"
	Born   Time   `json:"born,omitzero" yaml:"born,omitempty"`      // years, from an age
	// Country is the lexicon's ID of the country whose office of state the person holds.
	Country string `json:"country,omitempty" yaml:"country,omitempty"`
	// Field is a walk of life, such as sport or politics.
	Field string `json:"field,omitempty" yaml:"field,omitempty"`
}

func compareTraits(a, b Trait) int {
	return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.Gender, b.Gender), a.Born.Compare(b.Born), cmp.Compare(a.Country, b.Country),
		cmp.Compare(a.Field, b.Field))
}

func encodeTrait(t tree, x *Trait) {
	t.str("source", x.Source)
	optional(t, "gender", x.Gender)
	if x.Born.Known() {
		t.str("born", x.Born.String())
	}
	optional(t, "country", x.Country)
	optional(t, "field", x.Field)
}

// traits are those of all members, with the final IDs of their sources.
func (m *merger) traits(members []place) (ts []Trait) {
	for _, p := range members {
		for _, t := range m.in[p.gi].Entities[p.i].Traits {
			t.Source = cmp.Or(m.names[p.gi].sources[t.Source], t.Source)
			t.Born = t.Born.Normal()
			ts = append(ts, t)
		}
	}
	slices.SortFunc(ts, compareTraits)
	return slices.Compact(ts)
}

// side is what a trait says, one of several that exclude each other.
type side func(Trait) string

// sides are what no two of can be true of one person.
var sides = []side{
	func(t Trait) string { return t.Gender },
	func(t Trait) string { return t.Country },
}

// atOdds tells whether two persons cannot be one, by what is said of them.
func atOdds(a, b *Entity) bool {
	for i := range a.Traits {
		for j := range b.Traits {
			x, y := &a.Traits[i], &b.Traits[j]
			for _, of := range sides {
				if s, t := of(*x), of(*y); s != "" && t != "" && s != t {
					return true
				}
			}
			if x.Born.Known() && y.Born.Known() && !x.Born.Overlaps(y.Born) {
				return true
			}
		}
	}
	return false
}

// Apart keeps persons apart who have one full name and of whom articles say what cannot be true of one: another gender, years
// of birth that do not meet, offices of two states; or two walks of life, while the articles name nothing in common that is
// not named everywhere. Their keys get what is said behind them, "person:jordan smith/f"; who
// is not told of so goes with the more frequent ones. It is done to the graphs of single articles before Merge, and
// gives graphs in their place; those given stay as they are. Whom the lexicon knows is left alone.
func Apart(parts []*Graph) []*Graph {
	names := map[string][]namesake{}
	for gi, g := range parts {
		for i := range g.Entities {
			e := &g.Entities[i]
			if e.Kind != Person || len(e.Traits) == 0 && len(g.Sources) != 1 {
				continue
			}
			if _, is := lexicon(e.Keys); is {
				continue
			}
			for _, k := range e.Keys {
				if name, _, _ := strings.Cut(k, "/"); strings.Contains(name, " ") && !strings.ContainsRune(k, '@') {
					names[name] = append(names[name], namesake{place{gi, i}, e, k})
				}
			}
		}
	}
	out := slices.Clone(parts)
	var seen acquaintance
	for _, k := range slices.Sorted(maps.Keys(names)) {
		labels := partNamesakes(names[k])
		if labels == nil {
			labels = seen.part(parts, names[k])
		}
		for i, label := range labels {
			n := &names[k][i]
			out[n.gi] = out[n.gi].rekey(parts[n.gi], n.i, n.key, k+"/"+label)
		}
	}
	return out
}

// namesake is a person of a part, by one of its keys.
type namesake struct {
	place
	*Entity
	key string
}

// rekey is g, or a copy if it is still the part, whose i-th entity has another key in the place of old.
func (g *Graph) rekey(part *Graph, i int, old, key string) *Graph {
	if g == part {
		c := *g
		c.Entities = slices.Clone(g.Entities)
		g = &c
	}
	keys := slices.DeleteFunc(slices.Clone(g.Entities[i].Keys), func(k string) bool { return k == old })
	g.Entities[i].Keys = set(append(keys, key))
	return g
}

// partNamesakes says of persons of one name what sets each apart; nil where nothing does.
func partNamesakes(all []namesake) []string {
	for _, of := range append(slices.Clone(sides), bornSide(all)) {
		times := map[string]int{}
		for _, n := range all {
			if s := n.said(of); s != "" {
				times[s]++
			}
		}
		if len(times) < 2 {
			continue
		}
		most := ""
		for _, s := range slices.Sorted(maps.Keys(times)) {
			if most == "" || times[s] > times[most] {
				most = s
			}
		}
		out := make([]string, len(all))
		for i, n := range all {
			out[i] = Slug(cmp.Or(n.said(of), most))
		}
		return out
	}
	return nil
}

// said is what the first trait of n that tells it says.
func (n namesake) said(of side) string {
	for _, t := range n.Traits {
		if s := of(t); s != "" {
			return s
		}
	}
	return ""
}

// bornSide parts years of birth that do not meet: the first year of each run of years that overlap.
func bornSide(all []namesake) side {
	var born []Time
	for _, n := range all {
		for _, t := range n.Traits {
			if t.Born.Known() && !t.Born.Open() {
				born = append(born, t.Born)
			}
		}
	}
	slices.SortFunc(born, Time.Compare)
	var first, last []Date
	for _, b := range born {
		if k := len(first) - 1; k >= 0 && !last[k].Before(b.First) {
			if last[k].Before(b.Last) {
				last[k] = b.Last
			}
			continue
		}
		first, last = append(first, b.First), append(last, b.Last)
	}
	return func(t Trait) string {
		for k := range first {
			if t.Born.Known() && !t.Born.Open() && !last[k].Before(t.Born.First) {
				return strconv.Itoa(first[k].Year)
			}
		}
		return ""
	}
}

// acquaintance tells which articles have to do with each other: they name the same thing, which is not named everywhere.
type acquaintance struct {
	times map[string]int // how many articles have a key, made when first asked for
	most  int            // in how many a key may stand that tells something
}

func (a *acquaintance) build(parts []*Graph) {
	a.times, a.most = map[string]int{}, max(few, len(parts)/rare)
	for _, g := range parts {
		for i := range g.Entities {
			for _, k := range g.Entities[i].Keys {
				a.times[k]++
			}
		}
	}
}

// of are the keys of an article that tell something, but that of the one asked about.
func (a *acquaintance) of(g *Graph, but int) (keys []string) {
	for i := range g.Entities {
		for _, k := range g.Entities[i].Keys {
			if i != but && a.times[k] > 1 && a.times[k] <= a.most {
				keys = append(keys, k)
			}
		}
	}
	return keys
}

// part tells namesakes of different walks of life apart whose articles have nothing to do with each other; nil where there
// are none. Who is told of without one goes with those whom the article has to do with, else with the most frequent.
func (a *acquaintance) part(parts []*Graph, all []namesake) []string {
	field := func(t Trait) string { return t.Field }
	times := map[string]int{}
	for _, n := range all {
		if f := n.said(field); f != "" {
			times[f]++
		}
	}
	if len(times) < 2 {
		return nil
	}
	if a.times == nil {
		a.build(parts)
	}
	fields := slices.Sorted(maps.Keys(times))
	known := map[string]int{} // key → field in whose articles it stands
	for _, n := range all {
		if f := slices.Index(fields, n.said(field)); f >= 0 {
			for _, k := range a.of(parts[n.gi], n.i) {
				if g, ok := known[k]; ok && g != f {
					return nil // one of many sides, or two who know each other: who can say
				}
				known[k] = f
			}
		}
	}
	most := slices.MaxFunc(fields, func(x, y string) int { return cmp.Or(cmp.Compare(times[x], times[y]), cmp.Compare(y, x)) })
	out := make([]string, len(all))
	for i, n := range all {
		out[i] = cmp.Or(n.said(field), a.nearest(parts[n.gi], n.i, known, fields), most)
	}
	return out
}

// nearest is the field of the things that an article names, the commonest; empty if there is none.
func (a *acquaintance) nearest(g *Graph, but int, known map[string]int, fields []string) string {
	votes := make([]int, len(fields))
	best := -1
	for _, k := range a.of(g, but) {
		if f, ok := known[k]; ok {
			if votes[f]++; best < 0 || votes[f] > votes[best] {
				best = f
			}
		}
	}
	if best < 0 {
		return ""
	}
	return fields[best]
}
