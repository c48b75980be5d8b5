package claim

import (
	"slices"

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
const penalty = 0.03

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
	sc := &scorer{sum: learn.Ridge(t, penalty)}
	sc.members = learnMembers(sc, events)
	w.SetClaims(sc.numbers())
}

// takenFrom is the least overlap with a reader's claim for a chosen candidate to be taken for it.
const takenFrom = 0.2

// learnMembers learns what makes a statement one that says what a chosen candidate says: that it stands in the reader's
// claim which the candidate overlaps most.
func learnMembers(s *scorer, events []Marked) *learn.Sum {
	t := &learn.Table{Width: len(aspects)}
	for _, e := range events {
		for _, story := range match.Apply(e.Scored, nil).Stories() {
			f := newField(e.Set, story)
			m := newMeasurer(f)
			cs := f.candidates()
			s.score(m, cs)
			chosen, _ := f.choose(cs, nil, leastScore)
			a := newAssessor(m, chosen, nil)
			for i := range chosen {
				for _, claims := range e.Readers {
					best, of := takenFrom, []statement.ID(nil)
					for _, c := range claims {
						if o := overlap(e.ids(story, chosen[i].members), c); o > best {
							best, of = o, c
						}
					}
					if of == nil {
						continue
					}
					a.assess(int32(i), &chosen[i], func(x int32, row []float32) {
						t.Add(row, slices.Contains(of, story.Statement(int(x))))
					})
				}
			}
		}
	}
	return learn.Fit(t, learn.Options{Ridge: memberPenalty})
}

const memberPenalty = 20

// nearest is the greatest overlap with a claim, the mean over the readers.
func (e *Marked) nearest(story match.Story, members []int32) float64 {
	ids, sum := e.ids(story, members), 0.0
	for _, claims := range e.Readers {
		best := 0.0
		for _, c := range claims {
			best = max(best, overlap(ids, c))
		}
		sum += best
	}
	return sum / float64(max(1, len(e.Readers)))
}

func (e *Marked) ids(story match.Story, members []int32) []statement.ID {
	ids := make([]statement.ID, len(members))
	for i, m := range members {
		ids[i] = story.Statement(int(m))
	}
	return ids
}
