package claim_test

import (
	"slices"
	"testing"

	"parallax/corpus"
	"parallax/corpus/claim"
	"parallax/corpus/match"
	"parallax/corpus/source"
	"parallax/corpus/statement"
	"parallax/seeds"
)

// TestClaimsObey: whatever pairs are decided, a confirmed or added link gives its ends a claim in common, and a cut pair has
// none.
func TestClaimsObey(t *testing.T) {
	c, err := corpus.OpenFS(seeds.Name, seeds.Files, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	scored, err := match.Score(t.Context(), c.Statements, nil)
	if err != nil {
		t.Fatal(err)
	}
	var decisions []match.Decision
	for i, p := range scored.Pairs {
		switch linked := p.Score >= scored.Threshold; {
		case i%7 == 0 && linked:
			decisions = append(decisions, match.Decision{A: p.A, B: p.B, Kind: match.Cut})
		case i%7 == 1 && linked:
			decisions = append(decisions, match.Decision{A: p.A, B: p.B, Kind: match.Confirmed})
		case i%151 == 0:
			decisions = append(decisions, match.Decision{A: p.A, B: p.B, Kind: match.Added})
		}
	}
	cs := claim.Group(c.Statements, match.Apply(scored, decisions))
	for _, d := range decisions {
		if together := shareClaim(cs, d.A, d.B); together != (d.Kind != match.Cut) {
			t.Errorf("statements %d and %d, decision %d: a claim in common %t", d.A, d.B, d.Kind, together)
		}
	}
}

func shareClaim(cs *claim.Claims, a, b statement.ID) bool {
	return slices.ContainsFunc(cs.Of(a), func(c claim.ID) bool { return slices.Contains(cs.Of(b), c) })
}
