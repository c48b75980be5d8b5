package roll

import (
	"cmp"
	"fmt"
	"strings"

	"parallax/ui/linear"
)

// AddWords adds to a page the chosen row as a sentence, with the names of its columns, and how the list is set; what narrows
// it is the page's field while it is typed.
func (r *Roll) AddWords(p *linear.Page) {
	r.rows = linear.PageRows
	if r.typing {
		p.Field = r.words.Words("with")
	} else {
		p.Field = linear.Pending(r.keys.Pending())
	}
	if len(r.shown) > 0 {
		it := &r.all[r.shown[r.chosen]]
		p.Add("row", it.Key, r.sentence(it))
		p.Join("place", r.chosen, r.PlaceWords())
	} else {
		p.Add("row", nil, "no row")
	}
	p.Add("list", nil, r.setWords())
}

// setWords is how the list is sorted and narrowed.
func (r *Roll) setWords() string {
	sorted, narrowed := "", ""
	if r.by >= 0 {
		sorted = "sorted by " + cmp.Or(r.columns[r.by].Head, "state")
		if r.down {
			sorted += ", last first"
		}
	}
	if r.narrowed != "" {
		narrowed = fmt.Sprintf("%d of %d with %q", len(r.shown), len(r.all), r.narrowed)
	}
	return linear.List(sorted, narrowed)
}

// PlaceWords is where the choice stands: "row 3 of 41".
func (r *Roll) PlaceWords() string {
	if len(r.shown) == 0 {
		return "no row"
	}
	return fmt.Sprintf("row %d of %d", r.chosen+1, len(r.shown))
}

// sentence is a row in words: what a column with a share of the room says stands for itself, a number has its column's name.
func (r *Roll) sentence(it *Item) string {
	var parts []string
	for i, c := range r.columns {
		switch {
		case i >= len(it.Cells) || it.Cells[i] == "":
		case c.Right || c.Named:
			parts = append(parts, c.Head+" "+strings.ReplaceAll(it.Cells[i], "/", " of "))
		default:
			parts = append(parts, linear.Named(it.Cells[i]))
		}
	}
	if it.Mark != "" {
		parts = append(parts, "marked")
	}
	return strings.Join(parts, ", ")
}
