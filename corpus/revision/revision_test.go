package revision

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"parallax/corpus/report"
)

// TestCompare: equal and changed paragraphs share a row, others stand alone, and what differs is marked word by word.
func TestCompare(t *testing.T) {
	older := "Flood at the weir\nThe water rose on Monday.\nTwo houses were lost.\nNobody was hurt.\n"
	newer := "Flood at the weir\nIt rained for days.\n\nThe water rose on Sunday.\nNobody was hurt.\n"
	var got strings.Builder
	for _, r := range Compare(older, newer) {
		mark := func(text string, spans []report.Span) string {
			for i := len(spans) - 1; i >= 0; i-- {
				text = text[:spans[i].Start] + "[" + text[spans[i].Start:spans[i].End] + "]" + text[spans[i].End:]
			}
			return text
		}
		got.WriteString(mark(r.Old, r.Gone) + " | " + mark(r.New, r.Came) + "\n")
	}
	want := `Flood at the weir | Flood at the weir
 | [It rained for days.]
The water rose on [Monday]. | The water rose on [Sunday].
[Two houses were lost.] | 
Nobody was hurt. | Nobody was hurt.
`
	if got.String() != want {
		t.Errorf("got\n%swant\n%s", got.String(), want)
	}
}

func made(path, text string, minute int) (*report.Report, Text) {
	r := &report.Report{Path: path, Text: text}
	return r, Of(r, time.Date(2026, 3, 1, 9, minute, 0, 0, time.UTC))
}

// TestShelf: texts come back after a restart, the oldest first, each once, for their own path, readable by their owner only.
func TestShelf(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "revisions [a]")
	s := NewShelf(folder)
	_, one := made("a.txt", "one", 1)
	_, two := made("a.txt", "two", 2)
	_, other := made("b.txt", "other", 3)
	for _, x := range []Text{two, one, two, other} {
		if err := s.Keep(x); err != nil {
			t.Fatal(err)
		}
	}
	now, _ := made("a.txt", "three", 4)
	for name, shelf := range map[string]*Shelf{"same run": s, "restart": NewShelf(folder)} {
		got := shelf.Older(now)
		if len(got) != 2 || got[0] != one || got[1] != two {
			t.Errorf("%s: %v", name, got)
		}
	}
	if back, _ := made("a.txt", "one", 5); len(s.Older(back)) != 1 {
		t.Error("the text that the report has again is told as an older one")
	}
	files, _ := os.ReadDir(folder)
	for _, f := range files {
		if info, err := f.Info(); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v, %v", f.Name(), info.Mode(), err)
		}
	}
	file := filepath.Join(folder, one.name())
	if err := os.WriteFile(file, []byte(`{"path":"/elsewhere","text":"forged"}`), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := NewShelf(folder).Older(now); len(got) != 1 || got[0] != two {
		t.Errorf("with a damaged file: %v", got)
	}
}

// TestShelfIsBounded: what is more than the bound goes, the oldest first; a text that is too long is refused.
func TestShelfIsBounded(t *testing.T) {
	s := NewShelf(t.TempDir())
	_, first := made("a.txt", "first", 0)
	if err := s.Keep(first); err != nil {
		t.Fatal(err)
	}
	past := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
	if err := os.Chtimes(filepath.Join(s.folder, first.name()), past, past); err != nil {
		t.Fatal(err)
	}
	for i := range mostTexts - 1 {
		if err := os.WriteFile(filepath.Join(s.folder, strings.Repeat("x", i+1)[:min(i+1, 50)]+short(string(rune(i)))[:20]+".json"), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	_, last := made("a.txt", "last", 1)
	if err := s.Keep(last); err != nil {
		t.Fatal(err)
	}
	now, _ := made("a.txt", "now", 2)
	if got := NewShelf(s.folder).Older(now); len(got) != 1 || got[0] != last {
		t.Errorf("kept: %v", got)
	}
	_, long := made("a.txt", strings.Repeat("long ", mostOne/5+1), 3)
	if err := s.Keep(long); err == nil {
		t.Error("a text without bound is kept")
	}
}
