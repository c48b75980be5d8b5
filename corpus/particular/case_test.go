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
// date, where it has one, stands in "published", and whose headline and first sentence in "lead". want shows the particulars
// of each.
func TestRead(t *testing.T) {
	cases.Run(t, "testdata/read/*.txtar", func(t *testing.T, c *cases.Case) string {
		set, from := setOf(t, c.File("published"), c.File("lead"), c.File("text"))
		var b strings.Builder
		for id := from; int(id) < len(set.All); id++ {
			b.WriteString(set.Line(id) + "\n")
			for _, p := range particular.Of(set, id) {
				b.WriteString("  " + show(set.ReportOf(id).Text, &p) + "\n")
			}
		}
		return b.String()
	})
}

// TestCompare runs the cases of testdata/compare. Files "a" and "b" hold statements, a line each, of reports published
// when "published" says, a line for each or one for both, and that begin with "lead"; the first of a is compared with the
// first of b, and so on. want shows what their particulars say of each other, those that are unlike left out.
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
			said := verdicts(particulars(t, days[0], c.File("lead"), as[i]), particulars(t, days[1], c.File("lead"), bs[i]))
			b.WriteString(said)
			if said == "" {
				b.WriteString("  unlike\n")
			}
		}
		return b.String()
	})
}

func verdicts(ps, qs []particular.Particular) string {
	var b strings.Builder
	for _, p := range ps {
		for _, q := range qs {
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

// particulars is those of a statement that stands after a lead.
func particulars(t *testing.T, published, lead, text string) []particular.Particular {
	t.Helper()
	set, id := setOf(t, published, lead, text)
	return particular.Of(set, id)
}

// noLead is a headline and a first sentence that name nothing.
const noLead = "The day in short\nThis is what is known.\n"

// setOf is one report of a lead and lines, a statement each; from is the first of the lines.
func setOf(t *testing.T, published, lead, text string) (set *statement.Set, from statement.ID) {
	t.Helper()
	if lead == "" {
		lead = noLead
	}
	r := report.Report{Outlet: "north", Path: "north/one.txt", Text: lead + text}
	if published = strings.TrimSpace(published); published != "" {
		d, ok := report.ParseDate(published)
		if !ok {
			t.Fatalf("published %q is no date", published)
		}
		r.Published = d
	}
	set = statement.Of([]report.Report{r}, 1)
	for int(from) < len(set.All) && set.All[from].Span.Start < len(lead) {
		from++
	}
	return set, from
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
