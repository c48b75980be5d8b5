// Package revisions is the texts that a report has had, two of them side by side: the older and the newer, with the words that
// differ between signs. [New] opens it.
package revisions

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus/language"
	"parallax/corpus/report"
	"parallax/corpus/revision"
	"parallax/ui/desk"
	"parallax/ui/key"
	"parallax/ui/screen"
	"parallax/ui/theme"
	"parallax/ui/want"
)

// Revisions is the state of the screen.
type Revisions struct {
	screen.Still
	name   string          // of the report
	marks  string          // what became of those in it
	texts  []revision.Text // the oldest first; the last is the present one
	older  int             // which of them are shown; older < newer unless there is only one
	newer  int
	rows   []revision.Row
	theme  *theme.Theme
	bound  *key.Map
	keys   key.Parser
	shown  shown
	width  int // that shown was made for
	height int
	top    int
	at     int // the difference that was gone to
}

// New shows the last two of the texts of a report, the oldest first. The last of them is the present one.
func New(now desk.Snapshot, id report.ID, texts []revision.Text, t *theme.Theme, bound *key.Map) *Revisions {
	r := &now.Corpus.Reports[id]
	name := now.Corpus.Statements.Named(id)
	if r.Title != "" {
		name += ": " + r.Title
	}
	v := &Revisions{name: name, marks: now.MarksIn(func(at report.ID) bool { return at == id }), texts: texts, theme: t, bound: bound}
	v.show(max(0, len(texts)-2), len(texts)-1)
	return v
}

// show compares two of the texts.
func (v *Revisions) show(older, newer int) {
	v.older, v.newer, v.width, v.top, v.at = older, newer, 0, 0, 0
	v.rows = revision.Compare(v.texts[older].Text, v.texts[newer].Text)
}

// Place covers the panes.
func (v *Revisions) Place() screen.Place { return screen.Whole }

// Keys is the screen's.
func (v *Revisions) Keys() *key.Map { return v.bound }

// Hints leaves out the step to a next difference, or to another older text, where there is none.
func (v *Revisions) Hints(k *key.Map) []key.Hint {
	return k.FooterOf(func(a key.Action) bool {
		switch a {
		case key.NextDifference:
			return v.at+1 < len(v.shown.differences)
		case key.OlderBack:
			return len(v.texts) > 2
		}
		return true
	})
}

// SetTheme changes the styles.
func (v *Revisions) SetTheme(t *theme.Theme) { v.theme, v.width = t, 0 }

// Key takes one key press.
func (v *Revisions) Key(msg tea.KeyPressMsg) want.Want {
	action, count := v.keys.Feed(v.bound, msg.String())
	if to, moves := key.InList(action, count, v.top, len(v.shown.lines), v.height-1); moves {
		v.top = to
		return nil
	}
	switch action {
	case key.NextDifference:
		return v.step(1)
	case key.PrevDifference:
		return v.step(-1)
	case key.OlderBack:
		return v.choose(v.older-1, v.newer)
	case key.OlderForth:
		return v.choose(v.older+1, v.newer)
	case key.NewerBack:
		return v.choose(v.older, v.newer-1)
	case key.NewerForth:
		return v.choose(v.older, v.newer+1)
	}
	return want.Usual(action)
}

// choose compares two texts, if there are such.
func (v *Revisions) choose(older, newer int) want.Want {
	if older < 0 || newer >= len(v.texts) || older >= newer {
		return want.Say{Text: "there is no other text on that side: " + language.Counted(len(v.texts)-1, "older text") + " of this report"}
	}
	v.show(older, newer)
	return nil
}

// step goes to the next (1) or the previous (-1) difference.
func (v *Revisions) step(by int) want.Want {
	to := v.at + by
	if to < 0 || to >= len(v.shown.differences) {
		return want.Say{Text: "no further difference"}
	}
	v.at = to
	v.top = v.shown.differences[to]
	if v.width != byLine {
		v.top = max(0, v.top-1) // with what stands before it
	}
	return nil
}

// Wheel scrolls.
func (v *Revisions) Wheel(_, _, by int) (taken bool) {
	v.top += 3 * by
	return true
}

// Click does nothing.
func (v *Revisions) Click(int, int) (taken bool) { return true }

// state says how the two differ.
func (v *Revisions) state() string {
	if len(v.texts) == 1 {
		return "no older text is kept: when the file changes while it is open, this text stays"
	}
	n := len(v.shown.differences)
	said := "no word differs"
	if n > 0 {
		gone, came := 0, 0
		for i := range v.rows {
			switch r := &v.rows[i]; {
			case !r.HasNew:
				gone++
			case !r.HasOld:
				came++
			}
		}
		said = fmt.Sprintf("difference %d of %d", v.at+1, n)
		if gone+came > 0 {
			said += fmt.Sprintf(" (paragraphs: %d gone, %d new)", gone, came)
		}
	}
	return said
}

// when says which of the texts one is, and when it was read first.
func (v *Revisions) when(i int) string {
	t := &v.texts[i]
	said := fmt.Sprintf("%d of %d, %s UTC", i+1, len(v.texts), t.Read.UTC().Format("2006-01-02 15:04"))
	if t.Published != "" {
		said += ", dated " + t.Published
	}
	return said
}
