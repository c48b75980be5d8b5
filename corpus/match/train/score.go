package main

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"parallax/corpus/claim"
	"parallax/corpus/match"
	"parallax/corpus/statement"
)

// tally is how weights did on an event that they were not learnt from.
type tally struct {
	name                string
	exact, recall       float64 // precision and recall of the links
	f1, average         float64 // and their F1 and average precision
	found, right, whole float64 // of the claims: recall, precision, and the part that is found by half or more
	f                   float64
}

func (t tally) String() string {
	return fmt.Sprintf("%-22s links P %.3f R %.3f F1 %.3f AP %.3f | claims P %.3f R %.3f F %.3f whole %.2f", t.name, t.exact, t.recall, t.f1, t.average, t.right, t.found, t.f, t.whole)
}

// plus adds an n-th of another tally, for a mean.
func (t tally) plus(u tally, n int) tally {
	d := float64(n)
	return tally{"mean", t.exact + u.exact/d, t.recall + u.recall/d, t.f1 + u.f1/d, t.average + u.average/d, t.found + u.found/d, t.right + u.right/d, t.whole + u.whole/d, t.f + u.f/d}
}

// judge tries weights on the event.
func (e *event) judge(ctx context.Context, w *match.Weights) (tally, error) {
	t := tally{name: e.Name}
	trials, err := match.Try(ctx, w, e.Marked)
	if err != nil {
		return t, err
	}
	scored, err := match.ScoreWith(ctx, w, e.Set, nil)
	if err != nil {
		return t, err
	}
	claims := claim.Group(e.Set, match.Apply(scored, nil))
	t.claims(e, claims)
	for i := range trials {
		if l, ok := claims.Links().Between(trials[i].A, trials[i].B); ok {
			trials[i].Score = l.Score
		}
	}
	t.rate(trials, w.Threshold())
	return t, nil
}

// claims scores claims against both readers'.
func (t *tally) claims(e *event, claims *claim.Claims) {
	var got [][]statement.ID
	for _, c := range claims.All {
		if ids := c.Statements; e.Set.All[ids[0]].Report != e.Set.All[ids[len(ids)-1]].Report {
			got = append(got, ids)
		}
	}
	for _, marked := range e.readers {
		n := float64(len(e.readers))
		sum, whole := paired(got, marked)
		t.right += sum / float64(max(1, len(got))) / n
		t.found += sum / float64(max(1, len(marked))) / n
		t.f += 2 * sum / float64(max(1, len(got)+len(marked))) / n
		t.whole += whole / n
	}
}

// claimsF is the F of claims against one reader's.
func (e *event) claimsF(claims *claim.Claims, who int) float64 {
	var t tally
	one := *e
	one.readers = e.readers[who : who+1]
	t.claims(&one, claims)
	return t.f
}

// rate scores the trials as links from the threshold on, and by their order.
func (t *tally) rate(trials []match.Trial, threshold float64) {
	trials = slices.Clone(trials)
	slices.SortStableFunc(trials, func(a, b match.Trial) int { return cmp.Compare(b.Score, a.Score) })
	all, said, right, hits := 0.0, 0.0, 0.0, 0.0
	average := 0.0
	for i, trial := range trials {
		if trial.Score >= threshold {
			said++
		}
		if !trial.Linked {
			continue
		}
		all++
		hits++
		average += hits / float64(i+1)
		if trial.Score >= threshold {
			right++
		}
	}
	t.exact, t.recall = right/max(1, said), right/max(1, all)
	t.f1, t.average = 2*right/max(1, said+all), average/max(1, all)
}

// paired is the greatest sum of overlaps when claims found and claims marked are paired one to one, and the part of those
// marked that some claim found overlaps by half.
func paired(got, want [][]statement.ID) (sum, whole float64) {
	overlaps := make([][]float64, len(got))
	half := make([]bool, len(want))
	for i, g := range got {
		overlaps[i] = make([]float64, len(want))
		for k, w := range want {
			overlaps[i][k] = jaccard(g, w)
			half[k] = half[k] || overlaps[i][k] >= 0.5
		}
	}
	for _, h := range half {
		if h {
			whole++
		}
	}
	return assign(overlaps), whole / float64(max(1, len(want)))
}

// jaccard is how much of two ordered sets is the same.
func jaccard(a, b []statement.ID) float64 {
	both := 0
	for _, x := range a {
		if _, in := slices.BinarySearch(b, x); in {
			both++
		}
	}
	return float64(both) / float64(len(a)+len(b)-both)
}
