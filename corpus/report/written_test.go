package report

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestWrittenElsewhere: one article in files that other programs wrote (LibreOffice 7, pandoc 2.17, Chromium, Python's mail, wget, zip and tar) is
// the same text in each, title first. testdata/formats/source.html is what they were made from.
func TestWrittenElsewhere(t *testing.T) {
	files, err := filepath.Glob("testdata/formats/*")
	if err != nil || len(files) < 19 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	want := strings.Join(article, "\n\n") // none but a mail is dated: when a program made a file is not when its text was published
	for _, path := range files {
		t.Run(filepath.Base(path), func(t *testing.T) {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			r := Read(t.Context(), File{Path: "f", Name: filepath.Base(path), Data: data}, Limits{})
			if len(r.Reports) != 1 || len(r.Problems) > 0 {
				t.Fatalf("%d reports, %v", len(r.Reports), r.Problems)
			}
			one := &r.Reports[0]
			text := strings.TrimSpace(strings.ReplaceAll(one.Text, "\r", ""))
			if !strings.HasPrefix(text, article[0]) {
				text = one.Title + "\n\n" + text // a mail's title is its subject
			}
			want := want
			if strings.HasSuffix(path, ".pdf") { // where a paragraph's last line is a full one its end is lost
				text, want = oneLine(text), oneLine(want)
			}
			if mailed := strings.HasPrefix(filepath.Base(path), "python."); one.Published.Known() != mailed {
				t.Errorf("published %q, says %s", one.Published.ISO(), one.Facts.Published.From)
			}
			if text != want || one.Title != article[0] || !strings.HasPrefix(one.Facts.Lang.Value, "en") {
				t.Errorf("%q in %q:\n%s", one.Title, one.Facts.Lang.Value, one.Text)
			}
		})
	}
}
