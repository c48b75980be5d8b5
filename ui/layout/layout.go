// Package layout computes, from the size of the screen and the number of panes, where everything stands. It is pure:
// its tests are drawings.
package layout

// The smallest sizes, in columns and rows.
const (
	MinPane   = 36 // a pane's columns, its gutter included
	MinWidth  = 40 // below, the screen asks for more room
	MinHeight = 12
	roomy     = 30 // rows from which the screen affords blank rows
)

// Rect is a rectangle of the screen, in columns and rows from the upper left corner.
type Rect struct{ X, Y, W, H int }

// Contains reports whether the cell at column x, row y lies in the rectangle.
func (r Rect) Contains(x, y int) bool { return x >= r.X && x < r.X+r.W && y >= r.Y && y < r.Y+r.H }

// Plan is the division of the screen. A rectangle without rows is not shown.
type Plan struct {
	TooSmall bool // there is room for a word about it only
	Stacked  bool // one report, its counterparts below

	Header Rect
	Strip  Rect
	Rule   Rect   // above the panes
	Titles Rect   // the panes' outlets and dates
	Body   Rect   // all panes together
	Panes  []Rect // one a visible pane, each as high as Body
	Below  Rect   // when stacked: the counterparts; side by side: a digest of those off screen
	Panel  Rect   // a list below the panes: the search
	Footer Rect
}

// Read divides a screen of w columns and h rows for at most panes panes. A panel is asked for by its rows; it gets the
// whole body where little room is left for anything else.
func Read(w, h, panes, panel int) Plan {
	p := Plan{TooSmall: w < MinWidth || h < MinHeight}
	if p.TooSmall {
		return p
	}
	y := 0
	row := func(n int) Rect {
		r := Rect{0, y, w, n}
		y += n
		return r
	}
	p.Header, p.Strip = row(1), row(1)
	p.Footer = Rect{0, h - 1, w, 1}
	n := fit(w, panes)
	p.Stacked = n < 2 && w < 2*MinPane+1
	if !p.Stacked || h >= roomy/2 {
		p.Rule = row(1)
	}
	p.Titles = row(1)
	if h >= roomy {
		p.Titles.H = 2
		y++
	}
	rest := h - 1 - y
	if panel > 0 {
		if panel > rest-4 {
			panel = rest + p.Titles.H // nothing sensible fits above
		}
		p.Panel = Rect{0, h - 1 - panel, w, panel}
		rest = max(0, rest-panel)
	}
	p.Body = Rect{0, y, w, rest}
	if p.Panel.H > 0 && p.Panel.Y < y {
		p.Titles.H, p.Body.H = 0, 0
		p.Body.Y = p.Panel.Y
	}
	if p.Stacked {
		below := p.Body.H / 2
		if below >= 2 {
			p.Body.H -= below
			p.Below = Rect{0, p.Body.Y + p.Body.H, w, below}
		}
		n = 1
	}
	p.Panes = split(p.Body, n)
	return p
}

// leastDigest is the rows of the panes from which the screen affords a digest below them.
const leastDigest = 16

// WithDigest gives rows of the panes to a digest of panes that are off screen: a rule and a row a pane, no more than a
// quarter of the panes' rows. A plan without room for it stays as it is.
func (p Plan) WithDigest(off int) Plan {
	if p.TooSmall || p.Stacked || p.Panel.H > 0 || off <= 0 || p.Body.H < leastDigest {
		return p
	}
	rows := 1 + min(off, p.Body.H/4-1)
	p.Body.H -= rows
	p.Below = Rect{0, p.Body.Y + p.Body.H, p.Body.W, rows}
	panes := make([]Rect, len(p.Panes))
	for i, r := range p.Panes {
		r.H = p.Body.H
		panes[i] = r
	}
	p.Panes = panes
	return p
}

// fit is how many panes of MinPane columns stand side by side, a rule of one column between two.
func fit(w, panes int) int {
	return max(1, min(panes, (w+1)/(MinPane+1)))
}

// split gives every pane the same width, so that a report is wrapped alike wherever its pane stands; the columns left
// over stay blank at the right edge.
func split(r Rect, n int) []Rect {
	each := (r.W - (n - 1)) / n
	rects := make([]Rect, n)
	for i := range rects {
		rects[i] = Rect{r.X + i*(each+1), r.Y, each, r.H}
	}
	return rects
}
