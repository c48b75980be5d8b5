package cli

import (
	"fmt"
	"os"
	"runtime"
	"strings"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/term"
)

// terminal is the size of the terminal that standard output is; tty is false where it is none.
func (p *program) terminal() (columns, rows int, tty bool) {
	out, ok := p.stdout.(*os.File)
	if !ok || !term.IsTerminal(out.Fd()) {
		return 0, 0, false
	}
	columns, rows, err := term.GetSize(out.Fd())
	return columns, rows, err == nil
}

// terminalFound is what can be said of the terminal.
func terminalFound(name string, tty bool, columns, rows int) finding {
	f := finding{Of: "terminal", Found: fmt.Sprintf("TERM=%s, %dx%d", name, columns, rows)}
	if name == "" {
		f.Found = fmt.Sprintf("TERM is not set, %dx%d", columns, rows)
	}
	switch {
	case !tty:
		f.Found = "standard output is no terminal: it is not looked at"
	case name == "dumb":
		f.Wrong, f.Do = true, "set TERM to what the terminal is, as TERM=xterm-256color; on a dumb one reports are printed, not shown"
	case name == "" && runtime.GOOS != "windows": // where nobody sets it
		f.Wrong, f.Do = true, "set TERM to what the terminal is, as TERM=xterm-256color; without it there are no colours"
	case columns < 40 || rows < 12:
		f.Wrong, f.Do = true, "make the window larger: parallax needs 40 columns and 12 rows"
	case columns < 73:
		f.Do = "from 73 columns on two reports stand side by side"
	}
	return f
}

// profile is which colours there are: on a terminal those that the program takes, else those that TERM and COLORTERM speak of.
func (p *program) profile(tty bool) colorprofile.Profile {
	if tty {
		return colorprofile.Detect(p.stdout, environ())
	}
	return colorprofile.Env(environ())
}

// coloursFound is what can be said of its colours.
func coloursFound(name, without string, tty bool, profile colorprofile.Profile) finding {
	f := finding{Of: "colours"}
	switch {
	case without != "":
		f.Found = "none, as NO_COLOR asks; marks say it all"
		return f
	case profile >= colorprofile.TrueColor:
		f.Found = "16 million"
	case profile == colorprofile.ANSI256:
		f.Found, f.Do = "256", "where the terminal has more, COLORTERM=truecolor says so"
	case profile == colorprofile.ANSI && name == "linux":
		f.Found = "sixteen, which is what the console has"
	case profile == colorprofile.ANSI:
		f.Found, f.Do = "sixteen", `theme = "terminal" in parallax.toml takes the terminal's own; COLORTERM=truecolor says that it has more`
	default:
		f.Found, f.Do = "none; marks say it all", "where the terminal has colours, TERM=xterm-256color or COLORTERM=truecolor says so"
	}
	if !tty {
		f.Found += ", by what TERM and COLORTERM say"
	}
	return f
}

// charactersFound is what can be said of the characters, and of the columns that each mark takes; widths is nil where the
// terminal did not say.
func charactersFound(env func(string) string, ascii bool, widths []int) finding {
	f := finding{Of: "characters", Found: "in ASCII alone, as was asked for"}
	if ascii {
		return f
	}
	locale := env("LC_ALL")
	for _, name := range []string{"LC_CTYPE", "LANG"} {
		if locale == "" {
			locale = env(name)
		}
	}
	f.Found = fmt.Sprintf("locale %q", locale)
	if locale == "" {
		f.Found = "no locale"
	}
	const reads = "; each of these must take one column: |%s|"
	wide := wider(widths)
	upper := strings.ToUpper(locale)
	switch {
	case env("TERM") == "linux":
		f.Found += fmt.Sprintf(reads, strings.Join(marks(), ""))
		f.Wrong, f.Do = true, "the console's font has few of the marks: ascii = true in parallax.toml, or --ascii"
	case runtime.GOOS != "windows" && !strings.Contains(upper, "UTF-8") && !strings.Contains(upper, "UTF8"):
		f.Found += fmt.Sprintf(reads, strings.Join(marks(), ""))
		f.Wrong, f.Do = true, "set LANG to a locale in UTF-8, as LANG=C.UTF-8, or use --ascii"
	case wide != "":
		f.Found += "; they take " + wide
		f.Wrong, f.Do = true, "let the terminal draw ambiguous characters narrow, in its settings, or use --ascii"
	case widths != nil:
		f.Found += fmt.Sprintf("; %s take one column each", strings.Join(marks(), ""))
	default:
		f.Found += fmt.Sprintf(reads, strings.Join(marks(), ""))
		f.Do = "where they do not, let the terminal draw ambiguous characters narrow, in its settings, or use --ascii"
	}
	return f
}

// clipboardFound is what can be said of copying.
func clipboardFound(env func(string) string) finding {
	f := finding{Of: "clipboard", Found: "copies are sent to the terminal (OSC 52), which may ask or refuse"}
	if env("SSH_TTY") != "" || env("SSH_CONNECTION") != "" {
		f.Found = "copies are sent to the terminal at the other end of the connection (OSC 52), which may ask or refuse"
	}
	switch {
	case env("TMUX") != "":
		f.Found = "copies go to tmux's buffer, and by tmux to the terminal's clipboard"
		f.Do = "that needs set -s set-clipboard external or on, and a terminal that takes OSC 52: tmux info has a line Ms"
	case env("STY") != "":
		f.Found, f.Do = "copies are handed through screen to the terminal (OSC 52), which may ask or refuse", "they stay out of screen's own buffer"
	case env("TERM") == "linux":
		f.Wrong, f.Found, f.Do = true, "the console has no clipboard", "use :export in place of y, or tmux, which has a buffer"
	case env("XTERM_VERSION") != "":
		f.Do = "xterm refuses unless it is told: XTerm*disallowedWindowOps: 20,21,SetXprop in ~/.Xresources, or :export in place of y"
	case throughScreen(env):
		f.Do = "inside tmux on another machine: set -s set-clipboard on there"
	}
	return f
}
