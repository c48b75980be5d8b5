package claim_test

import (
	"context"
	"fmt"
	"testing"

	"parallax/corpus/claim"
	"parallax/corpus/match"
	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// TestOneSentenceEverywhere: what a hundred outlets say in the same words is one claim, whichever links are strongest.
func TestOneSentenceEverywhere(t *testing.T) {
	const outlets = 100
	var reports []report.Report
	for i := range outlets {
		reports = append(reports, report.Report{
			ID: report.ID(i), Outlet: fmt.Sprintf("Outlet %d", i), Title: fmt.Sprintf("Harbour fire %d", i),
			Text: fmt.Sprintf("Harbour fire %d\n\nThe harbour will reopen on Monday, the mayor told reporters.\n\nPolice counted %d boats that burned in the night.\n", i, i),
		})
	}
	set := statement.Of(reports, 1)
	scored, err := match.Score(context.Background(), set, nil)
	if err != nil {
		t.Fatal(err)
	}
	cs := claim.Group(set, match.Apply(scored, nil))
	said := set.In(0)[1].ID
	for _, c := range cs.Of(said) {
		if cs.Outlets(c) == outlets {
			return
		}
	}
	t.Errorf("no claim of %q is said by all %d outlets", set.Text(said), outlets)
}
