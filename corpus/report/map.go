package report

import "sort"

// Map leads from byte offsets of a report's Text to byte offsets of its file: identity for plain UTF-8, shifted after a
// byte order mark or front matter, piecewise for Markdown and for encodings that are not UTF-8.
type Map struct {
	pieces []piece // by Text, never overlapping; text between them was made by the reader and stands in no file
}

// piece says that TextLen bytes of the text from Text on come from FileLen bytes of the file from File on. When the
// lengths are equal the bytes correspond one by one; when not, the piece is one thing written differently ("&amp;" for
// "&") and is only ever mapped as a whole.
type piece struct{ Text, TextLen, File, FileLen int }

func (p piece) textEnd() int { return p.Text + p.TextLen }
func (p piece) fileEnd() int { return p.File + p.FileLen }

// start is where in the file the text from offset t of the piece on begins, end where the text up to t ends.
func (p piece) start(t int) int {
	if p.TextLen != p.FileLen {
		return p.File
	}
	return p.File + t - p.Text
}

func (p piece) end(t int) int {
	if p.TextLen != p.FileLen {
		return p.fileEnd()
	}
	return p.File + t - p.Text
}

// File is the span of the file's bytes that holds the text span s: from the byte of its first to the byte after its
// last. Ends that lie in text which the reader made (the line end between two Markdown blocks) move inwards to what
// stands in the file. A nil Map has no answer, nor has a span that holds nothing of the file, and ok is false.
func (m *Map) File(s Span) (file Span, ok bool) {
	if m == nil || len(m.pieces) == 0 || s.Start < 0 || s.End < s.Start || s.End > m.pieces[len(m.pieces)-1].textEnd() {
		return Span{}, false
	}
	if s.Len() == 0 {
		return m.point(s.Start)
	}
	first := sort.Search(len(m.pieces), func(i int) bool { return m.pieces[i].textEnd() > s.Start })
	last := sort.Search(len(m.pieces), func(i int) bool { return m.pieces[i].Text >= s.End }) - 1
	if first == len(m.pieces) || last < first {
		return Span{}, false
	}
	a, b := m.pieces[first], m.pieces[last]
	file = Span{a.start(max(s.Start, a.Text)), b.end(min(s.End, b.textEnd()))}
	return file, file.Start <= file.End
}

// point is the place in the file of a place in the text.
func (m *Map) point(t int) (Span, bool) {
	i := sort.Search(len(m.pieces), func(i int) bool { return m.pieces[i].textEnd() > t })
	if i == len(m.pieces) {
		end := m.pieces[i-1].fileEnd()
		return Span{end, end}, true
	}
	at := m.pieces[i].start(max(t, m.pieces[i].Text))
	return Span{at, at}, true
}

// shifted is the map of a text of length bytes that stands unchanged in the file from byte file on.
func shifted(length, file int) *Map { return &Map{[]piece{{0, length, file, length}}} }

// add appends a piece, joining it to the one before when the two run on in text and file.
func (m *Map) add(p piece) {
	if p.TextLen == 0 {
		return
	}
	if n := len(m.pieces); n > 0 && p.TextLen == p.FileLen {
		if q := &m.pieces[n-1]; q.TextLen == q.FileLen && q.textEnd() == p.Text && q.fileEnd() == p.File {
			q.TextLen += p.TextLen
			q.FileLen += p.FileLen
			return
		}
	}
	m.pieces = append(m.pieces, p)
}

// after is m for a text that was taken from the text of inner: it leads from m's text through inner's to the file.
func (m *Map) after(inner *Map) *Map {
	if m == nil || inner == nil {
		return nil
	}
	out := &Map{}
	for _, p := range m.pieces {
		if p.TextLen != p.FileLen {
			if f, ok := inner.File(Span{p.File, p.fileEnd()}); ok {
				out.add(piece{p.Text, p.TextLen, f.Start, f.Len()})
			}
			continue
		}
		i := sort.Search(len(inner.pieces), func(i int) bool { return inner.pieces[i].textEnd() > p.File })
		for ; i < len(inner.pieces) && inner.pieces[i].Text < p.fileEnd(); i++ {
			q := inner.pieces[i]
			from, to := max(p.File, q.Text), min(p.fileEnd(), q.textEnd())
			out.add(piece{p.Text + from - p.File, to - from, q.start(from), q.end(to) - q.start(from)})
		}
	}
	return out
}
