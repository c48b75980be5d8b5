package ui

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/corpus/safe"
)

// foldASCII is a frame with nothing beyond ASCII, every row as wide as before: a character that ASCII can tell in as many
// columns is told (a dash by a hyphen, an ellipsis by the sign that ends what is cut), any other becomes question marks.
func foldASCII(frame string) string {
	var b strings.Builder
	b.Grow(len(frame))
	for len(frame) > 0 {
		n := 0
		for n < len(frame) && frame[n] < utf8.RuneSelf {
			n++
		}
		b.WriteString(frame[:n])
		frame = frame[n:]
		for n = 0; n < len(frame) && frame[n] >= utf8.RuneSelf; {
			n++
		}
		for _, c := range safe.Clusters(nil, frame[:n]) {
			b.WriteString(inASCII(c))
		}
		frame = frame[n:]
	}
	return b.String()
}

// inASCII is a character in as many ASCII characters as it has columns. A mark on the ASCII letter before it has none.
func inASCII(c safe.Cluster) string {
	if r, _ := utf8.DecodeRuneInString(c.Text); c.StandIn || unicode.Is(unicode.M, r) {
		return ""
	}
	if text := safe.ASCII(c.Text); len(text) == c.Width {
		return text
	}
	switch c.Text {
	case "…":
		return "~"
	case "—", "―":
		return "-"
	}
	return strings.Repeat("?", c.Width)
}
