package export

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"parallax/corpus/brief"
)

// TestToFile writes a brief to a file: whole, never over another unless told to, and without what a killed program left.
func TestToFile(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "out.md")
	left := filepath.Join(folder, ".out.md.12.parallax")
	d := &brief.Document{Title: "Storm"}
	for _, c := range []struct {
		over bool
		want error
	}{{false, nil}, {false, ErrExists}, {true, nil}} {
		if err := os.WriteFile(left, []byte("half"), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := ToFile(path, d, "md", Options{}, c.over); !errors.Is(err, c.want) {
			t.Errorf("over %v: %v, want %v", c.over, err, c.want)
		}
		if names, err := os.ReadDir(folder); err != nil || len(names) != 1 {
			t.Errorf("left behind: %v %v", names, err)
		}
	}
	if data, err := os.ReadFile(path); err != nil || len(data) == 0 {
		t.Errorf("%d bytes, %v", len(data), err)
	}
}
