package coding

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"parallax/corpus/brief"
)

// disagreements is on what two sessions differ that both have said something of, and what the united one says. base is
// what they had in common before.
func disagreements(a, b, base *brief.Brief, m *merging) []Disagreement {
	var list []Disagreement
	list = append(list, aboutLinks(a, b, m.out)...)
	list = append(list, aboutSilences(a, b, m.out)...)
	list = append(list, aboutBoilerplate(a, b, m.out)...)
	list = append(list, aboutTags(a, b, m.out)...)
	list = append(list, aboutTexts(a, b, base, m)...)
	return append(list, aboutTitle(a, b, base, m.out)...)
}

// placed is a passage's words with where they stand: the same words may stand in many reports.
func placed(a brief.Anchor) string {
	where := a.Outlet
	if title := cmp.Or(a.Title, a.Opening); title != "" {
		where += ", " + title
	}
	return fmt.Sprintf("%s, statement %d: %s", where, a.First, brief.Excerpt(a.Exact))
}

func aboutLinks(a, b, out *brief.Brief) []Disagreement {
	var list []Disagreement
	byA, byB, kept := links(&a.Kept), links(&b.Kept), links(&out.Kept)
	seen := make(map[[2]spot]bool)
	for _, d := range a.Decisions {
		unit := pairOf(d.A, d.B)
		if x, y := byA[unit], byB[unit]; x != "" && y != "" && x != y && !seen[unit] {
			list = append(list, Disagreement{"link", placed(d.A) + " and " + placed(d.B), x, y, kept[unit]})
		}
		seen[unit] = true
	}
	return list
}

func aboutSilences(a, b, out *brief.Brief) []Disagreement {
	var list []Disagreement
	byA, byB, kept := silences(&a.Kept), silences(&b.Kept), silences(&out.Kept)
	for i, k := range []*brief.Kept{&a.Kept, &b.Kept} {
		for _, s := range k.Silences() {
			unit := silence{s.Report.Outlet, spotOf(s.Claim)}
			if i == 1 && byA[unit] == silent {
				continue // listed with A's
			}
			if x, y := byA[unit], byB[unit]; x != "" && y != "" && x != y {
				list = append(list, Disagreement{"silence", s.Report.Outlet + " on " + placed(s.Claim), x, y, kept[unit]})
			}
		}
	}
	return list
}

func aboutBoilerplate(a, b, out *brief.Brief) []Disagreement {
	said := func(k *brief.Kept, at spot) string {
		for _, o := range slices.Backward(k.Overrides) {
			if spotOf(o.Anchor) == at {
				return map[bool]string{true: "boilerplate", false: "story"}[o.Boilerplate]
			}
		}
		return ""
	}
	var list []Disagreement
	seen := make(map[spot]bool)
	for _, o := range a.Overrides {
		at := spotOf(o.Anchor)
		if x, y := said(&a.Kept, at), said(&b.Kept, at); !seen[at] && y != "" && x != y {
			list = append(list, Disagreement{"boilerplate", placed(o.Anchor), x, y, said(&out.Kept, at)})
		}
		seen[at] = true
	}
	return list
}

func aboutTags(a, b, out *brief.Brief) []Disagreement {
	var list []Disagreement
	byA, byB, kept := tagged(&a.Kept), tagged(&b.Kept), tagged(&out.Kept)
	said := func(tags []string) string {
		if len(tags) == 0 {
			return "no tag"
		}
		tags = slices.Clone(tags)
		slices.Sort(tags)
		return strings.Join(tags, ", ")
	}
	seen := make(map[spot]bool)
	for _, e := range a.Entries {
		for _, w := range e.Wordings {
			at := spotOf(w.Anchor)
			tags, both := byB[at]
			if x, y := said(byA[at]), said(tags); both && x != y && !seen[at] {
				list = append(list, Disagreement{"tags", placed(w.Anchor), x, y, said(kept[at])})
			}
			seen[at] = true
		}
	}
	return list
}

// aboutTexts is the texts and headings that both have written anew.
func aboutTexts(a, b, base *brief.Brief, m *merging) []Disagreement {
	var list []Disagreement
	for _, e := range a.Entries {
		other, first := b.Entry(e.ID), base.Entry(m.sides[0].number[e.ID])
		if other == nil || first == nil || e.Text == other.Text || e.Text == first.Text || other.Text == first.Text {
			continue
		}
		kept := ""
		if now := m.out.Entry(first.ID); now != nil {
			kept = now.Text
		}
		list = append(list, Disagreement{"text", brief.Excerpt(first.Text), brief.Excerpt(e.Text), brief.Excerpt(other.Text), brief.Excerpt(kept)})
	}
	return list
}

func aboutTitle(a, b, base, out *brief.Brief) []Disagreement {
	if a.Title == b.Title || a.Title == base.Title || b.Title == base.Title {
		return nil
	}
	return []Disagreement{{"title", "the brief's title", a.Title, b.Title, out.Title}}
}
