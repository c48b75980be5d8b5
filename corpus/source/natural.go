package source

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// natural compares names as people order them: runs of digits by their value, letters without regard to case, and
// byte by byte only where nothing else tells two names apart, so that the order is total.
func natural(a, b string) int {
	x, y := a, b
	for x != "" && y != "" {
		dx, dy := digits(x), digits(y)
		if dx > 0 && dy > 0 {
			nx, ny := strings.TrimLeft(x[:dx], "0"), strings.TrimLeft(y[:dy], "0")
			if c := cmp.Or(cmp.Compare(len(nx), len(ny)), cmp.Compare(nx, ny)); c != 0 {
				return c
			}
			x, y = x[dx:], y[dy:]
			continue
		}
		rx, ry := folded(x), folded(y)
		if c := cmp.Compare(rx, ry); c != 0 {
			return c
		}
		x, y = x[runeLen(x):], y[runeLen(y):]
	}
	return cmp.Or(cmp.Compare(len(x), len(y)), cmp.Compare(a, b))
}

func runeLen(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	return n
}

// digits is the number of ASCII digits that s begins with.
func digits(s string) int {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n
}

// folded is the first rune of s in lower case.
func folded(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.ToLower(r)
}
