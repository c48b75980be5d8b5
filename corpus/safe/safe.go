// Package safe is the one place that makes text from outside fit to be shown. Control characters, bidirectional
// overrides and zero-width characters become visible stand-ins, the rest is normalised to NFC, and every piece knows
// its width in columns and the bytes it came from. Nothing else in the program may send outside text to a terminal.
//
// Call [Clusters] to lay text out, [Line], [Width] and [Truncate] for names and titles, [ASCII] and [CSV] for output.
package safe

import (
	"strings"
	"unicode/utf8"
)

// Cluster is one user-perceived character made safe to show.
type Cluster struct {
	Text       string // what to show: printable, NFC, no controls
	Width      int    // columns, 0 never: 1 or 2, or more for a spelt-out stand-in
	Start, End int    // bytes of the string it came from
	StandIn    bool   // Text is not what stands there but a name or a picture of it
	Tied       bool   // says how the cluster before goes on: alone it would read otherwise, and no line may begin with it
}

// Clusters appends the clusters of s to dst, in order; together they cover every byte of s. Tabs become single spaces,
// line ends are stand-ins like any control.
func Clusters(dst []Cluster, s string) []Cluster { return ByRune.Clusters(dst, s) }

// Width is the number of columns that Line(s) takes.
func Width(s string) int { return ByRune.Width(s) }

// Truncate is Line(s) cut to at most columns columns, with tail ("…" or "...") in place of what was cut. Where not even
// the tail fits, it is as much of the tail as does.
func Truncate(s string, columns int, tail string) string {
	return ByRune.Truncate(s, columns, tail)
}

// Line is s made safe to stand on one line.
func Line(s string) string {
	if printable(s) == len(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + 8)
	ByGrapheme.each(s, func(c Cluster) bool {
		b.WriteString(c.Text)
		return true
	})
	return b.String()
}

// Clusters is the function Clusters with widths by m.
func (m Measure) Clusters(dst []Cluster, s string) []Cluster {
	for i := 0; i < len(s); {
		if s[i] >= ' ' && s[i] < 0x7F && (i+1 == len(s) || s[i+1] < utf8.RuneSelf) {
			dst = append(dst, Cluster{Text: s[i : i+1], Width: 1, Start: i, End: i + 1})
			i++
			continue
		}
		n, width := next(s[i:])
		if width > 0 {
			dst = append(dst, Cluster{Text: s[i : i+n], Width: width, Start: i, End: i + n})
		} else {
			dst = m.appendGrapheme(dst, s[i:i+n], i)
		}
		i += n
	}
	return dst
}

// Width is the function Width by m.
func (m Measure) Width(s string) int {
	if printable(s) == len(s) {
		return len(s)
	}
	width := 0
	m.each(s, func(c Cluster) bool {
		width += c.Width
		return true
	})
	return width
}

// Truncate is the function Truncate by m.
func (m Measure) Truncate(s string, columns int, tail string) string {
	if m.fits(s, columns) {
		return Line(s)
	}
	room := columns - m.Width(tail)
	if room < 0 {
		return m.head(tail, columns)
	}
	return m.head(s, room) + Line(tail)
}

// fits reports whether Line(s) takes at most columns columns, without looking at more of s than that.
func (m Measure) fits(s string, columns int) bool {
	m.each(s, func(c Cluster) bool {
		columns -= c.Width
		return columns >= 0
	})
	return columns >= 0
}

// head is as many whole clusters of s as fit into columns.
func (m Measure) head(s string, columns int) string {
	var b strings.Builder
	m.each(s, func(c Cluster) bool {
		if columns -= c.Width; columns < 0 {
			return false
		}
		b.WriteString(c.Text)
		return true
	})
	return b.String()
}

// each calls yield for the clusters of s until it answers false.
func (m Measure) each(s string, yield func(Cluster) bool) {
	var some [4]Cluster
	for i := 0; i < len(s); {
		n, width := next(s[i:])
		if width > 0 {
			if !yield(Cluster{Text: s[i : i+n], Width: width, Start: i, End: i + n}) {
				return
			}
			i += n
			continue
		}
		for _, c := range m.appendGrapheme(some[:0], s[i:i+n], i) {
			if !yield(c) {
				return
			}
		}
		i += n
	}
}

// printable is the number of bytes at the start of s that are printable ASCII.
func printable(s string) int {
	i := 0
	for i < len(s) && s[i] >= ' ' && s[i] < 0x7F {
		i++
	}
	return i
}
