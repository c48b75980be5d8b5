package report

import "strings"

// CommonMark parsers, goldmark among them, take quadratic time on some inputs that no author writes: thousands of
// quotation marks deep, of brackets never closed, of strikes, footnotes, or marks of emphasis that find no partner.
// 200 kB of them take a minute, and the parser cannot be stopped. And it keeps a tree, which for a file of nothing but
// markup is hundreds of times as large as the file. Such a file is therefore told beforehand, in one pass that counts
// what the parser would do, and read as plain text with its markup. The alternative, a deadline alone, would leave a
// goroutine burning and make the text depend on the machine.

const (
	maxNesting   = 60   // block containers that one line opens
	maxOpen      = 200  // brackets or parentheses open at once in a paragraph
	maxStrikes   = 2000 // ~~ in a paragraph
	maxTargets   = 3000 // ]: in a paragraph, the addresses that its links refer to
	maxFootnotes = 500  // [^ in a body; beyond it they are not looked for

	// Each run of emphasis marks may be compared with every one before it in its paragraph. So many comparisons a body
	// may cost: a table of 6,000 bold words in one paragraph does, a file of stray asterisks does not.
	freeSteps    = 80 << 20
	stepsPerByte = 60

	// What the tree may take, in bytes.
	nodeSize     = 200
	freeTree     = 16 << 20
	treePerByte  = 24
	deepNesting  = "nested too deeply for markdown"
	tooManyMarks = "too many marks of emphasis in one paragraph for markdown"
	tooMuchTree  = "more markup than text"
)

// untamed says why a body cannot be parsed as Markdown in time and memory proportional to its length, "" when it can.
func untamed(body string) string {
	c := cost{size: len(body)}
	for body != "" {
		line, rest, _ := cutLine(body)
		body = rest
		if why := c.line(line); why != "" {
			return why
		}
	}
	return c.over()
}

// cost counts, line by line, what a body costs the parser.
type cost struct {
	size                           int
	square, round, strikes, target int // of this paragraph
	runs                           int // of emphasis marks, of this paragraph
	steps                          int // comparisons of runs, of the paragraphs before
	nodes                          int // of the tree
	columns                        int // of the table that may stand here: each of its rows has as many cells
}

func (c *cost) line(line string) string {
	if strings.TrimSpace(line) == "" {
		c.paragraph()
		c.columns = 0
		return c.over()
	}
	if nesting(line) > maxNesting {
		return deepNesting
	}
	if opensBlock(line) {
		c.paragraph()
	}
	c.nodes += 3 + 2*c.columns
	if n := ruled(line); n > 0 {
		c.columns = n
	}
	for i := 0; i < len(line); i++ {
		switch line[i] {
		case '[':
			c.square++
			c.nodes += 2
		case ']':
			c.square = max(0, c.square-1)
			if i+1 < len(line) && line[i+1] == ':' {
				c.target++
			}
		case '(':
			c.round++
		case ')':
			c.round = max(0, c.round-1)
		case '~':
			c.strikes++
			c.nodes++
		case '*', '_':
			if i == 0 || line[i-1] != line[i] {
				c.runs++
				c.nodes += 2
			}
		case '<', '`', '!', '|':
			c.nodes += 2
		}
		if c.square > maxOpen || c.round > maxOpen || c.strikes > 2*maxStrikes || c.target > maxTargets {
			return deepNesting
		}
	}
	return ""
}

// paragraph ends one.
func (c *cost) paragraph() {
	c.steps += c.runs * c.runs / 2
	c.square, c.round, c.strikes, c.target, c.runs = 0, 0, 0, 0, 0
}

// over says which bound has been passed.
func (c *cost) over() string {
	switch {
	case c.steps+c.runs*c.runs/2 > freeSteps+stepsPerByte*c.size:
		return tooManyMarks
	case c.nodes*nodeSize > freeTree+treePerByte*c.size:
		return tooMuchTree
	}
	return ""
}

// opensBlock reports whether a line ends the paragraph before it wherever it stands: a heading, or a list item with a
// bullet and something in it.
func opensBlock(line string) bool {
	s := strings.TrimLeft(line, " ")
	if len(line)-len(s) > 3 || len(s) < 3 || s[1] != ' ' || strings.TrimSpace(s[2:]) == "" {
		return false
	}
	return s[0] == '-' || s[0] == '+' || s[0] == '*' || s[0] == '#'
}

// ruled is the number of columns of a line that rules off the heading of a table, "|---|:-:|", 0 for any other.
func ruled(line string) int {
	if strings.Trim(line, "|-: \t\r>") != "" || !strings.Contains(line, "-") {
		return 0
	}
	return strings.Count(line, "|") + 1
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
