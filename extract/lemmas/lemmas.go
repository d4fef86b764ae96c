// Package lemmas gives each token that has its tags its lemma and its features, by look-up: in a lexicon of forms that no
// rule explains, else by the rule of the longest known ending.
package lemmas

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"dateline/extract"
	"dateline/extract/linear"
)

// ModelFile is where New finds the model.
const ModelFile = "models/lemmas.bin"

// Lemmatizer is a loaded model; it is safe for use by many goroutines.
type Lemmatizer struct {
	classes Classes
	known   linear.Dict // LemmaKey → index in texts
	texts   linear.Strings
	rules   linear.Dict // RuleKey → index in edits
	edits   linear.Strings
	feats   linear.Dict // FeatsKey → index in sets
	sets    linear.Strings
}

// New reads the model from files, the data folder.
func New(files fs.FS) (*Lemmatizer, error) {
	b, err := fs.ReadFile(files, ModelFile)
	if err != nil {
		return nil, err
	}
	l, err := Open(b)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", ModelFile, err)
	}
	return l, nil
}

// Open makes a Lemmatizer of the bytes of a model, which must not change.
func Open(b []byte) (*Lemmatizer, error) {
	f, err := linear.Open(b)
	if err != nil {
		return nil, err
	}
	l := &Lemmatizer{}
	var errs [7]error
	tags, err := f.Strings("tags")
	errs[0] = err
	l.known, errs[1] = f.Dict("lemma words")
	l.texts, errs[2] = f.Strings("lemmas")
	l.rules, errs[3] = f.Dict("lemma endings")
	l.edits, errs[4] = f.Strings("lemma edits")
	l.feats, errs[5] = f.Dict("feats words")
	l.sets, errs[6] = f.Strings("feats")
	if err := errors.Join(errs[:]...); err != nil {
		return nil, err
	}
	l.classes = NewClasses(tags.All())
	return l, nil
}

// Fill sets the lemma and the features of a token of text that has its tags.
func (l *Lemmatizer) Fill(text string, t *extract.Token) {
	var room [48]byte // most words fit
	word := text[t.Start:t.End]
	folded := linear.Fold(room[:0], word)
	class := l.classes.Of(t.UPOS, t.XPOS)
	v, ok := l.feats.Get(FeatsKey(folded, class))
	if !ok {
		v, ok = l.feats.Get(FeatsKey(nil, class))
	}
	t.Feats = ""
	if ok && int(v) < l.sets.Len() {
		t.Feats = l.sets.At(int(v))
	}
	t.Lemma = l.lemma(folded, word, class)
}

// lemma is the lemma of a word with its folded form.
func (l *Lemmatizer) lemma(folded []byte, word string, class uint32) string {
	if v, ok := l.known.Get(LemmaKey(folded, class)); ok && int(v) < l.texts.Len() {
		return l.texts.At(int(v))
	}
	for from := max(0, len(folded)-MaxEnding); from <= len(folded); from++ {
		if v, ok := l.rules.Get(RuleKey(folded[from:], class)); ok && int(v) < l.edits.Len() {
			return Edit(word, l.edits.At(int(v)))
		}
	}
	return strings.ToLower(word)
}
