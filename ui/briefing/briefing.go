// Package briefing is the brief's screen: headings, texts, claims and single passages in the reader's order.
package briefing

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus/brief"
	"parallax/corpus/report"
	"parallax/corpus/statement"
	"parallax/ui/desk"
	"parallax/ui/key"
	"parallax/ui/screen"
	"parallax/ui/theme"
	"parallax/ui/want"
)

// Screen is the state of the brief's screen.
type Screen struct {
	screen.Still
	theme    *theme.Theme
	bound    *key.Keys
	reports  []report.Report
	resolved *brief.Resolved
	version  string
	saved    uint64 // the last action that is on disk
	keys     key.Parser

	chosen  int // an index of shown()
	top     int // the first row on screen
	rows    int
	preview bool
}

// New opens the brief.
func New(now desk.Snapshot, t *theme.Theme, bound *key.Keys, version string) *Screen {
	s := &Screen{theme: t, bound: bound, version: version}
	s.Look(now, screen.Focus{})
	return s
}

// Place is the whole screen.
func (s *Screen) Place() screen.Place { return screen.Whole }

// Keys is the brief's.
func (s *Screen) Keys() *key.Map { return &s.bound.Brief }

// Hints leaves out what is done to an entry where there is none.
func (s *Screen) Hints(k *key.Map) []key.Hint {
	return k.FooterOf(func(a key.Action) bool {
		switch a {
		case key.Insert, key.OpenHelp, key.Close:
			return true
		}
		return len(s.resolved.Brief.Entries) > 0
	})
}

// SetTheme changes the styles.
func (s *Screen) SetTheme(t *theme.Theme) { s.theme = t }

// Look takes the brief as it is now, and up to which action it is on disk. The cursor stays on its entry.
func (s *Screen) Look(now desk.Snapshot, _ screen.Focus) (stays bool) {
	var id uint64
	if e := s.entry(); e != nil {
		id = e.ID
	}
	s.reports, s.resolved, s.saved = now.Corpus.Reports, now.Resolved, now.Saved
	if i := slices.IndexFunc(s.shown(), func(e *brief.Entry) bool { return e.ID == id }); i >= 0 {
		s.chosen = i
	}
	s.choose(s.chosen)
	return true
}

// shown is the entries that no folded heading hides.
func (s *Screen) shown() []*brief.Entry {
	if s.resolved == nil {
		return nil
	}
	var shown []*brief.Entry
	hidden := 0 // the level of the folded heading, 0 for none
	for _, e := range s.resolved.Brief.Entries {
		if e.Kind == brief.OfHeading && hidden > 0 && e.Level <= hidden {
			hidden = 0
		}
		if hidden > 0 {
			continue
		}
		shown = append(shown, e)
		if e.Kind == brief.OfHeading && e.Folded {
			hidden = max(1, e.Level)
		}
	}
	return shown
}

func (s *Screen) entry() *brief.Entry {
	if shown := s.shown(); s.chosen < len(shown) {
		return shown[s.chosen]
	}
	return nil
}

func (s *Screen) choose(i int) { s.chosen = max(0, min(i, len(s.shown())-1)) }

// Wheel moves by entries, in the preview by rows.
func (s *Screen) Wheel(_, _, by int) (taken bool) {
	if s.preview {
		s.top += 3 * by
	} else {
		s.choose(s.chosen + by)
	}
	return true
}

// Click does nothing.
func (s *Screen) Click(int, int) (taken bool) { return true }

// Paste takes no text.
func (s *Screen) Paste(string) (want.Want, bool) { return nil, false }

// Key takes one key press.
func (s *Screen) Key(msg tea.KeyPressMsg) want.Want {
	action, count := s.keys.Feed(s.Keys(), msg.String())
	if s.preview {
		return s.previewKey(action)
	}
	if to, ok := key.InList(action, count, s.chosen, len(s.shown()), s.rows/5); ok {
		s.choose(to)
		return nil
	}
	switch action {
	case key.Preview:
		s.preview, s.top = true, 0
	case key.Export:
		return s.export()
	case key.Insert:
		return s.insert(0)
	case key.InsertHeading:
		return s.insert(1)
	case key.Front:
		return want.Ask{Prompt: "title | date | author", About: "front", Text: s.resolved.Brief.FrontLine(), Done: func(text string) want.Want {
			return change(brief.ReadFront(text))
		}}
	case key.Undo, key.Redo, key.OpenHelp, key.Close, key.Quit:
		return want.Usual(action)
	default:
		if e := s.entry(); e != nil {
			return s.change(e, action, max(1, count))
		}
		if action != key.None {
			return s.sayEmpty()
		}
	}
	return nil
}

// sayEmpty says how something comes into the brief.
func (s *Screen) sayEmpty() want.Want {
	return want.Say{Text: "the brief is empty: " + s.bound.Reading.Name(key.Mark) + " marks a statement on the reading screen"}
}

// previewKey scrolls the preview and leaves it.
func (s *Screen) previewKey(a key.Action) want.Want {
	switch a {
	case key.ListDown:
		s.top++
	case key.ListUp:
		s.top--
	case key.ListPageDown:
		s.top += max(1, s.rows-1)
	case key.ListPageUp:
		s.top -= max(1, s.rows-1)
	case key.ListFirst:
		s.top = 0
	case key.ListLast:
		s.top = 1 << 30
	case key.Export:
		return s.export()
	case key.Preview, key.Close:
		s.preview, s.top = false, 0
	case key.OpenHelp:
		return want.Open{Screen: key.OpenHelp}
	case key.Quit:
		return want.Quit{}
	}
	return nil
}

// change is what a key does to the chosen entry.
func (s *Screen) change(e *brief.Entry, a key.Action, n int) want.Want {
	switch a {
	case key.MoveDown:
		return s.move(e, n)
	case key.MoveUp:
		return s.move(e, -n)
	case key.Fold:
		return change(brief.Fold{Entry: e.ID, Open: e.Folded})
	case key.Delete:
		return change(brief.Delete{Entries: []uint64{e.ID}})
	case key.Edit:
		return s.edit(e)
	case key.Note:
		return want.Ask{Prompt: "note", About: about(e), Done: func(text string) want.Want {
			return change(brief.AddNote{Target: brief.Target{Entry: e.ID}, Text: text})
		}}
	case key.Tag:
		return want.Tag{Entries: []uint64{e.ID}, What: "the entry"}
	case key.Copy:
		return want.CopyText{Text: s.plain(e), Said: "the entry, with its citation"}
	case key.Accept:
		return s.visit(e)
	}
	return nil
}

// change is a want of one change.
func change(c brief.Change) want.Want { return want.Change{Changes: []brief.Change{c}} }

// about names the entry for a field's draft.
func about(e *brief.Entry) string { return fmt.Sprint("entry ", e.ID) }

// move puts the entry by places down, or up.
func (s *Screen) move(e *brief.Entry, by int) want.Want {
	all := s.resolved.Brief.Entries
	i := slices.Index(all, e)
	to := max(0, min(i+by, len(all)-1))
	if to == i {
		return want.Say{Text: "the entry is at the end already"}
	}
	var after uint64
	switch {
	case to > i:
		after = all[to].ID
	case to > 0:
		after = all[to-1].ID
	}
	return change(brief.Move{Entry: e.ID, After: after})
}

// insert asks for a text (level 0) after the chosen entry, or a heading before it.
func (s *Screen) insert(level int) want.Want {
	var after uint64
	prompt := "text"
	if e := s.entry(); e != nil {
		after = e.ID
		if level > 0 {
			after = s.before(e)
		}
	}
	if level > 0 {
		prompt = "heading"
	}
	return want.Ask{Prompt: prompt, About: fmt.Sprint("after ", after), Done: func(text string) want.Want {
		return change(brief.Insert{After: after, Level: level, Text: text})
	}}
}

// before is the entry before e, 0 at the top.
func (s *Screen) before(e *brief.Entry) uint64 {
	all := s.resolved.Brief.Entries
	if i := slices.Index(all, e); i > 0 {
		return all[i-1].ID
	}
	return 0
}

// edit asks for the entry's text anew; of a quotation, for the words to keep.
func (s *Screen) edit(e *brief.Entry) want.Want {
	switch e.Kind {
	case brief.OfHeading, brief.OfText:
		return want.Ask{Prompt: "edit", About: about(e), Text: e.Text, Done: func(text string) want.Want {
			return change(brief.Edit{Entry: e.ID, Level: e.Level, Text: text})
		}}
	}
	w := e.Wordings[0]
	return want.Ask{Prompt: "quotation, [...] for what is left out", About: about(e), Text: quoted(w), Done: func(text string) want.Want {
		parts, err := brief.Shorten(w.Anchor.Exact, text)
		if err != nil {
			return want.Say{Text: err.Error()}
		}
		return change(brief.Requote{Entry: e.ID, Wording: w.Number, Parts: parts})
	}}
}

// visit goes to the passage in its report.
func (s *Screen) visit(e *brief.Entry) want.Want {
	if len(e.Wordings) == 0 {
		return nil
	}
	at := s.resolved.Find(e.Wordings[0].Anchor)
	if at.State == brief.Orphan {
		return want.Say{Text: "the passage is not in any open report: " + at.Why}
	}
	return want.Go{Statement: statement.ID(at.First)}
}

func (s *Screen) export() want.Want {
	if len(s.resolved.Brief.Entries) == 0 {
		return s.sayEmpty()
	}
	const usual = "brief.md"
	return want.Ask{Prompt: "export to", Empty: usual, Done: func(path string) want.Want {
		return want.Export{Path: cmp.Or(strings.TrimSpace(path), usual)}
	}}
}
