package seal

import (
	"regexp"
	"strings"
)

// What is a kind of line.
type What string

// The kinds of lines. What the program says of the sources is a quotation, a silence, a source or a count; the rest is
// the reader's own.
const (
	Quotation What = "quotation"
	Silence   What = "silence"
	Source    What = "source"
	Count     What = "heading of a claim" // with the number of its outlets, or of a passage
	Heading   What = "heading"
	Title     What = "title"
	Note      What = "note"
	Tags      What = "tags"
	Closing   What = "line about the program"
	Paragraph What = "paragraph"
	Selection What = "selected words" // of an annotation
	Data      What = "data"           // for programs
)

var (
	// SilencePattern is the outlet, the numbers of its sources, and what is said of it.
	SilencePattern = regexp.MustCompile(`^(.+) \(sources? (\d{1,9}(?:, \d{1,9})*)\): (.*)$`)
	sourcePattern  = regexp.MustCompile(`^Source \d{1,9}: .*, SHA-256 `)
	// CountPattern is the heading of what follows: its number, and for a claim its name, which exports of before do not
	// have, and the number of its outlets.
	CountPattern = regexp.MustCompile(`^(?:(Claim) (\d{1,9})(?:: .+)? \((\d{1,9}) outlets?\)|(Passage) (\d{1,9}))$`)
	notePattern  = regexp.MustCompile(`^(?:Note(?: \([^)]*\))?|As it was marked):`)
)

// What is the kind of the line.
func (l Line) What() What {
	if begin, _, ok := strings.Cut(l.Text, ": "); ok && jsonKinds[begin] != "" && l.Note == "" {
		return jsonKinds[begin]
	}
	switch {
	case l.Note != "":
		return Quotation
	case l.Level == 1:
		return Title
	case l.Level > 1 && !CountPattern.MatchString(l.Text):
		return Heading
	case sourcePattern.MatchString(l.Text):
		return Source
	case CountPattern.MatchString(l.Text):
		return Count
	case notePattern.MatchString(l.Text):
		return Note
	case SilencePattern.MatchString(l.Text):
		return Silence
	case strings.HasPrefix(l.Text, "Tags: "):
		return Tags
	case strings.HasPrefix(l.Text, "Made with parallax "):
		return Closing
	}
	return Paragraph
}

// machine reports whether the program said it, and not the reader.
func (w What) machine() bool {
	return w == Quotation || w == Silence || w == Source || w == Count
}
