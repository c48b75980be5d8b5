//go:build unix

package session

import (
	"bufio"
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"sync"
	"testing"

	"parallax/corpus/brief"
)

// TestMain lets the test binary be the program that TestKill kills.
func TestMain(m *testing.M) {
	if path := os.Getenv("BRIEF_TEST_SESSION"); path != "" {
		endless(path)
	}
	os.Exit(m.Run())
}

// endless makes changes and says on standard output which are saved, until it is killed.
func endless(path string) {
	var mu sync.Mutex
	s, err := OpenFile(path, Options{limit: 4000, Saved: func(s Saved) {
		mu.Lock()
		defer mu.Unlock()
		fmt.Println(s.Seq)
	}})
	if err != nil || s.ReadOnly() != nil {
		fmt.Println("cannot open:", err, s.ReadOnly())
		os.Exit(1)
	}
	for {
		if _, err := s.Do(brief.Insert{Text: fmt.Sprint(s.Brief().Seq + 1)}); err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		if s.Brief().Seq%7 == 0 {
			s.Flush()
		}
	}
}

// TestKill kills a program that writes a session with SIGKILL, again and again: everything that it reported as saved is
// there afterwards, and the lock is free.
func TestKill(t *testing.T) {
	path := filepath.Join(t.TempDir(), "session")
	rng := rand.New(rand.NewPCG(1, 1))
	for range 8 {
		saved := killed(t, path, 1+rng.IntN(60))
		s, err := OpenFile(path, Options{})
		if err != nil || s.ReadOnly() != nil {
			t.Fatalf("%v, %v", err, s.ReadOnly())
		}
		b := s.Brief()
		if b.Seq < saved {
			t.Fatalf("action %d was saved, and the session ends with %d: %v", saved, b.Seq, s.Warnings())
		}
		if uint64(len(b.Entries)) != b.Seq || b.Seq > 0 && b.Entries[0].Text != strconv.FormatUint(b.Seq, 10) {
			t.Fatalf("%d entries after %d actions", len(b.Entries), b.Seq)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// killed runs the program until it has reported as often, kills it, and is the last number that it reported.
func killed(t *testing.T, path string, reports int) (saved uint64) {
	t.Helper()
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), "BRIEF_TEST_SESSION="+path)
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	var said bytes.Buffer
	c.Stderr = &said
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	for n := 0; lines.Scan(); n++ {
		if n == reports {
			c.Process.Kill()
		}
		if saved, err = strconv.ParseUint(lines.Text(), 10, 64); err != nil {
			t.Fatalf("%s %s", lines.Text(), said.String())
		}
	}
	c.Wait()
	return saved
}
