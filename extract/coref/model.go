package coref

import (
	"fmt"
	"io/fs"
	"math"
	"strconv"
	"strings"

	"dateline/extract"
)

// Path is the file of the model that ranks antecedents, rooted at the data folder: a line for each weight that is not
// zero, such as "it distance 2<TAB>-0.53"; lines that begin with # are comments.
const Path = "models/antecedents.tsv"

// Names of what a weight is for, as they stand in the file.
var (
	sortNames     = [sorts]string{"he", "it", "they"}
	templateNames = [templates]string{
		tDistance: "distance", tRole: "role", tRoles: "roles", tForm: "form", tRank: "rank", tCount: "count", tGender: "gender",
		tKind: "kind", tFirst: "first", tQuote: "quote", tNear: "near", tCommand: "command", tArticle: "article", tTop: "top",
		tOften: "often", tBack: "back", tFollow: "follow", tClause: "clause", tNone: "none", tEmpty: "empty", tFew: "few",
	}
)

// Sorts is how many sorts of pronouns the model tells apart.
const Sorts = sorts

// SortOf is the sort of the weights with that index, 0…Sorts-1: he or she, it, they.
func SortOf(index uint16) int { return int(index) / (templates * values) }

// WeightName is what the weight of an index is for.
func WeightName(index int) string {
	template := index / values % templates
	return sortNames[index/(values*templates)] + " " + templateNames[template] + " " + strconv.Itoa(index%values)
}

// sure is, by sort of pronoun, how probable the best option must be to be taken.
var sure = [sorts]float64{0.25, 0.33, 0.38}

// model is the weights of the ranker.
type model [Weights]float32

func readModel(files fs.FS) (*model, error) {
	b, err := fs.ReadFile(files, Path)
	if err != nil {
		return nil, err
	}
	index := make(map[string]int, Weights)
	for i := range Weights {
		index[WeightName(i)] = i
	}
	m := &model{}
	for n, line := range strings.Split(string(b), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		at, value, _ := strings.Cut(strings.TrimRight(line, "\r"), "\t")
		i, ok := index[at]
		if !ok {
			return nil, fmt.Errorf("%s:%d:1: no weight is for %q", Path, n+1, at)
		}
		v, err := strconv.ParseFloat(value, 32)
		if err != nil {
			return nil, fmt.Errorf("%s:%d:%d: weight %q", Path, n+1, len(at)+2, value)
		}
		m[i] = float32(v)
	}
	return m, nil
}

// best is the number of the most probable thing among the options, -1 if it is not sure enough; it need not be more
// probable than "none of them".
func (m *model) best(c *Choice, sort int) int {
	top, at, none := math.Inf(-1), -1, len(c.Options)-1
	all := math.Inf(-1)
	sum := 0.0
	for k := range c.Options {
		s := 0.0
		for _, f := range c.Options[k].Features {
			s += float64(m[f])
		}
		if k < none && s > top {
			top, at = s, k
		}
		if s > all {
			sum, all = sum*math.Exp(all-s)+1, s
		} else {
			sum += math.Exp(s - all)
		}
	}
	if at < 0 || math.Exp(top-all)/sum < sure[sort] {
		return -1
	}
	return at
}

// Learn runs over d as the stage does, but asks choose for each pronoun whose antecedent is ranked which option is right:
// its number, -1 if it is not known. The options are only lent for the call.
func (r *Resolver) Learn(d *extract.Document, choose func(Choice) int) error {
	return r.resolve(d, choose)
}
