package reader

import (
	"strings"

	"parallax/corpus/report"
	"parallax/ui/line"
	"parallax/ui/pane"
)

// face is a way of showing the reading screen: side by side or stacked. It writes all rows between the screen's
// top and its panel, each as wide as the screen, and says where the cursor is.
type face interface {
	draw(r *Reader, b *strings.Builder)
	cursor(r *Reader) (x, y int, ok bool)
}

func (r *Reader) face() face {
	if r.plan.Stacked {
		return stacked{}
	}
	return sideBySide{}
}

// Draw writes every row from the top of the screen to the panel or the footer, each ended by a line feed, and returns the
// cell of the cursor's statement; y is negative when it is out of sight. The rows are those of the last Resize.
func (r *Reader) Draw(b *strings.Builder, _, _ int) (x, y int) {
	r.seen, r.been[r.at.Report] = true, true // not before: a list may have stood over the panes from the start
	r.face().draw(r, b)
	x, y, ok := r.face().cursor(r)
	if !ok {
		return 0, -1
	}
	return x, y
}

// DrawTop writes the rows above the panes only, for screens that cover the panes, and says how many.
func (r *Reader) DrawTop(b *strings.Builder) (rows int) {
	b.WriteString(r.header() + "\n" + r.strip() + "\n")
	if r.plan.Rule.H == 0 {
		return 2
	}
	b.WriteString(r.theme.Rule.Wrap(strings.Repeat(r.theme.Horizontal, r.width)) + "\n")
	return 3
}

// Panel is the rows at the foot of the screen that are left to a list.
func (r *Reader) Panel() (y, rows int) { return r.plan.Panel.Y, r.plan.Panel.H }

// TooSmall reports whether the screen has no room for the panes.
func (r *Reader) TooSmall() bool { return r.plan.TooSmall }

// sideBySide shows as many panes as fit.
type sideBySide struct{}

func (sideBySide) draw(r *Reader, b *strings.Builder) {
	t, p := r.theme, r.plan
	b.WriteString(r.header() + "\n" + r.strip() + "\n")
	shown := r.onScreen()
	b.WriteString(r.rule(len(shown)) + "\n")
	if p.Titles.H > 0 {
		r.titles(b, shown)
	}
	bar := t.Rule.Wrap(t.Vertical)
	docs := make([]*pane.Doc, len(shown))
	for i, id := range shown {
		docs[i] = r.doc(id)
	}
	for y := range p.Body.H {
		for i, doc := range docs {
			if i > 0 {
				b.WriteString(bar)
			}
			doc.Draw(b, &r.views[i], y, t)
		}
		b.WriteString(line.Blank(r.width - r.used(len(shown))))
		b.WriteByte('\n')
	}
	if p.Below.H > 0 {
		b.WriteString(t.Rule.Wrap(strings.Repeat(t.Horizontal, r.width)) + "\n")
		r.drawBelow(b, p.Below.H-1)
	}
}

// used is the columns that n panes take with the rules between them.
func (r *Reader) used(n int) int { return n*(r.plan.Panes[0].W+1) - 1 }

func (r *Reader) titles(b *strings.Builder, shown []report.ID) {
	t := r.theme
	bar := t.Rule.Wrap(t.Vertical)
	for y := range r.plan.Titles.H {
		for i, id := range shown {
			if i > 0 {
				b.WriteString(bar)
			}
			if y == 0 {
				b.WriteString(r.title(id, r.plan.Panes[i].W))
			} else {
				b.WriteString(line.Blank(r.plan.Panes[i].W))
			}
		}
		b.WriteString(line.Blank(r.width - r.used(len(shown))))
		b.WriteByte('\n')
	}
}

// rule is the line above the panes, joined to the rules between them.
func (r *Reader) rule(panes int) string {
	t := r.theme
	row := strings.Repeat(t.Horizontal, r.plan.Panes[0].W)
	s := strings.Repeat(row+t.Down, panes-1) + row
	return t.Rule.Wrap(s + strings.Repeat(t.Horizontal, r.width-r.used(panes)))
}

func (sideBySide) cursor(r *Reader) (x, y int, ok bool) {
	eye, ok := r.eyeRow()
	if !ok || eye < 0 || int(eye) >= r.plan.Body.H {
		return 0, 0, false
	}
	i := r.screenIndex(r.at.Report)
	if r.selecting != nil {
		return r.selectionCursor(i)
	}
	return r.plan.Panes[i].X + pane.Gutter, r.plan.Body.Y + int(eye), true
}

// paneAt is the report whose pane holds the cell, and the row of the pane.
func (r *Reader) paneAt(x, y int) (id report.ID, row pane.Row, ok bool) {
	if r.width == 0 || r.plan.TooSmall {
		return 0, 0, false
	}
	for i, s := range r.onScreen() {
		if i < len(r.plan.Panes) && r.plan.Panes[i].Contains(x, y) {
			return s, pane.Row(y - r.plan.Panes[i].Y), true
		}
	}
	return 0, 0, false
}
