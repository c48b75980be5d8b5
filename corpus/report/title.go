package report

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A text rarely says which of its lines is the headline: it is the first, unless the text begins with its story right
// away. What tells the two apart is length and the full stop: headlines are short and end without one, or with a
// question mark; a lead sentence is long and ends with one, begins with a dateline, or runs on in the next line. When
// in doubt the line is taken for a sentence: an untitled report is cited with its opening words, which are right
// either way, while a sentence shown as a title puts words into the outlet's mouth.

const (
	headlineWords = 28  // more make a sentence
	headlineRunes = 180 // the same for scripts that do not part words
	stoppedWords  = 8   // a headline that ends with a full stop may have
	titleLines    = 6   // how far down a known title is looked for: kickers and datelines may stand above it
)

// line is a line of a text that is not blank, without the blanks around it.
type line struct {
	span  Span
	text  string
	apart bool // a blank line, or the end of the text, follows
}

// firstLines is the first n lines of a text that are not blank.
func firstLines(text string, n int) []line {
	var lines []line
	for at := 0; at < len(text) && len(lines) < n+1; {
		raw, rest, _ := cutLine(text[at:])
		trimmed := strings.TrimSpace(raw)
		switch {
		case trimmed != "":
			start := at + strings.Index(raw, trimmed)
			lines = append(lines, line{span: Span{start, start + len(trimmed)}, text: trimmed, apart: rest == ""})
		case len(lines) > 0:
			lines[len(lines)-1].apart = true
		}
		at = len(text) - len(rest)
	}
	return lines[:min(n, len(lines))]
}

// headline is the title that a text gives itself by its first line, an empty span when that line is a sentence of the
// story.
func headline(text string) Span {
	lines := firstLines(text, 3)
	if len(lines) > 0 && !hasWords(lines[0].text) { // a rule above the text
		lines = lines[1:]
	}
	switch {
	case len(lines) == 0, !hasWords(lines[0].text), !isHeadline(lines[0].text):
		return Span{}
	case len(lines) == 1 && stopped(lines[0].text):
		return Span{} // all there is
	case len(lines) > 1 && !lines[0].apart && runsOn(lines[1].text):
		return Span{}
	}
	return lines[0].span
}

func hasWords(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0
}

func isHeadline(s string) bool {
	words := len(strings.Fields(s))
	switch {
	case words > headlineWords || utf8.RuneCountInString(s) > headlineRunes:
		return false
	case dateline(s), severalSentences(s):
		return false
	case stopped(s):
		return words <= stoppedWords
	}
	return true
}

// runsOn reports whether a line goes on with what the line before it began, as in a text broken at a fixed width.
func runsOn(next string) bool {
	r, _ := utf8.DecodeRuneInString(next)
	return unicode.IsLower(r)
}

// stopped reports whether a line ends with a full stop, closing quotation marks and brackets aside. That of an
// abbreviation ("U.S.", "Inc.") and the dots of an ellipsis are none.
func stopped(s string) bool {
	s = strings.TrimRight(s, "\"'”’»)]")
	if strings.HasSuffix(s, "。") || strings.HasSuffix(s, "।") {
		return true
	}
	body, ok := strings.CutSuffix(s, ".")
	if !ok || strings.HasSuffix(body, ".") {
		return false
	}
	last := body[strings.LastIndexAny(body, " \t")+1:]
	return !strings.Contains(last, ".") && !abbreviations[strings.ToLower(last)]
}

var abbreviations = words("inc ltd corp co jr sr st dr mr mrs vs etc no jan feb mar apr aug sept oct nov dec gov sen rep gen")

// severalSentences reports whether a sentence ends inside s: a full stop after a word, then a capital.
func severalSentences(s string) bool {
	for i := 1; i+2 < len(s); i++ {
		if s[i] != '.' || s[i+1] != ' ' {
			continue
		}
		r, _ := utf8.DecodeRuneInString(s[i+2:])
		if unicode.IsUpper(r) && stopped(s[:i+1]) && endsInWord(s[:i]) {
			return true
		}
	}
	return false
}

// endsInWord reports whether s ends with two small letters: the word before a full stop, not an initial.
func endsInWord(s string) bool {
	r, n := utf8.DecodeLastRuneInString(s)
	q, _ := utf8.DecodeLastRuneInString(s[:len(s)-n])
	return unicode.IsLower(r) && unicode.IsLower(q)
}

// dateline reports whether s opens as an agency's story does, with a place in capitals, a name in brackets or a comma,
// and a dash: "KYIV (Reuters) - ", "ROME, June 3 — ".
func dateline(s string) bool {
	head, _, ok := strings.Cut(s, " — ")
	if !ok {
		if head, _, ok = strings.Cut(s, " - "); !ok {
			head, _, ok = strings.Cut(s, " – ")
		}
	}
	if !ok || len(head) > 60 {
		return false
	}
	if strings.HasSuffix(head, ")") && strings.Contains(head, "(") {
		return true
	}
	place, _, comma := strings.Cut(head, ",")
	return comma && len(place) > 2 && place == strings.ToUpper(place) && place != strings.ToLower(place)
}

// findTitle is where text carries title as a line of its own among its first lines, an empty span when it does not.
func findTitle(text, title string) Span {
	want := fold(title)
	if want == "" {
		return Span{}
	}
	for _, l := range firstLines(text, titleLines) {
		if fold(l.text) == want {
			return l.span
		}
	}
	return Span{}
}

// fold makes two spellings of one title equal: letters of either case, curly or straight quotation marks, dashes,
// blanks, and a full stop at the end or none.
func fold(s string) string {
	s = strings.Map(func(r rune) rune {
		switch r {
		case '‘', '’', '‛', '`', '´', '“', '”', '„', '"', '«', '»':
			return '\''
		case '–', '—', '‐', '‑', '−':
			return '-'
		}
		return unicode.ToLower(r)
	}, s)
	return strings.TrimSuffix(strings.Join(strings.Fields(s), " "), ".")
}
