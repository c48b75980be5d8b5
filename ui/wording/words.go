package wording

import "parallax/ui/linear"

// Words is what the screen says by the line.
func (w *Wording) Words() linear.Page {
	return w.grid.Words("Wording", w.shown(), w.detail(), w.keys.Pending())
}
