package line

import (
	"parallax/corpus/safe"
	"parallax/ui/key"
	"parallax/ui/theme"
)

const gap = "   " // between two hints

// Hints adds as many key hints as fit, each whole and in their order: the way back before all others, then the first, then help, then
// the others from the first on.
func (l *Line) Hints(hints []key.Hint, keys, words theme.Style) *Line {
	left := l.Left() - 1 + len(gap)
	fits := make([]bool, len(hints))
	fit := func(i int) bool {
		width := safe.Width(gap + hints[i].Key + " " + hints[i].Short)
		if !fits[i] && width <= left {
			fits[i], left = true, left-width
		}
		return fits[i]
	}
	of := func(need key.Need, most int) {
		for i, h := range hints {
			if h.Need == need {
				if most--; !fit(i) || most == 0 {
					return
				}
			}
		}
	}
	of(key.ToLeave, 1)
	of(key.Ordinary, 1)
	of(key.ToAsk, 1)
	of(key.Ordinary, len(hints))
	between := ""
	for i, h := range hints {
		if fits[i] {
			l.Glyph("", between).Glyph(keys, h.Key).Glyph(words, " "+h.Short)
			between = gap
		}
	}
	return l
}
