package neural

import (
	"dateline/extract"
	net "dateline/extract/neural"
)

// goldTree tells what each kind of move costs: how many gold arcs can no longer be made after it (Goldberg and Nivre,
// 2013, "Training Deterministic Parsers with Non-Deterministic Oracles", section 4.2).
type goldTree struct {
	head  []int32
	label []uint8
	kids  [][]int32
}

func (g *goldTree) load(tokens []extract.Token, labels map[string]uint8) {
	g.head, g.label = g.head[:0], g.label[:0]
	for len(g.kids) < len(tokens) {
		g.kids = append(g.kids, nil)
	}
	for i := range tokens {
		g.kids[i] = g.kids[i][:0]
	}
	for i, t := range tokens {
		label, ok := labels[t.Rel]
		if !ok {
			label = net.Relations
		}
		g.head, g.label = append(g.head, int32(t.Head)), append(g.label, label)
		if t.Head >= 0 {
			g.kids[t.Head] = append(g.kids[t.Head], int32(i))
		}
	}
}

// shiftCost: the next word can no longer get a head below the top of the stack, nor dependents from the stack.
func (g *goldTree) shiftCost(s *net.State) (cost int) {
	next := int32(s.Next)
	top := len(s.Stack) - 1
	for i, w := range s.Stack {
		if g.head[w] == next {
			cost++
		}
		if i < top && g.head[next] == w {
			cost++
		}
	}
	return cost
}

// leftCost: the top can no longer get a head from below it or beyond the next word, nor dependents from the buffer.
func (g *goldTree) leftCost(s *net.State) (cost int) {
	top := len(s.Stack) - 1
	w := s.Stack[top]
	h := g.head[w]
	if h < 0 || int(h) > s.Next || top > 0 && h == s.Stack[top-1] {
		cost++
	}
	return cost + g.ahead(w, s.Next)
}

// rightCost: the top can no longer get head or dependents from the buffer.
func (g *goldTree) rightCost(s *net.State) (cost int) {
	w := s.Stack[len(s.Stack)-1]
	if h := g.head[w]; h < 0 || int(h) >= s.Next {
		cost++
	}
	return cost + g.ahead(w, s.Next)
}

// ahead is the number of gold dependents of w from the next word on.
func (g *goldTree) ahead(w int32, next int) (n int) {
	for _, k := range g.kids[w] {
		if int(k) >= next {
			n++
		}
	}
	return n
}

// good appends the moves that cost least: where an arc is the gold one only with its label, where its dependent has
// lost its head before with any.
func (g *goldTree) good(to []int, s *net.State, relations int) []int {
	shift, left, right := s.Legal()
	const dear = 1 << 30
	costs := [3]int{dear, dear, dear}
	if shift {
		costs[0] = g.shiftCost(s)
	}
	if left {
		costs[1] = g.leftCost(s)
	}
	if right {
		costs[2] = g.rightCost(s)
	}
	least := min(costs[0], costs[1], costs[2])
	if costs[0] == least {
		to = append(to, net.Shift)
	}
	top := len(s.Stack) - 1
	if costs[1] == least {
		to = g.arcs(to, net.Left, s.Stack[top], int32(s.Next), relations)
	}
	if costs[2] == least {
		to = g.arcs(to, net.Right, s.Stack[top], s.Stack[top-1], relations)
	}
	return to
}

func (g *goldTree) arcs(to []int, base int, dependent, head int32, relations int) []int {
	if g.head[dependent] == head && int(g.label[dependent]) < relations {
		return append(to, base+int(g.label[dependent]))
	}
	for i := range relations {
		to = append(to, base+i)
	}
	return to
}
