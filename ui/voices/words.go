package voices

import "parallax/ui/linear"

// Words is what the screen says by the line.
func (v *Voices) Words() linear.Page {
	return v.grid.Words("Voices", v.shown(), v.detail(), v.keys.Pending())
}
