package match

import (
	"context"
	"fmt"
	"slices"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"parallax/corpus/match/learn"
)

// Scoring goes in passes. The first weighs each pair's own evidence and how a plain similarity ranks the pair among its
// rivals; the second weighs the same evidence and what the scores of the first make of all other pairs. Each pass is a
// weighted sum (package learn). Its cost is the number of pairs times the number of signals, and for each pair a walk
// along the ties of its two ends.
//
// Tried and left out, because on events that had not been learnt from they did not rank pairs better: boosted trees, a third
// and a fourth pass, signals scaled by event, a base of its own for each event, more ways to count the same overlap;
// the words of what is said alone, without who says it; the words that all reports open with; unlike numbers of one thing;
// what is shared within a few words of each statement; how frequent words are in English at large; pairs of concepts in the place
// of single ones; whether a third statement shares the same words with both; pairs that one reader linked, taught as half right.

const passes = 2

// evidence is what each pair shows by itself: a row of signals for each pair of a graph.
type evidence struct {
	width int
	rows  []float32
}

func (e *evidence) row(k int) []float32 { return e.rows[k*e.width : (k+1)*e.width] }

// gather works out every pair's own evidence.
func (b *graph) gather(ctx context.Context) (*evidence, error) {
	e := &evidence{width: len(signals)}
	e.rows = make([]float32, len(b.ab)*e.width)
	return e, b.look(ctx, allSignals(), func(k int, row []float32) { copy(e.row(k), row) })
}

// allSignals is the indices of all signals.
func allSignals() []int {
	all := make([]int, len(signals))
	for i := range all {
		all[i] = i
	}
	return all
}

// counting is the indices of the signals that the weights count in some pass, and of those that make the plain
// similarity: the others need not be worked out to score a pair.
func (w *Weights) counting() []int {
	return slices.DeleteFunc(allSignals(), func(i int) bool {
		return i != cosineAt && i != softAt && !slices.ContainsFunc(w.passes, func(sum *learn.Sum) bool { return sum.Weight[i] != 0 })
	})
}

// look calls do with the given signals of every pair's own evidence, which hold until it returns; the others are 0.
func (b *graph) look(ctx context.Context, which []int, do func(k int, row []float32)) error {
	return inChunks(ctx, len(b.ab), func(from, to int) {
		var p comparison
		row := make([]float32, len(signals))
		for k := from; k < to; k++ {
			p.compare(b.s, &b.s.of[b.ab[k][0]], &b.s.of[b.ab[k][1]])
			for _, i := range which {
				row[i] = float32(signals[i].value(&p))
			}
			do(k, row)
		}
	})
}

// plain is the similarity that the first pass ranks by.
func (b *graph) plain(e *evidence) []float32 {
	scores := make([]float32, len(b.ab))
	for k := range scores {
		scores[k] = similarity(e.row(k))
	}
	return scores
}

var cosineAt, softAt = signalIndex("words cosine"), signalIndex("meaning product")

// similarity is how alike two statements are by their own evidence, before anything is learnt.
func similarity(row []float32) float32 { return (row[cosineAt] + row[softAt]) / 2 }

func signalIndex(name string) int {
	for i := range signals {
		if signals[i].name == name {
			return i
		}
	}
	panic("match: no signal " + name)
}

// weigh calls do with what a pass weighs of each pair: its own evidence, then what the scores make of the other pairs.
func (b *graph) weigh(ctx context.Context, e *evidence, scores []float32, do func(k int, row []float32)) (*standings, error) {
	c := newStandings(b, scores)
	return c, inChunks(ctx, len(b.ab), func(from, to int) {
		row := make([]float32, 0, e.width+len(standingColumns))
		for k := from; k < to; k++ {
			row = append(row[:0], e.row(k)...)
			row = c.fill(row, k)
			do(k, row)
		}
	})
}

// run scores the pairs of a graph: the logits of the last pass, and the scores that it saw. It calls step after
// gathering the evidence and after each pass. Of a pair's own evidence only what it is worth in each pass is kept: in a
// story of hundreds of reports the evidence itself would take gigabytes.
func (w *Weights) run(ctx context.Context, b *graph, step func()) (logits []float32, seen *standings, err error) {
	scores, own := make([]float32, len(b.ab)), make([]float64, len(b.ab)*len(w.passes))
	err = b.look(ctx, w.counting(), func(k int, row []float32) {
		scores[k] = similarity(row)
		for pass, sum := range w.passes {
			own[k*len(w.passes)+pass] = sum.Add(sum.Base, 0, row)
		}
	})
	if err != nil {
		return nil, nil, err
	}
	step()
	logits = make([]float32, len(b.ab))
	for pass, sum := range w.passes {
		if pass > 0 {
			scores = probabilities(logits)
		}
		seen = newStandings(b, scores)
		err = inChunks(ctx, len(b.ab), func(from, to int) {
			row := make([]float32, 0, len(standingColumns))
			for k := from; k < to; k++ {
				row = seen.fill(row[:0], k)
				logits[k] = float32(sum.Add(own[k*len(w.passes)+pass], len(signals), row))
			}
		})
		if err != nil {
			return nil, nil, err
		}
		step()
	}
	for k := range logits {
		logits[k] -= b.lessFor(k)
	}
	return logits, seen, nil
}

func probabilities(logits []float32) []float32 {
	ps := make([]float32, len(logits))
	for k, x := range logits {
		ps[k] = float32(learn.Sigmoid(float64(x)))
	}
	return ps
}

// chunk is how many pieces of work a goroutine takes at a time.
const chunk = 256

// inChunks calls do for stretches of 0..n on two goroutines, until ctx ends.
func inChunks(ctx context.Context, n int, do func(from, to int)) error {
	return inTurn(ctx, (n+chunk-1)/chunk, func(i int) error {
		do(i*chunk, min((i+1)*chunk, n))
		return nil
	})
}

// inTurn calls do for 0..n on two goroutines, until ctx ends or an error comes. A fault in do is an error: in a goroutine of
// its own it would end the program at once, with the terminal as it is.
func inTurn(ctx context.Context, n int, do func(i int) error) error {
	g, ctx := errgroup.WithContext(ctx)
	var next atomic.Int64
	for range min(2, n) {
		g.Go(func() (err error) {
			defer func() {
				if fault := recover(); fault != nil {
					err = fmt.Errorf("a fault in parallax: %v", fault)
				}
			}()
			for {
				if err := ctx.Err(); err != nil {
					return err
				}
				i := int(next.Add(1)) - 1
				if i >= n {
					return nil
				}
				if err := do(i); err != nil {
					return err
				}
			}
		})
	}
	return g.Wait()
}
