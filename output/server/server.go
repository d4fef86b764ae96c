// Package server shows a graph in the browser of the person at this machine, and to nobody else.
//
// It answers only requests that call it by a loopback name (so a page of another name that points here learns nothing),
// that come from its own page or from the address bar, and that carry the secret of this start. It knows GET and HEAD,
// and POST where a list of events to download is too long for an address. It changes nothing, unless it was started to
// take corrections: these must carry a second secret, which only its own page can read.
package server

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"dateline/graph"
	"dateline/output"
)

// Limits of a connection. A download may take long; a question may not.
const (
	questionTime = 5 * time.Second
	answerTime   = 2 * time.Minute
	idleTime     = time.Minute
	questionSize = 16 << 10 // bytes of the address and all headers
	chosenSize   = 16 << 20 // bytes of a list of events
)

// Site is what is served.
type Site struct {
	Graph   *graph.Graph
	Options output.Options // of the writers
	// Token is the secret of this start: the first address to open is "/?token=" and it.
	Token string
	// Correct keeps a correction and gives the graph with it, and reasons why it does not apply, if it does not. It is not
	// called twice at once. Nil: nothing can be corrected.
	Correct func(graph.Correction) (g *graph.Graph, lost []string, err error)
}

// New is a server for s with its limits set; the caller listens and serves.
func New(s Site) *http.Server {
	return &http.Server{
		Handler:           Handler(s),
		ReadHeaderTimeout: questionTime, ReadTimeout: questionTime, WriteTimeout: answerTime, IdleTimeout: idleTime,
		MaxHeaderBytes: questionSize,
	}
}

// site is a Site that is served, with the graph as it is now.
type site struct {
	Site
	graph  atomic.Pointer[graph.Graph]
	secret string     // of corrections
	one    sync.Mutex // corrections come one by one
}

// Handler is what New serves: the explorer at "/", its parts beside it, every format of output.Formats under
// "/download/NAME", of all events, or of those whose IDs are sent along as a list, and, if s takes them, corrections.
func Handler(s Site) http.Handler {
	v := &site{Site: s}
	v.graph.Store(s.Graph)
	mux := http.NewServeMux()
	if s.Correct != nil {
		v.secret = rand.Text()
		mux.HandleFunc("POST "+corrections, v.correct)
	}
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, _ *http.Request) {
		answer(w, "text/html; charset=utf-8", func(w io.Writer) error { return output.ExplorerPage(w, s.Options, v.secret) })
	})
	for name, kind := range map[string]string{"explorer.css": "text/css", "explorer.js": "text/javascript", "cytoscape.min.js": "text/javascript"} {
		mux.HandleFunc("GET /"+name, func(w http.ResponseWriter, _ *http.Request) {
			answer(w, kind+"; charset=utf-8", func(w io.Writer) error {
				_, err := io.WriteString(w, output.ExplorerFile(name))
				return err
			})
		})
	}
	mux.HandleFunc("GET /data.json", func(w http.ResponseWriter, _ *http.Request) {
		answer(w, "application/json", func(w io.Writer) error { return output.ExplorerData(w, v.graph.Load(), s.Options) })
	})
	mux.HandleFunc("GET /download/{format}", func(w http.ResponseWriter, r *http.Request) { v.download(w, r, v.graph.Load()) })
	mux.HandleFunc("POST /download/{format}", v.downloadChosen)
	return v.guard(mux)
}

// corrections is where they are sent.
const corrections = "/corrections"

// downloadChosen writes the events of a list.
func (s *site) downloadChosen(w http.ResponseWriter, r *http.Request) {
	var ids []string
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, chosenSize)).Decode(&ids); err != nil {
		http.Error(w, "a list of events is wanted", http.StatusBadRequest)
		return
	}
	if len(ids) == 0 {
		ids = []string{""} // nothing, not everything
	}
	s.download(w, r, graph.Select(s.graph.Load(), graph.Query{Events: ids}))
}

// download writes a graph in the format that is asked for.
func (s *site) download(w http.ResponseWriter, r *http.Request, g *graph.Graph) {
	f, ok := output.Lookup(r.PathValue("format"))
	if !ok {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Disposition", fmt.Sprintf("attachment; filename=%q", f.File))
	answer(w, "application/octet-stream", func(w io.Writer) error { return f.Write(w, g, s.Options) })
}

// answer writes a body. An error breaks the connection, so that nobody takes a part for the whole.
func answer(w http.ResponseWriter, kind string, write func(io.Writer) error) {
	w.Header().Set("Content-Type", kind)
	if err := write(w); err != nil {
		panic(http.ErrAbortHandler)
	}
}

// guard lets through what comes from the page itself, and sets the headers that hold for every answer.
func (s *site) guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", output.ExplorerPolicy())
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cache-Control", "no-store")
		switch {
		case !loopback(r.Host):
			http.Error(w, "this server has another name", http.StatusMisdirectedRequest)
		case r.Method != http.MethodGet && r.Method != http.MethodHead && !s.posts(r):
			h.Set("Allow", "GET, HEAD")
			http.Error(w, "nothing can be changed here", http.StatusMethodNotAllowed)
		case foreign(r), r.Method == http.MethodPost && r.Header.Get("Origin") == "":
			http.Error(w, "asked by another page", http.StatusForbidden)
		case r.URL.Path == "/" && same(r.URL.Query().Get("token"), s.Token):
			http.SetCookie(w, &http.Cookie{Name: cookieOf(r.Host), Value: s.Token, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode})
			http.Redirect(w, r, "/", http.StatusSeeOther)
		case !known(r, s.Token):
			http.Error(w, "open the address that dateline has printed: it holds the key", http.StatusForbidden)
		default:
			next.ServeHTTP(w, r)
		}
	})
}

// posts tells whether a request asks for the download of some events, or corrects, where that can be.
func (s *site) posts(r *http.Request) bool {
	return r.Method == http.MethodPost && (strings.HasPrefix(r.URL.Path, "/download/") || s.Correct != nil && r.URL.Path == corrections)
}

// loopback tells whether a Host header names this machine by a loopback address or by localhost, with or without port.
func loopback(host string) bool {
	name, port, err := net.SplitHostPort(host)
	if err != nil {
		name, port = strings.TrimSuffix(strings.TrimPrefix(host, "["), "]"), "80"
	}
	if port == "" || strings.Trim(port, "0123456789") != "" {
		return false
	}
	ip := net.ParseIP(name)
	return name == "localhost" || ip != nil && ip.IsLoopback()
}

// foreign tells whether a browser says that another site asks. Browsers that say nothing carry no cookie of ours from
// there either (SameSite).
func foreign(r *http.Request) bool {
	if origins := r.Header.Values("Origin"); len(origins) > 1 || len(origins) == 1 && origins[0] != "http://"+r.Host {
		return true
	}
	for _, site := range r.Header.Values("Sec-Fetch-Site") {
		if site != "same-origin" && site != "none" {
			return true
		}
	}
	return false
}

// known tells whether a request carries the secret.
func known(r *http.Request, token string) bool {
	for _, c := range r.CookiesNamed(cookieOf(r.Host)) {
		if same(c.Value, token) {
			return true
		}
	}
	return false
}

// cookieOf is the name under which the secret is kept. It has the port in it, since browsers send a cookie to all ports
// of a host: two servers would take each other's away.
func cookieOf(host string) string { return "dateline-" + host[strings.LastIndexByte(host, ':')+1:] }

func same(a, b string) bool { return b != "" && subtle.ConstantTimeCompare([]byte(a), []byte(b)) == 1 }

// Local is addr if it is a loopback address with a port, an error that says so if not.
func Local(addr string) error {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return err
	}
	if ip := net.ParseIP(host); host != "localhost" && (ip == nil || !ip.IsLoopback()) {
		return fmt.Errorf("%s is not an address of this machine alone", addr)
	}
	return nil
}
