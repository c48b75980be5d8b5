// Package coding is for two readers of the same reports. Call [Agree] for how far their briefs agree, [Merge] to unite
// them, [ReadCodebook] for the codes that a study allows.
package coding

import (
	"cmp"
	"maps"
	"slices"

	"parallax/corpus/brief"
)

// Agreement is how far two readers agree on one kind of thing.
type Agreement struct {
	About   string // "links", "tags", "tag casualties", "silences"
	Of      string // which part of them: a report, an outlet, a story or "codes of a report"; "" for all
	Unit    Unit   // of a code: what it is said of; "" for what is no code
	Units   int    // on which both have said something
	Missing int    // on which only one has, although both could
	Percent Figure // 0..100
	Kappa   Figure
	Alpha   Figure
	AC1     Figure
}

// Rules is how a study counts.
type Rules struct {
	Book Codebook
	// AloneDisagrees says that of a passage which only one marked the other has said that none of its tags fits. Without, it is
	// missing.
	AloneDisagrees bool
	// By parts the units; nil keeps them together.
	By func(Passage) string
	// ByUnit also parts the codes by what they are said of.
	ByUnit bool
	// Story is which story a passage is of; nil where that is not known: a code of a story is then counted by reports.
	Story func(Passage) string
	// Only is the texts that both were to code; nil for all.
	Only map[brief.Hash]bool
}

// Passage is where a unit stands.
type Passage struct {
	Text   brief.Hash // of its report
	Outlet string
}

// Agree compares what two readers decided. Units are known by their words and their place, so both sessions must be of
// the same texts; only what both had open, and neither left out, counts:
//
//	links     a pair of statements; a reader who confirmed or added it says "linked", one who cut it "not linked"
//	tags      a passage or claim that both marked, and a code that either used: its value, or "yes", or "no"; of a code
//	          of a report or a story the unit is that, and all that is marked in it speaks for it
//	silences  an outlet and a statement; a reader who checked the silence says "silent", one who linked the statement to
//	          one of the outlet's, or marked both in one claim, "speaks"
//
// After the tags together comes each code by itself, also those of the codebook that nobody used; what nobody used raises
// no agreement on the whole. What a reader left undecided is not counted as agreement with anyone.
func Agree(a, b *brief.Brief, r Rules) []Agreement {
	var all []Agreement
	for _, part := range parts(a, b, r) {
		one := &comparison{Rules: r, a: &a.Kept, b: &b.Kept, both: both(a, b), part: part}
		all = append(all, one.agreements()...)
	}
	if r.ByUnit {
		one := &comparison{Rules: r, a: &a.Kept, b: &b.Kept, both: both(a, b)}
		all = append(all, one.byUnit()...)
	}
	return all
}

// both is the texts that both had open and neither left out; nil when one session does not say.
func both(a, b *brief.Brief) map[brief.Hash]bool {
	if len(a.Opened.Reports) == 0 || len(b.Opened.Reports) == 0 {
		return nil
	}
	mine, texts := make(map[brief.Hash]bool), make(map[brief.Hash]bool)
	for _, r := range a.Opened.Reports {
		mine[r.TextHash] = true
	}
	for _, r := range b.Opened.Reports {
		if mine[r.TextHash] {
			texts[r.TextHash] = true
		}
	}
	for _, l := range slices.Concat(a.LeftOut, b.LeftOut) {
		delete(texts, l.Report.TextHash)
	}
	return texts
}

// parts is "" for everything, then the parts that the rules make.
func parts(a, b *brief.Brief, r Rules) []string {
	if r.By == nil {
		return []string{""}
	}
	names := make(map[string]bool)
	for _, k := range []*brief.Kept{&a.Kept, &b.Kept} {
		for at := range tagged(k) {
			names[r.By(Passage{at.text, at.outlet})] = true
		}
		for pair := range links(k) {
			names[r.By(Passage{pair[0].text, pair[0].outlet})] = true
		}
		for s := range silences(k) {
			names[r.By(Passage{s.claim.text, s.claim.outlet})] = true
		}
	}
	delete(names, "")
	return append([]string{""}, slices.Sorted(maps.Keys(names))...)
}

// comparison is of one part.
type comparison struct {
	Rules
	a, b *brief.Kept
	both map[brief.Hash]bool
	part string
}

// counts reports whether a passage is of the part, and in a text that both had open.
func (c *comparison) counts(at spot) bool {
	if c.Only != nil && !c.Only[at.text] {
		return false
	}
	return (c.both == nil || c.both[at.text]) && (c.part == "" || c.By(Passage{at.text, at.outlet}) == c.part)
}

var (
	linkScale    = Scale{Values: []string{linked, notLinked}}
	silenceScale = Scale{Values: []string{silent, speaks}}
	yesScale     = Scale{Values: []string{yes, no}}
)

func (c *comparison) agreements() []Agreement {
	all := []Agreement{c.figures("links", linkScale, coded(links(c.a), links(c.b), func(u [2]spot) bool { return c.counts(u[0]) && c.counts(u[1]) }))}
	variables := c.variables()
	all = append(all, c.together(variables)...)
	return append(all, c.figures("silences", silenceScale, coded(silences(c.a), silences(c.b), func(s silence) bool { return c.counts(s.claim) })))
}

// figures is the figures for the first two readers.
func (c *comparison) figures(about string, scale Scale, of Coding) Agreement {
	a := Agreement{About: about, Of: c.part}
	for _, unit := range of {
		if unit[0] != "" && unit[1] != "" {
			a.Units++
		} else {
			a.Missing++
		}
	}
	if a.Units > 0 {
		a.Percent, a.Kappa, a.Alpha, a.AC1 = of.Figures(scale)
	}
	return a
}

// said is a reader's value of a code for a passage, "" for a reader who said nothing of it; marked says that he marked it.
func (c *comparison) said(by map[spot][]string, at spot, code Code) (value string, marked bool) {
	tags, marked := by[at]
	if !marked && !c.AloneDisagrees {
		return "", false
	}
	for _, t := range tags {
		if v, ok := code.value(t); ok {
			return v, marked
		}
	}
	return no, marked
}

// codes is the codes of the codebook, then those that were used besides, by name.
func (c *comparison) codes(by ...map[spot][]string) Codebook {
	codes := slices.Clone(c.Book)
	var others []string
	for _, tags := range by {
		for _, at := range slices.SortedFunc(maps.Keys(tags), compareSpots) {
			for _, t := range tags[at] {
				known := slices.ContainsFunc(codes, func(code Code) bool { _, ok := code.value(t); return ok })
				if !known && !slices.Contains(others, t) {
					others = append(others, t)
				}
			}
		}
	}
	slices.Sort(others)
	for _, t := range others {
		codes = append(codes, Code{Name: t})
	}
	return codes
}

// value is the value that a tag gives the code; ok is false for a tag of another code.
func (c Code) value(tag string) (value string, ok bool) {
	if len(c.Values) == 0 {
		return yes, tag == c.Name
	}
	at := slices.Index(c.Tags(), tag)
	if at < 0 {
		return "", false
	}
	return c.Values[at], true
}

// scale is what the code lets one say.
func (c Code) scale() Scale {
	if len(c.Values) == 0 {
		return yesScale
	}
	s := Scale{Values: append(slices.Clone(c.Values), no)}
	if cmp.Or(c.Scale, Nominal) == Ordinal {
		s.Order = c.Values
	}
	return s
}
