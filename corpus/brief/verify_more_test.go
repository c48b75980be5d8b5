package brief

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// TestVerifyReadsOtherShapes gives the check what people and programs make of an export.
func TestVerifyReadsOtherShapes(t *testing.T) {
	d, reports := seedBrief(t)
	md, page, docx, notes := export(t, d, "md", ExportOptions{}), export(t, d, "html", ExportOptions{}),
		export(t, d, "docx", ExportOptions{}), export(t, d, "json", ExportOptions{})
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
		reportOf("Harbour News", wire), reportOf("Valley Post", "Rain fell.\n"+wire), reportOf("Hill Times", "Snow fell on the hills.\n"),
	}
	set := statement.Of(reports, 1)
	for source, want := range []Outcome{Verified, Verified, Misplaced} {
		d := &Document{Version: "1", Sources: sourcesOf(set)}
		p := quote(set, 0, 0, set.All[0].Span)
		p.Source, p.Span, p.Whole = source, report.Span{}, report.Span{}
		if source == 1 {
			p.Number, p.Last = 2, 2
		}
		d.Items = []Item{{Passage: &p}}
		for _, format := range verifiable {
			file := export(t, d, format, ExportOptions{})
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

func TestColumnsOfOneOutlet(t *testing.T) {
	d := &Document{Sources: []Source{{Outlet: "Harbour News"}, {Outlet: "Valley Post"}, {Outlet: "Harbour News"}}}
	if got := matrix(d)[0]; !slices.Equal(got, []string{"item", "heading", "Harbour News (source 1)", "Valley Post", "Harbour News (source 3)", "notes", "tags"}) {
		t.Errorf("%q", got)
	}
}
