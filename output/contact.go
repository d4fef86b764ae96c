package output

import "dateline/graph"

// The kinds of contact between the sides of an event, for colours: the four quarters of the PLOVER ontology, which are
// words and deeds of cooperation and of conflict, with events that are neither left without one.
const (
	cooperation = "cooperation"
	conflict    = "conflict"
)

// contacts gives the kind of contact of each PLOVER category.
var contacts = map[string]string{
	"AGREE": cooperation, "CONSULT": cooperation, "SUPPORT": cooperation, "CONCEDE": cooperation,
	"COOPERATE": cooperation, "AID": cooperation, "RETREAT": cooperation,
	"REQUEST": conflict, "ACCUSE": conflict, "REJECT": conflict, "THREATEN": conflict,
	"PROTEST": conflict, "SANCTION": conflict, "MOBILIZE": conflict, "COERCE": conflict, "ASSAULT": conflict,
}

// contactOf is the kind of contact of an event, empty where it is neither.
func contactOf(e *graph.Event) string { return contacts[e.Type] }

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
