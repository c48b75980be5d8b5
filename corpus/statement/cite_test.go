package statement

import (
	"testing"

	"parallax/corpus/report"
)

// A report is named beside its outlet where the outlet has others, by no more than it takes.
func TestNamed(t *testing.T) {
	day := func(s string) report.Date {
		d, ok := report.ParseDate(s)
		if !ok {
			t.Fatalf("%q is no date", s)
		}
		return d
	}
	set := Of([]report.Report{
		{ID: 0, Path: "a.txt", Outlet: "Harbour Post", Title: "Ferry aground", Text: "The ferry ran aground.", Published: day("2021-05-02")},
		{ID: 1, Path: "b.txt", Outlet: "Ald Courier", Title: "Ferry stuck", Text: "The ferry is stuck.", Published: day("2021-05-02")},
		{ID: 2, Path: "c.txt", Outlet: "Ald Courier", Title: "Ferry free", Text: "The ferry is free.", Published: day("2021-05-03")},
		{ID: 3, Path: "d.txt", Outlet: "Ald Courier", Title: "Captain heard", Text: "The captain was heard.", Published: day("2021-05-03")},
		{ID: 4, Path: "e.txt", Outlet: "Ald Courier", Title: "Ferry free", Text: "The ferry floats."},
		{ID: 5, Path: "f.txt", Outlet: "Ald Courier", Text: "The ferry sails."},
	}, 1)
	want := []string{
		"Harbour Post",
		"Ald Courier (" + set.Reports[1].Published.String() + ")",
		"Ald Courier (" + set.Reports[2].Published.String() + ", Ferry free)",
		"Ald Courier (" + set.Reports[3].Published.String() + ", Captain heard)",
		"Ald Courier (date unknown, Ferry free)",
		"Ald Courier (date unknown, f.txt)",
	}
	for i := range want {
		if got := set.Named(report.ID(i)); got != want[i] {
			t.Errorf("report %d is named %q, want %q", i, got, want[i])
		}
	}
	if got, want := set.Cite(set.In(1)[0].ID), want[1]+" 1"; got != want {
		t.Errorf("its first statement is cited as %q, want %q", got, want)
	}
}
