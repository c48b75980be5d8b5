package cli

import (
	"bytes"
	"crypto/sha256"
	"io/fs"
	"sort"
	"strings"
	"unicode/utf8"

	"parallax/corpus/report"
	"parallax/corpus/source"
)

// places says where in its file a part of a report stands, as editors count: lines and columns from 1, columns in bytes
// of UTF-8. The file is read a second time, because a report keeps only its text; where the file has changed since,
// has no map, or is not UTF-8, the text's own lines are counted instead (an editor converts such a file to the same
// text).
type places struct {
	embedded fs.FS  // where the embedded reports are; nil for files on disk
	stdin    []byte // what standard input held
	lines    map[report.ID]*lines
}

func newPlaces() *places { return &places{lines: map[report.ID]*lines{}} }

// lines is where the lines of a file or text begin.
type lines struct {
	ofText bool // count in the text, not in the file
	starts []int
	mark   int // bytes of a byte order mark, which editors do not count
}

// at is the line and column of the first byte of span.
func (p *places) at(r *report.Report, span report.Span) (line, column int) {
	l := p.lines[r.ID]
	if l == nil {
		l = p.read(r)
		p.lines[r.ID] = l
	}
	offset := span.Start
	if !l.ofText {
		if file, ok := r.Map.File(span); ok {
			offset = file.Start
		}
	}
	line = sort.SearchInts(l.starts, offset+1)
	column = offset - l.starts[line-1] + 1
	if line == 1 && column > l.mark {
		column -= l.mark
	}
	return line, column
}

func (p *places) read(r *report.Report) *lines {
	file, ok := p.file(r)
	if !ok || !utf8.Valid(file) {
		return &lines{ofText: true, starts: startsOf(r.Text)}
	}
	l := &lines{starts: startsOf(string(file))}
	if bytes.HasPrefix(file, []byte("\uFEFF")) {
		l.mark = len("\uFEFF")
	}
	return l
}

// file is the bytes that the report was made from, if they can still be had.
func (p *places) file(r *report.Report) ([]byte, bool) {
	var file []byte
	var err error
	switch {
	case r.Map == nil:
		return nil, false
	case p.embedded != nil:
		file, err = fs.ReadFile(p.embedded, r.Path)
	case r.Path == "-":
		file = p.stdin
	default:
		file, err = source.File(r.Path, report.Limits{Bytes: report.DefaultLimits.Archive})
	}
	return file, err == nil && sha256.Sum256(file) == r.FileHash
}

// startsOf is the offsets at which lines begin; an editor ends a line at LF, and at CR LF.
func startsOf(s string) []int {
	starts := []int{0}
	for i := 0; ; {
		n := strings.IndexByte(s[i:], '\n')
		if n < 0 {
			return starts
		}
		i += n + 1
		starts = append(starts, i)
	}
}

// located is a span for machines: bytes of the file, or of the text where there is no map to the file (see unit).
func located(r *report.Report, span report.Span) report.Span {
	if file, ok := r.Map.File(span); ok {
		return file
	}
	return span
}
