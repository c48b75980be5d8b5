package tagging

import (
	"fmt"
	"strings"

	"parallax/corpus/coding"
	"parallax/corpus/safe"
	"parallax/ui/key"
	"parallax/ui/line"
)

// Draw writes rows rows of width columns, and returns the cell of the cursor from the panel's corner.
func (s *Tagging) Draw(b *strings.Builder, width, rows int) (x, y int) {
	x, y = s.head(b, width)
	s.rows = max(1, rows-1)
	s.top = max(0, min(s.top, s.chosen), s.chosen-s.rows+1)
	for i := range rows - 1 {
		if n := s.top + i; n < len(s.tags) {
			b.WriteString(s.row(n, width) + "\n")
			if n == s.chosen && y < 0 {
				x, y = 1, i+1
			}
		} else {
			b.WriteString(line.Blank(width) + "\n")
		}
	}
	return x, y
}

// head writes what is asked; y is negative when the cursor is not in it.
func (s *Tagging) head(b *strings.Builder, width int) (x, y int) {
	t := s.theme
	l := line.New(width, t.Ellipsis).Glyph("", " ")
	y = -1
	switch {
	case len(s.asked) > 0:
		l.Put(t.Warning, "“"+s.asked[0]+"” is not in the codebook: ")
		if nearest, ok := s.book.Nearest(s.asked[0]); ok {
			l.Glyph(t.Key, s.bound.Name(key.TakeNearest)).Put(t.Text, " "+nearest+"  ")
		}
		x, y = l.Columns(), 0
		l.Glyph(t.Key, s.bound.Name(key.AddTag)).Glyph(t.Text, " add it  ").Glyph(t.Key, s.bound.Name(key.Close)).Glyph(t.Text, " write again")
	case s.field != nil:
		l.Put(t.Key, "tags: ")
		x, y = s.field.Draw(l, ""), 0
	default:
		l.Put(t.Brand, "Tags of "+s.of.What)
		if n := len(s.changed); n > 0 {
			l.Glyph(t.Quiet, fmt.Sprintf("  %d changed, enter keeps", n))
		}
		if more := len(s.tags) - s.top - s.rows; s.rows > 0 && more > 0 {
			l.Right(t.Quiet, fmt.Sprintf("%d more ", more))
		}
	}
	b.WriteString(l.String() + "\n")
	return x, y
}

// row is a tag of the list: its key, whether it is on, and what it is for.
func (s *Tagging) row(n, width int) string {
	t, tag := s.theme, s.tags[n]
	l := line.New(width, t.Ellipsis)
	label := " "
	if n < len(labels) {
		label = labels[n : n+1]
	}
	style := t.Text
	if n == s.chosen {
		style = t.Current
	}
	l.Glyph("", " ").Glyph(t.Key, label).Glyph(style, " "+s.box(tag)+" ").Put(style, tag)
	if about := s.about(tag); about != "" {
		l.Put(t.Quiet, "  "+about)
	}
	return l.String()
}

// box says whether a tag is on all, on none or on how many, and whether that is new.
func (s *Tagging) box(tag string) string {
	n := s.had[tag]
	mark := "[ ]"
	switch {
	case s.on(tag):
		mark = "[x]"
	case n > 0 && !s.was(tag):
		mark = fmt.Sprintf("[%d of %d]", n, s.all)
	}
	if s.was(tag) {
		return mark + "*"
	}
	return mark + " "
}

// was reports whether the tag is not as it was.
func (s *Tagging) was(tag string) bool {
	_, changed := s.changed[tag]
	return changed
}

// about is a tag's definition, and what it is said of.
func (s *Tagging) about(tag string) string {
	code, ok := s.book.CodeOf(tag)
	if !ok {
		return "not in the codebook"
	}
	if code.Unit.IsWhole() {
		return strings.TrimSpace(safe.Line(code.Definition) + " (goes to the " + string(code.Unit) + ")")
	}
	if code.Unit != "" && code.Unit != coding.OfStatement {
		return strings.TrimSpace(safe.Line(code.Definition) + " (of a " + string(code.Unit) + ")")
	}
	return safe.Line(code.Definition)
}
