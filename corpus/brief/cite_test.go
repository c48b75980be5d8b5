package brief

import (
	"strings"
	"testing"

	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// one is a set with one report whose second line is the statement.
func one(r report.Report, text string) (*statement.Set, statement.ID) {
	r.Text = "Boats stay in harbour as the storm comes near the coast\n" + text
	span := report.Span{Start: len(r.Text) - len(text), End: len(r.Text)}
	return &statement.Set{
		Reports: []report.Report{r},
		All:     []statement.Statement{{Number: 11, Span: span}},
	}, 0
}

func TestCite(t *testing.T) {
	whole := report.Report{
		Outlet: "Harbour News", Title: "Storm closes port", URL: "https://news.example/11",
		Published: report.Date{Year: 2022, Month: 3, Day: 10},
	}
	bare := report.Report{Outlet: "Valley Post"}
	for _, c := range []struct {
		name string
		r    report.Report
		text string
		want string
	}{
		{"whole", whole, "No boat left.", `“No boat left.” — Harbour News, "Storm closes port", 10 Mar 2022, statement 11, voice: the outlet's own, https://news.example/11`},
		{"bare", bare, "No boat left.", `“No boat left.” — Valley Post, untitled ("Boats stay in harbour as the …"), undated, statement 11, voice: the outlet's own`},
		{"not normalised", bare, "The cafe\u0301 is shut.", "“The cafe\u0301 is shut.” — Valley Post, untitled (\"Boats stay in harbour as the …\"), undated, statement 11, voice: the outlet's own"},
	} {
		t.Run(c.name, func(t *testing.T) {
			set, id := one(c.r, c.text)
			if got := Cite(set, id); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestCiteIsHarmless(t *testing.T) {
	evil := "a\x1b]0;b\x07c\u202ed\u0085e\rf\u200bg"
	set, id := one(report.Report{Outlet: evil, Title: evil, URL: evil}, evil)
	got := Cite(set, id)
	if i := strings.IndexAny(got, "\x1b\x07\u202e\u0085\r\u200b\n"); i >= 0 {
		t.Errorf("byte %d of %q is raw", i, got)
	}
	for _, letter := range "abcdefg" {
		if !strings.ContainsRune(got, letter) {
			t.Errorf("%c is lost in %q", letter, got)
		}
	}
}

func TestOpening(t *testing.T) {
	for text, want := range map[string]string{
		"":                                   "",
		"  Rain fell.\nMore":                 "Rain fell.",
		"one two three four five six seven":  "one two three four five six …",
		strings.Repeat("雨", 50):              strings.Repeat("雨", 40) + " …",
		"Rain\tfell   again on the old town": "Rain fell again on the old …",
	} {
		if got := opening(text); got != want {
			t.Errorf("opening(%q) = %q, want %q", text, got, want)
		}
	}
}
