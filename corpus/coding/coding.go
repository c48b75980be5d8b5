package coding

import (
	"cmp"
	"maps"
	"slices"

	"parallax/corpus/brief"
	"parallax/corpus/match"
)

// Agree compares what two readers decided. Units are known by their words and their place, so both sessions must be of
// the same texts:
//
//	links     a pair of statements; a reader who confirmed or added it says "linked", one who cut it "not linked"
//	tags      a passage or claim that both marked, and a tag that either used or the codebook has: "yes" or "no"
//	silences  an outlet and a statement; a reader who checked the silence says "silent", one who linked the statement to
//	          one of the outlet's, or marked both in one claim, "speaks"
//
// After the tags together comes each tag by itself. What a reader left undecided is not counted as agreement with anyone.
func Agree(a, b *brief.Brief, book Codebook) []Agreement {
	all := []Agreement{coded(links(&a.Kept), links(&b.Kept)).agreement("links")}
	tags := tagCodings(&a.Kept, &b.Kept, book)
	var together Coding
	names := slices.Sorted(maps.Keys(tags))
	for _, name := range names {
		together = append(together, tags[name]...)
	}
	all = append(all, together.agreement("tags"))
	for _, name := range names {
		all = append(all, tags[name].agreement("tag "+name))
	}
	return append(all, coded(silences(&a.Kept), silences(&b.Kept)).agreement("silences"))
}

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
func coded[U comparable](a, b map[U]string) Coding {
	var c Coding
	for unit, value := range a {
		c = append(c, []string{value, b[unit]})
	}
	for unit, value := range b {
		if _, ok := a[unit]; !ok {
			c = append(c, []string{"", value})
		}
	}
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

// tagCodings is, for each tag, who gave it to the passages that both have marked.
func tagCodings(a, b *brief.Kept, book Codebook) map[string]Coding {
	byA, byB := tagged(a), tagged(b)
	codings := make(map[string]Coding)
	for _, code := range book {
		codings[code.Name] = nil
	}
	for _, by := range []map[spot][]string{byA, byB} {
		for _, tags := range by {
			for _, t := range tags {
				codings[t] = nil
			}
		}
	}
	for at, tagsA := range byA {
		tagsB, ok := byB[at]
		if !ok {
			continue
		}
		for name := range codings {
			codings[name] = append(codings[name], []string{has(tagsA, name), has(tagsB, name)})
		}
	}
	return codings
}

func has(tags []string, name string) string {
	if slices.Contains(tags, name) {
		return yes
	}
	return no
}
