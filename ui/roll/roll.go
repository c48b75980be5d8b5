// Package roll is a list in columns with one item chosen, which a reader sorts and narrows by typing: what the lists of
// reports and of stories have in common. Call [New], then [Roll.Set] with the items whenever they change, hand keys to
// [Roll.Key], and draw it.
package roll

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"parallax/ui/field"
	"parallax/ui/key"
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
	Why   string   // what is said of Whole behind it, and has half the room where there is not enough for both
	Also  string   // what it is found by beside its cells
	Apart bool     // it comes after all that are not apart, whatever is sorted by
}

// Roll is the state of the list.
type Roll struct {
	bound    *key.Map
	columns  []Column
	widest   []int // by column, the columns that its widest cell takes; nil until they are asked for
	widths   []int // by column, as last drawn, 0 for one that is left out; nil where nothing is drawn
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

// New is an empty list with the keys of its screen.
func New(bound *key.Map, columns ...Column) *Roll {
	return &Roll{bound: bound, columns: columns, by: -1, words: field.New()}
}

// SetColumns takes other columns; what is sorted by stays, if it is among them.
func (r *Roll) SetColumns(columns ...Column) {
	by := -1
	if r.by >= 0 {
		by = slices.IndexFunc(columns, func(c Column) bool { return c.Head == r.columns[r.by].Head })
	}
	r.columns, r.by, r.widest, r.widths = columns, by, nil, nil
}

// Set takes the items as they are now; the choice stays on its item.
func (r *Roll) Set(items []Item) {
	was, had := r.Chosen()
	row := r.chosen - r.top
	r.all, r.widest = items, nil
	r.arrange()
	if had {
		r.Choose(was)
	}
	r.top = r.chosen - row
}

// Follow says that the items will have other keys from now on: to is the new one of a key, negative for none. Call it before
// [Roll.Set].
func (r *Roll) Follow(to func(key int) int) {
	for i := range r.all {
		r.all[i].Key = to(r.all[i].Key)
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
	text := strings.ToLower(strings.Join(it.Cells, "\x00") + "\x00" + it.Also)
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
func (r *Roll) Key(msg tea.KeyPressMsg) (a key.Action, taken bool) {
	if r.typing {
		return key.None, r.typed(msg)
	}
	a, count := r.keys.Feed(r.bound, msg.String())
	if to, moves := key.InList(a, count, r.chosen, len(r.shown), r.rows); moves {
		r.chosen = to
		return a, true
	}
	switch a {
	case key.SortList:
		r.sort(count)
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

// Hints is the keys for the screen's last row without those of some actions: while words are typed all keys are theirs, and
// as long as they narrow the list the key that goes back shows all again.
func (r *Roll) Hints(without []key.Action) []key.Hint {
	all := key.Hint{Key: r.bound.Name(key.Close), Short: "show all", Need: key.ToLeave}
	if r.typing {
		return []key.Hint{{Key: "enter", Short: "keep it"}, all}
	}
	hints := r.bound.FooterOf(func(a key.Action) bool { return !slices.Contains(without, a) })
	for i := range hints {
		if r.narrowed != "" && hints[i].Need == key.ToLeave {
			hints[i] = all
		}
	}
	return hints
}

// typed takes a key of the words that narrow the list.
func (r *Roll) typed(msg tea.KeyPressMsg) (taken bool) {
	switch name := msg.String(); {
	case name == "enter":
		r.typing = false
	case name == "ctrl+c":
		r.typing = false
	case r.bound.Action(name) == key.Close && len(name) > 1:
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

// sort sorts by a column, counted from 1, and by the same again the other way round. Without one, 0, it is the next that is shown:
// up, then down, then the order of the items again.
func (r *Roll) sort(column int) {
	was, had := r.Chosen()
	switch {
	case column > 0:
		by := min(column, len(r.columns)) - 1
		r.by, r.down = by, by == r.by && !r.down
	case r.by >= 0 && !r.down:
		r.down = true
	default:
		r.by, r.down = r.by+1, false
		for r.by < len(r.widths) && r.widths[r.by] == 0 {
			r.by++
		}
		if r.by >= len(r.columns) {
			r.by = -1
		}
	}
	r.arrange()
	if had {
		r.Choose(was)
	}
}

// Move moves the choice.
func (r *Roll) Move(by int) { r.chosen = max(0, min(r.chosen+by, len(r.shown)-1)) }
