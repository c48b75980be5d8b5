package brief

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Difference is a run of words that two wordings share, or that only one of them has.
type Difference struct {
	Was, Now string // equal, or one of them empty
}

// differCells bounds the table of Differences; wordings that need a larger one differ as a whole between what they have
// in common at both ends.
const differCells = 1_000_000

// Differences tells two wordings apart word by word, by a longest common subsequence. All Was, joined, are was, and all
// Now are now; what went stands before what came.
func Differences(was, now string) []Difference {
	a, b := pieces(was), pieces(now)
	var d differing
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	d.same(a[:head])
	d.middle(a[head:len(a)-tail], b[head:len(b)-tail])
	d.same(a[len(a)-tail:])
	return d.out()
}

// pieces cuts s into words, blanks and signs.
func pieces(s string) []string {
	var ps []string
	for at := 0; at < len(s); {
		r, size := utf8.DecodeRuneInString(s[at:])
		kind, end := pieceKind(r), at+size
		for end < len(s) && kind != sign {
			r, size = utf8.DecodeRuneInString(s[end:])
			if pieceKind(r) != kind || isAlone(r) {
				break
			}
			end += size
		}
		ps = append(ps, s[at:end])
		at = end
	}
	return ps
}

// A piece is letters, blanks or a sign.
const (
	letters = iota
	blank
	sign
)

func pieceKind(r rune) int {
	switch {
	case isLetter(r):
		return letters
	case unicode.IsSpace(r):
		return blank
	}
	return sign
}

// differing gathers differences; runs of one kind become one.
type differing struct {
	runs                []Difference
	both, gone, arrived strings.Builder
}

func (d *differing) same(pieces []string) {
	for _, p := range pieces {
		d.changed()
		d.both.WriteString(p)
	}
}

// changed ends a run of what differs.
func (d *differing) changed() {
	if d.gone.Len() > 0 {
		d.runs = append(d.runs, Difference{Was: d.gone.String()})
	}
	if d.arrived.Len() > 0 {
		d.runs = append(d.runs, Difference{Now: d.arrived.String()})
	}
	d.gone.Reset()
	d.arrived.Reset()
}

// shared ends a run of what is the same.
func (d *differing) shared() {
	if s := d.both.String(); s != "" {
		d.runs = append(d.runs, Difference{Was: s, Now: s})
	}
	d.both.Reset()
}

func (d *differing) differ(gone, arrived string) {
	d.shared()
	d.gone.WriteString(gone)
	d.arrived.WriteString(arrived)
}

func (d *differing) out() []Difference {
	d.changed()
	d.shared()
	return d.runs
}

// middle tells apart what does not begin or end alike.
func (d *differing) middle(a, b []string) {
	if len(a) == 0 && len(b) == 0 {
		return
	}
	if len(a)*len(b) > differCells || len(a) == 0 || len(b) == 0 {
		d.differ(strings.Join(a, ""), strings.Join(b, ""))
		return
	}
	width := len(b) + 1
	common := make([]int32, (len(a)+1)*width) // of a[i:] and b[j:]
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				common[i*width+j] = common[(i+1)*width+j+1] + 1
			} else {
				common[i*width+j] = max(common[(i+1)*width+j], common[i*width+j+1])
			}
		}
	}
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case i < len(a) && j < len(b) && a[i] == b[j]:
			d.same(a[i : i+1])
			i, j = i+1, j+1
		case j == len(b) || i < len(a) && common[(i+1)*width+j] >= common[i*width+j+1]:
			d.differ(a[i], "")
			i++
		default:
			d.differ("", b[j])
			j++
		}
	}
}
