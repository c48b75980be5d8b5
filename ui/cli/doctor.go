package cli

import (
	"fmt"
	"os"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"parallax/corpus/session"
)

// doctorCommand looks at what the program stands on.
type doctorCommand struct {
	Format format `enum:"text,json" default:"text" placeholder:"FORMAT" help:"text or json. (default: text)"`
}

// Help is what --help adds.
func (doctorCommand) Help() string {
	return `Looked at: the terminal and its size, its colours, its characters, the clipboard, the folders of sessions and of the cache,
the configuration. What is wrong is said with what to do. A terminal is asked how wide it draws the marks; a folder of
parallax's own that is there already has a file written to it, which is taken away again. Nothing else is changed.

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
		coloursFound(env("TERM"), env("NO_COLOR"), tty, p.profile(tty)),
		charactersFound(env, p.call.ASCII, p.measured(tty)),
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
		before := fmt.Sprintf("%-6s %-14s ", state, f.Of)
		for _, said := range []string{f.Found, f.Do} {
			for said != "" {
				var row string
				row, said = wrapped(said, columns-len(before))
				p.out.printf("%s%s\n", before, row)
				before = strings.Repeat(" ", len(before))
			}
		}
	}
	return nil
}

// wrapped is what of a text fits a width, broken at a blank, and the rest; all of it where the width is none.
func wrapped(text string, width int) (row, rest string) {
	if width < 10 {
		return text, ""
	}
	row, rest, _ = strings.Cut(ansi.Wordwrap(text, width, ""), "\n")
	return row, strings.ReplaceAll(rest, "\n", " ")
}
