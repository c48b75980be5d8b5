package brief

import (
	"fmt"
	"testing"
)

func describe(v *Verification) string {
	s := ""
	for _, f := range v.Quotations {
		s += fmt.Sprintf("%d %s: %s | %s %d-%d | %q near %q\n", f.Place, f.Outcome, f.Why, f.Outlet, f.First, f.Last, f.Quote, f.Near)
	}
	for _, f := range v.Sources {
		s += fmt.Sprintf("source %d %s %s: %s\n", f.Number, f.Outlet, f.Outcome, f.Why)
	}
	return s
}

var verifiable = []string{"md", "html", "docx", "json"}

func TestVerifyAcceptsUntouchedExports(t *testing.T) {
	d, reports := seedBrief(t)
	for _, format := range verifiable {
		t.Run(format, func(t *testing.T) {
			v, err := Verify(export(t, d, format, ExportOptions{}), "brief", reports)
			if err != nil {
				t.Fatal(err)
			}
			if v.Format != format || v.Program != "1.2.3" || v.Status() != 0 || len(v.Quotations) != 6 || len(v.Sources) != 5 {
				t.Errorf("format %s, program %q, status %d, %d quotations, %d sources\n%s", v.Format, v.Program, v.Status(),
					len(v.Quotations), len(v.Sources), describe(v))
			}
		})
	}
}
