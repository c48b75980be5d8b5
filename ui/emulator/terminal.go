package emulator

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"sync"
	"syscall"
	"time"

	"github.com/creack/pty"
	"golang.org/x/sys/unix"
)

// Terminal is a program on a pseudo-terminal of its own, in a session of its own, and the screen that shows its output.
type Terminal struct {
	*Screen
	cmd    *exec.Cmd
	master *os.File // the terminal's end
	tty    *os.File // the program's end, held open so that its settings can be read afterwards
	ended  chan struct{}
	close  sync.Once
}

// Start runs the command. Standard streams that the command leaves nil become the terminal.
func Start(cmd *exec.Cmd, width, height int) (*Terminal, error) {
	master, tty, err := pty.Open()
	if err != nil {
		return nil, err
	}
	t := &Terminal{Screen: New(width, height, master), cmd: cmd, master: master, tty: tty, ended: make(chan struct{})}
	if err := t.size(width, height); err != nil {
		return nil, err
	}
	var input bool
	if cmd.Stdin == nil {
		cmd.Stdin, input = tty, true
	}
	if cmd.Stdout == nil {
		cmd.Stdout = tty
	}
	if cmd.Stderr == nil {
		cmd.Stderr = tty
	}
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true, Ctty: 1}
	if input {
		cmd.SysProcAttr.Ctty = 0
	}
	if err := cmd.Start(); err != nil {
		t.Close()
		return nil, err
	}
	go func() { _, _ = io.Copy(t.Screen, master) }()
	go func() {
		_ = cmd.Wait()
		close(t.ended)
	}()
	return t, nil
}

func (t *Terminal) size(width, height int) error {
	return pty.Setsize(t.master, &pty.Winsize{Cols: uint16(width), Rows: uint16(height)})
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

// Signal sends the program a signal.
func (t *Terminal) Signal(s os.Signal) error { return t.cmd.Process.Signal(s) }

// HangUp closes the terminal under the program.
func (t *Terminal) HangUp() error { return t.master.Close() }

// Settings are the terminal's: echo, line editing and so on.
func (t *Terminal) Settings() (unix.Termios, error) {
	s, err := unix.IoctlGetTermios(int(t.tty.Fd()), unix.TCGETS)
	if err != nil {
		return unix.Termios{}, err
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
		if t.cmd.Process != nil {
			_ = t.cmd.Process.Kill()
			<-t.ended
		}
		_ = t.tty.Close()
		_ = t.master.Close()
		t.Screen.Close()
	})
}
