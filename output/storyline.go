package output

import (
	"cmp"
	"io"
	"slices"

	"dateline/graph"
)

// How much a storyline holds and can still be read.
const (
	readableLanes  = 10
	readableScenes = 40
)

// Storyline draws the weightiest events in the order of time, from left to right, each across the lanes of those who
// took part in it: one lane for each of the main actors. What they have in common is seen at a glance.
func Storyline(w io.Writer, g *graph.Graph, o Options) error {
	_, err := io.WriteString(w, newStoryline(g, o).draw())
	return err
}

// storyline is what the picture shows, before anything has a place.
type storyline struct {
	Title, Subtitle, Page string
	Lanes                 []*lane  // from top to bottom
	Scenes                []*scene // in the order of time
	All                   int      // dated events with a main actor, shown or not
}

// lane is one of the main actors.
type lane struct {
	Entity      *graph.Entity
	Name        string
	Weight      int
	First, Last int // scenes
	at          int // place among the lanes
}

// scene is an event with those of its participants that have a lane.
type scene struct {
	*entry
	Lanes []*lane
}

// span is the first and last place of its lanes.
func (s *scene) span() (top, bottom int) {
	top = len(s.Lanes) + readableLanes
	for _, l := range s.Lanes {
		top, bottom = min(top, l.at), max(bottom, l.at)
	}
	return top, bottom
}

// newStoryline takes the actors with the weightiest events, of these the weightiest, and puts actors who share events
// beside each other.
func newStoryline(g *graph.Graph, o Options) *storyline {
	s := &storyline{Title: cmp.Or(clean(o.Title), "Storyline"), Subtitle: summary(g, o), Page: cmp.Or(o.Page, "timeline.html")}
	x := newIndex(g)
	var dated []*graph.Event
	for i := range g.Events {
		if g.Events[i].When.Time.Known() {
			dated = append(dated, &g.Events[i])
		}
	}
	lanes := x.actors(dated)
	for _, e := range dated {
		if shared := lanesOf(e, lanes); len(shared) > 0 {
			s.Scenes = append(s.Scenes, &scene{x.entry(e), shared})
		}
	}
	s.All = len(s.Scenes)
	slices.SortStableFunc(s.Scenes, func(a, b *scene) int {
		return cmp.Or(cmp.Compare(b.weight(), a.weight()), cmp.Compare(a.Event.ID, b.Event.ID))
	})
	s.Scenes = s.Scenes[:min(len(s.Scenes), readableScenes)]
	slices.SortStableFunc(s.Scenes, compareScenes)
	for _, l := range lanes {
		if s.stretch(l) {
			s.Lanes = append(s.Lanes, l)
		}
	}
	s.arrange()
	return s
}

// compareScenes is the order from left to right: that of dates, which stand below, and on a day that of the timeline.
func compareScenes(a, b *scene) int {
	return cmp.Or(start(a.Event.When.Best()).Compare(start(b.Event.When.Best())), compareEvents(a.Event, b.Event))
}

// weight says how much a scene tells: contacts between main actors come first.
func (s *scene) weight() int { return s.Event.Weight() + 12*min(len(s.Lanes)-1, 3) }

// actors are the people, organisations, groups and places who take part in the weightiest events, heaviest first.
func (x *index) actors(events []*graph.Event) []*lane {
	at := map[string]*lane{}
	var lanes []*lane
	for _, e := range events {
		for _, id := range participants(e) {
			if x.entities[id] == nil {
				continue
			}
			if at[id] == nil {
				at[id] = &lane{Entity: x.entities[id], Name: nameOf(x.entities[id])}
				lanes = append(lanes, at[id])
			}
			at[id].Weight += e.Weight()
		}
	}
	slices.SortStableFunc(lanes, func(a, b *lane) int {
		return cmp.Or(cmp.Compare(b.Weight, a.Weight), cmp.Compare(a.Entity.ID, b.Entity.ID))
	})
	return lanes[:min(len(lanes), readableLanes)]
}

// apart are the roles of those who take no part: where it was, what was spoken of, the paper that was told.
var apart = []string{"place", "topic", "audience"}

// participants are the entities that take part in an event, each once.
func participants(e *graph.Event) (ids []string) {
	for _, r := range e.Roles {
		if r.Entity != "" && !slices.Contains(apart, r.Name) && !slices.Contains(ids, r.Entity) {
			ids = append(ids, r.Entity)
		}
	}
	return ids
}

func lanesOf(e *graph.Event, lanes []*lane) (shared []*lane) {
	ids := participants(e)
	for _, l := range lanes {
		if slices.Contains(ids, l.Entity.ID) {
			shared = append(shared, l)
		}
	}
	return shared
}

// stretch finds the first and last scene of a lane; false if it has none.
func (s *storyline) stretch(l *lane) bool {
	found := false
	for i, c := range s.Scenes {
		if slices.Contains(c.Lanes, l) {
			if !found {
				l.First = i
			}
			found, l.Last = true, i
		}
	}
	return found
}

// arrange orders the lanes so that scenes are short: it exchanges two lanes as long as that makes all of them together
// shorter. There are few lanes, so that all pairs can be tried.
func (s *storyline) arrange() {
	for i, l := range s.Lanes {
		l.at = i
	}
	best := s.length()
	for better := true; better; {
		better = false
		for i := range s.Lanes {
			for k := range i {
				a, b := s.Lanes[i], s.Lanes[k]
				a.at, b.at = b.at, a.at
				if now := s.length(); now < best {
					best, better = now, true
				} else {
					a.at, b.at = b.at, a.at
				}
			}
		}
	}
	slices.SortFunc(s.Lanes, func(a, b *lane) int { return cmp.Compare(a.at, b.at) })
}

// length is that of all scenes together, in lanes, with the lanes that they cross and that take no part counted twice.
func (s *storyline) length() (sum int) {
	for _, c := range s.Scenes {
		top, bottom := c.span()
		sum += 2*(bottom-top) - len(c.Lanes)
	}
	return sum
}
