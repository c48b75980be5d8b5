package verify

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"parallax/corpus/brief"
	"parallax/corpus/export"
	"parallax/corpus/internal/fixture"
	"parallax/corpus/internal/fixture/kept"
	"parallax/corpus/qda"
	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// hostile is what texts are made of that are meant to break a format, its check or the seal.
var hostile = []string{
	"harbour", "The minister said", "no", "not", "agreed", "Ünïcödé", "港は閉鎖", "الميناء مغلق", "הנמל סגור", "नमस्ते", "क्\u200dष", "می\u200cخواهم",
	"e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301", "Z\u0335\u0321\u034E", "👩\u200d👩\u200d👧", "❤\uFE0F", "\uFE0F", "a\uFE00", "\U000E0101", "\uE000", "\uFDD0",
	"\u202E", "\u2066", "\u200B", "\u00AD", "\u0007", "\x1b[31m", "\u2028", "\u00A0", "\u3000", "\r", "\t", "\n", "\n\n",
	"“", "”", "‘", "’", `"`, "'", "«", "»", "„", "“quoted words of five”", "[", "]", "[...]", "[…]", "[an addition]", "[^1]", "[^2]:", "[x](y)", "![x](y)",
	"*", "_", "**", "`", "~~", "~", "#", "##", "-", "+", "=", "1.", "2)", ">", "<", "&", "&amp;", "&#60;", "|", "\\", "$", "@", "^", ":", ":tada:", "://", "www.",
	"<b>", "</p>", "<!--", "-->", "--", "<script>", "</figure>", "<![CDATA[", "]]>", "<w:t>", "</w:t>", "{{", "}}", "{", "}", `\u0000`, "https://evil.example/x",
	"Source 1: A, \"B\", undated, SHA-256", "Claim 1 (3 outlets)", "Passage 2", "Harbour News (source 1): no counterpart found (unchecked)", "Note:", "Tags: a, b",
	"statement 1,", ", statement 2, voice: x, source 1", "Made with parallax 9.", "parallax-seal:1:00:x", "=1+1", "— ", "…", ".", "!", "?", ",", ";",
}

// hostileBrief is a brief made of such pieces: reports, names, notes, tags, headings, omissions and additions.
func hostileBrief(seed uint64) (*brief.Document, []report.Report) {
	r := rand.New(rand.NewPCG(seed, 7))
	text := func(n int) string {
		var b strings.Builder
		for range 1 + r.IntN(n) {
			b.WriteString(hostile[r.IntN(len(hostile))])
			if r.IntN(4) > 0 {
				b.WriteByte(' ')
			}
		}
		return b.String()
	}
	var reports []report.Report
	for i := range 2 + r.IntN(3) {
		body := text(20) + ".\n" + text(30) + ".\nThe ferry " + text(12) + " stayed in the harbour.\n" + text(20) + "\n"
		one := fixture.ReportOf(fmt.Sprintf("Outlet %d %s", i, text(3)), body)
		one.ID, one.Title, one.URL, one.Byline, one.Note = report.ID(i), text(6), []string{"", "https://news.example/" + fmt.Sprint(i), text(3)}[r.IntN(3)], text(2), text(3)
		if r.IntN(2) == 0 {
			one.Published = report.Date{Year: 2022, Month: 3, Day: 1 + r.IntN(28)}
		}
		reports = append(reports, one)
	}
	set := statement.Of(reports, 1)
	made := time.Date(2022, 3, 12, 14, 3, 0, 0, time.UTC)
	note := func() []brief.Note {
		return []brief.Note{{Text: text(8), Time: made, By: text(2)}}[:r.IntN(2)]
	}
	passage := func() brief.Passage {
		st := &set.All[r.IntN(len(set.All))]
		p := brief.Quote(set, st.ID, st.ID, st.Span)
		if m, ok := middle(set, st); ok && r.IntN(2) == 0 {
			p = m
		} else if r.IntN(3) == 0 {
			p.Quote = append([]brief.Part{{Kind: brief.Addition, Text: text(2)}}, p.Quote...)
		}
		p.Notes, p.Tags = note(), []string{text(1), text(2)}[:r.IntN(3)]
		return p
	}
	d := &brief.Document{Title: text(6), Made: made, Coder: text(2), Version: "1", Sources: kept.SourcesOf(set)}
	for range 1 + r.IntN(5) {
		switch r.IntN(4) {
		case 0:
			d.Items = append(d.Items, brief.Item{Heading: &brief.Heading{Level: 1 + r.IntN(3), Text: text(6)}})
		case 1:
			d.Items = append(d.Items, brief.Item{Text: &brief.Text{Text: text(30)}})
		case 2:
			p := passage()
			d.Items = append(d.Items, brief.Item{Passage: &p})
		case 3:
			c := &brief.Claim{Lead: passage(), Notes: note(), Tags: []string{text(2)}[:r.IntN(2)]}
			for range r.IntN(3) {
				c.Others = append(c.Others, passage())
			}
			for range r.IntN(3) {
				c.Silences = append(c.Silences, brief.Silence{Sources: []int{r.IntN(len(d.Sources))}, Checked: r.IntN(2) == 0})
			}
			d.Items = append(d.Items, brief.Item{Claim: c})
		}
	}
	return d, reports
}

// TestHostileBriefsAreSealed exports briefs that are made to break the formats, and expects no false alarm.
func TestHostileBriefsAreSealed(t *testing.T) {
	const sessions = 500
	for seed := range uint64(sessions) {
		d, reports := hostileBrief(seed)
		for _, format := range verifiable {
			file := exported(t, d, format, export.Options{})
			v, err := Verify(file, "brief."+format, reports)
			if err != nil {
				t.Fatalf("session %d, %s: %v\n%s", seed, format, err, file)
			}
			if v.Verdict() != VerdictSealed {
				t.Errorf("session %d, %s\n%s", seed, format, describe(v))
			}
		}
		for _, f := range export.Formats() {
			if err := export.Write(io.Discard, d, f.Name, export.Options{}); errors.Is(err, qda.ErrEmpty) {
				continue // no tag, no codebook
			}
			if hidden := hiddenIn(t, exported(t, d, f.Name, export.Options{}), f.Name); hidden != "" {
				t.Errorf("session %d, %s holds %s", seed, f.Name, hidden)
			}
		}
	}
}

// hiddenIn says what in an export acts on a terminal or hides from a reader, "" when nothing does.
func hiddenIn(t *testing.T, file []byte, format string) string {
	t.Helper()
	if format == "docx" || format == "qdpx" {
		var all []byte
		z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range z.File {
			r, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			data, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, data...)
		}
		file = all
	}
	for i, r := range string(file) {
		before, _ := utf8.DecodeLastRune(file[:i])
		switch {
		case r == '\n', r == '\t', r == '\r' && bytes.HasPrefix(file[i:], []byte("\r\n")):
		case i == 0 && r == 0xFEFF: // says that CSV is UTF-8
		case (r == 0x200C || r == 0x200D || r == 0xFE0F) && before > 0x300:
		case r == utf8.RuneError && format != "json": // a stand-in
		case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Co, unicode.Cn, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point):
			return fmt.Sprintf("%U at byte %d: %+q", r, i, file[max(0, i-20):min(len(file), i+20)])
		}
	}
	return ""
}
