//go:build unix

package main

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"parallax/corpus/crosstab/study"
)

// TestStudy: a made-up study of three hundred articles is coded by keys on a terminal, all hits of a search with one tag, then others
// by hand; the table that is printed afterwards is what a count of the files' own lines gives.
func TestStudy(t *testing.T) {
	state, folder, book := t.TempDir(), t.TempDir(), filepath.Join(t.TempDir(), "book.csv")
	grown := study.Grow(study.Size, 3)
	if err := grown.Write(folder); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(book, []byte(study.Codebook), 0o600); err != nil {
		t.Fatal(err)
	}
	s := begin(t, state, "--codebook", book, folder)
	s.sees("12 stories · 300 read")
	s.types("\r", "")
	s.linked()
	want := map[[2]string]int{}
	for _, c := range []struct{ words, key, tag string }{{"blankets", "3", "aid"}, {"wounded", "1", "casualties"}, {"warned", "4", "tone:alarm"}} {
		hits := 0
		for _, of := range grown.Articles {
			for _, one := range strings.Split(of.Text(), "\n") {
				if strings.Contains(one, c.words) && !strings.HasPrefix(one, "title") {
					want[[2]string{c.tag, of.Outlet}]++
					hits++
				}
			}
		}
		s.types("/"+c.words, " of "+strconv.Itoa(hits)+" statements")
		s.types("\r", "search "+c.words)
		s.types("T", "Tags of all "+strconv.Itoa(hits))
		s.types(c.key, "[x]* "+c.tag)
		s.types("\r", "tagged "+c.tag)
		s.sees("saved, u undoes")
		s.types("\x1b", " ended; ")
	}
	s.quits("")

	rows, err := csv.NewReader(strings.NewReader(prints(t, state, 0, "table", "code", "outlet", folder, "--format", "csv", "--codebook", book))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, row := range rows[1:] {
		for k, cell := range row[1:] {
			n := want[[2]string{row[0], rows[0][k+1]}]
			if cell != strconv.Itoa(n) {
				t.Errorf("%s, %s: %s, counted by lines %d", row[0], rows[0][k+1], cell, n)
			}
			if n > 0 {
				seen++
			}
		}
	}
	if seen != len(want) || seen < 20 {
		t.Errorf("%d of %d cells are in the table", seen, len(want))
	}
}
