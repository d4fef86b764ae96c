package names

import (
	"math"
	"math/rand/v2"
	"testing"

	"dateline/extract/names"
	"dateline/extract/neural/kernel"
)

// TestNetGradient compares the gradients with the slope of the loss for some numbers of each table.
func TestNetGradient(t *testing.T) {
	s, lex := sample(t)
	o := DefaultNet()
	o.DropWord, o.DropFirst, o.DropConv, o.DropHabit, o.DropTag = -1, 0, 0, 0, 0
	v := NewVectors([]string{"oslo"}, [][]float32{unit(append([]float32{1, 2}, make([]float32, dims-2)...))})
	n := &netTrainer{NetOptions: o, kind: kernel.Plain, random: rand.New(rand.NewPCG(1, 1)), vectors: v, crf: newCRF()}
	n.prepare([]Sample{s}, names.Features{Lex: lex})
	n.begin()
	b := &netBatch{}
	loss := func() float64 {
		n.pack()
		n.load(b, []int{0, 1})
		n.forward(b)
		return n.score(b)
	}
	loss()
	n.backward(b)
	gradients := make([][]float32, len(n.all))
	for i, p := range n.all {
		gradients[i] = append(gradients[i], p.G...)
	}
	r := rand.New(rand.NewPCG(5, 6))
	for k, p := range n.all {
		checked := 0
		for range 3000 {
			i := r.IntN(len(p.W))
			g := float64(gradients[k][i])
			if math.Abs(g) < 0.02 || checked == 4 {
				continue
			}
			checked++
			const d = 1e-3
			old := p.W[i]
			p.W[i] = old + d
			up := loss()
			p.W[i] = old - d
			down := loss()
			p.W[i] = old
			if math.Abs(up+down-2*loss()) > 0.02*d {
				continue // a bend of max(x, 0)
			}
			if slope := (up - down) / (2 * d); math.Abs(slope-g) > 0.02+0.1*math.Abs(g) {
				t.Errorf("table %d (%d×%d), number %d: gradient %.4f, slope %.4f", k, p.Rows, p.Cols, i, g, slope)
			}
		}
		if checked == 0 {
			t.Errorf("table %d (%d×%d) has no gradient", k, p.Rows, p.Cols)
		}
	}
}
