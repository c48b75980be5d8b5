package match

import (
	"cmp"
	"context"
	"slices"

	"parallax/corpus/match/learn"
	"parallax/corpus/statement"
)

// Marked is an event whose statements careful readers have linked.
type Marked struct {
	Name string
	Set  *statement.Set
	// Linked tells of two statements whether the readers linked them, and whether they were of one mind about it.
	Linked func(a, b statement.ID) (linked, agreed bool)
}

// Trial is how a pair of an event fared with weights learnt from the other events.
type Trial struct {
	Event  int
	A, B   statement.ID
	Score  float64
	Linked bool
}

// course is an event in training.
type course struct {
	board  *board
	own    *evidence
	scores []float32
	use    []bool // pairs to learn from
	linked []bool
	missed int // linked pairs that are not on the board
}

// Learn learns weights from marked events. The scores that a later pass learns from are made, for each event, by models
// learnt from the other events, so that a pass sees scores as good as those it will meet on new texts. The trials are
// such scores after the last pass. Learn wants at least two events.
func Learn(ctx context.Context, events []Marked) (*Weights, []Trial, error) {
	courses := make([]*course, len(events))
	for i, ev := range events {
		c, err := newCourse(ctx, ev)
		if err != nil {
			return nil, nil, err
		}
		courses[i] = c
	}
	w, width := new(Weights), len(columns())
	logits := make([][]float32, len(courses))
	for range passes {
		tables := make([]*learn.Table, len(courses))
		for i, c := range courses {
			tables[i] = &learn.Table{Width: width, X: make([]float32, len(c.board.ab)*width), Y: c.linked}
			t := tables[i]
			if _, err := c.board.weigh(ctx, c.own, c.scores, func(k int, row []float32) { copy(t.Row(k), row) }); err != nil {
				return nil, nil, err
			}
		}
		models := make([]*learn.Sum, len(courses)+1)
		err := inTurn(ctx, len(models), func(i int) { models[i] = fitWithout(courses, tables, i) })
		if err != nil {
			return nil, nil, err
		}
		for i, c := range courses {
			logits[i] = make([]float32, len(c.board.ab))
			for k := range c.board.ab {
				logits[i][k] = float32(models[i].Of(tables[i].Row(k)))
			}
			c.scores = probabilities(logits[i])
		}
		w.passes = append(w.passes, models[len(courses)])
	}
	w.calibrate(courses, logits)
	return w, w.trials(courses, logits), nil
}

func newCourse(ctx context.Context, ev Marked) (*course, error) {
	s := readStory(ev.Set, allReports(ev.Set))
	b := newBoard(s, candidates(s))
	own, err := b.gather(ctx)
	if err != nil {
		return nil, err
	}
	c := &course{board: b, own: own, scores: b.plain(own), use: make([]bool, len(b.ab)), linked: make([]bool, len(b.ab))}
	for k, ab := range b.ab {
		c.linked[k], c.use[k] = ev.Linked(s.of[ab[0]].id, s.of[ab[1]].id)
	}
	return c, nil
}

func fitWithout(courses []*course, tables []*learn.Table, without int) *learn.Sum {
	all := &learn.Table{Width: tables[0].Width}
	for i, c := range courses {
		if i == without {
			continue
		}
		for k := range c.board.ab {
			if c.use[k] {
				all.Add(tables[i].Row(k), c.linked[k])
			}
		}
	}
	return learn.Fit(all, fitOptions())
}

func fitOptions() learn.Options {
	o := learn.Options{Ridge: 50, Lasso: 10}
	for _, c := range columns() {
		o.Signs = append(o.Signs, c.sign)
	}
	return o
}

// inTurn calls do for 0..n on two goroutines.
func inTurn(ctx context.Context, n int, do func(i int)) error {
	next := make(chan int)
	done := make(chan struct{})
	for range 2 {
		go func() {
			for i := range next {
				do(i)
			}
			done <- struct{}{}
		}()
	}
	for i := range n {
		if ctx.Err() == nil {
			next <- i
		}
	}
	close(next)
	<-done
	<-done
	return ctx.Err()
}

// calibrate fits the probability to the trials by Platt's method and chooses the threshold on them.
func (w *Weights) calibrate(courses []*course, logits [][]float32) {
	t := &learn.Table{Width: 1}
	for i, c := range courses {
		for k := range c.board.ab {
			if c.use[k] {
				t.Add([]float32{logits[i][k]}, c.linked[k])
			}
		}
	}
	m := learn.Fit(t, learn.Options{Ridge: 0.01})
	w.slope = m.Weight[0]
	w.base = m.Base
	w.threshold = threshold(w.trials(courses, logits))
}

func (w *Weights) trials(courses []*course, logits [][]float32) []Trial {
	var ts []Trial
	for i, c := range courses {
		for k, ab := range c.board.ab {
			if c.use[k] {
				of := c.board.s.of
				ts = append(ts, Trial{i, of[ab[0]].id, of[ab[1]].id, w.probability(logits[i][k]), c.linked[k]})
			}
		}
	}
	return ts
}

// lean is how much recall counts against precision in the choice of the threshold (the beta of F-beta): a false link
// says that two newsrooms confirm each other, so it weighs more than a missing one.
const lean = 1.0

// threshold is the probability at which F-beta over the trials is greatest.
func threshold(ts []Trial) float64 {
	ts = slices.Clone(ts)
	slices.SortStableFunc(ts, func(a, b Trial) int { return cmp.Compare(b.Score, a.Score) })
	all := 0
	for _, t := range ts {
		if t.Linked {
			all++
		}
	}
	best, at, hits := 0.0, 0.5, 0
	for i, t := range ts {
		if t.Linked {
			hits++
		}
		if i+1 < len(ts) && ts[i+1].Score == t.Score {
			continue
		}
		p, r := float64(hits)/float64(i+1), float64(hits)/float64(max(1, all))
		if f := (1 + lean*lean) * p * r / (lean*lean*p + r + 1e-12); f > best {
			best, at = f, t.Score
			if i+1 < len(ts) {
				at = (t.Score + ts[i+1].Score) / 2
			}
		}
	}
	return at
}

// Try scores a marked event with weights, to see how they fare.
func Try(ctx context.Context, w *Weights, ev Marked) ([]Trial, error) {
	c, err := newCourse(ctx, ev)
	if err != nil {
		return nil, err
	}
	logits, _, err := w.run(ctx, c.board)
	if err != nil {
		return nil, err
	}
	return w.trials([]*course{c}, [][]float32{logits}), nil
}
