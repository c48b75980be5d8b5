package claim_test

import (
	"slices"
	"testing"

	"parallax/corpus/claim"
	"parallax/corpus/match"
	"parallax/corpus/statement"
)

func ids(ns ...statement.ID) []statement.ID { return ns }

// TestSettle: answers on one claim build on one another, what is taken back goes, and one on another claim stands beside
// them.
func TestSettle(t *testing.T) {
	got := claim.Settle([]claim.Verdict{
		{Of: ids(1, 5, 9), Yes: ids(12, 14), No: ids(9)}, // how far down
		{Of: ids(2, 3), None: true},
		{Of: ids(1, 5, 12, 14), In: ids(12), Out: ids(14)}, // the first that is wrong
		{Of: ids(1, 5, 12), In: ids(7), Whole: true},
		{Of: ids(4, 8), Whole: true},
	})
	want := [][]statement.ID{nil, ids(1, 5, 7, 12), ids(4, 8)}
	if len(got) != len(want) {
		t.Fatalf("%d claims are settled: %+v", len(got), got)
	}
	for i, s := range got {
		if !slices.Equal(s.Statements, want[i]) || s.Whole != (i > 0) {
			t.Errorf("claim %d: %+v", i, s)
		}
	}
	if !slices.Equal(got[1].Out, ids(14)) || !slices.Equal(got[1].In, got[1].Statements) {
		t.Errorf("known of single statements: in %v, out %v", got[1].In, got[1].Out)
	}
}

// TestVerdictsHold: a claim is what the reader made of it, with its links; what he refused comes back in no other shape; two
// claims become one when an answer joins their statements.
func TestVerdictsHold(t *testing.T) {
	e := openSeeds(t)
	var several []claim.Claim
	for _, c := range e.claims.All {
		if len(c.Statements) > 2 {
			several = append(several, c)
		}
	}
	left, gone, joined, with := several[0], several[1], several[len(several)-1], several[len(several)-2]
	verdicts := []claim.Verdict{
		{Of: left.Statements, Out: left.Statements[:1], Whole: true},
		{Of: gone.Statements, None: true},
		{Of: joined.Statements, Yes: claim.Ordered(with.Statements)},
	}
	settled := claim.Settle(verdicts)
	links := e.links.Decide(claim.Implied(e.set, settled))
	cs := claim.Group(e.set, links, settled...)
	holds := func(want []statement.ID) bool {
		return slices.ContainsFunc(cs.All, func(c claim.Claim) bool { return slices.Equal(c.Statements, want) })
	}
	both := claim.Ordered(slices.Concat(joined.Statements, with.Statements))
	for _, want := range [][]statement.ID{left.Statements[1:], both} {
		if !holds(want) {
			t.Errorf("no claim has just the statements %v", want)
		}
		for i, a := range want {
			for _, b := range want[:i] {
				if _, linked := links.Between(a, b); !linked && e.set.All[a].Report != e.set.All[b].Report {
					t.Errorf("%d and %d say one claim and are not linked", a, b)
				}
			}
		}
	}
	for _, not := range [][]statement.ID{left.Statements, gone.Statements, joined.Statements, with.Statements} {
		if holds(not) {
			t.Errorf("the claim %v is there again", not)
		}
	}
	for i := range cs.All {
		d := cs.Doubt(&cs.All[i])
		if d != nil && d.Whole != slices.Equal(cs.All[i].Statements, left.Statements[1:]) {
			t.Errorf("nothing more to ask about %v: %t", cs.All[i].Statements, d.Whole)
		}
	}
}

// TestDoubt: each claim of several statements knows the odds of its own and of those that come near.
func TestDoubt(t *testing.T) {
	e := openSeeds(t)
	in, out, ins, outs := 0.0, 0.0, 0, 0
	for i := range e.claims.All {
		c := &e.claims.All[i]
		d := e.claims.Doubt(c)
		if (d != nil) != (len(c.Statements) > 1) {
			t.Fatalf("%q of %d statements has the doubt %v", c.Name, len(c.Statements), d)
		}
		if d == nil {
			continue
		}
		var own []statement.ID
		for _, m := range d.Members {
			if m.In {
				own = append(own, m.Statement)
				in, ins = in+m.Odds, ins+1
			} else {
				out, outs = out+m.Odds, outs+1
			}
			if !(m.Odds >= 0 && m.Odds <= 1) {
				t.Fatalf("%q: odds %g", c.Name, m.Odds)
			}
		}
		if !slices.Equal(own, c.Statements) {
			t.Errorf("%q has %v, and odds for %v", c.Name, c.Statements, own)
		}
	}
	if in/float64(ins) < 4*out/float64(outs) {
		t.Errorf("mean odds of wordings %.2f, of others %.2f", in/float64(ins), out/float64(outs))
	}
}

// TestTaughtMembers: answers that all take in what comes near to claims raise the odds of what comes near to others.
func TestTaughtMembers(t *testing.T) {
	e := openSeeds(t)
	var verdicts []claim.Verdict
	asked := make(map[statement.ID]bool)
	for i := range e.claims.All {
		c := &e.claims.All[i]
		if len(c.Statements) < 2 || len(verdicts) == 8 || slices.ContainsFunc(c.Statements, func(s statement.ID) bool { return asked[s] }) {
			continue
		}
		v := claim.Verdict{Of: c.Statements}
		for _, m := range e.claims.Doubt(c).Members {
			asked[m.Statement] = true
			v.Yes = append(v.Yes, m.Statement)
		}
		verdicts = append(verdicts, v)
	}
	mean := func(cs *claim.Claims) float64 {
		sum, n := 0.0, 0
		for i := range cs.All {
			if d := cs.Doubt(&cs.All[i]); d != nil && !d.Answered {
				for _, m := range d.Members {
					if !m.In {
						sum, n = sum+m.Odds, n+1
					}
				}
			}
		}
		return sum / float64(n)
	}
	before, after := mean(e.claims), mean(claim.Group(e.set, match.Apply(e.scored, nil), claim.Settle(verdicts)...))
	if len(verdicts) < 3 || after <= before {
		t.Errorf("after %d answers the odds went from %.3f to %.3f", len(verdicts), before, after)
	}
}
