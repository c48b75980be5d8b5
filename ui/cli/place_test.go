package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parallax/corpus/report"
	"parallax/corpus/source"
)

// TestPlaces looks for "harbour" in files whose lines are not those of the text.
func TestPlaces(t *testing.T) {
	for _, c := range []struct {
		name, file   string
		line, column int
	}{
		{"plain.txt", "Storm\n\nIn the harbour.\n", 3, 8},
		{"windows.txt", "Storm\r\n\r\nIn the harbour.\r\n", 3, 8},
		{"accents.txt", "Storm\n\nÀ là harbour.\n", 3, 8},
		{"front.md", "---\ntitle: Storm\n---\n\nIn the harbour.\n", 5, 8},
		{"marked.txt", "\uFEFFThe harbour is shut.\n", 1, 5},
		{"latin1.txt", "Storm\n\nL'\xe9t\xe9, on dit que la temp\xeate a ferm\xe9 le harbour.\n", 3, 45},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), c.name)
			if err := os.WriteFile(path, []byte(c.file), 0o600); err != nil {
				t.Fatal(err)
			}
			read := source.Read(t.Context(), []string{path}, source.Options{})
			reports, problems := read.Reports, read.Problems
			if len(problems) > 0 {
				t.Fatal(problems)
			}
			line, column := newPlaces().at(&reports[0], find(t, &reports[0], "harbour"))
			if line != c.line || column != c.column {
				t.Errorf("%d:%d, want %d:%d", line, column, c.line, c.column)
			}
		})
	}
}

// TestPlacesOfChangedFile: where the file is no longer what was read, places are those of the text.
func TestPlacesOfChangedFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "front.md")
	write := func(content string) {
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("---\ntitle: Storm\n---\n\nIn the harbour.\n")
	read := source.Read(t.Context(), []string{path}, source.Options{})
	reports, problems := read.Reports, read.Problems
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	write("All is new.\n")
	span := find(t, &reports[0], "harbour")
	want := 1 + strings.Count(reports[0].Text[:span.Start], "\n")
	if line, column := newPlaces().at(&reports[0], span); line != want || column != 8 {
		t.Errorf("%d:%d, want %d:8", line, column, want)
	}
}

func find(t *testing.T, r *report.Report, word string) report.Span {
	t.Helper()
	for i := range len(r.Text) - len(word) + 1 {
		if r.Text[i:i+len(word)] == word {
			return report.Span{Start: i, End: i + len(word)}
		}
	}
	t.Fatalf("%q is not in %q", word, r.Text)
	return report.Span{}
}
