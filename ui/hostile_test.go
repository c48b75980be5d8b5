package ui

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"parallax/corpus"
	"parallax/ui/desk"
	"parallax/ui/emulator"
)

// hostile is what no text, title, name or note may do to a terminal: command it, write its clipboard, go back in the row,
// turn the order of letters round, hide letters.
var hostile = "a\x1b[31mred\x1b[0m\x1b[2J\x1b]0;title\x07\x1b]52;c;aGk=\x07\x1bP1$r\x1b\\ cr\rlf\x85 c1\u009b31m\u0090x\u009c " +
	"bidi\u202Eover\u202C\u2066iso\u2069 zero\u200Bwidth\u200D\uFEFF\u00AD \x00\x08\x7f tag\U000E0041 \u2028sep\u2029 " +
	"vs\uFE00\uFE0F\U000E0148 own\uE000\U000F0001 none\uFFFE\uFDD0\U0001FFFF pile" + pile + " "

// pile is more marks on a letter than any spelling has.
var pile = strings.Repeat("\u0301", 30)

func hostileEvent(t testing.TB) (*corpus.Corpus, *corpus.Linked) {
	t.Helper()
	text := func(name string) string {
		return name + "1 begins so.\n" + name + "2 " + hostile + "goes on " + hostile + "and ends.\n" + name + "3 ends it.\n"
	}
	c, l := event(t, []outlet{
		{name: "A" + hostile, title: "T" + hostile, note: "N" + hostile, byline: "B" + hostile, url: "https://example.org/" + hostile, path: "p" + hostile, text: text("A")},
		{name: "B" + hostile, text: text("B")},
		{name: hostile, title: "A1 begins so.", text: text("C")},
	}, "A1 B1", "A2 B2 part", "A2 C2", "B2 C2", "A3 C1")
	c.Name = "E" + hostile
	return c, l
}

// TestHostile goes through every screen of a hostile corpus. Each frame on the way is checked for what must not be there.
func TestHostile(t *testing.T) {
	c, l := hostileEvent(t)
	for name, change := range map[string]func(*Options){
		"plain": func(*Options) {}, "ascii": func(o *Options) { o.ASCII = true }, "linear": func(o *Options) { o.Linear = true },
	} {
		t.Run(name, func(t *testing.T) { walk(t, c, l, change) })
	}
	s := open(t, c, l, 120, 40)
	if title := s.View().WindowTitle; strings.ContainsFunc(title, forbidden) {
		t.Errorf("the window's title is %q", title)
	}
	s.press("j ' z")
	s.send(saidMsg("from a program: " + hostile))
	s.send(desk.LinkFailed{Err: errorString(hostile)})
	for _, field := range []string{"/", ":", "?"} {
		s.press("esc esc esc esc " + field)
		s.send(pasted(hostile))
		s.press("left left left backspace enter")
	}
}

// TestHostileOnATerminal: the emulated terminal shows the frame's own text, and has been told nothing else.
func TestHostileOnATerminal(t *testing.T) {
	c, l := hostileEvent(t)
	for _, keys := range []string{"j", "j enter", "j / r e d", "l j"} {
		s := open(t, c, l, 120, 40)
		s.press(keys)
		e := emulator.New(120, 40, nil)
		defer e.Close()
		_, _ = e.Write([]byte(strings.ReplaceAll(s.frame, "\n", "\r\n")))
		if got := e.Text(); got != s.text() {
			t.Errorf("%s: the terminal shows\n%s\nthe frame is\n%s", keys, got, s.text())
		}
	}
}

var hostileScreens = flag.Int("hostile", 6, "how many hostile events TestHostileScreens goes through")

// TestHostileScreens goes through every screen of events made of such pieces at random, looks at each frame, and at what
// is copied.
func TestHostileScreens(t *testing.T) {
	words := append(strings.Fields(hostile), "The harbour", "closed.", "“Agreed,”", "said", "❤\uFE0F", "港は閉鎖", "\n", ". ")
	copied := 0
	for seed := range uint64(*hostileScreens) {
		r := rand.New(rand.NewPCG(seed, 9))
		some := func(n int) string {
			var b strings.Builder
			for range 1 + r.IntN(n) {
				b.WriteString(words[r.IntN(len(words))])
				if r.IntN(3) > 0 {
					b.WriteByte(' ')
				}
			}
			return b.String()
		}
		var outlets []outlet
		for _, name := range []string{"A", "B", "C"} {
			text := ""
			for i := range 4 {
				text += fmt.Sprintf("%s%d %s ends.\n", name, i+1, some(20))
			}
			outlets = append(outlets, outlet{name: name + some(2), title: some(4), byline: some(2), note: some(2), url: "https://example.org/" + some(1), path: some(2), text: text})
		}
		c, l := event(t, outlets, "A1 B1", "A2 B2 part", "A2 C2", "B2 C2", "A3 C1")
		size := [][2]int{{40, 12}, {80, 24}, {120, 40}, {200, 50}}[r.IntN(4)]
		s := open(t, c, l, size[0], size[1])
		s.press(everywhere + " esc y Y j enter y Y")
		for _, keys := range []string{"a", "t", "R", "esc m v w w a", "c j R", "l a", "y Y . v tab s 0 d f /", "esc esc esc b I", "i", "a"} {
			s.press(keys)
			s.send(pasted(some(9)))
			s.press("enter")
		}
		s.press("g g y j y j y j y p j esc esc V j enter j j y esc esc s D j j r j y n p u esc g g c j enter b d d")
		for _, msg := range s.sent {
			copied++
			for _, ch := range fmt.Sprint(msg) {
				if ch != '\n' && ch != '\t' && ch != 0xFE0F && forbidden(ch) && ch != 0x200C && ch != 0x200D {
					t.Errorf("event %d: the copy holds %U: %T %.300q", seed, ch, msg, fmt.Sprint(msg))
				}
			}
		}
	}
	if copied == 0 {
		t.Error("nothing was copied")
	}
}
