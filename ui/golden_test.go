package ui

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"parallax/ui/emulator"
)

var update = flag.Bool("update", false, "write the golden screens anew")

// TestScreens compares what an emulated terminal shows with the files of testdata/screens at the top of the module. Each
// holds the keys that lead to a screen of the embedded reports, and the screen at several sizes: "80x24",
// "80x24 ascii", "80x24 first tour"; "80x24 linear" is all that was written line by line on the way. They freeze how it
// looks; what must hold of every frame is tested elsewhere.
func TestScreens(t *testing.T) {
	files, err := filepath.Glob("../testdata/screens/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no golden screens: ", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if len(a.Files) < 2 || a.Files[0].Name != "keys" {
				t.Fatal("the first file must be the keys")
			}
			keys := string(a.Files[0].Data)
			for i := range a.Files[1:] {
				f := &a.Files[1+i]
				got := golden(t, f.Name, keys)
				if *update {
					f.Data = []byte(got)
				} else if diff := rowsThatDiffer(string(f.Data), got); diff != "" {
					t.Errorf("%s (-want +got):\n%s", f.Name, diff)
				}
			}
			if *update {
				if err := os.WriteFile(file, txtar.Format(a), 0o666); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// rowsThatDiffer shows the rows of two screens that are not the same.
func rowsThatDiffer(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	var b strings.Builder
	for y := range max(len(w), len(g)) {
		var before, now string
		if y < len(w) {
			before = w[y]
		}
		if y < len(g) {
			now = g[y]
		}
		if before != now {
			fmt.Fprintf(&b, "%2d -%s\n   +%s\n", y, before, now)
		}
	}
	return b.String()
}

// golden is what the terminal shows after the keys; the cursor's cell is marked below the screen.
func golden(t *testing.T, name, keys string) string {
	t.Helper()
	var w, h int
	var face string
	if n, _ := fmt.Sscanf(name, "%dx%d", &w, &h); n < 2 {
		t.Fatalf("what is %q?", name)
	}
	_, face, _ = strings.Cut(name, " ")
	opened := openEmbedded
	if slices.Contains(strings.Fields(face), "folder") {
		opened = openPress
	}
	s := opened(t, w, h, func(o *Options) {
		is := func(word string) bool { return slices.Contains(strings.Fields(face), word) }
		o.Linear, o.ASCII, o.FirstRun, o.Tour = is("linear"), is("ascii"), is("first"), is("tour")
		o.Book = book
	})
	s.press(keys)
	if s.spoken != nil {
		return s.text()
	}
	e := emulator.New(w, h, nil)
	defer e.Close()
	_, _ = e.Write([]byte(strings.ReplaceAll(s.frame, "\n", "\r\n")))
	text := e.Text()
	if text != s.text() {
		t.Errorf("%s: the terminal shows\n%s\nthe frame is\n%s", name, text, s.text())
	}
	if c := s.View().Cursor; c != nil {
		text += fmt.Sprintf("cursor: column %d, row %d\n", c.X, c.Y)
	}
	return text
}
