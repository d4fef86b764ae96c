package coref

import (
	"strings"

	"dateline/extract"
	"dateline/extract/lexicon"
	"dateline/graph"
)

// company is a name without the legal form behind it, "Allegheny International Inc" is Allegheny International, and the kind
// of thing that such a form tells. A single word that the lexicon has for something else keeps its form: Time Inc is
// not time.
func (w *work) company(name string, kind graph.Kind) (string, graph.Kind) {
	words := strings.Fields(name)
	n := len(words)
	for n > 1 && (w.lex.Form(strings.TrimSuffix(words[n-1], ",")) || n < len(words) && joins(words[n-1])) {
		n--
	}
	if n == len(words) || kind != graph.Organization && !w.lex.SureForm(words[len(words)-1]) {
		return name, kind
	}
	short := strings.TrimSuffix(strings.Join(words[:n], " "), ",")
	if n == 1 && (w.firm(short) == "" && len(w.lex.Find(short)) > 0 || w.generic(lexicon.Fold(short))) {
		return name, graph.Organization
	}
	return short, graph.Organization
}

func joins(word string) bool { return word == "and" || word == "&" }

// firm is the entry of the only organisation that the lexicon has by a name, empty if there is none.
func (w *work) firm(name string) string {
	id := ""
	for _, r := range w.lex.Find(name) {
		if r.Kind != graph.Organization || r.Use != lexicon.Full {
			continue
		}
		if id != "" {
			return ""
		}
		id = r.ID
	}
	return id
}

// peer is how a lord or lady is called whom an article names by one word, "Lord Falconer": a name of its own. It is empty for
// others.
func (w *work) peer(m *extract.Mention) string {
	last := m.Title[strings.LastIndexByte(m.Title, ' ')+1:]
	if last == "" || strings.ContainsAny(m.Name, " .") {
		return ""
	}
	if t := w.lex.Title(last); t == nil || !t.Peer || w.lex.Title(m.Name) != nil { // the Lord Chancellor is no Mr Chancellor
		return ""
	}
	return last + " " + m.Name
}
