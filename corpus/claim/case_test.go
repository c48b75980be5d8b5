package claim_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"parallax/corpus/cases"
	"parallax/corpus/claim"
	"parallax/corpus/match"
	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// TestCases runs the cases of testdata, one phenomenon each: the reports of a case are its files but "links" and "want",
// named "outlet/name.txt". links, when there is one, holds the links, "north 1 - south 2" a line, in place of those
// that the matching finds. want shows each claim of several statements: its lead, its statements and whose words they are.
func TestCases(t *testing.T) {
	cases.Run(t, "testdata/*.txtar", func(t *testing.T, c *cases.Case) string { return show(t, c.Files) })
}

func show(t *testing.T, files []txtar.File) string {
	var reports []report.Report
	given, isGiven := "", false
	for _, f := range files {
		switch f.Name {
		case "want":
		case "links":
			given, isGiven = string(f.Data), true
		default:
			reports = append(reports, report.Report{
				ID: report.ID(len(reports)), Path: f.Name, Outlet: filepath.Dir(f.Name), Text: string(f.Data),
			})
		}
	}
	set := statement.Of(reports, 1)
	scored, err := match.Score(t.Context(), set, nil)
	if err != nil {
		t.Fatal(err)
	}
	links := match.Apply(scored, nil)
	if isGiven {
		links = match.Apply(scored, decide(t, set, links, given))
	}
	cs := claim.Group(set, links)
	var b strings.Builder
	for _, c := range cs.All {
		if len(c.Statements) < 2 {
			continue
		}
		fmt.Fprintf(&b, "claim of %d outlets, %d origins: %s\n", cs.Outlets(c.ID), cs.Origins(c.ID), set.Text(c.Lead))
		for _, s := range c.Statements {
			v, whose := cs.Voice(c.ID, s)
			fmt.Fprintf(&b, "  %s %d %s\n", set.ReportOf(s).Outlet, set.All[s].Number, [...]string{"voice unclear", "own words", "says " + v.Speaker}[whose])
		}
	}
	return b.String()
}

// decide makes the links exactly those of the text.
func decide(t *testing.T, set *statement.Set, links *match.Links, text string) []match.Decision {
	var ds []match.Decision
	for _, l := range links.All {
		ds = append(ds, match.Decision{A: l.A, B: l.B, Kind: match.Cut})
	}
	for line := range strings.Lines(text) {
		var x, y string
		var m, n int
		if _, err := fmt.Sscanf(line, "%s %d - %s %d", &x, &m, &y, &n); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		ds = append(ds, match.Decision{A: numbered(t, set, x, m), B: numbered(t, set, y, n), Kind: match.Added})
	}
	return ds
}

func numbered(t *testing.T, set *statement.Set, outlet string, number int) statement.ID {
	for i := range set.All {
		if set.All[i].Number == number && set.ReportOf(statement.ID(i)).Outlet == outlet {
			return statement.ID(i)
		}
	}
	t.Fatalf("no statement %s %d", outlet, number)
	return -1
}
