package coref

import (
	"dateline/extract"
	"dateline/graph"
)

// quotes says for each token in which quotation it stands, counted from 1; 0 outside.
type quotes struct {
	of   []int32
	from []int // first token of each quotation, by number; quote 0 is none
	to   []int
	who  []int // per quotation the mention of who speaks plus two, once asked for
}

// findQuotes pairs the quotation marks of each paragraph. A mark left open ends with its paragraph.
func findQuotes(d *extract.Document) quotes {
	q := quotes{of: make([]int32, len(d.Tokens)), from: []int{0}, to: []int{0}}
	open, p := false, 0
	for i := range d.Tokens {
		for p < len(d.Paragraphs) && d.Paragraphs[p].End <= d.Tokens[i].Start {
			p++
			open = false
		}
		switch d.Word(i) {
		case "\"":
			if open {
				open = false
				continue
			}
			open = q.begin(i)
			continue
		case "“", "``":
			open = q.begin(i)
			continue
		case "”", "''":
			open = false
			continue
		}
		if open {
			n := len(q.from) - 1
			q.of[i], q.to[n] = int32(n), i+1
		}
	}
	return q
}

func (q *quotes) begin(i int) bool {
	q.from, q.to = append(q.from, i+1), append(q.to, i+1)
	return true
}

// speaker is the mention of who says quotation n: the subject of a verb of speech outside it, in the sentence where the
// quotation begins or ends; else who says the quotation right before, in the sentence before. -1 if it is not plain.
func (w *work) speaker(n int32) int {
	if w.quotes.who == nil {
		w.quotes.who = make([]int, len(w.quotes.from))
	}
	if w.quotes.who[n] == 0 {
		w.quotes.who[n] = w.findSpeaker(n) + 2
	}
	return w.quotes.who[n] - 2
}

func (w *work) findSpeaker(n int32) int {
	for range 5 {
		if m := w.speakerBeside(n); m >= 0 {
			return m
		}
		if n <= 1 || !w.wholeSentence(n) || w.d.SentenceOf(w.quotes.from[n])-w.d.SentenceOf(w.quotes.to[n-1]-1) > 1 {
			return -1
		}
		n--
	}
	return -1
}

// wholeSentence tells whether nothing but quotation n stands in its sentences.
func (w *work) wholeSentence(n int32) bool {
	from := w.d.SentenceOf(w.quotes.from[n])
	to := w.d.SentenceOf(w.quotes.to[n] - 1)
	if from < 0 || to < from {
		return false
	}
	for i := w.d.Sentences[from].From; i < w.d.Sentences[to].To; i++ {
		if w.quotes.of[i] != n && w.d.Tokens[i].UPOS != "PUNCT" {
			return false
		}
	}
	return true
}

// speakerBeside looks for the speaker in the sentences where quotation n ends and begins: the subject of a verb of speech
// outside it, or of what governs such a verb ("Jobs resigned in a letter stating"); else, where the quotation begins, the
// subject of the sentence if that is a person ("The judge agreed: “I conclude …”").
func (w *work) speakerBeside(n int32) int {
	if n <= 0 || w.quotes.to[n] <= w.quotes.from[n] {
		return -1
	}
	for _, token := range []int{min(w.quotes.to[n], len(w.d.Tokens)) - 1, w.quotes.from[n]} {
		for i, to := w.around(token); i < to; i++ {
			if w.quotes.of[i] != 0 || w.d.Tokens[i].UPOS != "VERB" || !w.lex.Speech(w.lemma(i)) {
				continue
			}
			if m := w.subject(i); m >= 0 {
				return m
			}
		}
	}
	for i, _ := w.around(w.quotes.from[n]); i < w.quotes.from[n]; i++ {
		if w.d.Tokens[i].Head < 0 && w.d.Tokens[i].UPOS == "VERB" {
			if m := w.subject(i); m >= 0 && w.d.Mentions[m].Kind == graph.Person && w.d.Mentions[m].Gender != 'p' {
				return m
			}
		}
	}
	return -1
}

// farthest is how many words from a quotation its speaker is looked for.
const farthest = 200

// around is the tokens of the sentence that holds a token, and not far from it, half open.
func (w *work) around(token int) (from, to int) {
	s := w.d.SentenceOf(min(token, len(w.d.Tokens)-1))
	if s < 0 {
		return 0, 0
	}
	return max(w.d.Sentences[s].From, token-farthest), min(w.d.Sentences[s].To, token+farthest)
}

// subject is the mention outside quotations that is the subject of a verb, or of the verb that it hangs on as a
// participle, an infinitive or a conjunct; -1 if there is none.
func (w *work) subject(verb int) int {
	for range 3 {
		if k := w.deps.Kid(w.d, verb, "nsubj"); k >= 0 {
			if w.quotes.of[k] != 0 {
				return -1
			}
			return w.at(k)
		}
		t := &w.d.Tokens[verb]
		if t.Rel != "advcl" && t.Rel != "xcomp" && t.Rel != "conj" || t.Head < 0 {
			return -1
		}
		verb = t.Head
	}
	return -1
}
