//go:build unix

package cli

import (
	"bytes"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestNoCommandWaitsForAPipe: whatever file a user names, report or not, one that is a pipe nobody writes to is named and left.
func TestNoCommandWaitsForAPipe(t *testing.T) {
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	pipe := filepath.Join(t.TempDir(), "a.csv")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"read", pipe}, {"claims", "--weights", pipe}, {"claims", "--session", pipe}, {"links", "--session", pipe}, {"links", "--aliases", pipe}, {"brief", pipe},
		{"merge", pipe, pipe, "-o", pipe + "x"}, {"agree", pipe, pipe}, {"agree", pipe, pipe, "--codebook", pipe}, {"verify", pipe},
	} {
		var stdout, stderr bytes.Buffer
		done := make(chan int, 1)
		go func() { done <- Run(args, strings.NewReader(""), &stdout, &stderr) }()
		select {
		case status := <-done:
			if status != failed || !strings.Contains(stderr.String(), "named pipe") {
				t.Errorf("%q: status %d, %s", args, status, stderr.String())
			}
		case <-time.After(time.Minute):
			t.Fatalf("%q waits for the pipe", args)
		}
	}
}
