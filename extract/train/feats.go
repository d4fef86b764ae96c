package train

import (
	"strings"

	"dateline/extract/lemmas"
	"dateline/extract/linear"
)

// addFeats learns the usual features of each class, and of the words that differ from their class.
func addFeats(b *linear.Builder, samples []Sample, class func(upos, xpos string) uint32) {
	count := map[ruleKey]map[string]int{}
	var order []ruleKey
	vote := func(k ruleKey, feats string) {
		if count[k] == nil {
			count[k] = map[string]int{}
			order = append(order, k)
		}
		count[k][feats]++
	}
	for _, s := range samples {
		for _, t := range s.Tokens {
			c := class(t.UPOS, t.XPOS)
			vote(ruleKey{"", c}, t.Feats)
			vote(ruleKey{string(linear.Fold(nil, s.Text[t.Start:t.End])), c}, t.Feats)
		}
	}
	top := func(k ruleKey) (best string, n int) {
		for feats, m := range count[k] {
			if m > n || m == n && feats < best {
				best, n = feats, m
			}
		}
		return best, n
	}
	sets := newInterner()
	var keys []uint64
	var values []uint32
	for _, k := range order {
		best, n := top(k)
		usual, _ := top(ruleKey{"", k.class})
		if k.ending == "" || n >= 2 && best != usual && !strings.Contains(k.ending, "0") {
			keys = append(keys, lemmas.FeatsKey([]byte(k.ending), k.class))
			values = append(values, sets.id(best))
		}
	}
	b.Dict("feats words", keys, values)
	b.Strings("feats", sets.list)
}
