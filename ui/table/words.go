package table

import (
	"fmt"
	"strings"

	"parallax/corpus/claim"
	"parallax/ui/key"
	"parallax/ui/linear"
)

// Words is what the table says by the line: the claim and how many outlets have which part in it, the chosen outlet's part
// with its figure, and the words.
func (s *Table) Words() linear.Page {
	s.rows = 2 * linear.PageRows
	p := linear.Page{Name: "Claims", Field: linear.Pending(s.keys.Pending())}
	if s.table == nil {
		p.Add("row", nil, "not linked yet")
		return p
	}
	shown := strings.Join(s.shown(), ", ")
	id, c, ok := s.cell()
	if !ok {
		p.Add("row", nil, s.none())
		p.Add("shown", nil, "shown: "+shown)
		return p
	}
	place := fmt.Sprintf("row %d of %d", s.chosen+1, len(s.entries))
	p.Add("row", id, linear.Named(s.now.ClaimName(id))+": "+s.counted(id))
	p.Join("place", s.chosen, place)
	if s.isKept(id) {
		p.Tell("kept", id, "in the brief")
	}
	at := [3]int{int(id), s.column, s.wording}
	p.Add("cell", at, s.cellWords(s.column, c))
	p.Add("words", at, s.text(id, c))
	facts := s.facts(id, c)
	p.Add("facts", at, linear.List(facts...))
	p.Add("shown", nil, "shown: "+shown)
	p.Where = []string{place, s.cellWords(s.column, c), fmt.Sprintf("outlet %d of %d", s.column+1, len(s.table.Columns)), "shown: " + shown}
	p.Whole = s.wholeWords(id)
	return p
}

// none says why no claim is listed, and what to do.
func (s *Table) none() string {
	if len(s.now.Corpus.Statements.Reports) == 1 {
		return "one report has nothing beside it to compare; " + s.bound.Name(key.NextFilter) + " shows its claims"
	}
	why := "no claim is so; " + s.bound.Name(key.NextFilter) + " shows others"
	if c := &s.arranged.choice; c.Voice != "" || c.Found != nil {
		why += ", " + s.bound.Name(key.Close) + " ends the query and the voice"
	}
	return why
}

// cellWords is an outlet's part in a claim: "Press TV: in part, 2 times, 24".
func (s *Table) cellWords(column int, c *claim.TableCell) string {
	times, figure := "", ""
	if n := len(c.Wordings); n > 1 {
		times = fmt.Sprintf("%d times", n)
	}
	if c.Figure != nil {
		figure = c.Figure.Figure
	}
	return s.table.Columns[column].Name + ": " + linear.List(partWord(c.Part), times, figure)
}

// text is the wording that the chosen cell has, or what comes nearest to it.
func (s *Table) text(id claim.ID, c *claim.TableCell) string {
	set := s.now.Corpus.Statements
	if w, said := s.said(); said {
		return set.Line(w)
	}
	near := s.nearest(id, c)
	if !near.Known {
		return ""
	}
	return "nearest: " + set.Line(near.Statement)
}

// wholeWords is the claim with every outlet's part in it and the words.
func (s *Table) wholeWords(id claim.ID) []string {
	said := []string{linear.Named(s.now.ClaimName(id)) + ": " + s.counted(id)}
	cells := s.cellsOf(id)
	for i := range cells {
		text := s.cellWords(i, &cells[i])
		for _, w := range cells[i].Wordings {
			text += "; " + s.now.Corpus.Statements.Line(w)
		}
		said = append(said, text)
	}
	return said
}

// partWords is the parts in words.
var partWords = map[claim.Part]string{
	claim.PartSame: "same", claim.PartInPart: "in part", claim.PartDiffers: "differs", claim.PartElsewhere: "linked elsewhere",
	claim.PartSilent: "silent", claim.PartSigned: "silent, as you checked", claim.PartAbsent: "no report of it",
}

func partWord(p claim.Part) string { return partWords[p] }

// counted is how many columns have which part in a claim: "3 same, 1 in part, 1 silent".
func (s *Table) counted(id claim.ID) string {
	var n [claim.PartSame + 1]int
	cells := s.cellsOf(id)
	for i := range cells {
		n[cells[i].Part]++
	}
	var parts []string
	for _, p := range []claim.Part{claim.PartSame, claim.PartInPart, claim.PartDiffers, claim.PartElsewhere, claim.PartSilent, claim.PartSigned, claim.PartAbsent} {
		if n[p] > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n[p], partWord(p)))
		}
	}
	return strings.Join(parts, ", ")
}
