package report

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/text/encoding/unicode"
)

// TestPages reads testdata/pages/*.txtar: kinds of pages, each with the reports that a reader finds in it ("title", "outlet" and
// "published", then the paragraphs) and with what is junk beside them. All is to be found, and nothing else; -v prints how much of
// the words was.
func TestPages(t *testing.T) {
	files, err := filepath.Glob("testdata/pages/*.txtar")
	if err != nil || len(files) < 10 {
		t.Fatalf("%d pages, %v", len(files), err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".txtar")
		t.Run(name, func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			readPage(t, name, archive.Files)
		})
	}
}

func readPage(t *testing.T, name string, files []txtar.File) {
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
	began := time.Now()
	read := Read(t.Context(), File{Path: name + ".html", Name: name + ".html", Data: data}, Limits{})
	took := time.Since(began)
	if len(read.Reports) != len(want) || len(read.Problems) > 0 {
		t.Fatalf("%d reports, want %d; %v", len(read.Reports), len(want), read.Problems)
	}
	for i := range want {
		want[i].check(t, &read.Reports[i])
	}
	kept := 0
	for _, words := range junk {
		if slices.ContainsFunc(read.Reports, func(r Report) bool { return strings.Contains(r.Text, words) }) {
			t.Errorf("junk is taken: %s", words)
			kept++
		}
	}
	t.Logf("%d of %d kinds of junk kept, %.0f ms", kept, len(junk), took.Seconds()*1000)
}

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
	body := strings.TrimSpace(strings.TrimPrefix(r.Text, r.Title))
	found, taken := countsOf(body), countsOf(w.body)
	t.Log(shared(taken, found, "recall"), shared(found, taken, "precision"))
	if body != w.body {
		t.Errorf("the text is\n%s\nwant\n%s", body, w.body)
	}
}

func countsOf(text string) map[string]int {
	words := map[string]int{}
	for _, word := range strings.Fields(text) {
		words[word]++
	}
	return words
}

// shared says how much of a is in b, by words.
func shared(a, b map[string]int, what string) string {
	both, all := 0, 0
	for _, word := range slices.Collect(maps.Keys(a)) {
		both += min(a[word], b[word])
		all += a[word]
	}
	return fmt.Sprintf("%s %.3f", what, float64(both)/float64(max(1, all)))
}
