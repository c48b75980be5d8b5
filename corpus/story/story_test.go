package story

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"parallax/corpus/cases"
	"parallax/corpus/internal/fixture"
	"parallax/corpus/match/plant"
	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// TestCases runs the cases of testdata, one phenomenon each: the reports of a case are its files but "want", named
// "outlet/name.txt"; want is the stories, one a line.
func TestCases(t *testing.T) {
	cases.Run(t, "testdata/*.txtar", func(t *testing.T, c *cases.Case) string {
		var reports []report.Report
		for _, f := range c.Files {
			reports = append(reports, report.Report{
				ID: report.ID(len(reports)), Path: f.Name, Outlet: filepath.Dir(f.Name), Text: string(f.Data),
			})
		}
		var b strings.Builder
		for _, s := range Of(statement.Of(reports, 1)) {
			for i, r := range s {
				if i > 0 {
					b.WriteString(", ")
				}
				b.WriteString(reports[r].Path)
			}
			b.WriteByte('\n')
		}
		return b.String()
	})
}

// TestEvents: every report is in one story, the reports of an event in the same, and the order of the events does not matter.
func TestEvents(t *testing.T) {
	for _, o := range []plant.Options{
		{Stories: 1, Reports: 5, Statements: 30, Seed: 4},
		{Stories: 4, Reports: 5, Statements: 30, Seed: 9},
		{Stories: 20, Reports: 10, Statements: 30, Seed: 5},
	} {
		f := plant.Grow(o)
		stories := Of(statement.Of(f.Reports, 1))
		if len(stories) != o.Stories {
			t.Errorf("%+v: %d stories", o, len(stories))
			continue
		}
		for i, s := range stories {
			for k, r := range s {
				if int(r) != i*o.Reports+k {
					t.Errorf("%+v: story %d is %v", o, i, s)
					break
				}
			}
		}
	}
}

func TestSeeds(t *testing.T) {
	if stories := Of(fixture.SeedSet(t)); fmt.Sprint(stories) != "[[0 1 2 3 4]]" {
		t.Errorf("%v", stories)
	}
	if stories := Of(statement.Of(nil, 1)); len(stories) != 0 {
		t.Errorf("no report makes %v", stories)
	}
}
