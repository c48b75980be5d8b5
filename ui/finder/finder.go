// Package finder is the search: a field and a list of hits below the panes, which follow the chosen hit while the
// reader types.
package finder

import (
	"fmt"
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus/safe"
	"parallax/corpus/search"
	"parallax/corpus/statement"
	"parallax/ui/desk"
	"parallax/ui/field"
	"parallax/ui/key"
	"parallax/ui/line"
	"parallax/ui/screen"
	"parallax/ui/theme"
	"parallax/ui/want"
)

// Limit is the most hits that the list shows; the active set holds all.
const Limit = 1000

// Finder is the state of the search.
type Finder struct {
	screen.Still
	set      *statement.Set
	kept     func(statement.ID) bool // in the brief
	theme    *theme.Theme
	bound    *key.Map
	field    *field.Field
	number   int  // of the last query asked
	answered int  // the number of the query that result answers
	staying  bool // enter was pressed before the answer came
	result   search.Result
	related  []search.Related // offered beside it
	large    bool             // so many statements that none are looked for
	with     string           // the query that takes them too
	chosen   int              // an index of result.Hits
	top      int              // the first hit on screen
	rows     int              // of the list on screen
}

// New opens an empty search.
func New(now desk.Snapshot, t *theme.Theme, bound *key.Map) *Finder {
	f := &Finder{theme: t, bound: bound, field: field.New()}
	f.Look(now, screen.Focus{})
	return f
}

// Place is the list below the panes.
func (f *Finder) Place() screen.Place { return screen.Panel }

// Keys is the search's.
func (f *Finder) Keys() *key.Map { return f.bound }

// Look takes which statements are in the brief.
func (f *Finder) Look(now desk.Snapshot, _ screen.Focus) (stays bool) {
	f.set, f.kept = now.Corpus.Statements, now.Kept
	return true
}

// Click does nothing: the panes follow the list.
func (f *Finder) Click(int, int) (taken bool) { return true }

// SetTheme changes the styles.
func (f *Finder) SetTheme(t *theme.Theme) { f.theme = t }

// Type puts a query into the field as if it had been typed.
func (f *Finder) Type(query string) want.Want {
	f.field.Set(query)
	return f.ask()
}

// Key takes one key press.
func (f *Finder) Key(msg tea.KeyPressMsg) want.Want {
	switch f.bound.Action(msg.String()) {
	case key.Accept:
		if f.answered != f.number {
			f.staying = true
			return nil
		}
		return f.stay()
	case key.ListDown:
		return f.choose(f.chosen + 1)
	case key.ListUp:
		return f.choose(f.chosen - 1)
	case key.ListPageDown:
		return f.choose(f.chosen + max(1, f.rows))
	case key.ListPageUp:
		return f.choose(f.chosen - max(1, f.rows))
	case key.Mark:
		if len(f.result.Hits) == 0 {
			return nil
		}
		st := &f.set.All[f.result.Hits[f.chosen].Statement]
		return want.Mark{Passage: want.Passage{Report: st.Report, Span: st.Span}}
	case key.TakeRelated:
		if f.with == "" || f.answered != f.number {
			return want.Say{Text: "no related words to add"}
		}
		return f.Type(f.with)
	case key.Close:
		return want.Cancel{}
	case key.Quit:
		return want.Quit{}
	}
	if f.field.Key(msg) {
		return f.ask()
	}
	return nil
}

// stay ends the search at the chosen hit; without one, where it began.
func (f *Finder) stay() want.Want {
	if len(f.result.Hits) == 0 {
		return want.Cancel{}
	}
	return want.Stay{Statement: f.result.Hits[f.chosen].Statement, Result: f.result, Query: f.field.Text()}
}

// Paste inserts a pasted text.
func (f *Finder) Paste(text string) (w want.Want, taken bool) {
	if f.field.Paste(text) {
		return f.ask(), true
	}
	return nil, true
}

func (f *Finder) ask() want.Want {
	f.number++
	f.staying = false
	return want.Find{Number: f.number, Query: f.field.Text()}
}

// Answer takes the answer to a query. One that was overtaken by another key is dropped.
func (f *Finder) Answer(found desk.Found) want.Want {
	if found.Number != f.number {
		return nil
	}
	f.result, f.chosen, f.top = found.Result, 0, 0
	f.related, f.with, f.large = found.Related, found.With, found.Large
	f.answered = found.Number
	if f.staying {
		return f.stay()
	}
	return f.choose(0)
}

// choose makes a hit the chosen one; the panes follow.
func (f *Finder) choose(i int) want.Want {
	if len(f.result.Hits) == 0 {
		return want.Preview{}
	}
	f.chosen = max(0, min(i, len(f.result.Hits)-1))
	return want.Preview{Statement: f.result.Hits[f.chosen].Statement, Found: true, Query: f.field.Text()}
}

// Draw writes rows rows of width columns and returns the cell of the field's cursor, from the panel's corner.
func (f *Finder) Draw(b *strings.Builder, width, rows int) (x, y int) {
	t := f.theme
	f.rows = max(0, rows-2)
	l := line.New(width, t.Ellipsis)
	l.Glyph(t.Key, " /")
	x = f.field.Draw(l, "")
	if s := f.state(); safe.Width(s)+x+3 < width {
		l.Right(t.Quiet, s+" ")
	}
	b.WriteString(l.String() + "\n")
	if rows < 2 {
		return x, 0
	}
	b.WriteString(f.counts(width) + "\n")
	f.scroll()
	for i := range f.rows {
		if n := f.top + i; n < len(f.result.Hits) {
			b.WriteString(f.hit(n, width) + "\n")
		} else {
			b.WriteString(f.empty(i, width) + "\n")
		}
	}
	return x, 0
}

// state says how much was found.
func (f *Finder) state() string {
	switch {
	case strings.TrimSpace(f.result.Query) == "":
		return ""
	case f.result.Total == 0:
		return "nothing found"
	case f.result.Scattered:
		return fmt.Sprintf("%d of %d with the letters scattered", f.chosen+1, f.result.Total)
	case f.result.Total == 1:
		return "1 statement"
	}
	return fmt.Sprintf("%d of %d statements", f.chosen+1, f.result.Total)
}

// empty is what the list says before anything was typed.
func (f *Finder) empty(i, width int) string {
	text := ""
	if f.with != "" && f.answered == f.number && i == len(f.result.Hits)-f.top {
		text = f.offer()
	}
	if f.large && f.answered == f.number && f.result.Total < search.Few && i == len(f.result.Hits)-f.top && strings.TrimSpace(f.result.Query) != "" {
		text = "among so many statements related words are not looked for; parallax search names them"
	}
	if f.answered == f.number && f.result.Total == 0 && text == "" && i == 0 {
		text = "take a word away, or write ~word: its letters scattered are enough"
	}
	if f.field.Text() == "" {
		hints := []string{
			`words: statements that hold all of them    "in quotes": exactly this    -word: without it`,
			`outlet:name: in this outlet only           voice:name: words of this speaker`,
			`this|that: either                          upper case in the query: case counts`,
			`~word: its letters in order, scattered`,
		}
		if i < len(hints) {
			text = hints[i]
		}
	}
	return line.New(width, f.theme.Ellipsis).Glyph(f.theme.Quiet, "  "+text).String()
}

// scroll keeps the chosen hit on screen.
func (f *Finder) scroll() {
	if f.chosen < f.top {
		f.top = f.chosen
	}
	if f.chosen >= f.top+f.rows {
		f.top = max(0, f.chosen-f.rows+1)
	}
}

// hit is one row of the list: outlet, number, and the statement from shortly before the first match.
func (f *Finder) hit(n, width int) string {
	t, h := f.theme, f.result.Hits[n]
	st := &f.set.All[h.Statement]
	l := line.New(width, t.Ellipsis)
	sign := " "
	if f.kept(h.Statement) {
		sign = t.Kept
	}
	if n == f.chosen {
		l.Glyph(t.Shared, t.Chosen+sign)
	} else {
		l.Glyph(t.Shared, " "+sign)
	}
	names := min(18, width/4)
	l.Glyph(t.Name, safe.Truncate(f.set.ReportOf(h.Statement).Outlet, names, t.Ellipsis)).To(2 + names + 1)
	l.Glyph(t.Quiet, fmt.Sprintf("%3d ", st.Number))
	if which := f.set.Which(st.Report); which != "" && width >= 60 {
		l.Glyph(t.Quiet, safe.Truncate(safe.Line(which), width/4, t.Ellipsis)+" "+t.Dot+" ")
	}
	f.marked(l, h, st)
	return l.String()
}

// marked puts the statement's text with the matched characters marked. A match far to the right is brought into view.
func (f *Finder) marked(l *line.Line, h search.Hit, st *statement.Statement) {
	text, start := f.around(h, st, l.Left())
	clusters := safe.Clusters(nil, statement.OneLine(text))
	if f.theme.ASCII {
		safe.SpellNumbers(0, clusters)
	}
	matched := func(c safe.Cluster) bool {
		for _, s := range h.Spans {
			if start+c.Start < s.End && start+c.End > s.Start {
				return true
			}
		}
		return false
	}
	from, columns := 0, 0
	for i, c := range clusters {
		if matched(c) {
			if columns+20 > l.Left() {
				from = max(0, i-l.Left()/3)
			}
			break
		}
		columns += c.Width
	}
	if from > 0 || start > st.Span.Start {
		l.Glyph(f.theme.Quiet, f.theme.Ellipsis)
	}
	for i := from; i < len(clusters) && l.Left() > 0; {
		on, k := matched(clusters[i]), i
		var run strings.Builder
		for ; k < len(clusters) && matched(clusters[k]) == on && run.Len() < 4*l.Left(); k++ {
			run.WriteString(clusters[k].Text)
		}
		style := theme.Style("")
		if on {
			style = f.theme.Match
		}
		l.Glyph(style, run.String())
		i = k
	}
}

// around is the part of a statement that may be shown in so many columns, and its first byte in the report's Text: what
// stands near the first match. A statement may be as long as a file.
func (f *Finder) around(h search.Hit, st *statement.Statement, columns int) (text string, start int) {
	text, first := f.set.Text(h.Statement), 0
	if len(h.Spans) > 0 {
		first = max(0, h.Spans[0].Start-st.Span.Start)
	}
	from, to := max(0, first-4*columns), min(len(text), first+16*columns)
	for from > 0 && !utf8.RuneStart(text[from]) {
		from--
	}
	for to < len(text) && !utf8.RuneStart(text[to]) {
		to++
	}
	return text[from:to], st.Span.Start + from
}
