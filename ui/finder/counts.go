package finder

import (
	"fmt"
	"strings"

	"parallax/corpus/safe"
	"parallax/corpus/search"
	"parallax/ui/key"
	"parallax/ui/line"
)

// offer is the related words with what they find: "also injured 4, hurt 2: ctrl-t adds".
func (f *Finder) offer() string {
	words := make([]string, len(f.related))
	for i, r := range f.related {
		words[i] = fmt.Sprintf("%s %d", r.Word, r.Count)
	}
	return "also " + safe.Line(strings.Join(words, ", ")) + ": " + f.bound.Name(key.TakeRelated) + " adds"
}

// counts is the row that says how many statements each outlet has, also those with none. Where the names are too long
// they are shortened, then left out at the end.
func (f *Finder) counts(width int) string {
	t := f.theme
	names, gap, columns := make([]string, len(f.result.Counts)), "   ", 2
	for i, c := range f.result.Counts {
		names[i] = c.Outlet
		columns += safe.Width(fmt.Sprintf("%s %d", c.Outlet, c.Count)+instead(c)) + len(gap)
	}
	if columns > width {
		names, gap = line.FirstWords(names, t.Short, t.Ellipsis), "  "
	}
	l := line.New(width, t.Ellipsis)
	l.Glyph("", "  ")
	for i, c := range f.result.Counts {
		entry := fmt.Sprintf("%s %d", names[i], c.Count) + instead(c)
		if rest := len(f.result.Counts) - i; l.Left() < safe.Width(entry)+len(" +999 more") && rest > 1 {
			l.Glyph(t.Quiet, fmt.Sprintf("+%d more", rest))
			break
		}
		style := t.Name
		if c.Count == 0 {
			style = t.Quiet
		}
		l.Put(style, entry).Glyph("", gap)
	}
	return l.String()
}

// instead is what an outlet without a hit has of other words for the same: " (Kiev 3)".
func instead(c search.OutletCount) string {
	if len(c.Instead) == 0 {
		return ""
	}
	words := make([]string, len(c.Instead))
	for i, o := range c.Instead {
		words[i] = fmt.Sprintf("%s %d", o.Word, o.Count)
	}
	return " (" + strings.Join(words, ", ") + ")"
}
