package safe

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// SpellNumbers spells out, in place, the clusters of a text that are one character for a number and take several to type,
// as [ASCII] does: "1½" is "1 1/2"; before is the byte before them, 0 for none. The clusters then take the columns of what is shown; their bytes stay what they were.
func SpellNumbers(before byte, cs []Cluster) []Cluster {
	for i := range cs {
		if cs[i].StandIn || !isNumeral(cs[i].Text) {
			continue
		}
		if i > 0 && cs[i-1].Text != "" {
			before = cs[i-1].Text[len(cs[i-1].Text)-1]
		}
		if spelt := beside(before, typed(cs[i].Text), cs[i].Text); len(spelt) > cs[i].Width {
			cs[i].Text, cs[i].Width = spelt, len(spelt)
		}
	}
	return cs
}

// WithNumbersSpelt is SpellNumbers for a text.
func WithNumbersSpelt(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return r >= utf8.RuneSelf && unicode.Is(unicode.No, r) }) {
		return s
	}
	var b strings.Builder
	for _, c := range SpellNumbers(0, Clusters(nil, s)) {
		b.WriteString(c.Text)
	}
	return b.String()
}

// isNumeral reports whether a cluster is a number that is no digit: a fraction, a superscript.
func isNumeral(cluster string) bool {
	r, n := utf8.DecodeRuneInString(cluster)
	return n == len(cluster) && r >= utf8.RuneSelf && unicode.Is(unicode.No, r)
}
