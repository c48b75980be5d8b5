package timeline

import (
	"fmt"

	"parallax/ui/linear"
)

// Words is what the screen says by the line: the chosen figure, who gives it and when, and its statement.
func (s *Timeline) Words() linear.Page {
	s.rows = 2 * linear.PageRows
	p := linear.Page{Name: "Figures", Field: linear.Pending(s.keys.Pending())}
	p.Add("claim", s.claim, linear.Named(s.now.ClaimName(s.claim)))
	f, set := s.at(), s.now.Corpus.Statements
	if f == nil {
		return p
	}
	n := s.chosen
	for i := range s.threads {
		th := &s.threads[i]
		if n < len(th.Figures) {
			p.Add("thread", i, "figures, "+th.Label+": "+s.about(th))
			break
		}
		n -= len(th.Figures)
	}
	differs := ""
	if f.Differs {
		differs = "differs"
	}
	place := fmt.Sprintf("row %d of %d", s.chosen+1, s.count())
	r := set.ReportOf(f.Statement)
	p.Add("figure", s.chosen, linear.List(f.Figure.Figure, differs, set.Named(r.ID), fmt.Sprintf("statement %d", set.All[f.Statement].Number), s.when(r), s.whose(f)))
	p.Join("place", s.chosen, place)
	p.Add("statement", f.Statement, set.Line(f.Statement))
	p.Where = []string{linear.Named(s.now.ClaimName(s.claim)), place}
	return p
}
