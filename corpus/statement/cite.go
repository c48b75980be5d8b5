package statement

import (
	"fmt"

	"parallax/corpus/report"
)

// Which is what tells a report from the others of its outlet: its date, with its title where another has that date too, or
// its path where the title does not tell them apart either. It is "" where the outlet has no other report.
func (s *Set) Which(id report.ID) string {
	one := &s.Reports[id]
	of := s.Outlets.All[s.Outlets.Of[id]].Reports
	if len(of) < 2 {
		return ""
	}
	when, days, titles := one.Published.String(), 0, 0
	for _, o := range of {
		other := &s.Reports[o]
		if other.Published.String() != when {
			continue
		}
		days++
		if other.Title == one.Title {
			titles++
		}
	}
	if when == "" {
		when = "date unknown"
	} else if days == 1 {
		return when
	}
	if titles > 1 || one.Title == "" {
		return when + ", " + one.Path
	}
	return when + ", " + one.Title
}

// Named is the name of a report's outlet, with what tells the report from others of the outlet: "Ald Courier", "Ald Courier
// (9 Mar 2022)".
func (s *Set) Named(id report.ID) string {
	if which := s.Which(id); which != "" {
		return s.Reports[id].Outlet + " (" + which + ")"
	}
	return s.Reports[id].Outlet
}

// Cite is how a statement is named in passing: "Ald Courier 14", "Ald Courier (9 Mar 2022) 14".
func (s *Set) Cite(id ID) string {
	return fmt.Sprintf("%s %d", s.Named(s.All[id].Report), s.All[id].Number)
}
