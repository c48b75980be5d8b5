// Package report turns files into reports: it finds them, decodes them, extracts their text and their metadata, and
// says of each file it could not read why. Call [Read] with the paths a user gave, or [ReadFS] for an embedded folder.
package report

import (
	"errors"
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
	Headings  []Span   // titles and sub-headings that the file's format marks as such; plain text marks none
	Items     []Span   // list items that the file's format marks as such
	FileHash  [32]byte // SHA-256 of the file's bytes
	TextHash  [32]byte // SHA-256 of Text
	Reader    string   // what made Text from the file: "text", "text, windows-1252", "markdown: goldmark v1.8.7"
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

func (o Options) limit() int64 {
	if o.Limit > 0 {
		return o.Limit
	}
	return DefaultLimit
}

// Read reads the files and folders that paths name, in that order; a folder's files in the order of its sources.json,
// then in natural order. A file that is named twice is read once. One bad file never stops the others.
func Read(paths []string, o Options) ([]Report, []Problem) {
	var reports []Report
	w := newWalker(disk{}, o.limit())
	for _, name := range paths {
		if name == "-" {
			reports = w.standardInput(reports, o)
			continue
		}
		reports = w.read(reports, w.named(name))
	}
	return reports, w.problems
}

// ReadFS reads every report of an embedded folder as Read would read a folder on disk.
func ReadFS(fsys fs.FS, o Options) ([]Report, []Problem) {
	w := newWalker(embedded{fsys}, o.limit())
	return w.read(nil, w.whole(".")), w.problems
}

// read appends the reports that the items' files hold.
func (w *walker) read(reports []Report, items []item) []Report {
	for _, it := range items {
		data, err := load(it.tree, it.name, w.limit)
		if err != nil {
			w.problem(it.name, err)
			continue
		}
		reports = w.report(reports, it, data, formatOf(w.tree.base(it.name)))
	}
	return reports
}

// standardInput appends the report that standard input holds. It is read once, however often it is named.
func (w *walker) standardInput(reports []Report, o Options) []Report {
	if w.seen["-"] {
		return reports
	}
	w.seen["-"] = true
	if o.Stdin == nil {
		w.problem("-", errors.New("standard input is not available here: name a file or a folder"))
		return reports
	}
	data, err := readAll(o.Stdin, w.limit)
	if err != nil {
		w.problem("-", err)
		return reports
	}
	return w.report(reports, item{name: "-"}, data, plain)
}

// report appends the report that a file's bytes hold.
func (w *walker) report(reports []Report, it item, data []byte, f *format) []Report {
	r, err := compose(it, data, f)
	if err != nil {
		w.problem(it.name, err)
		return reports
	}
	r.ID = ID(len(reports))
	return append(reports, *r)
}
