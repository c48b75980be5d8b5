package disputes

import (
	"fmt"

	"parallax/ui/key"
	"parallax/ui/linear"
)

// Words is what the list says by the line: the chosen disagreement, the whole statement, the keys that settle it.
func (s *Disputes) Words() linear.Page {
	p := linear.Page{Name: "Disagreements"}
	s.roll.AddWords(&p)
	chosen, ok := s.roll.Chosen()
	d := s.detail()
	if d.Statement >= 0 {
		p.Add("statement", chosen, d.Set.Line(d.Statement))
	}
	for i, n := range d.Notes {
		p.Add(fmt.Sprint("note", i), chosen, n)
	}
	if !ok {
		p.Add("nothing", nil, linear.List(append([]string{d.Name}, d.Facts...)...))
	} else {
		p.Add("keys", nil, linear.List(s.bound.Name(key.SettleFirst)+" the first's word holds", s.bound.Name(key.SettleSecond)+" the second's", s.bound.Name(key.SettleNeither)+" neither's"))
	}
	k := &s.now.Resolved.Brief.Kept
	counts := fmt.Sprintf("%d, %d settled", len(k.Disputes), k.HasSettled())
	p.Add("counts", nil, counts)
	p.Where = []string{s.roll.PlaceWords(), counts}
	return p
}
