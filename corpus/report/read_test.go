package report

import (
	"context"
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"
)

// TestFacts: what is known from elsewhere wins over the file, which wins over its text and its name; each says whence.
func TestFacts(t *testing.T) {
	f := File{Path: "news/01_press-tv.md", Name: "01_press-tv.md", Facts: Facts{URL: Fact{"https://example.org/a", "sources.json"}}}
	f.Data = []byte("---\nurl: https://example.org/b\npublished: 2022-03-10T09:30:00+03:00\nlang: en\n---\n# Harbour *reopens*\n\nBoats are back.\n")
	want := Facts{
		Outlet: Fact{"Press TV", "file name"}, Title: Fact{"Harbour reopens", "text"},
		Published: Fact{"2022-03-10T09:30:00+03:00", "front matter"}, URL: Fact{"https://example.org/a", "sources.json"},
		Lang: Fact{"en", "front matter"},
	}
	r := Read(t.Context(), f, Limits{})
	if len(r.Reports) != 1 || !reflect.DeepEqual(r.Reports[0].Facts, want) || r.Reports[0].Published != (Date{2022, 3, 10}) {
		t.Errorf("got %+v", r)
	}
}

// TestTell: content is looked at where the name says nothing, and a byte order mark makes a text of zero bytes.
func TestTell(t *testing.T) {
	for _, c := range []struct{ name, head, why string }{
		{"a.txt", "PK\x03\x04\x00", ""},
		{"a", "The harbour", ""},
		{"a", "\xFF\xFEt\x00", ""},
		{"a", "\x7fELF\x00", "a zero byte at offset 4"},
		{"a.pdf", "%PDF-1.7", ""},
		{"a.pdf", "no", ""},
		{"a.mp4", "A text about %PDF-1.7 is none", ".mp4 files cannot be read"},
		{"a.mp4", "BZh is no archive", ".mp4 files cannot be read"},
		{"a.mp4", strings.Repeat("x", 257) + "ustarized words", ".mp4 files cannot be read"}, // a tar archive has a version there
		{"a.mp4", "\x00\x00\x00\x18ftyp", ".mp4 files cannot be read"},
		{"", "The harbour", ""},
	} {
		switch err := Tell(c.name, []byte(c.head)); {
		case c.why == "" && err != nil, c.why != "" && (err == nil || !strings.Contains(err.Error(), c.why)):
			t.Errorf("%q %q: %v, want %q", c.name, c.head, err, c.why)
		}
	}
}

// TestDeadline: a file that is read too late is a problem.
func TestDeadline(t *testing.T) {
	ctx, cancel := context.WithCancelCause(t.Context())
	cancel(errors.New("enough"))
	r := Read(ctx, File{Path: "a.txt", Name: "a.txt", Data: []byte("Text")}, Limits{Time: time.Hour})
	if len(r.Reports) != 0 || len(r.Problems) != 1 || r.Problems[0].Error() != "a.txt: enough" {
		t.Errorf("got %+v", r)
	}
}
