package report

import (
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// topLine is how many lines below a report's title its byline and its date are looked for.
const topLine = 8

// aboveText tells the lines between a page's heading and its text that are known already: the title again, the byline, the
// date.
func (p *page) aboveText() func(i int, line string) bool {
	title, byline := fold(p.facts.Title.Value), fold(p.facts.Byline.Value)
	return func(i int, line string) bool {
		if i == 0 || i > topLine {
			return false
		}
		if utf8.RuneCountInString(line) >= 120 {
			return false
		}
		return title != "" && fold(line) == title || byline != "" && (fold(nameIn(line)) == byline || alike(namesOnly(line), namesOnly(byline)) == 1) || isDateLine(line)
	}
}

// namesOnly is a byline without what stands between its names.
func namesOnly(s string) string {
	return strings.NewReplacer(";", " ", ",", " ", " and ", " ", " und ", " ", " et ", " ", " y ", " ").Replace(withoutBy(s))
}

// mostAbove is how many sentences may stand between a page's heading and the element that was found to hold its report.
const mostAbove = 6

// standfirst is the sentences between the page's heading and the element that holds the report, as they stand above a live
// blog; none when there are many, for then they are something else.
func (p *page) standfirst(n *html.Node) []string {
	body := &pageWriter{writer: writer{m: &Map{}}}
	body.blocks(n)
	opens := firstLines(string(body.text), 1)
	all := &pageWriter{writer: writer{m: &Map{}}}
	all.blocks(p.root)
	text := string(all.text)
	head := findLine(text, p.facts.Title.Value)
	if len(opens) == 0 || head.Len() == 0 {
		return nil
	}
	var above []string
	for line := range strings.Lines(text[head.End:]) {
		line = strings.TrimSpace(line)
		if line == opens[0].text {
			return above
		}
		if len(line) >= shortRun && stopped(line) && !isDateLine(line) {
			if above = append(above, line); len(above) > mostAbove {
				return nil
			}
		}
	}
	return nil
}

// isDateLine reports whether a line says a date and hardly anything else: "Published 4 October 2022 at 09:30".
func isDateLine(line string) bool {
	if utf8.RuneCountInString(line) > 80 || stopped(line) {
		return false
	}
	if _, ok := dateIn(line); !ok {
		return false
	}
	return len(strings.Fields(line)) <= 10
}

// without is x without the lines that drop tells by their number, from 0, blank ones not counted, and their text.
func (x extract) without(drop func(i int, line string) bool) extract {
	var text strings.Builder
	var gone []Span // of the old text
	at, number := 0, 0
	for line := range strings.Lines(x.text) {
		end := at + len(line)
		if trimmed := strings.TrimSpace(line); trimmed != "" {
			if drop(number, trimmed) {
				for end < len(x.text) && x.text[end] == '\n' {
					end++
				}
				gone = append(gone, Span{at, end})
			}
			number++
		}
		if len(gone) == 0 || gone[len(gone)-1].End <= at {
			text.WriteString(line)
		}
		at += len(line)
	}
	x.text = strings.TrimRight(text.String(), "\n")
	x.title = moved(x.title, gone, len(x.text))
	x.headings, x.items = movedAll(x.headings, gone, len(x.text)), movedAll(x.items, gone, len(x.text))
	x.struck = movedAll(x.struck, gone, len(x.text))
	return x
}

// moved is where a span is once what is gone is out of the text; empty when it is gone itself.
func moved(s Span, gone []Span, length int) Span {
	back := 0
	for _, g := range gone {
		if g.Start < s.End && s.Start < g.End {
			return Span{}
		}
		if g.End <= s.Start {
			back += g.Len()
		}
	}
	return Span{min(s.Start-back, length), min(s.End-back, length)}
}

func movedAll(spans, gone []Span, length int) []Span {
	var kept []Span
	for _, s := range spans {
		if s = moved(s, gone, length); s.Len() > 0 {
			kept = append(kept, s)
		}
	}
	return kept
}

// trimmed is x without what stands behind its last sentence and says nothing: headings of boxes that were taken out,
// labels, credits of a word or two. Items of a list stay.
func (x extract) trimmed() extract {
	last, number := -1, 0
	for line := range strings.Lines(x.text) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		if endsSentence(line) || utf8.RuneCountInString(line) > longLabel || strings.Contains(line, "\t") || x.isItem(line) || itemLine().MatchString(line) {
			last = number
		}
		number++
	}
	if last < 2 || number-last > mostLabels {
		return x
	}
	return x.without(func(i int, _ string) bool { return i > last })
}

const (
	longLabel  = 60 // runes that a label has at most
	mostLabels = 12 // behind the last sentence; more are a list
)

// itemLine is how a line begins that is written as an item of a list.
var itemLine = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(?:[*+•–-]|\d{1,3}[.)])\s+\S`) })

func (x extract) isItem(line string) bool {
	for _, s := range x.items {
		if strings.Contains(x.text[s.Start:s.End], line) {
			return true
		}
	}
	return false
}
