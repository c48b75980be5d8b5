package match

import (
	"cmp"
	"math"
	"slices"

	"parallax/corpus/match/learn"
	"parallax/corpus/statement"
)

// Claims are made of links, and they tell something of links in turn: that the same words hold a whole group together speaks
// for each pair within it. A pair that scores a little too low for a link, and stands in one claim, is one after all. On
// events that had not been learnt from about half of such pairs were right, as many as of the links that score least.

// togetherWorth is what a common claim is worth, in logits. With more, more of such pairs are found and fewer of them are right.
const togetherWorth = 0.5

// Together is the links with those that are made by standing in one claim, of which inOne tells. It takes no link away, goes
// by the machine's scores, and leaves what the reader decided as it is.
func (ls *Links) Together(inOne func(p Pair) bool) *Links {
	s := ls.scored
	next := *ls
	next.All = slices.Clone(ls.All)
	least := s.Threshold / (s.Threshold + (1-s.Threshold)*math.Exp(togetherWorth))
	for _, p := range s.Pairs {
		if p.Score < least || p.Score >= s.Threshold || ls.decided[[2]statement.ID{p.A, p.B}] != Undecided || !inOne(p) {
			continue
		}
		if _, is := ls.Between(p.A, p.B); is {
			continue
		}
		score := learn.Sigmoid(math.Log(p.Score/(1-p.Score)) + togetherWorth)
		l := Link{A: p.A, B: p.B, Score: max(score, s.Threshold), Partial: p.Partial}
		if r := s.reading(l); r != nil {
			_, l.Differs = r.differ()
		}
		next.All = append(next.All, l)
	}
	if len(next.All) == len(ls.All) {
		return ls
	}
	slices.SortFunc(next.All, func(a, b Link) int { return cmp.Or(cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B)) })
	next.index(len(s.set.All))
	return &next
}

// Apart is the links without those of which apart says that the ends say nothing in common. What the reader decided of a
// pair stays.
func (ls *Links) Apart(apart func(a, b statement.ID) bool) *Links {
	next := *ls
	next.All = slices.DeleteFunc(slices.Clone(ls.All), func(l Link) bool { return l.Decided == Undecided && l.Score < 0.7 && apart(l.A, l.B) })
	if len(next.All) == len(ls.All) {
		return ls
	}
	next.index(len(ls.scored.set.All))
	return &next
}
