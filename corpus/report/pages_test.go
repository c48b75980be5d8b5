package report

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/text/encoding/unicode"
)

// TestPages reads testdata/pages/*.txtar: layouts of pages, each with the reports that a reader finds in it ("title", "outlet" and
// "published", then the paragraphs) and with what is junk beside them. All is to be found, and nothing else; -v prints a table of
// how much of the words was.
func TestPages(t *testing.T) {
	files, err := filepath.Glob("testdata/pages/*.txtar")
	if err != nil || len(files) < 10 {
		t.Fatalf("%d pages, %v", len(files), err)
	}
	table := "layout                 reports  recall  precision  junk kept\n"
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".txtar")
		t.Run(name, func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			table += readPage(t, name, archive.Files)
		})
	}
	t.Log("\n" + table)
}

// readPage checks a page and is its row of the table.
func readPage(t *testing.T, name string, files []txtar.File) string {
	var data []byte
	var want []wanted
	var junk []string
	for _, f := range files {
		switch f.Name {
		case "page.html":
			data = f.Data
		case "report":
			want = append(want, wantedOf(string(f.Data)))
		case "junk":
			junk = strings.Split(strings.TrimSpace(string(f.Data)), "\n")
		}
	}
	if strings.HasPrefix(name, "utf-16") {
		var err error
		if data, err = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder().Bytes(data); err != nil {
			t.Fatal(err)
		}
	}
	read := Read(t.Context(), File{Path: name + ".html", Name: name + ".html", Data: data}, Limits{})
	if len(read.Reports) != len(want) || len(read.Problems) > 0 {
		t.Fatalf("%d reports, want %d; %v", len(read.Reports), len(want), read.Problems)
	}
	found, taken := map[string]int{}, map[string]int{}
	for i := range want {
		want[i].check(t, &read.Reports[i])
		addCounts(found, bodyOf(&read.Reports[i]))
		addCounts(taken, want[i].body)
	}
	kept := 0
	for _, words := range junk {
		if slices.ContainsFunc(read.Reports, func(r Report) bool { return strings.Contains(r.Text, words) }) {
			t.Errorf("junk is taken: %s", words)
			kept++
		}
	}
	return fmt.Sprintf("%-22s %7d  %6.3f  %9.3f  %d of %d\n", name, len(want), shared(taken, found), shared(found, taken), kept, len(junk))
}

func bodyOf(r *Report) string { return strings.TrimSpace(strings.TrimPrefix(r.Text, r.Title)) }

// wanted is a report as a reader finds it on a page.
type wanted struct {
	title, outlet, published string
	part                     bool
	body                     string
}

func wantedOf(text string) (w wanted) {
	head, body, _ := strings.Cut(text, "\n\n")
	w.body = strings.TrimSpace(body)
	for line := range strings.SplitSeq(head, "\n") {
		key, value, _ := strings.Cut(line, ": ")
		switch key {
		case "title":
			w.title = value
		case "outlet":
			w.outlet = value
		case "published":
			w.published = value
		case "in part":
			w.part = true
		}
	}
	return w
}

func (w wanted) check(t *testing.T, r *Report) {
	if r.Title != w.title || r.Outlet != w.outlet || r.Published.ISO() != w.published || (r.Partial != "") != w.part {
		t.Errorf("%q of %q, %s, in part %q; want %+v", r.Title, r.Outlet, r.Published.ISO(), r.Partial, w)
	}
	if body := bodyOf(r); body != w.body {
		t.Errorf("the text is\n%s\nwant\n%s", body, w.body)
	}
}

func addCounts(words map[string]int, text string) {
	for _, word := range strings.Fields(text) {
		words[word]++
	}
}

// shared is the part of the words of a that are in b.
func shared(a, b map[string]int) float64 {
	both, all := 0, 0
	for word, n := range a {
		both += min(n, b[word])
		all += n
	}
	return float64(both) / float64(max(1, all))
}
