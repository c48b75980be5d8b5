package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/alecthomas/kong"
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
	commands := commandsOf(k.Model.Node, "")
	global := flagsOf(k.Model.Node)
	p.printLines(map[string]func([]command, []option) string{"bash": bash, "zsh": zsh, "fish": fish}[c.Shell](commands, global))
	return nil
}

// printLines prints a text of several lines, each made safe.
func (p *program) printLines(text string) {
	for l := range strings.Lines(text) {
		p.out.printf("%s\n", strings.TrimSuffix(l, "\n"))
	}
}

// command is one that can be called: "search", "archive push".
type command struct {
	name, help string
	flags      []option
	node       *kong.Node
}

// option is a flag of a command, without its dashes.
type option struct {
	name, help string
	takes      bool     // a value
	values     []string // that it can have, where they are few
}

// commandsOf is all commands below a node, those within others by both names.
func commandsOf(n *kong.Node, above string) (all []command) {
	for _, child := range n.Children {
		if child.Hidden || child.Type != kong.CommandNode {
			continue
		}
		name := strings.TrimSpace(above + " " + child.Name)
		all = append(all, command{name, child.Help, flagsOf(child), child})
		all = append(all, commandsOf(child, name)...)
	}
	return all
}

func flagsOf(n *kong.Node) (all []option) {
	for _, f := range n.Flags {
		if f.Hidden {
			continue
		}
		one := option{name: f.Name, help: f.Help, takes: !f.IsBool()}
		if f.Enum != "" {
			one.values = slices.DeleteFunc(strings.Split(f.Enum, ","), func(v string) bool { return v == "" })
		}
		all = append(all, one)
	}
	return all
}

// dashed is the names of flags with their dashes.
func dashed(flags []option) string {
	var all []string
	for _, f := range flags {
		all = append(all, "--"+f.name)
	}
	return strings.Join(all, " ")
}

// firsts is the commands that stand right behind the program's name.
func firsts(commands []command) (all []command) {
	for _, c := range commands {
		if !strings.Contains(c.name, " ") {
			all = append(all, c)
		}
	}
	return all
}

// within is the names of the commands within another.
func within(commands []command, name string) string {
	var all []string
	for _, c := range commands {
		if rest, ok := strings.CutPrefix(c.name, name+" "); ok {
			all = append(all, rest)
		}
	}
	return strings.Join(all, " ")
}

// choices is a shell's cases for the flags that take one of few values.
func choices(commands []command, global []option) string {
	var b strings.Builder
	seen := map[string]bool{}
	put := func(flags []option, of string) {
		for _, f := range flags {
			if at := of + " --" + f.name; len(f.values) > 0 && !seen[at] {
				seen[at] = true
				fmt.Fprintf(&b, "    '%s') values='%s' ;;\n", at, strings.Join(f.values, " "))
			}
		}
	}
	for _, c := range firsts(commands) {
		put(c.flags, c.name)
	}
	put(global, "")
	return b.String()
}

func bash(commands []command, global []option) string {
	var b strings.Builder
	b.WriteString("# bash completion for parallax\n_parallax() {\n  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} first=${COMP_WORDS[1]} flags within= values=\n  COMPREPLY=()\n")
	fmt.Fprintf(&b, "  flags='%s'\n  case $first in\n", dashed(global))
	names := []string{}
	for _, c := range firsts(commands) {
		names = append(names, c.name)
		fmt.Fprintf(&b, "    %s) flags=\"$flags %s\"; within='%s' ;;\n", c.name, dashed(c.flags), within(commands, c.name))
	}
	fmt.Fprintf(&b, "  esac\n  case \"$first $prev\" in\n%s  esac\n", choices(commands, global))
	fmt.Fprintf(&b, `  if [[ -n $values ]]; then
    COMPREPLY=($(compgen -W "$values" -- "$cur"))
  elif [[ $cur == -* ]]; then
    COMPREPLY=($(compgen -W "$flags" -- "$cur"))
  elif [[ $COMP_CWORD == 1 ]]; then
    COMPREPLY=($(compgen -W '%s' -- "$cur") $(compgen -f -- "$cur"))
  elif [[ $COMP_CWORD == 2 && -n $within ]]; then
    COMPREPLY=($(compgen -W "$within" -- "$cur"))
  else
    COMPREPLY=($(compgen -f -- "$cur"))
  fi
}
complete -o filenames -F _parallax parallax
`, strings.Join(names, " "))
	return b.String()
}

// shellQuoted is a text within single quotes, for a shell.
func shellQuoted(text string) string { return "'" + strings.ReplaceAll(text, "'", `'\''`) + "'" }

// described is a word with what it means, as zsh's _describe takes it.
func described(word, help string) string {
	return shellQuoted(word + ":" + strings.ReplaceAll(help, ":", `\:`))
}

func zsh(commands []command, global []option) string {
	var b strings.Builder
	b.WriteString("#compdef parallax\n_parallax() {\n  local -a commands flags within\n  commands=(\n")
	for _, c := range firsts(commands) {
		fmt.Fprintf(&b, "    %s\n", described(c.name, c.help))
	}
	b.WriteString("  )\n  flags=(\n")
	for _, f := range global {
		fmt.Fprintf(&b, "    %s\n", described("--"+f.name, f.help))
	}
	b.WriteString("  )\n  case $words[2] in\n")
	for _, c := range firsts(commands) {
		fmt.Fprintf(&b, "    %s)\n", c.name)
		for _, f := range c.flags {
			fmt.Fprintf(&b, "      flags+=(%s)\n", described("--"+f.name, f.help))
		}
		if in := within(commands, c.name); in != "" {
			fmt.Fprintf(&b, "      within=(%s)\n", in)
		}
		b.WriteString("      ;;\n")
	}
	b.WriteString(`  esac
  if [[ $PREFIX == -* ]]; then
    _describe flag flags
  elif (( CURRENT == 2 )); then
    _describe command commands
    _files
  elif (( CURRENT == 3 && $#within )); then
    _describe command within
  else
    _files
  fi
}
compdef _parallax parallax
`)
	return b.String()
}

func fish(commands []command, global []option) string {
	var b strings.Builder
	b.WriteString("# fish completion for parallax\n")
	for _, c := range firsts(commands) {
		fmt.Fprintf(&b, "complete -c parallax -n __fish_use_subcommand -a %s -d %s\n", c.name, shellQuoted(c.help))
	}
	put := func(f option, on string) {
		fmt.Fprintf(&b, "complete -c parallax%s -l %s", on, f.name)
		if len(f.values) > 0 {
			fmt.Fprintf(&b, " -x -a %s", shellQuoted(strings.Join(f.values, " ")))
		} else if f.takes {
			b.WriteString(" -r")
		}
		fmt.Fprintf(&b, " -d %s\n", shellQuoted(f.help))
	}
	for _, f := range global {
		put(f, "")
	}
	for _, c := range firsts(commands) {
		on := fmt.Sprintf(" -n '__fish_seen_subcommand_from %s'", c.name)
		for _, f := range c.flags {
			put(f, on)
		}
		if in := within(commands, c.name); in != "" {
			fmt.Fprintf(&b, "complete -c parallax%s -a %s\n", on, shellQuoted(in))
		}
	}
	return b.String()
}
