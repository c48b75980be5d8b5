package verify

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"parallax/corpus/brief"
	"parallax/corpus/export"
	"parallax/corpus/internal/fixture"
	"parallax/corpus/internal/fixture/kept"
	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// TestVerifyReadsOtherShapes gives the check what people and programs make of an export.
func TestVerifyReadsOtherShapes(t *testing.T) {
	d, reports := kept.SeedBrief(t)
	md, page, docx, notes := exported(t, d, "md", export.Options{}), exported(t, d, "html", export.Options{}),
		exported(t, d, "docx", export.Options{}), exported(t, d, "json", export.Options{})
	for _, c := range []struct {
		name    string
		file    []byte
		format  string
		status  int
		outcome Outcome // of the first quotation
		why     string
	}{
		{"UTF-16", utf16File(string(md)), "md", 0, Verified, ""},
		{"broken in two", bytes.Replace(md, []byte(" on Wednesday, Lavrov said it"), []byte("\n>\n> on Wednesday, Lavrov said it"), 1), "md", 0, Verified, ""},
		{"broken in two, a letter changed", bytes.Replace(md, []byte("Asked about the bombing of a Ukrainian children's hospital on Wednesday, Lavrov said it"), []byte("Asked about the bombings of a Ukrainian children's hospital\n>\n> on Wednesday, Lavrov said it"), 1), "md", 1, Changed, "bombings"},
		{"no list of sources", regexp.MustCompile(`(?m)^- Source .*\n`).ReplaceAll(md, nil), "md", 2, Unchecked, "no list of sources"},
		{"endnotes", asEndnotes(t, docx), "docx", 0, Verified, ""},
		{"hidden text", edited(t, docx, "docx", func(s string) string {
			return strings.Replace(s, "<w:r><w:t xml:space=\"preserve\">“Asked", "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:t xml:space=\"preserve\">“Asked", 1)
		}), "docx", 0, Verified, ""},
		{"tab and hyphen", edited(t, docx, "docx", func(s string) string {
			return strings.Replace(s, "about the bombing", `about</w:t><w:tab/><w:noBreakHyphen/><w:t>the bombing`, 1)
		}), "docx", 1, Changed, "“-” is added"},
		{"only selectors", regexp.MustCompile(`“[^”]*” — .*source 1"`).ReplaceAll(notes, []byte(`"`)), "json", 0, Verified, ""},
		{"only selectors, a letter changed", bytes.Replace(regexp.MustCompile(`“[^”]*” — .*source 1"`).ReplaceAll(notes, []byte(`"`)), []byte(`"exact": "Asked about the bombing`), []byte(`"exact": "Asked about the bombings`), 1), "json", 1, Changed, "bombings"},
		{"no positions", regexp.MustCompile(`(?s),\s*\{\s*"type": "TextPositionSelector".*?\}`).ReplaceAll(notes, nil), "json", 0, Verified, ""},
		{"no captions", regexp.MustCompile(`<figcaption>.*?</figcaption>`).ReplaceAll(page, nil), "html", 2, Unchecked, "no citation"},
	} {
		t.Run(c.name, func(t *testing.T) {
			v := verify(t, c.file, c.format, reports)
			if f := v.Quotations[0]; v.Status() != c.status || f.Outcome != c.outcome || !strings.Contains(f.Why, c.why) || len(v.Quotations) < 6 {
				t.Errorf("status %d, %s (%s); want %d, %s (%s)\n%s", v.Status(), f.Outcome, f.Why, c.status, c.outcome, c.why, describe(v))
			}
		})
	}
}

func utf16File(s string) []byte {
	out := []byte{0xFF, 0xFE}
	for _, u := range utf16.Encode([]rune(s)) {
		out = binary.LittleEndian.AppendUint16(out, u)
	}
	return out
}

// asEndnotes moves the footnotes of a docx file to its end, as word processors do when asked.
func asEndnotes(t *testing.T, file []byte) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	for _, f := range in.File {
		data, err := part(in, f.Name)
		if err != nil {
			t.Fatal(err)
		}
		w, err := out.Create(strings.Replace(f.Name, "footnotes", "endnotes", 1))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(bytes.ReplaceAll(data, []byte("footnote"), []byte("endnote"))); err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestVerifyCopiedText has two outlets with the same sentence: a citation of either is right, of a third is not.
func TestVerifyCopiedText(t *testing.T) {
	const wire = "No boat left the harbour on Monday.\n"
	reports := []report.Report{
		fixture.ReportOf("Harbour News", wire), fixture.ReportOf("Valley Post", "Rain fell.\n"+wire), fixture.ReportOf("Hill Times", "Snow fell on the hills.\n"),
	}
	set := statement.Of(reports, 1)
	for source, want := range []Outcome{Verified, Verified, Misplaced} {
		d := &brief.Document{Version: "1", Sources: kept.SourcesOf(set)}
		p := brief.Quote(set, 0, 0, set.All[0].Span)
		p.Source, p.Span, p.Whole = source, report.Span{}, report.Span{}
		if source == 1 {
			p.Number, p.Last = 2, 2
		}
		d.Items = []brief.Item{{Passage: &p}}
		for _, format := range verifiable {
			file := exported(t, d, format, export.Options{})
			if v := verify(t, file, format, reports); v.Quotations[0].Outcome != want {
				t.Errorf("%s of %s\n%s", format, reports[source].Outlet, describe(v))
			}
			if v := verify(t, file, format, slices.Delete(slices.Clone(reports), source, source+1)); v.Quotations[0].Outcome != Unchecked || v.Status() != 2 {
				t.Errorf("%s of %s, which is not given\n%s", format, reports[source].Outlet, describe(v))
			}
		}
	}
}

func TestOutcomeHasWords(t *testing.T) {
	for o := Verified; o <= Unchecked; o++ {
		if o.String() == "" {
			t.Errorf("outcome %d has no words", o)
		}
	}
}

func TestMarkdownShowsTextAsItIs(t *testing.T) {
	for _, text := range append(kept.OddTexts, "# a", "1. a", "+ a", "- a", "--- ", "www.a.example", "[...] a", "[...](x)", "a [...]") {
		text = brief.Printed(text)
		s, err := readMarkdown([]byte("x " + export.Markdown(text) + "\n"))
		if err != nil {
			t.Fatal(err)
		}
		if got := brief.Normal(s.paragraphs[0].text); got != brief.Normal("x "+text) || len(s.paragraphs) != 1 {
			t.Errorf("%q is shown as %q", text, got)
		}
		if s, _ = readMarkdown([]byte(export.Markdown(text) + "\n")); brief.Normal(s.paragraphs[0].text) != brief.Normal(text) {
			t.Errorf("%q is shown as %q", text, s.paragraphs[0].text)
		}
	}
}
