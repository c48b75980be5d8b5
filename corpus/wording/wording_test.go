package wording_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"parallax/corpus/cases"
	"parallax/corpus/internal/fixture"
	"parallax/corpus/match"
	"parallax/corpus/report"
	"parallax/corpus/statement"
	"parallax/corpus/wording"
)

func linked(t testing.TB, set *statement.Set) *match.Links {
	t.Helper()
	scored, err := match.Score(t.Context(), set, nil)
	if err != nil {
		t.Fatal(err)
	}
	return match.Apply(scored, nil)
}

// TestEmbedded: of the embedded reports four outlets write Kyiv and one Kiev; the spellings of one name and the terms for one
// thing stand in one group.
func TestEmbedded(t *testing.T) {
	set := fixture.SeedSet(t)
	groups := wording.Of(set, linked(t, set))
	outlets := map[string]int{}
	of := map[string]int{}
	for i := range groups {
		for k := range groups[i].Terms {
			term := &groups[i].Terms[k]
			of[term.Text] = i
			for _, n := range term.Counts {
				outlets[term.Text] += min(n, 1)
			}
			for _, p := range term.Places {
				if !slices.Contains(term.Spans(p.Statement), p.Span) {
					t.Errorf("%s: a place in statement %d is lost", term.Text, p.Statement)
				}
			}
		}
	}
	if outlets["Kyiv"] != 4 || outlets["Kiev"] != 1 {
		t.Errorf("Kyiv in %d outlets, Kiev in %d", outlets["Kyiv"], outlets["Kiev"])
	}
	for _, pair := range [][2]string{{"Kyiv", "Kiev"}, {"ceasefire", "cease-fire"}, {"Zelensky", "Zelenskiy"}} {
		a, okA := of[pair[0]]
		b, okB := of[pair[1]]
		if !okA || !okB || a != b {
			t.Errorf("%s and %s are not in one group", pair[0], pair[1])
		}
	}
}

// TestCases lists the groups of each case. A file "aliases" holds the reader's own, a group a line, with "=" between.
func TestCases(t *testing.T) {
	cases.Run(t, "testdata/*.txtar", func(t *testing.T, c *cases.Case) string {
		var reports []report.Report
		var aliases [][]string
		for _, f := range c.Files {
			if f.Name == "aliases" {
				for line := range strings.Lines(string(f.Data)) {
					aliases = append(aliases, wording.ReadAlias(line))
				}
				continue
			}
			outlet, _, _ := strings.Cut(f.Name, "/")
			reports = append(reports, report.Report{ID: report.ID(len(reports)), Path: f.Name, Outlet: outlet, Text: string(f.Data)})
		}
		set := statement.Of(reports, 1)
		set.Aliases = aliases
		var b strings.Builder
		for _, g := range wording.Of(set, linked(t, set)) {
			fmt.Fprintf(&b, "%v:\n", g.Kind)
			for k := range g.Terms {
				term := &g.Terms[k]
				fmt.Fprintf(&b, "  %s", term.Text)
				for o, n := range term.Counts {
					fmt.Fprintf(&b, ", %s %d", set.Outlets.All[o].Name, n)
				}
				b.WriteByte('\n')
			}
		}
		return b.String()
	})
}
