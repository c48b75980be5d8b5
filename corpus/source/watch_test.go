package source

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

// TestWatch: a file that comes into a folder, or into a folder that came into it, is told.
func TestWatch(t *testing.T) {
	folder := t.TempDir()
	stirred, err := Watch(t.Context(), []string{folder})
	if err != nil {
		t.Fatal(err)
	}
	told := func(what string) {
		t.Helper()
		select {
		case <-stirred:
		case <-time.After(20 * time.Second):
			t.Fatalf("%s is not told", what)
		}
	}
	if err := os.WriteFile(filepath.Join(folder, "a.txt"), []byte("x"), 0o666); err != nil {
		t.Fatal(err)
	}
	told("a file")
	if err := os.Mkdir(filepath.Join(folder, "below"), 0o777); err != nil {
		t.Fatal(err)
	}
	told("a folder")
	if err := os.WriteFile(filepath.Join(folder, "below", "b.txt"), []byte("x"), 0o666); err != nil {
		t.Fatal(err)
	}
	told("a file in a new folder")
	if _, err := Watch(t.Context(), []string{filepath.Join(folder, "nowhere")}); err == nil {
		t.Error("what is not there is watched")
	}
}
