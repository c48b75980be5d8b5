package whole

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// names is what lies in a folder.
func names(t *testing.T, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return all
}

func TestReplace(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "brief.md")
	for _, text := range []string{"one", "two, longer", ""} {
		if err := Replace(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(path); err != nil || string(got) != text {
			t.Fatalf("%q: %v", got, err)
		}
	}
	if got := names(t, folder); !slices.Equal(got, []string{"brief.md"}) {
		t.Errorf("left behind: %v", got)
	}
	if err := Replace(filepath.Join(folder, "none", "brief.md"), nil, 0o644); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("into a folder that is not there: %v", err)
	}
}

// TestReplaceKeepsMode: who could read a file can read what replaces it, and nobody else.
func TestReplaceKeepsMode(t *testing.T) {
	path := filepath.Join(t.TempDir(), "session")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	before, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := Replace(path, []byte("x"), 0o644); err != nil {
		t.Fatal(err)
	}
	if after, err := os.Stat(path); err != nil || after.Mode() != before.Mode() {
		t.Errorf("%v, and before %v (%v)", after.Mode(), before.Mode(), err)
	}
}

func TestCreate(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "brief.md")
	if err := Create(path, []byte("one"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := Create(path, []byte("two"), 0o644); !errors.Is(err, fs.ErrExist) {
		t.Errorf("it was created twice: %v", err)
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != "one" {
		t.Errorf("%q: %v", got, err)
	}
	if got := names(t, folder); !slices.Equal(got, []string{"brief.md"}) {
		t.Errorf("left behind: %v", got)
	}
}

// TestSweep takes away what was left behind, by this version or an earlier one, and nothing that is in use or of another.
func TestSweep(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "a.md")
	stay := []string{".a.md", ".a.md.12.txt", ".a.md2024", ".a.md.parallax", ".a.mdx.12.parallax", ".b.md.12.parallax", "a.md", "a.md.12.parallax"}
	for _, name := range append([]string{".a.md.123.parallax", ".a.md5577006791947779410"}, stay...) {
		if err := os.WriteFile(filepath.Join(folder, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	inUse, err := written(path, []byte("half"), 0o600, 0)
	if err != nil {
		t.Fatal(err)
	}
	Sweep(path)
	if _, err := os.Stat(inUse.Name()); err != nil {
		t.Errorf("a file in use was taken away: %v", err)
	}
	if err := inUse.Close(); err != nil {
		t.Fatal(err)
	}
	Sweep(path)
	slices.Sort(stay)
	if got := names(t, folder); !slices.Equal(got, stay) {
		t.Errorf("what stays is %v, want %v", got, stay)
	}
}
