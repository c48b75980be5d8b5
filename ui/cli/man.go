package cli

import (
	"fmt"
	"strings"

	"github.com/alecthomas/kong"

	"parallax/ui/key"
)

// manCommand prints the manual page, in roff. It is made from the same tables as --help and the help page on the screen.
type manCommand struct{}

// Help is what --help adds.
func (manCommand) Help() string {
	return `Examples:

  parallax man | man -l -
  parallax man > ~/.local/share/man/man1/parallax.1

Exit status: 0 printed.
`
}

// Run prints it.
func (manCommand) Run(p *program, k *kong.Context) error {
	var b strings.Builder
	b.WriteString(".TH PARALLAX 1 \"\" \"parallax\" \"User Commands\"\n.SH NAME\nparallax \\- read every outlet's report of the same event side by side\n")
	b.WriteString(".SH SYNOPSIS\n.B parallax\n[\\fICOMMAND\\fR] [\\fIFLAGS\\fR] [\\fIPATH\\fR ...]\n.SH DESCRIPTION\n")
	verbatim(&b, description)
	b.WriteString(".SH FLAGS OF ALL COMMANDS\n")
	manFlags(&b, k.Model.Flags)
	b.WriteString(".SH COMMANDS\n")
	for _, c := range commandsOf(k.Model.Node, "") {
		fmt.Fprintf(&b, ".SS %s\n%s\n", roff("parallax "+c.name), roff(c.help))
		manFlags(&b, c.node.Flags)
		if c.node.Detail != "" {
			verbatim(&b, c.node.Detail)
		}
	}
	b.WriteString(".SH KEYS\nThose that the program has by itself; parallax.toml can give others.\n")
	for _, m := range p.keys.All() {
		fmt.Fprintf(&b, ".SS %s\n", roff(m.Screen))
		for _, bind := range m.Bindings {
			fmt.Fprintf(&b, ".TP\n.B %s\n%s\n", roff(key.ASCII(bind.Names())), roff(key.ASCII(strings.ReplaceAll(bind.Help, "`", ""))))
		}
	}
	b.WriteString(".SH FILES\n.TP\n.I $XDG_CONFIG_HOME/parallax/parallax.toml\nthe configuration: parallax config --help\n" +
		".TP\n.I $XDG_STATE_HOME/parallax\nsessions: marks, notes and decisions\n.TP\n.I $XDG_CACHE_HOME/parallax\nwhat was read of files: parallax cache --help\n")
	p.printLines(b.String())
	return nil
}

// manFlags lists flags with what they do.
func manFlags(b *strings.Builder, flags []*kong.Flag) {
	for _, f := range flags {
		if f.Hidden {
			continue
		}
		name := "--" + f.Name
		if f.Short != 0 {
			name = "-" + string(f.Short) + ", " + name
		}
		if !f.IsBool() {
			name += "=" + f.FormatPlaceHolder()
		}
		fmt.Fprintf(b, ".TP\n.B %s\n%s\n", roff(name), roff(f.Help))
	}
}

// verbatim is a text whose lines stay as they are.
func verbatim(b *strings.Builder, text string) {
	b.WriteString(".PP\n.nf\n")
	for text := range strings.Lines(strings.TrimSpace(text)) {
		if text = strings.TrimRight(text, "\n "); text == "" {
			b.WriteString(".sp\n")
		} else {
			b.WriteString(roff(text) + "\n")
		}
	}
	b.WriteString(".fi\n")
}

// roff is a text in which nothing commands roff: no line that begins with a dot or an apostrophe, no backslash.
func roff(text string) string {
	text = strings.NewReplacer(`\`, `\e`, "-", `\-`, "^", `\(ha`, "~", `\(ti`, "`", `\(ga`, "'", `\(aq`).Replace(strings.ReplaceAll(text, "\n", " "))
	if strings.HasPrefix(text, ".") || strings.HasPrefix(text, "'") {
		text = `\&` + text
	}
	return text
}
