package source

import (
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// TestSoon: what has been read is handed out although a file after it does not come to an end; where all do, nothing is
// left.
func TestSoon(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a.txt", "b.txt"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("One thing happened in "+name), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	read, more, _ := Soon(t.Context(), Files([]string{dir}, Options{}), time.Minute, nil)
	if more || len(read.Reports) != 2 {
		t.Errorf("%d reports of a folder, more: %v", len(read.Reports), more)
	}
	read, more, _ = Soon(t.Context(), Files([]string{dir}, Options{}), 0, func() time.Duration { return time.Minute })
	if more || len(read.Reports) != 2 {
		t.Errorf("%d reports of a folder that is worth waiting for, more: %v", len(read.Reports), more)
	}
	endless, end := io.Pipe()
	defer end.Close()
	read, more, _ = Soon(t.Context(), Files([]string{dir, "-"}, Options{Stdin: endless}), time.Millisecond, nil)
	if !more || len(read.Reports) == 0 || read.Reports[0].Path != filepath.Join(dir, "a.txt") {
		t.Errorf("%+v, more: %v", read, more)
	}
	if _, more, _ := Soon(t.Context(), Files([]string{filepath.Join(dir, "none.txt")}, Options{}), 0, nil); more {
		t.Error("a file that is not there leaves more")
	}
}
