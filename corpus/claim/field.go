package claim

import (
	"cmp"
	"slices"

	"parallax/corpus/match"
	"parallax/corpus/statement"
)

// field is one story as the grouping sees it: statements made of units, and edges between those that may say the same.
// Statements, units and edges are numbered from 0 within it.
type field struct {
	story  match.Story
	report []int32        // by statement
	units  [][]match.Unit // by statement, in order; only units that two reports have, by their number in the field
	ids    []int32        // by unit: its ID in the story
	having []int32        // by unit: the number of statements that have it
	ties   [][]match.Tie  // by statement, in order
	edges  []edge
}

// edge is a pair of statements that may say the same.
type edge struct {
	a, b int32 // a < b
	p    float32
}

const (
	faint = 0.02 // probability below which a pair counts for nothing
	loose = 0.15 // probability from which a pair may stand in one claim
	most  = 24   // edges of a statement, its best, that make claims
)

func newField(set *statement.Set, story match.Story) *field {
	n := story.Len()
	f := &field{story: story, report: make([]int32, n), units: make([][]match.Unit, n), ties: story.Ties(faint)}
	for i := range n {
		f.report[i] = int32(story.Report(i))
		if set.All[story.Statement(i)].IsStory() {
			f.units[i] = story.Units(i)
		}
	}
	f.number()
	f.findEdges()
	return f
}

// seen is what numbering learns of a unit.
type seen struct {
	report int32 // the first that has it
	twice  bool  // another has it too
	number int32 // -1 for none yet
}

// number numbers the units that two reports have and forgets the others.
func (f *field) number() {
	all := make(map[int32]*seen)
	for i, us := range f.units {
		for _, u := range us {
			if s := all[u.ID]; s == nil {
				all[u.ID] = &seen{report: f.report[i], number: -1}
			} else if s.report != f.report[i] {
				s.twice = true
			}
		}
	}
	for i, us := range f.units {
		kept := us[:0]
		for _, u := range us {
			s := all[u.ID]
			if !s.twice {
				continue
			}
			if s.number < 0 {
				s.number = int32(len(f.ids))
				f.ids = append(f.ids, u.ID)
				f.having = append(f.having, 0)
			}
			f.having[s.number]++
			kept = append(kept, match.Unit{ID: s.number, Weight: u.Weight})
		}
		slices.SortFunc(kept, func(a, b match.Unit) int { return cmp.Compare(a.ID, b.ID) })
		f.units[i] = kept
	}
}

// findEdges keeps the pairs that are probable enough and among the best of either end, and of each statement the next that
// it probably says the same as. In a story of hundreds of reports the rest would only say again what these say; the next
// ones tie together what all of them say in the same words, of which the best alone make circles of their own.
func (f *field) findEdges() {
	least := make([]float32, len(f.ties))
	var scores []float32
	for i, ts := range f.ties {
		least[i] = loose
		if len(ts) <= most {
			continue
		}
		scores = scores[:0]
		for _, t := range ts {
			scores = append(scores, t.Score)
		}
		slices.Sort(scores)
		least[i] = max(loose, scores[len(scores)-most])
	}
	for i, ts := range f.ties {
		next := 0
		for _, t := range ts {
			if int(t.To) < i {
				continue
			}
			isNext := t.Score >= levels[len(levels)-1] && next < 2
			if isNext {
				next++
			}
			if isNext || t.Score >= min(least[i], least[t.To]) {
				f.edges = append(f.edges, edge{int32(i), t.To, t.Score})
			}
		}
	}
}

// shared appends the units that both statements have, each with its lesser weight.
func (f *field) shared(dst []match.Unit, a, b int32) []match.Unit {
	x, y := f.units[a], f.units[b]
	for i, j := 0, 0; i < len(x) && j < len(y); {
		switch {
		case x[i].ID < y[j].ID:
			i++
		case x[i].ID > y[j].ID:
			j++
		default:
			dst = append(dst, match.Unit{ID: x[i].ID, Weight: min(x[i].Weight, y[j].Weight)})
			i, j = i+1, j+1
		}
	}
	return dst
}
