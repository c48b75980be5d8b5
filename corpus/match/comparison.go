package match

import "math"

// comparison is two statements side by side, with what most signals need worked out once.
type comparison struct {
	s                            *event
	a, b                         *reading
	shared                       []int32 // concepts that both have
	sum                          float64 // of their weights
	squares                      float64
	rarest                       float64 // weight of the rarest shared concept
	second                       float64 // and of the next
	kinds                        [conceptKinds]float64
	softA, softB                 float64   // how much of a is in b when related words count in part, and of b in a
	alike, within                float64   // see bestClauses
	clausesIn                    []float64 // by clause of a, its weight that stands in b
	flatA, flatB, plainA, plainB float64   // see coveredFlat
	mainA, mainB                 float64   // see mainIn
	fromA, fromB                 float64   // the same when each also has what it takes from before
}

// compare fills the comparison with a pair, keeping its memory.
func (p *comparison) compare(s *event, a, b *reading) {
	*p = comparison{s: s, a: a, b: b, shared: p.shared[:0], clausesIn: p.clausesIn}
	for i, j := 0, 0; i < len(a.own) && j < len(b.own); {
		switch {
		case a.own[i] < b.own[j]:
			i++
		case a.own[i] > b.own[j]:
			j++
		default:
			p.share(a.own[i])
			i, j = i+1, j+1
		}
	}
	p.softA, p.softB = s.covered(a, b.wide), s.covered(b, a.wide)
	p.alike, p.within = p.bestClauses()
	p.flatA, p.plainA = s.coveredFlat(a, b.wide)
	p.flatB, p.plainB = s.coveredFlat(b, a.wide)
	p.mainA, p.mainB = s.mainIn(a, b.wide), s.mainIn(b, a.wide)
	p.fromA, p.fromB = s.coveredBefore(a, b), s.coveredBefore(b, a)
}

func (p *comparison) share(c int32) {
	p.shared = append(p.shared, c)
	w := p.s.concepts[c].weight
	p.sum += w
	p.squares += w * w
	p.kinds[p.s.concepts[c].kind] += w
	if w > p.rarest {
		p.rarest, p.second = w, p.rarest
	} else if w > p.second {
		p.second = w
	}
}

// part is how much of x the other statement shares, by weight.
func (p *comparison) part(x *reading) float64 {
	return p.sum / (x.weight + 1)
}

// kind is how much of x's concepts of one kind the other statement shares, by weight.
func (p *comparison) kind(k conceptKind, x *reading) float64 {
	return p.kinds[k] / (x.kinds[k] + 1)
}

func (p *comparison) cosine() float64 {
	return p.squares / math.Sqrt((p.a.squares+1)*(p.b.squares+1))
}

// covered is how much of x's weight stands in wide, which is sorted.
func (s *event) covered(x *reading, wide []near) float64 {
	sum, j := 0.0, 0
	for _, c := range x.own {
		for j < len(wide) && wide[j].concept < c {
			j++
		}
		if j < len(wide) && wide[j].concept == c {
			sum += s.concepts[c].weight * float64(wide[j].much)
		}
	}
	return sum / (x.weight + 1)
}

// coveredBefore is how much of x stands in y when y also has what it takes from before it.
func (s *event) coveredBefore(x, y *reading) float64 {
	sum, i, j := 0.0, 0, 0
	for _, c := range x.own {
		for i < len(y.wide) && y.wide[i].concept < c {
			i++
		}
		for j < len(y.before) && y.before[j].concept < c {
			j++
		}
		much := float32(0)
		if i < len(y.wide) && y.wide[i].concept == c {
			much = y.wide[i].much
		}
		if j < len(y.before) && y.before[j].concept == c {
			much = max(much, y.before[j].much)
		}
		sum += s.concepts[c].weight * float64(much)
	}
	return sum / (x.weight + 1)
}

// has reports whether the sorted ids hold id.
func has(ids []int32, id int32) bool {
	for _, x := range ids {
		if x >= id {
			return x == id
		}
	}
	return false
}

// coveredFlat is how many of x's concepts stand in wide, all counting alike; and of the plain words by weight.
func (s *event) coveredFlat(x *reading, wide []near) (flat, plain float64) {
	j := 0
	for _, c := range x.own {
		for j < len(wide) && wide[j].concept < c {
			j++
		}
		if j < len(wide) && wide[j].concept == c {
			m := float64(wide[j].much)
			flat += m
			if s.concepts[c].kind == plainWord {
				plain += m * s.concepts[c].weight
			}
		}
	}
	return flat / float64(len(x.own)+1), plain / (x.kinds[plainWord] + 2)
}
