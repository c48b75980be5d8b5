package report

import (
	"math"
	"sort"
)

// Map leads from byte offsets of a report's Text to byte offsets of its file: identity for plain UTF-8, shifted after a
// byte order mark or front matter, piecewise for Markdown and for encodings that are not UTF-8. Of files of 2 GiB and
// more it knows nothing.
type Map struct {
	pieces []piece // by Text, never overlapping; text between them was made by the reader and stands in no file
	lost   bool    // an offset was too large
}

// piece says that textLen bytes of the text from text on come from fileLen bytes of the file from file on. They are the
// same bytes, and correspond one by one, unless the piece is of units: things written in two ways ("&amp;" for "&"),
// each of which is only ever mapped as a whole, and all of one size. A text in another encoding is little else, so a
// run of them is one piece, and a piece is small.
type piece struct {
	text, textLen int32
	file, fileLen int32
	units         int32 // 0 for the same bytes
}

func (p piece) textEnd() int { return int(p.text) + int(p.textLen) }
func (p piece) fileEnd() int { return int(p.file) + int(p.fileLen) }

// start is where in the file the text from offset t of the piece on begins, end where the text up to t ends.
func (p piece) start(t int) int {
	into := t - int(p.text)
	if p.units > 0 {
		return int(p.file) + into/p.unitText()*p.unitFile()
	}
	return int(p.file) + into
}

func (p piece) end(t int) int {
	into := t - int(p.text)
	if p.units > 0 {
		return int(p.file) + (into+p.unitText()-1)/p.unitText()*p.unitFile()
	}
	return int(p.file) + into
}

func (p piece) unitText() int { return int(p.textLen / p.units) }
func (p piece) unitFile() int { return int(p.fileLen / p.units) }

// File is the span of the file's bytes that holds the text span s: from the byte of its first to the byte after its
// last. Ends that lie in text which the reader made (the line end between two Markdown blocks) move inwards to what
// stands in the file. A nil Map has no answer, nor has a span that holds nothing of the file, and ok is false.
func (m *Map) File(s Span) (file Span, ok bool) {
	if m == nil || m.lost || len(m.pieces) == 0 || s.Start < 0 || s.End < s.Start || s.End > m.pieces[len(m.pieces)-1].textEnd() {
		return Span{}, false
	}
	if s.Len() == 0 {
		return m.point(s.Start)
	}
	first := sort.Search(len(m.pieces), func(i int) bool { return m.pieces[i].textEnd() > s.Start })
	last := sort.Search(len(m.pieces), func(i int) bool { return int(m.pieces[i].text) >= s.End }) - 1
	if first == len(m.pieces) || last < first {
		return Span{}, false
	}
	a, b := m.pieces[first], m.pieces[last]
	file = Span{a.start(max(s.Start, int(a.text))), b.end(min(s.End, b.textEnd()))}
	return file, file.Start <= file.End
}

// point is the place in the file of a place in the text.
func (m *Map) point(t int) (Span, bool) {
	i := sort.Search(len(m.pieces), func(i int) bool { return m.pieces[i].textEnd() > t })
	if i == len(m.pieces) {
		end := m.pieces[i-1].fileEnd()
		return Span{end, end}, true
	}
	at := m.pieces[i].start(max(t, int(m.pieces[i].text)))
	return Span{at, at}, true
}

// shifted is the map of a text of length bytes that stands unchanged in the file from byte file on.
func shifted(length, file int) *Map {
	m := &Map{}
	m.same(0, file, length)
	return m
}

// same appends n bytes of the text that stand unchanged in the file.
func (m *Map) same(text, file, n int) { m.add(text, n, file, n, 0) }

// whole appends textLen bytes of the text that stand in other words in the file.
func (m *Map) whole(text, textLen, file, fileLen int) { m.add(text, textLen, file, fileLen, 1) }

// add appends a piece, joining it to the one before when the two run on in text and file.
func (m *Map) add(text, textLen, file, fileLen, units int) {
	if textLen == 0 {
		return
	}
	if text+textLen > math.MaxInt32 || file+fileLen > math.MaxInt32 {
		m.lost = true
		return
	}
	p := piece{int32(text), int32(textLen), int32(file), int32(fileLen), int32(units)}
	if n := len(m.pieces); n > 0 {
		if q := &m.pieces[n-1]; q.textEnd() == text && q.fileEnd() == file && q.alike(p) {
			q.textLen += p.textLen
			q.fileLen += p.fileLen
			q.units += p.units
			return
		}
	}
	m.pieces = append(m.pieces, p)
}

// alike reports whether both pieces are the same bytes, or units of one size.
func (p piece) alike(q piece) bool {
	if p.units == 0 || q.units == 0 {
		return p.units == q.units
	}
	return p.unitText() == q.unitText() && p.unitFile() == q.unitFile()
}

// after is m for a text that was taken from the text of inner: it leads from m's text through inner's to the file. It may
// change m, which is of no more use.
func (m *Map) after(inner *Map) *Map {
	if m == nil || inner == nil {
		return nil
	}
	if m.lost || inner.lost {
		return &Map{lost: true}
	}
	if by, ok := inner.shift(); ok {
		return m.shiftedBy(by)
	}
	if len(m.pieces) == 1 && m.pieces[0] == (piece{textLen: int32(inner.textLen()), fileLen: int32(inner.textLen())}) {
		return inner
	}
	out := &Map{}
	for _, p := range m.pieces {
		if p.units > 0 {
			out.addThrough(p, inner)
			continue
		}
		i := sort.Search(len(inner.pieces), func(i int) bool { return inner.pieces[i].textEnd() > int(p.file) })
		for ; i < len(inner.pieces) && int(inner.pieces[i].text) < p.fileEnd(); i++ {
			q := inner.pieces[i]
			from, to := max(int(p.file), int(q.text)), min(p.fileEnd(), q.textEnd())
			start, units := q.start(from), 0
			if q.units > 0 {
				units = max(1, (to-from)/q.unitText())
			}
			out.add(int(p.text)+from-int(p.file), to-from, start, q.end(to)-start, units)
		}
	}
	return out
}

// addThrough appends the units of p, which stand in the text of inner.
func (m *Map) addThrough(p piece, inner *Map) {
	for k := range int(p.units) {
		at := int(p.file) + k*p.unitFile()
		if f, ok := inner.File(Span{at, at + p.unitFile()}); ok {
			m.whole(int(p.text)+k*p.unitText(), p.unitText(), f.Start, f.Len())
		}
	}
}

func (m *Map) textLen() int {
	if len(m.pieces) == 0 {
		return 0
	}
	return m.pieces[len(m.pieces)-1].textEnd()
}

// shift is by how much all places in the file lie behind those in the text; ok is false when not all by the same.
func (m *Map) shift() (by int, ok bool) {
	if len(m.pieces) != 1 || m.pieces[0].units > 0 || m.pieces[0].text != 0 {
		return 0, false
	}
	return int(m.pieces[0].file), true
}

func (m *Map) shiftedBy(by int) *Map {
	for i := range m.pieces {
		p := &m.pieces[i]
		if p.fileEnd()+by > math.MaxInt32 {
			return &Map{lost: true}
		}
		p.file += int32(by)
	}
	return m
}
