package coref

import (
	"bytes"
	"fmt"
	"math"
	"math/rand/v2"

	"dateline/extract"
	stage "dateline/extract/coref"
)

// example is one choice to learn from.
type example struct {
	options [][]uint16
	right   []bool
}

// Fit learns the model that ranks antecedents from articles of GUM: a log-linear model of the options of each choice, by
// the likelihood of the right ones together, with AdaGrad (Duchi et al., 2011) and a penalty on the squares of the
// weights. stages are those before coref. The result is the file stage.Path.
func Fit(articles []GumArticle, stages extract.Pipeline, r *stage.Resolver) ([]byte, error) {
	var list []example
	for i := range articles {
		more, err := examples(&articles[i], stages, r)
		if err != nil {
			return nil, err
		}
		list = append(list, more...)
	}
	w := learn(list)
	var b bytes.Buffer
	fmt.Fprintf(&b, "# Weights of the ranker of antecedents (extract/coref/antecedent.go); made by dateline-train fit coref, see antecedents.md.\n")
	for i, v := range w {
		if math.Abs(v) >= 0.005 {
			fmt.Fprintf(&b, "%s\t%.2f\n", stage.WeightName(i), v)
		}
	}
	return b.Bytes(), nil
}

// examples are the choices that reading one article makes, each decided by the gold.
func examples(a *GumArticle, stages extract.Pipeline, r *stage.Resolver) (list []example, err error) {
	d := a.Copy()
	if err := stages.Run(d); err != nil {
		return nil, err
	}
	entity, at := a.entities(d), a.heads(d)
	err = r.Learn(d, func(c stage.Choice) int {
		e := example{}
		none := len(c.Options) - 1
		chosen := none
		for k, o := range c.Options {
			e.options = append(e.options, append([]uint16(nil), o.Features...))
			is := k < none && entity[c.Mention] != "" && at[o.Token] == entity[c.Mention]
			e.right = append(e.right, is)
			if is && chosen == none {
				chosen = k
			}
		}
		e.right[none] = chosen == none
		list = append(list, e)
		return chosen
	})
	return list, err
}

// heads leads from the head tokens of gold mentions to their entities; of two with one head to that of the shorter.
func (a *GumArticle) heads(d *extract.Document) map[int]string {
	of, size := map[int]string{}, map[int]int{}
	for _, m := range a.Mentions {
		h, n := head(d, m.Span), m.End-m.Start
		if h >= 0 && (of[h] == "" || n < size[h]) {
			of[h], size[h] = m.Entity, n
		}
	}
	return of
}

// How long and how fast to learn, chosen on GUM train by tenths left out.
const (
	epochs  = 12
	rate    = 0.1
	penalty = 2e-4
)

func learn(list []example) []float64 {
	w, sum := make([]float64, stage.Weights), make([]float64, stage.Weights)
	grad := make([]float64, stage.Weights)
	for epoch := range epochs {
		for _, i := range rand.New(rand.NewPCG(uint64(epoch), 0x5eed)).Perm(len(list)) {
			list[i].step(w, sum, grad)
		}
	}
	return w
}

// step moves the weights towards the right options of one example. grad is all zero before and after.
func (e *example) step(w, sum, grad []float64) {
	p, right := e.probabilities(w)
	for k, fs := range e.options {
		g := p[k]
		if e.right[k] {
			g -= p[k] / right
		}
		for _, f := range fs {
			grad[f] += g
		}
	}
	for _, fs := range e.options {
		for _, f := range fs {
			if grad[f] == 0 {
				continue
			}
			g := grad[f] + penalty*w[f]
			grad[f] = 0
			sum[f] += g * g
			w[f] -= rate * g / (1e-8 + math.Sqrt(sum[f]))
		}
	}
}

// probabilities are those of the options, and of the right ones together.
func (e *example) probabilities(w []float64) (p []float64, right float64) {
	p = make([]float64, len(e.options))
	top := math.Inf(-1)
	for k, fs := range e.options {
		for _, f := range fs {
			p[k] += w[f]
		}
		top = max(top, p[k])
	}
	all := 0.0
	for k := range p {
		p[k] = math.Exp(p[k] - top)
		all += p[k]
	}
	for k := range p {
		p[k] /= all
		if e.right[k] {
			right += p[k]
		}
	}
	return p, max(right, 1e-12)
}
