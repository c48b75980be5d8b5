// Package coding is for two readers of the same reports. Call [Agree] for how far their briefs agree, [Merge] to unite
// them, [ReadCodebook] for the codes that a study allows.
package coding

import (
	"maps"
	"slices"
)

// How far do two readers agree? Three figures, because each misleads alone: the share of units on which both say the
// same; Cohen's kappa, which takes off what two readers with the same habits would agree on by chance ("A coefficient of
// agreement for nominal scales", Educational and Psychological Measurement 20, 1960); and Krippendorff's alpha, which
// does so for any number of readers and for units that some of them left out ("Computing Krippendorff's
// Alpha-Reliability", 2011; nominal metric). Kappa and alpha are undefined where nothing could have been disagreed on:
// every value is the same, or no unit has two.

// Figure is a number that may be undefined.
type Figure struct {
	Value   float64
	Defined bool
}

// Agreement is how far two readers agree on one kind of thing.
type Agreement struct {
	About   string // "links", "tags", "tag casualties", "silences"
	Units   int    // on which both have said something
	Missing int    // on which only one has
	Percent Figure // 0..100
	Kappa   Figure
	Alpha   Figure
}

// Coding is what readers said of units: a value for each reader, "" where a reader said nothing.
type Coding [][]string

// agreement is the figures for the first two readers.
func (c Coding) agreement(about string) Agreement {
	a := Agreement{About: about, Percent: c.Percent(), Kappa: c.Kappa(), Alpha: c.Alpha()}
	for _, unit := range c {
		if unit[0] != "" && unit[1] != "" {
			a.Units++
		} else {
			a.Missing++
		}
	}
	return a
}

// Percent is on how many of a hundred units the first two readers agree, of those that both have said something of.
func (c Coding) Percent() Figure {
	agreed, n, _ := c.observed()
	if n == 0 {
		return Figure{}
	}
	return Figure{100 * agreed / n, true}
}

// Kappa is Cohen's kappa of the first two readers, over the units that both have said something of.
func (c Coding) Kappa() Figure {
	agreed, n, said := c.observed()
	if n == 0 {
		return Figure{}
	}
	chance := 0.0
	for _, v := range slices.Sorted(maps.Keys(said)) { // in a fixed order, so that the sum is the same every time
		by := said[v]
		chance += (by[0] / n) * (by[1] / n)
	}
	if chance == 1 {
		return Figure{}
	}
	return Figure{(agreed/n - chance) / (1 - chance), true}
}

// observed is on how many units the first two readers agree, how many both have said something of, and how often each
// has said each value there.
func (c Coding) observed() (agreed, n float64, said map[string][2]float64) {
	said = make(map[string][2]float64)
	for _, unit := range c {
		a, b := unit[0], unit[1]
		if a == "" || b == "" {
			continue
		}
		n++
		if a == b {
			agreed++
		}
		by := said[a]
		by[0]++
		said[a] = by
		by = said[b]
		by[1]++
		said[b] = by
	}
	return agreed, n, said
}

// Alpha is Krippendorff's alpha of all readers for nominal values: 1 - observed / expected disagreement, from the
// coincidences of values within units. A unit with one value counts for nothing.
func (c Coding) Alpha() Figure {
	total, observed := 0.0, 0.0
	of := make(map[string]float64) // pairable values
	for _, unit := range c {
		here := make(map[string]float64)
		m := 0.0
		for _, v := range unit {
			if v != "" {
				here[v]++
				m++
			}
		}
		if m < 2 {
			continue
		}
		total += m
		differ := m * (m - 1)
		for v, k := range here {
			of[v] += k
			differ -= k * (k - 1)
		}
		observed += differ / (m - 1)
	}
	expected := total * (total - 1)
	for _, k := range of {
		expected -= k * (k - 1)
	}
	if expected <= 0 {
		return Figure{}
	}
	return Figure{1 - observed*(total-1)/expected, true}
}
