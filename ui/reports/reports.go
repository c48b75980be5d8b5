// Package reports is the list of reports: what was read, how far the reader is with it, and what was left out and why. [New]
// opens it.
package reports

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus"
	"parallax/corpus/brief"
	"parallax/corpus/language"
	"parallax/corpus/report"
	"parallax/ui/desk"
	"parallax/ui/key"
	"parallax/ui/line"
	"parallax/ui/roll"
	"parallax/ui/screen"
	"parallax/ui/theme"
	"parallax/ui/want"
)

// Reports is the state of the screen.
type Reports struct {
	screen.Still
	now     desk.Snapshot
	been    func(report.ID) bool // the cursor was in the report
	theme   *theme.Theme
	bound   *key.Map
	roll    *roll.Roll
	only    int               // which of the filters holds
	coded   map[report.ID]int // statements with tags; nil when none has any
	story   int               // that is open
	parts   bool              // some reports are less than their files
	several bool              // there is more than one story
}

// filters is what can be shown, in the order of the key that goes through them.
var filters = []struct {
	name string
	fits func(r *Reports, row *row) bool
}{
	{"", func(*Reports, *row) bool { return true }},
	{"unread", func(_ *Reports, w *row) bool { return w.state == unread }},
	{"read", func(_ *Reports, w *row) bool { return w.state == read }},
	{"done", func(_ *Reports, w *row) bool { return w.state == done }},
	{"taken in part", func(r *Reports, w *row) bool { return w.report >= 0 && r.now.Corpus.Reports[w.report].InPart() }},
	{"of this story", func(r *Reports, w *row) bool {
		return w.report >= 0 && r.now.Corpus.Stories.Of[w.report] == r.story
	}},
	{newOnes, func(r *Reports, w *row) bool { return w.report >= 0 && r.since(w.report) != "" }},
	{"left out", func(_ *Reports, w *row) bool { return w.report < 0 || w.state == out }},
	{drawn, func(r *Reports, w *row) bool { return w.report >= 0 && r.now.Resolved.Drawn(w.report) }},
}

const (
	newOnes = "new or changed"
	drawn   = "drawn for both coders"
)

// ShowNew shows what is new or changed since the start, or since the session was opened the last time.
func (r *Reports) ShowNew() {
	for i := range filters {
		if filters[i].name == newOnes {
			r.only = i
		}
	}
	r.fill()
}

// since is what became of a report's file, "" when it is as it was.
func (r *Reports) since(id report.ID) string {
	if r.now.Fresh([]report.ID{id}) > 0 {
		return desk.IsNew
	}
	return r.now.Since[r.now.Corpus.Reports[id].Path]
}

// How far the reader is with a report.
const (
	unread = "unread"
	read   = "read"
	done   = "done"
	out    = "out" // of the study
)

// row is a report, or a file that gave none.
type row struct {
	report report.ID // negative for a file that gave none
	state  string
	left   report.Problem
}

// New opens the list, on the report under the cursor.
func New(now desk.Snapshot, at screen.Focus, been func(report.ID) bool, t *theme.Theme, bound *key.Map) *Reports {
	r := &Reports{now: now, been: been, theme: t, bound: bound, story: at.Story}
	r.roll = roll.New(bound)
	r.fill()
	r.roll.Choose(int(at.Report))
	return r
}

// Place covers the panes.
func (r *Reports) Place() screen.Place { return screen.Whole }

// Keys is the list's.
func (r *Reports) Keys() *key.Map { return r.bound }

// Hints is the keys of the list; what is done to a report needs one.
func (r *Reports) Hints(*key.Map) []key.Hint {
	k, ok := r.roll.Chosen()
	if ok && r.row(k).report >= 0 {
		return r.roll.Hints(nil)
	}
	return r.roll.Hints([]key.Action{key.Accept, key.MarkDone, key.LeaveOut})
}

// SetTheme changes the styles.
func (r *Reports) SetTheme(t *theme.Theme) { r.theme = t }

// Look takes the reports as they are now.
func (r *Reports) Look(now desk.Snapshot, at screen.Focus) (stays bool) {
	was := r.now.Corpus
	r.now, r.story = now, at.Story
	if now.Corpus != was {
		r.follow(was)
	}
	r.fill()
	return true
}

// Typing reports whether words are typed that narrow the list.
func (r *Reports) Typing() bool { return r.roll.Typing() }

// follow keeps the choice on its file when reports have other numbers than before.
func (r *Reports) follow(was *corpus.Corpus) {
	c := r.now.Corpus
	rows := make(map[string]int)
	for k := range rowsOf(c) {
		rows[pathOf(c, k)] = k
	}
	r.roll.Follow(func(key int) int {
		if k, there := rows[pathOf(was, key)]; there {
			return k
		}
		return -1
	})
}

// rowsOf is how many rows there are: reports come first, then what was passed over, then what could not be read.
func rowsOf(c *corpus.Corpus) int { return len(c.Reports) + len(c.Passed) + len(c.Problems) }

// pathOf is the path of the file in a row.
func pathOf(c *corpus.Corpus, key int) string {
	switch n, p := len(c.Reports), len(c.Passed); {
	case key < n:
		return c.Reports[key].Path
	case key < n+p:
		return c.Passed[key-n].Path
	default:
		return c.Problems[key-n-p].Path
	}
}

// row is the row of a key of the roll.
func (r *Reports) row(key int) row {
	c := r.now.Corpus
	switch n, p := len(c.Reports), len(c.Passed); {
	case key < n:
		id := report.ID(key)
		state := unread
		switch {
		case r.now.Resolved.IsLeftOut(id):
			state = out
		case r.now.Resolved.Done(id):
			state = done
		case r.been(id):
			state = read
		}
		return row{report: id, state: state}
	case key < n+p:
		return row{report: -1, state: "passed", left: c.Passed[key-n]}
	default:
		return row{report: -1, state: "failed", left: c.Problems[key-n-p]}
	}
}

// columns is what there is to say of reports: a folder of one event has no stories, and one of texts is taken whole.
func (r *Reports) columns() []roll.Column {
	c := r.now.Corpus
	columns := []roll.Column{
		{Head: "state", Width: 6}, {Head: "outlet", Width: 12, Share: 2}, {Head: "title", Width: 20, Share: 4}, {Head: "date", Width: 12},
	}
	r.parts, r.several = false, len(c.Stories.All) > 1
	for i := range c.Reports {
		r.parts = r.parts || taken(&c.Reports[i]) != ""
	}
	if r.parts {
		columns = append(columns, roll.Column{Head: "taken", Width: 7, Right: true})
	}
	if r.several {
		columns = append(columns, roll.Column{Head: "story", Width: 10, Share: 2})
	}
	return append(columns, roll.Column{Head: "marks", Width: 5, Right: true}, roll.Column{Head: "statements", Width: 10, Right: true})
}

// taken is how much of the text of a report's file is in the report, "" for all.
func taken(rep *report.Report) string {
	switch {
	case rep.Partial != "": // the file itself says that it is not all
		return "in part"
	case rep.Taken() < 1:
		return fmt.Sprintf("%d%%", int(100*rep.Taken()))
	}
	return ""
}

// fill makes the rows anew.
func (r *Reports) fill() {
	c := r.now.Corpus
	r.roll.SetColumns(r.columns()...)
	shorten := r.shortener()
	marks := r.now.MarksByReport()
	r.coded = r.now.CodedByReport()
	var items []roll.Item
	for k := range rowsOf(c) {
		w := r.row(k)
		if !filters[r.only].fits(r, &w) {
			continue
		}
		it := roll.Item{Key: k, Apart: w.report < 0, Quiet: w.report < 0 || w.state == done || w.state == out}
		if w.report < 0 {
			it.Whole, it.Why = shorten(w.left.Path), shorten(w.left.Err.Error())
			it.Cells, it.Also = []string{w.state, "", it.Whole, it.Why}, w.left.Path
		} else {
			it.Cells, it.Sort = r.cells(&w, marks[w.report])
		}
		items = append(items, it)
	}
	r.roll.Set(items)
}

// shortener takes the folder that all files are in out of a text: it would stand in every row, and leave no room for the rest.
func (r *Reports) shortener() func(text string) string {
	c := r.now.Corpus
	folder, first := "", true
	for k := range rowsOf(c) {
		path := pathOf(c, k)
		if first {
			folder, first = path, false
		}
		for folder != "" && !strings.HasPrefix(path, folder) {
			folder = folder[:len(folder)-1]
		}
	}
	folder = folder[:strings.LastIndexAny(folder, `/\`)+1]
	if len(folder) < 2 {
		return func(text string) string { return text }
	}
	return func(text string) string { return strings.ReplaceAll(text, folder, "") }
}

// cells is what stands in a report's row, and what it is sorted by.
func (r *Reports) cells(w *row, marks int) (cells, sort []string) {
	c := r.now.Corpus
	rep := &c.Reports[w.report]
	n := len(c.Statements.In(w.report))
	shown := ""
	if marks > 0 {
		shown = fmt.Sprint(marks)
	}
	title := r.now.TitleOf(w.report)
	if what := r.since(w.report); what != "" {
		title = "(" + what + ") " + title
	}
	if r.now.Resolved.Drawn(w.report) {
		title = "(drawn) " + title
	}
	cells = []string{w.state, rep.Outlet, title, cmp.Or(rep.Published.String(), "date unknown")}
	order := map[string]string{unread: "1", read: "2", done: "3", out: "4"}
	sort = []string{order[w.state], rep.Outlet, title, cmp.Or(rep.Published.ISO(), "9")}
	if r.parts {
		cells, sort = append(cells, taken(rep)), append(sort, fmt.Sprintf("%03.0f", 100*rep.Taken()))
	}
	if r.several {
		name := c.StoryOf(w.report).Name(c.Reports)
		cells, sort = append(cells, name), append(sort, name)
	}
	return append(cells, shown, fmt.Sprint(n)), append(sort, roll.Number(marks), roll.Number(n))
}

// Key takes one key press.
func (r *Reports) Key(msg tea.KeyPressMsg) want.Want {
	action, taken := r.roll.Key(msg)
	if taken {
		return nil
	}
	switch action {
	case key.Accept, key.MarkDone, key.LeaveOut, key.OpenRaw, key.OpenRevisions, key.JoinStory, key.PartStory:
		return r.act(action)
	case key.ShowNext:
		r.only = (r.only + 1) % len(filters)
		if filters[r.only].name == drawn && r.now.Resolved.Brief.Drawn == nil {
			r.only = 0
		}
		r.fill()
	case key.Rescan:
		return want.Rescan{}
	default:
		return want.Usual(action)
	}
	return nil
}

// act does something with the chosen report.
func (r *Reports) act(a key.Action) want.Want {
	k, ok := r.roll.Chosen()
	if !ok {
		return nil
	}
	w := r.row(k)
	if w.report < 0 {
		return want.Say{Text: "no report was made of " + w.left.Path + ": " + w.left.Err.Error()}
	}
	c := r.now.Corpus
	switch a {
	case key.Accept:
		return want.GoReport{Report: w.report}
	case key.OpenRaw:
		return want.Raw{Report: w.report}
	case key.OpenRevisions:
		return want.Revisions{Report: w.report}
	case key.MarkDone:
		r.roll.Move(1)
		return want.Change{Changes: []brief.Change{r.now.Resolved.ToggleDone(w.report)}}
	case key.LeaveOut:
		return r.leaveOut(w.report)
	case key.PartStory:
		if len(c.StoryOf(w.report).Reports) == 1 {
			return want.Say{Text: "the report is a story of its own already"}
		}
		return want.Change{Changes: []brief.Change{brief.GatherOf(c.Statements, []report.ID{w.report}, true)}}
	case key.JoinStory:
		if c.Stories.Of[w.report] == r.story {
			return want.Say{Text: "the report is in the open story already"}
		}
		all := append(slices.Clone(c.Stories.All[r.story].Reports), w.report)
		return want.Change{Changes: []brief.Change{brief.GatherOf(c.Statements, all, false)}}
	}
	return nil
}

// leaveOut asks why a report is left out, or takes one in again.
func (r *Reports) leaveOut(id report.ID) want.Want {
	ref := brief.RefTo(&r.now.Corpus.Reports[id])
	if r.now.Resolved.IsLeftOut(id) {
		return want.Change{Changes: []brief.Change{brief.LeaveOut{Report: ref, Not: true}}}
	}
	return want.Ask{Prompt: "left out because", About: "the reason", Done: func(text string) want.Want {
		return want.Change{Changes: []brief.Change{brief.LeaveOut{Report: ref, Reason: text}}}
	}}
}

// Paste goes into the words that narrow the list.
func (r *Reports) Paste(text string) (want.Want, bool) { return nil, r.roll.Paste(text) }

// Wheel moves the choice.
func (r *Reports) Wheel(_, _, by int) (taken bool) {
	r.roll.Move(by)
	return true
}

// Click does nothing.
func (r *Reports) Click(int, int) (taken bool) { return true }

// Draw writes the screen.
func (r *Reports) Draw(b *strings.Builder, width, rows int) (x, y int) {
	t := r.theme
	head := line.New(width, t.Ellipsis).Glyph("", " ").Glyph(t.Brand, "Reports")
	head.Put("", "  "+r.now.Corpus.CameIn(head.Left()-2))
	if name := filters[r.only].name; name != "" {
		head.Glyph(t.Warning, fmt.Sprintf("  %s: %d", name, r.roll.Shown()))
	}
	if d := r.now.Resolved.Brief.Drawn; d != nil && filters[r.only].name == "" {
		head.Put(t.Quiet, fmt.Sprintf("  %d of %d %s", len(d.Reports), d.Of, drawn))
	}
	if state := r.roll.State(); state != "" {
		head.PutWhole(t.Quiet, "  "+state, 0)
	}
	b.WriteString(head.String() + "\n")
	var detail []string
	for _, text := range r.detail() {
		detail = append(detail, line.Wrap(text, width-2, "  ")...)
	}
	least := min(4, rows/5) // so that the list above mostly stays as high
	below := min(max(len(detail), least), max(0, rows-6))
	if below > 0 {
		below++
	}
	x, y = r.roll.Draw(b, width, rows-1-below, t)
	if below > 0 {
		b.WriteString(t.Rule.Wrap(strings.Repeat(t.Horizontal, width)) + "\n")
		for i := range below - 1 {
			l := line.New(width, t.Ellipsis)
			if i < len(detail) {
				l.Glyph("", " ").Put(t.Quiet, detail[i])
			}
			b.WriteString(l.String() + "\n")
		}
	}
	return x, y + 1
}

// detail is what is known of the chosen report beside its row.
func (r *Reports) detail() []string {
	k, ok := r.roll.Chosen()
	if !ok && filters[r.only].name != "" {
		return []string{"none: " + r.bound.Name(key.ShowNext) + " shows others"}
	}
	if !ok {
		return nil
	}
	w := r.row(k)
	if w.report < 0 {
		return []string{w.left.Path, w.left.Err.Error()}
	}
	rep := &r.now.Corpus.Reports[w.report]
	taken := "read by " + rep.Reader + ", " + language.Counted(len(rep.Text), "byte")
	if rep.Whole > 0 {
		taken += fmt.Sprintf(", %.0f%% of the text that the file has", 100*rep.Taken())
	}
	if why := cmp.Or(rep.Partial, rep.Plainly, rep.Garbled); why != "" {
		taken += "; " + why
	}
	if coded := r.now.CodedOf(r.coded, w.report); coded != "" {
		taken += "; " + coded
	}
	title := r.now.Corpus.Statements.Named(w.report) + ": " + r.now.TitleOf(w.report)
	lines := []string{title, rep.Path, taken}
	if why := r.now.Resolved.WhyLeftOut(w.report); why != "" {
		lines = append(lines, "left out: "+why)
	}
	if rep.Note != "" {
		lines = append(lines, rep.Note)
	}
	return lines
}
