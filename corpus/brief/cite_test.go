package brief

import (
	"strings"
	"testing"

	"parallax/corpus/internal/fixture"
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

// A speaker's words are never cited as the outlet's own, however few of a statement they are.
func TestCiteInPart(t *testing.T) {
	const text = `"No boat left," Mayor Hale told reporters after a long meeting with the captains of the ferries in the town hall.`
	set := statement.Of([]report.Report{fixture.ReportOf("Harbour News", text+"\n")}, 1)
	if got := Cite(set, 0); !strings.Contains(got, "voice: Hale (direct, in part)") {
		t.Errorf("the whole statement: %s", got)
	}
	got, err := CiteSpan(set, 0, report.Span{End: len(`"No boat left,"`)})
	if err != nil || !strings.Contains(got, "voice: Hale (direct)") {
		t.Errorf("the quotation: %s (%v)", got, err)
	}
}

func TestCiteSpan(t *testing.T) {
	reports := []report.Report{fixture.ReportOf("Harbour News", "No boat left the harbour. The mayor closed the schools.\n")}
	set := statement.Of(reports, 1)
	const source = ` — Harbour News, "Title of Harbour News", 10 Mar 2022, `
	for words, want := range map[string]string{
		"No boat left the harbour.":   "“No boat left the harbour.”" + source + "statement 1, ",
		"boat left":                   "“[...] boat left [...]”" + source + "statement 1, ",
		" boat left ":                 "“[...] boat left [...]”" + source + "statement 1, ",
		"left the harbour. The mayor": "“[...] left the harbour. The mayor [...]”" + source + "statements 1–2, ",
		"No boat left the harbour. The mayor closed the schools.": "“No boat left the harbour. The mayor closed the schools.”" + source + "statements 1–2, ",
	} {
		at := strings.Index(reports[0].Text, words)
		got, err := CiteSpan(set, 0, report.Span{Start: at, End: at + len(words)})
		if err != nil || !strings.HasPrefix(got, want) {
			t.Errorf("got  %s (%v)\nwant %s", got, err, want)
		}
	}
	for _, span := range []report.Span{{Start: 3, End: 3}, {Start: -1, End: 4}, {Start: 4, End: 900}} {
		if got, err := CiteSpan(set, 0, span); err == nil {
			t.Errorf("%v is cited as %s", span, got)
		}
	}
}

func TestPlainClaim(t *testing.T) {
	reports := []report.Report{
		fixture.ReportOf("Harbour News", "No boat left the harbour.\n"), fixture.ReportOf("Valley Post", "All boats stayed.\n"),
		fixture.ReportOf("Hill Times", "Snow fell.\n"), fixture.ReportOf("Coast Daily", "The sun came out.\n"),
	}
	set := statement.Of(reports, 1)
	got := PlainClaim(set, []statement.ID{1, 0}, []OutletSilence{{Outlet: "Hill Times", Reports: []report.ID{2}, Checked: true}, {Outlet: "Coast Daily", Reports: []report.ID{3}}, {Outlet: "Moor Star"}})
	want := Cite(set, 1) + "\n" + Cite(set, 0) + "\nHill Times: silence checked by reader\nCoast Daily: no counterpart found (unchecked)\nno report of this event: Moor Star"
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestCitation(t *testing.T) {
	s := Source{Outlet: "Valley\nPost", Opening: "Rain fell …", Note: "a web log", URL: "https://news.example/1"}
	for want, p := range map[string]Passage{
		`Valley Post, untitled ("Rain fell …"), undated, statement 3, voice: the outlet's own, note: a web log, https://news.example/1`:                                           {Number: 3, Last: 3},
		`Valley Post, untitled ("Rain fell …"), undated, statements 3–5, voice: Mayor Hale (direct), note: a web log, https://news.example/1`:                                     {Number: 3, Last: 5, Speaker: "Mayor Hale", Mode: "direct"},
		`Valley Post, untitled ("Rain fell …"), undated, statement 3, voice: Mayor Hale, note: a web log, not found in the source again, https://news.example/1`:                  {Number: 3, Speaker: "Mayor Hale", State: Orphan},
		`Valley Post, untitled ("Rain fell …"), undated, statement 3, voice: the outlet's own, note: a web log, moved in the source since it was marked, https://news.example/1`:  {Number: 3, State: Moved},
		`Valley Post, untitled ("Rain fell …"), undated, statement 3, voice: the outlet's own, note: a web log, edited in the source since it was marked, https://news.example/1`: {Number: 3, State: Edited},
	} {
		if got := Citation(&s, &p); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}
