package match

import (
	"math"

	"parallax/corpus/language"
	"parallax/corpus/statement"
)

// namesApart is 1 when both statements name somebody or something and nothing of it is shared or related.
func namesApart(p *comparison) float64 {
	if p.a.kinds[nameWord] == 0 || p.b.kinds[nameWord] == 0 || p.kinds[nameWord] > 0 {
		return 0
	}
	for _, c := range p.a.own {
		if p.s.concepts[c].kind != nameWord {
			continue
		}
		for _, n := range p.b.wide {
			if n.concept == c {
				return 0
			}
		}
	}
	return 1
}

// sameAmountOf counts the shared quantities that stand beside a shared or related word: "17 wounded", "17 were hurt".
func sameAmountOf(p *comparison) float64 {
	n := 0.0
	for _, c := range p.shared {
		if p.s.concepts[c].kind == amount && p.s.sameNeighbour(p.a, p.b, c) {
			n++
		}
	}
	return math.Log1p(n)
}

// sameNeighbour reports whether the concept c stands, within three concepts, beside something related in both.
func (s *event) sameNeighbour(a, b *reading, c int32) bool {
	wide := s.widen(beside(b, c))
	for _, x := range beside(a, c) {
		for _, n := range wide {
			if n.concept == x {
				return true
			}
		}
	}
	return false
}

func beside(x *reading, c int32) []int32 {
	var found []int32
	for k, at := range x.at {
		if at != c {
			continue
		}
		for j := max(0, k-4); j < min(len(x.at), k+5); j++ {
			if x.at[j] >= 0 && x.at[j] != c {
				found = append(found, x.at[j])
			}
		}
	}
	return found
}

// numbersApart is 1 when both statements have quantities and share none.
func numbersApart(p *comparison) float64 {
	if p.a.kinds[amount] > 0 && p.b.kinds[amount] > 0 && p.kinds[amount] == 0 {
		return 1
	}
	return 0
}

// quotedWords is how much of what one statement quotes the other has, quoted or not; the greater of the two ways.
func quotedWords(p *comparison) float64 {
	return max(p.s.quotedIn(p.a, p.b.own), p.s.quotedIn(p.b, p.a.own))
}

// bothQuote is how much of what one statement quotes the other quotes as well.
func bothQuote(p *comparison) float64 {
	return max(p.s.quotedIn(p.a, p.b.quoted), p.s.quotedIn(p.b, p.a.quoted))
}

func (s *event) quotedIn(x *reading, in []int32) float64 {
	all, found := 0.0, 0.0
	for _, c := range x.quoted {
		w := s.concepts[c].weight
		all += w
		if has(in, c) {
			found += w
		}
	}
	return found / (all + 2)
}

// pairsOfWords is how many neighbouring concepts the statements share, by weight against the shorter one.
func pairsOfWords(p *comparison) float64 {
	sum, least := 0.0, min(p.s.weighPairs(p.a.pairs), p.s.weighPairs(p.b.pairs))
	for i, j := 0, 0; i < len(p.a.pairs) && j < len(p.b.pairs); {
		switch d := p.a.pairs[i].compare(p.b.pairs[j]); {
		case d < 0:
			i++
		case d > 0:
			j++
		default:
			sum += p.s.weighPairs(p.a.pairs[i : i+1])
			i, j = i+1, j+1
		}
	}
	return sum / (least + 2)
}

func (s *event) weighPairs(pairs []pairID) float64 {
	sum := 0.0
	for _, p := range pairs {
		sum += s.concepts[p.a].weight + s.concepts[p.b].weight
	}
	return sum
}

// longestRun is the number of words in the longest run that both statements have word for word.
func longestRun(a, b *reading) int {
	n, _ := longestRunAt(a, b)
	return n
}

// longestRunAt is that number, and the index in a of the run's first word.
func longestRunAt(a, b *reading) (best, at int) { return language.LongestRun(a.texts, b.texts) }

// sameOrder is the weight of the longest sequence of concepts that both statements have in the same order, against the
// lighter statement.
func sameOrder(p *comparison) float64 {
	if len(p.shared) < 2 {
		return p.sum / (min(p.a.weight, p.b.weight) + 1)
	}
	row := make([]float64, len(p.b.at)+1)
	for _, c := range p.a.at {
		if c < 0 || !has(p.shared, c) {
			continue
		}
		w, last := p.s.concepts[c].weight, 0.0
		for j, d := range p.b.at {
			kept := row[j+1]
			if c == d {
				row[j+1] = max(kept, last+w)
			}
			row[j+1] = max(row[j+1], row[j])
			last = kept
		}
	}
	return row[len(p.b.at)] / (min(p.a.weight, p.b.weight) + 1)
}

func lengthRatio(p *comparison) float64 {
	return min(p.a.weight, p.b.weight) / (max(p.a.weight, p.b.weight) + 1)
}

// headlines is the number of the two that are headlines or sub-headings.
func headlines(p *comparison) float64 {
	n := 0.0
	for _, x := range []*reading{p.a, p.b} {
		if k := p.s.set.All[x.id].Kind; k == statement.Headline || k == statement.Subheading {
			n++
		}
	}
	return n
}

// leads is the number of the two that stand first or second in their reports, where the main claim is.
func leads(p *comparison) float64 {
	n := 0.0
	for _, x := range []*reading{p.a, p.b} {
		if x.number < 2 {
			n++
		}
	}
	return n
}
