package server

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"

	"dateline/graph"
)

// correctionSize is how many bytes a correction from the page may have.
const correctionSize = 64 << 10

// secretHeader carries the secret of the page with each correction: a page of another site can neither read it nor send
// such a header.
const secretHeader = "X-Dateline-Secret"

// wish is a correction as the page says it.
type wish struct {
	Do      string `json:"do"`      // as graph.Correction
	ID      string `json:"id"`      // what it is about
	Other   string `json:"other"`   // of same: the other one
	Seen    int    `json:"seen"`    // of not-same of an event: which of its sentences tells of another, from 0
	Name    string `json:"name"`    // of not-same of an entity: the name that means another
	To      string `json:"to"`      // as graph.Correction
	Because string `json:"because"` // as graph.Correction
}

// correct adds a correction that the page sends, and shows from then on what comes of it. The answer is what is to be
// told.
func (s *site) correct(w http.ResponseWriter, r *http.Request) {
	if !same(r.Header.Get(secretHeader), s.secret) {
		http.Error(w, "the page is not of this start; load it again", http.StatusForbidden)
		return
	}
	var q wish
	d := json.NewDecoder(http.MaxBytesReader(w, r.Body, correctionSize))
	d.DisallowUnknownFields()
	if err := d.Decode(&q); err != nil {
		http.Error(w, "a correction is wanted", http.StatusBadRequest)
		return
	}
	s.one.Lock()
	defer s.one.Unlock()
	c, err := q.correction(s.graph.Load())
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	g, lost, err := s.Correct(c)
	if err != nil {
		http.Error(w, err.Error(), http.StatusConflict)
		return
	}
	s.graph.Store(g)
	said := "Written down: " + c.String()
	if len(lost) > 0 {
		said = "Written down, but it does not apply: " + strings.Join(lost, "; ")
	}
	answer(w, "text/plain; charset=utf-8", func(w io.Writer) error {
		_, err := io.WriteString(w, said)
		return err
	})
}

var errGone = errors.New("it is not there any more; load the page again")

// correction is what q means in g.
func (q *wish) correction(g *graph.Graph) (c graph.Correction, err error) {
	c = graph.Correction{Do: q.Do, To: strings.TrimSpace(q.To), Because: strings.TrimSpace(q.Because)}
	if e := eventOf(g, q.ID); e != nil {
		return c, q.aboutEvent(&c, g, e)
	}
	i, ok := slices.BinarySearchFunc(g.Entities, q.ID, func(e graph.Entity, id string) int { return strings.Compare(e.ID, id) })
	if !ok {
		return c, errGone
	}
	return c, q.aboutEntity(&c, g, &g.Entities[i])
}

func eventOf(g *graph.Graph, id string) *graph.Event {
	i, ok := slices.BinarySearchFunc(g.Events, id, func(e graph.Event, id string) int { return strings.Compare(e.ID, id) })
	if !ok {
		return nil
	}
	return &g.Events[i]
}

func (q *wish) aboutEvent(c *graph.Correction, g *graph.Graph, e *graph.Event) error {
	c.What = []graph.Ref{graph.RefEvent(e)}
	switch q.Do {
	case "same":
		other := eventOf(g, q.Other)
		if other == nil || other == e {
			return errGone
		}
		c.What = append(c.What, graph.RefEvent(other))
	case "not-same":
		if q.Seen < 0 || q.Seen >= len(e.Seen) || len(e.Seen) < 2 {
			return errGone
		}
		c.What = graph.RefsApart(e.ID, e.Seen, q.Seen)
	}
	return nil
}

func (q *wish) aboutEntity(c *graph.Correction, g *graph.Graph, e *graph.Entity) error {
	c.What = []graph.Ref{graph.RefEntity(e)}
	switch q.Do {
	case "same":
		i := slices.IndexFunc(g.Entities, func(x graph.Entity) bool { return x.ID == q.Other && x.ID != e.ID })
		if i < 0 {
			return errGone
		}
		c.What = append(c.What, graph.RefEntity(&g.Entities[i]))
	case "not-same":
		refs, ok := graph.RefsOfName(e, q.Name)
		if !ok {
			return fmt.Errorf("%q is no name of %s among others", q.Name, e.Name)
		}
		c.What = refs
	}
	return nil
}
