package briefing

import (
	"cmp"
	"fmt"
	"strings"

	"parallax/corpus/brief"
	"parallax/corpus/language"
	"parallax/ui/key"
	"parallax/ui/linear"
)

// Words is what the brief says by the line: the chosen entry with all that hangs on it; in the preview a line of it.
func (s *Screen) Words() linear.Page {
	s.rows = 5 * linear.PageRows
	if s.preview {
		return s.previewWords()
	}
	p := linear.Page{Name: "Brief", Field: linear.Pending(s.keys.Pending())}
	title := cmp.Or(s.resolved.Brief.Title, "no title")
	p.Add("title", nil, linear.List(title, s.resolved.Brief.Date, s.resolved.Brief.Author))
	e, n := s.entry(), len(s.shown())
	if e == nil {
		p.Add("entry", nil, "nothing is kept yet")
		p.Add("how", nil, s.howToKeep())
		p.Add("here", nil, fmt.Sprintf("here %s inserts a text, %s a heading", s.bound.Brief.Name(key.Insert), s.bound.Brief.Name(key.InsertHeading)))
		return p
	}
	place := fmt.Sprintf("entry %d of %d", s.chosen+1, n)
	said := s.entryWords(e, false)
	p.Add("entry", e.ID, said[0])
	p.Join("place", s.chosen, place)
	for i, text := range said[1:] {
		p.Add(fmt.Sprint("more", i), e.ID, text)
	}
	p.Whole = s.entryWords(e, true)
	p.Where = []string{title, place, language.Counted(len(s.resolved.Brief.Entries), "entry")}
	return p
}

// entryWords is an entry as it is read; with whole, every wording of a claim.
func (s *Screen) entryWords(e *brief.Entry, whole bool) []string {
	var said []string
	switch e.Kind {
	case brief.OfHeading:
		said = append(said, fmt.Sprintf("heading of level %d: %s", max(1, e.Level), e.Text))
		if e.Folded {
			said[0] += ", folded"
		}
	case brief.OfText:
		said = append(said, "text: "+e.Text)
	case brief.OfPassage:
		said = append(said, s.passageWords(e.Wordings[0])...)
	case brief.OfClaim:
		wordings, silences := s.resolved.Wordings(e), s.resolved.Silences(e)
		said = append(said, "claim: "+s.claimHead(linear.Named(s.resolved.NameOf(e)), len(wordings), silences))
		for i, w := range wordings {
			if whole || i == 0 {
				said = append(said, s.passageWords(w)...)
			}
		}
		for _, silence := range silences {
			said = append(said, silence.Outlet+": "+silence.String())
		}
	}
	return append(said, remarkWords(e.Notes, e.Tags)...)
}

// passageWords is the quotation, where it comes from, and how it was found again.
func (s *Screen) passageWords(w brief.Wording) []string {
	said := []string{"“" + quoted(w) + "”", source(w.Anchor, "\x00")}
	said[1] = strings.ReplaceAll(said[1], " \x00 ", ", ")
	switch at := s.resolved.Find(w.Anchor); at.State {
	case brief.Moved:
		said = append(said, "moved within its report since it was marked")
	case brief.Edited:
		said = append(said, "edited since it was marked: "+differences(at.Differences))
	case brief.Orphan:
		said = append(said, "not found again: "+at.Why)
	}
	return append(said, remarkWords(w.Notes, w.Tags)...)
}

func remarkWords(notes []brief.Remark, tags []string) []string {
	var said []string
	for _, n := range notes {
		text := "note: " + n.Text
		if n.By != "" {
			text += " (" + n.By + ")"
		}
		said = append(said, text)
	}
	if len(tags) > 0 {
		said = append(said, "tags: "+strings.Join(tags, ", "))
	}
	return said
}

// previewWords is a line of the brief as it will be exported.
func (s *Screen) previewWords() linear.Page {
	var lines []string
	for _, l := range strings.Split(s.markdown(), "\n") {
		if strings.TrimSpace(l) != "" {
			lines = append(lines, l)
		}
	}
	s.top = max(0, min(s.top, len(lines)-1))
	p := linear.Page{Name: "Preview of brief.md", Whole: lines}
	if len(lines) == 0 {
		p.Add("line", nil, "nothing")
		return p
	}
	p.Add("line", s.top, lines[s.top])
	p.Join("place", s.top, fmt.Sprintf("line %d of %d", s.top+1, len(lines)))
	return p
}
