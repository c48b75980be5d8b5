package match

import (
	"cmp"
	"context"
	"slices"

	"parallax/corpus/match/learn"
	"parallax/corpus/report"
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

// course is an event in training, or a part of one.
type course struct {
	event  int
	whole  bool // all reports of the event
	graph  *graph
	own    *evidence
	scores []float32 // of the pass before
	logits []float32 // of this pass, by a model that has not seen the event
	use    []bool    // pairs on which the readers were of one mind
	linked []bool
}

// Learn learns weights from marked events. The scores that a later pass learns from are made, for each event, by models
// learnt from the other events, so that a pass sees scores as good as those it will meet on new texts. Every event is
// also taught in parts of two and of three reports, because few reports leave less to go by than many. The trials are the
// scores of whole events after the last pass, each by weights that have not seen it, and so are the readings, one for each
// event, from which package claim goes on to learn. Learn wants at least two events.
func Learn(ctx context.Context, events []Marked) (*Weights, []Trial, []*Scored, error) {
	var courses []*course
	for i, ev := range events {
		cs, err := newCourses(ctx, ev, i)
		if err != nil {
			return nil, nil, nil, err
		}
		courses = append(courses, cs...)
	}
	w := new(Weights)
	for range passes {
		tables := make([]*learn.Table, len(courses))
		for i, c := range courses {
			t, err := c.table(ctx)
			if err != nil {
				return nil, nil, nil, err
			}
			tables[i] = t
		}
		models := make([]*learn.Sum, len(events)+1) // without each event, and with all
		err := inTurn(ctx, len(models), func(i int) error {
			models[i] = fitWithout(courses, tables, i)
			return nil
		})
		if err != nil {
			return nil, nil, nil, err
		}
		for i, c := range courses {
			c.logits = make([]float32, len(c.graph.ab))
			for k := range c.logits {
				c.logits[k] = float32(models[c.event].Of(tables[i].Row(k)))
			}
			c.scores = probabilities(c.logits)
		}
		w.passes = append(w.passes, models[len(events)])
	}
	w.calibrate(courses)
	trials := w.trials(courses)
	w.threshold = threshold(trials)
	var readings []*Scored
	for _, c := range courses {
		if c.whole {
			readings = append(readings, c.reading(w))
		}
	}
	return w, trials, readings, nil
}

// reading is the event as it scores by weights that have not seen it.
func (c *course) reading(w *Weights) *Scored {
	set := c.graph.s.set
	s := &Scored{
		Generation: set.Generation, Threshold: w.threshold, set: set, weights: w,
		storyIn: make([]int32, len(set.Reports)), origins: allReports(set),
	}
	for k, ab := range c.graph.ab {
		x, y := &c.graph.s.of[ab[0]], &c.graph.s.of[ab[1]]
		s.Pairs = append(s.Pairs, Pair{A: x.id, B: y.id, Score: w.probability(c.logits[k] - c.graph.lessFor(k)), Partial: c.graph.s.partial(x, y)})
	}
	s.stories = []scoredStory{newScoredStory(newStandings(c.graph, c.scores))}
	return s
}

// newCourses is an event as a whole and in parts.
func newCourses(ctx context.Context, ev Marked, event int) ([]*course, error) {
	reports := allReports(ev.Set)
	parts := [][]report.ID{reports}
	for _, size := range []int{2, 3} {
		for part := range slices.Chunk(reports, size) {
			if len(part) > 1 && len(part) < len(reports) {
				parts = append(parts, part)
			}
		}
	}
	var cs []*course
	for i, part := range parts {
		c, err := newCourse(ctx, ev, part)
		if err != nil {
			return nil, err
		}
		c.event, c.whole = event, i == 0
		cs = append(cs, c)
	}
	return cs, nil
}

func newCourse(ctx context.Context, ev Marked, reports []report.ID) (*course, error) {
	s := readEvent(ev.Set, reports)
	ab, err := candidates(ctx, s)
	if err != nil {
		return nil, err
	}
	b := newGraph(s, ab)
	own, err := b.gather(ctx)
	if err != nil {
		return nil, err
	}
	c := &course{graph: b, own: own, scores: b.plain(own), use: make([]bool, len(b.ab)), linked: make([]bool, len(b.ab))}
	for k, ab := range b.ab {
		c.linked[k], c.use[k] = ev.Linked(s.of[ab[0]].id, s.of[ab[1]].id)
	}
	return c, nil
}

// table is what a pass sees of the course's pairs.
func (c *course) table(ctx context.Context) (*learn.Table, error) {
	width := len(columns())
	t := &learn.Table{Width: width, X: make([]float32, len(c.graph.ab)*width), Y: c.linked}
	_, err := c.graph.weigh(ctx, c.own, c.scores, func(k int, row []float32) { copy(t.Row(k), row) })
	return t, err
}

func fitWithout(courses []*course, tables []*learn.Table, event int) *learn.Sum {
	all := &learn.Table{Width: tables[0].Width}
	for i, c := range courses {
		if c.event == event {
			continue
		}
		for k := range c.graph.ab {
			if c.use[k] {
				all.Add(tables[i].Row(k), c.linked[k])
			}
		}
	}
	return learn.Fit(all, fitOptions())
}

func fitOptions() learn.Options {
	o := learn.Options{Ridge: 200, Lasso: 10}
	for _, c := range columns() {
		o.Signs = append(o.Signs, c.sign)
	}
	return o
}

// calibrate fits the probability to the trials by Platt's method.
func (w *Weights) calibrate(courses []*course) {
	t := &learn.Table{Width: 1}
	for _, c := range courses {
		for k := range c.graph.ab {
			if c.use[k] {
				t.Add(c.logits[k:k+1], c.linked[k])
			}
		}
	}
	m := learn.Fit(t, learn.Options{Ridge: 0.01})
	w.slope, w.base = m.Weight[0], m.Base
}

func (w *Weights) trials(courses []*course) []Trial {
	var ts []Trial
	for _, c := range courses {
		for k, ab := range c.graph.ab {
			if c.use[k] && c.whole {
				of := c.graph.s.of
				ts = append(ts, Trial{c.event, of[ab[0]].id, of[ab[1]].id, w.probability(c.logits[k]), c.linked[k]})
			}
		}
	}
	return ts
}

// lean is how much recall counts against precision in the choice of the threshold (the beta of F-beta): a false link
// says that two newsrooms confirm each other, so it weighs more than a missing one.
const lean = 0.9

// threshold is the probability from which a pair is a link. The F-beta of calibrated probabilities is greatest when pairs
// are taken from a part of that greatest F-beta on, 1 / (1 + beta²): for F1 from half of it (Lipton, Elkan and
// Naryanaswamy 2014). The greatest F-beta itself hardly changes from one handful of events to another, while the place at
// which it was reached does, because the curve is flat there.
func threshold(ts []Trial) float64 {
	ts = slices.Clone(ts)
	slices.SortStableFunc(ts, func(a, b Trial) int { return cmp.Compare(b.Score, a.Score) })
	all := 0
	for _, t := range ts {
		if t.Linked {
			all++
		}
	}
	best, hits := 0.0, 0
	for i, t := range ts {
		if t.Linked {
			hits++
		}
		p, r := float64(hits)/float64(i+1), float64(hits)/float64(max(1, all))
		best = max(best, (1+lean*lean)*p*r/(lean*lean*p+r+1e-12))
	}
	return min(max(best/(1+lean*lean), 0.05), 0.95)
}

// Try scores a marked event with weights, to see how they fare.
func Try(ctx context.Context, w *Weights, ev Marked) ([]Trial, error) {
	c, err := newCourse(ctx, ev, allReports(ev.Set))
	if err != nil {
		return nil, err
	}
	c.whole = true
	if c.logits, _, err = w.run(ctx, c.graph, func() {}); err != nil {
		return nil, err
	}
	return w.trials([]*course{c}), nil
}
