package statement

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"parallax/corpus/cases"
	"parallax/corpus/report"
)

// TestCases runs the cases of testdata, one phenomenon each: the reports of a case are its files but "want". A file
// "outlet/name.txt" is a report of that outlet. In want, each statement stands with its number, kind and rule, and its
// voices below it.
func TestCases(t *testing.T) {
	cases.Run(t, "testdata/*.txtar", func(_ *testing.T, c *cases.Case) string {
		var reports []report.Report
		for _, f := range c.Files {
			text := strings.NewReplacer("<CR>", "\r", "<TAB>", "\t", "<NBSP>", "\u00a0").Replace(string(f.Data))
			reports = append(reports, report.Report{ID: report.ID(len(reports)), Path: f.Name, Outlet: filepath.Dir(f.Name), Text: text})
		}
		return listing(Of(reports, 1))
	})
}

// listing is all statements of a set as the cases write them.
func listing(s *Set) string {
	var b strings.Builder
	for i := range s.All {
		st := &s.All[i]
		if st.Number == 1 && len(s.Reports) > 1 {
			fmt.Fprintf(&b, "== %s\n", s.ReportOf(st.ID).Path)
		}
		fmt.Fprintf(&b, "%d", st.Number)
		if st.Kind != Sentence {
			fmt.Fprintf(&b, " %s", [...]string{"sentence", "headline", "sub-heading", "item"}[st.Kind])
		}
		if st.Boilerplate != "" {
			fmt.Fprintf(&b, " [%s]", st.Boilerplate)
		}
		fmt.Fprintf(&b, ": %s\n", strings.NewReplacer("\r", "<CR>", "\n", "<LF>", "\t", "<TAB>", "\u00a0", "<NBSP>").Replace(s.Text(st.ID)))
		for _, v := range st.Voices {
			fmt.Fprintf(&b, "  %s, %s, %s: %s\n", v.Speaker, v.Mode, v.Verb, s.ReportOf(st.ID).Text[v.Span.Start:v.Span.End])
		}
	}
	return b.String()
}
