package server_test

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"dateline/graph"
	"dateline/output"
)

// patience is how long a condition is waited for: long, since the machine may have much else to do, and a test that
// succeeds does not wait for its end.
const patience = 45 * time.Second

// tab is a tab of a browser that keeps what goes wrong in it, and what it asks the network for.
type tab struct {
	context.Context
	t        *testing.T
	mu       sync.Mutex
	problems []string
	asked    []string
}

// browse starts a browser. Where there is none the test is skipped, but not where DATELINE_BROWSER says that there must be one.
func browse(t *testing.T) *tab {
	t.Helper()
	found := slices.ContainsFunc([]string{"chromium", "chromium-browser", "google-chrome", "headless-shell"}, func(name string) bool {
		_, err := exec.LookPath(name)
		return err == nil
	})
	switch {
	case !found && os.Getenv("DATELINE_BROWSER") == "required":
		t.Fatal("no Chromium here, and DATELINE_BROWSER=required")
	case !found:
		t.Skip("no Chromium here: the explorer is not tried in a browser")
	case testing.Short():
		t.Skip("a browser takes its time")
	}
	options := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]), chromedp.NoSandbox, chromedp.WindowSize(1400, 850))
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	b := &tab{Context: ctx, t: t}
	err := chromedp.Listen(ctx, func(event any) {
		b.mu.Lock()
		defer b.mu.Unlock()
		switch e := event.(type) {
		case *runtime.EventExceptionThrown:
			text, _ := json.Marshal(e.ExceptionDetails)
			b.problems = append(b.problems, string(text))
		case *runtime.EventConsoleAPICalled:
			if e.Type == runtime.ConsoleAPICalledTypeError || e.Type == runtime.ConsoleAPICalledTypeWarning {
				text, _ := json.Marshal(e.Args)
				b.problems = append(b.problems, string(text))
			}
		case *log.EventEntryAdded:
			b.problems = append(b.problems, e.Entry.Text+" "+e.Entry.URL)
		case *page.EventJavascriptDialogOpening:
			b.problems = append(b.problems, "dialog: "+e.Message)
		case *network.EventRequestWillBeSent:
			b.asked = append(b.asked, e.Request.URL)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	b.Context, cancel = context.WithTimeout(ctx, 4*patience)
	t.Cleanup(cancel)
	send(b, log.Enable, cdp.Empty{})
	send(b, network.Enable, network.EnableParams{})
	return b
}

// send sends a command of the protocol.
func send[P, R any](b *tab, c cdp.Command[P, R], params P) {
	b.t.Helper()
	b.do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, c, params)
		return err
	}))
}

func (b *tab) do(actions ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	if err := chromedp.Do(b, actions...); err != nil {
		b.t.Fatal(err)
	}
}

// open loads an address and waits until the explorer has started.
func (b *tab) open(address string) {
	b.t.Helper()
	b.do(chromedp.Navigate(address), chromedp.WaitVisible(chromedp.CSS("html[data-ready] #canvas canvas")))
}

// text is what an element says.
func (b *tab) text(selector string) string {
	b.t.Helper()
	s, err := chromedp.Run(b, chromedp.Text(chromedp.CSS(selector)))
	if err != nil {
		b.t.Fatal(err)
	}
	return s
}

// value is what a script gives.
func value[T any](b *tab, script string) T {
	b.t.Helper()
	v, err := chromedp.Run(b, chromedp.Evaluate[T](script))
	if err != nil {
		b.t.Fatalf("%s: %v", script, err)
	}
	return v
}

// waitFor waits until a script says true.
func (b *tab) waitFor(script string) {
	b.t.Helper()
	if err := chromedp.Do(b, chromedp.Poll[chromedp.Void](script, chromedp.WithPollingTimeout(patience))); err != nil {
		b.t.Fatalf("waiting for %s: %v", script, err)
	}
}

// tap clicks an element until a script says true: a list that is just being laid out anew may miss a click, as it may
// miss that of a person.
func (b *tab) tap(selector, script string) {
	b.t.Helper()
	var err error
	for begun := time.Now(); time.Since(begun) < patience; {
		ctx, cancel := context.WithTimeout(b, patience/10)
		err = chromedp.Do(ctx, chromedp.Click(chromedp.CSS(selector)), chromedp.Poll[chromedp.Void](script))
		cancel()
		if err == nil {
			return
		}
	}
	b.t.Fatalf("tapping %s for %s: %v", selector, script, err)
}

// quiet says what went wrong so far.
func (b *tab) quiet() {
	b.t.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, p := range b.problems {
		b.t.Errorf("in the browser: %s", p)
	}
}

// file writes the explorer to a file and gives its address.
func file(t *testing.T, g *graph.Graph) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "explorer.html")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := output.Explorer(f, g, output.Options{Title: "Story"}); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return "file://" + path
}

// story is a graph of n events among people and places, over two years; every seventh is planned, every fifth is an attack.
func story(n int) *graph.Graph {
	g := &graph.Graph{}
	people := max(n/4, 3)
	for i := range people {
		kind, id := graph.Person, fmt.Sprintf("person/%05d", i)
		if i%3 == 2 {
			kind = graph.Place
		}
		g.Entities = append(g.Entities, graph.Entity{ID: id, Name: fmt.Sprintf("Name %05d", i), Kind: kind, Keys: []string{id}})
	}
	var text strings.Builder
	for i := range n {
		sentence := fmt.Sprintf("On that day, somebody met somebody else for the %dth time.", i)
		v := graph.Evidence{Source: "a", Sentence: i, Start: text.Len(), End: text.Len() + len(sentence), Quote: sentence, By: "test"}
		at := v.Start + strings.Index(sentence, "met")
		v.Trigger = graph.Span{Start: at, End: at + 3}
		text.WriteString(sentence + "\n")
		e := graph.Event{ID: fmt.Sprintf("event/%05d", i), Type: "CONSULT", Trigger: "met", Lemma: "meet", Label: fmt.Sprintf("Meeting %d", i), Status: graph.Happened, Articles: 1 + i%3,
			When: graph.When{Time: graph.DayOf(graph.Date{Year: 2015 + i%2, Month: 1 + i%12, Day: 1 + i%28}), Reason: "as the test says"}, Conflicts: []string{},
			Roles: []graph.Role{{Name: "agent", Entity: g.Entities[i*i%people].ID}, {Name: "agent", Entity: g.Entities[(i*7+1)%people].ID}}, Seen: []graph.Evidence{v}}
		if i%5 == 0 {
			e.Type, e.Lemma, e.Trigger = "ASSAULT", "attack", "met"
		}
		if i%7 == 0 {
			e.Status = graph.Planned
		}
		g.Events = append(g.Events, e)
	}
	g.Sources = []graph.Source{{ID: "a", Title: "All of it", Publisher: "The Paper", Published: graph.DayOf(graph.Date{Year: 2017, Month: 1, Day: 2}), Origin: "https://news.example/all", Text: text.String()}}
	return g
}

// TestExplorerInBrowser walks through the page as a person would, with the mouse.
func TestExplorerInBrowser(t *testing.T) {
	b := browse(t)
	b.open(file(t, story(200)))
	if got := b.text("#count"); got != "200 events" {
		t.Errorf("at first: %q", got)
	}
	b.do(chromedp.SendKeys(chromedp.CSS("#words"), "name 00007"), chromedp.WaitVisible(chromedp.CSS("#found li")), chromedp.SendKeys(chromedp.CSS("#words"), kb.ArrowDown+kb.Enter))
	b.waitFor(`document.querySelector("#chosen .chip")?.textContent.startsWith("Name 00007")`)
	if got := b.text("#evidence h2"); got != "Name 00007" {
		t.Errorf("the pane shows %q", got)
	}
	some := b.text("#count")
	if !strings.HasSuffix(some, " of 200 events") || strings.HasPrefix(some, "0 ") {
		t.Errorf("events of a name: %q", some)
	}
	names := func() int {
		return value[int](b, `parseInt(document.getElementById("left").textContent.match(/\d+/)[0])`)
	}
	few := names()
	b.do(chromedp.Click(chromedp.CSS("#expand")))
	b.waitFor(fmt.Sprintf(`parseInt(document.getElementById("left").textContent.match(/\d+/)[0]) >= %d`, few))
	b.do(chromedp.Click(chromedp.CSS(".row")), chromedp.WaitVisible(chromedp.CSS("#evidence mark")))
	if got := b.text("#evidence mark"); got != "met" {
		t.Errorf("the trigger is %q", got)
	}
	if got := b.text("#evidence figcaption"); !strings.Contains(got, "All of it, The Paper, 2 January 2017") {
		t.Errorf("the source is %q", got)
	}
	b.do(chromedp.Click(chromedp.CSS("button[type=reset]")))
	b.waitFor(`document.getElementById("count").textContent === "200 events"`)
	b.do(chromedp.SetValue(chromedp.CSS("#status"), "planned"), chromedp.Evaluate[chromedp.Void](`document.getElementById("status").dispatchEvent(new Event("change"))`))
	b.waitFor(`document.getElementById("count").textContent === "29 of 200 events"`)
	b.do(chromedp.Click(chromedp.CSS("button[type=reset]")))
	b.waitFor(`document.getElementById("count").textContent === "200 events"`)
	b.do(chromedp.Evaluate[chromedp.Void](`{ const e = document.getElementById("from"); e.value = 60; e.dispatchEvent(new Event("input")) }`))
	b.waitFor(`/^\d+ of 200 events$/.test(document.getElementById("count").textContent) && document.getElementById("fromDay").value.length > 6`)
	b.quiet()
	for _, address := range b.asked {
		if !strings.HasPrefix(address, "file://") && !strings.HasPrefix(address, "data:") {
			t.Errorf("the page asked for %s", address)
		}
	}
}

// TestExplorerByKeyboard: everything can be reached without a mouse, and the address keeps it.
func TestExplorerByKeyboard(t *testing.T) {
	b := browse(t)
	address := file(t, story(60))
	b.open(address)
	b.do(chromedp.Focus(chromedp.CSS("#events")), chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent(kb.End))
	b.waitFor(`document.getElementById("events").getAttribute("aria-activedescendant") !== null`)
	if last := value[string](b, `document.querySelector("[aria-selected=true]").getAttribute("aria-posinset")`); last != "60" {
		t.Errorf("End leads to event %s", last)
	}
	b.do(chromedp.KeyEvent(kb.Enter))
	if at := value[string](b, `document.activeElement.id`); at != "evidence" {
		t.Errorf("Enter leads to %q", at)
	}
	b.do(chromedp.KeyEvent(kb.Escape), chromedp.Focus(chromedp.CSS("#canvas")), chromedp.KeyEvent(kb.ArrowRight), chromedp.KeyEvent(kb.ArrowRight), chromedp.KeyEvent(kb.Enter))
	b.waitFor(`document.querySelectorAll("#chosen .chip").length === 1`)
	said := b.text("#said")
	name, _, _ := strings.Cut(said, ",")
	if !strings.HasPrefix(name, "Name ") || b.text("#evidence h2") != name {
		t.Errorf("said %q, shown %q", said, b.text("#evidence h2"))
	}
	kept := value[string](b, `location.hash`)
	b.do(chromedp.KeyEvent("/"))
	if at := value[string](b, `document.activeElement.id`); at != "words" {
		t.Errorf("/ leads to %q", at)
	}
	b.do(chromedp.Navigate("about:blank"))
	b.open(address + kept)
	b.waitFor(`document.querySelectorAll("#chosen .chip").length === 1`)
	if got := b.text("#evidence h2"); got != name {
		t.Errorf("the address leads to %q, want %q", got, name)
	}
	b.quiet()
}

// TestExplorerReads: every field has a name, all text can be told from its ground by day and by night, and nothing is
// wider than a telephone.
func TestExplorerReads(t *testing.T) {
	b := browse(t)
	b.open(file(t, story(60)) + "#event=event/00007")
	const unnamed = `[...document.querySelectorAll("input,select,button,summary,[role=listbox],[role=application]")].filter(e =>
		!(e.labels?.length || e.getAttribute("aria-label") || e.textContent.trim())).map(e => e.outerHTML)`
	for _, e := range value[[]string](b, unnamed) {
		t.Errorf("no name: %s", e)
	}
	for _, scheme := range []string{"light", "dark"} {
		send(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}})
		for _, e := range value[[]string](b, faint) {
			t.Errorf("%s: %s", scheme, e)
		}
	}
	b.do(chromedp.EmulateViewport(390, 800))
	if wide := value[int](b, `document.documentElement.scrollWidth`); wide > 390 {
		t.Errorf("the page is %d wide on a telephone", wide)
	}
	b.tap(`[data-part="timeline"]`, `document.querySelector(".row")?.checkVisibility()`)
	b.tap(".row", `document.querySelector("#evidence mark")?.checkVisibility()`)
	if pdf, err := chromedp.Run(b, chromedp.PrintToPDF()); err != nil || len(pdf) < 10_000 {
		t.Errorf("printed, the page has %d bytes (%v)", len(pdf), err)
	}
	b.quiet()
}

// faint lists visible texts whose contrast is below 4.5, as WCAG 2.1 reckons it (success criterion 1.4.3).
const faint = `(() => {
	const paint = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
	const rgb = c => { paint.clearRect(0, 0, 1, 1); paint.fillStyle = c; paint.fillRect(0, 0, 1, 1); return [...paint.getImageData(0, 0, 1, 1).data]; };
	const light = ([r, g, b]) => { const f = v => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; return 0.2126 * f(r) + 0.7152 * f(g) + 0.0722 * f(b); };
	const ground = e => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); if (c[3] > 250) return c; } return [255, 255, 255]; };
	return [...document.querySelectorAll("body *")].filter(e => e.checkVisibility() && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && !e.disabled).flatMap(e => {
		const a = light(rgb(getComputedStyle(e).color)), b = light(ground(e)), contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
		return contrast < 4.5 ? [contrast.toFixed(2) + " " + e.outerHTML.slice(0, 120)] : [];
	});
})()`

// TestExplorerServed: the same page from the server, with its downloads, and nothing asked of anybody else.
func TestExplorerServed(t *testing.T) {
	b := browse(t)
	address := serve(t, story(60))
	home, _, _ := strings.Cut(address, "/?")
	b.open(address)
	if got := b.text("#count"); got != "60 events" {
		t.Errorf("served: %q", got)
	}
	if n := value[int](b, `document.querySelectorAll("#downloads a").length`); n != len(output.Formats) {
		t.Errorf("%d formats to download, want %d", n, len(output.Formats))
	}
	b.quiet()
	for _, address := range b.asked {
		if !strings.HasPrefix(address, home+"/") && !strings.HasPrefix(address, "data:") {
			t.Errorf("the page asked for %s", address)
		}
	}
}

// TestExplorerHostile: names and sentences that try to be markup or script are words.
func TestExplorerHostile(t *testing.T) {
	b := browse(t)
	g := story(40)
	evil := []string{`<img src=x onerror=alert(1)>`, `</script><script>alert(1)</script>`, `javascript:alert(1)`, `"><svg onload=alert(1)>`, "\u202egnp.exe", `{{constructor.constructor("alert(1)")()}}`, `' onfocus=alert(1) autofocus '`}
	for i := range g.Events {
		g.Events[i].Label = evil[i%len(evil)]
	}
	for i := range g.Entities {
		g.Entities[i].Name = evil[i%len(evil)]
	}
	g.Sources[0].Title, g.Sources[0].Origin = evil[0], evil[2]
	b.open(file(t, g))
	for range 8 {
		b.do(chromedp.Focus(chromedp.CSS("#events")), chromedp.KeyEvent(kb.ArrowDown))
	}
	b.waitFor(`document.querySelector("#evidence mark")`)
	if n := value[int](b, `document.querySelectorAll("#evidence a, img, main svg").length`); n != 0 {
		t.Errorf("%d elements came from the text", n)
	}
	b.quiet()
}

// TestExplorerFast: 5,000 events are there within a second.
func TestExplorerFast(t *testing.T) {
	b := browse(t)
	address := file(t, story(5000))
	best := time.Hour
	for try := 0; try < 20 && best > time.Second; try++ { // the machine may be busy with other tests
		b.do(chromedp.Navigate("about:blank"))
		b.open(address)
		took := value[float64](b, `performance.getEntriesByName("ready")[0].startTime`)
		best = min(best, time.Duration(took*float64(time.Millisecond)))
	}
	t.Logf("first view of 5,000 events after %v", best.Round(time.Millisecond))
	if best > time.Second {
		t.Errorf("first view of 5,000 events after %v", best)
	}
	b.do(chromedp.SetValue(chromedp.CSS("#most"), "1000000"), chromedp.Evaluate[chromedp.Void](`document.getElementById("most").dispatchEvent(new Event("change"))`))
	b.waitFor(`/^1250 names/.test(document.getElementById("left").textContent)`)
	b.quiet()
}

// TestExplorerRecalls: an address that names an event shows it in the list, too.
func TestExplorerRecalls(t *testing.T) {
	b := browse(t)
	b.open(file(t, story(200)) + "#event=event/00150")
	b.waitFor(`(() => {
		const row = document.querySelector(".row[aria-selected=true]")?.getBoundingClientRect(), box = document.getElementById("events").getBoundingClientRect();
		return row && row.top >= box.top && row.bottom <= box.bottom;
	})()`)
	b.quiet()
}
