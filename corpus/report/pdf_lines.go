package report

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// The lines of a PDF are those of the print. What belongs together is told by their length and their ends: the last line of
// a paragraph ends with a stop and is shorter than the others, or the next begins a byline; a line that breaks off in a
// word is joined to the next. What is printed at the edges of every page, and what a browser prints there, is left out.

// pdfText is the text of a PDF's pages, in paragraphs below the title, and what the pages say of the report.
func pdfText(pages [][]string, title string) (extract, Facts) {
	w := &pageWriter{writer: writer{m: &Map{}}}
	var f Facts
	if title != "" {
		f.Title = Fact{title, "largest letters"}
		w.title = w.writing(func() { w.made(title) })
		w.headings = append(w.headings, w.title)
		w.end(2)
	}
	heads := repeated(pages)
	var lines []string
	for _, page := range pages {
		edge := edges(page)
		for _, l := range page {
			atEdge := slices.Contains(edge, l)
			if u := printed().FindString(l); u != "" && atEdge {
				if f.URL.Value == "" && strings.HasPrefix(u, "http") {
					f.URL = Fact{strings.Fields(u)[0], "print footer"}
				}
				continue
			}
			if atEdge && (heads[withoutDigits(l)] || pageNumber().MatchString(l)) {
				continue
			}
			lines = append(lines, l)
		}
	}
	lines = withoutTitle(lines, title)
	for i, l := range lines {
		f.Byline, f.Published = topFacts(i, l, f)
		w.line(l, endsParagraph(lines, i))
	}
	x := extract{text: string(w.text), title: w.title, headings: w.headings}
	p := &page{facts: f}
	return x.without(p.aboveText()), f
}

// printed is what a browser prints at the edges of a page: the day and the title, the address and the number of the page.
var printed = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:(?:https?|file)://\S+\s+\d+/\d+|\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}:\d{2}.*)$`)
})

var pageNumber = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^(?:(?:page|seite|página|pagina|стр\.?)\s*)?[-–—]?\s*\d{1,4}\s*[-–—]?(?:\s*(?:/|of|von|de)\s*\d{1,4})?$`)
})

// withoutTitle is the lines without the first that together are the title.
func withoutTitle(lines []string, title string) []string {
	if title == "" {
		return lines
	}
	want := fold(title)
	for i := range min(len(lines), 30) {
		joined := ""
		for k := i; k < min(len(lines), i+8); k++ {
			joined = strings.TrimSpace(joined + " " + lines[k])
			if fold(joined) == want {
				return slices.Concat(lines[:i], lines[k+1:])
			}
		}
	}
	return lines
}

// topFacts takes byline and date from a line near the top.
func topFacts(i int, line string, f Facts) (byline, published Fact) {
	byline, published = f.Byline, f.Published
	if i > 14 {
		return byline, published
	}
	if byline.Value == "" && byWords().MatchString(line) {
		if name := nameIn(line); name != "" {
			byline = Fact{name, "text"}
		}
	}
	if published.Value == "" && utf8.RuneCountInString(line) < 100 {
		if d, ok := dateIn(line); ok {
			published = Fact{d.ISO(), "text"}
		}
	}
	return byline, published
}

// endsParagraph reports whether line i is the last of its paragraph.
func endsParagraph(lines []string, i int) bool {
	if i+1 == len(lines) {
		return true
	}
	line, next := lines[i], lines[i+1]
	if byWords().MatchString(next) && nameIn(next) != "" || byWords().MatchString(line) && nameIn(line) != "" && utf8.RuneCountInString(line) < 100 {
		return true
	}
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(next, "“\"'‘«„("))
	if unicode.IsLower(r) || brokenOff(line) {
		return false
	}
	longest := 0
	for k := max(0, i-4); k < min(len(lines), i+5); k++ {
		longest = max(longest, utf8.RuneCountInString(lines[k]))
	}
	n := utf8.RuneCountInString(line)
	if endsSentence(line) {
		return n*100 < longest*88
	}
	return n*100 < longest*45
}

func endsSentence(s string) bool {
	s = strings.TrimRight(s, "\"'”’»)]")
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "。")
}

// brokenOff reports whether a line ends in the middle of a word.
func brokenOff(line string) bool {
	r, n := utf8.DecodeLastRuneInString(line)
	before, _ := utf8.DecodeLastRuneInString(line[:len(line)-n])
	return (r == '-' || r == '\u2010' || r == '\u00AD') && unicode.IsLetter(before)
}

// line writes a line of a print; the last of a paragraph ends it.
func (w *pageWriter) line(s string, last bool) {
	joined := brokenOff(s)
	if joined {
		_, n := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-n]
	}
	w.flow(s)
	switch {
	case last:
		w.end(2)
	case !joined:
		w.blank()
	}
}
