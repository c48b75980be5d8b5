package report

// Map leads from byte offsets of a report's Text to byte offsets of its file: identity for plain UTF-8, shifted after a
// byte order mark or front matter, piecewise for Markdown.
type Map struct {
	pieces []piece
}

// piece says that Length bytes of the text from Text on stand unchanged in the file from File on.
type piece struct{ Text, File, Length int }

// File is the span of the file's bytes that holds the text span s: from the byte of its first to the byte after its
// last. A nil Map has none, and ok is false.
func (m *Map) File(s Span) (file Span, ok bool) { panic("unwritten") }
