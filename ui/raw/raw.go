// Package raw is the whole text of a report's file, with what of it was left out of the report: menus, comments, or what a
// misreading lost. [New] opens it.
package raw

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus/report"
	"parallax/corpus/safe"
	"parallax/ui/desk"
	"parallax/ui/key"
	"parallax/ui/line"
	"parallax/ui/screen"
	"parallax/ui/theme"
	"parallax/ui/want"
)

// Raw is the state of the screen.
type Raw struct {
	screen.Still
	report *report.Report
	parts  []report.RawPart
	theme  *theme.Theme
	bound  *key.Map
	keys   key.Parser
	top    int
	at     int // the row that was gone to, -1 for none
	rows   int
	width  int
	lines  []row
}

// row is one row of the screen.
type row struct {
	text string
	left bool // out of the report
}

// New shows a report.
func New(now desk.Snapshot, id report.ID, t *theme.Theme, bound *key.Map) *Raw {
	r := &now.Corpus.Reports[id]
	return &Raw{report: r, parts: r.RawParts(), theme: t, bound: bound, at: -1}
}

// Place covers the panes.
func (r *Raw) Place() screen.Place { return screen.Whole }

// Keys is the screen's.
func (r *Raw) Keys() *key.Map { return r.bound }

// Hints leaves out the step to the next text that was left out where there is none.
func (r *Raw) Hints(k *key.Map) []key.Hint {
	_, left := r.nextLeft(1)
	return k.FooterOf(func(a key.Action) bool { return left || a != key.NextLeft })
}

// SetTheme changes the styles.
func (r *Raw) SetTheme(t *theme.Theme) { r.theme = t }

// Key takes one key press.
func (r *Raw) Key(msg tea.KeyPressMsg) want.Want {
	action, count := r.keys.Feed(r.bound, msg.String())
	if to, moves := key.InList(action, count, r.top, len(r.lines), r.rows-1); moves {
		r.top = to
		return nil
	}
	switch action {
	case key.NextLeft:
		return r.toLeft(1)
	case key.PrevLeft:
		return r.toLeft(-1)
	}
	return want.Usual(action)
}

// toLeft goes to where the next (1) or the previous (-1) run of text that was left out begins.
func (r *Raw) toLeft(by int) want.Want {
	to, there := r.nextLeft(by)
	if !there {
		return want.Say{Text: "no further text was left out"}
	}
	r.at, r.top = to, to
	if r.width != byLine {
		r.top = to - 1 // with what stands before it
	}
	return nil
}

// nextLeft is the row where that begins, from the one that was gone to as long as it is in sight.
func (r *Raw) nextLeft(by int) (row int, there bool) {
	from := r.at
	switch bottom := min(r.top+r.rows, len(r.lines)); {
	case r.width == byLine:
		from = r.top
	case from >= r.top && from < bottom:
	case by > 0:
		from = r.top - 1
	default:
		from = bottom
	}
	for i := from + by; i >= 0 && i < len(r.lines); i += by {
		if r.lines[i].left && (i == 0 || !r.lines[i-1].left) {
			return i, true
		}
	}
	return 0, false
}

// Wheel scrolls.
func (r *Raw) Wheel(_, _, by int) (taken bool) {
	r.top += 3 * by
	return true
}

// Click does nothing.
func (r *Raw) Click(int, int) (taken bool) { return true }

// measure is the most columns that a line of text takes: a longer one is hard to read.
const measure = 100

// wrap makes the rows for a width.
func (r *Raw) wrap(width int) {
	if width == r.width {
		return
	}
	r.width, r.lines, r.at = width, nil, -1
	for _, p := range r.parts {
		for _, text := range line.Wrap(p.Text, max(8, min(width-8, measure)), "") {
			r.lines = append(r.lines, row{text, p.Left})
		}
	}
}

// Draw writes the screen.
func (r *Raw) Draw(b *strings.Builder, width, rows int) (x, y int) {
	t := r.theme
	r.wrap(width)
	state := line.Wrap(r.state(), width-2, "")
	head := min(1+len(state), rows)
	r.rows = max(1, rows-head)
	r.top = max(0, min(r.top, len(r.lines)-r.rows))
	b.WriteString(line.New(width, t.Ellipsis).Glyph("", " ").Glyph(t.Brand, "Whole text").Glyph("", "  ").PutEnd("", r.report.Path).String() + "\n")
	for _, said := range state[:head-1] {
		b.WriteString(line.New(width, t.Ellipsis).Glyph("", " ").Put(t.Quiet, said).String() + "\n")
	}
	for i := range rows - head {
		if n := r.top + i; n < len(r.lines) {
			b.WriteString(r.row(n, width) + "\n")
		} else {
			b.WriteString(line.Blank(width) + "\n")
		}
	}
	y = head
	if r.at >= r.top && r.at < r.top+r.rows {
		y += r.at - r.top
	}
	return 7, min(y, rows-1)
}

// state says what was taken of the text.
func (r *Raw) state() string {
	if r.report.Whole == 0 {
		return "the report is all of the text that the file has"
	}
	left := 0
	for _, p := range r.parts {
		if p.Left {
			left++
		}
	}
	return fmt.Sprintf("%.0f%% was taken; %d of %d lines were left out, and stand here with the word \"left\"", 100*r.report.Taken(), left, len(r.parts))
}

func (r *Raw) row(n, width int) string {
	w := &r.lines[n]
	l := line.New(width, r.theme.Ellipsis)
	style := theme.Style("")
	mark := "      "
	if w.left {
		style, mark = r.theme.Quiet, " left " // on every row: one without would pass for a part of the report
	}
	if n == r.at {
		l.Glyph(r.theme.Key, r.theme.Chosen)
		mark = mark[1:]
	}
	return l.Glyph(r.theme.Quiet, mark).Glyph(r.theme.Quiet, r.theme.Vertical).Glyph(style, safe.Truncate(" "+w.text, width-7, r.theme.Ellipsis)).String()
}
