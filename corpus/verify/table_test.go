package verify

import (
	"bytes"
	"testing"

	"parallax/corpus/brief"
	"parallax/corpus/export"
	"parallax/corpus/internal/fixture/kept"
)

// TestShort: a brief with its citations as footnotes and an annex is checked like any other.
func TestShort(t *testing.T) {
	d, reports := kept.SeedBrief(t)
	for _, format := range []string{"md", "html", "docx"} {
		file := exported(t, d, format, export.Options{Short: true})
		v, err := Verify(file, "brief."+format, reports)
		if err != nil || v.Verdict() != VerdictSealed || len(v.Quotations) != 6 || len(v.Sources) != 5 {
			t.Errorf("%s: %v, %v: %d quotations, %d sources, %+v", format, v.Verdict(), err, len(v.Quotations), len(v.Sources), v.Changes)
		}
		if v, err = Verify(bytes.Replace(file, []byte("there were no patients"), []byte("there were many patients"), 1), "brief."+format, reports); format != "docx" && (err != nil || v.Verdict() != VerdictWrong) {
			t.Errorf("%s with another word: %v, %v", format, v.Verdict(), err)
		}
	}
}

// TestTable: the table of claims is sealed, cell by cell, and a figure that is changed in it is told.
func TestTable(t *testing.T) {
	d, reports := kept.SeedBrief(t)
	again := *d.Items[2].Claim
	again.Name, again.Absent, again.Figures = "the dead", []string{"Hill Times"}, []brief.Figure{{Outlet: "NBC Bay Area", Text: "17 wounded"}}
	d.Items = append(d.Items, brief.Item{Claim: &again})
	for _, format := range []string{"md", "html", "docx"} {
		file := exported(t, d, format, export.Options{})
		v, err := Verify(file, "brief."+format, reports)
		if err != nil || v.Verdict() != VerdictSealed {
			t.Errorf("%s: %v, %v: %+v", format, v.Verdict(), err, v.Changes)
		}
		if format == "docx" {
			continue // its parts are packed
		}
		if n := bytes.Count(file, []byte("17 wounded")); n != 1 {
			t.Fatalf("%s has the figure %d times", format, n)
		}
		v, err = Verify(bytes.Replace(file, []byte("17 wounded"), []byte("71 wounded"), 1), "brief."+format, reports)
		if err != nil || v.Verdict() == VerdictSealed {
			t.Errorf("%s with another figure: %v, %v", format, v.Verdict(), err)
		}
	}
}
