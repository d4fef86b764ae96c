package output

import (
	"strings"

	"dateline/graph"
)

// category is what the code books CAMEO and PLOVER say of an event.
type category struct {
	Quad  int     // 1 and 2: words and deeds of cooperation, 3 and 4: of conflict; 0: neither
	CAMEO string  // event code, three digits
	Scale float64 // from −10, conflict, to 10, cooperation, after Goldstein (1992)
}

// categories are the categories of PLOVER (openeventdata/PLOVER, manual) with the quarter they lie in, the general code
// of CAMEO (Gerner, Schrodt, Yilmaz 2009) that comes nearest and its place on the scale of Goldstein (1992), for events
// that do not say so themselves. The last three are names of older versions.
var categories = map[string]category{
	"AGREE": {1, "030", 4}, "CONSULT": {1, "040", 1}, "SUPPORT": {1, "050", 3.5}, "CONCEDE": {1, "080", 5},
	"COOPERATE": {2, "060", 6}, "AID": {2, "070", 7}, "RETREAT": {2, "087", 9},
	"REQUEST": {3, "100", -5}, "ACCUSE": {3, "110", -2}, "REJECT": {3, "120", -4}, "THREATEN": {3, "130", -6},
	"PROTEST": {4, "140", -6.5}, "SANCTION": {4, "160", -4}, "MOBILIZE": {4, "150", -7.2}, "COERCE": {4, "170", -7}, "ASSAULT": {4, "180", -9},
	"DEMAND": {3, "100", -5}, "DISAPPROVE": {3, "110", -2}, "FIGHT": {4, "190", -10},
}

// categoryOf is what is known of an event: what it says itself, else what goes for its type. It is zero for what is no
// politics.
func categoryOf(e *graph.Event) category {
	c := categories[e.Type]
	if e.Quad != 0 {
		c.Quad = e.Quad
	}
	if len(e.CAMEO) == 2 && strings.Trim(e.CAMEO, "0123456789") == "" && !strings.HasPrefix(c.CAMEO, e.CAMEO) {
		c.CAMEO = e.CAMEO + "0" // the general code under the root
	}
	if e.Scale != 0 {
		c.Scale = e.Scale
	}
	return c
}

// statusModes are the auxiliary modes of PLOVER for what did not simply happen.
var statusModes = map[graph.Status]string{
	graph.Planned: "future", graph.Possible: "hypothetical", graph.Denied: "negation", graph.Cancelled: "negation",
}
