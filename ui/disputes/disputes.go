// Package disputes is the list of what two coders differ on whose sessions were united: the code, what each said, the passage,
// and what was settled, with one key. [New] opens it.
package disputes

import (
	"cmp"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus/brief"
	"parallax/corpus/safe"
	"parallax/corpus/statement"
	"parallax/ui/desk"
	"parallax/ui/grid"
	"parallax/ui/key"
	"parallax/ui/line"
	"parallax/ui/roll"
	"parallax/ui/screen"
	"parallax/ui/theme"
	"parallax/ui/want"
)

// Disputes is the state of the screen.
type Disputes struct {
	screen.Still
	now   desk.Snapshot
	theme *theme.Theme
	bound *key.Map
	roll  *roll.Roll
	open  bool // only what is not settled is shown
}

// New opens the list, on the first that is not settled.
func New(now desk.Snapshot, t *theme.Theme, bound *key.Map) *Disputes {
	s := &Disputes{now: now, theme: t, bound: bound}
	var names [2]string
	if all := s.all(); len(all) > 0 {
		names = all[0].Coders
	}
	s.roll = roll.New(bound,
		roll.Column{Head: "settled", Width: 8, Share: 1, Named: true}, roll.Column{Head: "code", Width: 10, Share: 2, Named: true},
		roll.Column{Head: "1 " + safe.Line(names[0]), Width: 8, Share: 2, Named: true}, roll.Column{Head: "2 " + safe.Line(names[1]), Width: 8, Share: 2, Named: true},
		roll.Column{Head: "outlet", Width: 8, Share: 2}, roll.Column{Head: "words", Width: 14, Share: 6},
	)
	s.fill()
	for i := range s.all() {
		if s.all()[i].Choice == brief.Unsettled {
			s.roll.Choose(i)
			break
		}
	}
	return s
}

func (s *Disputes) all() []brief.Disputed { return s.now.Resolved.Brief.Disputes }

// Place covers the panes.
func (s *Disputes) Place() screen.Place { return screen.Whole }

// Keys is the list's.
func (s *Disputes) Keys() *key.Map { return s.bound }

// Hints is the keys of the list.
func (s *Disputes) Hints(*key.Map) []key.Hint { return s.roll.Hints(nil) }

// SetTheme changes the styles.
func (s *Disputes) SetTheme(t *theme.Theme) { s.theme = t }

// Look takes the brief as it is now.
func (s *Disputes) Look(now desk.Snapshot, _ screen.Focus) (stays bool) {
	s.now = now
	s.fill()
	return true
}

// fill makes the rows anew.
func (s *Disputes) fill() {
	var items []roll.Item
	for i := range s.all() {
		d := &s.all()[i]
		if s.open && d.Choice != brief.Unsettled {
			continue
		}
		cells := []string{settled(d), d.Code, said(d, 0), said(d, 1), d.Anchor.Outlet, d.Anchor.Exact}
		items = append(items, roll.Item{Key: i, Quiet: d.Choice != brief.Unsettled, Cells: cells, Sort: cells})
	}
	s.roll.Set(items)
}

// settled is whose word holds, "" for nobody's yet.
func settled(d *brief.Disputed) string {
	switch d.Choice {
	case brief.First:
		return d.Coders[0]
	case brief.Second:
		return d.Coders[1]
	}
	return string(d.Choice)
}

// said is a coder's word in short: the value of the code, which stands in a column of its own.
func said(d *brief.Disputed, coder int) string {
	short := strings.ReplaceAll(d.Said(coder), d.Code+":", "")
	if short == d.Code {
		return "yes"
	}
	return cmp.Or(short, "not marked")
}

// choices is what the keys say that settle.
var choices = map[key.Action]brief.Choice{key.SettleFirst: brief.First, key.SettleSecond: brief.Second, key.SettleNeither: brief.Neither}

// Key takes one key press.
func (s *Disputes) Key(msg tea.KeyPressMsg) want.Want {
	if choice, ok := choices[s.bound.Action(msg.String())]; ok && !s.roll.Typing() { // 1 and 2 are no counts here
		return s.settle(choice)
	}
	action, taken := s.roll.Key(msg)
	if taken {
		return nil
	}
	switch action {
	case key.ShowNext:
		s.open = !s.open
		s.fill()
	case key.Accept:
		return s.through()
	default:
		return want.Usual(action)
	}
	return nil
}

// settle settles the chosen one and goes on to the next.
func (s *Disputes) settle(c brief.Choice) want.Want {
	k, ok := s.roll.Chosen()
	if !ok {
		return want.Say{Text: "nothing is there to settle"}
	}
	d := &s.all()[k]
	if !s.open {
		s.roll.Move(1)
	}
	return want.Change{Changes: []brief.Change{brief.Settle{Compare: d.Compare, Index: d.Index, Choice: c}}}
}

// through goes to the passage and makes all that are listed the active set.
func (s *Disputes) through() want.Want {
	k, ok := s.roll.Chosen()
	if !ok {
		return nil
	}
	at := s.now.Resolved.Find(s.all()[k].Anchor)
	if at.State == brief.Orphan {
		return want.Say{Text: "the passage is not found again: " + at.Why}
	}
	seen := make(map[statement.ID]bool)
	var ids []statement.ID
	about := make(map[statement.ID]string)
	for i := range s.all() {
		d := &s.all()[i]
		if s.open && d.Choice != brief.Unsettled {
			continue
		}
		if f := s.now.Resolved.Find(d.Anchor); f.State != brief.Orphan {
			if !seen[f.First] {
				ids = append(ids, f.First)
			}
			seen[f.First] = true
			about[f.First] = strings.TrimPrefix(about[f.First]+"; "+words(d), "; ")
		}
	}
	return want.GoThrough{Name: "disagreements", Statements: ids, To: at.First, About: func(id statement.ID) string { return about[id] }}
}

// words is what each said, in one line.
func words(d *brief.Disputed) string {
	return fmt.Sprintf("%s: %s says %s, %s says %s", d.Code, d.Coders[0], said(d, 0), d.Coders[1], said(d, 1))
}

// Paste goes into the words that narrow the list.
func (s *Disputes) Paste(text string) (want.Want, bool) { return nil, s.roll.Paste(text) }

// Wheel moves the choice.
func (s *Disputes) Wheel(_, _, by int) (taken bool) {
	s.roll.Move(by)
	return true
}

// Click does nothing.
func (s *Disputes) Click(int, int) (taken bool) { return true }

// Draw writes the screen.
func (s *Disputes) Draw(b *strings.Builder, width, rows int) (x, y int) {
	t := s.theme
	k := &s.now.Resolved.Brief.Kept
	head := line.New(width, t.Ellipsis).Glyph("", " ").Glyph(t.Brand, "Disagreements")
	head.Put("", fmt.Sprintf("  %d, %d settled", len(k.Disputes), k.HasSettled()))
	if s.open {
		head.Glyph(t.Warning, fmt.Sprintf("  not settled: %d", s.roll.Shown()))
	}
	if state := s.roll.State(); state != "" {
		head.PutWhole(t.Quiet, "  "+state, 0)
	}
	b.WriteString(head.String() + "\n")
	below := max(0, min(9, rows/3))
	x, y = s.roll.Draw(b, width, rows-1-below, t)
	s.detail().Draw(b, t, width, below)
	return x, y + 1
}

// detail is the chosen one in words, and its passage.
func (s *Disputes) detail() *grid.Detail {
	set := s.now.Corpus.Statements
	k, ok := s.roll.Chosen()
	if !ok {
		return &grid.Detail{Set: set, Statement: -1, Name: "nothing", Facts: []string{"two coders' sessions are united with parallax merge"}}
	}
	d := &s.all()[k]
	both := fmt.Sprintf("%s: %s, %s: %s", d.Coders[0], said(d, 0), d.Coders[1], said(d, 1)) // first: a narrow list has no room for it
	detail := &grid.Detail{Set: set, Statement: -1, Name: both, Facts: []string{d.Code, d.Anchor.Outlet}}
	if d.Choice != brief.Unsettled {
		detail.Notes = append(detail.Notes, fmt.Sprintf("settled: %s, by %s, %s", settled(d), cmp.Or(d.By, "a coder without a name"), d.Time.Format("2 Jan 2006 15:04")))
	}
	at := s.now.Resolved.Find(d.Anchor)
	if at.State == brief.Orphan {
		detail.Notes = append(detail.Notes, "“"+d.Anchor.Exact+"” is not found again: "+at.Why)
		return detail
	}
	detail.Statement = at.First
	if !d.Anchor.Whole {
		detail.Marked = append(detail.Marked, at.Span)
	}
	return detail
}
