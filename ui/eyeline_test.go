package ui

import (
	"strings"
	"testing"
	"unicode/utf8"

	"parallax/corpus"
	"parallax/corpus/claim"
	"parallax/corpus/report"
	"parallax/corpus/safe"
	"parallax/corpus/statement"
	"parallax/ui/key"
	"parallax/ui/screen"
	"parallax/ui/want"
)

// TestEyeLine goes to every statement of the embedded reports, through all of its claims: in every other pane on screen the
// best counterpart begins on the cursor's row, or the pane says on that row that it has none.
func TestEyeLine(t *testing.T) {
	c, l := embedded()
	for _, size := range [][2]int{{73, 12}, {80, 24}, {120, 40}, {200, 50}} {
		s := open(t, c, l, size[0], size[1])
		for id := range c.Statements.All {
			s.reader.Go(statement.ID(id))
			s.message.say("")
			s.compose()
			s.check()
			for range max(1, len(l.Claims.Of(statement.ID(id)))) {
				s.checkEyeLine(c, l)
				s.press(")")
			}
		}
	}
}

// checkEyeLine fails when some pane's counterpart is not on the row of the cursor's statement.
func (s *viewer) checkEyeLine(c *corpus.Corpus, l *corpus.Linked) {
	s.t.Helper()
	at := s.reader.At()
	current, ok := s.reader.Claim()
	cursor := s.View().Cursor
	if cursor == nil {
		s.t.Fatalf("the cursor is out of sight at statement %d of report %d:\n%s", at.Statement, at.Report, s.text())
	}
	for i, title := range s.cells(3) {
		id := s.reportTitled(title)
		cell := s.cells(cursor.Y)[i]
		mark, n := utf8.DecodeRuneInString(cell)
		text := strings.TrimSpace(strings.TrimLeft(cell[n:], "┃║┊ "))
		switch {
		case id == at.Report:
			s.begins(mark, '▶', text, at.Statement)
		case !ok: // boilerplate: nothing follows
		default:
			cs := l.Claims.Counterparts(current, at.Statement, id)
			switch {
			case len(cs) > 0 && cs[0].Partial:
				s.begins(mark, '◐', text, cs[0].Statement)
			case len(cs) > 0:
				s.begins(mark, '●', text, cs[0].Statement)
			case mark == '→':
				s.linkedElsewhere(l, current, id, text)
			case mark != '○' || text != "no counterpart found":
				s.t.Fatalf("on the eye-line of a silent pane stands %q:\n%s", cell, s.text())
			}
		}
	}
}

// linkedElsewhere fails unless the text begins a statement of the report that is linked to a wording of the claim.
func (s *viewer) linkedElsewhere(l *corpus.Linked, c claim.ID, id report.ID, text string) {
	s.t.Helper()
	set := s.desk.Now().Corpus.Statements
	for _, w := range l.Claims.All[c].Statements {
		for link := range l.Links.Of(w) {
			if o := link.Other(w); text != "" && set.All[o].Report == id && strings.HasPrefix(safe.Line(set.Line(o)), text) {
				return
			}
		}
	}
	s.t.Fatalf("on the eye-line stands %q, which is linked to no wording:\n%s", text, s.text())
}

// begins fails unless the text is the beginning of the statement, with that mark.
func (s *viewer) begins(mark, want rune, text string, id statement.ID) {
	s.t.Helper()
	if mark != want || text == "" || !strings.HasPrefix(safe.Line(s.desk.Now().Corpus.Statements.Line(id)), text) {
		s.t.Fatalf("on the eye-line stand %c %q, not %c %q:\n%s", mark, text, want, s.desk.Now().Corpus.Statements.Line(id), s.text())
	}
}

// reportTitled is the report whose pane has the title.
func (s *viewer) reportTitled(title string) report.ID {
	s.t.Helper()
	for i := range s.desk.Now().Corpus.Reports {
		if strings.HasPrefix(title, " "+s.desk.Now().Corpus.Reports[i].Outlet) {
			return report.ID(i)
		}
	}
	s.t.Fatalf("whose is the title %q?", title)
	return 0
}

// TestEveryKeyDoesSomething: on its screen, each key of the map moves, opens, says or sends something.
func TestEveryKeyDoesSomething(t *testing.T) {
	keys := key.Default()
	before := map[*key.Map]string{
		&keys.Reading: "j l x 6 G 2 G ctrl+o", // there is a place to go back to and one to go forth to, and a hidden pane
		&keys.Search:  "/ i n v a s i o n down", &keys.Card: "5 j enter j", &keys.Table: "c j l", &keys.Voices: "V g g j l l", &keys.Wording: "W g g j j l", &keys.Timeline: "n n n enter x j", &keys.Command: ": o", &keys.Help: "? down", &keys.Palette: "ctrl+p down down",
		&keys.Stories: "m", &keys.Reports: "g l G k", &keys.Raw: "g l g r j", &keys.Revisions: "g v [ n j j",
		&keys.Selecting: "2 G v l l", &keys.Brief: "m j m j 2 m b j", &keys.Review: "m j m u r", &keys.Asking: "t c a s u a l enter j t c a",
		&keys.Tagging: "t down", &keys.Crosstab: "g x tab j l", &keys.Disputes: "g p j",
	}
	at := map[key.Action]string{ // what a key needs
		key.AddNearest: "G 0", key.ListUp: "j", key.CheckSilence: "G $",
		key.FirstStatement: "G", key.NextClaim: "' a 4 G", key.PrevClaim: "' a 4 G", key.Close: "/ h a s enter", key.ListFirst: "G",
		key.ListLast: "g g", key.ListPageUp: "G", key.PageUp: "G", key.HalfUp: "G",
	}
	lists := map[key.Action]string{key.Undo: "g g d", key.Redo: "g g d u"}                                   // what a key needs in a list of reports or stories
	tags := map[key.Action]string{key.TakeNearest: "tab b l a i m enter", key.AddTag: "tab b l a i m enter"} // likewise where tags are chosen
	settled := map[key.Action]string{key.ShowNext: "1", key.Undo: "1", key.Redo: "1 u"}                      // and among disagreements
	for _, m := range keys.All() {
		for _, b := range m.Bindings {
			for _, k := range b.Keys {
				s := openFlood(t, 80, 14)
				if m == &keys.Review || m == &keys.Voices || m == &keys.Wording || m == &keys.Crosstab || m == &keys.Search || m == &keys.Timeline { // the flood leaves nothing to ask, quotes nobody and has no related words
					s = openEmbedded(t, 80, 14)
				}
				if m == &keys.Stories || m == &keys.Reports || m == &keys.Raw {
					s = openStories(t, 80, 14)
				}
				if m == &keys.Revisions {
					s = openRevised(t, 80, 14)
				}
				if m == &keys.Tagging {
					s = openFlood(t, 80, 14, withLongBook)
				}
				if m == &keys.Disputes {
					s = openDisputed(t, 80, 14)
				}
				if m == &keys.Linear {
					s = openFlood(t, 80, 14, func(o *Options) { o.Linear = true })
				}
				s.press(before[m])
				if m == &keys.Disputes {
					s.press(settled[b.Action])
				}
				if m == &keys.Tagging {
					s.press(tags[b.Action])
				}
				if m == &keys.Reading || (m == &keys.Card || m == &keys.Table || m == &keys.Review) && b.Action != key.Close {
					s.press(at[b.Action])
				}
				if m == &keys.Reports {
					s.press(lists[b.Action])
				}
				if m == &keys.Raw && b.Action == key.PrevLeft {
					s.press("G")
				}
				frame, cursor, mode := s.frame, s.View().Cursor, s.View().MouseMode
				s.sent = nil
				heard := s.heard.Len()
				s.press(k)
				answered := strings.TrimSpace(s.heard.String()[heard:])
				moved := s.View().Cursor == nil || cursor == nil || s.View().Cursor.Position != cursor.Position
				if s.frame == frame && !moved && !s.quit && (answered == "" || answered == "nothing changed") && len(s.sent) == 0 && s.View().MouseMode == mode {
					t.Errorf("%s: %s (%s) does nothing:\n%s", m.Screen, k, b.Help, s.text())
				}
			}
		}
	}
}

// TestKeysAreSpeltAsTheyArrive: what the map calls a key is what Bubble Tea calls it.
func TestKeysAreSpeltAsTheyArrive(t *testing.T) {
	for _, m := range key.Default().All() {
		for _, b := range m.Bindings {
			for _, sequence := range b.Keys {
				for _, k := range strings.Fields(sequence) {
					if got := press(k).String(); got != k {
						t.Errorf("%s: %q arrives as %q", m.Screen, k, got)
					}
				}
			}
		}
	}
}

// TestEveryScreenOpens: each action that opens a screen has one, with keys of its own, and esc leads back.
func TestEveryScreenOpens(t *testing.T) {
	opened := 0
	for a := key.None; a <= key.TakeRelated; a++ {
		if !a.Opens() {
			continue
		}
		opened++
		s := openFlood(t, 80, 24)
		s.press("j")
		frame := s.frame
		s.run(s.do(want.Open{Screen: a}))
		s.compose()
		s.check()
		if s.stack.Top() == screen.Screen(s.reader) || s.stack.Top().Keys() == s.reader.Keys() || s.frame == frame {
			t.Errorf("action %d opens nothing:\n%s", a, s.text())
		}
		s.press("esc")
		if s.stack.Top() != screen.Screen(s.reader) || s.frame != frame {
			t.Errorf("action %d: esc does not lead back:\n%s", a, s.text())
		}
	}
	if opened == 0 {
		t.Error("nothing opens")
	}
}
