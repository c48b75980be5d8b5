// Package wording is the screen of what outlets call the same thing: a row a term, in groups of terms for one thing, a column
// an outlet, below them a sentence with the term. What is shown is corpus/wording's; call [New] to open the screen.
package wording

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus/language"
	"parallax/corpus/report"
	"parallax/corpus/statement"
	"parallax/corpus/wording"
	"parallax/ui/desk"
	"parallax/ui/grid"
	"parallax/ui/key"
	"parallax/ui/screen"
	"parallax/ui/theme"
	"parallax/ui/want"
)

// Wording is the state of the screen.
type Wording struct {
	screen.Still
	now    desk.Snapshot
	theme  *theme.Theme
	bound  *key.Map
	keys   key.Parser
	groups []wording.Group
	found  *desk.Wordings // whose groups these are, nil until there are any
	opened statement.ID   // whose term is to be chosen once there are groups; nowhere when that is done
	grid   grid.Grid
	shows  []at // by row of the grid
	only   int  // the kind of groups that is shown, a wording.Kind; all for every one
}

// at is which term a row shows; a heading has the group's first.
type at struct{ group, term int }

const (
	all     = -1
	nowhere = statement.ID(-1)
)

// New opens the screen at a term of the statement that the cursor is on, if it has one.
func New(now desk.Snapshot, focus screen.Focus, t *theme.Theme, bound *key.Map) *Wording {
	w := &Wording{now: now, theme: t, bound: bound, only: all, opened: focus.Statement}
	w.list()
	if focus.Statement >= 0 {
		set := now.Corpus.Statements
		w.grid.GoColumn(int(set.Outlets.Of[set.All[focus.Statement].Report]))
	}
	w.take()
	return w
}

// choose chooses a term of the statement that the screen was opened at, if it has one.
func (w *Wording) choose() {
	for i, a := range w.shows {
		if !w.grid.Rows[i].Heading && len(w.groups[a.group].Terms[a.term].Spans(w.opened)) > 0 {
			w.grid.Choose(i)
			w.grid.Step = max(0, slices.IndexFunc(w.places(), func(p wording.Place) bool { return p.Statement == w.opened }))
			return
		}
	}
}

// Place covers the panes.
func (w *Wording) Place() screen.Place { return screen.Whole }

// Keys is the screen's.
func (w *Wording) Keys() *key.Map { return w.bound }

// SetTheme changes the styles.
func (w *Wording) SetTheme(t *theme.Theme) { w.theme = t }

// Look takes the groups as they are now; the choice stays on its term. Those of other statements are not shown.
func (w *Wording) Look(now desk.Snapshot, _ screen.Focus) (stays bool) {
	if now.Corpus != w.now.Corpus {
		w.groups, w.found, w.opened = nil, nil, nowhere
		w.list()
	}
	w.now = now
	w.take()
	return true
}

// take takes what the desk has found, once.
func (w *Wording) take() {
	if found := w.now.Wordings; found == nil || found == w.found || found.In != w.now.Corpus {
		return
	}
	text := ""
	if t, ok := w.term(); ok {
		text = t.Text
	}
	w.found, w.groups = w.now.Wordings, w.now.Wordings.Groups
	w.list()
	if w.opened >= 0 {
		w.choose()
		w.opened = nowhere
		return
	}
	for i, a := range w.shows {
		if !w.grid.Rows[i].Heading && w.groups[a.group].Terms[a.term].Text == text {
			w.grid.Choose(i)
			break
		}
	}
}

// list fills the grid with the groups that are shown.
func (w *Wording) list() {
	var rows []grid.Row
	w.shows = w.shows[:0]
	for i := range w.groups {
		g := &w.groups[i]
		if w.only != all && int(g.Kind) != w.only {
			continue
		}
		rows = append(rows, grid.Row{Heading: true, Head: g.Title(), About: g.Kind.String()})
		w.shows = append(w.shows, at{i, 0})
		for k := range g.Terms {
			t := &g.Terms[k]
			rows = append(rows, grid.Row{Head: t.Text, Total: len(t.Places), Counts: t.Counts})
			w.shows = append(w.shows, at{i, k})
		}
	}
	w.grid.Corner = "wording"
	w.grid.Set(grid.Outlets(w.now.Corpus.Statements), rows)
}

// term is the chosen term; ok is false without one.
func (w *Wording) term() (t *wording.Term, ok bool) {
	if _, ok := w.grid.Chosen(); !ok {
		return nil, false
	}
	a := w.shows[w.grid.Row]
	return &w.groups[a.group].Terms[a.term], true
}

// places is where the chosen outlet has the chosen term.
func (w *Wording) places() []wording.Place {
	t, ok := w.term()
	if !ok {
		return nil
	}
	set := w.now.Corpus.Statements
	var in []wording.Place
	for _, p := range t.Places {
		if set.Outlets.Of[set.All[p.Statement].Report] == report.OutletID(w.grid.Column) {
			in = append(in, p)
		}
	}
	return in
}

// Wheel moves the choice.
func (w *Wording) Wheel(_, _, by int) (taken bool) {
	w.grid.Choose(w.grid.Row + by)
	return true
}

// Click chooses the cell under the mouse.
func (w *Wording) Click(x, y int) (taken bool) {
	w.grid.Click(x, y-1)
	return true
}

// Key takes one key press.
func (w *Wording) Key(msg tea.KeyPressMsg) want.Want {
	action, count := w.keys.Feed(w.bound, msg.String())
	if w.grid.Do(action, count) {
		return nil
	}
	switch action {
	case key.NextFilter:
		w.filter(1)
	case key.PrevFilter:
		w.filter(-1)
	case key.Alias:
		return w.alias()
	case key.Accept:
		return w.accept()
	default:
		return want.Usual(action)
	}
	return nil
}

// filter shows another kind of groups only, or all again.
func (w *Wording) filter(by int) {
	n := int(wording.Terms) + 2
	w.only = (w.only+1+by+n)%n - 1
	w.grid.Row, w.grid.Step = 0, 0
	w.list()
}

// alias asks for words for one thing. On a group of the reader's, which is offered, the same words again take it back.
func (w *Wording) alias() want.Want {
	text := ""
	if _, ok := w.term(); ok {
		g := &w.groups[w.shows[w.grid.Row].group]
		text = g.Terms[w.shows[w.grid.Row].term].Text + " = "
		if g.Kind == wording.Alias {
			for _, a := range w.now.Resolved.Brief.Aliases {
				if slices.ContainsFunc(a, func(word string) bool { return strings.EqualFold(word, g.Name()) }) {
					text = strings.Join(a, " = ")
				}
			}
		}
	}
	return want.Ask{Prompt: "words for one thing, with = between", About: "alias", Text: text, Done: func(text string) want.Want {
		return want.Alias{Words: wording.ReadAlias(text)}
	}}
}

// accept goes to the place that is shown, or to the term's first, and makes the statements with the term the active set.
func (w *Wording) accept() want.Want {
	t, ok := w.term()
	if !ok {
		return nil
	}
	to := t.Places[0].Statement
	if places := w.places(); len(places) > 0 {
		to = places[w.grid.At(len(places))].Statement
	}
	return want.GoThrough{Name: "wording " + t.Text, Statements: t.Statements(), To: to, Spans: t.Spans}
}

// Draw writes the screen and returns the cell of the choice.
func (w *Wording) Draw(b *strings.Builder, width, rows int) (x, y int) {
	return w.grid.Screen(b, w.theme, width, rows, max(4, min(9, rows/4)), "Wording", w.shown(), w.detail())
}

// shown is which groups are shown.
func (w *Wording) shown() string {
	shown := "spellings and terms for one thing"
	if w.only != all {
		shown = wording.Kind(w.only).String()
	}
	if w.now.Linked == nil {
		shown += fmt.Sprintf(" (terms come with the links: %d%%)", int(100*w.now.Progress))
	}
	return shown
}

// none says why there is no group, and what to do.
func (w *Wording) none() string {
	if w.only != all {
		return "nothing of that kind; " + w.bound.Name(key.NextFilter) + " shows others"
	}
	return "nothing is spelt or named in two ways here; " + w.bound.Name(key.Alias) + " says which words name one thing"
}

// detail is a sentence of the chosen outlet with the chosen term; without one, what the outlet writes instead.
func (w *Wording) detail() *grid.Detail {
	d := &grid.Detail{Set: w.now.Corpus.Statements, Statement: nowhere}
	t, ok := w.term()
	if !ok && w.found == nil {
		d.Facts = []string{"words for one thing are being looked for" + w.theme.Ellipsis}
		return d
	}
	if !ok {
		d.Facts = []string{w.none()}
		return d
	}
	d.Name = w.grid.Columns[w.grid.Column]
	places := w.places()
	if len(places) == 0 {
		d.Facts = []string{t.Text + " 0"}
		for _, o := range w.groups[w.shows[w.grid.Row].group].Terms {
			if n := o.Counts[w.grid.Column]; n > 0 {
				d.Facts = append(d.Facts, fmt.Sprintf("%s %d", o.Text, n))
			}
		}
		return d
	}
	n := w.grid.At(len(places))
	p := places[n]
	d.Statement, d.Marked = p.Statement, []report.Span{p.Span}
	d.Facts = []string{t.Text, fmt.Sprintf("statement %d, %d of %s here", d.Set.All[p.Statement].Number, n+1, language.Counted(len(places), "place"))}
	return d
}
