package export

import (
	"strings"

	"parallax/corpus/seal"
)

// A brief that people read carries a seal over its lines: at the end of Markdown in a comment, in the head of a page, in
// a part of its own beside the text of a docx file. In JSON it is a property of the collection. It repeats what is on the
// page, so that what was taken out or reworded later can be told, and nothing else.

// sealOf is the seal of a brief that is laid out, on one line.
func sealOf(body, end []block) string {
	var lines []seal.Line
	for _, all := range [][]block{body, end} {
		for _, b := range all {
			for _, row := range b.rows {
				for _, cell := range row {
					if line, ok := seal.Of(0, cell, ""); ok {
						lines = append(lines, line)
					}
				}
			}
			if line, ok := b.line(); ok {
				lines = append(lines, line)
			}
		}
	}
	return seal.New(lines).Text()
}

func sealUnless(unsealed bool, body, end []block) string {
	if unsealed {
		return ""
	}
	return sealOf(body, end)
}

// line is the block as a seal has it: without the outlet before a quotation, which its citation has too and a page has
// only there.
func (b block) line() (seal.Line, bool) {
	level, text, note := 0, b.text, ""
	switch b.kind {
	case blockTitle:
		level = 1
	case blockHeading, blockClaim:
		level = headingLevel(b.level)
	case blockQuotation:
		text, note = "“"+b.text+"”", b.citation+withComma(b.url)+sourceNumber(b)
	case blockSilence, blockNote, blockTags:
		text = b.lead + ": " + b.text
	case blockSource:
		text = b.lead + ": " + b.text + withComma(b.url)
	}
	return seal.Of(level, text, note)
}

func withComma(url string) string {
	if url == "" {
		return ""
	}
	return ", " + url
}

// sealWidth is how long the lines of a seal are in Markdown, so that programs do not break them elsewhere.
const sealWidth = 100

// wrapped breaks one line into lines.
func wrapped(s string) string {
	var b strings.Builder
	for len(s) > sealWidth {
		b.WriteString(s[:sealWidth] + "\n")
		s = s[sealWidth:]
	}
	return b.String() + s + "\n"
}
