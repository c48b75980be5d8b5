//go:build unix

package main

import (
	"os/exec"
	"strings"
	"testing"
)

// TestTour: the very first start on the embedded reports offers the tour, which can be gone through to a brief that is
// verified; no later start offers it, nor does a first start on files of the reader's own.
func TestTour(t *testing.T) {
	state, folder := t.TempDir(), t.TempDir()
	with := func(cmd *exec.Cmd) {
		cmd.Env, cmd.Dir = append(cmd.Env, "XDG_STATE_HOME="+state), folder
	}
	p := sitDown(t, 120, 24, with)
	p.linked()
	p.types("n", "tour 2 of 5")
	p.types("\r", "tour 3 of 5")
	p.types("\x1b", "tour 3 of 5  / ")
	p.types("/hospital", "1 of 7 statements")
	p.types("\r", "tour 4 of 5")
	p.types("awhy\r", "tour 5 of 5")
	p.types("bx", "export to")
	p.types("\r", "tour done")
	if err := p.Type("\x03"); err != nil {
		t.Fatal(err)
	}
	p.leaves(0)

	p = sitDown(t, 80, 24, with, "verify", "brief.md")
	p.leaves(0)

	p = sitDown(t, 120, 24, with)
	p.sees("note: why")
	p.lacks("esc ends it")
	p.types("q:tour\r", "tour 1 of 5")

	p = sitDown(t, 80, 24, func(cmd *exec.Cmd) { cmd.Dir = folder }, "brief.md")
	p.sees("? help")
	p.lacks("esc ends it")
}

// lacks checks that a text is not on the screen.
func (p *person) lacks(text string) {
	p.t.Helper()
	if strings.Contains(p.Text(), text) {
		p.t.Errorf("the screen has %q:\n%s", text, p.Text())
	}
}
