package server_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"dateline/graph"
	"dateline/output"
	"dateline/output/server"
)

const token = "0123456789abcdef"

// two is a graph of one meeting.
func two() *graph.Graph {
	day := graph.Date{Year: 2015, Month: 11, Day: 15}
	seen := []graph.Evidence{{Source: "a", End: 8, Trigger: graph.Span{Start: 2, End: 5}, Quote: "A met B.", By: "test"}}
	return &graph.Graph{
		Sources:  []graph.Source{{ID: "a", Title: "A and B", Origin: "https://news.example/a", Text: "A met B."}},
		Entities: []graph.Entity{{ID: "person/a", Name: "Anna Adler", Kind: graph.Person, Keys: []string{"person:anna adler"}, Seen: seen}, {ID: "person/b", Name: "Bert Brecht", Kind: graph.Person, Keys: []string{"person:bert brecht"}, Seen: seen}},
		Events: []graph.Event{{ID: "event/1", Type: "CONSULT", Trigger: "met", Lemma: "meet", Label: "Anna Adler met Bert Brecht", Status: graph.Happened, Articles: 1,
			When: graph.When{Time: graph.DayOf(day)}, Seen: seen, Conflicts: []string{},
			Roles: []graph.Role{{Name: "agent", Entity: "person/a"}, {Name: "agent", Entity: "person/b"}}}},
	}
}

// ask sends one request and gives the answer with its body.
func ask(t *testing.T, method, host, target string, headers ...string) (*http.Response, string) {
	t.Helper()
	u, err := url.Parse(target)
	if err != nil {
		t.Fatal(err)
	}
	r := &http.Request{Method: method, URL: u, Host: host, Header: http.Header{}, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1, Body: http.NoBody, RequestURI: target}
	for i := 0; i < len(headers); i += 2 {
		r.Header.Add(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	server.Handler(server.Site{Graph: two(), Token: token}).ServeHTTP(w, r)
	body, err := io.ReadAll(w.Result().Body)
	if err != nil {
		t.Fatal(err)
	}
	return w.Result(), string(body)
}

const home = "127.0.0.1:8080"

// TestServed: with the secret, everything that the page asks for is there.
func TestServed(t *testing.T) {
	first, _ := ask(t, "GET", home, "/?token="+token, "Sec-Fetch-Site", "none")
	if first.StatusCode != http.StatusSeeOther || first.Header.Get("Location") != "/" {
		t.Fatalf("the first address answers %d, to %q", first.StatusCode, first.Header.Get("Location"))
	}
	c := first.Header.Get("Set-Cookie")
	for _, want := range []string{token, "HttpOnly", "SameSite=Strict"} {
		if !strings.Contains(c, want) {
			t.Errorf("cookie %q lacks %s", c, want)
		}
	}
	pages := map[string]string{"/": "<title>", "/explorer.js": "use strict", "/explorer.css": "--ground", "/cytoscape.min.js": "cytoscape", "/data.json": "Anna Adler met Bert Brecht"}
	for _, f := range output.Formats {
		pages["/download/"+f.Name] = ""
	}
	for path, want := range pages {
		for _, host := range []string{home, "localhost:8080", "[::1]:8080"} {
			r, body := ask(t, "GET", host, path, "Cookie", "dateline-8080="+token, "Sec-Fetch-Site", "same-origin")
			if r.StatusCode != http.StatusOK || !strings.Contains(body, want) || body == "" {
				t.Errorf("%s%s: %d, %.60q", host, path, r.StatusCode, body)
			}
			if r.Header.Get("Content-Security-Policy") == "" || r.Header.Get("X-Content-Type-Options") != "nosniff" || r.Header.Get("Access-Control-Allow-Origin") != "" {
				t.Errorf("%s: headers %v", path, r.Header)
			}
		}
	}
}

// TestChosen: the events of a list can be downloaded, by our own page alone.
func TestChosen(t *testing.T) {
	send := func(body string, headers ...string) (int, string) {
		r := httptest.NewRequest("POST", "http://"+home+"/download/json", strings.NewReader(body))
		r.Header.Set("Cookie", "dateline-8080="+token)
		for i := 0; i < len(headers); i += 2 {
			r.Header.Set(headers[i], headers[i+1])
		}
		w := httptest.NewRecorder()
		server.Handler(server.Site{Graph: two(), Token: token}).ServeHTTP(w, r)
		return w.Code, w.Body.String()
	}
	ours := []string{"Origin", "http://" + home}
	if code, body := send(`["event/1"]`, ours...); code != http.StatusOK || !strings.Contains(body, "Anna Adler met") {
		t.Errorf("chosen: %d %.80q", code, body)
	}
	for _, none := range []string{`[]`, `["event/2"]`} {
		if code, body := send(none, ours...); code != http.StatusOK || strings.Contains(body, "Anna Adler met") {
			t.Errorf("%s: %d %.80q", none, code, body)
		}
	}
	for _, bad := range []string{``, `{}`, `[1]`, `["event/1"`, `"` + strings.Repeat("x", 17<<20) + `"`} {
		if code, _ := send(bad, ours...); code != http.StatusBadRequest {
			t.Errorf("%.20q: %d", bad, code)
		}
	}
	for _, headers := range [][]string{nil, {"Origin", "http://evil.example"}, {"Origin", "null"}, append(ours, "Sec-Fetch-Site", "cross-site"), append(ours, "Cookie", "x=y")} {
		if code, body := send(`["event/1"]`, headers...); code < 400 || strings.Contains(body, "Adler") {
			t.Errorf("%v: %d", headers, code)
		}
	}
}

// TestRefused: what does not come from the page itself gets nothing of the graph.
func TestRefused(t *testing.T) {
	good := []string{"Cookie", "dateline-8080=" + token}
	paths := []string{"/", "/data.json", "/download/json", "/explorer.js"}
	type request struct {
		name, method, host string
		headers            []string
	}
	var requests []request
	for _, host := range []string{"evil.example", "evil.example:8080", "127.0.0.1.evil.example:8080", "localhost.evil.example:8080", "192.168.0.7:8080", "[fe80::1]:8080",
		"0.0.0.0:8080", "", "127.0.0.1:8080@evil.example", "127.0.0.1:", "127.0.0.1:80 80", "2130706433:8080", "0x7f.1:8080", "localhost.:8080"} {
		requests = append(requests, request{"host " + host, "GET", host, good})
	}
	for _, method := range []string{"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND"} {
		requests = append(requests, request{method, method, home, good})
	}
	for _, origin := range []string{"http://evil.example", "null", "https://127.0.0.1:8080", "http://127.0.0.1:8081", "http://localhost:8080", "http://127.0.0.1:8080.evil.example", "file://", ""} {
		requests = append(requests, request{"origin " + origin, "GET", home, append([]string{"Origin", origin}, good...)})
	}
	for _, site := range []string{"cross-site", "same-site", "unheard-of"} {
		requests = append(requests, request{"site " + site, "GET", home, append([]string{"Sec-Fetch-Site", site}, good...)})
	}
	for _, c := range []string{"", "dateline-8080=", "dateline-8080=x", "dateline-8080=" + token[1:], "dateline-8080=" + token + "0", "other=" + token} {
		requests = append(requests, request{"cookie " + c, "GET", home, []string{"Cookie", c}})
	}
	for _, q := range requests {
		for _, path := range paths {
			r, body := ask(t, q.method, q.host, path, q.headers...)
			if r.StatusCode < 400 || strings.Contains(body, "Adler") {
				t.Errorf("%s %s: %d %.60q", q.name, path, r.StatusCode, body)
			}
		}
	}
	if r, _ := ask(t, "GET", home, "/?token=wrong"); r.StatusCode != http.StatusForbidden || r.Header.Get("Set-Cookie") != "" {
		t.Errorf("a wrong token answers %d", r.StatusCode)
	}
	for _, path := range []string{"/download/../../etc/passwd", "/download/passwd", "/web/explorer/explorer.html", "/..%2f..%2fgo.mod", "/data.json/", "//evil.example"} {
		if r, body := ask(t, "GET", home, path, good...); r.StatusCode == http.StatusOK || strings.Contains(body, "module dateline") {
			t.Errorf("%s: %d", path, r.StatusCode)
		}
	}
}

// TestLocal: only addresses that others cannot reach.
func TestLocal(t *testing.T) {
	for addr, ok := range map[string]bool{"127.0.0.1:0": true, "[::1]:80": true, "localhost:8080": true, "127.9.9.9:1": true,
		":8080": false, "0.0.0.0:80": false, "[::]:80": false, "192.168.1.1:80": false, "example.com:80": false, "127.0.0.1": false} {
		if err := server.Local(addr); (err == nil) != ok {
			t.Errorf("Local(%q) = %v", addr, err)
		}
	}
}
