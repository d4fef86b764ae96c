package server_test

import (
	"errors"
	"fmt"
	"net"
	"net/http/httptest"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"dateline/graph"
	"dateline/output/server"
)

// correctable is a site that takes corrections into got, and renames what they are about.
func correctable(got *[]graph.Correction) server.Site {
	return server.Site{Graph: two(), Token: token, Correct: func(c graph.Correction) (*graph.Graph, []string, error) {
		if c.To == "fail" {
			return nil, nil, errors.New("corrections.yaml:3:1: no list")
		}
		*got = append(*got, c)
		g := two()
		g.Events[0].Label = "Corrected"
		if c.To == "lost" {
			return g, []string{"7:3: which place is meant is not clear"}, nil
		}
		return g, nil, nil
	}}
}

// TestCorrect: what the page sends is kept, told and shown; what is not from the page of this start is not.
func TestCorrect(t *testing.T) {
	var got []graph.Correction
	h := server.Handler(correctable(&got))
	send := func(method, path, body string, headers ...string) (int, string) {
		r := httptest.NewRequest(method, "http://"+home+path, strings.NewReader(body))
		r.Header.Set("Cookie", "dateline-8080="+token)
		for i := 0; i < len(headers); i += 2 {
			r.Header.Set(headers[i], headers[i+1])
		}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		return w.Code, w.Body.String()
	}
	_, page := send("GET", "/", "")
	m := regexp.MustCompile(`<meta name="secret" content="(\w+)">`).FindStringSubmatch(page)
	if m == nil {
		t.Fatal("the page has no secret")
	}
	ours := []string{"Origin", "http://" + home, "X-Dateline-Secret", m[1]}
	for _, bad := range [][]string{nil, ours[:2], ours[2:], {"Origin", "http://evil.example", ours[2], m[1]}, {ours[0], ours[1], ours[2], "x"}, {ours[0], ours[1], ours[2], ""},
		append([]string{"Cookie", "x=y"}, ours...), append([]string{"Sec-Fetch-Site", "same-site"}, ours...)} {
		if code, _ := send("POST", "/corrections", `{"do":"confirm","id":"event/1"}`, bad...); code != 403 {
			t.Errorf("%v: %d", bad, code)
		}
	}
	for _, body := range []string{``, `[]`, `{"do":1}`, `{"do":"confirm","id":"event/1","x":1}`, `{"do":"confirm","id":"event/2"}`, `{"do":"same","id":"event/1","other":"event/1"}`,
		`{"do":"not-same","id":"event/1","seen":0}`, `{"do":"not-same","id":"person/a","name":"A"}`, `{"do":"same","id":"person/a","other":"event/1"}`, `{"id":"` + strings.Repeat("x", 1<<17) + `"}`} {
		if code, said := send("POST", "/corrections", body, ours...); code != 400 {
			t.Errorf("%.40s: %d %s", body, code, said)
		}
	}
	if len(got) > 0 {
		t.Fatalf("kept %v", got)
	}
	for body, want := range map[string]string{
		`{"do":"retime","id":"event/1","to":" 2015-11-16 ","because":"so says B"}`: "Written down: retime event/1 2015-11-16",
		`{"do":"same","id":"person/a","other":"person/b"}`:                         "Written down: same person/a and person/b",
		`{"do":"relocate","id":"event/1","to":"lost"}`:                             "Written down, but it does not apply: 7:3: which place is meant is not clear",
	} {
		if code, said := send("POST", "/corrections", body, ours...); code != 200 || said != want {
			t.Errorf("%s: %d %q", body, code, said)
		}
	}
	if len(got) != 3 || got[0].What[0].Quote != "A met B." && got[1].What[0].Quote != "A met B." {
		t.Errorf("kept %v", got)
	}
	if code, said := send("POST", "/corrections", `{"do":"retime","id":"event/1","to":"fail"}`, ours...); code != 409 || !strings.Contains(said, "3:1: no list") {
		t.Errorf("a fault: %d %q", code, said)
	}
	if _, data := send("GET", "/data.json", ""); !strings.Contains(data, "Corrected") {
		t.Error("the correction is not shown")
	}
}

// TestReadOnly: a server that was not started to take corrections offers none, and takes none.
func TestReadOnly(t *testing.T) {
	_, page := ask(t, "GET", home, "/", "Cookie", "dateline-8080="+token)
	if strings.Contains(page, `name="secret"`) {
		t.Error("the page has a secret")
	}
	if r, _ := ask(t, "POST", home, "/corrections", "Cookie", "dateline-8080="+token, "Origin", "http://"+home); r.StatusCode != 405 {
		t.Errorf("a correction: %d", r.StatusCode)
	}
}

// TestExplorerCorrects: a person chooses an event, says what is wrong, and sees what comes of it.
func TestExplorerCorrects(t *testing.T) {
	b := browse(t)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	g := story(60)
	var got []graph.Correction
	s := server.New(server.Site{Graph: g, Token: token, Correct: func(c graph.Correction) (*graph.Graph, []string, error) {
		if c.To == "<b>no time</b>" {
			return nil, nil, errors.New("corrections.yaml:1:1: <b>no time</b>")
		}
		got = append(got, c)
		h := *g
		h.Events = slices.Clone(g.Events)
		for i := range h.Events {
			if h.Events[i].ID == c.What[0].ID && c.Do == "rename" {
				h.Events[i].Label = c.To
			}
		}
		return &h, nil, nil
	}})
	go s.Serve(l)
	t.Cleanup(func() { s.Close() })
	b.open("http://" + l.Addr().String() + "/?token=" + token)
	b.do(chromedp.Focus(chromedp.CSS("#events")), chromedp.KeyEvent(kb.ArrowDown), chromedp.Click(chromedp.CSS("details.correct summary")))
	choose := func(do, to, because string) {
		fill := fmt.Sprintf(`{ const f = document.querySelector("form.correct"), s = f.querySelector("select");
			s.value = %q; s.dispatchEvent(new Event("change"));
			const inputs = f.querySelectorAll("input"); inputs[0].value = %q; inputs[1].value = %q }`, do, to, because)
		b.do(chromedp.Evaluate[chromedp.Void](fill), chromedp.Click(chromedp.CSS("form.correct button")))
	}
	choose("retime", "<b>no time</b>", "")
	b.waitFor(`document.querySelector("form.correct [role=status]").textContent === "corrections.yaml:1:1: <b>no time</b>"`)
	b.mu.Lock()
	b.problems = nil // the browser itself tells of an answer 409
	b.mu.Unlock()
	choose("rename", "Corrected by hand", "so it was")
	for shown := false; !shown; { // the page loads itself again: what is asked of it meanwhile may fail
		shown, err = chromedp.Run(b, chromedp.Evaluate[bool](`!!document.documentElement.dataset.ready && !!document.querySelector("#evidence h2")?.textContent.endsWith("Corrected by hand")`))
		if b.Err() != nil {
			t.Fatal(err)
		}
	}
	if said := b.text("#corrected"); !strings.HasPrefix(said, "Written down: rename ") {
		t.Errorf("said %q", said)
	}
	if len(got) != 1 || got[0].Because != "so it was" || got[0].What[0].Quote == "" {
		t.Errorf("kept %v", got)
	}
	for _, e := range value[[]string](b, faint) {
		t.Error(e)
	}
	b.quiet()

	plain := server.New(server.Site{Graph: g, Token: token})
	m, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	go plain.Serve(m)
	t.Cleanup(func() { plain.Close() })
	b.open("http://" + m.Addr().String() + "/?token=" + token)
	b.do(chromedp.Focus(chromedp.CSS("#events")), chromedp.KeyEvent(kb.ArrowDown))
	b.waitFor(`document.querySelector("#evidence mark")`)
	if n := value[int](b, `document.querySelectorAll(".correct").length`); n != 0 {
		t.Error("a server that takes no corrections offers them")
	}
}
