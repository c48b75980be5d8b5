package ui

import (
	"strconv"

	"parallax/ui/ask"
	"parallax/ui/key"
	"parallax/ui/layout"
	"parallax/ui/tour"
)

// The tour stands on one row above the last, and covers nothing: every key does what it always does. It goes on when its step
// has been done, and ends with esc where esc has nothing else to close.

// deeds counts what the reader did that leaves no other trace on the screen.
type deeds struct{ searches, exports int }

// beginTour begins the tour at a step, over what is open.
func (m *model) beginTour(step int) {
	m.tour = tour.Begin(m.keys, step, m.sight())
	m.resize()
}

// tourFrom begins the tour at the step that was typed after :tour, the first for none.
func (m *model) tourFrom(typed string) {
	step, err := strconv.Atoi(typed)
	if typed == "" {
		step, err = 1, nil
	}
	if err != nil || step < 1 || step > tour.Steps {
		m.message.say("the tour has steps 1 to " + strconv.Itoa(tour.Steps))
		return
	}
	m.beginTour(step)
}

// endsTour ends the tour if the key does that: any key once it is over, else esc, which it closes before nothing else.
func (m *model) endsTour(k string) (taken bool) {
	if m.tour == nil {
		return false
	}
	if m.tour.Over() {
		m.leaveTour()
		return false
	}
	if !m.sight().Close || m.keys.Reading.Action(k) != key.Close {
		return false
	}
	m.leaveTour()
	m.message.say("the tour is over; " + m.keys.Reading.Name(key.OpenCommand) + "tour begins it again")
	return true
}

func (m *model) leaveTour() {
	m.tour = nil
	m.resize()
}

// watchTour lets the tour see what the reader did.
func (m *model) watchTour() {
	if m.tour != nil {
		m.tour.See(m.sight())
	}
}

// sight is what the tour sees.
func (m *model) sight() tour.Sight {
	now := m.desk.Now()
	s := tour.Sight{
		Screen: m.tourScreen(), At: m.reader.At().Statement, Shared: m.reader.Shared(),
		Searches: m.deeds.searches, Exports: m.deeds.exports, Masked: m.opts.Mask != nil,
	}
	s.Close = s.Screen == tour.Reading && m.reader.Active() == nil && !m.reader.Busy() && m.reader.Pending() == "" && m.behind.screen == nil
	s.Alone = now.Linked != nil && len(now.Linked.Links.All) == 0
	for _, e := range now.Resolved.Brief.Entries {
		s.Notes += len(e.Notes)
		for i := range e.Wordings {
			s.Notes += len(e.Wordings[i].Notes)
		}
	}
	return s
}

// tourScreen is what the reader looks at, as the tour tells screens apart.
func (m *model) tourScreen() tour.Screen {
	top := m.stack.Top()
	switch top.Keys() {
	case &m.keys.Reading, &m.keys.Selecting:
		return tour.Reading
	case &m.keys.Card:
		return tour.Card
	case &m.keys.Search:
		return tour.Search
	case &m.keys.Brief:
		return tour.Brief
	case &m.keys.Asking:
		if field, is := top.(*ask.Ask); is && (field.Prompt() == "note" || field.Prompt() == "export to") {
			return tour.Field
		}
		return tour.Writing
	case &m.keys.Command:
		return tour.Writing
	}
	return tour.Other
}

// tourRows is the rows that the tour takes from the screens. On the smallest screen it has none of its own: it stands in the
// place of the keys.
func (m *model) tourRows() int {
	if m.tour == nil || m.height <= layout.MinHeight {
		return 0
	}
	return 1
}
