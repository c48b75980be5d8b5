//go:build unix

package main

import (
	"encoding/base64"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"parallax/ui/emulator"
)

// patience is how long a test waits for what should come at once.
const patience = 20 * time.Second

// person sits in front of the whole program on a terminal.
type person struct {
	*emulator.Terminal
	t *testing.T
}

// sitDown starts the program, which is this test's binary under another name (see TestMain).
func sitDown(t *testing.T, width, height int, change func(*exec.Cmd), args ...string) *person {
	t.Helper()
	binary, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := &exec.Cmd{Path: binary, Args: append([]string{"parallax"}, args...)}
	for _, v := range os.Environ() {
		switch name, _, _ := strings.Cut(v, "="); name {
		case "NO_COLOR", "TMUX", "TERM", "COLORTERM", "TERM_PROGRAM", "SSH_TTY", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME":
		default:
			cmd.Env = append(cmd.Env, v)
		}
	}
	cmd.Env = append(cmd.Env, "TERM=xterm-256color", "COLORTERM=truecolor", "XDG_STATE_HOME="+t.TempDir(), "XDG_CACHE_HOME="+t.TempDir(), "XDG_CONFIG_HOME="+t.TempDir())
	if change != nil {
		change(cmd)
	}
	e, err := emulator.Start(cmd, width, height)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(e.Close)
	return &person{Terminal: e, t: t}
}

// types presses keys and then sees a text.
func (p *person) types(keys, sees string) {
	p.t.Helper()
	if err := p.Type(keys); err != nil {
		p.t.Fatal(err)
	}
	p.sees(sees)
}

func (p *person) sees(text string) {
	p.t.Helper()
	if err := p.Expect(text, patience); err != nil {
		p.t.Fatal(err)
	}
}

// matches waits until some row matches.
func (p *person) matches(pattern string) {
	p.t.Helper()
	row := regexp.MustCompile("(?m)" + pattern)
	if !p.Wait(patience, func() bool { return row.MatchString(p.Text()) }) {
		p.t.Fatalf("no row matches %s:\n%s", pattern, p.Text())
	}
}

// linked sees that the links are there: the strip says of the current claim how many other outlets have which part in it.
func (p *person) linked() {
	p.t.Helper()
	p.matches(`\d (same|in part|differs|linked elsewhere|silent)|no other outlet`)
}

// leaves checks that the program ends and leaves the terminal as it was.
func (p *person) leaves(status int) {
	p.t.Helper()
	if err := p.Ended(status, patience); err != nil {
		p.t.Error(err)
	}
}

// TestSession is a short session of a new reader: open, move, next outlet, search, claim card, copy, resize, quit.
func TestSession(t *testing.T) {
	p := sitDown(t, 120, 40, nil)
	p.sees("Talks in Antalya · 10 Mar 2022 · 5 outlets")
	p.matches(` \d same`)   // the links are there
	p.sees("j k statement") // the first run shows how to move
	if !p.Alternate() {
		t.Error("the first screen is overwritten")
	}
	p.types("j", "Middle East Eye · 10 Mar 2022    2/26")
	p.types("10G", "10/26")
	p.types("l", "/25")
	p.matches(`China Daily · 11 Mar 2022 +\d+/25`)
	p.types("'mi", "10/26")
	p.types("/hospital", "1 of 7 statements")
	p.sees("China Daily 0")
	p.types("\r", "search hospital")
	p.types("n", "search hospital")
	p.types("\x1b", "search hospital ended")
	p.types("'mi4G\r", "Claim: ")
	p.matches(`Claim: .*: \d+ statements, \d of 5 outlets`)
	p.matches(`Middle East Eye · statement 4 .*under the cursor`)
	p.types("q", "4/26")
	p.types("y", "sent to the terminal: Middle East Eye, statement 4")
	if copied := clipboard(p.Raw()); !strings.Contains(copied, "Kuleba described the meeting") || !strings.Contains(copied, "Middle East Eye") {
		t.Errorf("the clipboard holds %q", copied)
	}
	p.types("?copy", "copy the statement")
	p.types("\x1b", "4/26")
	for _, size := range [][2]int{{80, 24}, {40, 12}, {200, 50}} {
		if err := p.SetSize(size[0], size[1]); err != nil {
			t.Fatal(err)
		}
		p.matches(`Middle East Eye.* 4/26`)
		footer := func() bool {
			return strings.HasPrefix(p.Rows()[size[1]-1], " 3 of 5 ") || strings.Contains(p.Rows()[size[1]-1], "j k")
		}
		if !p.Wait(patience, footer) {
			t.Errorf("at %v the screen is\n%s", size, p.Text())
		}
	}
	p.sees("NBC Bay Area · 10 Mar 2022")
	if err := p.Type("q"); err != nil {
		t.Fatal(err)
	}
	p.leaves(0)
}

var osc52 = regexp.MustCompile("\x1b\\]52;c;([A-Za-z0-9+/=]*)(?:\x07|\x1b\\\\)")

// clipboard is what the program last sent to the terminal's clipboard.
func clipboard(raw []byte) string {
	all := osc52.FindAllSubmatch(raw, -1)
	if len(all) == 0 {
		return ""
	}
	text, _ := base64.StdEncoding.DecodeString(string(all[len(all)-1][1]))
	return string(text)
}

func TestSignals(t *testing.T) {
	for signal, status := range map[syscall.Signal]int{syscall.SIGTERM: 143, syscall.SIGHUP: 129} {
		p := sitDown(t, 120, 40, nil)
		p.sees("Talks in Antalya")
		if err := p.Signal(signal); err != nil {
			t.Fatal(err)
		}
		p.leaves(status)
	}
}

// TestHangUp: a terminal that is closed on a half-written note loses nothing.
func TestHangUp(t *testing.T) {
	state := t.TempDir()
	with := func(cmd *exec.Cmd) { cmd.Env = append(cmd.Env, "XDG_STATE_HOME="+state) }
	p := sitDown(t, 120, 40, with)
	p.types("a", "note:")
	p.types("half a tho", "half a tho")
	if err := p.Signal(syscall.SIGHUP); err != nil {
		t.Fatal(err)
	}
	p.leaves(129)
	p = sitDown(t, 120, 40, with)
	p.sees("left half written")
	p.types("a", "half a tho")
	p.types("ught\r", "saved")
}

// TestStandardInput: the report comes on standard input, the keys from the terminal.
func TestStandardInput(t *testing.T) {
	text := "Flood at the weir\nThe water rose on Monday morning. The bridge was closed by noon.\nNobody was hurt.\n"
	p := sitDown(t, 80, 24, func(c *exec.Cmd) { c.Stdin = strings.NewReader(text) }, "-")
	p.sees("The bridge was closed by noon.")
	p.matches(` 1/4`)
	p.types("jj", " 3/4")
	if err := p.Type("q"); err != nil {
		t.Fatal(err)
	}
	p.leaves(0)
}

// TestUnreadableFile: what could not be read is counted in the header, and named when the screen is left.
func TestUnreadableFile(t *testing.T) {
	folder := t.TempDir()
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("courier.txt", "Flood at the weir\nThe water rose on Monday morning.\n")
	write("post.txt", "Bridge closed\nThe bridge was closed on Monday.\n")
	write("picture.txt", "\x89PNG\r\n\x1a\n\x00\x00\x00\x00")
	p := sitDown(t, 160, 24, nil, folder)
	p.sees("2 read, 0 passed over, 1 unreadable")
	if err := p.Type("q"); err != nil {
		t.Fatal(err)
	}
	p.sees("picture.txt")
}

func TestASCII(t *testing.T) {
	p := sitDown(t, 120, 40, nil, "--ascii")
	p.matches(` \d same`)
	p.types("j", "2/26")
	for _, step := range [][2]string{{"\r", "Claim: "}, {"?", "down scroll"}, {"\x1b", "enter go there"}, {"q", "2/26"}, {"/zyx", "nothing found"}} {
		p.types(step[0], step[1])
		if text := p.Text(); strings.ContainsAny(text, "│─┬┃║┊●◐○▶…·↓↑←→") {
			t.Errorf("there are glyphs on the screen after %q:\n%s", step[0], text)
		}
	}
	if err := p.Type("\x03"); err != nil {
		t.Fatal(err)
	}
	p.leaves(0)
}
