package claim_test

import (
	"slices"
	"testing"

	"parallax/corpus/claim"
	"parallax/corpus/match/plant"
	"parallax/corpus/report"
)

// TestReportsAgreeWithRow: an outlet's part is the best of its reports' parts.
func TestReportsAgreeWithRow(t *testing.T) {
	set, links := planted(t, plant.Options{Stories: 3, Reports: 9, Statements: 20, Seed: 5}, 5)
	cs := claim.Group(set, links)
	var row claim.Row
	rank := map[claim.State]int{claim.Absent: 0, claim.Silent: 1, claim.Elsewhere: 2, claim.Said: 3}
	for i := range cs.All {
		cs.Row(claim.ID(i), &row)
		parts := cs.Reports(claim.ID(i))
		for o := range row.Cells {
			best, wordings := claim.Absent, 0
			for _, r := range set.Outlets.All[o].Reports {
				if rank[parts[r].State] > rank[best] {
					best = parts[r].State
				}
				wordings += len(parts[r].Wordings)
				if !slices.IsSorted(parts[r].Wordings) {
					t.Errorf("claim %d: the wordings of report %d are not in order", i, r)
				}
			}
			if best != row.Cells[o].State || wordings != len(row.Cells[o].Wordings) {
				t.Errorf("claim %d, outlet %d: its reports say %v in %d wordings, its cell %v in %d", i, report.OutletID(o), best, wordings, row.Cells[o].State, len(row.Cells[o].Wordings))
			}
		}
	}
}
