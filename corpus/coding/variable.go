package coding

import (
	"cmp"
	"maps"
	"slices"

	"parallax/corpus/brief"
)

// variable is what was said with one code.
type variable struct {
	name   string
	unit   Unit
	scale  Scale
	coding Coding
	used   bool // by someone
}

// together is the figures of some codes as one, of those that someone used, and then of each.
func (c *comparison) together(variables []variable) []Agreement {
	var all Coding
	for _, v := range variables {
		if v.used {
			all = append(all, v.coding...)
		}
	}
	figures := []Agreement{c.figures("tags", Scale{}, all)}
	for _, v := range variables {
		one := c.figures("tag "+v.name, v.scale, v.coding)
		one.Unit = v.unit
		figures = append(figures, one)
	}
	return figures
}

// byUnit is the figures of the codes of each unit.
func (c *comparison) byUnit() []Agreement {
	variables := c.variables()
	var all []Agreement
	for _, unit := range Units() {
		of := slices.DeleteFunc(slices.Clone(variables), func(v variable) bool { return v.unit != unit })
		if len(of) == 0 {
			continue
		}
		for _, one := range c.together(of) {
			one.Of, one.Unit = "codes of a "+string(unit), unit
			all = append(all, one)
		}
	}
	return all
}

// variables is each code: of the codebook in its order, then what was used besides. A code of a report is said once of all
// that is marked there, a code of a story likewise: only for these units does a passage not stand for itself.
func (c *comparison) variables() []variable {
	byA, byB := tagged(c.a), tagged(c.b)
	within := make(map[Unit][2]map[spot][]string)
	var all []variable
	for _, code := range c.codes(byA, byB) {
		unit := cmp.Or(code.Unit, OfStatement)
		by, known := within[unit]
		if !known {
			by = [2]map[spot][]string{c.gathered(byA, unit), c.gathered(byB, unit)}
			within[unit] = by
		}
		v := variable{name: code.Name, unit: unit, scale: code.scale()}
		for _, at := range units(by) {
			x, saidA := c.said(by[0], at, code)
			y, saidB := c.said(by[1], at, code)
			v.used = v.used || x != "" && x != no || y != "" && y != no
			if saidA || saidB {
				v.coding = append(v.coding, []string{x, y})
			}
		}
		all = append(all, v)
	}
	return all
}

// gathered is the tags of the passages that count, under what a code of the unit is said of.
func (c *comparison) gathered(by map[spot][]string, unit Unit) map[spot][]string {
	under := make(map[spot][]string)
	for _, at := range slices.SortedFunc(maps.Keys(by), compareSpots) {
		if !c.counts(at) || !unit.IsWhole() && c.onlyWhole(by[at]) {
			continue
		}
		on := at
		switch {
		case unit == OfStory && c.Story != nil:
			on = spot{outlet: c.Story(Passage{at.text, at.outlet})}
		case unit == OfStory, unit == OfReport:
			on = spot{text: at.text, outlet: at.outlet}
		}
		under[on] = brief.WithTags(under[on], by[at])
	}
	return under
}

// onlyWhole reports whether tags are all of codes of reports or stories: the passage that bears them stands for these, and nothing
// was said of it alone.
func (c *comparison) onlyWhole(tags []string) bool {
	for _, t := range tags {
		if code, ok := c.Book.CodeOf(t); !ok || !code.Unit.IsWhole() {
			return false
		}
	}
	return len(tags) > 0
}

// units is what either has marked, in order.
func units(by [2]map[spot][]string) []spot {
	all := slices.Collect(maps.Keys(by[0]))
	for at := range by[1] {
		if _, ok := by[0][at]; !ok {
			all = append(all, at)
		}
	}
	slices.SortFunc(all, compareSpots)
	return all
}
