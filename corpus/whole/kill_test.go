//go:build unix

package whole

import (
	"bufio"
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// TestMain lets the test binary be the program that TestKill kills.
func TestMain(m *testing.M) {
	if path := os.Getenv("WHOLE_TEST_FILE"); path != "" {
		endless(path)
	}
	os.Exit(m.Run())
}

// letters is what a file of the test holds, whole.
func letters(a byte) []byte { return bytes.Repeat([]byte{a}, 1<<20) }

// endless creates one file and replaces another, until it is killed.
func endless(path string) {
	fmt.Println("begun")
	for a := byte('a'); ; a = 'a' + (a-'a'+1)%26 {
		if err := Replace(path+".replaced", letters(a), 0o644); err != nil {
			panic(err)
		}
		if err := Create(path+".created", letters(a), 0o644); err != nil {
			panic(err)
		}
		if err := os.Remove(path + ".created"); err != nil {
			panic(err)
		}
	}
}

// TestKill kills a program at random moments while it writes: each file is not there or whole, and the next who writes it
// leaves nothing else behind.
func TestKill(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "brief.md")
	rng := rand.New(rand.NewPCG(1, 1))
	left := 0
	for range 30 {
		c := exec.Command(os.Args[0])
		c.Env = append(os.Environ(), "WHOLE_TEST_FILE="+path)
		out, err := c.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		bufio.NewScanner(out).Scan()
		time.AfterFunc(time.Duration(rng.Int64N(int64(20*time.Millisecond))), func() { _ = c.Process.Kill() })
		_ = c.Wait()
		for _, name := range []string{path + ".replaced", path + ".created"} {
			data, err := os.ReadFile(name)
			if err == nil && (len(data) == 0 || !bytes.Equal(data, letters(data[0]))) {
				t.Fatalf("%s has %d bytes", name, len(data))
			}
		}
		left += len(names(t, folder))
		for _, name := range []string{path + ".replaced", path + ".created"} {
			os.Remove(name)
			Sweep(name)
		}
		if got := names(t, folder); len(got) > 0 {
			t.Fatalf("left behind: %v", got)
		}
	}
	if left == 0 {
		t.Error("nothing was ever written when the program was killed")
	}
}
