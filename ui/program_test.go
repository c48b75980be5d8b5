//go:build unix

package ui

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"

	"parallax/corpus"
	"parallax/ui/desk"
	"parallax/ui/emulator"
)

// program is the model in a real Bubble Tea program that writes to an emulated terminal.
type program struct {
	t      testing.TB
	p      *tea.Program
	screen *emulator.Terminal
	ended  chan error
	pulse  *pulse
}

// probe asks the program for the frame that it shows now.
type probe chan shown

type shown struct {
	frame  string
	cursor *tea.Cursor
}

// start runs the program.
func start(t testing.TB, c *corpus.Corpus, width, height int, env []string, change ...func(*Options)) *program {
	t.Helper()
	e, err := emulator.Open(width, height)
	if err != nil {
		t.Fatal(err)
	}
	o := Options{Corpus: c, Input: e.TTY, Output: e.TTY}
	for _, f := range change {
		f(&o)
	}
	r := &program{t: t, screen: e, ended: make(chan error, 1)}
	m := newModel(t.Context(), o)
	m.desk.Link()
	r.p = tea.NewProgram(m,
		tea.WithInput(o.Input), tea.WithOutput(o.Output), tea.WithFPS(fps), tea.WithoutSignalHandler(),
		tea.WithEnvironment(append([]string{"TERM=xterm-256color", "COLORTERM=truecolor"}, env...)),
		tea.WithFilter(func(m tea.Model, msg tea.Msg) tea.Msg {
			if ask, ok := msg.(probe); ok {
				ask <- shown{m.(*model).frame, m.(*model).cursor}
				return nil
			}
			return countByRune(m, msg)
		}))
	m.pulse = newPulse(r.p)
	r.pulse = m.pulse
	go func() {
		_, err := r.p.Run()
		r.ended <- err
	}()
	t.Cleanup(r.end)
	return r
}

// end ends the program and its terminal.
func (r *program) end() {
	r.p.Quit()
	select {
	case err := <-r.ended:
		if err != nil {
			r.t.Error(err)
		}
	case <-time.After(patience):
		r.t.Error("the program did not end")
	}
	r.screen.Close()
}

// shows is what the model shows now.
func (r *program) shows() shown {
	ask := make(probe, 1)
	r.p.Send(ask)
	select {
	case s := <-ask:
		return s
	case <-time.After(patience):
		r.t.Fatal("the program does not answer")
		return shown{}
	}
}

// settled waits until the terminal shows the model's own frame, and fails when it never does.
func (r *program) settled(after string) {
	r.t.Helper()
	var want shown
	ok := r.screen.Wait(patience, func() bool {
		want = r.shows()
		if want.frame == "" || r.screen.Text() != trimmed(want.frame) {
			return false
		}
		x, y, visible := r.screen.Cursor()
		return visible == (want.cursor != nil) && (want.cursor == nil || x == want.cursor.X && y == want.cursor.Y)
	})
	if !ok {
		x, y, visible := r.screen.Cursor()
		r.t.Fatalf("after %s the terminal shows\n%s(cursor %d,%d %v)\nthe frame is\n%s(cursor %+v)", after, r.screen.Text(), x, y, visible, trimmed(want.frame), want.cursor)
	}
}

// trimmed is a frame's text without the blanks at the ends of its rows.
func trimmed(frame string) string {
	rows := strings.Split(plain(frame), "\n")
	for i := range rows {
		rows[i] = strings.TrimRight(rows[i], " ")
	}
	return strings.Join(rows, "\n") + "\n"
}

var steps = flag.Int("steps", 400, "how much to press at random in the real program")

// player does at random what a person could do.
type player struct {
	r             *rand.Rand
	width, height int
}

var playable = append(strings.Fields(everywhere), "j", "j", "k", "J", "K", "ctrl+d", "ctrl+u", "n", "o", "l", "h", "down", "up",
	"esc", "esc", "enter", "backspace", "delete", "ctrl+k", "ctrl+j", "ctrl+w", "alt+left", "r", "t", "ü", "世", "\"", "-", "u")

// next is a message and its name.
func (p *player) next() (tea.Msg, string) {
	x, y := p.r.IntN(p.width+1), p.r.IntN(p.height+1)
	switch n := p.r.IntN(100); {
	case n < 4:
		p.width, p.height = 1+p.r.IntN(220), 1+p.r.IntN(60)
		if p.r.IntN(2) == 0 {
			p.width, p.height = 40+p.r.IntN(100), 12+p.r.IntN(40)
		}
		return tea.WindowSizeMsg{Width: p.width, Height: p.height}, fmt.Sprintf("size %dx%d", p.width, p.height)
	case n < 8:
		return tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft}, fmt.Sprintf("click %d,%d", x, y)
	case n < 14:
		return tea.MouseWheelMsg{X: x, Y: y, Button: tea.MouseWheelDown}, fmt.Sprintf("wheel down %d,%d", x, y)
	case n < 18:
		return tea.MouseWheelMsg{X: x, Y: y, Button: tea.MouseWheelUp}, fmt.Sprintf("wheel up %d,%d", x, y)
	case n < 20:
		return tea.PasteMsg{Content: hostile}, "paste"
	}
	for {
		k := playable[p.r.IntN(len(playable))]
		if k != "q" && k != "ctrl+z" && k != "ctrl+c" { // these leave the program
			return press(k), k
		}
	}
}

// TestRandomFrames presses at random, and checks every frame.
func TestRandomFrames(t *testing.T) {
	seeded, links := embedded()
	bad, badLinks := hostileEvent(t)
	odd, oddLinks := oddEvent(t)
	for seed := range uint64(9) {
		c, l := seeded, links
		switch seed % 3 {
		case 1:
			c, l = bad, badLinks
		case 2:
			c, l = odd, oddLinks
		}
		randomFrames(t, c, l, seed, 300)
	}
}

func randomFrames(t *testing.T, c *corpus.Corpus, l *corpus.Linked, seed uint64, steps int) {
	t.Helper()
	s := open(t, c, nil, 80, 24, func(o *Options) { o.ASCII = seed%5 == 4 })
	p := &player{r: rand.New(rand.NewPCG(seed, 1)), width: 80, height: 24}
	var done []string
	for i := range steps {
		if i == 20 {
			s.send(desk.Linked{Linked: l})
		}
		msg, name := p.next()
		done = append(done, name)
		s.Update(msg)
		if err := s.fault(); err != nil {
			t.Fatalf("seed %d: %v\n%s\n%s", seed, err, strings.Join(done, " | "), s.text())
		}
	}
}

func FuzzFrames(f *testing.F) {
	f.Add(uint64(1))
	c, l := embedded()
	bad, badLinks := hostileEvent(f)
	f.Fuzz(func(t *testing.T, seed uint64) {
		randomFrames(t, c, l, seed, 200)
		randomFrames(t, bad, badLinks, seed, 200)
	})
}

// TestTerminalShowsTheFrame presses at random in the real program. The renderer sends differences and scrolls the terminal's
// own rows; what stands on the terminal in the end must be the frame.
func TestTerminalShowsTheFrame(t *testing.T) {
	c, _ := embedded()
	odd, _ := oddEvent(t)
	bad, _ := hostileEvent(t)
	for i, c := range []*corpus.Corpus{c, odd, bad} {
		onATerminal(t, c, uint64(i), *steps/3)
	}
}

func onATerminal(t *testing.T, c *corpus.Corpus, seed uint64, steps int) {
	t.Helper()
	r := start(t, c, 80, 24, nil)
	r.settled("the start")
	p := &player{r: rand.New(rand.NewPCG(seed, 2)), width: 80, height: 24}
	for range steps {
		msg, name := p.next()
		if size, ok := msg.(tea.WindowSizeMsg); ok {
			r.screen.Resize(size.Width, size.Height)
		}
		r.p.Send(msg)
		r.settled(fmt.Sprintf("seed %d: %s", seed, name))
	}
}

func FuzzTerminal(f *testing.F) {
	f.Add(uint64(1))
	c, _ := embedded()
	f.Fuzz(func(t *testing.T, seed uint64) { onATerminal(t, c, seed, 50) })
}

// TestColours: with NO_COLOR no colour is sent, and what is bold, underlined or reversed stays so.
func TestColours(t *testing.T) {
	c, _ := embedded()
	for _, test := range []struct {
		env     []string
		colours bool
	}{{nil, true}, {[]string{"NO_COLOR=1"}, false}, {[]string{"NO_COLOR=1", "CLICOLOR_FORCE=1"}, false}} {
		r := start(t, c, 120, 24, test.env)
		r.settled("the start")
		for _, k := range []string{"/", "k", "y", "i", "v", "enter"} {
			r.p.Send(press(k))
		}
		if !r.screen.Wait(patience, func() bool { return r.screen.Shows("search kyiv ") }) {
			t.Fatalf("no search:\n%s", r.screen.Text())
		}
		r.settled("a search")
		if got := colourSent(r.screen.Raw()); got != test.colours {
			t.Errorf("%v: colours sent: %v", test.env, got)
		}
		var underlined, bold, reversed bool
		for y := range 24 {
			for x := range 120 {
				style := r.screen.Style(x, y)
				underlined = underlined || style.Underline != 0
				bold = bold || style.Attrs&uv.AttrBold != 0
				reversed = reversed || style.Attrs&uv.AttrReverse != 0
			}
		}
		if !underlined || !bold || !reversed {
			t.Errorf("%v: underlined %v, bold %v, reversed %v", test.env, underlined, bold, reversed)
		}
	}
}

var sgr = regexp.MustCompile("\x1b\\[([0-9;:]*)m")

// colourSent reports whether some sequence sets a colour.
func colourSent(raw []byte) bool {
	for _, m := range sgr.FindAllSubmatch(raw, -1) {
		for _, f := range strings.FieldsFunc(string(m[1]), func(r rune) bool { return r == ';' || r == ':' }) {
			if n, _ := strconv.Atoi(f); n >= 30 && n <= 48 && n != 39 || n >= 90 && n <= 107 {
				return true
			}
		}
	}
	return false
}

// BenchmarkTerminal is a key press in the real program until the terminal shows its frame, with the bytes that were
// written. Aim: 8 kB. The time holds the wait for the next of 120 frames a second.
func BenchmarkTerminal(b *testing.B) {
	c, _ := embedded()
	for _, keys := range [][2]string{{"j", "k"}, {"l", "h"}, {"J", "K"}, {"ctrl+f", "pgup"}} {
		b.Run(keys[0]+"_"+keys[1], func(b *testing.B) {
			r := start(b, c, 200, 50, nil)
			r.settled("the start")
			for range 6 {
				r.p.Send(press("j"))
			}
			r.settled("the start")
			before, i := r.screen.Written(), 0
			for b.Loop() {
				r.p.Send(press(keys[i&1]))
				r.settled(keys[i&1])
				i++
			}
			b.ReportMetric(float64(r.screen.Written()-before)/float64(i), "bytes/move")
		})
	}
}
