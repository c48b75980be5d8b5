//go:build unix

package emulator

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"sync"
	"syscall"
	"time"

	"github.com/charmbracelet/x/term"
	"github.com/creack/pty"
	"golang.org/x/sys/unix"
)

// Terminal is a pseudo-terminal and the screen that shows what is written to it.
type Terminal struct {
	*Screen
	TTY    *os.File   // the program's end; its settings can be read when the program has ended
	Before term.State // the settings before a program could change them
	master *os.File   // the terminal's end
	cmd    *exec.Cmd
	ended  chan struct{}
	close  sync.Once
}

// Open makes a terminal for a program of this very process.
func Open(width, height int) (*Terminal, error) {
	master, tty, err := pty.Open()
	if err != nil {
		return nil, err
	}
	// Else Close would wait for the Read that waits for the program.
	if err := unix.SetNonblock(int(master.Fd()), true); err != nil {
		return nil, err
	}
	t := &Terminal{Screen: New(width, height, master), TTY: tty, master: master, ended: make(chan struct{})}
	if t.Before, err = t.Settings(); err != nil {
		return nil, err
	}
	go func() { _, _ = io.Copy(t.Screen, master) }()
	return t, t.size(width, height)
}

// Start runs a command on a terminal of its own, in a session of its own. Standard streams that the command leaves nil
// become the terminal; standard output must be one of them.
func Start(cmd *exec.Cmd, width, height int) (*Terminal, error) {
	t, err := Open(width, height)
	if err != nil {
		return nil, err
	}
	if cmd.Stdin == nil {
		cmd.Stdin = t.TTY
	}
	if cmd.Stderr == nil {
		cmd.Stderr = t.TTY
	}
	cmd.Stdout = t.TTY
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true, Ctty: 1}
	if err := cmd.Start(); err != nil {
		t.Close()
		return nil, err
	}
	t.cmd = cmd
	go func() {
		_ = cmd.Wait()
		close(t.ended)
	}()
	return t, nil
}

func (t *Terminal) size(width, height int) error {
	conn, err := t.master.SyscallConn() // Fd would make it blocking again
	if err != nil {
		return err
	}
	size := &unix.Winsize{Col: uint16(width), Row: uint16(height)}
	if failed := conn.Control(func(fd uintptr) { err = unix.IoctlSetWinsize(int(fd), unix.TIOCSWINSZ, size) }); failed != nil {
		return failed
	}
	return err
}

// Type sends what a keyboard sends.
func (t *Terminal) Type(keys string) error {
	_, err := io.WriteString(t.master, keys)
	return err
}

// SetSize changes the size of the window; the program is told by a signal. Do it only while nothing is being written.
func (t *Terminal) SetSize(width, height int) error {
	t.Resize(width, height)
	return t.size(width, height)
}

// Process is the program's.
func (t *Terminal) Process() *os.Process { return t.cmd.Process }

// Signal sends the program a signal.
func (t *Terminal) Signal(s os.Signal) error { return t.cmd.Process.Signal(s) }

// HangUp closes the terminal under the program.
func (t *Terminal) HangUp() error { return t.master.Close() }

// Settings are the terminal's: echo, line editing and so on.
func (t *Terminal) Settings() (term.State, error) {
	s, err := term.GetState(t.TTY.Fd())
	if err != nil {
		return term.State{}, err
	}
	return *s, nil
}

// Status waits for the program's end and returns its exit status, -1 when a signal ended it.
func (t *Terminal) Status(limit time.Duration) (int, error) {
	select {
	case <-t.ended:
		return t.cmd.ProcessState.ExitCode(), nil
	case <-time.After(limit):
		return 0, fmt.Errorf("the program did not end within %v", limit)
	}
}

// Close ends the program if it still runs, and the terminal.
func (t *Terminal) Close() {
	t.close.Do(func() {
		if t.cmd != nil {
			_ = t.cmd.Process.Kill()
			<-t.ended
		}
		_ = t.TTY.Close()
		_ = t.master.Close()
		t.Screen.Close()
	})
}

// Expect waits until the screen shows a text.
func (t *Terminal) Expect(text string, limit time.Duration) error {
	if !t.Wait(limit, func() bool { return t.Shows(text) }) {
		return fmt.Errorf("the terminal does not show %q but\n%s", text, t.Text())
	}
	return nil
}

// Ended waits for the program's end and says what is not as it should be: the exit status, or what a program must put
// back, the first screen, the cursor, the modes and the settings as they were.
func (t *Terminal) Ended(status int, limit time.Duration) error {
	got, err := t.Status(limit)
	if err != nil {
		return fmt.Errorf("%w; the terminal shows\n%s", err, t.Text())
	}
	var errs []error
	if got != status {
		errs = append(errs, fmt.Errorf("exit status %d, not %d; the terminal shows\n%s", got, status, t.Text()))
	}
	restored := func() bool {
		_, _, visible := t.Cursor()
		return !t.Alternate() && visible && len(t.Modes()) == 0
	}
	if !t.Wait(limit, restored) {
		_, _, visible := t.Cursor()
		errs = append(errs, fmt.Errorf("alternate screen %v, cursor visible %v, modes %v", t.Alternate(), visible, t.Modes()))
	}
	if after, err := t.Settings(); err != nil || after != t.Before {
		errs = append(errs, fmt.Errorf("the settings were %+v and are %+v, %v", t.Before, after, err))
	}
	return errors.Join(errs...)
}
