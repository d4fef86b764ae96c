package output

import (
	"bufio"
	"embed"
	"html/template"
	"io"
	"strings"

	"dateline/graph"
)

// explorerFiles hold the explorer: its skeleton, its looks, its scripts, and Cytoscape.js 3.34.4 (MIT licence, in the
// head of the file), which draws the network.
//
//go:embed web/explorer
var explorerFiles embed.FS

// explorerScripts are the parts of the explorer's own script in the order in which they run; together they are one.
var explorerScripts = []string{"model.js", "state.js", "list.js", "layout.js", "network.js", "correct.js", "evidence.js", "period.js", "main.js"}

// explorerTemplate is the skeleton of the page.
var explorerTemplate = template.Must(template.New("explorer.html").ParseFS(explorerFiles, "web/explorer/explorer.html"))

// cytoscapeStyle is the one style that Cytoscape.js puts into the page by itself; the policy names it by its hash.
const cytoscapeStyle = ".__________cytoscape_container { position: relative; }"

// Explorer writes everything into one web page to look around in: network, timeline and evidence side by side, linked
// to each other, with search, filters and a period to choose. It needs a browser and no network. Its policy lets
// nothing run but the scripts of this program, named by their hash; text of articles is data to them, never markup.
func Explorer(w io.Writer, g *graph.Graph, o Options) error {
	b := bufio.NewWriter(w)
	before, after, err := explorerPage(g, o)
	if err != nil {
		return err
	}
	b.WriteString(before)
	if err := ExplorerData(b, g, o); err != nil {
		return err
	}
	b.WriteString(after)
	return b.Flush()
}

// explorerSlot stands in the skeleton where the data go, which are too big to pass through a template.
const explorerSlot = "{}"

// explorerPage fills the skeleton and cuts it where the data belong.
func explorerPage(g *graph.Graph, o Options) (before, after string, err error) {
	css, library, script := ExplorerFile("explorer.css"), ExplorerFile("cytoscape.min.js"), ExplorerFile("explorer.js")
	page := struct {
		Title, Policy string
		CSS           template.CSS
		Library       template.JS
		Script        template.JS
		Inline        bool
		Data          template.JS
	}{
		Title: explorerTitle(o), CSS: template.CSS(css), Library: template.JS(library), Script: template.JS(script), Inline: true, Data: explorerSlot,
		Policy: "default-src 'none'; img-src data: blob:; base-uri 'none'; form-action 'none'; " +
			"style-src " + digest(css) + " " + digest(cytoscapeStyle) + "; script-src " + digest(library) + " " + digest(script),
	}
	var b strings.Builder
	if err := explorerTemplate.Execute(&b, page); err != nil {
		return "", "", err
	}
	before, after, ok := strings.Cut(b.String(), `<script type="application/json" id="data">`+explorerSlot)
	if !ok {
		panic("the explorer's skeleton has no place for its data")
	}
	return before + `<script type="application/json" id="data">`, after, nil
}

// ExplorerPage writes the explorer's page for a server: scripts, style and data are files beside it, which
// ExplorerFile and ExplorerData give, and every format can be had at "download/" and its name. With a secret it offers
// to correct: what a person says is sent to "corrections", with the secret.
func ExplorerPage(w io.Writer, o Options, secret string) error {
	type offer struct{ Name, File, Doc string }
	var offers []offer
	for _, f := range Formats {
		offers = append(offers, offer{f.Name, f.File, f.Doc})
	}
	return explorerTemplate.Execute(w, map[string]any{"Title": explorerTitle(o), "Inline": false, "Formats": offers, "Secret": secret})
}

// ExplorerFile is a file that the served page asks for: explorer.css, explorer.js or cytoscape.min.js. Other names are
// empty.
func ExplorerFile(name string) string {
	switch name {
	case "explorer.css", "cytoscape.min.js":
		return explorerAsset(name)
	case "explorer.js":
		var b strings.Builder
		b.WriteString("\"use strict\";\n(() => {\n")
		for _, part := range explorerScripts {
			b.WriteString(explorerAsset(part))
		}
		b.WriteString("})();\n")
		return b.String()
	}
	return ""
}

// ExplorerPolicy is the content security policy of the served page.
func ExplorerPolicy() string {
	return "default-src 'none'; script-src 'self'; style-src 'self' " + digest(cytoscapeStyle) +
		"; connect-src 'self'; img-src 'self' data: blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
}

func explorerAsset(name string) string {
	b, err := explorerFiles.ReadFile("web/explorer/" + name)
	if err != nil {
		panic(err) // embedded: our own promise
	}
	return string(b)
}

func explorerTitle(o Options) string {
	if t := clean(o.Title); t != "" {
		return t
	}
	return "Explorer"
}
