//go:build unix

package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"parallax/corpus/session"
)

// TestAbruptEnds: signals that mean a fault end the program as it should be ended, and it says where the work is.
func TestAbruptEnds(t *testing.T) {
	for signal, status := range map[syscall.Signal]int{syscall.SIGQUIT: 131, syscall.SIGABRT: 134, syscall.SIGSEGV: 139} {
		state := t.TempDir()
		p := sit(t, state)
		p.types("m", "saved, u undoes")
		if err := p.Signal(signal); err != nil {
			t.Fatal(err)
		}
		p.leaves(status)
		p.sees("ended by signal: " + signal.String())
		p.sees("the work is in ")
		if b := kept(t, state); b.Marks() != 1 {
			t.Errorf("%v: %d marks are kept", signal, b.Marks())
		}
	}
}

// sitFaulty starts the screen with the fault and marks a statement.
func sitFaulty(t *testing.T, args ...string) *person {
	t.Helper()
	p := sitDown(t, 120, 40, func(c *exec.Cmd) { c.Args[0] = "faulty" }, args...)
	p.linked()
	p.types("m", "marked")
	p.types("a", "note")
	return p
}

// TestFault: a fault of the program's own leaves the terminal as it was, and the work kept.
func TestFault(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.session")
	p := sitFaulty(t, file)
	p.types("\x05", "ended: a fault in parallax: please report what stands above")
	p.leaves(2)
	if !bytes.Contains(p.Raw(), []byte("this is the fault")) {
		t.Errorf("the fault is not named:\n%s", p.Text())
	}
	holdsMark(t, file)
}

// TestHang: a program that hangs leaves the terminal as it was when it is told to end, and the work kept.
func TestHang(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.session")
	p := sitFaulty(t, file, "hang")
	p.types("\x05", "")
	if !p.Wait(patience, func() bool { return bytes.Contains(p.Raw(), []byte("hangs")) }) {
		t.Fatal("it does not hang")
	}
	if err := p.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	p.leaves(143)
	p.sees("ended: ended by signal: terminated")
	holdsMark(t, file)
}

func holdsMark(t *testing.T, file string) {
	t.Helper()
	if b, warnings, err := session.ReadFile(file); err != nil || len(warnings) > 0 || b.Marks() != 1 {
		t.Errorf("%v %v", warnings, err)
	}
}

// TestFolderRemoved removes the folder of a session under the program: what was acknowledged before and after is there when
// it has ended, and the reader was told.
func TestFolderRemoved(t *testing.T) {
	state := t.TempDir()
	s := sit(t, state)
	s.types("m", "saved, u undoes")
	if err := os.RemoveAll(filepath.Join(state, "parallax", "sessions")); err != nil {
		t.Fatal(err)
	}
	s.types("jm", "the session's folder was removed while it was open; all of it is written anew")
	s.types("jm", "saved, u undoes")
	s.quits("folder was removed while it was open")
	if b := kept(t, state); b.Marks() != 3 {
		t.Errorf("%d marks are kept", b.Marks())
	}
}

// TestLockRemoved removes the lock under a program: a second one is still kept out, and loses nobody's work.
func TestLockRemoved(t *testing.T) {
	state := t.TempDir()
	first := sit(t, state)
	first.types("m", "saved, u undoes")
	locks, err := filepath.Glob(filepath.Join(state, "parallax", "sessions", "*", "session.lock"))
	if err != nil || len(locks) != 1 {
		t.Fatalf("locks: %v %v", locks, err)
	}
	if err := os.Remove(locks[0]); err != nil {
		t.Fatal(err)
	}
	second := begin(t, state)
	second.sees("read-only: the session is open in another parallax")
	second.quits("was read-only")
	first.types("jm", "saved, u undoes")
	first.quits("")
	if b := kept(t, state); b.Marks() != 2 {
		t.Errorf("%d marks are kept", b.Marks())
	}
}

// TestDamagedSession: what is damaged is said on the screen, and by the exit status.
func TestDamagedSession(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.session")
	state := t.TempDir()
	s := sit(t, state, "--session", file)
	s.types("m", "saved, u undoes")
	s.quits("")
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for damage, says := range map[string]string{"X" + string(data[1:]): "line 1 is damaged", "": "nothing stands in it"} {
		if err := os.WriteFile(file, []byte(damage), 0o600); err != nil {
			t.Fatal(err)
		}
		s = begin(t, state, "--session", file)
		s.sees("damaged")
		s.linked()
		s.types("q", "")
		s.ends(2, "")
		if !s.Wait(patience, func() bool { return strings.Contains(strings.ReplaceAll(s.Text(), "\n", ""), says) }) {
			t.Errorf("%q is not said but\n%s", says, s.Text())
		}
	}
}
