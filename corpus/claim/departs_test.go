package claim_test

import (
	"strings"
	"testing"

	"parallax/corpus/claim"
	"parallax/corpus/match"
	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// TestDeparts: of near wordings the words that the lead has not are marked, runs as one; case, grammar and wordings that share
// little are not; a denial is.
func TestDeparts(t *testing.T) {
	const lead = "The mayor of Lindby said the old bridge would stay closed for nine days."
	for _, test := range []struct{ text, want string }{
		{"The mayor of Lindby said the old bridge would stay closed for ten days.", "ten"},
		{"the Mayor of Lindby said that the old bridge would stay closed for nine days!", ""},
		{"The mayor of Lindby said the old bridge would not stay closed for nine days.", "not"},
		{"The mayor of Lindby told the council on Monday the old bridge would stay closed for nine days.", "council on Monday"},
		{"Nobody may cross the river at Lindby before the engineers have been there, its council wrote.", ""},
		{lead, ""},
	} {
		reports := []report.Report{{ID: 0, Outlet: "North", Text: lead + "\n"}, {ID: 1, Outlet: "South", Text: test.text + "\n"}}
		set := statement.Of(reports, 1)
		scored, err := match.Score(t.Context(), set, nil)
		if err != nil {
			t.Fatal(err)
		}
		cs := claim.Group(set, match.Apply(scored, []match.Decision{{A: 0, B: 1, Kind: match.Added}}))
		c := cs.Of(0)[0]
		cs.All[c].Lead = 0
		var got []string
		for _, s := range cs.Departs(c, 1) {
			got = append(got, set.Reports[1].Text[s.Start:s.End])
		}
		if strings.Join(got, "|") != test.want {
			t.Errorf("%q departs by %q, want %q", test.text, got, test.want)
		}
		if len(cs.Departs(c, 0)) > 0 {
			t.Error("the lead departs from itself")
		}
	}
}
