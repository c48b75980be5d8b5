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
	flatA, flatB, plainA, plainB float64   // see coverage
	mainA, mainB                 float64   // see coverage
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
	p.alike, p.within = p.bestClauses()
	x, y := s.partsIn(a, b), s.partsIn(b, a)
	p.softA, p.flatA, p.plainA, p.mainA, p.fromA = x.soft, x.flat, x.plain, x.main, x.from
	p.softB, p.flatB, p.plainB, p.mainB, p.fromB = y.soft, y.flat, y.plain, y.main, y.from
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

// has reports whether the sorted ids hold id.
func has(ids []int32, id int32) bool {
	for _, x := range ids {
		if x >= id {
			return x == id
		}
	}
	return false
}

// coverage is how much of a statement stands in another one.
type coverage struct {
	soft  float64 // by weight, related words counting in part
	flat  float64 // of its concepts, all counting alike
	plain float64 // of its plain words, by weight
	main  float64 // of what it asserts in the first place
	from  float64 // by weight, when the other also has what it takes from before it
}

// partsIn is how much of x stands in y, in one walk along the concepts of both.
func (s *event) partsIn(x, y *reading) coverage {
	var p coverage
	j, k := 0, 0
	for i, c := range x.own {
		for j < len(y.wide) && y.wide[j].concept < c {
			j++
		}
		for k < len(y.before) && y.before[k].concept < c {
			k++
		}
		much := float32(0)
		if k < len(y.before) && y.before[k].concept == c {
			much = y.before[k].much
		}
		of := &s.concepts[c]
		if j < len(y.wide) && y.wide[j].concept == c {
			m := y.wide[j].much
			much = max(m, much)
			p.soft += of.weight * float64(m)
			p.flat += float64(m)
			if of.kind == plainWord {
				p.plain += float64(m) * of.weight
			}
			if i < len(x.main) {
				p.main += of.weight * float64(m*x.main[i])
			}
		}
		p.from += of.weight * float64(much)
	}
	return coverage{p.soft / (x.weight + 1), p.flat / float64(len(x.own)+1), p.plain / (x.kinds[plainWord] + 2), p.main / (x.mainWeight + 2), p.from / (x.weight + 1)}
}
