package match

import "parallax/corpus/language"

// A statement often carries several claims, a clause each, and another statement may carry one of them only. Clauses are
// cut without a grammar: at punctuation and at the words that join clauses. Too short ones stay with the one before.

// clause is a part of a statement.
type clause struct {
	own    []int32
	wide   []near
	weight float64
}

var joiners = language.English("grammar", "joiners")

// leastClause is the number of concepts that a clause must have.
const leastClause = 3

func (s *event) cutClauses(x *reading) {
	text := s.set.Text(x.id)
	var parts [][]int32
	var part []int32
	for k, w := range x.words {
		if k > 0 && len(part) >= leastClause && (joiners.Has(w.Text) || breaks(text[x.words[k-1].End:w.Start])) {
			parts, part = append(parts, part), nil
		}
		if c := x.at[k]; c >= 0 {
			part = append(part, c)
		}
	}
	if len(part) >= leastClause || len(parts) == 0 {
		parts = append(parts, part)
	} else {
		parts[len(parts)-1] = append(parts[len(parts)-1], part...)
	}
	if len(parts) == 1 {
		parts[0] = x.own
	}
	for _, p := range parts {
		c := clause{own: sortedSet(p)}
		c.wide = s.widen(c.own)
		for _, id := range c.own {
			c.weight += s.concepts[id].weight
		}
		x.clauses = append(x.clauses, c)
	}
}

// breaks reports whether the gap between two words holds punctuation that parts clauses.
func breaks(gap string) bool {
	for _, r := range gap {
		switch r {
		case ',', ';', ':', '(', ')', '—', '–', '"', '“', '”', '.', '!', '?':
			return true
		}
	}
	return false
}

// bestClauses is how alike the most alike clauses of the two statements are, and the same for the fullest clause of one
// within the whole of the other. A clause that shares nothing with the other statement is like none of its clauses.
func (p *comparison) bestClauses() (alike, within float64) {
	p.clausesIn = p.clausesIn[:0]
	for i := range p.a.clauses {
		p.clausesIn = append(p.clausesIn, p.s.coveredPart(p.a.clauses[i].own, p.b.wide))
		within = max(within, p.clausesIn[i]/(p.a.clauses[i].weight+4))
	}
	for j := range p.b.clauses {
		y := &p.b.clauses[j]
		in := p.s.coveredPart(y.own, p.a.wide)
		within = max(within, in/(y.weight+4))
		for i := range p.a.clauses {
			if in == 0 || p.clausesIn[i] == 0 {
				continue
			}
			x := &p.a.clauses[i]
			both := p.s.coveredPart(x.own, y.wide) + p.s.coveredPart(y.own, x.wide)
			alike = max(alike, both/(x.weight+y.weight+6))
		}
	}
	return alike, within
}

// coveredPart is the weight of own that stands in wide.
func (s *event) coveredPart(own []int32, wide []near) float64 {
	sum, j := 0.0, 0
	for _, c := range own {
		for j < len(wide) && wide[j].concept < c {
			j++
		}
		if j < len(wide) && wide[j].concept == c {
			sum += s.concepts[c].weight * float64(wide[j].much)
		}
	}
	return sum
}
