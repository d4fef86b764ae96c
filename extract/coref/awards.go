package coref

import (
	"dateline/extract"
	"dateline/graph"
)

// oneAward is Mention.By of a person's name that means an award.
const oneAward = "coref/one of the awards"

// awards takes a name of one word, unknown, for one of the awards that are known by its plural where the article writes it
// as a thing: in "an Oscar", "two Oscars" and "the Oscar nominee" nobody is called Oscar. Where somebody's full name begins
// so, nothing is done.
func (w *work) awards() {
	for i := range w.d.Mentions {
		m := &w.d.Mentions[i]
		if !singular(m) || !w.someThing(m.Head) {
			continue
		}
		id := w.award(m.Name)
		if id == "" || w.beginsFull(m.Name) {
			continue
		}
		for k, name := 0, m.Name; k < len(w.d.Mentions); k++ {
			if m := &w.d.Mentions[k]; singular(m) && m.Name == name {
				m.Kind, m.Known, m.Gender, m.By = graph.Occasion, id, 0, oneAward
			}
		}
	}
}

// singular tells whether a mention is a name of one word that no table knows.
func singular(m *extract.Mention) bool {
	return m.Form == extract.Name && m.Known == "" && m.At.Len() == 1
}

// award is the entry of the awards of which a name is the singular, empty if there are none.
func (w *work) award(name string) string {
	for _, ref := range w.lex.Find(name + "s") {
		if ref.Sort == "award" {
			return ref.ID
		}
	}
	return ""
}

// someThing tells whether a name of one word, token k, has an article or a number or says of what sort a thing is.
func (w *work) someThing(k int) bool {
	t := &w.d.Tokens[k]
	if t.Rel == "compound" && t.Head > k && w.d.Tokens[t.Head].UPOS == "NOUN" {
		return true
	}
	return k > 0 && (w.d.Tokens[k-1].UPOS == "DET" || w.d.Tokens[k-1].UPOS == "NUM") && w.d.Tokens[k-1].Head == k
}

// beginsFull tells whether a person of the article has a name of several words that begins with this one.
func (w *work) beginsFull(name string) bool {
	for i := range w.d.Mentions {
		m := &w.d.Mentions[i]
		if m.Form == extract.Name && m.Kind == graph.Person && m.At.Len() > 1 && w.d.Word(m.At.From) == name {
			return true
		}
	}
	return false
}
