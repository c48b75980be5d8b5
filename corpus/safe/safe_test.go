package safe

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"parallax/corpus/cases"
)

// TestCases runs testdata/*.txtar: the comment names a phenomenon, "in" is a quoted string that has it, "want" what is
// shown for it.
func TestCases(t *testing.T) {
	cases.Run(t, "testdata/*.txtar", func(t *testing.T, c *cases.Case) string {
		in, err := strconv.Unquote(strings.TrimSpace(c.File("in")))
		if err != nil {
			t.Fatal(err)
		}
		if broken := broken(in); broken != "" {
			t.Error(broken)
		}
		return drawn(in)
	})
}

// drawn says how s is shown: as a line, in ASCII, its width by both measures, and cluster by cluster.
func drawn(s string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "line  %q\nascii %q\nwidth %d by grapheme, %d by rune\n", Line(s), ASCII(s), ByGrapheme.Width(s), Width(s))
	for _, c := range ByGrapheme.Clusters(nil, s) {
		fmt.Fprintf(&b, "%3d-%-3d %d %+q", c.Start, c.End, c.Width, c.Text)
		if c.StandIn {
			b.WriteString(" stand-in")
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestTruncate(t *testing.T) {
	for _, c := range []struct {
		s       string
		columns int
		tail    string
		want    string
	}{
		{"hello world", 11, "…", "hello world"},
		{"hello world", 8, "…", "hello w…"},
		{"hello world", 8, "...", "hello..."},
		{"hello world", 2, "...", ".."},
		{"hello world", 0, "…", ""},
		{"hello world", -3, "…", ""},
		{"", 0, "…", ""},
		{"日本語", 6, "…", "日本語"},
		{"日本語", 5, "…", "日本…"},
		{"日本語", 4, "…", "日…"},           // a wide character is never cut in half
		{"a\x1b[31mb", 4, "…", "a␛[…"},  // a stand-in counts as what it shows
		{"a\u202eb", 5, "…", "a…"},      // and is not cut in half either
		{"cafe\u0301s", 4, "…", "caf…"}, // nor is a letter parted from its mark
		{"cafe\u0301", 4, "…", "café"},
		{"abc", 2, "\x1b", "a␛"}, // the tail is made safe too
	} {
		got := Truncate(c.s, c.columns, c.tail)
		if got != c.want {
			t.Errorf("Truncate(%q, %d, %q) = %q, want %q", c.s, c.columns, c.tail, got, c.want)
		}
		if Width(got) > max(0, c.columns) {
			t.Errorf("Truncate(%q, %d, %q) takes %d columns", c.s, c.columns, c.tail, Width(got))
		}
	}
}

func TestCSV(t *testing.T) {
	for in, want := range map[string]string{
		"":                 "",
		"plain":            "plain",
		"a=b":              "a=b",
		"=1+2":             "'=1+2",
		"+1":               "'+1",
		"-1":               "'-1",
		"@SUM(A1)":         "'@SUM(A1)",
		" =1":              "' =1",
		"\t=1":             "'\t=1",
		"\r=1":             "'\r=1",
		"\n\n-1":           "'\n\n-1",
		"\u200b\ufeff=1":   "'\u200b\ufeff=1",
		"＝1":               "'＝1",
		"'=1":              "'=1",
		"— he said":        "— he said",
		"\"=1\"":           "\"=1\"",
		"   ":              "   ",
		"\x00=HYPERLINK(1": "'\x00=HYPERLINK(1",
	} {
		if got := CSV(in); got != want {
			t.Errorf("CSV(%q) = %q, want %q", in, got, want)
		}
	}
}
