package claim

import (
	"cmp"
	"math"
	"slices"

	"parallax/corpus/match"
	"parallax/corpus/match/learn"
)

// How likely it is of a statement that it says what a claim says is learnt too: of every claim that is chosen, from its
// own statements and from those that come near. So a claim can be mended (mend), and the review knows what to ask.

// aspects are the numbers by which it is told.
var aspects = [...]string{
	"mean",      // probability with the claim's other statements in other reports
	"most",      // the greatest of them
	"least",     // the least
	"odds",      // logarithm of the odds of the mean
	"words",     // part of the claim's words, by weight, that it has
	"mass",      // weight of those words, as its logarithm
	"own",       // part of its own words that are the claim's
	"explained", // part of those probabilities that another claim explains, which holds both
	"chosen",    // whether the candidate holds it
	"chosen explained",
	"beside", // whether another of its report is in the claim
	"score",  // of the candidate
	"size",   // of the claim, as its logarithm
	"inner",  // mean probability within the claim
	"fit",    // its own mean by that
}

// nearLeast is the probability with one of its statements from which a statement comes near to a claim.
const nearLeast = 0.02

// member is a statement held against a claim.
type member struct {
	x    int32
	in   bool
	odds float64 // that it says what the claim says, 0..1
}

// assessor holds statements against chosen candidates.
type assessor struct {
	m      *measurer
	chosen []candidate
	of     [][]int32 // by statement: the chosen candidates that hold it
	row    []float32
	often  []int32 // units that most of the others may have, whichever member is looked at
	sum    *learn.Sum
}

func newAssessor(m *measurer, chosen []candidate, sum *learn.Sum) *assessor {
	a := &assessor{m: m, chosen: chosen, of: make([][]int32, len(m.f.units)), row: make([]float32, len(aspects)), sum: sum}
	for i := range chosen {
		for _, x := range chosen[i].members {
			a.of[x] = append(a.of[x], int32(i))
		}
	}
	return a
}

// near is the members of a candidate and what comes near to it, in order.
func (a *assessor) near(c *candidate) []int32 {
	near := slices.Clone(c.members)
	for _, x := range c.members {
		for _, t := range a.m.f.ties[x] {
			if t.Score >= nearLeast {
				near = append(near, t.To)
			}
		}
	}
	slices.Sort(near)
	return slices.Compact(near)
}

// beside is the place of a candidate that is not among the chosen.
const beside = -1

// assess is the members of a candidate and what comes near to it, with the odds of each. The candidate is chosen candidate i,
// or beside them. visit, when not nil, sees the aspects.
func (a *assessor) assess(i int32, c *candidate, visit func(x int32, row []float32)) []member {
	f, m := a.m.f, a.m
	near := a.near(c)
	m.enter(c)
	defer m.leave(c)
	a.often = a.often[:0]
	for _, u := range m.used {
		if float64(m.count[u]) >= shared*float64(len(c.members)-1) {
			a.often = append(a.often, u)
		}
	}
	inner, pairs := 0.0, 0.0
	for _, x := range c.members {
		for _, t := range f.ties[x] {
			if m.in[t.To] {
				inner += float64(t.Score)
			}
		}
		pairs += float64(len(c.members) - int(m.reports[f.report[x]]))
	}
	inner /= max(1, pairs)
	var all []member
	for _, x := range near {
		a.aspects(i, c, x, inner)
		if visit != nil {
			visit(x, a.row)
			continue
		}
		all = append(all, member{x: x, in: m.in[x], odds: learn.Sigmoid(a.sum.Of(a.row))})
	}
	return all
}

func (a *assessor) aspects(i int32, c *candidate, x int32, inner float64) {
	f, m := a.m.f, a.m
	in := m.in[x]
	own := int32(0)
	if in {
		own = 1
	}
	others := len(c.members) - int(m.reports[f.report[x]])
	sum, most, tied, explained := 0.0, 0.0, 0, 0.0
	least := 1.0
	for _, t := range f.ties[x] {
		if !m.in[t.To] {
			continue
		}
		p := float64(t.Score)
		sum, most, least = sum+p, max(most, p), min(least, p)
		tied++
		if a.share(i, x, t.To) {
			explained += p
		}
	}
	if tied < others {
		least = 0
	}
	mean := sum / float64(max(1, others))
	has, mass, all := a.words(c, x, own)
	values := [...]float64{
		mean, most, least, math.Log((mean + 0.01) / (1.01 - mean)), has / (mass + 0.1), math.Log1p(mass), has / (all + 0.1), explained / (sum + 0.01),
		float64(own), float64(own) * explained / (sum + 0.01), flag(m.reports[f.report[x]] > own), c.score, math.Log(float64(len(c.members) - int(own))), inner, mean / (inner + 0.05),
	}
	for k, v := range values {
		a.row[k] = float32(v)
	}
}

func flag(is bool) float64 {
	if is {
		return 1
	}
	return 0
}

// share reports whether another chosen candidate than i holds both.
func (a *assessor) share(i, x, y int32) bool {
	for _, k := range a.of[x] {
		if k != i && slices.Contains(a.of[y], k) {
			return true
		}
	}
	return false
}

// words is the weight of the claim's words that x has, that of all of them, and that of its own: those that most of the
// others have.
func (a *assessor) words(c *candidate, x, own int32) (has, mass, all float64) {
	m := a.m
	least := shared * float64(int32(len(c.members))-own)
	us := m.f.units[x]
	for _, u := range us {
		all += float64(u.Weight)
	}
	for _, u := range a.often {
		n := m.count[u]
		k, mine := slices.BinarySearchFunc(us, u, func(v match.Unit, u int32) int { return cmp.Compare(v.ID, u) })
		if mine {
			n -= own
		}
		if n == 0 || float64(n) < least {
			continue
		}
		mass += float64(m.weight[u])
		if mine {
			has += float64(min(us[k].Weight, m.weight[u]))
		}
	}
	return has, mass, all
}
