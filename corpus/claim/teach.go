package claim

import (
	"slices"

	"parallax/corpus/match/learn"
)

// What the reader says of claims teaches what makes a statement a wording in this event: each statement that was asked about
// is an example, as it stood when it was asked about. The learnt weights are the centre of a ridge to which a few answers
// are held strongly (learn.Shift).

// teachPenalty holds an event's own weights of members to the learnt ones, of columns scaled to a standard deviation of 1.
const teachPenalty = 1000

// taught is the weights of members as the verdicts teach them.
func (s *scorer) taught(m *measurer, chosen, cs []candidate, verdicts []verdict) *learn.Sum {
	t := &learn.Table{Width: len(aspects)}
	known := make(map[int]bool)
	var prior []float64
	a := newAssessor(m, chosen, s.members)
	for i := range verdicts {
		v := &verdicts[i]
		if len(v.members) < 2 || len(v.asked) < 2 {
			continue
		}
		c := candidate{members: v.asked, score: leastScore}
		if k := slices.IndexFunc(cs, func(c candidate) bool { return slices.Equal(c.members, v.asked) }); k >= 0 {
			c.score = cs[k].score
		}
		itself := int32(slices.IndexFunc(chosen, func(c candidate) bool { return c.settled == v }))
		a.assess(itself, &c, func(x int32, row []float32) {
			_, yes := slices.BinarySearch(v.yes, x)
			if _, no := slices.BinarySearch(v.no, x); yes || no {
				known[len(prior)] = yes
				prior = append(prior, s.members.Of(row))
				t.Add(row, yes)
			}
		})
	}
	if len(known) == 0 {
		return s.members
	}
	shift := learn.Shift(t, prior, known, teachPenalty)
	sum := &learn.Sum{Base: s.members.Base + shift.Base}
	for k, w := range s.members.Weight {
		sum.Weight = append(sum.Weight, w+shift.Weight[k])
	}
	return sum
}
