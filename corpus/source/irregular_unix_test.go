//go:build unix

package source

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestIrregular names and walks over what would block or never end if it were read.
func TestIrregular(t *testing.T) {
	dir := t.TempDir()
	pipe := filepath.Join(dir, "pipe.txt")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "a.txt"), []byte("First"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, paths := range [][]string{{pipe, os.DevNull, filepath.Join(dir, "a.txt")}, {dir, os.DevNull}} {
		read := Read(t.Context(), paths, Options{})
		reports, problems := read.Reports, read.Problems
		if len(reports) != 1 || len(problems) != 2 {
			t.Fatalf("%q: %v, %v", paths, reports, problems)
		}
		for _, p := range problems {
			if !strings.Contains(p.Error(), "is a named pipe: ") && !strings.Contains(p.Error(), "is a device: ") {
				t.Error(p)
			}
		}
	}
}

// TestOddNames reads a file whose name is not UTF-8 and holds what would command a terminal; it is kept as it is.
func TestOddNames(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "a\xff\x1b[31m\n.txt")
	if err := os.WriteFile(name, []byte("First"), 0o600); err != nil {
		name = filepath.Join(dir, "a\x1b[31m.txt") // a file system that wants UTF-8
		if err := os.WriteFile(name, []byte("First"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	read := Read(t.Context(), []string{dir}, Options{})
	reports, problems := read.Reports, read.Problems
	if len(reports) != 1 || len(problems) != 0 || reports[0].Path != name {
		t.Errorf("%+v, %v", reports, problems)
	}
}
