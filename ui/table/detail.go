package table

import (
	"fmt"
	"slices"

	"parallax/corpus/brief"
	"parallax/corpus/claim"
	"parallax/corpus/match"
	"parallax/corpus/statement"
	"parallax/ui/grid"
)

// detail is what the chosen cell says: whose report, which statement, whose words, and the words with those that carry the claim in
// bold; else what comes nearest.
func (s *Table) detail() *grid.Detail {
	d := &grid.Detail{Set: s.now.Corpus.Statements, Statement: nowhere, Stands: s.theme.Carries}
	id, c, ok := s.cell()
	if !ok {
		return d
	}
	d.Sign, d.Style = s.mark(c.Part)
	d.Name, d.Facts = s.outlets(), s.facts(id, c)
	if w, said := s.said(); said {
		d.Statement, d.Marked = w, s.now.Linked.Claims.Words(id, w)
		return d
	}
	if near := s.nearest(id, c); near.Known {
		d.Statement, d.Near = near.Statement, true
	}
	return d
}

// nearest is what comes nearest to a claim in a cell without a wording.
func (s *Table) nearest(id claim.ID, c *claim.TableCell) claim.Near {
	if c.Near.Known {
		return c.Near
	}
	return s.nearestIn(id)
}

// outlets is the name of the chosen column, or whose the wording is where it has several outlets.
func (s *Table) outlets() string {
	if w, ok := s.said(); ok {
		return s.now.Corpus.Statements.Named(s.now.Corpus.Statements.All[w].Report)
	}
	c := &s.table.Columns[s.column]
	if n := len(c.Outlets); n > 1 {
		return fmt.Sprintf("%s and %d more", c.Name, n-1)
	}
	return c.Name
}

// facts is what there is to know of the chosen cell beside its words.
func (s *Table) facts(id claim.ID, c *claim.TableCell) []string {
	set := s.now.Corpus.Statements
	w, said := s.said()
	if !said {
		return s.unsaid(id, c)
	}
	facts := []string{fmt.Sprintf("statement %d", set.All[w].Number)}
	if n := len(c.Wordings); n > 1 {
		facts = append(facts, fmt.Sprintf("wording %d of %d", (s.wording%n+n)%n+1, n))
	}
	lead := s.now.Linked.Claims.All[id].Lead
	if v, whose := s.now.Linked.Claims.VoiceIn(id, w); whose == claim.Spoken {
		facts = append(facts, fmt.Sprintf("%s (%s)", v.Speaker, v.Mode))
	} else if whose == claim.Own {
		facts = append(facts, "the outlet's own words")
	} else {
		facts = append(facts, "voice unclear")
	}
	facts = append(facts, s.figures(id, w)...)
	against := s.against(id)
	switch l, linked := s.now.Linked.Links.Between(w, lead); {
	case w == lead && len(s.now.Linked.Claims.All[id].Statements) > 1:
		facts = append(facts, "the lead")
	case linked && l.Decided == match.Differing:
		facts = append(facts, "differs, says the reader")
	case linked && l.Differs && len(against) == 0:
		facts = append(facts, "differs")
	case linked && l.Partial:
		facts = append(facts, "in part")
	}
	return append(facts, against...)
}

// figures is the figures that a wording gives of what the claim's wordings have in common, each with what it is of.
func (s *Table) figures(id claim.ID, w statement.ID) []string {
	var all []string
	for _, t := range s.now.Linked.Claims.Topics(id) {
		if len(t.Figures) < 2 {
			continue
		}
		for _, f := range t.Figures {
			if f.Statement == w {
				all = append(all, f.Figure+" "+t.Label)
			}
		}
	}
	return all
}

// against is what the figures of the chosen column differ from: "differs: dead 24, Ald Courier 3+".
func (s *Table) against(id claim.ID) []string {
	set, outlets := s.now.Corpus.Statements, s.table.Columns[s.column].Outlets
	here := func(f *claim.Figure) bool {
		return slices.Contains(outlets, set.Outlets.Of[set.All[f.Statement].Report])
	}
	var all []string
	for _, t := range s.now.Linked.Claims.Topics(id) {
		for _, d := range t.Differences {
			a, b := &d.A, &d.B
			if here(b) {
				a, b = b, a
			}
			if here(a) {
				all = append(all, fmt.Sprintf("differs: %s %s, %s %s", t.Label, a.Figure, set.Named(set.All[b.Statement].Report), b.Figure))
			}
		}
	}
	return all
}

// unsaid is what there is to know of a cell without a wording.
func (s *Table) unsaid(id claim.ID, c *claim.TableCell) []string {
	number := func(n claim.Near) string {
		return fmt.Sprintf("statement %d (%.2f)", s.now.Corpus.Statements.All[n.Statement].Number, n.Score)
	}
	switch c.Part {
	case claim.PartElsewhere:
		return []string{"linked elsewhere", number(c.Near)}
	case claim.PartAbsent:
		return []string{brief.NoReport}
	case claim.PartSigned:
		return []string{"silence checked by reader"}
	}
	facts := []string{"no counterpart found", "nothing comes near"}
	if near := s.nearestIn(id); near.Known {
		facts[1] = "nearest " + number(near)
	}
	for _, o := range s.table.Columns[s.column].Outlets {
		if s.near.row.Cells[o].InPart {
			return append(facts, "taken in part")
		}
	}
	return facts
}
