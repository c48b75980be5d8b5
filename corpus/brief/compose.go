package brief

import (
	"cmp"
	"fmt"
	"path/filepath"
	"strings"

	"parallax/corpus/claim"
	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// Document resolves the brief for the exporters. version is the program's.
func (r *Resolved) Document(version string) Document {
	c := &composer{Resolved: r, source: make(map[report.ID]int), gone: make(map[Ref]int)}
	c.sources()
	date, _ := report.ParseDate(r.Brief.Date)
	d := Document{Title: r.Brief.Title, Date: date, Author: r.Brief.Author, Made: r.Brief.Made, Coder: r.Brief.Coder(), Version: version}
	for _, e := range r.Brief.Entries {
		d.Items = append(d.Items, c.item(e))
	}
	d.Sources = c.list
	return d
}

// composer gathers the sources of a document.
type composer struct {
	*Resolved
	list   []Source
	source map[report.ID]int // index of list
	gone   map[Ref]int       // of reports that are not open any more
}

// sources lists, in the order of the reports, all that the brief cites or that are silent, then those that are gone.
func (c *composer) sources() {
	needed, gone := make(map[report.ID]bool), []Ref(nil)
	for _, e := range c.Brief.Entries {
		for _, w := range c.Wordings(e) {
			if at := c.Find(w.Anchor); at.Report >= 0 {
				needed[at.Report] = true
			} else {
				gone = append(gone, w.Anchor.Ref)
			}
		}
		if e.Kind == OfClaim {
			for _, s := range c.Silences(e) {
				for _, r := range s.Reports {
					needed[r] = true
				}
			}
		}
	}
	for i := range c.finder.set.Reports {
		if id := report.ID(i); needed[id] {
			c.source[id] = len(c.list)
			c.list = append(c.list, SourceOf(&c.finder.set.Reports[i]))
		}
	}
	for _, ref := range gone {
		if _, ok := c.gone[ref]; !ok {
			c.gone[ref] = len(c.list)
			c.list = append(c.list, ref.source())
		}
	}
}

// OutletSilence is an outlet without a wording of a marked claim.
type OutletSilence struct {
	Outlet    string
	Reports   []report.ID // that it has of the event, one where Elsewhere is set; none: it has no report of the event
	Elsewhere int         // see Silence
	Checked   bool        // by the reader
}

// Absent reports whether the outlet has no report of the event: it is not silent.
func (s OutletSilence) Absent() bool { return len(s.Reports) == 0 && !s.Checked }

// String is what is said of the outlet.
func (s OutletSilence) String() string {
	if s.Absent() {
		return NoReport
	}
	return Silence{Elsewhere: s.Elsewhere, Checked: s.Checked}.String()
}

// mostListed is how many outlets are named where a line names those without a report of the event: of many stories they may
// be hundreds.
const mostListed = 12

// Listed is the names of outlets, the first of many.
func Listed(outlets []string) string {
	var names []string
	for _, o := range outlets[:min(len(outlets), mostListed)] {
		names = append(names, Printed(o))
	}
	listed := strings.Join(names, ", ")
	if n := len(outlets) - mostListed; n > 0 {
		listed += fmt.Sprintf(" and %d more", n)
	}
	return listed
}

// NoReport is what is said of an outlet that has no report of the event.
const NoReport = "no report of this event"

// Silences is the outlets without a wording of the marked claim, in the order of the reports.
func (r *Resolved) Silences(e *Entry) []OutletSilence {
	set := r.finder.set
	wordings, gone := r.found(e)
	var row claim.Row
	if r.claims != nil {
		r.claims.RowOf(wordings, &row)
	} else {
		claim.RowOf(set, wordings, &row)
	}
	var silent []OutletSilence
	own := r.Brief.Claim(e.Claim)
	for i := range row.Cells {
		id := report.OutletID(i)
		o := set.Outlets.All[id]
		if row.Cells[id].State == claim.Said || gone[o.Name] {
			continue
		}
		one := OutletSilence{Outlet: o.Name, Reports: o.Reports}
		if r.claims != nil {
			one.Reports = r.claims.Telling(id, wordings)
		}
		_, one.Checked = own.Checked(o.Name)
		if cell := &row.Cells[id]; cell.State == claim.Elsewhere && !one.Checked {
			st := &set.All[cell.Near.Statement]
			one.Reports, one.Elsewhere = []report.ID{st.Report}, st.Number
		}
		if one.Checked && len(one.Reports) == 0 {
			one.Reports = o.Reports
		}
		silent = append(silent, one)
	}
	return silent
}

// found is the statements of an entry that were found again, and the outlets of which one was not.
func (r *Resolved) found(e *Entry) (wordings []statement.ID, gone map[string]bool) {
	gone = make(map[string]bool) // its wording was theirs all the same
	for _, w := range r.Wordings(e) {
		if at := r.Find(w.Anchor); at.State != Orphan {
			wordings = append(wordings, at.First)
		} else {
			gone[w.Anchor.Outlet] = true
		}
	}
	return wordings, gone
}

// NameOf is the name of a marked claim: the reader's, else the program's; "" when neither is known.
func (r *Resolved) NameOf(e *Entry) string {
	own := r.Brief.Claim(e.Claim)
	if own == nil {
		return ""
	}
	called := own.Called
	if r.claims != nil {
		for i := range r.claims.All {
			if c := &r.claims.All[i]; c.Reader == own.ID {
				called = c.Name
			}
		}
	}
	return cmp.Or(own.Name, called)
}

// figures is what the outlets of a marked claim give as its figure.
func (r *Resolved) figures(e *Entry) []Figure {
	if r.claims == nil {
		return nil
	}
	var row claim.Row
	wordings, _ := r.found(e)
	r.claims.RowOf(wordings, &row)
	r.claims.FiguresOf(wordings, &row)
	var all []Figure
	for id := range row.Cells {
		if f := row.Cells[id].Figure; f != nil {
			all = append(all, Figure{r.finder.set.Outlets.All[id].Name, f.Figure})
		}
	}
	return all
}

func (c *composer) item(e *Entry) Item {
	switch e.Kind {
	case OfHeading:
		return Item{Heading: &Heading{Level: e.Level, Text: e.Text}}
	case OfText:
		return Item{Text: &Text{Text: e.Text}}
	case OfPassage:
		p := c.passage(e.Wordings[0])
		p.Notes, p.Tags = append(notesOf(e.Notes), p.Notes...), WithTags(e.Tags, p.Tags)
		return Item{Passage: &p}
	}
	claim := &Claim{Name: c.NameOf(e), Notes: notesOf(e.Notes), Tags: e.Tags, Figures: c.figures(e)}
	for i, w := range c.Wordings(e) {
		if i == 0 {
			claim.Lead = c.passage(w)
		} else {
			claim.Others = append(claim.Others, c.passage(w))
		}
	}
	for _, s := range c.Silences(e) {
		if s.Absent() {
			claim.Absent = append(claim.Absent, s.Outlet)
			continue
		}
		one := Silence{Elsewhere: s.Elsewhere, Checked: s.Checked}
		for _, r := range s.Reports {
			one.Sources = append(one.Sources, c.source[r])
		}
		claim.Silences = append(claim.Silences, one)
	}
	return Item{Claim: claim}
}

// ShownRunes is how much of the text around a quotation an export carries.
const ShownRunes = 32

// passage is a wording as it is quoted.
func (c *composer) passage(w Wording) Passage {
	a := w.Anchor
	at := c.Find(a)
	p := Passage{
		Number: a.First, Last: a.Last, Speaker: a.Speaker, Mode: a.Mode, Notes: notesOf(w.Notes), Tags: w.Tags, State: at.State,
	}
	if at.Report >= 0 {
		p.Source = c.source[at.Report]
	} else {
		p.Source = c.gone[a.Ref]
	}
	if at.State == Orphan {
		p.Was, p.Quote = a.Exact, quoted(a.Exact, w.Parts)
		p.Prefix, p.Suffix = Before(a.Prefix, len(a.Prefix), ShownRunes), After(a.Suffix, 0, ShownRunes)
		return p
	}
	text := c.finder.set.Reports[at.Report].Text
	exact := text[at.Span.Start:at.Span.End]
	p.Number, p.Last, p.Span = c.finder.set.All[at.First].Number, c.finder.set.All[at.Last].Number, at.Span
	p.Whole = report.Span{Start: c.finder.set.All[at.First].Span.Start, End: c.finder.set.All[at.Last].Span.End}
	p.Speaker, p.Mode = voiceOf(c.finder.set, at.First, at.Last, at.Span)
	p.Prefix, p.Suffix = Before(text, at.Span.Start, ShownRunes), After(text, at.Span.End, ShownRunes)
	p.Quote = quoted(exact, w.Parts)
	if at.State == Edited {
		p.Was = a.Exact
	}
	return p
}

// quoted is exact as the reader quotes it. Parts that an edited source does not bear any more give way to the whole.
func quoted(exact string, parts []Part) []Part {
	if parts == nil || checkParts(exact, parts) != nil {
		return []Part{{Words, exact}}
	}
	return parts
}

func notesOf(remarks []Remark) []Note {
	var notes []Note
	for _, r := range remarks {
		notes = append(notes, r.Note)
	}
	return notes
}

func SourceOf(r *report.Report) Source {
	s := RefTo(r).source()
	s.Text = r.Text
	return s
}

func (r Ref) source() Source {
	published, _ := report.ParseDate(r.Published)
	return Source{
		Outlet: r.Outlet, Title: r.Title, Opening: r.Opening, Published: published, URL: r.URL, Byline: r.Byline,
		Note: r.Note, File: filepath.Base(r.File), FileHash: r.FileHash, TextHash: r.TextHash, Reader: r.Reader,
	}
}
