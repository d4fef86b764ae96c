package names

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"dateline/extract/lexicon"
	"dateline/extract/names"
	"dateline/extract/segment"
	"dateline/graph"
)

// corpus is how one collection of names is written.
type corpus struct {
	Name string
	// Files are patterns under the folder entities; none stands for GUM.
	Files []string
	// Word and Tag are columns; a negative number counts from the end.
	Word, Tag int
	Types     map[string]graph.Kind
	// Rough says that tools made the labels: they are cleaned before they are learned from.
	Rough bool
	// Recase says that the corpus is learned from once more with the capitals taken away.
	Recase bool
	// Treebank says that its sentences stand in the treebanks that the parser learns from.
	Treebank bool
	// Raw says that parts of titles and directions stay in its gold names; see names.Bare.
	Raw bool
	// Times is how often it is gone through in an epoch: the smaller and the more careful, the oftener.
	Times int
}

// training are the corpora that may train what ships.
var training = []corpus{
	{Name: "uner", Files: []string{"uner-ewt/en_ewt-ud-train.iob2"}, Word: 1, Tag: 2, Types: uner, Times: 4, Recase: true, Treebank: true},
	{Name: "gmb", Files: []string{"gmb/train.tsv"}, Tag: 2, Types: gmb, Times: 1, Rough: true},
	{Name: "wikigold", Files: []string{"wikigold/CONLL-format/data/wikigold.conll.txt"}, Tag: -1, Types: wikigold, Times: 3, Recase: true},
	{Name: "btc", Files: []string{"btc/CONLL-format/data/[a-h].conll"}, Tag: -1, Types: uner, Times: 1},
	{Name: "re3d", Files: []string{"re3d/CONLL-format/data-by-source/conll/*/*.conll"}, Tag: -1, Types: re3d, Times: 3, Recase: true},
	{Name: "wnut", Files: []string{"wnut17/wnut17train.conll"}, Tag: -1, Types: wnut, Times: 2},
	{Name: "gum", Types: gumKinds, Times: 4, Treebank: true},
}

// development are the corpora that models are measured on.
var development = []corpus{
	{Name: "uner-dev", Files: []string{"uner-ewt/en_ewt-ud-dev.iob2"}, Word: 1, Tag: 2, Types: uner},
	{Name: "gmb-dev", Files: []string{"gmb/dev.tsv"}, Tag: 2, Types: gmb},
	{Name: "gmb-raw", Files: []string{"gmb/dev.tsv"}, Tag: 2, Types: gmb, Raw: true},
}

var (
	uner     = map[string]graph.Kind{"PER": graph.Person, "ORG": graph.Organization, "LOC": graph.Place}
	wikigold = map[string]graph.Kind{"PER": graph.Person, "ORG": graph.Organization, "LOC": graph.Place, "MISC": graph.Other}
	gmb      = map[string]graph.Kind{"per": graph.Person, "org": graph.Organization, "geo": graph.Place, "gpe": graph.Group,
		"eve": graph.Occasion, "art": graph.Other, "nat": graph.Other}
	re3d = map[string]graph.Kind{"Person": graph.Person, "Organisation": graph.Organization, "Location": graph.Place,
		"Nationality": graph.Group}
	wnut = map[string]graph.Kind{"person": graph.Person, "corporation": graph.Organization, "group": graph.Organization,
		"location": graph.Place, "creative-work": graph.Work, "product": graph.Product}
)

// Set says which corpora are read.
type Set int

// The sets.
const (
	Train Set = iota
	Dev
)

// Read reads the corpora of a set, found under dir. The training corpus named hold, "" for none, is left out of Train and
// belongs to Dev instead. Tokens are made with s, titles and places known from lex.
func Read(dir string, set Set, hold string, s *segment.Segmenter, lex *lexicon.Lexicon) ([]Sample, error) {
	var list []corpus
	for _, c := range training {
		if (c.Name == hold) == (set == Dev) {
			list = append(list, c)
		}
	}
	if set == Dev {
		list = append(list, development...)
	}
	r := newReader(s, lex)
	var out []Sample
	for _, c := range list {
		r.raw = c.Raw
		samples, err := c.samples(dir, r)
		if err != nil {
			return nil, err
		}
		for i := range samples {
			samples[i].Kinds, samples[i].Times, samples[i].Treebank = c.kinds(), c.Times, c.Treebank
		}
		if c.Rough {
			r.clean(samples)
		}
		out = append(out, samples...)
		if c.Recase && set == Train {
			for i := range samples {
				out = append(out, recased(samples[i]))
			}
		}
	}
	return out, nil
}

// samples reads the corpus: an article is what the corpus calls one, else a block of sentences.
func (c corpus) samples(dir string, r reader) (out []Sample, err error) {
	if c.Files == nil {
		articles, err := readGUM(dir)
		for _, a := range articles {
			s, bad := r.article(c.Name, a)
			if bad != nil {
				return nil, bad
			}
			out = append(out, s)
		}
		return out, err
	}
	sentences, err := c.read(filepath.Join(dir, "entities"))
	if err != nil {
		return nil, err
	}
	return r.blocks(c.Name, sentences)
}

// kinds has a bit per index of names.Types that the corpus annotates.
func (c corpus) kinds() (bits uint32) {
	for _, k := range c.Types {
		if k == graph.Other {
			return 1<<names.Learned - 1 // whatever else is a name has a label too
		}
		if i := typeIndex(k); i >= 0 {
			bits |= 1 << i
		}
	}
	return bits
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
