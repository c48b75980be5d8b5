package cli

import (
	"fmt"
	"runtime/debug"
	"strings"
	"unicode/utf8"

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
	fmt.Fprintf(&b, ".TH PARALLAX 1 \"%s\" \"%s\" \"User Commands\"\n", builtOn(), roff("parallax "+strings.Split(version(), ",")[0]))
	b.WriteString(".SH NAME\nparallax \\- read every outlet's report of the same event side by side\n")
	b.WriteString(".SH SYNOPSIS\n.B parallax\n[\\fICOMMAND\\fR] [\\fIFLAGS\\fR] [\\fIPATH\\fR ...]\n.SH DESCRIPTION\n")
	prose(&b, description)
	b.WriteString(".SH FLAGS OF ALL COMMANDS\n")
	manFlags(&b, k.Model.Flags)
	b.WriteString(".SH COMMANDS\n")
	for _, c := range commandsOf(k.Model.Node, "") {
		fmt.Fprintf(&b, ".SS %s\n", roff("parallax "+c.name+called(c.operands)))
		paragraph(&b, c.help)
		manFlags(&b, c.node.Flags)
		if c.node.Detail != "" {
			b.WriteString(".PP\n")
			prose(&b, c.node.Detail)
		}
	}
	b.WriteString(".SH KEYS\n")
	paragraph(&b, "Those that the program has by itself; parallax.toml can give others.")
	for _, m := range key.Default().All() {
		fmt.Fprintf(&b, ".SS %s\n", roff(m.Screen))
		for _, bind := range m.Bindings {
			tagged(&b, strings.ReplaceAll(key.ASCII(bind.Names()), "  ", ", "), key.ASCII(strings.ReplaceAll(bind.Help, "`", "")))
		}
	}
	b.WriteString(".SH ENVIRONMENT\n")
	for _, e := range environment {
		tagged(&b, e[0], e[1])
	}
	b.WriteString(".SH FILES\n")
	for _, f := range files {
		tagged(&b, f[0], f[1])
	}
	p.printLines(b.String())
	return nil
}

// environment is the variables that say something to parallax.
var environment = [][2]string{
	{"PARALLAX_ARCHIVE_PASSWORD", "the archive's password; no program that is started from parallax is given it"},
	{"XDG_CONFIG_HOME, XDG_STATE_HOME, XDG_CACHE_HOME", "where the files below are; without them ~/.config, ~/.local/state and ~/.cache, or what the system has in their place"},
	{"TERM, COLORTERM, NO_COLOR", "what the terminal is and which colours it has; with NO_COLOR there are none"},
	{"LC_ALL, LC_CTYPE, LANG", "parallax doctor says whether they name a locale in UTF-8; parallax always writes UTF-8, or ASCII with --ascii"},
	{"VISUAL, EDITOR", "the editor in which a long note or memo is written"},
}

// files is what parallax keeps, and where.
var files = [][2]string{
	{"$XDG_CONFIG_HOME/parallax/parallax.toml", "the configuration: parallax config --help; another may lie beside the texts"},
	{"$XDG_STATE_HOME/parallax", "sessions: marks, notes and decisions"},
	{"$XDG_CACHE_HOME/parallax", "what was read of files: parallax cache --help"},
}

// builtOn is the day of the commit that the program was built from; none where that is not known.
func builtOn() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.time" {
			day, _, _ := strings.Cut(s.Value, "T")
			return day
		}
	}
	return ""
}

// called is a command's operands as a synopsis has them.
func called(operands []operand) string {
	text := ""
	for _, o := range operands {
		name := strings.ToUpper(o.called)
		if o.rest {
			name = "[" + name + " ...]"
		}
		text += " " + name
	}
	return text
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
		tagged(b, name, f.Help)
	}
}

// tagged is a term with what is said of it below, indented.
func tagged(b *strings.Builder, term, text string) {
	fmt.Fprintf(b, ".TP\n.B %s\n", roff(term))
	paragraph(b, text)
}

// prose is a text as --help has it: paragraphs, and between them rows that are indented, as examples, of which some have a
// remark some columns further on. Paragraphs are filled anew and remarks go below, so that the page fits any width.
func prose(b *strings.Builder, text string) {
	var filled []string
	flush := func() {
		if len(filled) > 0 {
			paragraph(b, strings.Join(filled, " "))
		}
		filled = nil
	}
	before, first := "", true // what the row above was: a paragraph's, an example, one with a remark, or none
	begin := func(kind, macro string) {
		if kind != before && !first {
			b.WriteString(macro)
		}
		before, first = kind, false
	}
	for row := range strings.Lines(strings.TrimSpace(text)) {
		row = strings.TrimRight(row, "\n ")
		bare := strings.TrimLeft(row, " ")
		said, remark, two := strings.Cut(bare, "  ")
		switch {
		case bare == "":
			flush()
			before = ""
		case bare == row:
			if before != "prose" {
				begin("prose", ".PP\n")
			}
			filled = append(filled, row)
		case two:
			flush()
			begin("remark", "")
			tagged(b, said, strings.TrimSpace(remark))
		default:
			flush()
			if before == "example" {
				b.WriteString(".br\n")
			}
			begin("example", ".PP\n")
			fmt.Fprintf(b, ".B %s\n", roff(bare))
		}
	}
	flush()
}

// widest is how long a line of the page's source is at most, in bytes: mandoc asks for that.
const widest = 80

// paragraph is a text in lines of the source that are not too long, where it has blanks.
func paragraph(b *strings.Builder, text string) {
	line := ""
	for _, word := range strings.Fields(text) {
		if word = roff(word); line != "" && len(line)+1+len(word) > widest {
			b.WriteString(line + "\n")
			line = ""
		}
		if line != "" {
			line += " "
		}
		line += word
	}
	b.WriteString(line + "\n")
}

// roff is a text in which nothing commands roff: no line that begins with a dot or an apostrophe, no backslash. It is ASCII:
// whoever reads the page need not guess how it is encoded.
func roff(text string) string {
	text = strings.NewReplacer(`\`, `\e`, "-", `\-`, "^", `\(ha`, "~", `\(ti`, "`", `\(ga`, "'", `\(aq`).Replace(strings.ReplaceAll(text, "\n", " "))
	var b strings.Builder
	if strings.HasPrefix(text, ".") {
		b.WriteString(`\&`)
	}
	for _, r := range text {
		if r < utf8.RuneSelf {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, `\[u%04X]`, r)
		}
	}
	return b.String()
}
