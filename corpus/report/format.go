package report

import (
	"fmt"
	"path/filepath"
	"strings"
)

// format is a kind of file that can be read.
type format struct {
	reader  string // what Report.Reader says
	guessed bool   // taken for a text because nothing in the name says otherwise
	// extract makes the report's text of a decoded body. Its Map leads to bytes of the body.
	extract func(body string) extract
}

// extract is what a format finds in a body.
type extract struct {
	text     string
	m        *Map
	reader   string // what made the text, when it was not what the format says
	title    Span   // of a title that the format marks as such; empty without
	headings []Span // that the format marks, the title included
	items    []Span // of lists
}

// kinds names the files that can be read, for messages.
const kinds = ".txt, .text, .md and .markdown files"

var (
	plain    = &format{reader: "text", extract: extractPlain}
	nameless = &format{reader: "text", guessed: true, extract: extractPlain}
	markdown = &format{reader: "markdown: goldmark " + goldmarkVersion, extract: extractMarkdown}
)

// extractPlain takes a body as it is, trailing blanks and carriage returns included.
func extractPlain(body string) extract {
	return extract{text: body, m: shifted(len(body), 0)}
}

// formatOf is the format that a file's name promises, nil for a file of another kind.
func formatOf(base string) *format {
	switch ending(base) {
	case ".txt", ".text":
		return plain
	case ".md", ".markdown":
		return markdown
	case "":
		return nameless
	}
	return nil
}

// ending is a file name's ending in lower case, "" when what follows the last full stop is none: too long, without
// a letter ("notes 10.3.2022"), or holding anything but letters and digits ("talks in the U.S. and abroad").
func ending(base string) string {
	ext := strings.ToLower(filepath.Ext(base))
	if len(ext) < 2 || len(ext) > 9 || len(ext) == len(base) {
		return ""
	}
	letters := 0
	for _, r := range ext[1:] {
		switch {
		case r >= 'a' && r <= 'z':
			letters++
		case r >= '0' && r <= '9':
		default:
			return ""
		}
	}
	if letters == 0 {
		return ""
	}
	return ext
}

// unreadable is why a file of another kind is not read although a user named it.
func unreadable(base string) error {
	return fmt.Errorf("%s files cannot be read yet: parallax reads %s", ending(base), kinds)
}
