package reader

import (
	"fmt"
	"slices"

	"parallax/corpus/safe"
	"parallax/ui/key"
	"parallax/ui/line"
)

// Footer is the last row: what n steps through and the keys worth knowing; at its end what has
// been typed of an unfinished key sequence.
func (r *Reader) Footer() string {
	t := r.theme
	l := line.New(r.width, t.Ellipsis)
	l.Glyph("", " ")
	pending := r.Pending()
	switch {
	case r.jumping:
		l.Put(t.Key, pending).Put(t.Quiet, "  go to the outlet whose name begins so")
	case r.selecting != nil:
		l.Put(t.Match, r.selectionFooter()).Hints(r.bound.Selecting.Footer(), t.Key, t.Quiet)
	case r.adding != nil:
		l.Put(t.Match, "adding to "+safe.Truncate(r.adding.name, shortName, t.Ellipsis)+": ").Put(t.Quiet, "go to a statement that says it   ").Hints([]key.Hint{
			{Key: r.bound.Asking.Name(key.Accept), Short: "add"}, {Key: r.bound.Asking.Name(key.Close), Short: "leave it", Need: key.ToLeave}}, t.Key, t.Quiet)
	default:
		if r.active != nil && r.active.Name != "" {
			l.Put(t.Match, r.active.Name).Put(t.Quiet, r.activePlace()+"   ")
			if about := r.aboutHere(); about != "" {
				l.Put("", about+"   ")
			}
		}
		l.Hints(r.hints(), t.Key, t.Quiet)
	}
	l.Right(t.Key, pending+" ")
	return l.String()
}

// activePlace is where the cursor stands in the active set: " 3 of 7".
func (r *Reader) activePlace() string {
	n := len(r.active.Statements)
	if i, found := slices.BinarySearch(r.active.Statements, r.at.Statement); found {
		return fmt.Sprintf(" %d of %d", i+1, n)
	}
	return fmt.Sprintf(" %d", n)
}

// aboutHere is what the active set says of the statement under the cursor, "" for nothing.
func (r *Reader) aboutHere() string {
	if _, in := slices.BinarySearch(r.active.Statements, r.at.Statement); !in || r.active.About == nil {
		return ""
	}
	return r.active.About(r.at.Statement)
}

// hints is the keys of the footer; the first run shows how to move as well.
func (r *Reader) hints() []key.Hint {
	keys := &r.bound.Reading
	hints := keys.Footer()
	for i := range hints {
		if hints[i].Need == key.ToAsk {
			hints[i].Need = key.Ordinary // the first row names it
		}
	}
	if r.active != nil {
		next := keys.Name(key.NextShared)
		for i := range hints {
			if hints[i].Key == next {
				hints[i].Short = "next hit"
			}
		}
		hints = append([]key.Hint{{Key: keys.Name(key.Close), Short: "end the set", Need: key.ToLeave}}, hints...)
	} else if r.CameFrom != "" {
		hints = append([]key.Hint{{Key: keys.Name(key.Close), Short: "back to " + r.CameFrom, Need: key.ToLeave}}, hints...)
	}
	if r.FirstRun {
		hints = append([]key.Hint{
			{Key: keys.Name(key.NextStatement) + " " + keys.Name(key.PrevStatement), Short: "statement"},
			{Key: keys.Name(key.PrevOutlet) + " " + keys.Name(key.NextOutlet), Short: "outlet"},
		}, slices.DeleteFunc(hints, func(h key.Hint) bool { return h.Short == "outlet" })...)
	}
	return hints
}
