package table

import (
	"fmt"
	"strings"

	"parallax/corpus/claim"
	"parallax/corpus/safe"
	"parallax/ui/key"
	"parallax/ui/line"
)

// drawLinear writes the table in one column and in words: a line a claim, which says how many outlets have which part in it;
// below, each outlet's part in the chosen claim, and the words of the chosen one.
func (s *Table) drawLinear(b *strings.Builder, width, rows int) (x, y int) {
	t := s.theme
	if s.table == nil {
		return s.drawWaiting(b, width, rows)
	}
	below := max(5, rows/2)
	s.rows = max(1, rows-1-below)
	s.grid = grid{head: width, cell: 0, shown: len(s.table.Columns)}
	s.scroll()
	b.WriteString(s.title(width) + "\n")
	for i := range s.rows {
		l := line.New(width, t.Ellipsis)
		if n := s.top + i; n < len(s.entries) {
			e := s.entries[n]
			mark := " "
			if n == s.chosen {
				mark = t.Chosen
			}
			l.Glyph("", mark+" ")
			if s.arranged.choice.Filter == claim.OneOutlet {
				l.Put("", s.table.Columns[only(s.cellsOf(e.Claim))].Name+" alone: ")
			}
			l.Put("", s.now.ClaimName(e.Claim)+": "+s.counted(e.Claim))
		} else if i == 0 {
			l.Glyph(t.Quiet, "no claim is so; "+s.bound.Name(key.NextFilter)+" shows others")
		}
		b.WriteString(l.String() + "\n")
	}
	parts, chosen := s.parts(width, max(1, below-3))
	for _, p := range parts {
		b.WriteString(p + "\n")
	}
	s.detail(b, width, below-len(parts))
	if len(s.entries) == 0 {
		return 0, -1
	}
	return 0, 1 + s.rows + chosen
}

// parts is each outlet's part in the chosen claim, as many of them as fit round the chosen outlet, and the row of that.
func (s *Table) parts(width, most int) (lines []string, chosen int) {
	id, _, ok := s.cell()
	if !ok {
		return nil, 0
	}
	cells := s.cellsOf(id)
	n := min(most, len(cells))
	from := max(0, min(s.column-n/2, len(cells)-n))
	for i := from; i < from+n; i++ {
		mark := " "
		if i == s.column {
			mark, chosen = s.theme.Chosen, i-from
		}
		word, _ := s.mark(cells[i].Part)
		text := s.table.Columns[i].Name + ": " + word
		if k := len(cells[i].Wordings); k > 1 {
			text += fmt.Sprintf(", %d times", k)
		}
		if f := cells[i].Figure; f != nil {
			text += ", " + f.Figure
		}
		lines = append(lines, line.New(width, s.theme.Ellipsis).Glyph("", mark+" ").Put("", text).String())
	}
	return lines, chosen
}

// counted is how many columns have which part in a claim: "3 same, 1 in part, 1 silent".
func (s *Table) counted(id claim.ID) string {
	var n [claim.PartSame + 1]int
	cells := s.cellsOf(id)
	for i := range cells {
		n[cells[i].Part]++
	}
	var parts []string
	for _, p := range []struct {
		part claim.Part
		name string
	}{
		{claim.PartSame, "same"}, {claim.PartInPart, "in part"}, {claim.PartDiffers, "differs"}, {claim.PartElsewhere, "linked elsewhere"},
		{claim.PartSilent, "silent"}, {claim.PartSigned, "silence signed"}, {claim.PartAbsent, "without a report"},
	} {
		if n[p.part] > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n[p.part], p.name))
		}
	}
	return safe.Line(strings.Join(parts, ", "))
}
