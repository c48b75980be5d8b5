// Package timeline is the figures that a claim's wordings give, a thing after the other, each in the order in which the
// reports were published: figure, outlet, whose words, when. What is shown is claim.Timeline's; call [New] to open the screen.
package timeline

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus/claim"
	"parallax/corpus/statement"
	"parallax/ui/desk"
	"parallax/ui/key"
	"parallax/ui/screen"
	"parallax/ui/theme"
	"parallax/ui/want"
)

// Timeline is the state of the screen.
type Timeline struct {
	screen.Still
	now     desk.Snapshot
	theme   *theme.Theme
	bound   *key.Map
	keys    key.Parser
	lead    statement.ID // of the claim, by which it is found again
	claim   claim.ID
	threads []claim.Thread
	chosen  int // over the figures of all threads
	top     int // the first row on screen
	rows    int // on screen
}

// New opens the figures of a claim; ok is false when it has none.
func New(now desk.Snapshot, id claim.ID, t *theme.Theme, bound *key.Map) (s *Timeline, ok bool) {
	s = &Timeline{theme: t, bound: bound, lead: now.Linked.Claims.All[id].Lead}
	s.show(now, id)
	return s, len(s.threads) > 0
}

func (s *Timeline) show(now desk.Snapshot, id claim.ID) {
	s.now, s.claim = now, id
	s.threads = now.Linked.Claims.Timeline(id)
	s.choose(s.chosen)
}

// Place covers the panes.
func (s *Timeline) Place() screen.Place { return screen.Whole }

// Keys is the screen's.
func (s *Timeline) Keys() *key.Map { return s.bound }

// SetTheme changes the styles.
func (s *Timeline) SetTheme(t *theme.Theme) { s.theme = t }

// Look takes the claims as they are now: the one whose lead's first claim it is stays.
func (s *Timeline) Look(now desk.Snapshot, _ screen.Focus) (stays bool) {
	if now.Linked == s.now.Linked {
		s.now = now
		return true
	}
	if now.Linked == nil || int(s.lead) >= len(now.Corpus.Statements.All) {
		return false
	}
	of := now.Linked.Claims.Of(s.lead)
	if len(of) == 0 {
		return false
	}
	id := of[0]
	for _, c := range of {
		if now.Linked.Claims.All[c].Lead == s.lead {
			id = c
		}
	}
	s.show(now, id)
	return len(s.threads) > 0
}

// count is the number of figures.
func (s *Timeline) count() int {
	n := 0
	for i := range s.threads {
		n += len(s.threads[i].Figures)
	}
	return n
}

func (s *Timeline) choose(i int) { s.chosen = max(0, min(i, s.count()-1)) }

// at is the chosen figure.
func (s *Timeline) at() *claim.Told {
	i := s.chosen
	for k := range s.threads {
		if n := len(s.threads[k].Figures); i >= n {
			i -= n
			continue
		}
		return &s.threads[k].Figures[i]
	}
	return nil
}

// Key takes one key press.
func (s *Timeline) Key(msg tea.KeyPressMsg) want.Want {
	action, count := s.keys.Feed(s.bound, msg.String())
	if to, ok := key.InList(action, count, s.chosen, s.count(), s.rows/2); ok {
		s.choose(to)
		return nil
	}
	switch action {
	case key.Accept:
		return want.Go{Statement: s.at().Statement}
	case key.Copy, key.Mark, key.Note:
		return s.onStatement(action)
	}
	return want.Usual(action)
}

// onStatement is what a key does to the statement that gives the chosen figure.
func (s *Timeline) onStatement(a key.Action) want.Want {
	st := &s.now.Corpus.Statements.All[s.at().Statement]
	p := want.Passage{Report: st.Report, Span: st.Span}
	switch a {
	case key.Mark:
		return want.Mark{Passage: p}
	case key.Note:
		return want.Note{Passage: p}
	}
	return want.Copy{Passage: p}
}

// Wheel moves the choice.
func (s *Timeline) Wheel(_, _, by int) (taken bool) {
	s.choose(s.chosen + by)
	return true
}

// Click does nothing.
func (s *Timeline) Click(int, int) (taken bool) { return true }

// Draw writes the screen and returns the cell of the chosen figure.
func (s *Timeline) Draw(b *strings.Builder, width, rows int) (x, y int) {
	s.rows = max(1, rows-1)
	b.WriteString(s.title(width) + "\n")
	lines, start, end := s.lines(width)
	if end-s.top > s.rows {
		s.top = end - s.rows
	}
	if start < s.top || end-start > s.rows {
		s.top = start
	}
	if start <= 1 {
		s.top = 0
	}
	s.top = max(0, min(s.top, len(lines)-s.rows))
	for i := range s.rows {
		if n := s.top + i; n < len(lines) {
			b.WriteString(lines[n])
		} else {
			b.WriteString(s.blank(width))
		}
		b.WriteByte('\n')
	}
	return 1, 1 + start - s.top
}
