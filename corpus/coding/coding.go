package coding

import (
	"cmp"
	"slices"

	"parallax/corpus/brief"
	"parallax/corpus/match"
)

// spot is a passage, as two sessions know it.
type spot struct {
	text       brief.Hash
	outlet     string
	start, end int
}

func spotOf(a brief.Anchor) spot { return spot{a.TextHash, a.Outlet, a.Start, a.End} }

func compareSpots(a, b spot) int {
	return cmp.Or(cmp.Compare(a.outlet, b.outlet), slices.Compare(a.text[:], b.text[:]), cmp.Compare(a.start, b.start),
		cmp.Compare(a.end, b.end))
}

// pairOf is two passages in a fixed order.
func pairOf(a, b brief.Anchor) [2]spot {
	x, y := spotOf(a), spotOf(b)
	if compareSpots(x, y) > 0 {
		x, y = y, x
	}
	return [2]spot{x, y}
}

// coded puts the units that either reader has said something of side by side.
func coded[U comparable](a, b map[U]string, counts func(U) bool) Coding {
	var c Coding
	for unit, value := range a {
		if counts(unit) {
			c = append(c, []string{value, b[unit]})
		}
	}
	for unit, value := range b {
		if _, ok := a[unit]; !ok && counts(unit) {
			c = append(c, []string{"", value})
		}
	}
	slices.SortFunc(c, slices.Compare) // a map has no order, and the intervals are to be the same every time
	return c
}

// The values of a coding.
const (
	linked, notLinked = "linked", "not linked"
	silent, speaks    = "silent", "speaks"
	yes, no           = "yes", "no"
)

func links(k *brief.Kept) map[[2]spot]string {
	said := make(map[[2]spot]string)
	for _, d := range k.Decisions {
		switch d.Kind {
		case match.Confirmed, match.Added, match.InPart, match.Differing, match.Carried:
			said[pairOf(d.A, d.B)] = linked
		case match.Cut:
			said[pairOf(d.A, d.B)] = notLinked
		default:
			delete(said, pairOf(d.A, d.B))
		}
	}
	return said
}

// silence is an outlet and a statement whose claim it is silent on.
type silence struct {
	outlet string
	claim  spot
}

func silences(k *brief.Kept) map[silence]string {
	said := make(map[silence]string)
	both := func(a, b brief.Anchor) {
		said[silence{b.Outlet, spotOf(a)}] = speaks
		said[silence{a.Outlet, spotOf(b)}] = speaks
	}
	for _, d := range k.Decisions {
		if d.Kind.IsLink() && d.A.Outlet != d.B.Outlet {
			both(d.A, d.B)
		}
	}
	for _, e := range k.Entries {
		for i, w := range e.Wordings {
			for _, v := range e.Wordings[:i] {
				if v.Anchor.Outlet != w.Anchor.Outlet {
					both(v.Anchor, w.Anchor)
				}
			}
		}
	}
	for _, s := range k.Silences() {
		said[silence{s.Report.Outlet, spotOf(s.Claim)}] = silent
	}
	return said
}

// tagged is the tags of each marked passage, and of each claim under its lead.
func tagged(k *brief.Kept) map[spot][]string {
	tags := make(map[spot][]string)
	for _, e := range k.Entries {
		for i, w := range e.Wordings {
			at := spotOf(w.Anchor)
			if i == 0 {
				tags[at] = brief.WithTags(tags[at], e.Tags)
			}
			tags[at] = brief.WithTags(tags[at], w.Tags)
		}
	}
	return tags
}
