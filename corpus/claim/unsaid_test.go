package claim_test

import (
	"testing"

	"parallax/corpus/claim"
	"parallax/corpus/report"
)

// TestUnsaid: in the embedded reports, what a report lacks is what two other outlets have and its own is silent on, and it
// stands among the neighbours that it has in common with them.
func TestUnsaid(t *testing.T) {
	e := openSeeds(t)
	lavrov := e.find(t, "Middle East Eye", "there were no patients there")
	found := false
	var row claim.Row
	for r := range e.set.Reports {
		id := report.ID(r)
		lacks := make(map[claim.ID]bool)
		sts := e.set.In(id)
		last := sts[0].ID
		for _, u := range e.claims.Unsaid(id) {
			lacks[u.Claim] = true
			if u.Before < last || u.Before > sts[len(sts)-1].ID+1 {
				t.Errorf("report %d: claim %d stands before statement %d, the one before it before %d", r, u.Claim, u.Before, last)
			}
			last = u.Before
			if u.Outlets != e.claims.Outlets(u.Claim) {
				t.Errorf("claim %d is said by %d outlets, not %d", u.Claim, e.claims.Outlets(u.Claim), u.Outlets)
			}
			for _, s := range e.claims.All[u.Claim].Statements {
				if s == lavrov && e.set.Reports[r].Outlet == "China Daily" {
					found = true
					if u.Before == sts[0].ID {
						t.Error("Lavrov's word on the hospital would open China Daily's report")
					}
				}
			}
		}
		for i := range e.claims.All {
			e.claims.Row(claim.ID(i), &row)
			silent := row.Cells[e.set.Outlets.Of[id]].State == claim.Silent
			if n := row.Count(claim.Said); lacks[claim.ID(i)] && (!silent || n < 2) || silent && n >= 2 && !lacks[claim.ID(i)] {
				t.Errorf("report %d, claim %d: silent %v, said by %d, listed %v", r, i, silent, n, lacks[claim.ID(i)])
			}
		}
	}
	if !found {
		t.Error("China Daily does not lack what Lavrov said of the hospital")
	}
}
