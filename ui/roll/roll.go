// Package roll is a list in columns with one item chosen, which a reader sorts and narrows by typing: what the lists of
// reports and of stories have in common. Call [New], then [Roll.Set] with the items whenever they change, hand keys to
// [Roll.Key], and draw it.
package roll

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus/safe"
	"parallax/ui/field"
	"parallax/ui/key"
	"parallax/ui/line"
	"parallax/ui/theme"
)

// Column is one column. A screen too narrow for all leaves out the last ones first.
type Column struct {
	Head  string
	Width int  // the least columns it takes
	Share int  // of the columns that are left over: a share of 0 takes none
	Right bool // its words stand at its right edge
	Named bool // read by the line, it is called by its name, as a number always is
}

// Item is one row.
type Item struct {
	Key   int      // by which the screen knows it, and by which the choice stays on it
	Cells []string // by column
	Sort  []string // by column, what to sort by; nil: the cells
	Quiet bool     // beside the point
	Mark  string   // a mark before it, one column wide; "" for none
	Whole string   // what the row has from its second cell on, over all columns; "" for cells
	Apart bool     // it comes after all that are not apart, whatever is sorted by
}

// Roll is the state of the list.
type Roll struct {
	columns  []Column
	all      []Item
	shown    []int // indices of all, sorted and narrowed
	chosen   int   // an index of shown
	top      int
	rows     int // on screen
	by       int // the column that is sorted by, -1 for the order of the items
	down     bool
	words    *field.Field // what narrows the list
	narrowed string
	typing   bool
	keys     key.Parser
}

// New is an empty list.
func New(columns ...Column) *Roll { return &Roll{columns: columns, by: -1, words: field.New()} }

// Set takes the items as they are now; the choice stays on its item.
func (r *Roll) Set(items []Item) {
	was, had := r.Chosen()
	r.all = items
	r.arrange()
	if had {
		r.Choose(was)
	}
}

// Chosen is the key of the chosen item; ok is false in an empty list.
func (r *Roll) Chosen() (key int, ok bool) {
	if r.chosen >= len(r.shown) {
		return 0, false
	}
	return r.all[r.shown[r.chosen]].Key, true
}

// Choose chooses the item of a key, if it is shown.
func (r *Roll) Choose(key int) {
	for i, k := range r.shown {
		if r.all[k].Key == key {
			r.chosen = i
		}
	}
}

// Shown is how many items are shown.
func (r *Roll) Shown() int { return len(r.shown) }

// arrange sorts and narrows.
func (r *Roll) arrange() {
	r.shown = r.shown[:0]
	words := strings.Fields(strings.ToLower(r.narrowed))
	for i := range r.all {
		if r.all[i].has(words) {
			r.shown = append(r.shown, i)
		}
	}
	slices.SortStableFunc(r.shown, func(i, j int) int {
		a, b := &r.all[i], &r.all[j]
		if a.Apart != b.Apart {
			if a.Apart {
				return 1
			}
			return -1
		}
		if r.by < 0 {
			return 0
		}
		order := strings.Compare(a.sortBy(r.by), b.sortBy(r.by))
		if r.down {
			order = -order
		}
		return order
	})
	r.chosen = max(0, min(r.chosen, len(r.shown)-1))
}

func (it *Item) has(words []string) bool {
	if len(words) == 0 {
		return true
	}
	text := strings.ToLower(strings.Join(it.Cells, "\x00"))
	for _, w := range words {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

func (it *Item) sortBy(column int) string {
	of := it.Sort
	if of == nil {
		of = it.Cells
	}
	if column < len(of) {
		return strings.ToLower(of[column])
	}
	return ""
}

// Number is a number as it sorts.
func Number(n int) string { return fmt.Sprintf("%012d", n) }

// Key takes a key: moving, sorting and narrowing. taken is false for any other, whose action, with its count, is the
// screen's.
func (r *Roll) Key(bound *key.Map, msg tea.KeyPressMsg) (a key.Action, taken bool) {
	if r.typing {
		return key.None, r.typed(bound, msg)
	}
	a, count := r.keys.Feed(bound, msg.String())
	if to, moves := key.InList(a, count, r.chosen, len(r.shown), r.rows); moves {
		r.chosen = to
		return a, true
	}
	switch a {
	case key.SortList:
		r.sortNext()
	case key.Filter:
		r.typing = true
	case key.Close:
		if r.narrowed == "" {
			return a, false
		}
		r.narrow("")
	case key.None:
	default:
		return a, false
	}
	return a, true
}

// Typing reports whether words are typed that narrow the list.
func (r *Roll) Typing() bool { return r.typing }

// typed takes a key of the words that narrow the list.
func (r *Roll) typed(bound *key.Map, msg tea.KeyPressMsg) (taken bool) {
	switch name := msg.String(); {
	case name == "enter":
		r.typing = false
	case name == "ctrl+c":
		r.typing = false
	case bound.Action(name) == key.Close && len(name) > 1:
		r.typing = false
		r.narrow("")
	case name == "down" || name == "ctrl+n" || name == "ctrl+j":
		r.chosen = max(0, min(r.chosen+1, len(r.shown)-1))
	case name == "up" || name == "ctrl+p" || name == "ctrl+k":
		r.chosen = max(0, r.chosen-1)
	default:
		if r.words.Key(msg) {
			r.narrowed = r.words.Text()
			r.chosen = 0
			r.arrange()
		}
	}
	return true
}

// Paste takes a pasted text while words are typed.
func (r *Roll) Paste(text string) (taken bool) {
	if r.typing && r.words.Paste(text) {
		r.narrowed, r.chosen = r.words.Text(), 0
		r.arrange()
	}
	return r.typing
}

func (r *Roll) narrow(words string) {
	was, had := r.Chosen()
	r.words.Set(words)
	r.narrowed = words
	r.arrange()
	if had {
		r.Choose(was)
	}
}

// sortNext sorts by the next column: up, then down, then by the order of the items again.
func (r *Roll) sortNext() {
	was, had := r.Chosen()
	switch {
	case r.by >= 0 && !r.down:
		r.down = true
	case r.by+1 < len(r.columns):
		r.by, r.down = r.by+1, false
	default:
		r.by, r.down = -1, false
	}
	r.arrange()
	if had {
		r.Choose(was)
	}
}

// Move moves the choice.
func (r *Roll) Move(by int) { r.chosen = max(0, min(r.chosen+by, len(r.shown)-1)) }

// State says how the list is sorted and narrowed, for the screen's heading.
func (r *Roll) State() string {
	var parts []string
	if r.by >= 0 {
		how := "by " + cmp.Or(r.columns[r.by].Head, "state")
		if r.down {
			how += ", last first"
		}
		parts = append(parts, how)
	}
	if r.narrowed != "" && !r.typing {
		parts = append(parts, fmt.Sprintf("%d with %q", len(r.shown), r.narrowed))
	}
	return strings.Join(parts, "; ")
}

// Draw writes rows rows of width columns: the names of the columns, the items, and at the foot the words that are being
// typed. It returns the cell of the cursor.
func (r *Roll) Draw(b *strings.Builder, width, rows int, t *theme.Theme) (x, y int) {
	widths := r.share(width)
	b.WriteString(r.heads(widths, width, t) + "\n")
	r.rows = rows - 1
	if r.typing {
		r.rows--
	}
	if r.chosen < r.top {
		r.top = r.chosen
	}
	if r.chosen >= r.top+r.rows {
		r.top = r.chosen - r.rows + 1
	}
	r.top = max(0, min(r.top, len(r.shown)-r.rows))
	for i := range r.rows {
		if n := r.top + i; n < len(r.shown) {
			b.WriteString(r.row(&r.all[r.shown[n]], n == r.chosen, widths, width, t) + "\n")
		} else {
			b.WriteString(line.Blank(width) + "\n")
		}
	}
	x, y = 1, 1+r.chosen-r.top
	if r.typing {
		l := line.New(width, t.Ellipsis).Glyph(t.Key, " /")
		x, y = r.words.Draw(l, ""), rows-1
		if found := fmt.Sprintf("%d of %d ", len(r.shown), len(r.all)); l.Left() > safe.Width(found)+2 {
			l.Right(t.Quiet, found)
		}
		b.WriteString(l.String() + "\n")
	}
	return x, y
}

// share is the columns that each column gets, 0 for those that are left out.
func (r *Roll) share(width int) []int {
	widths := make([]int, len(r.columns))
	left, shares := width-3, 0
	for i, c := range r.columns {
		if c.Width+2 > left && i > 0 {
			break
		}
		widths[i] = min(c.Width, max(1, left))
		left -= c.Width + 2
		shares += c.Share
	}
	for i, c := range r.columns {
		if widths[i] > 0 && c.Share > 0 && left > 0 {
			more := left * c.Share / shares
			widths[i] += more
		}
	}
	return widths
}

func (r *Roll) heads(widths []int, width int, t *theme.Theme) string {
	l := line.New(width, t.Ellipsis).Glyph("", "   ")
	for i, c := range r.columns {
		if widths[i] == 0 {
			break
		}
		put(l, c, c.Head, widths[i], t.Quiet, t.Ellipsis)
	}
	return l.String()
}

func (r *Roll) row(it *Item, chosen bool, widths []int, width int, t *theme.Theme) string {
	l := line.New(width, t.Ellipsis)
	mark, style := " ", theme.Style("")
	if chosen {
		mark = t.Chosen
	}
	l.Glyph(t.Shared, mark).Glyph(t.Shared, cmp.Or(it.Mark, " ")).Glyph("", " ")
	switch {
	case it.Quiet:
		style = t.Quiet
	case chosen:
		style = t.Current
	}
	for i, c := range r.columns {
		if widths[i] == 0 || i >= len(it.Cells) {
			break
		}
		if i == 1 && it.Whole != "" {
			l.Put(style, it.Whole)
			break
		}
		put(l, c, it.Cells[i], widths[i], style, t.Ellipsis)
	}
	return l.String()
}

// put writes one cell and the gap behind it.
func put(l *line.Line, c Column, text string, width int, s theme.Style, ellipsis string) {
	text = safe.Truncate(safe.Line(text), width, ellipsis)
	blank := line.Blank(width - safe.Width(text))
	if c.Right {
		l.Glyph("", blank).Glyph(s, text)
	} else {
		l.Glyph(s, text).Glyph("", blank)
	}
	if l.Left() >= 2 {
		l.Glyph("", "  ")
	}
}
