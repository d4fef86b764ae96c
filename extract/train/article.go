// Package train learns and scores the models that dateline ships. It reads annotated corpora into Documents whose
// layers are the gold annotation, so that trainers and scorers see exactly what a stage sees at run time. Only
// cmd/dateline-train imports it.
package train

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"dateline/extract"
)

// Article is one annotated text.
type Article struct {
	// Doc holds the text as rebuilt from the words and, as layers, paragraphs, tokens, sentences, tags and trees.
	Doc *extract.Document
	// Misc is the last column of CoNLL-U per token, "" for "_": GUM keeps entities there.
	Misc []string
	// Meta is the article's comment lines "# key = value" that stand before its first sentence.
	Meta map[string]string
	// Genre is the register: news, weblog, email …
	Genre string
}

// ReadTreebank reads the .conllu files of a folder, or one file, in the order of their names.
func ReadTreebank(path string) ([]Article, error) {
	files := []string{path}
	if info, err := os.Stat(path); err != nil {
		return nil, err
	} else if info.IsDir() {
		files, _ = filepath.Glob(filepath.Join(path, "*.conllu"))
		sort.Strings(files)
	}
	var all []Article
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		list, err := ReadConllu(name, f)
		f.Close()
		if err != nil {
			return nil, err
		}
		all = append(all, list...)
	}
	return all, nil
}

// ReadConllu reads CoNLL-U: one Article per "# newdoc". Empty nodes (5.1) are left out; the words of a range line (3-4)
// become Joined tokens. Errors have the form name:line: message.
func ReadConllu(name string, r io.Reader) ([]Article, error) {
	c := &conllu{}
	scan := bufio.NewScanner(r)
	scan.Buffer(nil, 1<<20)
	for line := 1; scan.Scan(); line++ {
		if err := c.line(strings.TrimRight(scan.Text(), "\r")); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, line, err)
		}
	}
	if err := scan.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	c.endSentence()
	c.endArticle()
	return c.articles, nil
}
