package output

import "dateline/graph"

// look is how a kind of entity is drawn: by a shape and by a colour that people who see few colours can tell from the
// others. The hues are those of Okabe and Ito, "Color Universal Design" (2008), light in the area, dark on the line.
type look struct {
	Name   string // in the legend
	Plural string // over the index of names
	Shape  string // of Graphviz
	Fill   string
	Line   string
}

// looks has the kinds that are told apart, in the order of the legend.
var looks = []look{
	{Name: "person", Plural: "People", Shape: "ellipse", Fill: "#fde8c4", Line: "#9c5700"},
	{Name: "organisation", Plural: "Organisations", Shape: "box", Fill: "#d3e9f8", Line: "#0063a6"},
	{Name: "place", Plural: "Places", Shape: "hexagon", Fill: "#d2eee2", Line: "#00694b"},
	{Name: "group", Plural: "Groups", Shape: "octagon", Fill: "#f6ddeb", Line: "#9a3f78"},
	{Name: "other", Plural: "Other names", Shape: "note", Fill: "#ececec", Line: "#555555"},
}

// lookOf is how an entity of a kind is drawn.
func lookOf(k graph.Kind) *look {
	switch k {
	case graph.Person:
		return &looks[0]
	case graph.Organization:
		return &looks[1]
	case graph.Place:
		return &looks[2]
	case graph.Group:
		return &looks[3]
	}
	return &looks[4]
}

// kindName is the word for a kind.
func kindName(k graph.Kind) string {
	if l := lookOf(k); l != &looks[4] {
		return l.Name
	}
	if k == "" {
		return "other"
	}
	return clean(string(k))
}
