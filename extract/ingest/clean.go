package ingest

import (
	"fmt"
	"io/fs"
	"strings"
)

// cue is a phrase that speaks for a line being no part of the article.
type cue struct {
	words  []string
	at     string // any, start, end or whole: where in the line it must stand
	weight float32
	reason string
}

// cues are the words and weights by which boilerplate is known; they come from lexicon/boilerplate.tsv.
type cues struct {
	byFirst map[string][]cue // by first word
	class   map[string]string
	shape   map[string]float32
}

// cuesPath is where the cues stand in the data folder.
const cuesPath = "lexicon/boilerplate.tsv"

// shapes are the weights that the file must give.
var shapes = [...]string{"sentence", "sentence word", "sentence without phrase", "fragment", "long fragment word", "enter", "leave", "enter first", "leave last", "most"}

// loadCues reads the cues; nil where there is no data folder.
func loadCues(files fs.FS) (*cues, error) {
	if files == nil {
		return nil, nil
	}
	cs := &cues{byFirst: map[string][]cue{}, class: map[string]string{}, shape: map[string]float32{}}
	err := eachRow(files, cuesPath, 4, func(cells []string) error {
		w, err := weight(cells[1])
		if err != nil {
			return err
		}
		return cs.add(cells[0], w, cells[2], cells[3])
	})
	if err != nil {
		return nil, err
	}
	for _, s := range shapes {
		if _, ok := cs.shape[s]; !ok {
			return nil, fmt.Errorf("%s: no weight for the shape %q", cuesPath, s)
		}
	}
	return cs, nil
}

// add takes in one row.
func (cs *cues) add(reason string, w float32, at, phrase string) error {
	switch at {
	case "shape":
		cs.shape[phrase] = w
	case "class":
		for _, s := range strings.Fields(phrase) {
			cs.class[s] = "<" + reason + ">"
		}
	case "any", "start", "end", "whole":
		words := strings.Fields(phrase)
		if len(words) == 0 {
			return fmt.Errorf("no phrase")
		}
		cs.byFirst[words[0]] = append(cs.byFirst[words[0]], cue{words, at, w, reason})
	default:
		return fmt.Errorf("%q is not any, start, end, whole, class or shape", at)
	}
	return nil
}

// judge marks the units that are no part of the article. Whole runs of lines are judged, not single ones: the most
// likely labelling of the text by a chain of two states, article and boilerplate, where each line speaks for one or
// the other by its words and shape, and each change of state costs. After Pasternack and Roth, Extracting article
// text from the web with maximum subsequence segmentation, WWW 2009; words and weights are ours and stand in a file.
func (cs *cues) judge(text string, us []unit) {
	if cs == nil || len(us) < 2 {
		return
	}
	votes := make([]vote, len(us))
	var ws []word
	any := false
	for i, u := range us {
		ws = ws[:0]
		votes[i] = cs.vote(text[u.start:u.end], u, &ws)
		any = any || votes[i].cued
	}
	if any {
		cs.label(us, votes)
	}
}

// telling is the weight from which a phrase can make a line boilerplate; lighter ones only add to others.
const telling = 1.5

// vote is what one unit says: above 0 for boilerplate, below for article.
type vote struct {
	score  float32
	cued   bool
	prose  bool
	reason string // of its weightiest cue
}

// vote looks at one unit.
func (cs *cues) vote(s string, u unit, buf *[]word) vote {
	v := cs.ofShape(s, u)
	const long = 1000 // bytes: whatever that is, it is no button
	if float32(u.words) > cs.shape["most"] || len(s) > long {
		return v
	}
	ws := splitWords(*buf, s)
	*buf = ws
	for i := range ws {
		if c, ok := cs.class[ws[i].text]; ok {
			ws[i].text = c
		}
	}
	stop := strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "..")
	best := float32(0)
	for i := 0; i < len(ws); {
		c := cs.longest(ws, i)
		if c == nil || c.at == "whole" && stop || c.weight < 0 && !v.prose {
			i++
			continue
		}
		v.score += c.weight
		v.cued = v.cued || c.weight >= telling
		if c.weight > best {
			best, v.reason = c.weight, c.reason
		}
		i += len(c.words)
	}
	if v.prose && !v.cued {
		v.score += cs.shape["sentence without phrase"]
	}
	return v
}

// ofShape is what the unit's shape says.
func (cs *cues) ofShape(s string, u unit) (v vote) {
	// A line that is all in brackets is a note beside the text.
	v.prose = u.sentence && u.words > 1 && !inBrackets(s)
	switch n := float32(u.words); {
	case v.prose:
		v.score = cs.shape["sentence"] + n*cs.shape["sentence word"]
	case u.words > 12:
		v.score = cs.shape["fragment"] + n*cs.shape["long fragment word"]
	default:
		v.score = cs.shape["fragment"]
	}
	return v
}

// inBrackets tells whether s begins and ends with brackets.
func inBrackets(s string) bool {
	return (s[0] == '[' || s[0] == '(') && (s[len(s)-1] == ']' || s[len(s)-1] == ')')
}

// longest is the longest cue that stands at word i of ws, nil if there is none.
func (cs *cues) longest(ws []word, i int) *cue {
	var best *cue
	list := cs.byFirst[ws[i].text]
	for k := range list {
		c := &list[k]
		if c.fits(ws, i) && (best == nil || len(c.words) > len(best.words) || len(c.words) == len(best.words) && c.weight > best.weight) {
			best = c
		}
	}
	return best
}

// fits tells whether c stands at word i.
func (c *cue) fits(ws []word, i int) bool {
	end := i + len(c.words)
	if end > len(ws) || (c.at == "start" || c.at == "whole") && i > 0 || (c.at == "end" || c.at == "whole") && end < len(ws) {
		return false
	}
	for k, w := range c.words {
		if ws[i+k].text != w {
			return false
		}
	}
	return true
}

// label finds the best labelling by the Viterbi algorithm and marks the units.
func (cs *cues) label(us []unit, votes []vote) {
	n := len(votes)
	from := make([][2]int8, n) // best state before, for article and boilerplate
	article, junk := float32(0), cs.shape["enter first"]+votes[0].score
	for i := 1; i < n; i++ {
		a, b := article, junk
		if leave := junk + cs.shape["leave"]; leave > a {
			a, from[i][0] = leave, 1
		}
		from[i][1] = 1
		if enter := article + cs.shape["enter"]; enter >= b {
			b, from[i][1] = enter, 0
		}
		article, junk = a, b+votes[i].score
	}
	state := int8(0)
	if junk+cs.shape["leave last"] > article {
		state = 1
	}
	reason := "boilerplate"
	for i := n - 1; i >= 0; i-- {
		if state == 1 {
			if votes[i].reason != "" {
				reason = votes[i].reason
			}
			us[i].skip = reason
		} else {
			reason = "boilerplate"
		}
		state = from[i][state]
	}
	trimRuns(us, votes)
	for _, u := range us {
		if u.skip == "" {
			return
		}
	}
	for i := range us { // an article about such things, or none: not for us to say
		us[i].skip = ""
	}
}

// trimRuns gives back to the article what a run begins or ends with though nothing speaks against it.
func trimRuns(us []unit, votes []vote) {
	for i := range us {
		if us[i].skip != "" && (i == 0 || us[i-1].skip == "") && i > 0 {
			for j := i; j < len(us) && us[j].skip != "" && !votes[j].cued; j++ {
				us[j].skip = ""
			}
		}
	}
	for i := len(us) - 2; i >= 0; i-- {
		if us[i].skip != "" && us[i+1].skip == "" && !votes[i].cued {
			us[i].skip = ""
		}
	}
}
