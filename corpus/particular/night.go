package particular

// A night belongs to two days. What one outlet puts "late on Wednesday" another puts "early on Thursday" or "in the night to
// Thursday", and they do not differ.

// edge is the end of a day at which something was.
type edge int8

const (
	noEdge  edge = iota
	evening      // at the end of the day, into the next
	morning      // at its start, from the one before
	between      // in the night that leads to it
)

// edgeOf is at which end of the day that the words from i to j name something was.
func (s *sentence) edgeOf(i, j int) edge {
	for k := i - 1; k >= max(0, i-3); k-- {
		switch s.word(k) {
		case "late", "evening":
			return evening
		case "early", "morning", "overnight", "midnight":
			return morning
		case "night":
			if w := s.word(k + 1); w == "to" || w == "into" || w == "before" {
				return between
			}
			return evening
		case "on", "to", "into", "of", "the", "before", "in":
			continue
		}
		break
	}
	switch s.word(j + 1) {
	case "night", "evening", "midnight", "overnight":
		return evening
	case "morning":
		return morning
	}
	return noEdge
}

// oneNight reports whether two days, named with their ends, are the two sides of one night.
func oneNight(a, b *Particular) bool {
	if a.edge == morning || a.edge == between {
		a, b = b, a
	}
	if b.edge != between && (a.edge != evening || b.edge != morning) {
		return false
	}
	x, y := a.Day, b.Day
	if x.resolved() && y.resolved() {
		return x.Low == x.High && y.Low == y.High && y.Low == x.Low+1
	}
	return x.Weekday > 0 && y.Weekday == x.Weekday%7+1
}
