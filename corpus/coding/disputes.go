package coding

import (
	"slices"

	"parallax/corpus/brief"
)

// Disputes is what two coders coded differently, by the codes of the codebook and then by what was used besides, passage by
// passage: other values, or a code that only one put there. A passage that only one marked is among them with each of his
// codes. Only texts that both had open count.
func Disputes(a, b *brief.Brief, book Codebook) []brief.Dispute {
	c := &comparison{Rules: Rules{Book: book}, a: &a.Kept, b: &b.Kept, both: both(a, b)}
	byA, byB := tagged(c.a), tagged(c.b)
	anchors := make(map[spot]brief.Anchor)
	var units []spot
	for _, k := range []*brief.Kept{c.a, c.b} {
		for _, e := range k.Entries {
			for _, w := range e.Wordings {
				at := spotOf(w.Anchor)
				if _, known := anchors[at]; !known && c.counts(at) {
					anchors[at] = w.Anchor
					units = append(units, at)
				}
			}
		}
	}
	slices.SortFunc(units, compareSpots)
	codes := c.codes(byA, byB)
	var all []brief.Dispute
	for _, at := range units {
		for _, code := range codes {
			d := brief.Dispute{Anchor: anchors[at], Code: code.Name}
			for i, by := range []map[spot][]string{byA, byB} {
				tags, marked := by[at]
				d.Marked[i] = marked
				for _, t := range tags {
					if _, ok := code.value(t); ok {
						d.Tags[i] = append(d.Tags[i], t)
					}
				}
				slices.Sort(d.Tags[i])
			}
			if !slices.Equal(d.Tags[0], d.Tags[1]) {
				all = append(all, d)
			}
		}
	}
	return all
}
