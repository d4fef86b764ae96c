package train

import (
	"sort"
	"strings"

	"dateline/extract/linear"
	"dateline/extract/tagger"
)

// TaggerOptions are how a tagger is learned.
type TaggerOptions struct {
	Epochs int
	Bits   int // the weights' table has 2^Bits places
	Often  int // a word seen this often gets a list of candidates
	Seed   uint64
	Log    func(format string, args ...any)
}

// taggerTrainer learns the weights of a tagger.
type taggerTrainer struct {
	TaggerOptions
	classes map[tagger.Tag]uint32
	tags    []tagger.Tag
	lexicon tagger.Lexicon
	words   lexiconParts
	weights *Weights
	step    int64
	atoms   tagger.Atoms
	feats   []uint64
	slots   []uint32
}

// Tagger learns a tagger with its lemmas and features and returns the bytes of its model.
func Tagger(samples []Sample, o TaggerOptions) []byte {
	t := &taggerTrainer{TaggerOptions: o, weights: NewWeights(1 << o.Bits)}
	t.countTags(samples)
	t.countWords(samples)
	for epoch := range o.Epochs {
		wrong, total := 0, 0
		for _, i := range shuffle(len(samples), o.Seed+uint64(epoch)) {
			wrong += t.learn(&samples[i])
			total += len(samples[i].Tokens)
		}
		o.Log("tagger: epoch %d of %d, %.2f %% right", epoch+1, o.Epochs, 100-100*float64(wrong)/float64(total))
	}
	b := &linear.Builder{}
	b.Strings("tags", t.tagNames())
	b.Dict("words", t.words.keys, t.words.at)
	b.Numbers("lists", t.words.lists)
	b.Cells("weights", o.Bits, t.weights.Quantise(t.step, 0.5))
	addLemmas(b, samples, t.class)
	return b.File()
}

// countTags numbers the joint classes, the most frequent first.
func (t *taggerTrainer) countTags(samples []Sample) {
	count := map[tagger.Tag]int{}
	for _, s := range samples {
		for _, w := range s.Tokens {
			count[tagger.Tag{UPOS: w.UPOS, XPOS: w.XPOS}]++
		}
	}
	for tag, n := range count {
		if n >= 2 {
			t.tags = append(t.tags, tag)
		}
	}
	sort.Slice(t.tags, func(i, j int) bool {
		a, b := t.tags[i], t.tags[j]
		if count[a] != count[b] {
			return count[a] > count[b]
		}
		return a.UPOS+" "+a.XPOS < b.UPOS+" "+b.XPOS
	})
	t.classes = map[tagger.Tag]uint32{}
	for i, tag := range t.tags {
		t.classes[tag] = uint32(i)
	}
}

func (t *taggerTrainer) tagNames() []string {
	names := make([]string, len(t.tags))
	for i, tag := range t.tags {
		names[i] = tag.UPOS + " " + tag.XPOS
	}
	return names
}

// class is the class of a gold pair; a pair seen once only counts as the most frequent class of its UPOS.
func (t *taggerTrainer) class(upos, xpos string) uint32 {
	if c, ok := t.classes[tagger.Tag{UPOS: upos, XPOS: xpos}]; ok {
		return c
	}
	for i, tag := range t.tags {
		if tag.UPOS == upos {
			return uint32(i)
		}
	}
	return 0
}

// learn goes through a sentence with the tagger's own choices before each word and counts its errors.
func (t *taggerTrainer) learn(s *Sample) (wrong int) {
	t.atoms.Load(s.Text, s.Tokens)
	t.lexicon.Choices(&t.atoms)
	var before, before2 uint32
	for i, w := range s.Tokens {
		t.step++
		gold := t.class(w.UPOS, w.XPOS)
		candidates := t.lexicon.Candidates(&t.atoms, i)
		guess := candidates[0]
		if len(candidates) > 1 {
			guess = t.guess(i, before, before2, candidates)
			if guess != gold {
				t.update(gold, 1)
				t.update(guess, -1)
			}
		}
		if guess != gold {
			wrong++
		}
		before, before2 = guess+1, before
	}
	return wrong
}

func (t *taggerTrainer) guess(i int, before, before2 uint32, candidates []uint32) uint32 {
	t.feats = t.atoms.Features(t.feats[:0], i, before, before2)
	t.slots = t.slots[:0]
	for _, h := range t.feats {
		t.slots = append(t.slots, linear.Slot(h, t.Bits))
	}
	best, top := candidates[0], int32(-1<<31)
	for _, class := range candidates {
		var score int32
		for _, s := range t.slots {
			score += t.weights.W[s^class]
		}
		if score > top {
			best, top = class, score
		}
	}
	return best
}

func (t *taggerTrainer) update(class uint32, delta int32) {
	for _, s := range t.slots {
		t.weights.Add(int(s^class), delta, t.step)
	}
}

// lexiconParts is a tagger.Lexicon on its way into the model.
type lexiconParts struct {
	keys  []uint64
	at    []uint32
	lists []uint32
}

// countWords makes the candidate lists. Words with the same candidates share a list.
func (t *taggerTrainer) countWords(samples []Sample) {
	count := map[uint64]map[uint32]int{}
	open := map[uint32]int{}
	seen := map[uint64]int{}
	var order []uint64
	for _, s := range samples {
		t.atoms.Load(s.Text, s.Tokens)
		for i, w := range s.Tokens {
			key := t.atoms.WordKey(i)
			if count[key] == nil {
				count[key] = map[uint32]int{}
				order = append(order, key)
			}
			count[key][t.class(w.UPOS, w.XPOS)]++
			seen[key]++
		}
	}
	for _, key := range order {
		if seen[key] < t.Often {
			for class, n := range count[key] {
				open[class] += n
			}
		}
	}
	shared := map[string]uint32{}
	t.words.lists = appendList(t.words.lists, shared, open, 2)
	for _, key := range order {
		if seen[key] >= t.Often {
			t.words.keys = append(t.words.keys, key)
			n := uint32(len(t.words.lists))
			t.words.lists = appendList(t.words.lists, shared, count[key], 1+seen[key]/1000)
			if at, ok := shared[listName(t.words.lists[n:])]; ok && at != n {
				t.words.lists = t.words.lists[:n]
				n = at
			}
			t.words.at = append(t.words.at, n)
		}
	}
	t.lexicon = t.words.lexicon()
}

// appendList adds the classes seen at least so often, sorted, and notes where the list begins if it is a new one.
func appendList(lists []uint32, shared map[string]uint32, count map[uint32]int, least int) []uint32 {
	at := len(lists)
	var classes []uint32
	for class, n := range count {
		if n >= least {
			classes = append(classes, class)
		}
	}
	sort.Slice(classes, func(i, j int) bool { return classes[i] < classes[j] })
	lists = append(append(lists, uint32(len(classes))), classes...)
	if name := listName(lists[at:]); name != "" {
		if _, ok := shared[name]; !ok {
			shared[name] = uint32(at)
		}
	}
	return lists
}

func listName(list []uint32) string {
	var b strings.Builder
	for _, n := range list {
		b.WriteRune(rune(n + 1))
	}
	return b.String()
}

// lexicon reads the parts back through a model file, so that training sees what run time will see.
func (p lexiconParts) lexicon() tagger.Lexicon {
	b := &linear.Builder{}
	b.Dict("words", p.keys, p.at)
	f, err := linear.Open(b.File())
	if err != nil {
		panic(err)
	}
	d, err := f.Dict("words")
	if err != nil {
		panic(err)
	}
	return tagger.NewLexicon(d, p.lists)
}
