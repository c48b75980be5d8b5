package claim_test

import (
	"slices"
	"testing"

	"parallax/corpus/claim"
	"parallax/corpus/match"
)

// TestUntaken: what a file has and its report has not is found by the claim's words; what the report has is not found again.
func TestUntaken(t *testing.T) {
	e := openSeeds(t)
	c := e.several(3)[0]
	outlet := e.set.Outlets.Of[e.set.All[c.Lead].Report]
	set := *e.set
	set.Reports = slices.Clone(e.set.Reports)
	rep := &set.Reports[e.set.All[c.Lead].Report]
	lead := e.set.Text(c.Lead)
	rep.Raw = "Home | World | Sport\n" + lead + "\nElsewhere: " + lead + "\n"
	scored, err := match.Score(t.Context(), &set, nil)
	if err != nil {
		t.Fatal(err)
	}
	cs := claim.Group(&set, match.Apply(scored, nil)).Hold([]claim.Held{{ID: 1, In: c.Statements}})
	mine := readers(cs, 1)[0]
	if of, text, found := cs.Untaken(mine.ID, outlet); !found || of != rep.ID || text != "Elsewhere: "+lead {
		t.Errorf("%v %d %q", found, of, text)
	}
	rep.Raw = "Home | World | Sport\n"
	if _, text, found := cs.Untaken(mine.ID, outlet); found {
		t.Errorf("found %q", text)
	}
}
