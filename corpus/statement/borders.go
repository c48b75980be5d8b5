package statement

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/corpus/report"
)

// What the segmenter does not see, and what it must not see: its input is calmed, and ends are looked for between those
// that it finds.

// calm is s, byte for byte as long, as the segmenter should see it: line ends within a paragraph as spaces, footnote marks
// and a blank before a closing guillemet as closing marks, a figure after the end of a sentence as a capital, and long runs of blanks and brackets, on which the segmenter
// would take quadratic time, as letters. inner says that innerEnd may find something.
func calm(s string, wrapped bool) (calmed string, inner bool) {
	const longest = 32
	var b []byte
	set := func(i int, mark string) {
		if b == nil {
			b = []byte(s)
		}
		copy(b[i:], mark)
	}
	run := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' {
			run = 0
			i++
			continue
		}
		r, n := rune(c), 1
		if c >= utf8.RuneSelf {
			if r, n = utf8.DecodeRuneInString(s[i:]); unicode.IsLetter(r) || unicode.IsMark(r) {
				run = 0
				i += n
				continue
			}
		}
		switch {
		case (c == '.' || c == '?' || c == '!') && strings.HasPrefix(s[i+1:], report.StruckMark):
			set(i+1, "))")
		case c == '.' || c == '?' || c == '!':
			if at := figureAfter(s[i+1:]); at > 0 {
				set(i+1+at, "X")
			}
			if note := noteLen(s[i+1:]); note > 0 && (s[i+1] == '[' || lowerBefore(s[:i])) {
				set(i+1, strings.Repeat(")", note))
				i += note
			}
		case wrapped && (c == '\n' || c == '\r' || c == '\v' || c == '\f'):
			set(i, " ")
		case unicode.IsSpace(r) && strings.HasPrefix(s[i+n:], "»"):
			set(i, [...]string{"", ")", "»", "”"}[n]) // of as many bytes
		}
		switch {
		case r == '…':
			inner = true
		case (c == '.' || c == '?' || c == '!') && i+1 < len(s) && s[i+1] > ' ':
			inner = inner || s[i+1] >= 'A' && s[i+1] <= 'Z' || s[i+1] >= utf8.RuneSelf
		}
		if run++; run > longest && n == 1 {
			set(i, "x")
		}
		i += n
	}
	if b == nil {
		return s, inner
	}
	return string(b), inner
}

// figureAfter is where a figure stands behind closing marks and blanks at the start of s, 0 for none. UAX #29 (rule SB8) ends no
// sentence before one that small letters follow: "he said. 66 cracks were found".
func figureAfter(s string) int {
	closed := len(s) - len(strings.TrimLeft(s, closers))
	blank := 0
	for blank < len(s)-closed && blank < mostBlanks && s[closed+blank] == ' ' {
		blank++
	}
	if at := closed + blank; blank > 0 && at < len(s) && s[at] >= '0' && s[at] <= '9' {
		return at
	}
	return 0
}

// mostBlanks is how many blanks are looked past for a figure.
const mostBlanks = 8

// innerEnd is the first place in s[from:to] where a sentence may end that the segmenter does not see, 0 for none: after an
// ellipsis character and a blank, before a capital, since UAX #29 ends sentences at "..." but not at "…"; and where the
// blank is missing.
func innerEnd(s string, from, to int) int {
	for i := from; i < to; {
		c := s[i]
		if i++; c < utf8.RuneSelf {
			if c != '.' && c != '?' && c != '!' {
				continue
			}
			if at := i + closersLen(s[i:to]); at < to && tight(s, at) {
				return at
			}
			if at := turnedEnd(s, i, to); at > 0 {
				return at
			}
			continue
		}
		if !strings.HasPrefix(s[i-1:], "…") {
			continue
		}
		i += len("…") - 1
		rest := strings.TrimLeft(s[i:to], closers)
		word := strings.TrimLeftFunc(rest, unicode.IsSpace)
		first, _ := utf8.DecodeRuneInString(strings.TrimLeft(word, openers))
		if len(word) < len(rest) && unicode.IsUpper(first) {
			return to - len(word)
		}
	}
	return 0
}

// turnedEnd is where a sentence ends that a quotation »so marked« closes at i, behind its « and the blanks after it; 0 when
// none does.
func turnedEnd(s string, i, to int) int {
	rest, closes := strings.CutPrefix(s[i:to], "«")
	word := strings.TrimLeftFunc(rest, unicode.IsSpace)
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(word, openers+"»"))
	if !closes || len(word) == len(rest) || !unicode.IsUpper(first) || !turned(s[:i]) {
		return 0
	}
	return to - len(word)
}

func lowerBefore(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, closers))
	return unicode.IsLower(r)
}

// closersLen is the length of a curly closing mark at the start of s. A straight one may as well open what follows.
func closersLen(s string) int {
	if strings.HasPrefix(s, "”") || strings.HasPrefix(s, "»") {
		_, n := utf8.DecodeRuneInString(s)
		return n
	}
	return 0
}

// tight reports whether a sentence ends at at without a blank after it, as happens when a web page's text is taken out:
// "was off.The mayor". Addresses and abbreviations have no small letter before the stop, or none after the capital.
func tight(s string, at int) bool {
	before := s[:at]
	if n := len(before); strings.HasSuffix(before, "”") || strings.HasSuffix(before, "»") {
		_, size := utf8.DecodeLastRuneInString(before)
		before = before[:n-size]
	}
	if n := len(before); n < 3 || !strings.ContainsRune(".?!", rune(before[n-1])) || !lowerBefore(before[:n-1]) {
		return false
	}
	next := s[at:]
	if strings.HasPrefix(next, "«") && turned(s[:at]) {
		return false
	}
	if strings.HasPrefix(next, "“") || strings.HasPrefix(next, "«") {
		_, n := utf8.DecodeRuneInString(next)
		next = strings.TrimLeftFunc(next[n:], unicode.IsSpace)
	}
	first, n := utf8.DecodeRuneInString(next)
	second, m := utf8.DecodeRuneInString(next[n:])
	if !unicode.IsUpper(first) || !unicode.IsLower(second) && !(unicode.IsSpace(second) && (first == 'I' || first == 'A')) && !(second == '\'' || second == '’') || m == 0 {
		return false
	}
	const longest = 64
	near := s[max(0, at-longest):min(len(s), at+longest)]
	word := near[strings.LastIndexFunc(near[:min(at, longest)], unicode.IsSpace)+1:]
	if i := strings.IndexFunc(word, unicode.IsSpace); i > 0 {
		word = word[:i]
	}
	if strings.ContainsAny(word, "@/\\_=#") || strings.HasPrefix(word, "www.") {
		return false
	}
	// "Ferry.Example" may be a name, "told Reed.The" is none
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(word, openers))
	return unicode.IsLower(r) || starters.Has(firstToken(next))
}

// noteLen is the length of the footnote marks at the start of s, which follows a full stop: "[3]", "¹", "*", or a bare
// figure of one or two digits; 0 for none.
func noteLen(s string) int {
	if s == "" || s[0] <= ' ' {
		return 0
	}
	n := 0
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		switch {
		case r == '[':
			end := strings.IndexByte(s[n:min(len(s), n+24)], ']')
			if end < 0 {
				return n
			}
			size = end + 1
		case strings.ContainsRune("¹²³⁰⁴⁵⁶⁷⁸⁹*†‡", r):
		case n == 0 && r >= '0' && r <= '9':
			if len(s) > 1 && s[1] >= '0' && s[1] <= '9' {
				size = 2
			}
			if n+size < len(s) && s[n+size] != ' ' {
				return 0
			}
		default:
			return n
		}
		n += size
	}
	return n
}

// withoutNote is s without the footnote marks that follow its last full stop.
func withoutNote(s string) string {
	const longest = 28
	if s == "" || s[len(s)-1] < utf8.RuneSelf && !strings.ContainsRune("]*0123456789", rune(s[len(s)-1])) {
		return s
	}
	for i := len(s) - 1; i >= 0 && i > len(s)-longest; i-- {
		if strings.ContainsRune(".?!", rune(s[i])) {
			if n := noteLen(s[i+1:]); n > 0 && i+1+n == len(s) && (lowerBefore(s[:i]) || s[i+1] == '[') {
				return s[:i+1]
			}
			return s
		}
	}
	return s
}

// withoutClosers is s without the closing marks at its end, and the blanks that French sets before them.
func withoutClosers(s string) string {
	for {
		t := strings.TrimRight(s, closers)
		if strings.HasSuffix(s[len(t):], "»") || strings.HasPrefix(s[len(t):], "»") {
			t = strings.TrimRightFunc(t, unicode.IsSpace)
		}
		if len(t) == len(s) {
			return s
		}
		s = t
	}
}

// inBrackets reports whether the place between before and after lies in brackets that opened within the sentence: "(who
// was ill. He recovered.)".
func inBrackets(before, after string) bool {
	const longest = 400
	near := before[max(0, len(before)-longest):]
	open := strings.LastIndexByte(near, '(')
	if open < 0 || strings.IndexByte(near[open:], ')') > 0 {
		return false
	}
	if !hasWord(before[:len(before)-len(near)+open]) {
		return false
	}
	next := strings.IndexAny(after[:min(len(after), longest)], "()")
	return next >= 0 && after[next] == ')'
}
