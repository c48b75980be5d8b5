// Package palette is the list of all that the program can do, by its words: it is narrowed by what is typed, and enter does
// the chosen one. What stands in it are the key tables and the commands; make one with [New].
package palette

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus/safe"
	"parallax/ui/field"
	"parallax/ui/key"
	"parallax/ui/line"
	"parallax/ui/screen"
	"parallax/ui/theme"
	"parallax/ui/want"
)

// Palette is the state of the list.
type Palette struct {
	screen.Still
	theme  *theme.Theme
	bound  *key.Map
	field  *field.Field
	all    []entry
	fits   []entry
	chosen int // an index of fits
	top    int // the first on screen
	rows   int
}

// entry is one thing that can be done.
type entry struct {
	keys  string // as they are typed, for people
	words string
	where string // the screen
	does  want.Want
}

// New opens the list over a screen: what its keys do first, then what those of the reading screen do, then the commands.
func New(t *theme.Theme, bound *key.Keys, over *key.Map, commands []string) *Palette {
	p := &Palette{theme: t, bound: &bound.Palette, field: field.New()}
	p.take(over, false)
	if over != &bound.Reading {
		p.take(&bound.Reading, true)
	}
	for _, c := range commands {
		p.all = append(p.all, entry{keys: ":" + c, words: c, where: "Command", does: want.Run{Command: c}})
	}
	p.narrow()
	return p
}

// take takes what the keys of a screen do.
func (p *Palette) take(m *key.Map, below bool) {
	for _, b := range m.Bindings {
		if b.Action == key.OpenPalette || len(b.Keys) == 0 {
			continue
		}
		p.all = append(p.all, entry{
			keys: key.Pretty(b.Keys[0]), words: strings.ReplaceAll(b.Help, "`", ""), where: m.Screen,
			does: want.Press{Keys: b.Keys[0], Below: below},
		})
	}
}

// Place covers everything.
func (p *Palette) Place() screen.Place { return screen.Cover }

// Keys is the palette's.
func (p *Palette) Keys() *key.Map { return p.bound }

// SetTheme changes the styles.
func (p *Palette) SetTheme(t *theme.Theme) { p.theme = t }

// Key takes one key press.
func (p *Palette) Key(msg tea.KeyPressMsg) want.Want {
	switch p.bound.Action(msg.String()) {
	case key.Accept:
		if len(p.fits) == 0 {
			return nil
		}
		return p.fits[p.chosen].does
	case key.ListDown:
		p.choose(p.chosen + 1)
	case key.ListUp:
		p.choose(p.chosen - 1)
	case key.ListPageDown:
		p.choose(p.chosen + max(1, p.rows))
	case key.ListPageUp:
		p.choose(p.chosen - max(1, p.rows))
	case key.Close:
		return want.Close{}
	case key.Quit:
		return want.Quit{}
	default:
		if p.field.Key(msg) {
			p.narrow()
		}
	}
	return nil
}

// Paste inserts a pasted text.
func (p *Palette) Paste(text string) (want.Want, bool) {
	if p.field.Paste(text) {
		p.narrow()
	}
	return nil, true
}

func (p *Palette) choose(i int) { p.chosen = max(0, min(i, len(p.fits)-1)) }

// narrow keeps what has every typed word in its words, its keys or its screen's name. What has one at the beginning of its
// words comes first.
func (p *Palette) narrow() {
	typed := strings.Fields(strings.ToLower(p.field.Text()))
	var first, rest []entry
	for _, e := range p.all {
		words := strings.ToLower(e.words)
		whole, begins, all := words+" "+strings.ToLower(e.keys+" "+e.where), false, true
		for _, w := range typed {
			all = all && strings.Contains(whole, w)
			begins = begins || strings.HasPrefix(words, w)
		}
		switch {
		case all && begins:
			first = append(first, e)
		case all:
			rest = append(rest, e)
		}
	}
	p.fits, p.chosen, p.top = append(first, rest...), 0, 0
}

// Draw writes rows rows of width columns and returns the cell of the field's cursor.
func (p *Palette) Draw(b *strings.Builder, width, rows int) (x, y int) {
	t := p.theme
	p.rows = max(1, rows-1)
	if p.chosen < p.top {
		p.top = p.chosen
	}
	p.top = max(p.top, p.chosen-p.rows+1)
	l := line.New(width, t.Ellipsis).Glyph(t.Brand, " Do").Glyph(t.Quiet, "  ")
	x = p.field.Draw(l, "")
	b.WriteString(l.Right(t.Quiet, fmt.Sprintf("%d of %d ", len(p.fits), len(p.all))).String() + "\n")
	for i := range rows - 1 {
		switch n := p.top + i; {
		case n < len(p.fits):
			b.WriteString(p.row(p.fits[n], n == p.chosen, width))
		case i == 0:
			b.WriteString(line.New(width, t.Ellipsis).Put(t.Quiet, "  nothing is called so; backspace shows more").String())
		default:
			b.WriteString(line.Blank(width))
		}
		b.WriteByte('\n')
	}
	return x, 0
}

// row is one entry: its key, its words, and where there is room the screen that it belongs to.
func (p *Palette) row(e entry, chosen bool, width int) string {
	t := p.theme
	l := line.New(width, t.Ellipsis)
	mark := " "
	if chosen {
		mark = t.Chosen
	}
	keys, words, where := e.keys, e.words, ""
	if t.ASCII {
		keys, words = key.ASCII(keys), key.ASCII(words)
	}
	if width >= 60 {
		where = e.where
	}
	l.Glyph(t.Shared, mark+" ").Put(t.Key, keys).To(12).Glyph("", " ")
	room := l.Left() - safe.Width(where) - 2
	l.Put("", safe.Truncate(words, room, t.Ellipsis))
	return l.Right(t.Quiet, where+" ").String()
}
