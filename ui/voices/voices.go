// Package voices is the screen of those who speak: a row a speaker, a column an outlet, below them the verbs that the
// outlet gives the speaker and their words there. What is shown is voice.Roll's; call [New] to open the screen.
package voices

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus/language"
	"parallax/corpus/report"
	"parallax/corpus/statement"
	"parallax/corpus/voice"
	"parallax/ui/desk"
	"parallax/ui/grid"
	"parallax/ui/key"
	"parallax/ui/screen"
	"parallax/ui/theme"
	"parallax/ui/want"
)

// Voices is the state of the screen.
type Voices struct {
	screen.Still
	now   desk.Snapshot
	theme *theme.Theme
	bound *key.Map
	keys  key.Parser
	roll  *voice.Roll
	grid  grid.Grid
	shows []int // by row of the grid, an index of the roll's speakers; -1 for a heading
	only  int   // the sort of voices that is shown, a voice.Sort; all for every one
}

const (
	all     = -1
	nowhere = statement.ID(-1)
)

// New opens the screen at the voice of the statement that the cursor is on.
func New(now desk.Snapshot, at screen.Focus, t *theme.Theme, bound *key.Map) *Voices {
	v := &Voices{now: now, theme: t, bound: bound, only: all}
	v.call()
	if at.Statement < 0 {
		return v
	}
	set := now.Corpus.Statements
	st := &set.All[at.Statement]
	who := len(v.roll.Speakers) - 1
	if len(st.Voices) > 0 {
		who = v.roll.Of(st.Report, st.Voices[0].Speaker)
	}
	v.grid.GoColumn(int(set.Outlets.Of[st.Report]))
	if i := slices.Index(v.shows, who); i >= 0 && who >= 0 {
		v.grid.Choose(i)
		v.grid.Step = max(0, slices.Index(v.places(), at.Statement))
	}
	return v
}

// Place covers the panes.
func (v *Voices) Place() screen.Place { return screen.Whole }

// Keys is the screen's.
func (v *Voices) Keys() *key.Map { return v.bound }

// SetTheme changes the styles.
func (v *Voices) SetTheme(t *theme.Theme) { v.theme = t }

// Look takes the statements and claims as they are now; the choice stays on its speaker.
func (v *Voices) Look(now desk.Snapshot, _ screen.Focus) (stays bool) {
	same := now.Corpus == v.now.Corpus
	name := ""
	if s, ok := v.speaker(); ok {
		name = s.Name
	}
	v.now = now
	if !same {
		v.call()
		if i := slices.IndexFunc(v.shows, func(i int) bool { return i >= 0 && v.roll.Speakers[i].Name == name }); i >= 0 {
			v.grid.Choose(i)
		}
	}
	return true
}

// call calls the roll anew.
func (v *Voices) call() {
	v.roll = voice.RollOf(v.now.Corpus.Statements)
	v.list()
}

// list fills the grid with the voices that are shown.
func (v *Voices) list() {
	var rows []grid.Row
	v.shows = v.shows[:0]
	last := all
	for i := range v.roll.Speakers {
		s := &v.roll.Speakers[i]
		if v.only != all && int(s.Sort) != v.only {
			continue
		}
		if int(s.Sort) != last && s.Sort != voice.Own {
			n, words := v.count(s.Sort)
			rows = append(rows, grid.Row{Heading: true, Head: s.Sort.String(), About: fmt.Sprintf("%d, in %s", n, language.Counted(words, "statement"))})
			v.shows = append(v.shows, -1)
		}
		last = int(s.Sort)
		counts := make([]int, len(s.Shares))
		for k := range s.Shares {
			counts[k] = s.Shares[k].Statements
		}
		row := grid.Row{Head: s.Name, Total: len(s.Places), Counts: counts}
		if len(s.Names) > 1 {
			row.About = "also " + strings.Join(slices.DeleteFunc(slices.Clone(s.Names), func(n string) bool { return n == s.Name }), ", ")
		}
		rows = append(rows, row)
		v.shows = append(v.shows, i)
	}
	v.grid.Corner = "voice"
	v.grid.Set(grid.Outlets(v.now.Corpus.Statements), rows)
}

// count is how many speakers of a sort there are, and in how many statements.
func (v *Voices) count(sort voice.Sort) (speakers, statements int) {
	for i := range v.roll.Speakers {
		if s := &v.roll.Speakers[i]; s.Sort == sort {
			speakers++
			statements += len(s.Places)
		}
	}
	return speakers, statements
}

// chosen is the index of the chosen speaker; ok is false without one.
func (v *Voices) chosen() (i int, ok bool) {
	if _, ok := v.grid.Chosen(); !ok || v.shows[v.grid.Row] < 0 {
		return 0, false
	}
	return v.shows[v.grid.Row], true
}

func (v *Voices) speaker() (s *voice.Speaker, ok bool) {
	i, ok := v.chosen()
	if !ok {
		return nil, false
	}
	return &v.roll.Speakers[i], true
}

// places is the statements behind the chosen cell.
func (v *Voices) places() []statement.ID {
	s, ok := v.speaker()
	if !ok {
		return nil
	}
	set := v.now.Corpus.Statements
	var in []statement.ID
	for _, id := range s.Places {
		if set.Outlets.Of[set.All[id].Report] == report.OutletID(v.grid.Column) {
			in = append(in, id)
		}
	}
	return in
}

// at is the statement that is shown below; nowhere without one.
func (v *Voices) at(places []statement.ID) (id statement.ID, n int) {
	if len(places) == 0 {
		return nowhere, 0
	}
	n = v.grid.At(len(places))
	return places[n], n
}

// Wheel moves the choice.
func (v *Voices) Wheel(_, _, by int) (taken bool) {
	v.grid.Choose(v.grid.Row + by)
	return true
}

// Click chooses the cell under the mouse.
func (v *Voices) Click(x, y int) (taken bool) {
	v.grid.Click(x, y-1)
	return true
}

// Key takes one key press.
func (v *Voices) Key(msg tea.KeyPressMsg) want.Want {
	action, count := v.keys.Feed(v.bound, msg.String())
	if v.grid.Do(action, count) {
		return nil
	}
	switch action {
	case key.NextFilter:
		v.filter(1)
	case key.PrevFilter:
		v.filter(-1)
	case key.Accept:
		return v.accept()
	case key.Tag, key.TagAll:
		return v.tag(action)
	default:
		return want.Usual(action)
	}
	return nil
}

// filter shows another sort of voices only, or all again.
func (v *Voices) filter(by int) {
	n := int(voice.Own) + 2
	v.only = (v.only+1+by+n)%n - 1
	v.grid.Row, v.grid.Step = 0, 0
	v.list()
}
