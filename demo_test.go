//go:build unix

package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"parallax/ui/emulator"
)

var cast = flag.String("cast", "", "the file to record the demo in, as an asciicast; none: it is played only")

// demo is the script of the first minute, in the language of vhs.
const demo = ".demo/first-minute.tape"

// TestDemo plays the demo: what is typed has to lead to what it waits for. With -cast it is recorded.
func TestDemo(t *testing.T) {
	script, err := os.ReadFile(demo)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := exec.LookPath("bash"); err != nil {
		t.Skip("the demo is played in bash, which is not here")
	}
	p := &player{person: sitInShell(t, 120, 30), t: t}
	p.sees("$")
	for n, l := range strings.Split(string(script), "\n") {
		p.where = fmt.Sprintf("%s:%d", demo, n+1)
		p.do(strings.TrimSpace(l))
	}
	if p.waited < 10 {
		t.Errorf("%s waits for %d things only", demo, p.waited)
	}
	if *cast != "" {
		if err := os.WriteFile(*cast, p.cast(120, 30), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// sitInShell is a person in front of a shell that knows the program.
func sitInShell(t *testing.T, width, height int) *person {
	t.Helper()
	cmd := exec.Command("bash", "--norc", "--noprofile", "-i")
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "COLORTERM=truecolor", "PS1=$ ", "HISTFILE=", "NO_COLOR=", "LANG=C.UTF-8", "LC_ALL=", "TMUX=")
	e, err := emulator.Start(cmd, width, height)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(e.Close)
	return &person{Terminal: e, t: t}
}

// player plays a script line by line.
type player struct {
	*person
	t      *testing.T
	where  string
	hidden bool
	waited int
	at     time.Duration // since the beginning, by the script's own pauses
	frames []frame
}

// frame is what the screen shows at a time.
type frame struct {
	at    time.Duration
	shows string
}

// do plays one line. Settings of the look are vhs's own.
func (p *player) do(line string) {
	p.t.Helper()
	word, rest, _ := strings.Cut(line, " ")
	switch word {
	case "", "#", "Output", "Require", "Set":
	case "Hide", "Show":
		p.hidden = word == "Hide"
	case "Type":
		text, err := strconv.Unquote(rest)
		if err != nil {
			p.t.Fatalf("%s: %v", p.where, err)
		}
		p.press(text)
		if p.hidden {
			p.sees("clear")
		}
	case "Enter":
		p.press("\r")
		if p.hidden {
			p.waitFor(`^\s*\$\s*$`)
		}
	case "Escape":
		p.press("\x1b")
	case "Sleep":
		pause, err := time.ParseDuration(rest)
		if err != nil {
			p.t.Fatalf("%s: %v", p.where, err)
		}
		p.keep()
		p.at += pause
	case "Wait+Screen":
		p.waitFor(strings.Trim(rest, "/"))
		p.waited++
		p.keep()
		p.at += beat
	default:
		p.t.Fatalf("%s: what is %s?", p.where, word)
	}
}

// beat is how long a frame stands at least.
const beat = 300 * time.Millisecond

func (p *player) press(keys string) {
	p.t.Helper()
	if err := p.Type(keys); err != nil {
		p.t.Fatalf("%s: %v", p.where, err)
	}
}

// synchronised is the mode in which a frame is on its way.
const synchronised = 2026

// waitFor waits for a whole frame that matches.
func (p *player) waitFor(pattern string) {
	p.t.Helper()
	want := regexp.MustCompile(pattern)
	whole := func() bool { return !slices.Contains(p.Modes(), synchronised) }
	if !p.Wait(patience, func() bool { return whole() && want.MatchString(strings.TrimRight(p.Text(), "\n")) && whole() }) {
		p.t.Fatalf("%s: nothing on the screen matches %s:\n%s", p.where, pattern, p.Text())
	}
}

// keep keeps what is on the screen, unless it is what was there before.
func (p *player) keep() {
	shows := p.Styled()
	if p.hidden || len(p.frames) > 0 && p.frames[len(p.frames)-1].shows == shows {
		return
	}
	p.frames = append(p.frames, frame{p.at, shows})
}

// cast is an asciicast of the second version: a head, then a line a frame, each drawn whole.
func (p *player) cast(width, height int) []byte {
	var b bytes.Buffer
	lines := json.NewEncoder(&b)
	lines.SetEscapeHTML(false)
	put := func(v any) {
		if err := lines.Encode(v); err != nil {
			p.t.Fatal(err)
		}
	}
	put(map[string]any{"version": 2, "width": width, "height": height, "title": "parallax: the first minute"})
	for _, f := range p.frames {
		put([]any{f.at.Seconds(), "o", "\x1b[?25l\x1b[H\x1b[2J" + strings.ReplaceAll(f.shows, "\n", "\r\n")})
	}
	put([]any{p.at.Seconds(), "o", "\x1b[?25h"})
	return b.Bytes()
}
