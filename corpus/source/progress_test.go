package source

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// TestProgress: it is told before each file, and a path that was not looked into counts as one.
func TestProgress(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"a/1.txt", "a/2.txt", "a/3.txt", "b.txt"} {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("The harbour was closed."), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	type word struct {
		done, total int
		file        string
	}
	var told []word
	Read(context.Background(), []string{filepath.Join(folder, "a"), filepath.Join(folder, "b.txt")},
		Options{Progress: func(done, total int, file string) { told = append(told, word{done, total, filepath.Base(file)}) }})
	if want := []word{{0, 4, "1.txt"}, {1, 4, "2.txt"}, {2, 4, "3.txt"}, {3, 4, "b.txt"}}; !slices.Equal(told, want) {
		t.Errorf("told %v, want %v", told, want)
	}
}
