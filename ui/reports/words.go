package reports

import (
	"fmt"

	"parallax/ui/linear"
)

// Words is what the list says by the line: the chosen report, and what is known of it.
func (r *Reports) Words() linear.Page {
	p := linear.Page{Name: "Reports"}
	r.roll.AddWords(&p)
	chosen, _ := r.roll.Chosen()
	for i, text := range r.detail() {
		p.Add(fmt.Sprint("detail", i), chosen, text)
	}
	shown := ""
	if name := filters[r.only].name; name != "" {
		shown = fmt.Sprintf("shown: %s, %d", name, r.roll.Shown())
	} else {
		shown = "shown: all"
	}
	p.Add("shown", nil, shown)
	p.Where = []string{r.roll.PlaceWords(), shown, r.now.Corpus.Came()}
	return p
}
