package train

import (
	"dateline/extract"
	"dateline/extract/parser"
)

// goldTree answers what each move of the arc-hybrid system costs: how many gold arcs can no longer be made after it
// (Goldberg and Nivre, 2013, section 4.2). As the parser has no artificial root, the gold root can only stay one at the
// bottom of the stack: it is lost when it is shifted onto another word, or becomes a dependent from there.
type goldTree struct {
	head []int32
	kids [][]int32 // dependents in order
}

func (g *goldTree) load(tokens []extract.Token) {
	n := len(tokens)
	for len(g.kids) < n {
		g.kids = append(g.kids, nil)
	}
	g.head = g.head[:0]
	for i := range n {
		g.kids[i] = g.kids[i][:0]
	}
	for i, t := range tokens {
		g.head = append(g.head, int32(t.Head))
		if t.Head >= 0 {
			g.kids[t.Head] = append(g.kids[t.Head], int32(i))
		}
	}
}

// costs are the costs of all legal moves.
func (g *goldTree) costs(s *parser.State) (costs [3]int) {
	if s.Legal(parser.Shift) {
		costs[parser.Shift] = g.shiftCost(s)
	}
	if s.Legal(parser.Left) {
		costs[parser.Left] = g.leftCost(s)
	}
	if s.Legal(parser.Right) {
		costs[parser.Right] = g.rightCost(s)
	}
	return costs
}

// shiftCost: the next word can no longer get a head below the top of the stack, nor dependents from the stack.
func (g *goldTree) shiftCost(s *parser.State) (cost int) {
	next := int32(s.Next)
	top := len(s.Stack) - 1
	if g.head[next] < 0 && top >= 0 {
		cost++
	}
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
func (g *goldTree) leftCost(s *parser.State) (cost int) {
	top := len(s.Stack) - 1
	w := s.Stack[top]
	h := g.head[w]
	if h < 0 && top == 0 || int(h) > s.Next || top > 0 && h == s.Stack[top-1] {
		cost++
	}
	return cost + g.ahead(w, s.Next)
}

// rightCost: the top can no longer get head or dependents from the buffer.
func (g *goldTree) rightCost(s *parser.State) (cost int) {
	w := s.Stack[len(s.Stack)-1]
	if int(g.head[w]) >= s.Next {
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
