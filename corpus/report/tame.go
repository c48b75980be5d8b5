package report

import "strings"

// CommonMark parsers, goldmark among them, take quadratic time on some inputs that no author writes: thousands of
// quotation marks deep, of brackets never closed, of strikes or footnotes. 200 kB of them take a minute, and the parser
// cannot be stopped. Such a file is therefore told beforehand, in one pass, and read as plain text with its markup.
// The alternative, a deadline, would leave a goroutine burning and make the text depend on the machine.

const (
	maxNesting   = 60   // block containers that one line opens
	maxOpen      = 200  // brackets or parentheses open at once in a paragraph
	maxStrikes   = 2000 // ~~ in a paragraph
	maxTargets   = 3000 // ]: in a paragraph, the addresses that its links refer to
	maxFootnotes = 500  // [^ in a body; beyond it they are not looked for
)

// tame reports whether a body can be parsed as Markdown in a time proportional to its length.
func tame(body string) bool {
	square, round, strikes, targets := 0, 0, 0, 0
	for body != "" {
		line, rest, _ := cutLine(body)
		body = rest
		if strings.TrimSpace(line) == "" {
			square, round, strikes, targets = 0, 0, 0, 0
			continue
		}
		if nesting(line) > maxNesting {
			return false
		}
		for i := 0; i < len(line); i++ {
			switch line[i] {
			case '[':
				square++
			case ']':
				square = max(0, square-1)
				if i+1 < len(line) && line[i+1] == ':' {
					targets++
				}
			case '(':
				round++
			case ')':
				round = max(0, round-1)
			case '~':
				strikes++
			}
			if square > maxOpen || round > maxOpen || strikes > 2*maxStrikes || targets > maxTargets {
				return false
			}
		}
	}
	return true
}

// nesting is the number of quotation marks and list bullets that a line begins with.
func nesting(line string) int {
	n := 0
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == '>':
			n++
		case c == ' ' || c == '\t' || c >= '0' && c <= '9':
		case c == '-' || c == '+' || c == '*' || c == '.' || c == ')':
			if i+1 < len(line) && (line[i+1] == ' ' || line[i+1] == '\t') {
				n++
			}
		default:
			return n
		}
	}
	return n
}
