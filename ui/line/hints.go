package line

import (
	"strings"

	"parallax/corpus/safe"
	"parallax/ui/key"
	"parallax/ui/theme"
)

const gap = "   " // between two hints

// Hints adds as many key hints as fit, each whole and in their order: the way back before all others, then the first, then help, then
// the others from the first on.
func (l *Line) Hints(hints []key.Hint, keys, words theme.Style) *Line {
	between := ""
	for _, h := range fitting(hints, l.Left()-1) {
		l.Glyph("", between).Glyph(keys, h.Key).Glyph(words, " "+h.Short)
		between = gap
	}
	return l
}

// HintsRight is Hints at the row's end, behind a text that is being typed.
func (l *Line) HintsRight(hints []key.Hint, s theme.Style) *Line {
	var said []string
	for _, h := range fitting(hints, l.Left()-3) {
		said = append(said, h.Key+" "+h.Short)
	}
	return l.Right(s, strings.Join(said, gap)+" ")
}

// fitting is those of the hints that fit into the columns.
func fitting(hints []key.Hint, columns int) (fitting []key.Hint) {
	left := columns + len(gap)
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
	for i, h := range hints {
		if fits[i] {
			fitting = append(fitting, h)
		}
	}
	return fitting
}
