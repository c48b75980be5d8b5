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
	var joined []Link
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
		if r := s.compared(l); r != nil {
			_, l.Differs = r.differ()
		}
		joined = append(joined, l)
	}
	return ls.with(joined)
}

// with is the links and some more.
func (ls *Links) with(more []Link) *Links {
	if len(more) == 0 {
		return ls
	}
	next := *ls
	next.All = slices.Concat(ls.All, more)
	slices.SortFunc(next.All, func(a, b Link) int { return cmp.Or(cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B)) })
	next.index(len(ls.scored.set.All))
	return &next
}

// Joined is the links that Together made, in order.
func (ls *Links) Joined() (joined []Link) {
	for _, l := range ls.All {
		if p, ok := ls.scored.pair(l.A, l.B); ok && p.Score < ls.scored.Threshold && l.Decided == Undecided {
			joined = append(joined, l)
		}
	}
	return joined
}

// Join is the links with those that Together once made of the same ones. What cannot be one of them is an error.
func (ls *Links) Join(joined []Link) (*Links, error) {
	for i, l := range joined {
		p, ok := ls.scored.pair(l.A, l.B)
		_, is := ls.Between(l.A, l.B)
		if !ok || is || p.Score >= ls.scored.Threshold || !(l.Score >= p.Score && l.Score <= 1) || l.Decided != Undecided ||
			i > 0 && !before(Pair{A: joined[i-1].A, B: joined[i-1].B}, p) {
			return nil, errPacked
		}
	}
	return ls.with(joined), nil
}

// pair is the pair of a and b, a before b, if it was scored.
func (s *Scored) pair(a, b statement.ID) (Pair, bool) {
	i, ok := slices.BinarySearchFunc(s.Pairs, Pair{A: a, B: b}, func(p, q Pair) int { return cmp.Or(cmp.Compare(p.A, q.A), cmp.Compare(p.B, q.B)) })
	if !ok {
		return Pair{}, false
	}
	return s.Pairs[i], true
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
