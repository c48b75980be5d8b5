package report

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"sync"
)

// Databases of the press write all articles that were found into one file, as text, RTF, docx or a page: Nexis and Factiva.
// Each article has its furniture above and below (a number, the paper, the day, section and length; classification, rights),
// and that is the only thing that tells where one ends. Here the file's text is read as any other of its format, and then
// cut: an article is its headline and its body, each where it stands, and what the furniture says is known of it. None of it
// is a statement.

// cutting is an article of a database's export, as parts of the file's text.
type cutting struct {
	title []Span   // the lines of its headline
	body  [][]Span // its paragraphs, or longer parts, each of spans that stand on one line
	facts Facts
}

var exportMarks = sync.OnceValue(func() map[string]*regexp.Regexp {
	return map[string]*regexp.Regexp{
		"factiva end":   regexp.MustCompile(`(?m)^[ \t\x{A0}]*(?:AN[ \t\x{A0}]+)?Document [A-Z][A-Z0-9]{2,}(?:19|20)\d{6}[a-z0-9]{3,}[ \t\r]*$`),
		"factiva words": regexp.MustCompile(`(?m)^[ \t\x{A0}]*(?:WC[ \t\x{A0}]+)?\d[\d.,\x{A0}]* (?:words|mots|palabras|Wörter|parole|palavras|woorden|слов)[ \t\r]*$`),
		"nexis end":     regexp.MustCompile(`(?m)^[ \t\x{A0}]*End of Document[ \t\r]*$`),
		"nexis body":    regexp.MustCompile(`(?m)^[ \t\x{A0}]*Body[ \t\r]*$`),
		"nexis head":    regexp.MustCompile(`(?mi)^[ \t\x{A0}]*(?:(?:load-date|length|byline|section):|(?:copyright|©))`),
		"nexis number":  regexp.MustCompile(`(?mi)^[ \t\x{A0}]*(?:document +\d+ of \d+|\d+ of \d+ documents?|dokument +\d+ von \d+|\d+ von \d+ dokumenten)[ \t\r]*$`),
		"nexis field":   regexp.MustCompile(`(?m)^[ \t\x{A0}]*(?:LENGTH|LOAD-DATE|LÄNGE):`),
	}
})

// exportedBy is the database whose export a text is, "Nexis" or "Factiva"; "" when it is none.
func exportedBy(text string) string {
	m := exportMarks()
	has := func(word string, marks ...string) bool {
		if !strings.Contains(text, word) {
			return false
		}
		for _, name := range marks {
			if !m[name].MatchString(text) {
				return false
			}
		}
		return true
	}
	switch {
	case has("Document ", "factiva end", "factiva words"):
		return "Factiva"
	case has("End of Document", "nexis end", "nexis body", "nexis head"):
		return "Nexis"
	case has("LENGTH:", "nexis number", "nexis field"), has("LOAD-DATE:", "nexis number", "nexis field"), has("LÄNGE:", "nexis number", "nexis field"):
		return "Nexis"
	}
	return ""
}

// toldApart is the drafts with each that is a database's export as the articles in it.
func (in *input) toldApart(drafts []draft) (all []draft, err error) {
	for i := range drafts {
		d := &drafts[i]
		by := ""
		if d.part == "" { // else it was told apart as a file of its own
			by = exportedBy(d.text)
		}
		if by == "" {
			all = append(all, *d)
			continue
		}
		cuttings := nexis(d.text)
		if by == "Factiva" {
			cuttings = factiva(d.text)
		}
		for k := range cuttings {
			if !in.spent.take(in.limits.Entries) {
				return all, spentError{fmt.Errorf("holds more than the limit of %d articles: the rest was not read", in.limits.Entries)}
			}
			part := d.part + "#" + itoa(k+1)
			if len(cuttings[k].body) == 0 {
				in.problem(part, errors.New("an article without a text"))
				continue
			}
			all = append(all, cuttings[k].draft(d, by, part))
		}
	}
	return all, nil
}

// draft is the report of a cutting.
func (c *cutting) draft(d *draft, by, part string) draft {
	var blocks [][]Span
	if len(c.title) > 0 {
		blocks = append(blocks, c.title)
	}
	blocks = append(blocks, c.body...)
	one := draft{extract: d.of(blocks), part: part, file: d.file, hash: d.hash, partial: d.partial, facts: c.facts.Said(by)}
	one.reader = by + " in " + d.reader
	if len(c.title) > 0 {
		one.title.End = len(c.title) - 1
		for _, s := range c.title {
			one.title.End += s.Len()
		}
		one.headings = append([]Span{one.title}, withoutSpan(one.headings, one.title)...)
		one.facts.Title = Fact{Value: oneLine(one.text[:one.title.End])}.by(by)
	}
	return one
}

// withoutSpan is the spans that do not overlap with s.
func withoutSpan(spans []Span, s Span) (kept []Span) {
	for _, h := range spans {
		if h.Overlap(s) == 0 {
			kept = append(kept, h)
		}
	}
	return kept
}

// of is the blocks of x alone, a blank line between them, the spans of a block on one line.
func (x extract) of(blocks [][]Span) extract {
	var text strings.Builder
	m := &Map{}
	out := extract{reader: x.reader, plainly: x.plainly}
	carry := func(from []Span, s Span, at int) (to []Span) {
		for _, h := range from {
			if s.Start <= h.Start && h.End <= s.End {
				to = append(to, Span{h.Start - s.Start + at, h.End - s.Start + at})
			}
		}
		return to
	}
	for i, block := range blocks {
		if i > 0 {
			text.WriteString("\n\n")
		}
		for k, s := range block {
			if k > 0 {
				text.WriteByte(' ')
			}
			at := text.Len()
			text.WriteString(x.text[s.Start:s.End])
			m.same(at, s.Start, s.Len())
			out.headings = append(out.headings, carry(x.headings, s, at)...)
			out.items = append(out.items, carry(x.items, s, at)...)
			out.struck = append(out.struck, carry(x.struck, s, at)...)
		}
	}
	out.text = text.String()
	if x.m != nil {
		out.m = m.after(x.m)
	}
	return out
}

// runs is the lines without those that leave tells, each run of the others with the blank lines in it as one span.
func runs(lines []line, leave func(text string) bool) (blocks [][]Span) {
	open := false
	for _, l := range lines {
		if leave(l.text) {
			open = false
			continue
		}
		if open {
			blocks[len(blocks)-1][0].End = l.span.End
		} else {
			blocks, open = append(blocks, []Span{l.span}), true
		}
	}
	return blocks
}

func spansOf(lines []line) (spans []Span) {
	for _, l := range lines {
		spans = append(spans, l.span)
	}
	return spans
}

// wordsOf is the lines' words.
func wordsOf(lines []line) string {
	var parts []string
	for _, l := range lines {
		parts = append(parts, l.text)
	}
	return oneLine(strings.Join(parts, " "))
}

var rights = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^(?:copyright\b|\(c\)\s|©|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|distributed by )`)
})

// daySaid is the day that a line of furniture names, as ISO writes it; "" for a line that says more.
func daySaid(text string) string {
	if len(text) > 80 {
		return ""
	}
	if d, ok := dateIn(text); ok {
		return d.ISO()
	}
	return ""
}
