// Package stories is the list of stories of a folder that holds reports of many events: what each is about in its reports'
// own words, who tells it, when, and what is new. [New] opens it.
package stories

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
	"parallax/corpus/safe"
	"parallax/corpus/source"
	"parallax/corpus/story"
	"parallax/ui/desk"
	"parallax/ui/key"
	"parallax/ui/line"
	"parallax/ui/roll"
	"parallax/ui/screen"
	"parallax/ui/theme"
	"parallax/ui/want"
)

// Stories is the state of the screen.
type Stories struct {
	screen.Still
	now    desk.Snapshot
	been   func(report.ID) bool  // the cursor was in the report
	counts func() *source.Counts // of the archive; nil when there is none, or not yet
	theme  *theme.Theme
	bound  *key.Map
	roll   *roll.Roll
	marked map[report.ID]bool // the first reports of the stories that are to be joined
	coded  map[report.ID]int  // statements with tags, nil when none has any
}

// New opens the list, on the story that is open.
func New(now desk.Snapshot, at screen.Focus, been func(report.ID) bool, counts func() *source.Counts, t *theme.Theme, bound *key.Map) *Stories {
	s := &Stories{now: now, been: been, counts: counts, theme: t, bound: bound, marked: make(map[report.ID]bool)}
	s.roll = roll.New(bound,
		roll.Column{Head: "about", Width: 24, Share: 1}, roll.Column{Head: "read", Width: 7, Right: true}, roll.Column{Head: "outlets", Width: 7, Right: true},
		roll.Column{Head: "new", Width: 4, Right: true}, roll.Column{Head: "dates", Width: 26}, roll.Column{Head: "marks", Width: 5, Right: true},
		roll.Column{Head: "reports", Width: 7, Right: true},
	)
	s.fill()
	s.roll.Choose(at.Story)
	return s
}

// Place covers the panes.
func (s *Stories) Place() screen.Place { return screen.Whole }

// Keys is the list's.
func (s *Stories) Keys() *key.Map { return s.bound }

// Hints is the keys of the list; how stories are joined stands there when some are marked for it.
func (s *Stories) Hints(*key.Map) []key.Hint {
	if len(s.marked) > 0 {
		return s.roll.Hints([]key.Action{key.Filter, key.SortList})
	}
	return s.roll.Hints([]key.Action{key.JoinStory})
}

// SetTheme changes the styles.
func (s *Stories) SetTheme(t *theme.Theme) { s.theme = t }

// Look takes the stories as they are now.
func (s *Stories) Look(now desk.Snapshot, _ screen.Focus) (stays bool) {
	was := s.now.Corpus
	s.now = now
	if now.Corpus != was {
		s.follow(was)
	}
	s.fill()
	return true
}

// Typing reports whether words are typed that narrow the list.
func (s *Stories) Typing() bool { return s.roll.Typing() }

// follow keeps the choice and the marks on their stories when reports and stories have other numbers than before.
func (s *Stories) follow(was *corpus.Corpus) {
	c := s.now.Corpus
	story := make(map[string]int) // by path of a report
	for i := range c.Reports {
		story[c.Reports[i].Path] = c.Stories.Of[i]
	}
	marked := make(map[report.ID]bool)
	for r := range s.marked {
		if i, there := story[was.Reports[r].Path]; there {
			marked[c.Stories.All[i].Reports[0]] = true
		}
	}
	s.marked = marked
	s.roll.Follow(func(key int) int {
		for _, r := range was.Stories.All[key].Reports {
			if i, there := story[was.Reports[r].Path]; there {
				return i
			}
		}
		return -1
	})
}

// fill makes the rows anew.
func (s *Stories) fill() {
	c := s.now.Corpus
	marks := s.now.MarksByReport()
	s.coded = s.now.CodedByReport()
	var items []roll.Item
	for _, i := range largestFirst(c.Stories.All) {
		st := &c.Stories.All[i]
		name := st.Name(c.Reports)
		out := !slices.ContainsFunc(st.Reports, func(r report.ID) bool { return !s.now.Resolved.IsLeftOut(r) })
		if out {
			name = "(left out) " + name
		}
		it := roll.Item{Key: i, Quiet: out, Apart: out}
		if s.marked[st.Reports[0]] {
			it.Mark = s.theme.Kept
		}
		kept, read := 0, 0
		for _, r := range st.Reports {
			kept += marks[r]
			if s.been(r) || s.now.Resolved.Done(r) {
				read++
			}
		}
		fresh := s.now.Fresh(st.Reports)
		it.Cells = []string{
			name, fmt.Sprintf("%d/%d", read, len(st.Reports)), fmt.Sprint(st.Outlets), some(fresh), dates(st), some(kept), fmt.Sprint(len(st.Reports)),
		}
		it.Sort = []string{
			it.Cells[0], roll.Number(read), roll.Number(st.Outlets), roll.Number(fresh), cmp.Or(st.From.ISO(), "9"), roll.Number(kept), roll.Number(len(st.Reports)),
		}
		it.Also = titles(c, st)
		items = append(items, it)
	}
	s.roll.Set(items)
}

// largestFirst is the stories in the order of their sizes.
func largestFirst(all []story.Story) []int {
	order := make([]int, len(all))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(len(all[j].Reports), len(all[i].Reports)) })
	return order
}

// some is a number, "" for none.
func some(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprint(n)
}

// titles is the outlets and titles of a story's reports.
func titles(c *corpus.Corpus, st *story.Story) string {
	var b strings.Builder
	for _, r := range st.Reports {
		b.WriteString(c.Reports[r].Outlet + "\x00" + c.Reports[r].Title + "\x00")
	}
	return b.String()
}

// dates is when a story was told; a year or a month that is the same is said once.
func dates(st *story.Story) string {
	from, to := st.From, st.To
	switch {
	case !from.Known():
		return "date unknown"
	case from.ISO() == to.ISO():
		return from.String()
	}
	first := from.String()
	if from.Day > 0 && to.Day > 0 && from.Year == to.Year {
		first = strings.TrimSuffix(first, fmt.Sprintf(" %d", from.Year))
		if from.Month == to.Month {
			first = fmt.Sprint(from.Day)
		}
	}
	return first + " to " + to.String()
}

// Key takes one key press.
func (s *Stories) Key(msg tea.KeyPressMsg) want.Want {
	action, taken := s.roll.Key(msg)
	if taken {
		return nil
	}
	switch action {
	case key.Accept:
		if i, ok := s.roll.Chosen(); ok {
			return want.OpenStory{Story: i}
		}
	case key.Mark:
		s.mark()
	case key.JoinStory:
		return s.join()
	case key.Rescan:
		return want.Rescan{}
	case key.OpenReports, key.OpenNew, key.OpenSearch, key.OpenBrief, key.OpenCommand:
		return want.Open{Screen: action}
	default:
		return want.Usual(action)
	}
	return nil
}

// mark marks the chosen story for joining, or unmarks it.
func (s *Stories) mark() {
	i, ok := s.roll.Chosen()
	if !ok {
		return
	}
	first := s.now.Corpus.Stories.All[i].Reports[0]
	if s.marked[first] = !s.marked[first]; !s.marked[first] {
		delete(s.marked, first)
	}
	s.fill()
	s.roll.Move(1)
}

// join makes the marked stories and the chosen one a single story.
func (s *Stories) join() want.Want {
	i, ok := s.roll.Chosen()
	if !ok {
		return nil
	}
	all := slices.Clone(s.now.Corpus.Stories.All[i].Reports)
	for k := range s.now.Corpus.Stories.All {
		if st := &s.now.Corpus.Stories.All[k]; k != i && s.marked[st.Reports[0]] {
			all = append(all, st.Reports...)
		}
	}
	if len(all) == len(s.now.Corpus.Stories.All[i].Reports) {
		return want.Say{Text: "mark the stories that belong to this one first: " + s.bound.Name(key.Mark)}
	}
	clear(s.marked)
	slices.Sort(all)
	return want.Change{Changes: []brief.Change{brief.GatherOf(s.now.Corpus.Statements, all, false)}}
}

// Paste goes into the words that narrow the list.
func (s *Stories) Paste(text string) (want.Want, bool) { return nil, s.roll.Paste(text) }

// Wheel moves the choice.
func (s *Stories) Wheel(_, _, by int) (taken bool) {
	s.roll.Move(by)
	return true
}

// Click does nothing.
func (s *Stories) Click(int, int) (taken bool) { return true }

// Draw writes the screen.
func (s *Stories) Draw(b *strings.Builder, width, rows int) (x, y int) {
	t := s.theme
	b.WriteString(s.head(width) + "\n")
	chart := s.chart(width)
	for _, l := range chart {
		b.WriteString(l + "\n")
	}
	rows -= len(chart)
	most := max(0, min(8, rows/3, s.longest())) // as much for each story, so that the list above stays as high
	detail := s.detail(most)
	below := 0
	if most > 0 {
		below = most + 1
	}
	x, y = s.roll.Draw(b, width, rows-1-below, t)
	if below > 0 {
		b.WriteString(t.Rule.Wrap(strings.Repeat(t.Horizontal, width)) + "\n")
		for i := range most {
			l := line.New(width, t.Ellipsis)
			if i < len(detail) {
				l.Glyph("", " ").Put(t.Name, detail[i][0]).Put(t.Quiet, detail[i][1]).Put("", detail[i][2])
			}
			b.WriteString(l.String() + "\n")
		}
	}
	return x, y + 1 + len(chart)
}

// head is the first row: what is read, and how much. Where there is no room for all, the names go first.
func (s *Stories) head(width int) string {
	t, c := s.theme, s.now.Corpus
	help := s.bound.Name(key.OpenHelp) + " " + s.bound.Short(key.OpenHelp) + " "
	dot := " " + t.Dot + " "
	many := count(len(c.Stories.All)) + dot
	l := line.New(width, t.Ellipsis)
	switch room := width - 1; {
	case safe.Width(" parallax  "+c.Name+dot+many+c.Came()) <= room:
		l.Glyph(t.Brand, " parallax").Put("", "  "+c.Name+dot+many+c.Came())
	default:
		l.Put("", " "+many+c.CameIn(room-1-safe.Width(many)))
	}
	if state := s.roll.State(); state != "" {
		l.PutWhole(t.Quiet, "  "+state, safe.Width(help)+1)
	}
	return l.Right(t.Quiet, help).String()
}

func count(stories int) string {
	if stories == 1 {
		return "1 story"
	}
	return fmt.Sprintf("%d stories", stories)
}

// longest is how many rows the reports of a story take at most.
func (s *Stories) longest() int {
	rows := 0
	for i := range s.now.Corpus.Stories.All {
		rows = max(rows, len(s.now.Corpus.Stories.All[i].Reports))
	}
	if s.coded != nil {
		rows++
	}
	return rows
}

// detail is the reports of the chosen story, new ones first, at most rows of them: outlet, date, title.
func (s *Stories) detail(rows int) (lines [][3]string) {
	i, ok := s.roll.Chosen()
	if !ok {
		return nil
	}
	c := s.now.Corpus
	reports := slices.Clone(c.Stories.All[i].Reports)
	slices.SortStableFunc(reports, func(a, b report.ID) int {
		return cmp.Compare(s.now.Fresh([]report.ID{b}), s.now.Fresh([]report.ID{a}))
	})
	if coded := s.now.CodedOf(s.coded, reports...); coded != "" && rows > 1 {
		lines, rows = append(lines, [3]string{"", coded + " statements of the story", ""}), rows-1
	}
	for k, id := range reports {
		if k == rows-1 && len(reports) > rows {
			return append(lines, [3]string{"", "and " + language.Counted(len(reports)-k, "more report"), ""})
		}
		rep := &c.Reports[id]
		fresh := ""
		if s.now.Fresh([]report.ID{id}) > 0 {
			fresh = "new "
		}
		lines = append(lines, [3]string{rep.Outlet, " " + s.theme.Dot + " " + cmp.Or(rep.Published.String(), "date unknown") + "  ", fresh + s.now.TitleOf(id) + before("  ", s.now.CodedOf(s.coded, id))})
	}
	return lines
}

// before is a text behind a sign, "" for none.
func before(sign, text string) string {
	if text == "" {
		return ""
	}
	return sign + text
}
