// Package report turns the bytes of a file into reports: it tells the file's format, decodes it, extracts text and what is
// known besides, or says why it cannot. Call [Read] with a file; package source finds them. [Tell] judges by a file's
// beginning whether to read it.
package report

// ID is the index of a report in a flat slice of all.
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
	Path      string // as a user can open it, with the part below when the file holds several; "-" for standard input, the bare file name for an embedded report
	Outlet    string // who published: sources.json, front matter, else the file name made readable; never empty
	Title     string // "" when the report has none: it is then shown as "untitled"
	Published Date   // the zero Date when unknown
	URL       string
	Byline    string
	Note      string
	Facts     Facts    // the same as written, each with who says so
	Text      string   // decoded, extracted, valid UTF-8; front matter is not part of it
	Whole     int      // bytes of text that the file has, menus and all, of which Text is what was taken; 0 when Text is all
	Raw       string   // those bytes, a line a paragraph; "" when Text is all
	Partial   string   // why Text is known to be only a part of the report; "" when it is not
	Plainly   string   // why it was read as plain text although its format is another; "" when it was not
	Garbled   string   // that text before it came here was taken for another encoding than it was in, and where; "" when it was not
	TitleSpan Span     // where Text itself carries the title, empty when it does not
	Headings  []Span   // titles and sub-headings that the file's format marks as such; plain text marks none
	Items     []Span   // list items that the file's format marks as such
	Struck    []Span   // what the outlet has struck out, with the StruckMark before and after it; in order
	FileHash  [32]byte // SHA-256 of the file's bytes
	TextHash  [32]byte // SHA-256 of Text
	Reader    string   // what made Text from the file: "text", "text, windows-1252", "markdown: goldmark v1.8.7"
	Map       *Map     // from Text to bytes of the file; nil where no such map exists
}

// lost is the part of a file's text from which a report counts as taken in part.
const lost = 1. / 3

// Taken is the part of the file's text that became the report's, 0 to 1.
func (r *Report) Taken() float64 {
	if r.Whole == 0 {
		return 1
	}
	return min(1, float64(len(r.Text))/float64(r.Whole))
}

// InPart reports whether something that the report says may not be in Text: because the file says that it is not all, or
// because more than a third of the file's text was left.
func (r *Report) InPart() bool { return r.Partial != "" || r.Taken() < 1-lost }

// Problem is a file that was not read, and why. Err's text does not repeat the path.
type Problem struct {
	Path string
	Err  error
}

func (p Problem) Error() string { return p.Path + ": " + p.Err.Error() }
func (p Problem) Unwrap() error { return p.Err }
