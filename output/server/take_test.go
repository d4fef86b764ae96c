package server_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/chromedp"

	"dateline/graph"
	"dateline/output"
	"dateline/output/server"
)

// serve serves g, and gives its address with the key.
func serve(t *testing.T, g *graph.Graph) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s := server.New(server.Site{Graph: g, Token: token})
	go s.Serve(l)
	t.Cleanup(func() { s.Close() })
	return "http://" + l.Addr().String() + "/?token=" + token
}

// TestExplorerCopies: what the button puts on the clipboard is a citation that can be checked, from a file and from a server.
func TestExplorerCopies(t *testing.T) {
	b := browse(t)
	g := story(40)
	for _, address := range []string{file(t, g), serve(t, g)} {
		for _, name := range []string{"clipboard-read", "clipboard-write"} {
			send(b, browser.SetPermission, browser.SetPermissionParams{Permission: &browser.PermissionDescriptor{Name: name}, Setting: "granted"})
		}
		b.open(address)
		b.do(chromedp.Click(chromedp.CSS(".row")), chromedp.WaitVisible(chromedp.CSS("#evidence figcaption button")), chromedp.Click(chromedp.CSS("#evidence figcaption button")))
		b.waitFor(`document.getElementById("said").textContent.startsWith("Copied the citation of: Meeting ")`)
		got, err := chromedp.Run(b, chromedp.Evaluate[string](`navigator.clipboard.readText()`, chromedp.EvalAwaitPromise))
		if err != nil {
			t.Fatal(err)
		}
		var nth, start, end int
		tail := got[max(0, strings.LastIndex(got, " (bytes")):]
		if _, err := fmt.Sscanf(tail, " (bytes %d–%d)", &start, &end); err != nil || end > len(g.Sources[0].Text) {
			t.Fatalf("copied %q (%v)", got, err)
		}
		sentence := g.Sources[0].Text[start:end]
		want := "“" + sentence + "” All of it, The Paper, 2 January 2017, https://news.example/all" + tail
		if _, err := fmt.Sscanf(sentence, "On that day, somebody met somebody else for the %dth time.", &nth); err != nil || got != want {
			t.Errorf("copied\n%s\nwant\n%s (%v)", got, want, err)
		}
	}
	b.quiet()
}

// TestExplorerDownloads: what is shown can be had in every format, and nothing else is in it.
func TestExplorerDownloads(t *testing.T) {
	b := browse(t)
	folder := t.TempDir()
	send(b, browser.SetDownloadBehavior, browser.SetDownloadBehaviorParams{Behavior: "allow", DownloadPath: folder})
	g := story(60)
	b.open(serve(t, g))
	b.do(chromedp.SetValue(chromedp.CSS("#status"), "planned"), chromedp.Evaluate[chromedp.Void](`document.getElementById("status").dispatchEvent(new Event("change"))`))
	b.waitFor(`document.getElementById("count").textContent === "9 of 60 events"`)
	shown := map[string]bool{}
	for i := range g.Events {
		shown[g.Events[i].Label] = g.Events[i].Status == graph.Planned
	}
	press := func(what string) {
		b.do(chromedp.Evaluate[chromedp.Void](`(() => { document.querySelector(".menu").open = true; ` + what + `.click(); })()`))
	}
	for i, name := range []string{"events.csv", "events.json", "network.png"} {
		press(fmt.Sprintf(`document.querySelectorAll("#downloads > li > button:first-child")[%d]`, i))
		holdsOnly(t, name, b.taken(filepath.Join(folder, name)), shown)
	}
	for _, f := range output.Formats {
		time.Sleep(120 * time.Millisecond)       // of more than ten files a second a page may save no more
		os.Remove(filepath.Join(folder, f.File)) // two have the name of one above
		press(fmt.Sprintf(`document.querySelector('#downloads a[href="download/%s"] ~ button')`, f.Name))
		holdsOnly(t, f.File, b.taken(filepath.Join(folder, f.File)), shown)
	}
	b.quiet()
}

// taken waits for a file that the browser saves, and reads it.
func (b *tab) taken(path string) []byte {
	b.t.Helper()
	for ; b.Err() == nil; time.Sleep(10 * time.Millisecond) {
		if content, err := os.ReadFile(path); err == nil && len(content) > 0 { // the browser renames it when it is whole
			return content
		}
	}
	b.t.Fatalf("%s was not saved", path)
	return nil
}

var meeting = regexp.MustCompile(`Meeting \d+`)

// holdsOnly checks that a file is of the kind that its name says, tells of something shown, and of nothing that is not.
func holdsOnly(t *testing.T, name string, content []byte, shown map[string]bool) {
	t.Helper()
	magic := map[string]string{".png": "\x89PNG\r\n", ".pdf": "%PDF-", ".svg": "<svg", ".json": "{", ".html": "<!DOCTYPE html>"}[filepath.Ext(name)]
	if !bytes.Contains(content[:min(len(content), 500)], []byte(magic)) && content[0] != '[' {
		t.Errorf("%s begins with %q", name, content[:min(len(content), 40)])
	}
	switch filepath.Ext(name) {
	case ".png", ".pdf":
		return
	case ".tsv": // has codes and no labels
		if n := bytes.Count(content, []byte("\n")); n != 9 {
			t.Errorf("%s has %d lines, want 9", name, n)
		}
		return
	case ".zip":
		content = unpacked(t, name, content)
	}
	found := meeting.FindAllString(string(content), -1)
	if len(found) == 0 {
		t.Errorf("%s tells of nothing", name)
	}
	for _, label := range found {
		if !shown[label] {
			t.Errorf("%s tells of %s, which is not shown", name, label)
			return
		}
	}
}

// unpacked are the files of an archive, one behind the other.
func unpacked(t *testing.T, name string, content []byte) (all []byte) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatalf("%s: %s: %v", name, f.Name, err)
		}
		one, err := io.ReadAll(r)
		if err != nil {
			t.Fatalf("%s: %s: %v", name, f.Name, err)
		}
		all = append(append(all, one...), '\n')
	}
	return all
}
