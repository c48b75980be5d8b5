package export

import (
	"fmt"
	"io"
	"regexp"
	"strings"

	"parallax/corpus/brief"
)

// printMarkdown writes CommonMark with footnotes as GitHub, pandoc and goldmark read them. The footnotes stand before
// the list of sources, so that the file ends with it.
func printMarkdown(w io.Writer, d *brief.Document, o Options) error {
	p := &printer{w: w}
	body, end := blocks(d, o)
	var notes []string
	listed := false
	lay := func(b block) {
		isListed := b.kind == blockSilence || b.kind == blockSource
		if b.kind != blockTitle && !(listed && isListed) {
			p.text("\n")
		}
		listed = isListed
		if b.kind == blockQuotation {
			notes = append(notes, fmt.Sprintf("[^%d]: %s%s%s\n", len(notes)+1, Markdown(b.citation), markdownURL(b.url), sourceNumber(b)))
		}
		p.text(markdownBlock(b, len(notes)), "\n")
	}
	for _, b := range body {
		lay(b)
	}
	for _, note := range notes {
		p.text("\n", note)
	}
	listed = false
	for _, b := range end {
		lay(b)
	}
	if !o.Unsealed {
		p.text("\n<!--\n", wrapped(sealOf(body, end)), "-->\n")
	}
	return p.err
}

// markdownBlock is one block without a line end; note is the number of its footnote.
func markdownBlock(b block, note int) string {
	text, lead := Markdown(b.text), Markdown(b.lead)
	switch b.kind {
	case blockTitle:
		return "# " + text
	case blockHeading, blockClaim:
		return strings.Repeat("#", headingLevel(b.level)) + " " + text
	case blockLabel:
		return "**" + text + "**"
	case blockQuotation:
		return fmt.Sprintf("> **%s:** “%s”[^%d]", lead, text, note)
	case blockSilence:
		return "- " + lead + ": " + text
	case blockNote, blockTags:
		return "*" + lead + ":* " + text
	case blockTable:
		return markdownTable(b.rows)
	case blockSource:
		return "- " + lead + ": " + text + markdownURL(b.url)
	}
	return text
}

// markdownTable is a table as GitHub, pandoc and goldmark read it, without a line end.
func markdownTable(rows [][]string) string {
	var b strings.Builder
	for i, row := range rows {
		if i > 0 {
			b.WriteByte('\n')
		}
		for _, cell := range row {
			b.WriteString("| " + Markdown(cell) + " ")
		}
		b.WriteByte('|')
		if i == 0 {
			b.WriteString("\n" + strings.Repeat("| --- ", len(row)) + "|")
		}
	}
	return b.String()
}

func markdownURL(url string) string {
	switch {
	case url == "":
		return ""
	case linkable(url):
		return ", <" + url + ">"
	}
	return ", " + Markdown(url)
}

// emojiPattern is what some programs show as a picture.
var emojiPattern = regexp.MustCompile(`^:[A-Za-z0-9_+-]+:`)

// Markdown is s, one line, so that Markdown shows it as it is. An omission stays plain where nothing behind it could make
// a link of it, so that the file reads well as it stands.
func Markdown(s string) string {
	var b strings.Builder
	b.Grow(len(s) + 16)
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c == '[' && (strings.HasPrefix(s[i:], brief.OmissionSign+" ") || s[i:] == brief.OmissionSign) {
			b.WriteString(brief.OmissionSign)
			i += len(brief.OmissionSign) - 1
			continue
		}
		switch c {
		case '\\', '`', '*', '_', '[', ']', '<', '>', '~', '|', '$', '@', '^':
			b.WriteByte('\\')
		case '&':
			if i+1 < len(s) && s[i+1] != ' ' { // would begin an entity
				b.WriteByte('\\')
			}
		case '#', '+', '-', '=':
			// would begin a heading, a list or a rule, or end a heading
			if strings.Trim(s[:i], "#+-=") == "" || c == '#' && strings.Trim(s[i:], "#") == "" {
				b.WriteByte('\\')
			}
		case '.', ')':
			if i > 0 && strings.Trim(s[:i], "0123456789") == "" { // would begin a numbered list
				b.WriteByte('\\')
			} else if c == '.' && strings.HasSuffix(strings.ToLower(s[:i]), "www") {
				b.WriteByte('\\')
			}
		case ':':
			if strings.HasPrefix(s[i:], "://") || emojiPattern.MatchString(s[i:]) {
				b.WriteByte('\\')
			}
		case '!':
			if strings.HasPrefix(s[i+1:], "[") {
				b.WriteByte('\\')
			}
		}
		b.WriteByte(c)
	}
	return b.String()
}
