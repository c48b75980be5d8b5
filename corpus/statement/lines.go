package statement

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/corpus/report"
)

// A report's paragraphs are its source lines, as most outlets' texts come: one line a paragraph. Text that was wrapped
// by hand at 60 to 100 columns would then fall into pieces, so such text is recognised by its lines that run on in lower
// case, and its lines are joined again where the next line's first word would not have fitted. Joining on lower case
// alone was rejected: a proper name often begins a line in the middle of a sentence.

// line is a source line that is not blank.
type line struct {
	number int         // of the line in the text, from 0; blank lines count
	span   report.Span // without blanks at either end
	indent int         // blanks before it, in runes
	gap    bool        // a blank line, or the start of the text, stands before it
}

// paragraph is a line, or the lines of a hard-wrapped paragraph.
type paragraph struct {
	line         // the first
	wrapped bool // over more than one line
	last    int  // index of its last line among the lines
}

// lineEnd is the length in bytes of the line end at the start of s, 0 when there is none.
func lineEnd(s string) int {
	switch s[0] {
	case '\n', '\v', '\f':
		return 1
	case '\r':
		if len(s) > 1 && s[1] == '\n' {
			return 2
		}
		return 1
	case 0xC2:
		if strings.HasPrefix(s, "\u0085") {
			return 2
		}
	case 0xE2:
		if strings.HasPrefix(s, "\u2028") || strings.HasPrefix(s, "\u2029") {
			return 3
		}
	}
	return 0
}

// linesOf is the lines of text that are not blank; those after the first most run on over line ends for some length.
func linesOf(text string, most int) []line {
	var lines []line
	gap := true
	for start, number := 0, 0; start < len(text); number++ {
		end, next := start, len(text)
		for ; end < len(text); end++ {
			if text[end] >= ' ' && text[end] < 0x80 {
				continue
			}
			if n := lineEnd(text[end:]); n > 0 {
				if len(lines) >= most && end-start < roughLength {
					continue
				}
				next = end + n
				break
			}
		}
		if span := trim(text, report.Span{Start: start, End: end}); span.Len() > 0 {
			indent := utf8.RuneCountInString(text[start:span.Start])
			lines = append(lines, line{number: number, span: span, indent: indent, gap: gap})
			gap = false
		} else {
			gap = true
		}
		start = next
	}
	return lines
}

// trim is span without the blanks at either end; an empty span when there is nothing else.
func trim(text string, span report.Span) report.Span {
	s := text[span.Start:span.End]
	left := strings.TrimLeftFunc(s, unicode.IsSpace)
	right := strings.TrimRightFunc(left, unicode.IsSpace)
	start := span.Start + len(s) - len(left)
	return report.Span{Start: start, End: start + len(right)}
}

// paragraphsOf joins the lines of hard-wrapped text; otherwise each line is a paragraph. The title keeps its own.
func paragraphsOf(text string, lines []line, title report.Span) []paragraph {
	paragraphs := make([]paragraph, 0, len(lines))
	width := wrapWidth(text, lines)
	for i, l := range lines {
		if i > 0 && width > 0 && runsOn(text, lines[i-1], l, width) && lines[i-1].span.Overlap(title) == 0 {
			p := &paragraphs[len(paragraphs)-1]
			p.span.End, p.wrapped, p.last = l.span.End, true, i
			continue
		}
		paragraphs = append(paragraphs, paragraph{line: l, last: i})
	}
	return paragraphs
}

// wrapWidth is the width in runes at which the text was wrapped by hand, 0 when it was not.
func wrapWidth(text string, lines []line) int {
	width, broken, breaks := 0, 0, 0
	for i := 1; i < len(lines); i++ {
		if lines[i].gap {
			continue
		}
		breaks++
		before := text[lines[i-1].span.Start:lines[i-1].span.End]
		if startsLower(text[lines[i].span.Start:]) && !endsSentence(before) {
			broken++
			width = max(width, lines[i-1].indent+utf8.RuneCountInString(before))
		}
	}
	if width < 40 || width > 110 || broken < 2 || broken*4 < breaks {
		return 0
	}
	return width
}

// runsOn reports whether line b only goes on with line a's paragraph.
func runsOn(text string, a, b line, width int) bool {
	after := text[b.span.Start:b.span.End]
	if b.gap || listMarker(after) > 0 || (b.indent > a.indent+1 && !startsLower(after)) {
		return false
	}
	before := text[a.span.Start:a.span.End]
	if startsLower(after) && !endsSentence(before) {
		return true
	}
	word := after
	if i := strings.IndexFunc(after, unicode.IsSpace); i > 0 {
		word = after[:i]
	}
	return a.indent+utf8.RuneCountInString(before)+1+utf8.RuneCountInString(word) > width
}

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// endsSentence reports whether s ends with a full stop, a question or exclamation mark or a colon, also within closing
// quotation marks and brackets.
func endsSentence(s string) bool {
	s = strings.TrimRight(withoutStrike(s), closers)
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".?!…:。！？؟।", r)
}

// listMarker is the length in bytes of the mark that makes a line a list item, with the blanks after it; 0 for none.
func listMarker(s string) int {
	for _, m := range [...]string{"- ", "* ", "• ", "◦ ", "‣ ", "▪ ", "● ", "· ", "-\t", "*\t", "•\t", "-\u00a0", "•\u00a0"} {
		if strings.HasPrefix(s, m) {
			return len(m)
		}
	}
	i := 0
	for i < len(s) && i < 3 && '0' <= s[i] && s[i] <= '9' {
		i++
	}
	if i > 0 && i+1 < len(s) && (s[i] == '.' || s[i] == ')') && (s[i+1] == ' ' || s[i+1] == '\t') {
		return i + 2
	}
	return 0
}
