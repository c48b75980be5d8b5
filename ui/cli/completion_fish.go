package cli

import (
	"fmt"
	"strings"
)

// fish is what completes in fish. A path is what fish offers by itself; -f takes that back where none is wanted.
func fish(g grammar) string {
	var b strings.Builder
	for _, f := range g.global {
		fishFlag(&b, "", f)
	}
	for _, c := range g.firsts() {
		fmt.Fprintf(&b, "complete -c parallax -n '__parallax_at' -a %s -d %s\n", c.name, shellQuoted(c.help))
	}
	for _, c := range g.commands {
		on := "__parallax_at " + c.name
		if c.name == standard {
			on = "__parallax_at; or " + on
		}
		for _, f := range c.flags {
			fishFlag(&b, on, f)
		}
		for i, o := range g.operandsOf(c) {
			at := on
			if !o.rest {
				at += fmt.Sprintf(" %d", i)
			}
			if o.kept {
				fmt.Fprintf(&b, "complete -c parallax -n '%s' -a '(__parallax_kept)'\n", at)
			}
			if o.file {
				continue
			}
			fmt.Fprintf(&b, "complete -c parallax -n '%s' -f", at)
			if len(o.values) > 0 {
				b.WriteString(" -a " + shellQuoted(strings.Join(o.values, " ")))
			}
			b.WriteString("\n")
		}
		for _, in := range g.within(c.name) {
			fmt.Fprintf(&b, "complete -c parallax -n '%s 0' -f -a %s -d %s\n", on, in.name, shellQuoted(in.help))
		}
	}
	quoted := func(words []string) string { return "'" + strings.Join(words, "' '") + "'" }
	return strings.NewReplacer("@COMMANDS", quoted(names(g.commands)), "@TAKES", quoted(g.taking()), "@STANDARD", standard, "@SESSIONS", sessionNames,
		"@REST\n", b.String()).Replace(fishScript)
}

// fishFlag is a flag, where the condition holds.
func fishFlag(b *strings.Builder, on string, f option) {
	b.WriteString("complete -c parallax")
	if on != "" {
		fmt.Fprintf(b, " -n '%s'", on)
	}
	if f.short != "" {
		b.WriteString(" -s " + f.short)
	}
	b.WriteString(" -l " + f.name)
	switch {
	case len(f.values) > 0:
		b.WriteString(" -x -a " + shellQuoted(strings.Join(f.values, " ")))
	case f.kept:
		b.WriteString(" -r -a '(__parallax_kept)'")
	case f.takes && f.file:
		b.WriteString(" -r")
	case f.takes:
		b.WriteString(" -x")
	}
	fmt.Fprintf(b, " -d %s\n", shellQuoted(f.help))
}

const fishScript = `# fish completion for parallax
function __parallax_at --description 'Whether this command stands before the cursor, and behind it so many operands'
    set -l commands @COMMANDS
    set -l takes @TAKES
    set -l first ''
    set -l n 0
    set -l skip 0
    for word in (commandline -opc)[2..-1]
        set -l of $first
        test -n "$of"; or set of @STANDARD
        if test $skip = 1
            set skip 0
        else if string match -q -- '-?*' $word
            if contains -- $word $takes; or contains -- "$of $word" $takes
                set skip 1
            end
        else if test -z "$first"; and contains -- $word $commands
            set first $word
        else if test -z "$first"
            set first @STANDARD
            set n 1
        else if test $n = 0; and contains -- "$first $word" $commands
            set first "$first $word"
        else
            set n (math $n + 1)
        end
    end
    set -l wanted $argv
    if string match -qr '^[0-9]+$' -- "$wanted[-1]"
        test $wanted[-1] = $n; or return 1
        set -e wanted[-1]
    end
    test "$wanted" = "$first"
end
function __parallax_kept --description 'The names of the sessions that are kept'
    @SESSIONS
end
@REST
`
