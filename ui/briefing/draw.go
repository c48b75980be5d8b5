package briefing

import (
	"bytes"
	"cmp"
	"fmt"
	"strings"

	"parallax/corpus/brief"
	"parallax/corpus/export"
	"parallax/corpus/language"
	"parallax/corpus/report"
	"parallax/ui/key"
	"parallax/ui/line"
	"parallax/ui/theme"
)

// wordsPerPage is how many words a page of A4 holds at 11 points with 2.5 cm margins, as an office program sets it.
const wordsPerPage = 450

// measure is the most columns that a line of text takes: a longer one is hard to read.
const measure = 100

// Draw writes rows rows of width columns and returns the cell of the chosen entry.
func (s *Screen) Draw(b *strings.Builder, width, rows int) (x, y int) {
	s.rows = rows - 1
	lines, starts := s.lines(width)
	if s.preview {
		lines, starts = s.previewLines(width), nil
		s.top = max(0, min(s.top, len(lines)-s.rows))
	} else {
		s.scroll(lines, starts)
	}
	for i := range s.rows {
		if n := s.top + i; n < len(lines) {
			b.WriteString(lines[n])
		} else {
			b.WriteString(line.Blank(width))
		}
		b.WriteByte('\n')
	}
	b.WriteString(s.foot(width) + "\n")
	if s.chosen < len(starts) {
		return 2, starts[s.chosen] - s.top
	}
	return 2, 0
}

// scroll keeps the chosen entry on screen.
func (s *Screen) scroll(lines []string, starts []int) {
	if len(starts) == 0 {
		s.top = 0
		return
	}
	first, end := starts[s.chosen], len(lines)
	if s.chosen+1 < len(starts) {
		end = starts[s.chosen+1]
	}
	if first < s.top || end-first > s.rows {
		s.top = first
	} else if end > s.top+s.rows {
		s.top = end - s.rows
	}
}

// lines is the whole brief, and the row with which each entry begins.
func (s *Screen) lines(width int) (lines []string, starts []int) {
	p := &page{theme: s.theme, width: width}
	title := s.resolved.Brief.Title
	if title == "" {
		title = "Brief"
	}
	p.row(s.theme.Brand, 1, title)
	if by := cmp.Or(s.resolved.Brief.Date, s.resolved.Brief.Author); by != "" {
		p.row(s.theme.Quiet, 1, strings.Trim(s.resolved.Brief.Date+", "+s.resolved.Brief.Author, ", "))
	}
	p.blank()
	if len(s.resolved.Brief.Entries) == 0 {
		for _, t := range []string{
			"Nothing is kept yet.",
			s.howToKeep(),
			fmt.Sprintf("Here %s inserts a text, %s a heading.", s.bound.Brief.Name(key.Insert), s.bound.Brief.Name(key.InsertHeading)),
		} {
			p.text(s.theme.Quiet, 2, t)
		}
	}
	for i, e := range s.shown() {
		starts = append(starts, len(p.lines))
		s.draw(p, e, i == s.chosen)
		p.blank()
	}
	return p.lines, starts
}

// page gathers rows.
type page struct {
	theme *theme.Theme
	width int
	lines []string
}

func (p *page) row(style theme.Style, indent int, text string) {
	p.lines = append(p.lines, line.New(p.width, p.theme.Ellipsis).To(indent).Put(style, text).String())
}

func (p *page) text(style theme.Style, indent int, text string) {
	for _, row := range line.Wrap(text, min(p.width-indent-1, measure), "") {
		p.row(style, indent, row)
	}
}

func (p *page) blank() { p.lines = append(p.lines, line.Blank(p.width)) }

func (s *Screen) draw(p *page, e *brief.Entry, chosen bool) {
	t := s.theme
	from := len(p.lines)
	switch e.Kind {
	case brief.OfHeading:
		text := strings.Repeat("#", max(1, e.Level)) + " " + e.Text
		if e.Folded {
			text += " " + t.Ellipsis
		}
		p.text(t.Headline, 2, text)
	case brief.OfText:
		p.text("", 2, e.Text)
	case brief.OfPassage:
		s.passage(p, e.Wordings[0], chosen)
	case brief.OfClaim:
		s.claim(p, e, chosen)
	}
	s.remarks(p, e.Notes, e.Tags)
	if e.Touched > s.saved {
		p.row(t.Quiet, 4, "saving"+t.Ellipsis)
	}
	if chosen && from < len(p.lines) {
		p.lines[from] = mark(p.lines[from], t)
	}
}

// mark puts the cursor's sign into a row's first column, which is blank.
func mark(row string, t *theme.Theme) string {
	return t.Shared.Wrap(t.Chosen) + strings.TrimPrefix(row, " ")
}

// passage is the quotation, then where it comes from and how it was found again.
func (s *Screen) passage(p *page, w brief.Wording, chosen bool) {
	t := s.theme
	style := theme.Style("")
	if chosen {
		style = t.Current
	}
	p.text(style, 2, "“"+quoted(w)+"”")
	at := s.resolved.Find(w.Anchor)
	p.text(t.Quiet, 4, source(w.Anchor, t.Dot))
	switch at.State {
	case brief.Moved:
		p.text(t.Warning, 4, "moved within its report since it was marked")
	case brief.Edited:
		p.text(t.Warning, 4, "edited since it was marked: "+differences(at.Differences))
	case brief.Orphan:
		p.text(t.Warning, 4, "not found again: "+at.Why)
	}
	s.remarks(p, w.Notes, w.Tags)
}

// howToKeep says which keys keep something.
func (s *Screen) howToKeep() string {
	r, c := &s.bound.Reading, &s.bound.Card
	return fmt.Sprintf("On the reading screen %s marks a statement, %s selects words, %s writes a note, %s tags; on the claim card %s marks the whole claim.",
		r.Name(key.Mark), r.Name(key.Select), r.Name(key.Note), r.Name(key.Tag), c.Name(key.MarkClaim))
}

// claim is the best wording of each outlet; the others when it is unfolded; then who is silent.
func (s *Screen) claim(p *page, e *brief.Entry, chosen bool) {
	t := s.theme
	seen := make(map[string]bool)
	more := 0
	wordings := s.resolved.Wordings(e)
	silences := s.resolved.Silences(e)
	p.row(t.Headline, 2, s.claimHead(s.resolved.NameOf(e), len(wordings), silences))
	for i, w := range wordings {
		if seen[w.Anchor.Outlet] && e.Folded {
			more++
			continue
		}
		seen[w.Anchor.Outlet] = true
		s.passage(p, w, chosen && i == 0)
	}
	if more > 0 {
		p.text(t.Quiet, 4, fmt.Sprintf("%s %s; %s unfolds", t.Ellipsis, language.Counted(more, "more wording"), s.bound.Brief.Name(key.Fold)))
	}
	for _, silence := range silences {
		mark := t.Silent
		switch {
		case silence.Absent():
			mark = t.Absent
		case silence.Checked:
			mark = t.Signed
		case silence.Elsewhere > 0:
			mark = t.Elsewhere
		}
		p.text(t.Quiet, 2, mark+" "+silence.Outlet+": "+silence.String())
	}
}

// claimHead counts a claim's wordings, and the outlets without one by what they are.
func (s *Screen) claimHead(name string, wordings int, silences []brief.OutletSilence) string {
	elsewhere, absent := 0, 0
	for _, one := range silences {
		switch {
		case one.Absent():
			absent++
		case one.Elsewhere > 0:
			elsewhere++
		}
	}
	head := cmp.Or(name, "Claim") + ": " + language.Counted(wordings, "wording")
	if elsewhere > 0 {
		head += fmt.Sprintf(", %s linked elsewhere", language.Counted(elsewhere, "outlet"))
	}
	head += fmt.Sprintf(", %s silent", language.Counted(len(silences)-elsewhere-absent, "outlet"))
	if absent > 0 {
		head += fmt.Sprintf(", %s without a report", language.Counted(absent, "outlet"))
	}
	return head
}

func (s *Screen) remarks(p *page, notes []brief.Remark, tags []string) {
	t := s.theme
	for _, n := range notes {
		by := ""
		if n.By != "" {
			by = " (" + n.By + ")"
		}
		lines := strings.Split("note: "+n.Text+by, "\n") // a note from the editor may have several
		p.text(t.Name, 4, lines[0])
		for _, l := range lines[1:] {
			p.text(t.Name, 6, l)
		}
	}
	if len(tags) > 0 {
		p.text(t.Name, 4, "tags: "+strings.Join(tags, ", "))
	}
}

// source is where an anchor's words come from: outlet, date, statement and voice.
func source(a brief.Anchor, dot string) string {
	date := "undated"
	if d, ok := report.ParseDate(a.Published); ok {
		date = d.String()
	}
	parts := []string{a.Outlet, date, fmt.Sprintf("statement %d", a.First)}
	if a.Last > a.First {
		parts[2] = fmt.Sprintf("statements %d-%d", a.First, a.Last)
	}
	if a.Speaker != "" {
		parts = append(parts, fmt.Sprintf("%s (%s)", a.Speaker, a.Mode))
	}
	return strings.Join(parts, " "+dot+" ")
}

func differences(ds []brief.Difference) string {
	var b strings.Builder
	for _, d := range ds {
		switch {
		case d.Was == d.Now:
			b.WriteString(d.Now)
		case d.Was != "":
			b.WriteString("[-" + d.Was + "-]")
		default:
			b.WriteString("[+" + d.Now + "+]")
		}
	}
	return b.String()
}

// quoted is a wording as it is quoted, with [...] for what is left out.
func quoted(w brief.Wording) string { return brief.Quoted(w.Anchor.Exact, w.Parts) }

// plain is an entry for the clipboard.
func (s *Screen) plain(e *brief.Entry) string {
	if len(e.Wordings) == 0 {
		return e.Text
	}
	var parts []string
	for _, w := range s.resolved.Wordings(e) {
		parts = append(parts, "“"+quoted(w)+"” ("+source(w.Anchor, ",")+")")
	}
	return strings.Join(parts, "\n")
}

// previewLines is the brief as it will be exported to Markdown.
func (s *Screen) previewLines(width int) []string {
	p := &page{theme: s.theme, width: width}
	for _, l := range strings.Split(s.markdown(), "\n") {
		if l == "" {
			p.blank()
			continue
		}
		p.text("", 1, l)
	}
	return p.lines
}

func (s *Screen) markdown() string {
	var b bytes.Buffer
	d := s.resolved.Document(s.version)
	if err := export.Write(&b, &d, "md", export.Options{Unsealed: true}); err != nil {
		return err.Error()
	}
	return b.String()
}

// foot counts words and pages.
func (s *Screen) foot(width int) string {
	t := s.theme
	words := 0
	if len(s.resolved.Brief.Entries) > 0 {
		words = len(strings.Fields(s.markdown()))
	}
	pages := (words + wordsPerPage - 1) / wordsPerPage
	l := line.New(width, t.Ellipsis)
	l.Glyph(t.Quiet, fmt.Sprintf(" %s %s %s %s about %s", language.Counted(len(s.resolved.Brief.Entries), "entry"), t.Dot, language.Counted(words, "word"), t.Dot, language.Counted(pages, "A4 page")))
	state := "saved"
	if s.resolved.Brief.Seq > s.saved {
		state = "saving" + t.Ellipsis
	}
	if s.preview {
		state = "preview of brief.md " + t.Dot + " " + state
	}
	l.Right(t.Quiet, state+" ")
	return l.String()
}
