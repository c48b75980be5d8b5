package cli

import (
	"fmt"
	"strings"
)

// bash is what completes in bash, from 3.2 on: macOS has no newer one. It stands by itself, without bash-completion.
//
// Paths are left to readline (-o default), which knows of blanks, quotes and ~ in them: where one is wanted the function
// says nothing, and where none is it takes that option back (from bash 4 on).
func bash(g grammar) string {
	var flags, values, operands strings.Builder
	for _, f := range g.global {
		bashFlag(&values, "*", f)
	}
	for _, c := range g.commands {
		fmt.Fprintf(&flags, "    '%s') flags=\"$flags %s\" ;;\n", c.name, strings.Join(dashed(c.flags), " "))
		for _, f := range c.flags {
			bashFlag(&values, shellQuoted(c.name), f)
		}
		for i, o := range g.operandsOf(c) {
			at := fmt.Sprintf("'%s %d'", c.name, i)
			if o.rest {
				at = fmt.Sprintf("'%s '*", c.name)
			}
			fmt.Fprintf(&operands, "    %s) %s ;;\n", at, bashValue(o))
		}
	}
	return strings.NewReplacer("@GLOBAL", strings.Join(dashed(g.global), " "), "@FIRSTS", strings.Join(names(g.firsts()), " "),
		"@ALL", "|"+strings.Join(names(g.commands), "|")+"|", "@TAKES", "|"+strings.Join(g.taking(), "|")+"|",
		"@STANDARD", standard, "@SESSIONS", sessionNames, "@FLAGS\n", flags.String(), "@VALUES\n", values.String(), "@OPERANDS\n", operands.String()).Replace(bashScript)
}

// bashFlag is the case of a flag that takes a value.
func bashFlag(b *strings.Builder, command string, f option) {
	if !f.takes {
		return
	}
	var all []string
	for _, name := range dashed([]option{f}) {
		all = append(all, command+"' "+name+"'")
	}
	fmt.Fprintf(b, "    %s) %s ;;\n", strings.Join(all, "|"), bashValue(f.operand))
}

// bashValue says what can stand there: one of few values, a path, or what nobody can know.
func bashValue(o operand) string {
	switch {
	case len(o.values) > 0:
		return "values='" + strings.Join(o.values, " ") + "'"
	case o.kept:
		return "kept=1"
	case o.file:
		return "return"
	}
	return "none=1"
}

const bashScript = `# bash completion for parallax
_parallax() {
  local IFS=$' \t\n' cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}
  local stem= skip= first= n=0 i word values= none= kept= flags='@GLOBAL'
  local commands='@ALL'
  local takes='@TAKES'
  COMPREPLY=()
  # bash parts --flag=value at the sign, unless it was told not to.
  if [[ $cur == = ]]; then cur=
  elif [[ $prev == = ]]; then prev=${COMP_WORDS[COMP_CWORD-2]}
  elif [[ $cur == --*=* ]]; then prev=${cur%%=*} stem=${cur%%=*}= cur=${cur#*=}
  fi
  # Which command this is, and how many operands stand before the cursor.
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    if [[ $word == = ]]; then skip=1
    elif [[ -n $skip ]]; then skip=
    elif [[ $word == -?* ]]; then
      if [[ $takes == *"|$word|"* || $takes == *"|${first:-@STANDARD} $word|"* ]]; then skip=1; fi
    elif [[ -z $first && $commands == *"|$word|"* ]]; then first=$word
    elif [[ -z $first ]]; then first=@STANDARD n=1
    elif [[ $n == 0 && $commands == *"|$first $word|"* ]]; then first="$first $word"
    else n=$((n + 1))
    fi
  done
  case ${first:-@STANDARD} in
@FLAGS
  esac
  case "${first:-@STANDARD} $prev" in
@VALUES
    *)
      if [[ $cur == -* ]]; then
        COMPREPLY=($(compgen -W "$flags" -- "$cur"))
        return
      elif [[ -z $first ]]; then
        COMPREPLY=($(compgen -W '@FIRSTS' -- "$cur"))
        # Beside the commands that begin so: what lies here under such a name. Where no command does, readline looks.
        # A folder with a command's name would make readline take the command for a folder, so then there are commands only.
        for word in "${COMPREPLY[@]}"; do
          if [[ -d $word ]]; then return; fi
        done
        if [[ ${#COMPREPLY[@]} -gt 0 ]]; then
          while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -f -- "$cur")
          compopt -o filenames 2>/dev/null
        fi
        return
      fi
      case "$first $n" in
@OPERANDS
        *) none=1 ;;
      esac ;;
  esac
  if [[ -n $kept ]]; then
    while IFS= read -r word; do
      if [[ $word == "$cur"* ]]; then COMPREPLY+=("$word"); fi
    done < <(@SESSIONS)
    # Where no session begins so, readline looks for files.
    if [[ ${#COMPREPLY[@]} -gt 0 ]]; then
      while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -f -- "$cur")
      compopt -o filenames 2>/dev/null
    fi
    return
  fi
  if [[ -n $values ]]; then
    COMPREPLY=($(compgen -W "$values" -- "$cur"))
    COMPREPLY=("${COMPREPLY[@]/#/$stem}")
  fi
  compopt +o default +o bashdefault 2>/dev/null
}
complete -o bashdefault -o default -F _parallax parallax
`
