package page

import (
	"fmt"

	"parallax/corpus/brief"
	"parallax/corpus/claim"
	"parallax/corpus/statement"
)

// partMarks are the signs of an outlet's part in a claim, as on the screen, with and without more than ASCII.
var partMarks = [...]struct{ sign, ascii, word string }{
	claim.PartAbsent:    {"∅", "_", brief.NoReport},
	claim.PartSilent:    {"○", "-", "no counterpart found"},
	claim.PartSigned:    {"✓", "v", "silence checked by reader"},
	claim.PartElsewhere: {"→", "^", "linked elsewhere"},
	claim.PartDiffers:   {"≠", "#", "differs"},
	claim.PartInPart:    {"◐", "+", "in part"},
	claim.PartSame:      {"●", "*", "same"},
}

// MarkOf is the sign of a part in a claim and the word for it.
func MarkOf(p claim.Part, ascii bool) Mark {
	m := partMarks[p]
	if ascii {
		return Mark{m.ascii, m.word}
	}
	return Mark{m.sign, m.word}
}

// Claims fills the page with claims of a table over its columns. name tells a claim's name.
func (p *Page) Claims(cs *claim.Claims, t *claim.Table, chosen []claim.Entry, name func(claim.ID) string) {
	p.Corner = "claim"
	for part := claim.PartSame; ; part-- {
		p.Marks = append(p.Marks, MarkOf(part, p.ASCII))
		if part == claim.PartAbsent {
			break
		}
	}
	for _, c := range t.Columns {
		if n := len(c.Outlets); n > 1 {
			p.Columns = append(p.Columns, fmt.Sprintf("%s and %d more", c.Name, n-1))
		} else {
			p.Columns = append(p.Columns, c.Name)
		}
	}
	for _, e := range chosen {
		r := Row{Name: name(e.Claim), About: p.Set.Line(cs.All[e.Claim].Lead)}
		for _, c := range t.Cells(e.Claim, nil) {
			r.Cells = append(r.Cells, p.claimCell(cs, e.Claim, &c))
		}
		p.Rows = append(p.Rows, r)
	}
}

func (p *Page) claimCell(cs *claim.Claims, id claim.ID, c *claim.TableCell) Cell {
	cell := Cell{Mark: MarkOf(c.Part, p.ASCII)}
	if c.Figure != nil {
		cell.Text = c.Figure.Figure
	}
	for _, w := range c.Wordings {
		cell.Places = append(cell.Places, Place{Statement: w, Words: cs.Words(id, w), Note: whose(cs, id, w)})
	}
	if c.Part == claim.PartElsewhere {
		cell.Near, cell.Places = true, []Place{{Statement: c.Near.Statement}}
	}
	return cell
}

// whose is whose words a wording is.
func whose(cs *claim.Claims, id claim.ID, w statement.ID) string {
	switch v, whose := cs.VoiceIn(id, w); whose {
	case claim.Spoken:
		return fmt.Sprintf("%s, %s", v.Speaker, v.Mode)
	case claim.Own:
		return "the outlet's own words"
	}
	return "voice unclear"
}
