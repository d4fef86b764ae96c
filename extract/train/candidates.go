package train

import (
	"sort"

	"dateline/extract/linear"
)

// counts is how often each key was seen with each class.
type counts struct {
	of    map[uint64]map[uint32]int
	total map[uint64]int
	order []uint64       // keys in the order of first sight
	all   map[uint32]int // for keys that get no list
	given map[uint64]bool
}

func newCounts() *counts {
	return &counts{map[uint64]map[uint32]int{}, map[uint64]int{}, nil, map[uint32]int{}, map[uint64]bool{}}
}

func (c *counts) add(key uint64, class uint32) {
	if c.of[key] == nil {
		c.of[key] = map[uint32]int{}
		c.order = append(c.order, key)
	}
	c.of[key][class]++
	c.total[key]++
}

// give counts a class for a key as if it had been seen so often, whatever the samples show.
func (c *counts) give(key uint64, class uint32, often int) {
	c.add(key, class)
	c.total[key] = max(c.total[key], often)
	c.given[key] = true
}

// candidateLists are lists of classes, and which key has which, on their way into a model.
type candidateLists struct {
	keys  []uint64
	at    []uint32
	lists []uint32 // a count, then as many classes
}

// candidates makes the list of all classes, at 0, of those seen at least leastAll times, and one for each key seen often
// enough: a class belongs to it if seen at all and, for keys seen very often, more than once in every rare times. Keys
// with the same classes share a list. If nothing was counted for all, every class is in it.
func (c *counts) candidates(often, leastAll, rare int) (l candidateLists) {
	if len(c.all) == 0 {
		for _, key := range c.order {
			for class, n := range c.of[key] {
				c.all[class] += n + leastAll
			}
		}
	}
	shared := map[string]uint32{}
	l.list(shared, c.all, leastAll)
	for _, key := range c.order {
		if n := c.total[key]; n >= often {
			l.keys = append(l.keys, key)
			l.at = append(l.at, l.list(shared, c.of[key], 1+n/rare))
		}
	}
	return l
}

// list is where the list of the classes seen at least so often begins; it is made if there is none like it.
func (l *candidateLists) list(shared map[string]uint32, count map[uint32]int, least int) uint32 {
	var classes []uint32
	var name []byte
	for class, n := range count {
		if n >= least {
			classes = append(classes, class)
		}
	}
	sort.Slice(classes, func(i, j int) bool { return classes[i] < classes[j] })
	for _, class := range classes {
		name = append(name, byte(class))
	}
	at, ok := shared[string(name)]
	if !ok {
		at = uint32(len(l.lists))
		shared[string(name)] = at
		l.lists = append(append(l.lists, uint32(len(classes))), classes...)
	}
	return at
}

// dict is the map from keys to lists, read back from the bytes of a model, so that training sees what run time will see.
func (l *candidateLists) dict() linear.Dict {
	b := &linear.Builder{}
	b.Dict("keys", l.keys, l.at)
	f, err := linear.Open(b.File())
	if err != nil {
		panic(err)
	}
	d, err := f.Dict("keys")
	if err != nil {
		panic(err)
	}
	return d
}
