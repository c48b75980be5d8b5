package claim

import (
	"parallax/corpus/match"
	"parallax/corpus/match/learn"
	"parallax/corpus/statement"
)

// Marked is an event whose claims careful readers have written down.
type Marked struct {
	Set     *statement.Set
	Scored  *match.Scored      // by weights that have not seen the event
	Readers [][][]statement.ID // by reader, then by claim: the statements that carry it, in order
}

// penalty is that of the regression, in units of all examples: the columns say nearly the same, and five events are few.
const penalty = 0.1

// Learn gives the weights what makes a set of statements a claim: a regression of the overlap that a candidate has with
// the nearest of a reader's claims on its features (see learn.Ridge). Readers, and events, count alike. The links that the
// candidates are made of must be such as new texts will have, so they come from weights that have not seen the event.
func Learn(w *match.Weights, events []Marked) {
	t := &learn.Points{Width: width}
	row := make([]float32, width)
	for _, e := range events {
		for _, story := range match.Apply(e.Scored, nil).Stories() {
			f := newField(e.Set, story)
			m := newMeasurer(f)
			cs := f.candidates()
			for i := range cs {
				m.measure(&cs[i], row)
				t.Add(row, e.nearest(story, cs[i].members), 1/float64(len(cs)))
			}
		}
	}
	s := learn.Ridge(t, penalty)
	numbers := map[string]float64{base: s.Base}
	for k, n := range names() {
		numbers[n] = s.Weight[k]
	}
	w.SetClaims(numbers)
}

// nearest is the greatest overlap with a claim, the mean over the readers.
func (e *Marked) nearest(story match.Story, members []int32) float64 {
	ids := make([]statement.ID, len(members))
	for i, m := range members {
		ids[i] = story.Statement(int(m))
	}
	sum := 0.0
	for _, claims := range e.Readers {
		best := 0.0
		for _, c := range claims {
			best = max(best, overlap(ids, c))
		}
		sum += best
	}
	return sum / float64(max(1, len(e.Readers)))
}
