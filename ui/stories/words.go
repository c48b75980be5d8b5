package stories

import (
	"strings"

	"parallax/ui/linear"
)

// Words is what the list says by the line: the chosen story; its reports where all is asked for.
func (s *Stories) Words() linear.Page {
	p := linear.Page{Name: "Stories"}
	s.roll.AddWords(&p)
	p.Where = []string{s.roll.PlaceWords(), s.now.Corpus.Name, count(len(s.now.Corpus.Stories.All)), s.now.Corpus.Came()}
	if c := s.counts(); c != nil {
		p.Add("archive", nil, "in the archive "+s.matching(c))
		if len(c.Days) > 0 {
			first, last, peak := peakOf(c)
			p.Add("days", nil, "by day "+first+" to "+last+", "+peak)
		}
		if outlets := mostOutlets(c); outlets != "" {
			p.Add("outlets", nil, "by outlet "+outlets)
		}
	}
	for _, d := range s.detail(1 << 20) {
		p.Whole = append(p.Whole, linear.List(d[0], strings.Trim(d[1], " ·-"), d[2]))
	}
	return p
}
