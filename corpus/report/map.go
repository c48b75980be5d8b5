package report

import "sort"

// Map leads from byte offsets of a report's Text to byte offsets of its file: identity for plain UTF-8, shifted after a
// byte order mark or front matter, piecewise for Markdown and for encodings that are not UTF-8.
type Map struct {
	pieces []piece // by Text, never overlapping; text between them was made by the reader and stands in no file
}

// piece says that textLen bytes of the text from text on come from fileLen bytes of the file from file on. They are the
// same bytes, and correspond one by one, unless the piece is whole: one thing written in two ways ("&amp;" for "&"),
// which is only ever mapped as a whole.
type piece struct {
	text, textLen int
	file, fileLen int
	whole         bool
}

func (p piece) textEnd() int { return p.text + p.textLen }
func (p piece) fileEnd() int { return p.file + p.fileLen }

// start is where in the file the text from offset t of the piece on begins, end where the text up to t ends.
func (p piece) start(t int) int {
	if p.whole {
		return p.file
	}
	return p.file + t - p.text
}

func (p piece) end(t int) int {
	if p.whole {
		return p.fileEnd()
	}
	return p.file + t - p.text
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
	last := sort.Search(len(m.pieces), func(i int) bool { return m.pieces[i].text >= s.End }) - 1
	if first == len(m.pieces) || last < first {
		return Span{}, false
	}
	a, b := m.pieces[first], m.pieces[last]
	file = Span{a.start(max(s.Start, a.text)), b.end(min(s.End, b.textEnd()))}
	return file, file.Start <= file.End
}

// point is the place in the file of a place in the text.
func (m *Map) point(t int) (Span, bool) {
	i := sort.Search(len(m.pieces), func(i int) bool { return m.pieces[i].textEnd() > t })
	if i == len(m.pieces) {
		end := m.pieces[i-1].fileEnd()
		return Span{end, end}, true
	}
	at := m.pieces[i].start(max(t, m.pieces[i].text))
	return Span{at, at}, true
}

// shifted is the map of a text of length bytes that stands unchanged in the file from byte file on.
func shifted(length, file int) *Map {
	m := &Map{}
	m.same(0, file, length)
	return m
}

// same appends n bytes of the text that stand unchanged in the file.
func (m *Map) same(text, file, n int) {
	m.add(piece{text: text, textLen: n, file: file, fileLen: n})
}

// whole appends textLen bytes of the text that stand in other words in the file.
func (m *Map) whole(text, textLen, file, fileLen int) {
	m.add(piece{text, textLen, file, fileLen, true})
}

// add appends a piece, joining it to the one before when the two run on in text and file.
func (m *Map) add(p piece) {
	if p.textLen == 0 {
		return
	}
	if n := len(m.pieces); n > 0 && !p.whole {
		if q := &m.pieces[n-1]; !q.whole && q.textEnd() == p.text && q.fileEnd() == p.file {
			q.textLen += p.textLen
			q.fileLen += p.fileLen
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
		if p.whole {
			if f, ok := inner.File(Span{p.file, p.fileEnd()}); ok {
				out.whole(p.text, p.textLen, f.Start, f.Len())
			}
			continue
		}
		i := sort.Search(len(inner.pieces), func(i int) bool { return inner.pieces[i].textEnd() > p.file })
		for ; i < len(inner.pieces) && inner.pieces[i].text < p.fileEnd(); i++ {
			q := inner.pieces[i]
			from, to := max(p.file, q.text), min(p.fileEnd(), q.textEnd())
			start := q.start(from)
			out.add(piece{p.text + from - p.file, to - from, start, q.end(to) - start, q.whole})
		}
	}
	return out
}
