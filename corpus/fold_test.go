package corpus

import (
	"context"
	"errors"
	"testing"
	"testing/fstest"

	"parallax/corpus/source"
)

// TestFold: the same text of one outlet, or of one address, is one report; of two outlets it is two.
func TestFold(t *testing.T) {
	text := "The harbour of Newlyn was closed on Monday, the mayor said.\n"
	head := func(facts string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte("---\n" + facts + "---\n\n" + text)}
	}
	c, err := OpenFS("harbour", fstest.MapFS{
		"a.md":  head("outlet: The Quay\n"),
		"b.md":  head("outlet: The Quay\ntitle: Saved again\n"),
		"c.md":  head("outlet: The Pier\nurl: https://example.org/1\n"),
		"d.md":  head("outlet: Copy of the Pier\nurl: https://example.org/1\n"),
		"e.md":  {Data: []byte("---\noutlet: The Pier\nurl: https://example.org/1\n---\n\n" + text + "It will open again on Friday.\n")},
		"f.txt": {Data: []byte(text)},
		"g.txt": {Data: []byte(text)},
	}, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var kept []string
	for i, r := range c.Reports {
		if int(r.ID) != i {
			t.Errorf("%s has number %d, want %d", r.Path, r.ID, i)
		}
		kept = append(kept, r.Path)
	}
	want := []string{"a.md", "c.md", "e.md", "f.txt", "g.txt"}
	if len(kept) != len(want) {
		t.Fatalf("kept %v, want %v", kept, want)
	}
	for i := range want {
		if kept[i] != want[i] {
			t.Errorf("kept %v, want %v", kept, want)
		}
	}
	said := map[string]string{}
	for _, p := range c.Passed {
		said[p.Path] = p.Err.Error()
	}
	if said["b.md"] != "the same text as a.md, of the same outlet: the two are one report" || said["d.md"] != "the same text as c.md, from the same address: the two are one report" || len(said) != 2 {
		t.Errorf("said %v", said)
	}
	if got := c.Came(); got != "5 read, 2 passed over, 0 unreadable" {
		t.Errorf("came %q", got)
	}
}

// TestPart: a reading that was stopped fails, and what it came to can be had.
func TestPart(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	files := fstest.MapFS{"a.txt": {Data: []byte("The harbour was closed.")}, "b.txt": {Data: []byte("It opened again.")}}
	read := 0
	from := source.Embedded(files, source.Options{Progress: func(int, int, string) {
		if read++; read == 2 {
			cancel()
		}
	}})
	c, err := From(ctx, "harbour", from)
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("the error is %v", err)
	}
	if part := c.Part(); part == nil || len(part.Reports) == 0 || len(part.Problems) > 0 || part.Statements == nil {
		t.Errorf("of %d reports the part is %v", len(c.Reports), part)
	}
	if c, _ := From(ctx, "harbour", from); c.Part() != nil {
		t.Error("there is a part where nothing was read")
	}
}
