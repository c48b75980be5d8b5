package ui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus/search"
	"parallax/corpus/statement"
	"parallax/ui/desk"
)

// TestHospital: the example of the product. Seven statements in four outlets, none in the fifth, which is said.
func TestHospital(t *testing.T) {
	s := openEmbedded(t, 120, 40)
	s.press("/")
	s.write("hospital")
	text := s.text()
	for _, want := range []string{"1 of 7 statements", "Middle East Eye 1", "China Daily 0", "Press TV 1", "Gossip Dad 3", "NBC Bay Area 2"} {
		if !strings.Contains(text, want) {
			t.Errorf("the search does not say %q:\n%s", want, text)
		}
	}
	outlets := map[string]bool{}
	for range 7 {
		at := s.reader.At()
		outlets[s.desk.Now().Corpus.Reports[at.Report].Outlet] = true
		if !strings.Contains(strings.ToLower(s.desk.Now().Corpus.Statements.Text(at.Statement)), "hospital") {
			t.Errorf("the panes show %q", s.desk.Now().Corpus.Statements.Text(at.Statement))
		}
		s.press("down")
	}
	if len(outlets) != 4 || outlets["China Daily"] {
		t.Errorf("the hits lead to %v", outlets)
	}
	s.press("enter")
	if !strings.Contains(s.footer(), "search hospital 7 of 7") && !strings.Contains(s.footer(), "search hospital") {
		t.Errorf("the footer does not name the active set: %q", s.footer())
	}
}

// TestSearchFollowsAndRestores: the panes follow the chosen hit; esc brings the very same frame back.
func TestSearchFollowsAndRestores(t *testing.T) {
	for _, size := range [][2]int{{40, 12}, {80, 24}, {200, 50}} {
		for _, before := range []string{"", "n n n", "l n 3 J", "l l G", "5 j z t", "j J J K", "x", "x l x", "l l x 9 j", "l l x 2 l 9 j x J", "L j", "S j j", "l i 4 j", "5 j / x enter"} {
			s := openEmbedded(t, size[0], size[1])
			s.press(before)
			s.press("? esc") // so that no message stands in the footer
			frame, cursor := s.frame, s.View().Cursor
			s.press("/")
			s.write("mariupol")
			if at := s.reader.At(); !strings.Contains(s.desk.Now().Corpus.Statements.Text(at.Statement), "Mariupol") {
				t.Errorf("%v: the panes do not follow: %q", size, s.desk.Now().Corpus.Statements.Text(at.Statement))
			}
			s.press("down down ctrl+n up pgdown")
			s.write(" zzz")
			s.press("backspace backspace")
			s.press("esc")
			if s.frame != frame {
				t.Fatalf("%v, %q: esc did not restore:\n%s\nbefore:\n%s", size, before, s.text(), styles.ReplaceAllString(frame, ""))
			}
			if now := s.View().Cursor; (now == nil) != (cursor == nil) || now != nil && now.Position != cursor.Position {
				t.Errorf("%v, %q: the cursor stands at %v, not %v", size, before, now, cursor)
			}
		}
	}
}

// TestActiveSet: enter makes the hits what n and N step through, underlined until esc; ctrl-o leads back.
func TestActiveSet(t *testing.T) {
	s := openFlood(t, 120, 24)
	s.press("j /")
	s.write("bridge") // A7? the text decides; the set knows
	s.press("enter")
	set := s.reader.Active()
	if set == nil || len(set.Statements) < 2 {
		t.Fatalf("the active set is %v", set)
	}
	if !strings.Contains(s.footer(), "search bridge 1 of ") {
		t.Errorf("the footer does not name the set: %q", s.footer())
	}
	if !underlined(s, "bridge") {
		t.Errorf("the hits are not underlined:\n%q", s.frame)
	}
	first := s.reader.At().Statement
	seen := map[statement.ID]bool{first: true}
	for range len(set.Statements) - 1 {
		s.press("n")
		seen[s.reader.At().Statement] = true
	}
	for _, id := range set.Statements {
		if !seen[id] {
			t.Errorf("n never led to %q", s.desk.Now().Corpus.Statements.Text(id))
		}
	}
	s.press("n")
	if s.reader.At().Statement != first {
		t.Errorf("n does not lead round to the first hit")
	}
	s.press("N")
	s.press("N")
	s.press("2 n")
	if s.reader.At().Statement != first {
		t.Errorf("N and n are not opposites")
	}
	s.press("esc")
	if s.reader.Active() != nil || underlined(s, "bridge") {
		t.Errorf("esc does not end the set:\n%q", s.frame)
	}
	if !strings.Contains(s.footer(), "search bridge ended") {
		t.Errorf("the footer does not say that the set ended: %q", s.footer())
	}
	s.press("ctrl+o")
	if got := s.eye(); got != "[A2] B2● C3●" {
		t.Errorf("ctrl-o leads to %s", got)
	}
}

// underlined reports whether the text stands somewhere on the screen right after the style of a hit was switched on.
func underlined(s *viewer, text string) bool {
	return strings.Contains(s.frame, string(s.theme.Match)+text)
}

// TestActiveSetSurvivesASearchThatIsLeft: esc from a second search brings the first one's set back.
func TestActiveSetSurvivesASearchThatIsLeft(t *testing.T) {
	s := openFlood(t, 120, 24)
	s.press("/")
	s.write("bridge")
	s.press("enter")
	frame := s.frame
	s.press("/")
	s.write("river")
	s.press("esc")
	if s.frame != frame {
		t.Errorf("the frame after esc:\n%s\nbefore:\n%s", s.text(), styles.ReplaceAllString(frame, ""))
	}
}

func TestNothingFound(t *testing.T) {
	s := openFlood(t, 120, 24)
	s.press("j")
	frame := s.frame
	s.press("/")
	s.write("xylophone")
	if !strings.Contains(s.text(), "nothing found") {
		t.Errorf("nothing says that nothing was found:\n%s", s.text())
	}
	s.press("enter")
	if s.frame != frame {
		t.Errorf("enter on nothing does not lead back:\n%s", s.text())
	}
}

// TestStaleAnswers: an answer to an earlier query than the last is dropped, and so is one that comes after the search.
func TestStaleAnswers(t *testing.T) {
	s := openFlood(t, 120, 24)
	s.press("/")
	var late []tea.Msg
	for _, r := range "bridge" {
		_, cmd := s.Update(tea.KeyPressMsg{Code: r, Text: string(r)})
		if msg := cmd(); msg != nil {
			late = append(late, msg)
		}
	}
	s.send(late[len(late)-1])
	frame := s.frame
	for _, msg := range late[:len(late)-1] {
		s.send(msg)
		if s.frame != frame {
			t.Fatalf("a stale answer changed the screen:\n%s", s.text())
		}
	}
	s.press("esc")
	frame = s.frame
	s.send(late[len(late)-1])
	s.send(desk.Found{Number: 99, Result: search.Result{Query: "x", Total: 1, Hits: []search.Hit{{Statement: 0}}}})
	if s.frame != frame {
		t.Errorf("an answer after the search changed the screen:\n%s", s.text())
	}
}

// TestEnterBeforeTheAnswer: enter takes the hits of what was typed, not those of what was typed before.
func TestEnterBeforeTheAnswer(t *testing.T) {
	s := openFlood(t, 120, 24)
	s.press("/")
	s.write("b")
	var cmd tea.Cmd
	for _, r := range "ridge" {
		_, cmd = s.Update(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
	s.press("enter") // before the index has answered
	if cmd != nil {
		s.run(cmd)
	}
	set := s.reader.Active()
	if set == nil {
		t.Fatalf("no active set:\n%s", s.text())
	}
	for _, id := range set.Statements {
		if !strings.Contains(s.desk.Now().Corpus.Statements.Text(id), "bridge") {
			t.Errorf("the set %q holds %q", set.Name, s.desk.Now().Corpus.Statements.Text(id))
		}
	}
}

func TestSearchPaste(t *testing.T) {
	s := openFlood(t, 120, 24)
	s.press("/")
	s.send(tea.PasteMsg{Content: "bri\ndge\x1b[31m"})
	if !strings.Contains(s.text(), "/bri dge [31m") {
		t.Errorf("a pasted text does not stand in the field:\n%s", s.text())
	}
}

func TestSearchByCommand(t *testing.T) {
	s := openFlood(t, 120, 24)
	s.press(": s e a r c h space b r i d g e enter")
	if !strings.Contains(s.text(), "/bridge") || !strings.Contains(s.text(), "statements") {
		t.Errorf(":search opens no search:\n%s", s.text())
	}
	s.press("enter : n o h enter")
	if s.reader.Active() != nil {
		t.Error(":noh does not end the set")
	}
}

// TestSearchResize: the size may change while the search is open; esc still leads back to where the cursor was.
func TestSearchResize(t *testing.T) {
	s := openEmbedded(t, 120, 40)
	s.press("1 5 j")
	at := s.reader.At()
	s.press("/")
	s.write("ceasefire")
	for _, size := range [][2]int{{200, 50}, {40, 12}, {10, 3}, {80, 40}, {120, 12}} {
		s.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
	}
	s.send(tea.WindowSizeMsg{Width: 60, Height: 40})
	s.press("esc")
	if s.reader.At() != at || s.View().Cursor == nil {
		t.Errorf("after resizing and esc the cursor is at %v, not %v:\n%s", s.reader.At(), at, s.text())
	}
}

// TestRelatedWords: where little is found, related words are offered with what they find; ctrl-t makes them part of the
// query, and an outlet without a hit is named with what it has of another spelling.
func TestRelatedWords(t *testing.T) {
	s := openEmbedded(t, 120, 40)
	s.press("/")
	s.write("wounded")
	if text := s.text(); !strings.Contains(text, "also injured 1, injury 1: ctrl-t adds") {
		t.Fatalf("nothing is offered:\n%s", text)
	}
	s.press("ctrl+t")
	if text := s.text(); !strings.Contains(text, "/wounded|injure|injury") || !strings.Contains(text, "1 of 4 statements") || strings.Contains(text, "ctrl-t adds") {
		t.Errorf("the words are not taken:\n%s", text)
	}
	s.press("enter")
	if set := s.reader.Active(); set == nil || len(set.Statements) != 4 {
		t.Errorf("the active set is %v", set)
	}
	s.press("/")
	s.write("Kyiv")
	if text := s.text(); !strings.Contains(text, "Press TV 0 (Kiev 3)") {
		t.Errorf("the other spelling is not named:\n%s", text)
	}
}

// TestFewAmongMany: among more statements than a key has time to look through, other words for what is asked are not offered, and
// that is said; so is what to do where nothing is found.
func TestFewAmongMany(t *testing.T) {
	s := open(t, large(20, 1001), nil, 120, 30)
	s.press("/")
	s.write("Q7-1001")
	if !strings.Contains(s.text(), "related words are not looked for") {
		t.Errorf("nothing is said of related words:\n%s", s.text())
	}
	s = openEmbedded(t, 80, 24)
	s.press("/")
	s.write("wounded")
	if !strings.Contains(s.text(), "injured") {
		t.Errorf("no related word is offered:\n%s", s.text())
	}
	s.write(" zyzzyva")
	if !strings.Contains(s.text(), "take a word away") {
		t.Errorf("it is not said what to do:\n%s", s.text())
	}
}
