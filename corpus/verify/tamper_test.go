package verify

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"parallax/corpus/brief"
	"parallax/corpus/export"
	"parallax/corpus/internal/fixture/kept"
	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// tampering is one thing that somebody does to an exported brief, in some formats, and what the check must make of it.
type tampering struct {
	name    string
	formats string // "md html docx json"
	do      func(format, file string) string
	want    string // the verdict
	told    string // what must be said
}

// seals are tamperings with the seal itself.
var seals = []tampering{
	{"the seal is gone", everywhere, sealed(""), VerdictEdited, "seal"},
	{"the seal is cut off", everywhere, sealed("parallax-seal:1:$2:abc"), VerdictEdited, "damaged"},
	{"the digest is another", everywhere, sealed("parallax-seal:1:0000000000000000000000000000000000000000000000000000000000000000:$3"), VerdictEdited, "digest"},
	{"the seal is of a later version", everywhere, sealed("parallax-seal:2:$2:$3"), VerdictEdited, "later version"},
}

var sealPattern = regexp.MustCompile(`(parallax-seal:1):([0-9a-f]{64}):([A-Za-z0-9._\n]+)`)

func sealed(now string) func(format, file string) string {
	return func(_, file string) string { return sealPattern.ReplaceAllString(file, now) }
}

// asRead is the brief of the embedded reports with the voices that the program reads in them.
func asRead(t *testing.T) (*brief.Document, []report.Report) {
	d, reports := kept.SeedBrief(t)
	set := statement.Of(reports, 1)
	for _, it := range d.Items {
		for _, p := range it.Passages() {
			in := set.In(reports[p.Source].ID)
			q := brief.Quote(set, in[p.Number-1].ID, in[max(p.Number, p.Last)-1].ID, p.Span)
			p.Speaker, p.Mode = q.Speaker, q.Mode
		}
	}
	return d, reports
}

// done applies a tampering to a file; not ok when it changes nothing.
func done(t *testing.T, c tampering, format string, file []byte) ([]byte, bool) {
	changed := false
	now := edited(t, file, format, func(s string) string {
		did := c.do(format, s)
		changed = changed || did != s
		return did
	})
	return now, changed
}

func TestTamperingsAreTold(t *testing.T) {
	d, reports := asRead(t)
	right, all := 0, 0
	for _, group := range [][]tampering{wordings, arrangements, seals, pageLooks, wordLooks, markdownLooks, dataLooks} {
		for _, c := range group {
			for _, format := range strings.Fields(c.formats) {
				file, ok := done(t, c, format, exported(t, d, format, export.Options{}))
				if !ok {
					t.Errorf("%s, %s: the file was not changed", c.name, format)
					continue
				}
				all++
				if why := misses(c, format, file, reports); why != "" {
					t.Errorf("%s, %s: %s", c.name, format, why)
					continue
				}
				right++
			}
		}
	}
	t.Logf("%d of %d tamperings told rightly", right, all)
	if all < 325 {
		t.Errorf("only %d tamperings", all)
	}
}

// misses says what the check of a tampered file misses.
func misses(c tampering, format string, file []byte, reports []report.Report) string {
	v, err := Verify(file, "brief."+format, reports)
	if err != nil {
		if c.want == "refused" && strings.Contains(err.Error(), c.told) {
			return ""
		}
		return err.Error()
	}
	said := describe(v)
	for _, q := range v.Quotations { // what is found is no telling
		if q.Outcome == Verified {
			said = strings.ReplaceAll(said, fmt.Sprintf("%q", q.Quote), "")
		}
	}
	if v.Verdict() != c.want || !strings.Contains(said, c.told) {
		return fmt.Sprintf("%s, want %s and %q\n%s", v.Verdict(), c.want, c.told, said)
	}
	return ""
}
