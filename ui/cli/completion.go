package cli

import (
	"slices"
	"strings"

	"github.com/alecthomas/kong"

	"parallax/corpus/crosstab"
)

// completionCommand prints what lets a shell complete commands and flags. It is made from the same declarations as --help.
type completionCommand struct {
	Shell string `arg:"" enum:"bash,zsh,fish" help:"bash, zsh or fish."`
}

// Help is what --help adds.
func (completionCommand) Help() string {
	return `Examples:

  source <(parallax completion bash)                                         in ~/.bashrc
  parallax completion zsh > "${fpath[1]}/_parallax"
  parallax completion fish > ~/.config/fish/completions/parallax.fish

Exit status: 0 printed, 2 there is none for that shell.
`
}

// Run prints it.
func (c *completionCommand) Run(p *program, k *kong.Context) error {
	call := grammar{commands: commandsOf(k.Model.Node, ""), global: flagsOf(k.Model.Node)}
	p.printLines(map[string]func(grammar) string{"bash": bash, "zsh": zsh, "fish": fish}[c.Shell](call))
	return nil
}

// printLines prints a text of several lines, each made safe.
func (p *program) printLines(text string) {
	for l := range strings.Lines(text) {
		p.out.printf("%s\n", strings.TrimSuffix(l, "\n"))
	}
}

// grammar is all that can be said on the command line: commands, with those within others behind them, and the flags of all.
type grammar struct {
	commands []command
	global   []option
}

// command is one that can be called: "search", "archive push".
type command struct {
	name, help string
	flags      []option
	operands   []operand
	node       *kong.Node
}

// option is a flag of a command, without its dashes.
type option struct {
	name, help string
	short      string // a letter, or none
	many       bool   // may be said several times
	takes      bool   // a value
	operand           // the value, where it takes one
}

// operand is a word of a call that is no flag, or the value of a flag.
type operand struct {
	called string   // in help: FILE, path
	values []string // that it can have, where they are few
	file   bool     // a path
	kept   bool     // or the name of a session
	rest   bool     // as many as there are
}

// sessionNames prints the names of the sessions that are kept, a line each, in every shell: they are letters, digits and hyphens.
const sessionNames = "parallax sessions --format csv 2>/dev/null | sed '1d;s/,.*//'"

// offered is the values that are few and no enum of kong's, since what is wrong with them is said better elsewhere.
var offered = map[string]func() []string{
	"thing": func() (all []string) {
		for _, t := range crosstab.Things() {
			all = append(all, t.String())
		}
		return all
	},
	"unit": func() []string {
		return []string{crosstab.Statements.String(), crosstab.Reports.String(), crosstab.Outlets.String()}
	},
}

// standard is the command that is meant where none is named.
const standard = "read"

// commandsOf is all commands below a node, those within others by both names.
func commandsOf(n *kong.Node, above string) (all []command) {
	for _, child := range n.Children {
		if child.Hidden || child.Type != kong.CommandNode {
			continue
		}
		one := command{name: strings.TrimSpace(above + " " + child.Name), help: child.Help, flags: flagsOf(child), node: child}
		for _, p := range child.Positional {
			// What is sought is no path; all else that is said without a flag is one.
			o := valueOf(p, p.Name, p.Name != "query" && p.Name != "words")
			o.rest = p.IsCumulative()
			one.operands = append(one.operands, o)
		}
		all = append(append(all, one), commandsOf(child, one.name)...)
	}
	return all
}

func flagsOf(n *kong.Node) (all []option) {
	for _, f := range n.Flags {
		if f.Hidden {
			continue
		}
		one := option{name: f.Name, help: f.Help, many: f.IsCumulative(), takes: !f.IsBool()}
		if f.Short != 0 {
			one.short = string(f.Short)
		}
		if one.takes {
			one.operand = valueOf(f.Value, f.PlaceHolder, f.PlaceHolder == "FILE" || f.PlaceHolder == "PATH")
		}
		all = append(all, one)
	}
	return all
}

// valueOf is what a value can be; file says whether it is a path where no few values are known.
func valueOf(v *kong.Value, called string, file bool) operand {
	o := operand{called: called, kept: v.Tag.Get("of") == "session"}
	if of := offered[v.Tag.Get("of")]; of != nil {
		o.values = of()
	} else if v.Enum != "" {
		o.values = slices.DeleteFunc(strings.Split(v.Enum, ","), func(v string) bool { return v == "" })
	}
	o.file = file && len(o.values) == 0
	return o
}

// firsts is the commands that stand right behind the program's name.
func (g grammar) firsts() (all []command) {
	for _, c := range g.commands {
		if !strings.Contains(c.name, " ") {
			all = append(all, c)
		}
	}
	return all
}

// within is the commands within another, by the names they have there.
func (g grammar) within(name string) (all []command) {
	for _, c := range g.commands {
		if rest, ok := strings.CutPrefix(c.name, name+" "); ok {
			c.name = rest
			all = append(all, c)
		}
	}
	return all
}

// names is the names of commands.
func names(commands []command) (all []string) {
	for _, c := range commands {
		all = append(all, c.name)
	}
	return all
}

// dashed is how flags are said, short and long.
func dashed(flags []option) (all []string) {
	for _, f := range flags {
		if f.short != "" {
			all = append(all, "-"+f.short)
		}
		all = append(all, "--"+f.name)
	}
	return all
}

// taking is the flags that take a value: those of all commands as --since, those of one as "table --count", since another
// command may have one of that name which takes none.
func (g grammar) taking() (all []string) {
	of := func(flags []option, command string) {
		for _, f := range flags {
			if f.takes {
				for _, name := range dashed([]option{f}) {
					all = append(all, command+name)
				}
			}
		}
	}
	of(g.global, "")
	for _, c := range g.commands {
		of(c.flags, c.name+" ")
	}
	return all
}

// shellQuoted is a text within single quotes, for a shell.
func shellQuoted(text string) string { return "'" + strings.ReplaceAll(text, "'", `'\''`) + "'" }

// of is the command of that name.
func (g grammar) of(name string) command {
	return g.commands[slices.IndexFunc(g.commands, func(c command) bool { return c.name == name })]
}

// operandsOf is a command's operands; of one that has others within it, their names.
func (g grammar) operandsOf(c command) []operand {
	if in := g.within(c.name); len(in) > 0 {
		return []operand{{called: "command", values: names(in)}}
	}
	if n := len(c.operands); n == 0 || !c.operands[n-1].rest {
		return append(slices.Clip(c.operands), operand{called: "nothing", rest: true})
	}
	return c.operands
}
