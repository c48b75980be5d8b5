package claim

import (
	"cmp"
	"math"
	"slices"

	"parallax/corpus/match"
)

// features are the numbers by which a candidate is scored; each counts as it is and as log(1 + x).
var features = [...]string{
	"reports",     // that its statements stand in
	"doubled",     // statements beside the first of their report
	"probability", // mean over pairs across reports
	"least",       // the same for the member for which it is least
	"unlikely",    // share of those pairs that are not even faintly probable
	"mass",        // weight of the units that all its statements have
	"unit inside", // greatest share of such a unit's statements that it holds
	"generators",  // units and pairs of units of which it came
	"openings",    // share of its statements that are the first or second of their reports
	"closed",      // share of its statements' probable pairs that lie within it
}

// What is beyond what the marked events hold, of five or six reports each, counts no further.
const (
	mostReports    = 8
	mostDoubled    = 24
	mostMass       = 120
	mostGenerators = 2000
)

// width is the number of features with their logarithms.
const width = 2 * len(features)

// measurer works out features. Its tables are clear but for the candidate at hand.
type measurer struct {
	f       *field
	in      []bool    // by statement
	count   []int32   // by unit: members that have it
	weight  []float32 // by unit: the least in any member
	used    []int32   // units that any member has
	reports []int32   // by report: members
}

func newMeasurer(f *field) *measurer {
	reports := int32(0)
	for _, r := range f.report {
		reports = max(reports, r+1)
	}
	return &measurer{
		f: f, in: make([]bool, len(f.units)), count: make([]int32, len(f.ids)), weight: make([]float32, len(f.ids)),
		reports: make([]int32, reports),
	}
}

// measure fills row, of the given width, with a candidate's features.
func (m *measurer) measure(c *candidate, row []float32) {
	m.enter(c)
	defer m.leave(c)
	n := len(c.members)
	inside, out, openings, least, likely := m.ties(c)
	reports, pairs := 0, n*n
	for _, x := range c.members {
		if k := m.reports[m.f.report[x]]; k > 0 {
			reports, pairs = reports+1, pairs-int(k*k)
			m.reports[m.f.report[x]] = 0
		}
	}
	weight, share := m.shared(n)
	values := [...]float64{
		float64(min(reports, mostReports)), float64(min(n-reports, mostDoubled)), inside / float64(max(1, pairs)), least, 1 - likely/float64(max(1, pairs)), min(weight, mostMass), share,
		float64(min(c.generators, mostGenerators)), openings / float64(n), inside / (inside + out + 0.1),
	}
	for k, v := range values {
		row[k], row[len(values)+k] = float32(v), float32(math.Log1p(v))
	}
}

func (m *measurer) enter(c *candidate) {
	for _, x := range c.members {
		m.in[x] = true
		m.reports[m.f.report[x]]++
		for _, u := range m.f.units[x] {
			if m.count[u.ID] == 0 {
				m.used = append(m.used, u.ID)
				m.weight[u.ID] = u.Weight
			}
			m.weight[u.ID] = min(m.weight[u.ID], u.Weight)
			m.count[u.ID]++
		}
	}
}

func (m *measurer) leave(c *candidate) {
	for _, x := range c.members {
		m.in[x] = false
		m.reports[m.f.report[x]] = 0
	}
	for _, u := range m.used {
		m.count[u] = 0
	}
	m.used = m.used[:0]
}

// ties sums the probabilities of the members' pairs, those inside twice, and counts the likely ones of those, twice too.
func (m *measurer) ties(c *candidate) (inside, out, openings, least, likely float64) {
	least = 1
	for _, x := range c.members {
		own := 0.0
		for _, t := range m.f.ties[x] {
			if !m.in[t.To] {
				out += float64(t.Score)
				continue
			}
			own += float64(t.Score)
			if t.Score >= loose {
				likely++
			}
		}
		inside += own
		least = min(least, own/float64(max(1, len(c.members)-int(m.reports[m.f.report[x]]))))
		if m.f.story.Place(int(x)) < 2 {
			openings++
		}
	}
	return inside, out, openings, least, likely
}

// shared is the mass of the units that all n members have, and the greatest share of such a unit's statements.
func (m *measurer) shared(n int) (mass, share float64) {
	for _, u := range m.used {
		if int(m.count[u]) == n {
			mass += float64(m.weight[u])
			share = max(share, float64(n)/float64(m.f.having[u]))
		}
	}
	return mass, share
}

// common is the units that at least the given part of the members have, by their number in the field.
func (m *measurer) common(c *candidate, part float64) []match.Unit {
	m.enter(c)
	defer m.leave(c)
	var us []match.Unit
	for _, u := range m.used {
		if float64(m.count[u]) >= part*float64(len(c.members)) {
			us = append(us, match.Unit{ID: u, Weight: m.weight[u]})
		}
	}
	slices.SortFunc(us, func(a, b match.Unit) int { return cmp.Compare(m.f.ids[a.ID], m.f.ids[b.ID]) })
	return us
}
