package graph

import (
	"cmp"
	"slices"
	"strings"
)

// events unites events with the same key.
func (m *merger) events() []Event {
	n := 0
	for _, g := range m.in {
		n += len(g.Events)
	}
	at := make(map[string]int, n)
	all, keys := make([]Event, 0, n), make([]string, 0, n)
	where := make([][]int, len(m.in))
	for gi, g := range m.in {
		where[gi] = make([]int, len(g.Events))
		for i := range g.Events {
			e := m.event(&g.Events[i], gi)
			k := eventKey(&e)
			j, old := at[k]
			if old {
				all[j].unite(&e)
			} else {
				j = len(all)
				at[k] = j
				all, keys = append(all, e), append(keys, k)
			}
			where[gi][i] = j
		}
	}
	ids := make([]string, len(all))
	for i := range all {
		all[i].tidy()
		ids[i] = all[i].idOf()
	}
	distinct(ids, keys)
	for i := range all {
		all[i].ID = ids[i]
	}
	for gi, g := range m.in {
		m.names[gi].events = make(map[string]string, len(g.Events))
		for i := range g.Events {
			m.names[gi].events[g.Events[i].ID] = ids[where[gi][i]]
		}
	}
	sortEvents(all)
	return all
}

// sortEvents sorts by ID. Events are large: each is moved once, not as often as it is compared.
func sortEvents(es []Event) {
	from := make([]int32, len(es)) // where what belongs at each place stands
	for i := range from {
		from[i] = int32(i)
	}
	slices.SortFunc(from, func(i, j int32) int { return cmp.Compare(es[i].ID, es[j].ID) })
	for i := range from {
		if from[i] == int32(i) {
			continue
		}
		first := es[i]
		for k := int32(i); ; {
			next := from[k]
			from[k] = k
			if next == int32(i) {
				es[k] = first
				break
			}
			es[k] = es[next]
			k = next
		}
	}
}

// event copies an event of graph gi, with the new IDs of what it names.
func (m *merger) event(e *Event, gi int) Event {
	c, names := *e, m.names[gi].entities
	c.Order = 0
	c.When = c.When.within(c.When.Time.Normal())
	c.Place = names[c.Place]
	c.Roles = nil
	for _, r := range e.Roles {
		if r.Entity = names[r.Entity]; r.Entity != "" || r.Text != "" {
			c.Roles = append(c.Roles, r)
		}
	}
	c.Attribution = slices.Clone(e.Attribution)
	for i := range c.Attribution {
		a := &c.Attribution[i]
		a.Source = names[a.Source]
	}
	c.Context = slices.Clone(e.Context)
	c.Quantities, c.Conflicts, c.Why = slices.Clone(e.Quantities), slices.Clone(e.Conflicts), slices.Clone(e.Why)
	for i := range c.Quantities {
		c.Quantities[i].Source = names[c.Quantities[i].Source]
	}
	c.Seen = m.evidence(nil, e.Seen, gi)
	c.Disputes = m.disputes(e.Disputes, gi)
	c.Tellings = m.tellings(e.Tellings, gi)
	return c
}

// disputes copies those of an event of graph gi, with the new IDs of sources.
func (m *merger) disputes(ds []Dispute, gi int) []Dispute {
	ds = slices.Clone(ds)
	for i := range ds {
		ds[i].Sides = slices.Clone(ds[i].Sides)
		for k := range ds[i].Sides {
			if id, ok := m.names[gi].sources[ds[i].Sides[k].Source]; ok {
				ds[i].Sides[k].Source = id
			}
		}
	}
	return ds
}

// tellings copies those of an event of graph gi, with the new IDs of sources.
func (m *merger) tellings(ts []Telling, gi int) []Telling {
	ts = slices.Clone(ts)
	for i := range ts {
		ts[i].When = ts[i].When.Normal()
		if id, ok := m.names[gi].sources[ts[i].Source]; ok {
			ts[i].Source = id
		}
	}
	return ts
}

// own is e with lists of its own, that may be changed.
func (e *Event) own() Event {
	c := *e
	c.Context, c.Roles = slices.Clone(e.Context), slices.Clone(e.Roles)
	c.Attribution, c.Quantities = slices.Clone(e.Attribution), slices.Clone(e.Quantities)
	c.Conflicts, c.Disputes, c.Tellings = slices.Clone(e.Conflicts), slices.Clone(e.Disputes), slices.Clone(e.Tellings)
	c.Why, c.Seen = slices.Clone(e.Why), slices.Clone(e.Seen)
	return c
}

// unite adds what b tells of the same event. Lists are put in order by tidy.
func (e *Event) unite(b *Event) {
	e.Tellings = slices.Concat(e.Versions(), b.Versions())
	if compareLabels(b, e) < 0 {
		e.tellAs(b)
	}
	if e.Type == b.Type {
		e.Code.unite(&b.Code)
	}
	e.When = e.When.over(b.When)
	e.Roles = append(e.Roles, b.Roles...)
	e.Attribution = append(e.Attribution, b.Attribution...)
	e.Quantities = append(e.Quantities, b.Quantities...)
	e.Conflicts = append(e.Conflicts, b.Conflicts...)
	e.Disputes = append(e.Disputes, b.Disputes...)
	e.Why = append(e.Why, b.Why...)
	e.Seen = append(e.Seen, b.Seen...)
}

// unite makes c the code that says more, with the contexts of both.
func (c *Code) unite(b *Code) {
	context := append(c.Context, b.Context...)
	if cmp.Or(cmp.Compare(b.Mode, c.Mode), cmp.Compare(b.CAMEO, c.CAMEO), cmp.Compare(b.Quad, c.Quad), cmp.Compare(b.Scale, c.Scale)) > 0 {
		*c = *b
	}
	c.Context = context
}

// tellAs gives e the words of b, and the type that goes with them.
func (e *Event) tellAs(b *Event) {
	if e.Type != b.Type {
		e.Type, e.Code = b.Type, b.Code
	}
	e.Label, e.Short, e.Trigger, e.Lemma = b.Label, b.Short, b.Trigger, b.Lemma
}

// maxLabel is the length in bytes up to which a longer label says more; beyond it, it only tires.
const maxLabel = 90

// compareLabels puts the better label first: longer ones up to maxLabel, then beyond it shorter ones. How many sources
// use a label does not count, since the united event no longer knows it.
func compareLabels(a, b *Event) int {
	la, lb := len(a.Label), len(b.Label)
	if la > maxLabel {
		la = -la
	}
	if lb > maxLabel {
		lb = -lb
	}
	return cmp.Or(cmp.Compare(lb, la), cmp.Compare(a.Label, b.Label), cmp.Compare(a.Trigger, b.Trigger),
		cmp.Compare(a.Lemma, b.Lemma), cmp.Compare(a.Short, b.Short))
}

// tidy brings the lists of e into their one order, without doubles.
func (e *Event) tidy() {
	e.tidyRoles()
	slices.SortFunc(e.Attribution, func(a, b Attribution) int {
		return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.Text, b.Text), cmp.Compare(a.Verb, b.Verb))
	})
	e.Attribution = slices.Compact(e.Attribution)
	slices.SortFunc(e.Quantities, compareQuantities)
	e.Quantities = slices.Compact(e.Quantities)
	e.Conflicts, e.Why, e.Seen = set(e.Conflicts), set(e.Why), tidyEvidence(e.Seen)
	e.Context = set(e.Context)
	slices.SortFunc(e.Disputes, compareDisputes)
	e.Disputes = slices.CompactFunc(e.Disputes, equalDisputes)
	none(&e.Disputes)
	e.tidyTellings()
	none(&e.Roles)
	none(&e.Attribution)
	none(&e.Quantities)
}

func compareQuantities(a, b Quantity) int {
	return cmp.Or(cmp.Compare(a.What, b.What), cmp.Compare(a.Unit, b.Unit), cmp.Compare(a.Value, b.Value),
		cmp.Compare(a.AtLeast, b.AtLeast), cmp.Compare(a.AtMost, b.AtMost), cmp.Compare(b2i(a.About), b2i(b.About)),
		cmp.Compare(a.Source, b.Source), cmp.Compare(a.Text, b.Text))
}

// roleNames in the order in which they are written. The first three are the core: those who take part.
var roleNames = []string{"agent", "patient", "recipient", "instrument", "topic", "origin", "destination", "place", "beneficiary", "cause", "audience"}

const core = 3

func roleRank(name string) int {
	if i := slices.Index(roleNames, name); i >= 0 {
		return i
	}
	return len(roleNames)
}

// tidyRoles sorts by role, entity and words. One entity, or the same words, stands once in a role; of its words the
// longest stay. In a symmetric event it stands in one core role only, the first.
func (e *Event) tidyRoles() {
	slices.SortFunc(e.Roles, func(a, b Role) int {
		return cmp.Or(cmp.Compare(roleRank(a.Name), roleRank(b.Name)), cmp.Compare(a.Name, b.Name), cmp.Compare(a.Entity, b.Entity),
			cmp.Compare(len(b.Text), len(a.Text)), cmp.Compare(a.Text, b.Text))
	})
	kept := e.Roles[:0]
	seen := make(map[string]bool, len(e.Roles))
	for _, r := range e.Roles {
		if k := e.roleKey(&r); !seen[k] {
			seen[k] = true
			kept = append(kept, r)
		}
	}
	slices.SortFunc(kept, compareRoles)
	e.Roles = kept
}

func compareRoles(a, b Role) int {
	return cmp.Or(cmp.Compare(roleRank(a.Name), roleRank(b.Name)), cmp.Compare(a.Name, b.Name),
		cmp.Compare(b2i(a.Entity == ""), b2i(b.Entity == "")), cmp.Compare(a.Entity, b.Entity), cmp.Compare(a.Text, b.Text))
}

// key is what makes two roles of an event the same.
func (r *Role) key() string {
	if r.Entity != "" {
		return r.Name + "\t" + r.Entity
	}
	return r.Name + "\t=" + fold(r.Text, ' ')
}

// roleKey is the key of a role of e; in a symmetric event it does not matter which core role an entity has.
func (e *Event) roleKey(r *Role) string {
	if r.Entity != "" && roleRank(r.Name) < core && e.symmetric() {
		return r.Entity
	}
	return r.key()
}

// symmetric types say the same whoever is agent and whoever patient: who met whom does not matter.
var symmetric = []string{"AGREE", "CONSULT", "COOPERATE"}

// sayings are the types of what is said: one says many things, to the same people on one day.
var sayings = []string{"ACCUSE", "AGREE", "CONCEDE", "REJECT", "REQUEST", "STATEMENT", "THREATEN"}

// bothWays are the types of which some verbs say the opposite of others: profits rose, profits fell.
var bothWays = []string{"EARN"}

func (e *Event) saying() bool { return slices.Contains(sayings, e.Type) }

func (e *Event) symmetric() bool { return slices.Contains(symmetric, e.Type) }

// what is the type, or the lemma where there is no type, in lower case.
func (e *Event) what() string {
	if e.Type != "" {
		return strings.ToLower(e.Type)
	}
	return e.Lemma
}

// eventKey is what makes events one: type or lemma, both where the type says too little, status, time, place, and the participants, which are the entities
// and words in core roles; where fewer than two entities take part, what stands in the other roles must agree as well.
//
// Events of which so little is known that they could be many are one only where the same sources tell of them: that is
// so if no entity takes part, if one does and nothing else is said, or if the time is unknown, open, or longer than a
// month. Of those with less than two roles, and of what is said, the label must agree too: the words are in it only.
func eventKey(e *Event) string {
	entities := entityCount(e)
	roles := make([]string, 0, len(e.Roles))
	for i := range e.Roles {
		r := &e.Roles[i]
		if entities < 2 || roleRank(r.Name) < core {
			roles = append(roles, e.roleKey(r))
		}
	}
	roles = set(roles)
	parts := append([]string{e.Type, "", string(e.Status), e.When.Time.String(), e.Place}, roles...)
	if e.Type == "" || slices.Contains(bothWays, e.Type) {
		parts[1] = e.Lemma
	}
	if len(roles) < 2 || entities == 0 || !narrow(e.When.Time) {
		var sources []string
		for _, s := range e.Seen {
			sources = append(sources, s.Source)
		}
		parts = append(append(parts, "sources"), set(sources)...)
	}
	if len(roles) < 2 || e.saying() {
		parts = append(parts, "label", fold(e.Label, ' '))
	}
	if e.Apart != "" {
		parts = append(parts, "apart", e.Apart)
	}
	return strings.Join(parts, "\n")
}
