package palette

import (
	"fmt"

	"parallax/ui/key"
	"parallax/ui/linear"
)

// Words is what the list says by the line: how much is called as was typed, and the chosen one with its key.
func (p *Palette) Words() linear.Page {
	p.rows = linear.PageRows
	page := linear.Page{Name: "Palette", Field: p.field.Words("what to do")}
	if len(p.fits) == 0 {
		page.Add("entry", p.field.Text(), "nothing is called so; backspace shows more")
		return page
	}
	e := p.fits[p.chosen]
	page.Add("entry", p.chosen, e.words+": "+key.ASCII(e.keys))
	page.Join("place", p.chosen, fmt.Sprintf("row %d of %d", p.chosen+1, len(p.fits)))
	return page
}
