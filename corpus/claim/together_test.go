package claim_test

import (
	"testing"

	"parallax/corpus/claim"
	"parallax/corpus/match"
	"parallax/corpus/match/plant"
	"parallax/corpus/statement"
)

// TestClaimsMakeLinks: a pair that scores a little too low for a link is one when it stands in one claim, unless the reader
// cut it; what was a link stays as it was, and grouping the links again adds nothing.
func TestClaimsMakeLinks(t *testing.T) {
	made := 0
	for seed := range uint64(6) {
		set, links := planted(t, plant.Options{Stories: 2, Reports: 8, Statements: 12, Seed: seed + 1}, 5)
		cs := claim.Group(set, links)
		all := cs.Links()
		for _, l := range links.All {
			if got, ok := all.Between(l.A, l.B); !ok || got != l {
				t.Fatalf("link %d-%d became %+v", l.A, l.B, got)
			}
		}
		if again := claim.Group(set, all).Links(); len(again.All) != len(all.All) {
			t.Errorf("%d links, then %d", len(all.All), len(again.All))
		}
		var cuts []match.Decision
		for _, l := range all.All {
			if _, was := links.Between(l.A, l.B); was {
				continue
			}
			made++
			if !inOneClaim(cs, l.A, l.B) || l.Decided != match.Undecided {
				t.Errorf("%+v is a link without a claim", l)
			}
			cuts = append(cuts, match.Decision{A: l.A, B: l.B, Kind: match.Cut})
		}
		cut := claim.Group(set, links.Decide(cuts)).Links()
		for _, d := range cuts {
			if l, ok := cut.Between(d.A, d.B); ok {
				t.Errorf("%+v was cut", l)
			}
		}
	}
	if made == 0 {
		t.Error("no claim made a link")
	}
}

func inOneClaim(cs *claim.Claims, a, b statement.ID) bool {
	for _, c := range cs.Of(a) {
		for _, d := range cs.Of(b) {
			if c == d {
				return true
			}
		}
	}
	return false
}
