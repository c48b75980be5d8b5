package ui

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"parallax/corpus"
	"parallax/corpus/brief"
	"parallax/corpus/crosstab/study"
	"parallax/corpus/source"
)

// savedPage is a page as a browser saves it: its menu and a long notice are no part of the report.
const savedPage = `<!doctype html><html lang="en"><head><title>Torvik bridge: divers find the cables</title>
<meta property="og:site_name" content="Fell Observer"><meta property="article:published_time" content="2023-01-14T09:00:00Z"></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li><li><a href="/s">Sport</a></li></ul></nav>
<article><h1>Torvik bridge: divers find the cables</h1>
<p>Divers in Torvik found three of the cables of the suspension bridge on the bed of the fjord, the harbour master said on Saturday.</p>
<p>Haldis Brenna said that the ferry would carry 140 cars a day until a new bridge stands, which may take four years or more.</p>
<p>The suspension bridge collapsed into the fjord because of rusted cables, and nobody had looked at them since the spring.</p></article>
<aside><p>We and our partners keep small files on your device so that we may learn which of our pages are read, by whom and for how long, and you can object to that at any time.</p></aside>
<footer><p>All rights reserved. Letters to the editor are welcome and may be shortened before they are printed.</p></footer></body></html>`

// openPress shows a folder of twelve stories with a saved page among them, a film, and a document that cannot be read.
func openPress(t testing.TB, width, height int, change ...func(*Options)) *viewer {
	t.Helper()
	files := fstest.MapFS{
		"press/torvik.html": {Data: []byte(savedPage)},
		"press/clip of the bridge as it came down, filmed from the harbour by a passenger of the ferry.mp4": {Data: []byte("\x00\x00\x00\x18ftypmp42")},
		"press/torn.pdf": {Data: []byte("%PDF-1.4\nthe rest is missing")},
	}
	for i, a := range study.Grow(24, 5).Articles {
		files[fmt.Sprintf("press/%03d.txt", i+1)] = &fstest.MapFile{Data: []byte(a.Text())}
	}
	c, err := corpus.OpenFS("press", files, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	change = append(change, func(o *Options) { o.Clock = steady() })
	return open(t, c, linkedAll(t, c), width, height, change...)
}

// TestRereadInLists: files that are read again while a list is open appear in it; the list stays sorted and marked as it was, and
// the choice on its row of the screen.
func TestRereadInLists(t *testing.T) {
	folder := t.TempDir()
	if err := study.Grow(24, 5).Write(folder); err != nil {
		t.Fatal(err)
	}
	read := func(context.Context) (*corpus.Corpus, brief.Opening, error) {
		c, err := corpus.Open([]string{folder}, source.Options{})
		return c, brief.Opening{}, err
	}
	c, _, err := read(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	s := open(t, c, linkedAll(t, c), 100, 24, func(o *Options) { o.Reread = read })
	chosen := func() string {
		for i, row := range s.rows() {
			if strings.HasPrefix(row, "▶") {
				name, _, _ := strings.Cut(strings.TrimSpace(row[len("▶"):]), "  ")
				return fmt.Sprint(i, " ", name)
			}
		}
		return "none"
	}
	drop := func(name string) {
		t.Helper()
		text := "---\noutlet: Valley Echo\n---\nThe suspension bridge in Torvik collapsed into the fjord because of rusted cables, " + name + " said.\n"
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		s.send(stirredMsg{})
	}
	s.press("o j j j m j")
	at := chosen()
	drop("000.txt")
	if got := chosen(); got != at || !strings.Contains(s.text(), "about▴") || !strings.Contains(s.text(), "◆") || !strings.Contains(s.rows()[0], "25 read") {
		t.Errorf("%q was chosen, and now %q:\n%s", at, got, s.text())
	}
	if row := s.rows()[strings.Count(s.text()[:strings.Index(s.text(), "Torvik")], "\n")]; !strings.Contains(row, " 1 ") {
		t.Errorf("in its row the story has nothing new: %q", row)
	}
	s.press("g l G k k")
	at = chosen()
	drop("0000.txt")
	if got := chosen(); got != at || !strings.Contains(s.rows()[0], "26 read") {
		t.Errorf("%q was chosen, and now %q:\n%s", at, got, s.text())
	}
	s.press("esc")
	if !strings.Contains(s.text(), "about▴") || !strings.Contains(s.rows()[0], "26 read") {
		t.Errorf("the list of stories below is another:\n%s", s.text())
	}
}

// TestAloneStacked: below the only report of a story stands that there is no other, not that the statement is boilerplate.
func TestAloneStacked(t *testing.T) {
	c, err := corpus.OpenFS("alone", fstest.MapFS{"a.txt": {Data: []byte("Ferry aground\nThe ferry ran aground at dawn, the harbour master said.\nNobody was hurt.\n")}}, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s := open(t, c, linkedAll(t, c), 40, 12)
	s.press("j")
	if !strings.Contains(s.text(), "no other report of this story") || strings.Contains(s.text(), "boilerplate") {
		t.Errorf("the screen is\n%s", s.text())
	}
}

// TestLeftOutStory: a report that is left out of the study is no story like others in the list; without a title it is known by the
// words it opens with.
func TestLeftOutStory(t *testing.T) {
	s := openStories(t, 120, 24)
	s.press("enter g l")
	if !strings.Contains(s.text(), "untitled: ") {
		t.Errorf("reports without titles:\n%s", s.text())
	}
	s.press("x")
	s.write("not of the sample")
	s.press("enter esc esc")
	rows := s.rows()
	if !strings.Contains(rows[5], "(left out) ") || strings.Contains(rows[2]+rows[3]+rows[4], "(left out)") {
		t.Errorf("the list is\n%s", s.text())
	}
}

// TestSortByColumn: a count sorts by that column, and once more the other way round.
func TestSortByColumn(t *testing.T) {
	s := openPress(t, 120, 30)
	first := func() string { return strings.TrimSpace(strings.TrimPrefix(s.rows()[2], "▶")) }
	for _, step := range [][2]string{{"5 o", "Torvik"}, {"5 o", "Mbarune"}, {"1 o", "Benghaleh"}, {"o", "Uluwaru"}, {"9 9 o", "Palmera"}} {
		if s.press("G " + step[0] + " g g"); !strings.HasPrefix(first(), step[1]) {
			t.Errorf("after %q the first is not %s:\n%s", step[0], step[1], s.text())
		}
	}
}

// TestListStays: the rule below a list of stories stays where it is, whatever the chosen story has below it.
func TestListStays(t *testing.T) {
	s := openPress(t, 80, 24)
	rule := func() int { return strings.Count(s.text()[:strings.Index(s.text(), "────")], "\n") }
	at := rule()
	for range 11 {
		if s.press("j"); rule() != at {
			t.Fatalf("the rule was in row %d, and now\n%s", at, s.text())
		}
	}
}

// TestNotReadUnseen: the report that lies under the list of stories from the start has not been read until the story is opened.
func TestNotReadUnseen(t *testing.T) {
	s := openPress(t, 80, 24)
	s.press("j k")
	s.send(stirredMsg{})
	s.look() // as when something comes from the background
	s.press("j k")
	if !strings.Contains(s.rows()[2], " 0/3 ") {
		t.Errorf("unopened, the first story has been read in part:\n%s", s.text())
	}
	s.press("enter g s")
	if !strings.Contains(s.text(), " 1/3 ") {
		t.Errorf("opened, nothing of it has been read:\n%s", s.text())
	}
}
