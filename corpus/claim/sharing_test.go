package claim_test

import (
	"slices"
	"testing"

	"parallax/corpus/claim"
	"parallax/corpus/match"
	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// TestSharings: the same quotation, a credit to the same agency and the same text are said apart, and only the text makes
// one origin of two reports.
func TestSharings(t *testing.T) {
	const (
		quotation = `"we shall not open the harbour before every single mooring has been looked at"`
		run       = "The storm closed the harbour of Aldwick on Monday and drove eleven boats onto the northern wall"
	)
	reports := []report.Report{
		{Outlet: "north", Text: "Harbour shut\n\nMayor Hale said " + quotation + ".\n\n" + run + ".\n"},
		{Outlet: "south", Text: "A wall of boats\n\nALDWICK (AP) - Mayor Hale said on Tuesday: " + quotation + ".\n\nFishermen had asked for a second wall.\n"},
		{Outlet: "west", Byline: "Staff and AP", Text: "The storm\n\n" + run + ", the port said.\n\nA baker gave away what he had.\n"},
	}
	for i := range reports {
		reports[i].ID = report.ID(i)
	}
	set := statement.Of(reports, 1)
	scored, err := match.Score(t.Context(), set, nil)
	if err != nil {
		t.Fatal(err)
	}
	cs := claim.Group(set, match.Apply(scored, nil))
	var said []string
	for _, c := range cs.All {
		for _, s := range cs.Sharings(c.ID) {
			text := set.ReportOf(s.A).Outlet + " " + set.ReportOf(s.B).Outlet + ": " + s.String()
			if !slices.Contains(said, text) {
				said = append(said, text)
			}
		}
		if n := cs.Origins(c.ID); len(c.Statements) > 1 && n != cs.Outlets(c.ID) {
			t.Errorf("%s: %d origins of %d outlets", c.Name, n, cs.Outlets(c.ID))
		}
	}
	for _, want := range []string{"north south: same quotation of Hale: 14 words", "north west: same text: 17 words"} {
		if !slices.Contains(said, want) {
			t.Errorf("not said: %s; said %q", want, said)
		}
	}
	for r, want := range [][]string{nil, {"AP"}, {"AP"}} {
		if got := cs.Credits(report.ID(r)); !slices.Equal(got, want) {
			t.Errorf("%s credits %v, not %v", reports[r].Outlet, got, want)
		}
	}
}
