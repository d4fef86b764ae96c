package output

import (
	"io/fs"
	"path"
	"regexp"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"dateline/graph"
)

// wikilink is a link of Obsidian.
var wikilink = regexp.MustCompile(`\[\[([^\[\]|]+)\|([^\[\]|]*)\]\]`)

func readVault(t testing.TB, g *graph.Graph, file []byte) (texts []string) {
	f, _ := Lookup("obsidian")
	notes, folded, folders := map[string]bool{}, map[string]bool{}, map[string]int{}
	parts := unpack(t, f, file)
	for _, part := range parts {
		if !fs.ValidPath(part.Name) || strings.ContainsAny(part.Name, "\\:*?\"<>|#^[]") || len(path.Base(part.Name)) > 200 || strings.Count(part.Name, "/") > 1 {
			t.Errorf("file name %q", part.Name)
		}
		name, ok := strings.CutSuffix(part.Name, ".md")
		if !ok || folded[foldPath(name)] {
			t.Errorf("%q is no note, or there twice", part.Name)
		}
		notes[name], folded[foldPath(name)] = true, true
		folders[path.Dir(name)]++
	}
	for _, part := range parts {
		body := string(part.Data)
		if rest, ok := strings.CutPrefix(body, "---\n"); ok {
			front, after, _ := strings.Cut(rest, "\n---\n")
			var matter map[string]any
			if err := yaml.Unmarshal([]byte(front), &matter); err != nil {
				t.Errorf("%s: %v", part.Name, err)
			}
			texts, body = append(texts, stringsOf(matter)...), after
		}
		for _, m := range wikilink.FindAllStringSubmatch(body, -1) {
			if !notes[m[1]] {
				t.Errorf("%s: a link to %q leads nowhere", part.Name, m[1])
			}
		}
		if rest := wikilink.ReplaceAllString(body, ""); strings.Contains(rest, "[[") || strings.Contains(rest, "<%") || strings.Contains(rest, "%%") {
			t.Errorf("%s: more than links", part.Name)
		}
		text, _ := rendered(t, []byte(body), " h1 h2 p ul li blockquote ")
		texts = append(texts, text)
	}
	equal(t, "notes of events", folders["Events"], len(g.Events))
	equal(t, "notes of articles", folders["Articles"], len(g.Sources))
	equal(t, "notes", len(parts), len(g.Entities)+len(g.Events)+len(g.Sources)+1)
	return texts
}
