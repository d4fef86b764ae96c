package train

import (
	"fmt"
	"slices"
)

// Chains scores how mentions were put together, in per cent after the CoNLL-2012 shared task (Pradhan et al., "Scoring
// coreference partitions of predicted mentions", ACL 2014): three measures, and the mean of their F1.
type Chains struct {
	MUC   Part // links (Vilain et al. 1995)
	B3    Part // mentions (Bagga and Baldwin 1998)
	CEAFe Part // chains, matched one to one with the similarity phi4 (Luo 2005)
}

// Part is one measure as sums, so that those of several texts add up: what is right among the gold and among the found,
// and how much each is.
type Part struct{ RightGold, Gold, RightFound, Found float64 }

// Recall, Precision and F1 are per cent.
func (p Part) Recall() float64 { return percent(p.RightGold, p.Gold) }

// Precision is the share of what was found that is right, per cent.
func (p Part) Precision() float64 { return percent(p.RightFound, p.Found) }

// F1 is the harmonic mean of both.
func (p Part) F1() float64 {
	r, q := p.Recall(), p.Precision()
	if r+q == 0 {
		return 0
	}
	return 2 * r * q / (r + q)
}

func percent(n, of float64) float64 {
	if of == 0 {
		return 0
	}
	return 100 * n / of
}

func (p *Part) add(q Part) {
	p.RightGold += q.RightGold
	p.Gold += q.Gold
	p.RightFound += q.RightFound
	p.Found += q.Found
}

// Add adds the sums of b, which is about other mentions.
func (c *Chains) Add(b Chains) {
	c.MUC.add(b.MUC)
	c.B3.add(b.B3)
	c.CEAFe.add(b.CEAFe)
}

// F1 is the mean of the three.
func (c Chains) F1() float64 { return (c.MUC.F1() + c.B3.F1() + c.CEAFe.F1()) / 3 }

// String is the figures in a line.
func (c Chains) String() string {
	show := func(name string, p Part) string {
		return fmt.Sprintf("%s %.1f (R %.1f P %.1f)", name, p.F1(), p.Recall(), p.Precision())
	}
	return fmt.Sprintf("CoNLL F1 %.1f  %s  %s  %s", c.F1(), show("MUC", c.MUC), show("B3", c.B3), show("CEAFe", c.CEAFe))
}

// ScoreChains compares two partitions of the same mentions: mention i stands in the gold chain gold[i] and in the found
// chain found[i]. A chain may hold one mention.
func ScoreChains(gold, found []int) (c Chains) {
	g, f := sizes(gold), sizes(found)
	both := map[[2]int]float64{} // mentions in common
	for i := range gold {
		both[[2]int{gold[i], found[i]}]++
	}
	parts := func(side int) map[int]float64 { // into how many chains of the other side each one is cut
		n := map[int]float64{}
		for k := range both {
			n[k[side]]++
		}
		return n
	}
	muc := func(size, cut map[int]float64) (right, all float64) {
		for k, n := range size {
			right += n - cut[k]
			all += n - 1
		}
		return right, all
	}
	c.MUC.RightGold, c.MUC.Gold = muc(g, parts(0))
	c.MUC.RightFound, c.MUC.Found = muc(f, parts(1))
	for i := range gold {
		k := [2]int{gold[i], found[i]}
		c.B3.RightGold += both[k] / g[k[0]]
		c.B3.RightFound += both[k] / f[k[1]]
	}
	c.B3.Gold, c.B3.Found = float64(len(gold)), float64(len(found))
	similar := ceaf(g, f, both)
	c.CEAFe = Part{similar, float64(len(g)), similar, float64(len(f))}
	return c
}

func sizes(chains []int) map[int]float64 {
	n := map[int]float64{}
	for _, k := range chains {
		n[k]++
	}
	return n
}

// ceaf is the similarity of the best match of gold and found chains, part by part: chains that have nothing to do with
// each other, over any way, never compete.
func ceaf(g, f map[int]float64, both map[[2]int]float64) (sum float64) {
	of := map[int][]int{} // gold chain → found chains, and ^found chain → gold chains
	for k := range both {
		of[k[0]] = append(of[k[0]], ^k[1])
		of[^k[1]] = append(of[^k[1]], k[0])
	}
	seen := map[int]bool{}
	for start := range of {
		if seen[start] {
			continue
		}
		seen[start] = true
		var rows, columns []int
		for stack := []int{start}; len(stack) > 0; {
			k := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			if k >= 0 {
				rows = append(rows, k)
			} else {
				columns = append(columns, ^k)
			}
			for _, next := range of[k] {
				if !seen[next] {
					seen[next] = true
					stack = append(stack, next)
				}
			}
		}
		slices.Sort(rows)
		slices.Sort(columns)
		sum += match(len(rows), len(columns), func(i, j int) float64 {
			return 2 * both[[2]int{rows[i], columns[j]}] / (g[rows[i]] + f[columns[j]])
		})
	}
	return sum
}

// match is the greatest sum of weights of pairs of rows and columns, each used once at most (Kuhn 1955, in the form with
// potentials and shortest augmenting ways: Jonker and Volgenant 1987).
func match(rows, columns int, weight func(i, j int) float64) (sum float64) {
	if rows > columns {
		return match(columns, rows, func(i, j int) float64 { return weight(j, i) })
	}
	const far = 1e18
	u, v := make([]float64, rows+1), make([]float64, columns+1)
	row, way := make([]int, columns+1), make([]int, columns+1) // row matched with each column, from 1; 0 = none
	for i := 1; i <= rows; i++ {
		row[0] = i
		least, used := make([]float64, columns+1), make([]bool, columns+1)
		for j := range least {
			least[j] = far
		}
		j0 := 0
		for row[j0] != 0 {
			used[j0] = true
			i0, j1, delta := row[j0], 0, far
			for j := 1; j <= columns; j++ {
				if used[j] {
					continue
				}
				if cost := -weight(i0-1, j-1) - u[i0] - v[j]; cost < least[j] {
					least[j], way[j] = cost, j0
				}
				if least[j] < delta {
					delta, j1 = least[j], j
				}
			}
			for j := range used {
				if used[j] {
					u[row[j]] += delta
					v[j] -= delta
				} else {
					least[j] -= delta
				}
			}
			j0 = j1
		}
		for j0 != 0 {
			row[j0] = row[way[j0]]
			j0 = way[j0]
		}
	}
	for j := 1; j <= columns; j++ {
		if row[j] > 0 {
			sum += weight(row[j]-1, j-1)
		}
	}
	return sum
}
