//go:build unix

package ui

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"parallax/ui/emulator"
)

// child makes the test binary the program itself, on whatever terminal it was started.
const child = "PARALLAX_UI_CHILD"

func TestMain(m *testing.M) {
	if how := os.Getenv(child); how != "" {
		os.Exit(runChild(how))
	}
	os.Exit(m.Run())
}

// runChild is the reading screen of the embedded reports; asked to panic, it does so when P is pressed.
func runChild(how string) int {
	c, _ := embedded()
	var more []tea.ProgramOption
	if how == "panic" {
		more = append(more, tea.WithFilter(func(_ tea.Model, msg tea.Msg) tea.Msg {
			if k, ok := msg.(tea.KeyPressMsg); ok && k.String() == "P" {
				panic("asked to")
			}
			return msg
		}))
	}
	err := run(context.Background(), Options{Corpus: c, Input: os.Stdin, Output: os.Stdout}, more...)
	if signalled := (Signalled{}); errors.As(err, &signalled) {
		return signalled.ExitStatus()
	}
	if err != nil {
		fmt.Println(err)
		return 1
	}
	return 0
}

// launch runs the test binary as the program on a pseudo-terminal.
func launch(t *testing.T, how string) *emulator.Terminal {
	t.Helper()
	return onTerminal(t, how, exec.Command(os.Args[0]))
}

func onTerminal(t *testing.T, how string, cmd *exec.Cmd) *emulator.Terminal {
	t.Helper()
	cmd.Env = append(os.Environ(), child+"="+how, "TERM=xterm-256color", "COLORTERM=truecolor")
	e, err := emulator.Start(cmd, 120, 40)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(e.Close)
	return e
}

func expect(t *testing.T, e *emulator.Terminal, text string) {
	t.Helper()
	if err := e.Expect(text, patience); err != nil {
		t.Fatal(err)
	}
}

func TestTerminalIsRestored(t *testing.T) {
	tests := []struct {
		name, how string
		act       func(*emulator.Terminal) error
		status    int
		says      string
	}{
		{"after q", "plain", func(e *emulator.Terminal) error { return e.Type("q") }, 0, ""},
		{"after ctrl-c in the search", "plain", func(e *emulator.Terminal) error { return e.Type("/kyiv\x03") }, 0, ""},
		{"after a panic", "panic", func(e *emulator.Terminal) error { return e.Type("P") }, 1, "a fault in parallax"},
		{"after SIGTERM", "plain", func(e *emulator.Terminal) error { return e.Signal(syscall.SIGTERM) }, 143, ""},
		{"after SIGHUP", "plain", func(e *emulator.Terminal) error { return e.Signal(syscall.SIGHUP) }, 129, ""},
		{"after SIGINT", "plain", func(e *emulator.Terminal) error { return e.Signal(syscall.SIGINT) }, 130, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			e := launch(t, test.how)
			expect(t, e, "Talks in Antalya")
			if !e.Alternate() {
				t.Error("the program does not use the alternate screen")
			}
			if during, _ := e.Settings(); during == e.Before {
				t.Error("the terminal is not in raw mode")
			}
			if err := test.act(e); err != nil {
				t.Fatal(err)
			}
			if err := e.Ended(test.status, patience); err != nil {
				t.Error(err)
			}
			if test.says != "" {
				expect(t, e, test.says)
			}
		})
	}
}

// TestDeadTerminal: when the terminal goes away the program ends, and says so by its exit status.
func TestDeadTerminal(t *testing.T) {
	e := launch(t, "plain")
	expect(t, e, "Talks in Antalya")
	if err := e.HangUp(); err != nil {
		t.Fatal(err)
	}
	if status, err := e.Status(patience); err != nil || status != 129 {
		t.Errorf("exit status %d, %v", status, err)
	}
}

// TestSuspend: ctrl-z gives the terminal back to the shell, and after the return the screen is drawn anew.
func TestSuspend(t *testing.T) {
	e := onTerminal(t, "plain", exec.Command("/bin/sh", "-c", `set -m; "$0"; echo stopped; read answer; fg`, os.Args[0]))
	expect(t, e, "Talks in Antalya")
	if err := e.Type("jj"); err != nil {
		t.Fatal(err)
	}
	expect(t, e, "3/26")
	if err := e.Type("\x1a"); err != nil {
		t.Fatal(err)
	}
	expect(t, e, "stopped")
	if now, err := e.Settings(); err != nil || now != e.Before || e.Alternate() || len(e.Modes()) > 0 {
		t.Errorf("ctrl-z did not give the terminal back: %+v, alternate screen %v, modes %v", now, e.Alternate(), e.Modes())
	}
	if err := e.Type("\n"); err != nil {
		t.Fatal(err)
	}
	expect(t, e, "3/26")
	if !e.Alternate() {
		t.Error("the program did not take the alternate screen again")
	}
	if err := e.Type("q"); err != nil {
		t.Fatal(err)
	}
	if err := e.Ended(0, patience); err != nil {
		t.Error(err)
	}
}

// TestWindowSize: the program follows the window.
func TestWindowSize(t *testing.T) {
	e := launch(t, "plain")
	expect(t, e, "Press TV · 10 Mar 2022")
	if err := e.SetSize(80, 24); err != nil {
		t.Fatal(err)
	}
	if !e.Wait(patience, func() bool {
		return strings.Contains(e.Rows()[23], "? help") && !e.Shows("Press TV ·") && e.Shows("China Daily ·")
	}) {
		t.Fatalf("after a change of size:\n%s", e.Text())
	}
	if err := e.SetSize(20, 5); err != nil {
		t.Fatal(err)
	}
	expect(t, e, "40x12, this is 20x5")
	if err := e.Type("q"); err != nil {
		t.Fatal(err)
	}
	if err := e.Ended(0, patience); err != nil {
		t.Error(err)
	}
}

// TestFirstFrame: a person does not wait. The limit is far above what is aimed at, so that a busy machine passes too; the
// benchmarks measure.
func TestFirstFrame(t *testing.T) {
	began := time.Now()
	e := launch(t, "plain")
	expect(t, e, " same")
	if took := time.Since(began); took > 5*time.Second {
		t.Errorf("the first frame with its links took %v", took)
	}
}
