package archive

import (
	"errors"
	"io/fs"
	"os"
	"testing"

	"parallax/corpus/report"
)

// TestShelf: what is kept comes back as the same report, twice kept is once, and what was tampered with is not given out.
func TestShelf(t *testing.T) {
	s := Shelf{t.TempDir()}
	r := report.Archived("https://archive.example:9200/reports/_doc/1", "The weir burst on Wednesday.",
		report.Facts{Outlet: report.Fact{Value: "Ald Courier"}, Title: report.Fact{Value: "Weir bursts"}, Published: report.Fact{Value: "2022-03-09T08:00:00Z"}}.Said("archive"))
	for range 2 {
		if err := s.Keep(&r); err != nil {
			t.Fatal(err)
		}
	}
	again, err := s.Take(r.TextHash)
	if err != nil || again.Text != r.Text || again.Path != r.Path || again.Outlet != r.Outlet || again.TitleSpan != r.TitleSpan || again.FileHash != r.FileHash || again.TimeOfDay() != r.TimeOfDay() {
		t.Errorf("%+v, %v; kept was %+v", again, err, r)
	}
	if _, err := s.Take([32]byte{1}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a text that was never kept: %v", err)
	}
	if err := os.WriteFile(s.file(r.TextHash), []byte(`{"text":"The weir held."}`), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Take(r.TextHash); err == nil {
		t.Error("another text is given out")
	}
	file := report.Archived("reports/a.txt", "A file of the reader's.", report.Facts{})
	if err := s.Keep(&file); err != nil {
		t.Fatal(err)
	}
	if all, err := os.ReadDir(s.Folder); err != nil || len(all) != 1 {
		t.Errorf("%d files are kept, %v", len(all), err)
	}
}

// TestAddress: the address of a query leads back to it.
func TestAddress(t *testing.T) {
	a, err := connect(Options{URLs: []string{"https://archive.example:9200/"}, Index: "reports"})
	if err != nil {
		t.Fatal(err)
	}
	q := Query{Words: `"carrying families" | weir&q=x`}
	q.Since, q.Outlets = day("2022-03-09"), []string{"Ald Courier", "Bay Post"}
	address := a.Address(q)
	got, ok := ParseAddress(address)
	if !ok || got.Words != q.Words || got.Since != q.Since || got.Until != q.Until || len(got.Outlets) != 2 {
		t.Errorf("%s leads to %+v, %v", address, got, ok)
	}
	for _, other := range []string{"reports/", "https://archive.example:9200/reports/_doc/1", "-"} {
		if _, ok := ParseAddress(other); ok {
			t.Errorf("%s is a query", other)
		}
	}
}
