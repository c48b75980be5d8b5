package particular_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"parallax/corpus/cases"
	"parallax/corpus/particular"
	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// TestRead runs the cases of testdata/read, one phenomenon each. Each line of "text" is a statement of one report, whose
// date, where it has one, stands in "published". want shows the particulars of each.
func TestRead(t *testing.T) {
	cases.Run(t, "testdata/read/*.txtar", func(t *testing.T, c *cases.Case) string {
		set := setOf(t, c.File("published"), c.File("text"))
		var b strings.Builder
		for i := range set.All {
			id := statement.ID(i)
			b.WriteString(set.Line(id) + "\n")
			for _, p := range particular.Of(set, id) {
				b.WriteString("  " + show(set.ReportOf(id).Text, &p) + "\n")
			}
		}
		return b.String()
	})
}

// TestCompare runs the cases of testdata/compare. Files "a" and "b" hold statements, a line each, of reports published
// when "published" says, a line for each or one for both; the first of a is compared with the first of b, and so on. want
// shows what their particulars say of each other, those that are unlike left out.
func TestCompare(t *testing.T) {
	cases.Run(t, "testdata/compare/*.txtar", func(t *testing.T, c *cases.Case) string {
		days := append(strings.Fields(c.File("published")), "", "")
		if days[1] == "" {
			days[1] = days[0]
		}
		var b strings.Builder
		as, bs := strings.Split(c.File("a"), "\n"), strings.Split(c.File("b"), "\n")
		for i := range as {
			if as[i] == "" {
				continue
			}
			fmt.Fprintf(&b, "%s\n%s\n", as[i], bs[i])
			said := verdicts(setOf(t, days[0], as[i]), setOf(t, days[1], bs[i]))
			b.WriteString(said)
			if said == "" {
				b.WriteString("  unlike\n")
			}
		}
		return b.String()
	})
}

func verdicts(x, y *statement.Set) string {
	var b strings.Builder
	for _, p := range particular.Of(x, 0) {
		for _, q := range particular.Of(y, 0) {
			v := particular.Compare(&p, &q)
			if w := particular.Compare(&q, &p); w != v {
				fmt.Fprintf(&b, "  the other way round: %s\n", w)
			}
			if v != particular.Unlike {
				fmt.Fprintf(&b, "  %s: %s %s, %s %s\n", v, p.Figure, p.Label(), q.Figure, q.Label())
			}
		}
	}
	return b.String()
}

// setOf is one report of the lines, a statement each.
func setOf(t *testing.T, published, text string) *statement.Set {
	t.Helper()
	r := report.Report{Outlet: "north", Path: "north/one.txt", Text: text}
	if published = strings.TrimSpace(published); published != "" {
		d, ok := report.ParseDate(published)
		if !ok {
			t.Fatalf("published %q is no date", published)
		}
		r.Published = d
	}
	return statement.Of([]report.Report{r}, 1)
}

func show(text string, p *particular.Particular) string {
	parts := []string{p.Figure, p.Label()}
	if p.Bound != particular.Exact {
		parts = append(parts, p.Bound.String())
	}
	if p.Kind != particular.Date && p.Kind != particular.Clock && p.Low != p.High {
		parts = append(parts, fmt.Sprintf("%.6g to %.6g", p.Low, p.High))
	}
	if p.Thing.Some {
		parts = append(parts, "some")
	}
	if len(p.Thing.Part) > 0 {
		parts = append(parts, "part: "+strings.Join(p.Thing.Part, " "))
	}
	if p.Thing.When.Named() {
		when := p.Thing.When.String()
		if p.Thing.Past {
			when += ", past"
		}
		parts = append(parts, "when: "+when)
	}
	if p.Thing.Saying {
		parts = append(parts, "when it was said")
	}
	return fmt.Sprintf("%q %s", text[p.Span.Start:p.Span.End], strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " | "))
}
