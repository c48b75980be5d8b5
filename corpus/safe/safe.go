// Package safe is the one place that makes text from outside fit to be shown. Control characters, bidirectional
// overrides and zero-width characters become visible stand-ins, the rest is normalised to NFC, and every piece knows
// its width in columns and the bytes it came from. Nothing else in the program may send outside text to a terminal.
package safe

// Cluster is one user-perceived character made safe to show.
type Cluster struct {
	Text       string // what to show: printable, NFC, no controls
	Width      int    // columns, 0 never: 1 or 2, or more for a spelt-out stand-in
	Start, End int    // bytes of the string it came from
}

// Clusters appends the clusters of s to dst. Tabs become single spaces, line ends are stand-ins like any control.
func Clusters(dst []Cluster, s string) []Cluster { panic("unwritten") }

// Line is s made safe to stand on one line.
func Line(s string) string { panic("unwritten") }

// Width is the number of columns that Line(s) takes.
func Width(s string) int { panic("unwritten") }

// Truncate is Line(s) cut to at most columns columns, with tail ("…" or "...") in place of what was cut.
func Truncate(s string, columns int, tail string) string { panic("unwritten") }
