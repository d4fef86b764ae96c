package graph

import "testing"

func TestQuantityString(t *testing.T) {
	for want, q := range map[string]Quantity{
		"129":                        {What: "killed", Value: 129},
		"at least 100, at most 1200": {AtLeast: 100, AtMost: 1200},
		"about 35.5 minutes":         {Value: 35.5, About: true, Unit: "minutes"},
		"1000000 $":                  {Value: 1e6, Unit: "$"},
	} {
		if got := q.String(); got != want {
			t.Errorf("%+v: %q, want %q", q, got, want)
		}
	}
}
