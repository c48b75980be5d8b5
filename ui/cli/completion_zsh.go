package cli

import (
	"fmt"
	"strings"
)

// zsh is what completes in zsh: a function for each command over zsh's own _arguments. It works from a folder of $fpath,
// where the file is the body of the function that the first tab calls, and sourced.
func zsh(g grammar) string {
	var commands, functions, cases strings.Builder
	for _, c := range g.firsts() {
		fmt.Fprintf(&commands, "    %s\n", shellQuoted(c.name+":"+strings.ReplaceAll(c.help, ":", `\:`)))
		fmt.Fprintf(&cases, "    %s) %s ;;\n", c.name, zshName(c.name))
	}
	for _, c := range g.commands {
		fmt.Fprintf(&functions, "%s() {\n", zshName(c.name))
		if in := g.within(c.name); len(in) > 0 {
			zshWithin(&functions, c, in)
		} else {
			fmt.Fprintf(&functions, "  _arguments -s -S $global \\\n%s\n", zshArguments(c))
		}
		functions.WriteString("}\n")
	}
	var global strings.Builder
	for _, f := range g.global {
		fmt.Fprintf(&global, "    %s\n", zshFlag(f))
	}
	return strings.NewReplacer("@GLOBAL\n", global.String(), "@COMMANDS\n", commands.String(), "@CASES\n", cases.String(),
		"@FUNCTIONS\n", functions.String(), "@STANDARD", zshName(standard), "@SESSIONS", sessionNames, "@FLAGS\n", zshFlags(g.of(standard).flags)).Replace(zshScript)
}

// zshName is the function of a command.
func zshName(command string) string { return "_parallax_" + strings.ReplaceAll(command, " ", "_") }

// zshWithin is the body of a command that has others.
func zshWithin(b *strings.Builder, c command, in []command) {
	fmt.Fprintf(b, "  _arguments -C -s -S $global '(-)1:command:((")
	for _, one := range in {
		b.WriteString(" " + one.name + `\:` + strings.NewReplacer(`\`, `\\`, ":", `\\\:`, " ", `\ `, "'", `'\''`, "(", `\(`, ")", `\)`).Replace(one.help))
	}
	b.WriteString("))' '(-)*:: :->rest' && return\n  case $words[1] in\n")
	for _, one := range in {
		fmt.Fprintf(b, "    %s) %s ;;\n", one.name, zshName(c.name+" "+one.name))
	}
	b.WriteString("  esac\n")
}

// zshArguments is what stands behind a command.
func zshArguments(c command) string {
	text := zshFlags(c.flags)
	for _, o := range c.operands {
		before := ":"
		if o.rest {
			before = "*:"
		}
		text += "    " + shellQuoted(before+strings.ReplaceAll(o.called, ":", `\:`)+":"+zshValue(o)) + " \\\n"
	}
	return strings.TrimSuffix(text, " \\\n")
}

func zshFlags(flags []option) string {
	var b strings.Builder
	for _, f := range flags {
		fmt.Fprintf(&b, "    %s \\\n", zshFlag(f))
	}
	return b.String()
}

// zshFlag is a flag as _arguments takes it.
func zshFlag(f option) string {
	help := "[" + strings.NewReplacer(`\`, `\\`, "[", `\[`, "]", `\]`, ":", `\:`).Replace(f.help) + "]"
	long, short, value := "--"+f.name, "-"+f.short, ""
	if f.takes {
		long, short = long+"=", short+"+"
		value = ":" + strings.ReplaceAll(f.called, ":", `\:`) + ":" + zshValue(f.operand)
	}
	if f.short != "" {
		return fmt.Sprintf("'(-%s --%s)'{%s,%s}%s", f.short, f.name, short, long, shellQuoted(help+value))
	}
	if f.many {
		long = "*" + long
	}
	return shellQuoted(long + help + value)
}

// zshValue is what offers a value.
func zshValue(o operand) string {
	switch {
	case len(o.values) > 0:
		return "(" + strings.Join(o.values, " ") + ")"
	case o.kept:
		return "_parallax_kept"
	case o.file:
		return "_files"
	}
	return " " // nothing is offered; what is wanted is said
}

const zshScript = `#compdef parallax
_parallax_kept() {
  local -a names
  names=(${(f)"$(@SESSIONS)"})
  _alternative 'sessions:session:compadd -a names' 'files:path:_files'
}
@FUNCTIONS
_parallax() {
  local curcontext=$curcontext state line ret=1
  local -a global commands
  global=(
@GLOBAL
  )
  commands=(
@COMMANDS
  )
  _arguments -C -s -S $global \
@FLAGS
    '(-)1: :->first' '(-)*:: :->rest' && return
  case $state in
    first) _describe -t commands command commands && ret=0; _files && ret=0; return ret ;;
  esac
  case $words[1] in
@CASES
    *) words=(parallax "${words[@]}"); (( CURRENT++ )); @STANDARD ;;
  esac
}
if [[ $funcstack[1] == _parallax ]]; then
  _parallax "$@"
else
  compdef _parallax parallax
fi
`
