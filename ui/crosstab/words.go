package crosstab

import "parallax/ui/linear"

// Words is what the screen says by the line.
func (s *Crosstab) Words() linear.Page {
	return s.grid.Words("Table", s.caption(), s.detail(), s.keys.Pending())
}
