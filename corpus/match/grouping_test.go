package match_test

import (
	"testing"

	"parallax/corpus/match"
	"parallax/corpus/particular"
	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// TestGrouping: "1.500" of a report in German is the "1,500" of one in English, in the links and among the particulars;
// "1.700" is another number.
func TestGrouping(t *testing.T) {
	reports := []report.Report{
		{ID: 0, Path: "a.txt", Outlet: "north", Text: "Some 1,500 vines were torn out by the storm.\nThe storm sank 1,500 barges on the Selm.\n"},
		{ID: 1, Path: "b.txt", Outlet: "south", Text: "The storm tore out 1.500 vines.\nOn the Selm 1.700 barges were sunk by the storm.\n"},
	}
	reports[1].Facts.Lang.Value = "de-DE"
	set := statement.Of(reports, 1)
	scored, err := match.Score(t.Context(), set, nil)
	if err != nil {
		t.Fatal(err)
	}
	links := match.Apply(scored, nil)
	for i, differs := range []bool{false, true} {
		a, b := statement.ID(i), statement.ID(i+2)
		l, ok := links.Between(a, b)
		if !ok || l.Differs != differs {
			t.Errorf("%d: linked %v, differs %v", i+1, ok, l.Differs)
		}
		x, y := particular.Of(set, a), particular.Of(set, b)
		if len(x) != 1 || len(y) != 1 {
			t.Fatalf("%d: particulars %v and %v", i+1, x, y)
		}
		if v := particular.Compare(&x[0], &y[0]); (v == particular.Equal || v == particular.Within) == differs {
			t.Errorf("%d: the particulars are %v", i+1, v)
		}
	}
}
