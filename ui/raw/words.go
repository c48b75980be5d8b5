package raw

import (
	"fmt"

	"parallax/corpus/safe"
	"parallax/ui/linear"
)

// byLine is the width of a text that is not wrapped: a row is a paragraph.
const byLine = -1

// Words is what the screen says by the line: a paragraph, and whether it was left out.
func (r *Raw) Words() linear.Page {
	if r.width != byLine {
		r.width, r.lines = byLine, nil
		for _, p := range r.parts {
			if text := safe.Line(p.Text); text != "" {
				r.lines = append(r.lines, row{text, p.Left})
			}
		}
	}
	r.rows = linear.PageRows + 1
	p := linear.Page{Name: "Whole text", Field: linear.Pending(r.keys.Pending())}
	p.Add("path", nil, r.report.Path)
	p.Add("state", nil, r.state())
	p.Where = []string{r.report.Path, r.state()}
	r.top = max(0, min(r.top, len(r.lines)-1))
	if r.top < len(r.lines) {
		text, place := r.lines[r.top].text, fmt.Sprintf("paragraph %d of %d", r.top+1, len(r.lines))
		if r.lines[r.top].left {
			text = "left out: " + text
		}
		p.Add("row", r.top, text)
		p.Join("place", r.top, place)
		p.Where = append(p.Where, place)
	}
	return p
}
