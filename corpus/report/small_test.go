package report

import (
	"os"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
)

func TestDate(t *testing.T) {
	for _, c := range []struct {
		in        string
		want      Date
		str, iso  string
		ok, loose bool // as ISO 8601; with the name of a month
	}{
		{"2022-03-10", Date{2022, 3, 10}, "10 Mar 2022", "2022-03-10", true, true},
		{" 2022-03-10\n", Date{2022, 3, 10}, "10 Mar 2022", "2022-03-10", true, true},
		{"2022-03-10T23:30:00-08:00", Date{2022, 3, 10}, "10 Mar 2022", "2022-03-10", true, true},
		{"2022-03-10 07:15", Date{2022, 3, 10}, "10 Mar 2022", "2022-03-10", true, true},
		{"20220310T0715Z", Date{2022, 3, 10}, "10 Mar 2022", "2022-03-10", true, true},
		{"20220310", Date{2022, 3, 10}, "10 Mar 2022", "2022-03-10", true, true},
		{"2022-03", Date{2022, 3, 0}, "Mar 2022", "2022-03", true, true},
		{"2022", Date{2022, 0, 0}, "2022", "2022", true, true},
		{"2024-02-29", Date{2024, 2, 29}, "29 Feb 2024", "2024-02-29", true, true},
		{"0800-01-02", Date{800, 1, 2}, "2 Jan 800", "0800-01-02", true, true},
		{"10 March 2022", Date{2022, 3, 10}, "10 Mar 2022", "2022-03-10", false, true},
		{"March 10, 2022", Date{2022, 3, 10}, "10 Mar 2022", "2022-03-10", false, true},
		{"Thu, 10 Mar 2022 08:00:00 GMT", Date{2022, 3, 10}, "10 Mar 2022", "2022-03-10", false, true},
		{"2022/03/10", Date{2022, 3, 10}, "10 Mar 2022", "2022-03-10", false, true},
		{"2023-02-29", Date{}, "", "", false, false},
		{"2022-13-01", Date{}, "", "", false, false},
		{"0000-01-01", Date{}, "", "", false, false},
		{"10/03/2022", Date{}, "", "", false, false}, // March or October?
		{"2022-03-10 or so", Date{}, "", "", false, false},
		{"Today", Date{}, "", "", false, false},
		{"", Date{}, "", "", false, false},
	} {
		got, ok := ParseDate(c.in)
		if ok != c.ok || ok && got != c.want {
			t.Errorf("ParseDate(%q) = %v, %v", c.in, got, ok)
		}
		if got, ok = ParseWritten(c.in); ok != c.loose || ok && got != c.want {
			t.Errorf("ParseWritten(%q) = %v, %v", c.in, got, ok)
		}
		if c.want.String() != c.str || c.want.ISO() != c.iso || c.want.Known() != (c.str != "") {
			t.Errorf("%+v is %q, %q", c.want, c.want.String(), c.want.ISO())
		}
	}
}

func TestOutletOf(t *testing.T) {
	for base, want := range map[string]string{
		"01_press-tv.txt":         "Press TV",
		"1. Middle East Eye.md":   "Middle East Eye",
		"nbc-bay-area.txt":        "NBC Bay Area",
		"sky-news.txt":            "Sky News",
		"2024-05-06_bbc.txt":      "BBC",
		"the-times_20240506.TXT":  "The Times",
		"Le Monde.markdown":       "Le Monde",
		"le-monde.text":           "Le Monde",
		"associated press (1).md": "Associated Press",
		"dpa":                     "DPA",
		"www.example.org.txt":     "www.example.org",
		"42.txt":                  "42",
		"-.txt":                   "-.txt",
		"__.txt":                  "__.txt",
		"日报.txt":                  "日报",
	} {
		if got := outletOf(base); got != want {
			t.Errorf("outletOf(%q) = %q, want %q", base, got, want)
		}
	}
}

func TestMap(t *testing.T) {
	m := &Map{} // the text "ab & cd\nef" of the file "xab &amp; cd\r\n\r\nef"
	m.same(0, 1, 3)
	m.whole(3, 1, 4, 5)
	m.same(4, 9, 3)
	m.same(8, 16, 2)
	for _, c := range []struct {
		text, file Span
		ok         bool
	}{
		{Span{0, 2}, Span{1, 3}, true},
		{Span{1, 2}, Span{2, 3}, true},
		{Span{3, 4}, Span{4, 9}, true},
		{Span{0, 10}, Span{1, 18}, true},
		{Span{5, 8}, Span{10, 12}, true}, // ends in the line end, which stands nowhere
		{Span{7, 9}, Span{16, 17}, true}, // begins there
		{Span{7, 8}, Span{}, false},      // is nothing else
		{Span{8, 8}, Span{16, 16}, true}, // a place
		{Span{10, 10}, Span{18, 18}, true},
		{Span{8, 11}, Span{}, false},
		{Span{-1, 2}, Span{}, false},
		{Span{2, 1}, Span{}, false},
	} {
		if file, ok := m.File(c.text); file != c.file || ok != c.ok {
			t.Errorf("%v is in the file at %v, %v; want %v, %v", c.text, file, ok, c.file, c.ok)
		}
	}
	if _, ok := (*Map)(nil).File(Span{}); ok {
		t.Error("no map has an answer")
	}
	if (*Map)(nil).after(m) != nil || m.after(nil) != nil {
		t.Error("a map behind none")
	}
	outer := &Map{} // "& d" of the text above
	outer.same(0, 3, 3)
	if file, ok := outer.after(m).File(Span{0, 2}); !ok || file != (Span{4, 10}) {
		t.Errorf("behind another map: %v, %v", file, ok)
	}
}

// TestMapOfUnits: a run of units of one size is one piece, and each of them is still mapped as a whole.
func TestMapOfUnits(t *testing.T) {
	letters := strings.Repeat("\xC0\xE1\xE2", 1000) // windows-1251
	d := fromTable([]byte("ab "+letters+" cd"), charmap.Windows1251, "windows-1251")
	if len(d.m.pieces) != 3 || len(d.text) != 6+2*len(letters) {
		t.Fatalf("%d pieces for %d bytes", len(d.m.pieces), len(d.text))
	}
	for _, c := range []struct{ text, file Span }{
		{Span{3, 5}, Span{3, 4}}, {Span{4, 6}, Span{3, 5}}, {Span{5, 9}, Span{4, 6}}, {Span{0, 7}, Span{0, 5}},
		{Span{2, 6005}, Span{2, 3005}}, {Span{7, 7}, Span{5, 5}},
	} {
		if file, ok := d.m.File(c.text); !ok || file != c.file {
			t.Errorf("%v is in the file at %v, %v; want %v", c.text, file, ok, c.file)
		}
	}
	outer := &Map{}
	outer.same(0, 5, 6)
	outer.whole(6, 1, 11, 4)
	if file, ok := outer.after(d.m).File(Span{2, 6}); !ok || file != (Span{5, 7}) {
		t.Errorf("behind another map: %v, %v", file, ok)
	}
	if file, ok := outer.File(Span{6, 7}); !ok || file != (Span{11, 15}) {
		t.Errorf("a map behind a piecewise one was changed: %v, %v", file, ok)
	}
}

// TestTame has inputs on which the parser would take minutes.
func TestTame(t *testing.T) {
	const n = 100_000
	for _, unit := range []string{">", "> ", "- ", "1. ", "> - ", "[", "![a](", "[a](<", "](", "~~a ", "[a]: b\n", "*a_ ", "a_b_ ", "* a\n*a_\n"} {
		if untamed(strings.Repeat(unit, n)) == "" {
			t.Errorf("%q many times over is taken for Markdown", unit)
		}
	}
	for _, text := range []string{
		strings.Repeat("A [link](https://example.org) and *more* ~~text~~.\n\n", n/50),
		strings.Repeat("- an item (of many) [here]\n", n/30),
		strings.Repeat("-", 100) + "\n" + strings.Repeat("* ", 30),
		strings.Repeat("* **an item**: with *emphasis*\n", n/30), strings.Repeat("| **a** | *b* |\n", 3000), "> > > - - deep", ":-) :( (((", strings.Repeat("[a]: b\n", 100),
	} {
		if untamed(text) != "" {
			t.Errorf("%.40q is not taken for Markdown", text)
		}
	}
}

// TestTree has inputs whose tree would be many times as large as they are.
func TestTree(t *testing.T) {
	const n = 4 << 20
	wide := strings.Repeat("|a", 1000) + "|\n" + strings.Repeat("|-", 1000) + "|\n"
	for name, text := range map[string]string{
		"a table": "|a|b|\n|-|-|\n" + strings.Repeat("|x|y|\n", n/6), "short rows of a wide table": wide + strings.Repeat("|\n", n/2),
		"paragraphs": strings.Repeat("a\n\n", n/3), "items": strings.Repeat("- a\n", n/4), "headings": strings.Repeat("# a\n", n/4),
		"tags": strings.Repeat("<a ", n/3), "code": strings.Repeat("`a", n/2), "strikes": strings.Repeat("~a\n\n", n/4),
	} {
		if untamed(text) != tooMuchTree {
			t.Errorf("%s: %q", name, untamed(text))
		}
	}
	if why := untamed(strings.Repeat("An ordinary paragraph of a report, with *one* emphasis and [a link](there) in it.\n\n", n/80)); why != "" {
		t.Errorf("ordinary paragraphs: %s", why)
	}
}

// TestGoldmarkVersion keeps what Report.Reader says in step with what is built.
func TestGoldmarkVersion(t *testing.T) {
	mod, err := os.ReadFile("../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(mod), "github.com/yuin/goldmark "+goldmarkVersion) {
		t.Errorf("go.mod does not build with goldmark %s", goldmarkVersion)
	}
}

func TestSize(t *testing.T) {
	for n, want := range map[int64]string{
		0: "0 bytes", 1: "1 byte", 999: "999 bytes", 1000: "1,000 bytes", 1536: "1,536 bytes (1.5 KiB)",
		8 << 20: "8,388,608 bytes (8 MiB)", 9961472: "9,961,472 bytes (9.5 MiB)", 10 << 30: "10,737,418,240 bytes (10 GiB)",
	} {
		if got := Size(n); got != want {
			t.Errorf("Size(%d) = %q, want %q", n, got, want)
		}
	}
}
