// Package emulator stands in for a terminal in tests. A [Screen] shows what a program wrote; [Start] runs a whole program
// on a pseudo-terminal whose other end is a Screen. Nothing here sleeps: whoever waits is woken by the next output.
package emulator

import (
	"bytes"
	"io"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
)

// Screen is an emulated terminal of a fixed number of columns and rows. Its methods may be called at once.
type Screen struct {
	mu      sync.Mutex
	vt      *vt.Emulator
	raw     bytes.Buffer // all that was written
	modes   map[int]bool // that are on
	changed chan struct{}
}

const cursorMode = 25 // the cursor is visible

// New makes a screen. What it answers to a program's questions goes to replies, which may be nil.
func New(width, height int, replies io.Writer) *Screen {
	s := &Screen{vt: vt.NewEmulator(width, height), changed: make(chan struct{}), modes: map[int]bool{cursorMode: true}}
	s.vt.SetCallbacks(vt.Callbacks{
		EnableMode:  func(m ansi.Mode) { s.modes[m.Mode()] = true },
		DisableMode: func(m ansi.Mode) { s.modes[m.Mode()] = false },
	})
	if replies == nil {
		replies = io.Discard
	}
	go func() { _, _ = io.Copy(replies, s.vt) }() // Write would wait for whoever reads the answers
	return s
}

// Close ends the screen.
func (s *Screen) Close() { _ = s.vt.InputPipe().(io.Closer).Close() }

// Write takes a program's output.
func (s *Screen) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	again := s.rest(p)
	s.raw.Write(p)
	_, err := s.vt.Write(append(again, p...))
	close(s.changed)
	s.changed = make(chan struct{})
	return len(p), err
}

// rest is what must be written anew before p. A pseudo-terminal parts output wherever its buffer ends, also between a
// character and a mark on it, and the emulated terminal, unlike real ones, loses a mark that comes alone: the character
// is written once more, with its mark.
func (s *Screen) rest(p []byte) []byte {
	r, _ := utf8.DecodeRune(p)
	if !unicode.Is(unicode.M, r) {
		return nil
	}
	before := s.raw.Bytes()
	before = before[max(0, len(before)-64):]
	end := len(before)
	for end > 0 {
		r, n := utf8.DecodeLastRune(before[:end])
		end -= n
		if !unicode.Is(unicode.M, r) {
			break
		}
	}
	last := before[end:]
	return append(bytes.Repeat([]byte("\b"), ansi.StringWidthWc(string(last))), last...)
}

// Resize changes the size. Do it only while nothing is being written.
func (s *Screen) Resize(width, height int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.vt.Resize(width, height)
}

// Rows is the text of every row, blanks at its end cut off.
func (s *Screen) Rows() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.rows()
}

func (s *Screen) rows() []string {
	rows := make([]string, s.vt.Height())
	var b strings.Builder
	for y := range rows {
		b.Reset()
		for x := range s.vt.Width() {
			switch c := s.vt.CellAt(x, y); {
			case c == nil:
				b.WriteByte(' ')
			case c.Width > 0 || c.Content != "":
				b.WriteString(c.Content)
			}
		}
		rows[y] = strings.TrimRight(b.String(), " ")
	}
	return rows
}

// Text is all rows, a line each.
func (s *Screen) Text() string { return strings.Join(s.Rows(), "\n") + "\n" }

// Styled is all rows with their styles, as a terminal takes them.
func (s *Screen) Styled() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.vt.Render()
}

// Style is how the cell at column x, row y looks.
func (s *Screen) Style(x, y int) uv.Style {
	s.mu.Lock()
	defer s.mu.Unlock()
	if c := s.vt.CellAt(x, y); c != nil {
		return c.Style
	}
	return uv.Style{}
}

// Cursor is the cell of the terminal's own cursor.
func (s *Screen) Cursor() (x, y int, visible bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	p := s.vt.CursorPosition()
	return p.X, p.Y, s.modes[cursorMode]
}

// Alternate reports whether the alternate screen is shown.
func (s *Screen) Alternate() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.vt.IsAltScreen()
}

// Raw is a copy of all bytes that were written.
func (s *Screen) Raw() []byte {
	s.mu.Lock()
	defer s.mu.Unlock()
	return bytes.Clone(s.raw.Bytes())
}

// Written is the number of bytes that were written.
func (s *Screen) Written() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.raw.Len()
}

// Wait waits until done, asked after every output, answers true, and reports whether it did within the time.
func (s *Screen) Wait(limit time.Duration, done func() bool) bool {
	timeout := time.NewTimer(limit)
	defer timeout.Stop()
	for {
		s.mu.Lock()
		changed := s.changed
		s.mu.Unlock()
		if done() {
			return true
		}
		select {
		case <-changed:
		case <-timeout.C:
			return done()
		}
	}
}

// Shows reports whether the text stands on some row.
func (s *Screen) Shows(text string) bool { return strings.Contains(s.Text(), text) }

// Modes is the private modes that are on and that a program must switch off before it ends: mouse, bracketed paste, focus
// reports, synchronised output, grapheme clusters.
func (s *Screen) Modes() []int {
	s.mu.Lock()
	defer s.mu.Unlock()
	var on []int
	for _, mode := range []int{1000, 1002, 1003, 1004, 1006, 2004, 2026, 2027} {
		if s.modes[mode] {
			on = append(on, mode)
		}
	}
	return on
}
