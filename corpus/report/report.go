// Package report turns files into reports: it finds them, decodes them, extracts their text and their metadata, and
// says of each file it could not read why. Call [Read] with the paths a user gave, or [ReadFS] for an embedded folder.
package report

import (
	"io"
	"io/fs"
)

// ID is the index of a report in the flat slice that [Read] returns.
type ID int

// Span is a half-open range [Start, End) of byte offsets in a report's Text.
type Span struct{ Start, End int }

// Len is the length of the span in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Overlap is the number of bytes that s and t have in common, 0 when they do not meet.
func (s Span) Overlap(t Span) int { return max(0, min(s.End, t.End)-max(s.Start, t.Start)) }

// Report is one text of one outlet. It never changes once read.
type Report struct {
	ID        ID
	Path      string // as a user can open it; "-" for standard input, the bare file name for an embedded report
	Outlet    string // who published: sources.json, front matter, else the file name made readable; never empty
	Title     string // "" when the report has none: it is then shown as "untitled"
	Published Date   // the zero Date when unknown
	URL       string
	Byline    string
	Note      string
	Text      string   // decoded, extracted, valid UTF-8; front matter is not part of it
	TitleSpan Span     // where Text itself carries the title, empty when it does not
	FileHash  [32]byte // SHA-256 of the file's bytes
	TextHash  [32]byte // SHA-256 of Text
	Reader    string   // what made Text from the file: "text", "markdown: goldmark v1.8.7"
	Map       *Map     // from Text to bytes of the file; nil where no such map exists
}

// Problem is a file that could not be read, and why. Err's text does not repeat the path.
type Problem struct {
	Path string
	Err  error
}

func (p Problem) Error() string { return p.Path + ": " + p.Err.Error() }
func (p Problem) Unwrap() error { return p.Err }

// DefaultLimit is how many bytes a file may have unless Options says otherwise.
const DefaultLimit = 8 << 20

// Options says how to read.
type Options struct {
	Limit int64     // bytes a file may have; 0 means DefaultLimit
	Stdin io.Reader // read for the path "-"; nil makes "-" a Problem
}

// Read reads the files and folders that paths name, in that order, a folder's files in natural order. One bad file
// never stops the others.
func Read(paths []string, o Options) ([]Report, []Problem) { panic("unwritten") }

// ReadFS reads every report of an embedded folder as Read would read a folder on disk.
func ReadFS(fsys fs.FS, o Options) ([]Report, []Problem) { panic("unwritten") }
