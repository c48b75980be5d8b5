package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/term"

	"parallax/corpus/session"
	"parallax/ui/theme"
)

// doctorCommand looks at what the program stands on.
type doctorCommand struct {
	Format format `enum:"text,json" default:"text" placeholder:"FORMAT" help:"text or json. (default: text)"`
}

// Help is what --help adds.
func (doctorCommand) Help() string {
	return `Looked at: the terminal and its size, its colours, its characters, the clipboard, the folders of sessions and of the cache,
the configuration. What is wrong is said with what to do; nothing is changed but a file that is written to a folder and
taken away again.

Exit status: 0 all is well, 1 something is wrong, 2 the call was wrong or parallax.toml cannot be read.
`
}

// finding is what was found of one thing; Do is what to do where it is wrong, or could be better.
type finding struct {
	Of    string `json:"of"`
	Found string `json:"found"`
	Wrong bool   `json:"wrong"`
	Do    string `json:"do,omitempty"`
}

// Run looks, and says.
func (c *doctorCommand) Run(p *program) error {
	env := os.Getenv
	columns, rows, tty := p.terminal()
	all := []finding{
		terminalFound(env("TERM"), tty, columns, rows),
		coloursFound(env("TERM"), env("NO_COLOR"), tty, colorprofile.Env(os.Environ())),
		charactersFound(env, p.call.ASCII),
		clipboardFound(env),
		folderFound("sessions", session.StateFolder(), "set HOME or XDG_STATE_HOME to a folder that can be written; till then marks and notes are lost at the end"),
		p.cacheFound(),
		p.configFound(),
	}
	for _, f := range all {
		if f.Wrong {
			p.status = nothing
		}
	}
	if c.Format == asJSON {
		return p.out.json(all)
	}
	for _, f := range all {
		state := "well"
		if f.Wrong {
			state = "WRONG"
		}
		p.out.printf("%-6s %-14s %s\n", state, f.Of, f.Found)
		if f.Do != "" {
			p.out.printf("%21s %s\n", "", f.Do)
		}
	}
	return nil
}

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
	switch {
	case !tty:
		f.Found = "standard output is no terminal: its size is not looked at"
	case name == "" || name == "dumb":
		f.Wrong, f.Do = true, "set TERM to what the terminal is, as TERM=xterm-256color; without it reports are printed, not shown"
	case columns < 40 || rows < 12:
		f.Wrong, f.Do = true, "make the window larger: parallax needs 40 columns and 12 rows"
	case columns < 73:
		f.Do = "from 73 columns on two reports stand side by side"
	}
	return f
}

// coloursFound is what can be said of its colours.
func coloursFound(name, without string, tty bool, profile colorprofile.Profile) finding {
	f := finding{Of: "colours", Found: strings.ToLower(profile.String())}
	switch {
	case without != "":
		f.Found = "none, as NO_COLOR asks; marks say it all"
	case profile < colorprofile.ANSI256 && profile >= colorprofile.ANSI:
		f.Found, f.Do = "sixteen", `theme = "terminal" in parallax.toml takes the terminal's own`
	case profile < colorprofile.ANSI && tty && name != "linux":
		f.Do = "where the terminal has colours, set TERM=xterm-256color or COLORTERM=truecolor"
	}
	return f
}

// charactersFound is what can be said of the characters, and of their widths.
func charactersFound(env func(string) string, ascii bool) finding {
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
	t := theme.Of(theme.Auto, true, false)
	f.Found = fmt.Sprintf("locale %q; each of these must take one column: |%s%s%s%s%s%s%s%s|", locale, t.Same, t.Partial, t.Differs, t.Elsewhere, t.Silent, t.Kept, t.Bar, t.Cursor)
	upper := strings.ToUpper(locale)
	switch {
	case env("TERM") == "linux":
		f.Wrong, f.Do = true, "the console's font has few of the marks: ascii = true in parallax.toml, or --ascii"
	case runtime.GOOS != "windows" && !strings.Contains(upper, "UTF-8") && !strings.Contains(upper, "UTF8"):
		f.Wrong, f.Do = true, "set LANG to a locale in UTF-8, as LANG=C.UTF-8, or use --ascii"
	default:
		f.Do = "where they do not, the terminal takes ambiguous characters for wide: change that there, or use --ascii"
	}
	return f
}

// clipboardFound is what can be said of copying.
func clipboardFound(env func(string) string) finding {
	f := finding{Of: "clipboard", Found: "copies are sent to the terminal (OSC 52), which may ask or refuse"}
	switch {
	case env("TMUX") != "":
		f.Found, f.Do = "copies go to tmux's buffer as well", "for the system's clipboard: set -s set-clipboard on, in tmux.conf"
	case strings.HasPrefix(env("TERM"), "screen"):
		f.Wrong, f.Found, f.Do = true, "screen does not hand copies on", "use tmux, or :export instead of y"
	case env("TERM") == "linux":
		f.Wrong, f.Found, f.Do = true, "the console has no clipboard", "use :export, or tmux"
	}
	return f
}

// folderFound tries whether a folder can be written.
func folderFound(of, folder, do string) finding {
	f := finding{Of: of, Found: folder}
	if folder == "" {
		return finding{Of: of, Found: "no folder", Wrong: true, Do: do}
	}
	at := folder
	for { // a folder that is not there yet is made when it is needed
		if _, err := os.Stat(at); err == nil || at == filepath.Dir(at) {
			break
		}
		at = filepath.Dir(at)
	}
	file, err := os.CreateTemp(at, ".parallax-doctor-*")
	if err != nil {
		f.Wrong, f.Do, f.Found = true, do, err.Error()
		return f
	}
	file.Close()
	if err := os.Remove(file.Name()); err != nil {
		f.Wrong, f.Found, f.Do = true, err.Error(), do
	}
	return f
}

// cacheFound is what can be said of the cache.
func (p *program) cacheFound() finding {
	const do = "set HOME or XDG_CACHE_HOME to a folder that can be written; till then every file is read anew"
	kept := readings()
	if kept == nil {
		return folderFound("cache", "", do)
	}
	f := folderFound("cache", kept.Folder(), do)
	if f.Wrong {
		return f
	}
	if n, _, err := kept.Use(); err != nil {
		f.Wrong, f.Found, f.Do = true, err.Error(), "parallax cache --clear takes it away"
	} else {
		f.Found += fmt.Sprintf(", %d kept", n)
	}
	return f
}

// configFound is what can be said of the configuration: it has been read by now.
func (p *program) configFound() finding {
	f := finding{Of: "configuration", Found: usersConfig()}
	if _, err := os.Stat(f.Found); err != nil {
		f.Found = "none: " + f.Found + " is not there"
	} else {
		f.Found += fmt.Sprintf(" says %d things", len(p.config.From))
	}
	return f
}
