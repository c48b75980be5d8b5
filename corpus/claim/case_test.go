package claim_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"parallax/corpus/claim"
	"parallax/corpus/match"
	"parallax/corpus/report"
	"parallax/corpus/statement"
)

var update = flag.Bool("update", false, "write what the cases of testdata give as what they want")

// TestCases runs the cases of testdata, one phenomenon each: the reports of a case are its files but "links" and "want",
// named "outlet/name.txt". links, when there is one, holds the links, "north 1 - south 2" a line, in place of those
// that the matching finds. want shows each claim of several statements: its lead, its statements and whose words they are.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := show(t, archive.Files)
			i := slices.IndexFunc(archive.Files, func(f txtar.File) bool { return f.Name == "want" })
			if i < 0 {
				i = len(archive.Files)
				archive.Files = append(archive.Files, txtar.File{Name: "want"})
			}
			if *update {
				archive.Files[i].Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(archive), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			if want := string(archive.Files[i].Data); got != want {
				t.Errorf("got:\n%s\nwant:\n%s", got, want)
			}
		})
	}
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
