package train

import (
	"sort"

	"dateline/extract/linear"
	"dateline/extract/tagger"
)

// TaggerOptions are how a tagger is learned.
type TaggerOptions struct {
	Runs   int // so many taggers are learned from different orders of the samples, and their weights added
	Epochs int
	Bits   int         // the weights' table has 2^Bits places
	Often  int         // a word seen this often gets a list of candidates
	Forms  []Inflected // to learn lemmas from beside the samples
	Verbs  []Inflected // irregular forms that get a list of candidates even if they are rare in the samples
	Seed   uint64
	Log    func(format string, args ...any)
}

// taggerTrainer learns the weights of a tagger.
type taggerTrainer struct {
	TaggerOptions
	classes map[tagger.Tag]uint32
	tags    []tagger.Tag
	lexicon tagger.Lexicon
	words   candidateLists
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
	var mean []float64
	for run := range o.Runs {
		t.run(samples, o.Seed+uint64(run*o.Epochs))
		mean = t.weights.addAverage(mean, t.step)
		t.weights.reset()
		t.step = 0
	}
	b := &linear.Builder{}
	b.Strings("tags", t.tagNames())
	b.Dict("words", t.words.keys, t.words.at)
	b.Numbers("lists", t.words.lists)
	b.Cells("weights", o.Bits, Quantise(mean, 0.5))
	addLemmas(b, samples, o.Forms, t.class)
	return b.File()
}

// run learns one tagger.
func (t *taggerTrainer) run(samples []Sample, seed uint64) {
	for epoch := range t.Epochs {
		wrong, total := 0, 0
		for _, i := range shuffle(len(samples), seed+uint64(epoch)) {
			wrong += t.learn(&samples[i])
			total += len(samples[i].Tokens)
		}
		t.Log("tagger: epoch %d of %d, %.2f %% right", epoch+1, t.Epochs, 100-100*float64(wrong)/float64(total))
	}
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
	var past tagger.Past
	for i, w := range s.Tokens {
		t.step++
		gold := t.class(w.UPOS, w.XPOS)
		candidates := t.lexicon.Candidates(&t.atoms, i)
		guess := candidates[0]
		if len(candidates) > 1 {
			guess = t.guess(i, past, candidates)
			if guess != gold {
				t.weights.move(t.slots, gold, guess, t.step)
			}
		}
		if guess != gold {
			wrong++
		}
		past = past.After(guess, &t.lexicon)
	}
	return wrong
}

func (t *taggerTrainer) guess(i int, past tagger.Past, candidates []uint32) uint32 {
	t.feats = t.atoms.Features(t.feats[:0], i, past)
	t.slots = t.slots[:0]
	for _, h := range t.feats {
		t.slots = append(t.slots, linear.Slot(h, t.Bits))
	}
	best, top := candidates[0], int32(-1<<31)
	for _, class := range candidates {
		if score := t.weights.score(t.slots, class); score > top {
			best, top = class, score
		}
	}
	return best
}

// countWords makes the candidate lists of frequent words. What rare words can take, any unknown word can.
func (t *taggerTrainer) countWords(samples []Sample) {
	count := newCounts()
	for _, s := range samples {
		t.atoms.Load(s.Text, s.Tokens)
		for i, w := range s.Tokens {
			count.add(t.atoms.WordKey(i), t.class(w.UPOS, w.XPOS))
		}
	}
	for _, v := range t.Verbs {
		if key := linear.Hash(v.Form); count.total[key] < t.Often || count.given[key] {
			count.give(key, t.class("VERB", v.XPOS), t.Often)
		}
	}
	for _, key := range count.order {
		if count.total[key] < t.Often {
			for class, n := range count.of[key] {
				count.all[class] += n
			}
		}
	}
	t.words = count.candidates(t.Often, 2, 1000)
	t.lexicon = tagger.NewLexicon(t.words.dict(), t.words.lists, t.tags)
}
