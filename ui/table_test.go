package ui

import (
	"fmt"
	"strings"
	"testing"

	"parallax/corpus"
	"parallax/corpus/claim"
	"parallax/corpus/match/plant"
	"parallax/corpus/statement"
)

// tableRows is the claims on the screen, without what stands above and below them.
func (s *viewer) tableRows() []string {
	s.t.Helper()
	var rows []string
	for _, row := range s.rows()[2:] {
		if strings.HasPrefix(row, "──") {
			return rows
		}
		if row = strings.TrimRight(row, " "); row != "" {
			rows = append(rows, row)
		}
	}
	s.t.Fatalf("no rule below the table:\n%s", s.text())
	return nil
}

// TestTableAgrees: for every claim, what its row shows of every outlet is what the claim's row is.
func TestTableAgrees(t *testing.T) {
	c, l := embedded()
	s := open(t, c, l, 200, 100)
	s.press("c tab")
	rows := s.tableRows()
	if len(rows) != len(l.Claims.All) {
		t.Fatalf("%d rows for %d claims:\n%s", len(rows), len(l.Claims.All), s.text())
	}
	var row claim.Row
	for i := range l.Claims.All {
		l.Claims.Row(claim.ID(i), &row)
		l.Claims.Figures(claim.ID(i), &row)
		text := []rune(rows[i] + strings.Repeat(" ", 200))
		for o, cell := range row.Cells {
			want := map[claim.State]string{claim.Silent: "○", claim.Elsewhere: "→", claim.Said: "●◐≠"}[cell.State]
			if cell.Differs {
				want = "≠"
			}
			got := string(text[90+22*o : 90+22*o+22])
			mark := string(text[90+22*o+1])
			times := fmt.Sprintf("×%d", len(cell.Wordings))
			if !strings.Contains(want, mark) || cell.Figure == nil && (len(cell.Wordings) > 1) != strings.Contains(got, times) {
				t.Errorf("claim %d, %s: the table has %q, the row %v with %d wordings", i, c.Statements.Outlets.All[o].Name, got, cell.State, len(cell.Wordings))
			}
			if f := cell.Figure; f != nil && !strings.Contains(got, " "+strings.TrimSuffix(f.Figure, " 2022")+" ") && !strings.Contains(got, f.Figure) && !strings.Contains(got, mark+" … ") {
				t.Errorf("claim %d, %s: the table has %q, the outlet's figure is %s", i, c.Statements.Outlets.All[o].Name, got, f.Figure)
			}
		}
	}
}

// TestTableToTheSentence: enter on a cell puts the cursor on its wording with the claim current; c leads back to the claim.
func TestTableToTheSentence(t *testing.T) {
	c, l := embedded()
	s := open(t, c, l, 120, 40)
	s.press("c 3 G $")
	claims := 0
	for i := range l.Claims.All {
		cl := &l.Claims.All[i]
		if len(cl.Statements) < 2 {
			continue
		}
		for o := range c.Statements.Outlets.All {
			var row claim.Row
			l.Claims.Row(cl.ID, &row)
			if row.Cells[o].State != claim.Said {
				continue
			}
			claims++
			s.press(fmt.Sprintf("g g ^ %s j", spaced(claimsBefore(l, cl.ID))))
			if claimsBefore(l, cl.ID) == 0 {
				s.press("k")
			}
			if o > 0 {
				s.press(fmt.Sprintf("%d l", o))
			}
			s.press("enter")
			at := s.reader.At().Statement
			current, _ := s.reader.Claim()
			if at != row.Cells[o].Wordings[0] || current != cl.ID {
				t.Fatalf("claim %d, outlet %d: enter leads to statement %d and claim %d, want %d\n%s", i, o, at, current, row.Cells[o].Wordings[0], s.text())
			}
			s.press("c")
			if !strings.Contains(s.text(), "[") {
				t.Fatalf("c does not lead back:\n%s", s.text())
			}
		}
	}
	if claims == 0 {
		t.Error("no cell was tried")
	}
}

// claimsBefore is how many claims of more than one statement a reader meets before one.
func claimsBefore(l *corpus.Linked, id claim.ID) int {
	n := 0
	for i := range l.Claims.All[:id] {
		if len(l.Claims.All[i].Statements) > 1 {
			n++
		}
	}
	return n
}

// spaced is a number as keys.
func spaced(n int) string { return strings.Join(strings.Split(fmt.Sprint(max(1, n)), ""), " ") }

// TestTableNarrows: a query and a voice leave the claims that have them; esc ends both before it closes; a query without an
// answer says so and leaves the table as it was.
func TestTableNarrows(t *testing.T) {
	s := openEmbedded(t, 160, 50)
	s.press("c")
	all := len(s.tableRows())
	s.press("/")
	s.write("hospital")
	s.press("enter")
	if n := len(s.tableRows()); n == 0 || n >= all || !strings.Contains(s.rows()[0], "query hospital") {
		t.Errorf("%d of %d claims:\n%s", n, all, s.text())
	}
	s.press("esc")
	if len(s.tableRows()) != all {
		t.Errorf("esc does not end the query:\n%s", s.text())
	}
	s.press("/")
	s.write("zzzz")
	s.press("enter")
	if len(s.tableRows()) != all || !strings.Contains(s.text(), "nothing answers zzzz") {
		t.Errorf("a query without an answer:\n%s", s.text())
	}
	s.press("g g 8 j ^ l l l v") // where Lavrov is quoted
	if n := len(s.tableRows()); n == 0 || n >= all || !strings.Contains(s.rows()[0], "voice ") {
		t.Errorf("by voice %d of %d claims:\n%s", n, all, s.text())
	}
	s.press("esc esc")
	if s.stack.Top().Keys() == &s.keys.Table {
		t.Error("esc does not close the table")
	}
}

// TestTableDecides: d says that a wording differs, and takes it back; m marks the claim; R names it; 0 signs a silence. The
// choice stays where it was.
func TestTableDecides(t *testing.T) {
	s := openEmbedded(t, 160, 50)
	s.press("c 3 G")
	for range 5 { // to a wording that is not the lead's
		if !strings.Contains(s.text(), "the lead") {
			break
		}
		s.press("l")
	}
	before := s.chosenRow()
	s.press("d")
	if !strings.Contains(s.text(), "differs, says the reader") || !strings.Contains(s.chosenRow(), "[≠]") {
		t.Errorf("d does not say it:\n%s", s.text())
	}
	s.press("d")
	if s.chosenRow() != before {
		t.Errorf("d again leaves %q, it was %q", s.chosenRow(), before)
	}
	s.press("d u")
	if s.chosenRow() != before {
		t.Errorf("u leaves %q, it was %q", s.chosenRow(), before)
	}
	s.press("m")
	if !strings.HasPrefix(s.chosenRow(), "▶◆") {
		t.Errorf("m does not mark: %q", s.chosenRow())
	}
	s.press("R ctrl+u")
	s.write("Who met whom")
	s.press("enter")
	if !strings.Contains(s.chosenRow(), "Who met whom") {
		t.Errorf("R does not name: %q", s.chosenRow())
	}
	for range 40 {
		if strings.Contains(s.chosenRow(), "[○]") {
			s.press("0")
			if !strings.Contains(s.chosenRow(), "[✓]") {
				t.Errorf("0 does not sign:\n%s", s.text())
			}
			return
		}
		s.press("j")
	}
	t.Error("no silence to sign")
}

func (s *viewer) chosenRow() string {
	for _, row := range s.rows() {
		if strings.HasPrefix(row, "▶") {
			return strings.TrimRight(row, " ")
		}
	}
	return ""
}

// TestTableReview: r asks about the chosen claim alone.
func TestTableReview(t *testing.T) {
	s := openEmbedded(t, 100, 40)
	s.press("c s s s r")
	if !strings.Contains(s.text(), "about one claim") {
		t.Errorf("the review is not about one claim:\n%s", s.text())
	}
	s.press("esc")
	if s.stack.Top().Keys() != &s.keys.Table {
		t.Errorf("esc does not lead back to the table:\n%s", s.text())
	}
}

// TestTableWide: with 40 outlets every one can be reached, and stands under a name of its own.
func TestTableWide(t *testing.T) {
	c := grown(4)
	l := linkedAll(t, c)
	s := open(t, c, l, 80, 24)
	s.press("c tab")
	seen := map[string]bool{}
	for range 40 {
		heads := strings.Fields(s.rows()[1])
		x := s.View().Cursor.X
		name := strings.Fields(s.rows()[1][x:])[0]
		if seen[name] || len(heads) < 4 {
			t.Fatalf("%q twice:\n%s", name, s.text())
		}
		seen[name] = true
		s.press("l")
	}
	if s.press("^"); !strings.Contains(s.rows()[0], "outlets 1-") {
		t.Errorf("^ leads to %q", s.rows()[0])
	}
}

// grown is an event of 40 outlets.
func grown(statements int) *corpus.Corpus {
	f := plant.Grow(plant.Options{Stories: 1, Reports: 40, Statements: statements, Seed: 3})
	c := &corpus.Corpus{Name: "Grown", Reports: f.Reports}
	c.Statements = statement.Of(c.Reports, 1)
	return c.AsOneStory()
}

func linkedAll(t testing.TB, c *corpus.Corpus) *corpus.Linked {
	t.Helper()
	l, err := c.Link(t.Context(), nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// TestTableFigures: a cell has its outlet's figure; where two differ, both say so and each names the other below the table.
func TestTableFigures(t *testing.T) {
	c, l := event(t, []outlet{
		{name: "Ald Courier", title: "x", text: "A1 says that 24 people were killed in the flood at the weir.\n"},
		{name: "Bay Herald", title: "x", text: "B1 says that 19 people were killed in the flood at the weir.\n"},
		{name: "Coast Times", title: "x", text: "C1 says that a bridge was closed on the coast road.\n"},
	}, "A1 B1")
	s := open(t, c, l, 120, 24)
	s.press("c")
	if row := s.chosenRow(); !strings.Contains(row, "[≠ 24]") || !strings.Contains(row, "≠ 19") || !strings.HasSuffix(row, "○") {
		t.Errorf("the figures are not in the cells: %q\n%s", row, s.text())
	}
	if !strings.Contains(s.text(), "differs: dead 24, Bay Herald 19") {
		t.Errorf("below stands nothing of what differs:\n%s", s.text())
	}
	s.press("l")
	if !strings.Contains(s.text(), "differs: dead 19, Ald Courier 24") {
		t.Errorf("below stands nothing of what differs:\n%s", s.text())
	}
	s.press("tab tab tab tab")
	if rows := s.tableRows(); len(rows) != 1 || !strings.Contains(rows[0], "≠ 24") {
		t.Errorf("what differs is not listed:\n%s", s.text())
	}
	s = open(t, c, l, 80, 24, func(o *Options) { o.Linear = true })
	if s.press("c"); !strings.Contains(s.text(), "Ald Courier: differs, 24") || !strings.Contains(s.text(), "2 differs") {
		t.Errorf("in words:\n%s", s.text())
	}
}

// TestTableFolds: f gives outlets with one origin one column, the choice stays on its outlet, f again unfolds.
func TestTableFolds(t *testing.T) {
	wire := "%[1]s1 says the harbour at Lindby burned down early on Monday morning before any help could come.\n" +
		"%[1]s2 says nine boats sank within the hour and two crews were taken off by a passing ferry.\n" +
		"%[1]s3 says nobody knows yet what started the fire in the old fish hall beside the northern pier.\n"
	c, l := event(t, []outlet{
		{name: "Ald Courier", title: "x", text: fmt.Sprintf(wire, "A")},
		{name: "Bay Herald", title: "x", text: "B1 has the museum.\n"},
		{name: "Coast Times", title: "x", text: fmt.Sprintf(wire, "C")},
	}, "A1 C1", "A2 C2", "A3 C3")
	s := open(t, c, l, 120, 24)
	s.press("c l l")
	if n := strings.Count(s.rows()[1], "Coast"); n != 1 {
		t.Fatalf("unfolded:\n%s", s.text())
	}
	s.press("f")
	if !strings.Contains(s.rows()[0], "copies folded: 2 origins") || !strings.Contains(s.rows()[1], "+1 Ald") || strings.Contains(s.rows()[1], "Coast") {
		t.Errorf("folded:\n%s", s.text())
	}
	if row := s.chosenRow(); !strings.Contains(row, "[●×2") || !strings.Contains(row, " 1 ") {
		t.Errorf("the two are not one origin: %q", row)
	}
	s.press("0")
	if !strings.Contains(s.text(), "says this") {
		t.Errorf("0 on a column that says it:\n%s", s.text())
	}
	s.press("f")
	if x := s.View().Cursor.X; !strings.HasPrefix(string([]rune(s.rows()[1])[x:]), "Ald") {
		t.Errorf("the choice is on %q:\n%s", string([]rune(s.rows()[1])[x:]), s.text())
	}
}
