package line

import (
	"parallax/corpus/safe"
	"parallax/ui/key"
	"parallax/ui/theme"
)

// Hints adds as many key hints as fit, each whole.
func (l *Line) Hints(hints []key.Hint, keys, words theme.Style) *Line {
	for i, h := range hints {
		gap := "   "
		if i == 0 {
			gap = ""
		}
		if safe.Width(gap+h.Key+" "+h.Short) > l.Left()-1 {
			break
		}
		l.Glyph("", gap).Glyph(keys, h.Key).Glyph(words, " "+h.Short)
	}
	return l
}
