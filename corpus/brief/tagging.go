package brief

import (
	"slices"
	"strings"

	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// Place is words of a report.
type Place struct {
	Report report.ID
	Span   report.Span // bytes of its Text
}

// Passages is the entries of single passages, by where they are found now; of two at one place the first.
func (r *Resolved) Passages() map[Place]*Entry {
	at := make(map[Place]*Entry)
	for _, e := range r.Brief.Entries {
		if e.Kind != OfPassage {
			continue
		}
		found := r.Find(e.Wordings[0].Anchor)
		if place := (Place{found.Report, found.Span}); found.State != Orphan && at[place] == nil {
			at[place] = e
		}
	}
	return at
}

// Tagging puts tags on words of reports and on entries, and takes others off. Words that are not marked are marked with
// those that are put on. What has all of them and none of the others is left as it is.
func (r *Resolved) Tagging(set *statement.Set, at []Place, entries []uint64, on, off []string) ([]Change, error) {
	var changes []Change
	marked, seen := r.Passages(), make(map[Place]bool)
	for _, p := range at {
		span, err := trimmed(set.Reports[p.Report].Text, p.Span)
		if err != nil {
			return nil, err
		}
		p.Span = span
		switch e := marked[p]; {
		case seen[p]:
		case e != nil:
			changes = append(changes, retag(e, on, off)...)
		case len(on) > 0:
			a, err := AnchorAt(set, p.Report, p.Span)
			if err != nil {
				return nil, err
			}
			changes = append(changes, Mark{Wordings: []Anchor{a}, Tags: on})
		}
		seen[p] = true
	}
	for _, id := range entries {
		e := r.Brief.Entry(id)
		if e == nil {
			return nil, ErrNoEntry
		}
		changes = append(changes, retag(e, on, off)...)
	}
	return changes, nil
}

// retag is what puts tags on an entry and takes others off.
func retag(e *Entry, on, off []string) []Change {
	on = slices.DeleteFunc(slices.Clone(on), func(t string) bool { return slices.Contains(e.Tags, t) })
	off = slices.DeleteFunc(slices.Clone(off), func(t string) bool { return !slices.Contains(e.Tags, t) })
	var changes []Change
	if len(off) > 0 {
		changes = append(changes, Untag{Target: Target{Entry: e.ID}, Tags: off})
	}
	if len(on) > 0 {
		changes = append(changes, Tag{Target: Target{Entry: e.ID}, Tags: on})
	}
	return changes
}

// TagsOf is the tags of a list like "casualties, hospital", each once.
func TagsOf(list string) []string { return WithTags(nil, strings.Split(list, ",")) }
