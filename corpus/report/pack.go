package report

import (
	"bytes"
	"crypto/sha256"
	varint "encoding/binary"
	"encoding/gob"
	"errors"
	"slices"
	"strings"
	"unicode/utf8"
)

// packed is a reading as it is kept.
type packed struct {
	Path    string // of the file when it was read; paths of reports and of what was passed over begin with it
	Reports []Report
	Passed  []remark
}

type remark struct{ Path, Why string }

// Cheap reports whether reading the file takes no longer than fetching what was read of it from a disk would.
func (f File) Cheap() bool {
	format, err := formatOf(f.Name, f.Data)
	return err != nil || format.cheap
}

// Pack is a reading of the file at path as bytes, for [Unpack]. One with a problem is not packed: what went wrong may go
// right the next time, as may what made a file be read more plainly than others.
func (r Reading) Pack(path string) ([]byte, error) {
	if len(r.Problems) > 0 || slices.ContainsFunc(r.Reports, func(one Report) bool { return one.Plainly != "" }) {
		return nil, errors.New("the file could not be read as it should")
	}
	p := packed{Path: path, Reports: r.Reports}
	for _, one := range r.Passed {
		p.Passed = append(p.Passed, remark{one.Path, one.Err.Error()})
	}
	var b bytes.Buffer
	err := gob.NewEncoder(&b).Encode(p)
	return b.Bytes(), err
}

// errPacked is the error of bytes that no reading was packed into.
var errPacked = errors.New("is no reading that was kept")

// Unpack is the reading that was packed, of a file that is now at path. Bytes that Pack did not make are an error, and
// never a report whose spans lead out of its text.
func Unpack(data []byte, path string) (r Reading, err error) {
	var p packed
	if err := gob.NewDecoder(bytes.NewReader(data)).Decode(&p); err != nil {
		return r, err
	}
	for i, one := range p.Reports {
		inner, ok := strings.CutPrefix(one.Path, p.Path)
		if !ok || one.ID != ID(i) || !one.sound() {
			return Reading{}, errPacked
		}
		one.Path = path + inner
		r.Reports = append(r.Reports, one)
	}
	for _, one := range p.Passed {
		inner, ok := strings.CutPrefix(one.Path, p.Path)
		if !ok {
			return Reading{}, errPacked
		}
		r.Passed = append(r.Passed, Problem{path + inner, errors.New(one.Why)})
	}
	return r, nil
}

// sound reports whether everything that is said of the text lies in it.
func (r *Report) sound() bool {
	if !utf8.ValidString(r.Text) || sha256.Sum256([]byte(r.Text)) != r.TextHash {
		return false
	}
	for _, spans := range [][]Span{{r.TitleSpan}, r.Headings, r.Items, r.Struck} {
		for _, s := range spans {
			if s.Start < 0 || s.End < s.Start || s.End > len(r.Text) {
				return false
			}
		}
	}
	return r.Map == nil || r.Map.lost || r.Map.textLen() <= len(r.Text)
}

// MarshalBinary is the map's pieces, five numbers each, after a byte that says whether it is lost.
func (m *Map) MarshalBinary() ([]byte, error) {
	data := []byte{0}
	if m.lost {
		data[0] = 1
	}
	for _, p := range m.pieces {
		for _, n := range []int32{p.text, p.textLen, p.file, p.fileLen, p.units} {
			data = varint.AppendUvarint(data, uint64(uint32(n)))
		}
	}
	return data, nil
}

// UnmarshalBinary reads what MarshalBinary wrote. Pieces that overlap, or are of no whole number of units, are an error.
func (m *Map) UnmarshalBinary(data []byte) error {
	if len(data) == 0 || data[0] > 1 {
		return errPacked
	}
	m.lost, m.pieces = data[0] == 1, nil
	for data = data[1:]; len(data) > 0; {
		var n [5]int32
		for i := range n {
			v, size := varint.Uvarint(data)
			if size <= 0 || v > 1<<31-1 {
				return errPacked
			}
			n[i], data = int32(v), data[size:]
		}
		p := piece{n[0], n[1], n[2], n[3], n[4]}
		if !p.follows(m.textLen()) {
			return errPacked
		}
		m.pieces = append(m.pieces, p)
	}
	m.pieces = slices.Clip(m.pieces)
	return nil
}

// follows reports whether p is a piece that can stand behind a text of that length.
func (p piece) follows(text int) bool {
	if int(p.text) < text || p.textLen <= 0 || p.textEnd() > 1<<31-1 || p.fileEnd() > 1<<31-1 {
		return false
	}
	if p.units == 0 {
		return p.textLen == p.fileLen
	}
	return p.textLen%p.units == 0 && p.fileLen%p.units == 0
}
