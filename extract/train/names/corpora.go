package names

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"dateline/extract/lexicon"
	"dateline/extract/segment"
	"dateline/graph"
)

// corpus is how one collection of names is written.
type corpus struct {
	Name string
	// Files are patterns under the folder entities.
	Files []string
	// Word and Tag are columns; a negative number counts from the end.
	Word, Tag int
	Types     map[string]graph.Kind
	// Rough says that tools made the labels: they are cleaned before they are learned from.
	Rough bool
}

// careful is how often the corpora made by people are gone through for once of the rough one, which is four times as big
// as they are together.
const careful = 3

// training are the corpora that may train what ships.
var training = []corpus{
	{Name: "uner", Files: []string{"uner-ewt/en_ewt-ud-train.iob2"}, Word: 1, Tag: 2, Types: uner},
	{Name: "gmb", Files: []string{"gmb/train.tsv"}, Tag: 2, Types: gmb, Rough: true},
	{Name: "wikigold", Files: []string{"wikigold/CONLL-format/data/wikigold.conll.txt"}, Tag: -1, Types: uner},
	{Name: "btc", Files: []string{"btc/CONLL-format/data/[a-h].conll"}, Tag: -1, Types: uner},
	{Name: "re3d", Files: []string{"re3d/CONLL-format/data-by-source/conll/*/*.conll"}, Tag: -1, Types: re3d},
	{Name: "wnut", Files: []string{"wnut17/wnut17train.conll"}, Tag: -1, Types: wnut},
}

// development are the corpora that models are measured on.
var development = []corpus{
	{Name: "uner-dev", Files: []string{"uner-ewt/en_ewt-ud-dev.iob2"}, Word: 1, Tag: 2, Types: uner},
	{Name: "gmb-dev", Files: []string{"gmb/dev.tsv"}, Tag: 2, Types: gmb},
}

var (
	uner = map[string]graph.Kind{"PER": graph.Person, "ORG": graph.Organization, "LOC": graph.Place}
	gmb  = map[string]graph.Kind{"per": graph.Person, "org": graph.Organization, "geo": graph.Place, "gpe": graph.Group,
		"eve": graph.Occasion, "art": graph.Work}
	re3d = map[string]graph.Kind{"Person": graph.Person, "Organisation": graph.Organization, "Location": graph.Place,
		"Nationality": graph.Group}
	wnut = map[string]graph.Kind{"person": graph.Person, "corporation": graph.Organization, "group": graph.Organization,
		"location": graph.Place, "creative-work": graph.Work, "product": graph.Product}
)

// Read reads the training corpora, or the development ones, found under dir/entities. Tokens are made with files, the
// data folder.
func Read(dir string, dev bool, s *segment.Segmenter, lex *lexicon.Lexicon) ([]Sample, error) {
	list := training
	if dev {
		list = development
	}
	r := newReader(s, lex)
	var out []Sample
	for _, c := range list {
		sentences, err := c.read(filepath.Join(dir, "entities"))
		if err != nil {
			return nil, err
		}
		samples, err := r.blocks(c.Name, sentences)
		if err != nil {
			return nil, err
		}
		if c.Rough {
			r.clean(samples)
		} else if !dev {
			for i := range samples {
				samples[i].Times = careful
			}
		}
		out = append(out, samples...)
	}
	return out, nil
}

func (c corpus) read(dir string) ([][]word, error) {
	var out [][]word
	for _, pattern := range c.Files {
		files, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil || len(files) == 0 {
			return nil, fmt.Errorf("%s: no such file", filepath.Join(dir, pattern))
		}
		sort.Strings(files)
		for _, f := range files {
			s, err := c.file(f)
			if err != nil {
				return nil, err
			}
			out = append(out, s...)
		}
	}
	return out, nil
}

func (c corpus) file(name string) ([][]word, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out [][]word
	var sentence []word
	end := func() {
		if len(sentence) > 0 {
			out = append(out, sentence)
		}
		sentence = nil
	}
	scan := bufio.NewScanner(f)
	scan.Buffer(nil, 1<<20)
	for scan.Scan() {
		line := strings.TrimRight(scan.Text(), "\r\n")
		cols := strings.FieldsFunc(line, func(r rune) bool { return r == '\t' || r == ' ' })
		switch {
		case len(cols) < 2:
			end()
		case strings.HasPrefix(line, "# ") || cols[0] == "-DOCSTART-":
		default:
			sentence = append(sentence, c.word(cols))
		}
	}
	end()
	return out, scan.Err()
}

func (c corpus) word(cols []string) word {
	pick := func(i int) string {
		if i < 0 {
			i += len(cols)
		}
		return cols[min(i, len(cols)-1)]
	}
	tag := pick(c.Tag)
	w := word{text: pick(c.Word), begin: strings.HasPrefix(tag, "B-")}
	if len(tag) > 2 {
		w.kind = c.Types[tag[2:]]
	}
	return w
}
