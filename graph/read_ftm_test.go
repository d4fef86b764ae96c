package graph

import (
	"strings"
	"testing"
)

// FuzzReadFTM: whatever FollowTheMoney says, what is read of it holds to what a graph promises, or is an error.
func FuzzReadFTM(f *testing.F) {
	for _, s := range []string{
		`{"id":"p","schema":"Person","properties":{"name":["Ada Roe","A. Roe"],"proof":["d"]}}
{"id":"d","schema":"Article","properties":{"fileName":["a.txt"],"title":["News"],"publishedAt":["2015-09"],"bodyText":["Ada Roe signed."],"notes":["sha256:00"]}}
{"id":"e","schema":"Event","properties":{"name":["Signing"],"date":["2015-09-30T21:48"],"involved":["p"],"location":["Roe"],"proof":["d","x"],"description":["Ada Roe signed."]}}`,
		`{"id":"e","schema":"Event","properties":{"name":["x"],"notes":["when: [2015-09-28..2015-09-30]","likely: 2015-09-29","sureness: likely","status: odd","agent: x","said by: y","sources disagree: z"]}}`,
		`{"id":"a","schema":"LegalEntity","properties":{"name":["?"],"keywords":["event"]}}{"id":"l","schema":"UnknownLink","properties":{"subject":["a"],"object":["a"]}}`,
		`{"id":"a","schema":"Person","properties":{"name":"x"}}`, `{"schema":"x","properties":null}`, `{"schema":"x","properties":{}} {`,
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !isFTM([]byte(s)) {
			return
		}
		g, err := Read(strings.NewReader(s))
		if err != nil {
			return
		}
		if err := g.Check(); err != nil {
			t.Errorf("%q: %v", s, err)
		}
	})
}
