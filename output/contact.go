package output

import "dateline/graph"

// The kinds of contact between the sides of an event, for colours: the four quarters of the PLOVER ontology, which are
// words and deeds of cooperation and of conflict, with events that are neither left without one.
const (
	cooperation = "cooperation"
	conflict    = "conflict"
)

// contactOf is the kind of contact of an event, empty where it is neither.
func contactOf(e *graph.Event) string {
	switch categoryOf(e).Quad {
	case 1, 2:
		return cooperation
	case 3, 4:
		return conflict
	}
	return ""
}

// contactOfAll is the kind of contact of most events that have one; empty where none has, or where as many are of each.
func contactOfAll(events []*graph.Event) string {
	balance := 0
	for _, e := range events {
		balance += balanceOf(contactOf(e))
	}
	return contactOfBalance(balance)
}

// balanceOf counts cooperation as 1, conflict as −1.
func balanceOf(contact string) int { return b2i(contact == cooperation) - b2i(contact == conflict) }

func contactOfBalance(balance int) string {
	switch {
	case balance > 0:
		return cooperation
	case balance < 0:
		return conflict
	}
	return ""
}
