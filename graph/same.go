package graph

import (
	"slices"
	"strings"
)

// same tells whether two events that one block put together are one, their times aside.
func (u *unifier) same(i, j int) bool {
	a, b := &u.g.Events[i], &u.g.Events[j]
	if i == j || a.what() != b.what() || u.clash(a, b) {
		return false
	}
	ids := common(a, b)
	switch {
	case sharesWords(a, b) && (rolesWithin(a, b) || rolesWithin(b, a)):
		return true
	case len(ids) >= 2:
		atLeast := float64(forbidden)
		if !u.story.senses.shared(a.Lemma, b.Lemma) {
			atLeast = wholly
		}
		return (len(ids) == entityCount(a) || len(ids) == entityCount(b)) && u.story.allows(i, j, atLeast)
	case len(ids) == 1:
		return a.Lemma == b.Lemma && entityCount(a) == 1 && entityCount(b) == 1 && sameObject(a, b) && u.story.allows(i, j, notLess)
	}
	return false
}

// clash tells whether a and b cannot be one: statuses of which one excludes the other, two places of which neither lies in
// the other, an entity that acts
// in one and is acted upon in the other, or words in one role that have nothing to do with each other.
func (u *unifier) clash(a, b *Event) bool {
	if !together(a.Status, b.Status) || u.story.near.atlas.apart(a.Place, b.Place) {
		return true
	}
	symmetric := a.symmetric() || b.symmetric()
	for _, r := range a.Roles {
		if roleRank(r.Name) >= core {
			continue
		}
		for _, s := range b.Roles {
			switch {
			case roleRank(s.Name) >= core:
			case r.Entity != "" && r.Entity == s.Entity:
				if r.Name != s.Name && !symmetric && (roleRank(r.Name) == 0 || roleRank(s.Name) == 0) {
					return true
				}
			case r.Name == s.Name && r.Entity == "" && s.Entity == "" && !sameWords(r.Text, s.Text):
				return true
			}
		}
	}
	return false
}

// statusRank orders statuses that go together: what several sources say is shown as the strongest of them.
func statusRank(s Status) int { return slices.Index(statusOrder, s) }

var statusOrder = []Status{Happened, Reported, Planned, Unknown, Possible, Cancelled, Denied}

// together tells whether one event may have both statuses.
func together(a, b Status) bool {
	soft := func(s Status) bool { return s == Happened || s == Reported || s == Planned || s == Unknown }
	return a == b || soft(a) && soft(b)
}

// common are the entities in core roles of both, sorted.
func common(a, b *Event) (ids []string) {
	for _, r := range a.Roles {
		if r.Entity != "" && roleRank(r.Name) < core && slices.ContainsFunc(b.Roles, func(s Role) bool {
			return s.Entity == r.Entity && roleRank(s.Name) < core
		}) {
			ids = append(ids, r.Entity)
		}
	}
	return set(ids)
}

func entityCount(e *Event) int {
	agents, others := e.participants()
	return len(agents) + len(others)
}

// sharesWords tells whether a and b were read from one trigger.
func sharesWords(a, b *Event) bool {
	for _, x := range a.Seen {
		for _, y := range b.Seen {
			if x.Source == y.Source && x.Trigger == y.Trigger {
				return true
			}
		}
	}
	return false
}

// rolesWithin tells whether all roles of a are among those of b.
func rolesWithin(a, b *Event) bool {
	for i := range a.Roles {
		k := a.roleKey(&a.Roles[i])
		if !slices.ContainsFunc(b.Roles, func(r Role) bool { return b.roleKey(&r) == k }) {
			return false
		}
	}
	return true
}

// sameObject tells whether a and b have words in the same core role, which clash has found to agree.
func sameObject(a, b *Event) bool {
	for _, r := range a.Roles {
		if r.Entity == "" && roleRank(r.Name) < core && slices.ContainsFunc(b.Roles, func(s Role) bool {
			return s.Entity == "" && s.Name == r.Name
		}) {
			return true
		}
	}
	return false
}

// sameWords tells whether all longer words and numbers of one text are in the other; "a state of emergency" and "the
// three-month state of emergency" agree. Words of up to three bytes count only where there are no longer ones.
func sameWords(s, t string) bool {
	a, b := longWords(s), longWords(t)
	if len(a) > len(b) {
		a, b = b, a
	}
	for _, w := range a {
		if !slices.Contains(b, w) {
			return false
		}
	}
	return len(a) > 0
}

func longWords(s string) []string {
	all := strings.Fields(fold(s, ' '))
	long := slices.DeleteFunc(slices.Clone(all), func(w string) bool { return len(w) <= 3 && w[0] > '9' })
	if len(long) == 0 {
		return all
	}
	return long
}
