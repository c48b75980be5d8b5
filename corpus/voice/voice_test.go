package voice_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"parallax/corpus/cases"
	"parallax/corpus/claim"
	"parallax/corpus/internal/fixture"
	"parallax/corpus/match"
	"parallax/corpus/report"
	"parallax/corpus/statement"
	"parallax/corpus/voice"
)

// TestEmbedded: in the embedded reports Lavrov speaks in all five outlets, and each outlet's verbs are told.
func TestEmbedded(t *testing.T) {
	set := fixture.SeedSet(t)
	r := voice.RollOf(set)
	lavrov := slices.IndexFunc(r.Speakers, func(s voice.Speaker) bool { return strings.HasSuffix(s.Name, "Lavrov") })
	s := r.Speakers[lavrov]
	if s.Outlets() != 5 || s.Sort != voice.Named {
		t.Fatalf("the first speaker is %s (%v) in %d outlets", s.Name, s.Sort, s.Outlets())
	}
	for i := range s.Shares {
		if told := s.Shares[i].Told(); told == "" {
			t.Errorf("%s: %q", set.Outlets.All[i].Name, told)
		}
	}
	for i := range set.All {
		st := &set.All[i]
		for _, v := range st.Voices {
			k := r.Of(st.Report, v.Speaker)
			if !st.IsStory() {
				continue
			}
			if k < 0 || len(r.Spans(k, st.ID)) == 0 {
				t.Errorf("%s %d: %s is no speaker", set.ReportOf(st.ID).Outlet, st.Number, v.Speaker)
			}
		}
	}
	links, err := match.Score(t.Context(), set, nil)
	if err != nil {
		t.Fatal(err)
	}
	claims := claim.Group(set, match.Apply(links, nil))
	echoed := 0
	for _, id := range s.Places {
		for _, e := range r.Echoes(claims, lavrov, id) {
			if e.Speaker == lavrov || e.Statement == id {
				t.Errorf("%d is an echo of itself", id)
			}
			echoed++
		}
	}
	if echoed == 0 {
		t.Error("nobody else makes a claim of Lavrov's")
	}
}

// TestCases lists the speakers of the reports of each case, with their shares.
func TestCases(t *testing.T) {
	cases.Run(t, "testdata/*.txtar", func(_ *testing.T, c *cases.Case) string {
		var reports []report.Report
		for _, f := range c.Files {
			outlet, _, _ := strings.Cut(f.Name, "/")
			reports = append(reports, report.Report{ID: report.ID(len(reports)), Path: f.Name, Outlet: outlet, Text: string(f.Data)})
		}
		set := statement.Of(reports, 1)
		r := voice.RollOf(set)
		var b strings.Builder
		for i := range r.Speakers {
			s := &r.Speakers[i]
			fmt.Fprintf(&b, "%s (%v): %d", s.Name, s.Sort, len(s.Places))
			if len(s.Names) > 1 {
				fmt.Fprintf(&b, " as %s", strings.Join(s.Names, ", "))
			}
			b.WriteByte('\n')
			for o := range s.Shares {
				if sh := &s.Shares[o]; sh.Statements > 0 {
					fmt.Fprintf(&b, "  %s %d: %s; %d indirect, %d direct, %d mixed\n", set.Outlets.All[o].Name, sh.Statements, sh.Told(), sh.Modes[0], sh.Modes[1], sh.Modes[2])
				}
			}
		}
		return b.String()
	})
}
