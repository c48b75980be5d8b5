package match

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"parallax/corpus/cases"
	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// runCases runs the cases of a folder, one phenomenon each: the reports of a case are its files but "want", named
// "outlet/name.txt"; want is what show makes of them.
func runCases(t *testing.T, folder string, show func(t *testing.T, set *statement.Set, comment string) string) {
	cases.Run(t, filepath.Join("testdata", folder, "*.txtar"), func(t *testing.T, c *cases.Case) string {
		return show(t, setOf(c.Files), c.Comment)
	})
}

func setOf(files []txtar.File) *statement.Set {
	var reports []report.Report
	for _, f := range files {
		reports = append(reports, report.Report{
			ID: report.ID(len(reports)), Path: f.Name, Outlet: filepath.Dir(f.Name), Text: string(f.Data),
		})
	}
	return statement.Of(reports, 1)
}

// TestReading shows how each statement's words are read.
func TestReading(t *testing.T) {
	runCases(t, "reading", func(t *testing.T, set *statement.Set, _ string) string {
		s := readEvent(set, allReports(set))
		var b strings.Builder
		for i := range s.of {
			x := &s.of[i]
			fmt.Fprintf(&b, "%s %d:", set.ReportOf(x.id).Outlet, set.All[x.id].Number)
			for _, c := range x.own {
				fmt.Fprintf(&b, " %s", strings.ReplaceAll(s.concepts[c].key, " ", "_"))
			}
			b.WriteByte('\n')
			for _, m := range x.meant {
				fmt.Fprintf(&b, "  %s stands for %s\n", x.words[m.word].Text, s.concepts[m.concept].key)
			}
			for _, id := range x.speakers {
				fmt.Fprintf(&b, "  said by %s\n", s.speakers[id].name)
			}
			if len(x.speakers) > 0 {
				for _, c := range x.own {
					if !has(x.said, c) {
						fmt.Fprintf(&b, "  only who: %s\n", s.concepts[c].key)
					}
				}
			}
		}
		return b.String()
	})
}

// TestSignals shows every signal that two statements of the first two reports give, and that a pass adds: the first of
// each, unless the case's comment ends with "pair" and two numbers.
func TestSignals(t *testing.T) {
	seen := make(map[string]bool)
	runCases(t, "signals", func(t *testing.T, set *statement.Set, comment string) string {
		first, second := 1, 1
		if i := strings.LastIndex(comment, "pair "); i >= 0 {
			if _, err := fmt.Sscanf(comment[i:], "pair %d %d", &first, &second); err != nil {
				t.Fatal(err)
			}
		}
		s := readEvent(set, allReports(set))
		ab, err := candidates(t.Context(), s)
		if err != nil {
			t.Fatal(err)
		}
		b := newGraph(s, ab)
		e, err := b.gather(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		k := b.pairOf(int32(first-1), int32(len(set.In(0))+second-1))
		if k < 0 {
			return "no candidates\n"
		}
		var out strings.Builder
		row := newStandings(b, b.plain(e)).fill(slices.Clone(e.row(k)), k)
		for i, c := range columns() {
			if row[i] != 0 {
				seen[c.name] = true
				fmt.Fprintf(&out, "%s, %s: %.2f\n", c.family, c.name, row[i])
			}
		}
		return out.String()
	})
	if t.Failed() {
		return
	}
	for _, c := range columns() {
		if !seen[c.name] {
			t.Errorf("no case shows the signal %q", c.name)
		}
	}
}

// TestLinks shows which statements are linked, and why.
func TestLinks(t *testing.T) {
	runCases(t, "links", func(t *testing.T, set *statement.Set, _ string) string {
		scored, err := Score(t.Context(), set, nil)
		if err != nil {
			t.Fatal(err)
		}
		links := Apply(scored, nil)
		var b strings.Builder
		for _, l := range links.All {
			fmt.Fprintf(&b, "%s %d - %s %d", set.ReportOf(l.A).Outlet, set.All[l.A].Number, set.ReportOf(l.B).Outlet, set.All[l.B].Number)
			if l.Differs {
				b.WriteString(", differs")
			}
			if l.Partial {
				b.WriteString(", in part")
			}
			b.WriteByte('\n')
			for _, r := range links.Reasons(l) {
				fmt.Fprintf(&b, "  %s\n", r)
			}
		}
		for _, r := range set.Reports {
			if o := links.Origin(r.ID); o != r.ID {
				fmt.Fprintf(&b, "%s has its origin with %s\n", r.Outlet, set.Reports[o].Outlet)
			}
		}
		return b.String()
	})
}
