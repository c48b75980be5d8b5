package claim

import (
	"cmp"
	"slices"

	"parallax/corpus/match"
)

// A chosen claim takes in what has most of its words and is likely to say the same as its statements: of a statement that
// makes several claims, its links are spread over them, and the set chosen is often the two that are closest.

const (
	absorbMass  = 0.65 // part of the claim's words, by weight, that a statement must have
	fewMembers  = 2    // members up to which a set is so
	absorbLeast = 0.4  // mean probability with the claim's statements in other reports
)

// absorb lets the chosen candidates take in what belongs to them, and keeps of those that become one the better.
func (m *measurer) absorb(chosen []candidate) []candidate {
	var kept []candidate
	for i := range chosen {
		c := chosen[i]
		if len(c.members) <= fewMembers && c.settled == nil {
			c.members = m.wider(&c)
		}
		if c.settled != nil || !slices.ContainsFunc(kept, func(k candidate) bool { return overlap(k.members, c.members) >= same }) {
			kept = append(kept, c)
		}
	}
	return kept
}

// wider is a candidate's members and what it takes in.
func (m *measurer) wider(c *candidate) []int32 {
	us := m.common(c, 1)
	slices.SortFunc(us, byNumber)
	all := mass(us, us)
	probable := make(map[int32]float64)
	for _, x := range c.members {
		for _, t := range m.f.ties[x] {
			probable[t.To] += float64(t.Score)
		}
	}
	wide := slices.Clone(c.members)
	for x, p := range probable {
		others := 0
		for _, y := range c.members {
			if m.f.report[y] != m.f.report[x] {
				others++
			}
		}
		if p >= absorbLeast*float64(others) && mass(m.f.units[x], us) >= absorbMass*all {
			wide = append(wide, x)
		}
	}
	slices.Sort(wide)
	return slices.Compact(wide)
}

func byNumber(a, b match.Unit) int { return cmp.Compare(a.ID, b.ID) }

// mass is the weight of the units of us that the statement's units hold.
func mass(units, us []match.Unit) float64 {
	sum := 0.0
	for _, u := range us {
		if _, ok := slices.BinarySearchFunc(units, u, byNumber); ok {
			sum += float64(u.Weight)
		}
	}
	return sum
}
