package claim

import (
	"cmp"
	"container/heap"
	"math"
)

// Claims are chosen among the candidates one after another, the best first. What overlaps a chosen one is worth less from
// then on, because it would say much of it again, and what is nearly the same is worth nothing.

const (
	leastScore = 0.34 // from which a candidate is a claim
	maybeScore = 0.15 // from which it may be one
	same       = 0.6  // overlap from which two are one claim
	damping    = 0.5  // of the others: (1 - overlap) to this power
	mildly     = 0.3  // beside what the reader settled, which is no guess
)

// overlap is how much of two ordered sets is the same (Jaccard index).
func overlap[T cmp.Ordered](a, b []T) float64 {
	both := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			both, i, j = both+1, i+1, j+1
		}
	}
	return float64(both) / float64(len(a)+len(b)-both)
}

// offer is a candidate with what it is still worth.
type offer struct {
	candidate int32
	worth     float64
}

// offers is a heap, the best first; an offer whose worth has sunk since stays in it until it is met.
type offers []offer

func (o offers) Len() int { return len(o) }
func (o offers) Less(i, j int) bool {
	return cmp.Or(cmp.Compare(o[j].worth, o[i].worth), cmp.Compare(o[i].candidate, o[j].candidate)) < 0
}
func (o offers) Swap(i, j int) { o[i], o[j] = o[j], o[i] }
func (o *offers) Push(x any)   { *o = append(*o, x.(offer)) }
func (o *offers) Pop() any {
	last := (*o)[len(*o)-1]
	*o = (*o)[:len(*o)-1]
	return last
}

// choose is the candidates that are claims, best first, those that the reader settled before all others; and what is no
// claim but may be one, from a score of least on.
func (f *field) choose(cs []candidate, settled []verdict, least float64) (chosen, maybe []candidate) {
	n := len(cs)
	cs = append(cs, asCandidates(settled)...)
	ch := &chooser{cs: cs, least: least, worth: make([]float64, len(cs)), met: make([]int32, len(cs)), of: make([][]int32, len(f.units))}
	for i := range cs {
		if i < n && (cs[i].score < least || refused(cs[i].members, settled)) {
			continue
		}
		ch.worth[i] = cs[i].score
		ch.offers = append(ch.offers, offer{int32(i), cs[i].score})
		for _, x := range cs[i].members {
			ch.of[x] = append(ch.of[x], int32(i))
		}
	}
	heap.Init(&ch.offers)
	for len(ch.offers) > 0 {
		o := heap.Pop(&ch.offers).(offer)
		if o.worth != ch.worth[o.candidate] {
			continue
		}
		c := cs[o.candidate]
		if c.score = o.worth; o.worth >= leastScore {
			chosen = append(chosen, c)
		} else {
			maybe = append(maybe, c)
		}
		ch.take(o.candidate)
	}
	return chosen, maybe
}

type chooser struct {
	cs     []candidate
	least  float64   // what is worth less is not chosen
	worth  []float64 // by candidate
	offers offers
	of     [][]int32 // by statement: the candidates that hold it
	met    []int32   // by candidate: 1 + the last chosen one that it was held against
}

// take chooses a candidate and lowers what overlaps it.
func (ch *chooser) take(i int32) {
	ch.worth[i] = 0
	power := damping
	if ch.cs[i].settled != nil {
		power = mildly
	}
	for _, x := range ch.cs[i].members {
		for _, k := range ch.of[x] {
			if ch.met[k] == i+1 || ch.worth[k] == 0 || ch.cs[k].settled != nil {
				continue
			}
			ch.met[k] = i + 1
			both := overlap(ch.cs[k].members, ch.cs[i].members)
			ch.worth[k] *= math.Pow(1-both, power)
			if both >= same || ch.worth[k] < ch.least {
				ch.worth[k] = 0
				continue
			}
			heap.Push(&ch.offers, offer{k, ch.worth[k]})
		}
	}
}
