package claim

import (
	"cmp"
	"math"
	"slices"
	"sync/atomic"

	"parallax/corpus/internal/crew"
	"parallax/corpus/match"
	"parallax/corpus/match/learn"
	"parallax/corpus/statement"
)

// shared is the part of a claim's statements that must have a unit for it to be one of the claim's.
const shared = 0.6

// grouped is a claim in the making: numbers of statements and IDs of units, both of its story.
type grouped struct {
	story   match.Story
	members []int32
	units   []match.Unit
	doubt   *Doubt // nil for a claim of one, and where it was not asked for
	maybe   bool   // it is no claim, but may be one
}

// grouping is how claims are found.
type grouping struct {
	settled []Settled
	teach   bool // what was settled teaches the odds of statements
	doubt   bool // how sure claims are is found, too, and what may be claims: half as much work again, for a review
}

// groups finds the claims of all stories: what several statements say together, and every other statement of the story
// by itself. Stories are worked on two at a time.
func (g *grouping) groups(set *statement.Set, links *match.Links) []grouped {
	stories := links.Stories()
	s := scorerOf(links.Weights())
	parts := make([][]grouped, len(stories))
	var next atomic.Int64
	crew.Work(min(2, len(stories)), func() {
		for i := int(next.Add(1)) - 1; i < len(stories); i = int(next.Add(1)) - 1 {
			parts[i] = s.group(set, stories[i], g)
		}
	})
	return slices.Concat(parts...)
}

// group finds the claims of one story.
func (s *scorer) group(set *statement.Set, story match.Story, how *grouping) []grouped {
	f := newField(set, story)
	cs := f.candidates()
	m := newMeasurer(f)
	s.score(m, cs)
	verdicts := f.verdicts(how.settled)
	least := leastScore
	if how.doubt {
		least = maybeScore
	}
	chosen, maybe := f.choose(cs, verdicts, least)
	var members *learn.Sum
	if members = s.members; how.teach && how.doubt {
		members = s.taught(m, chosen, cs, verdicts)
	}
	chosen = f.complete(f.obey(m.absorb(chosen)), cs, verdicts)
	all := make([]grouped, 0, len(chosen))
	several := make([]bool, len(f.units))
	a := newAssessor(m, chosen, members)
	for i := range chosen {
		g := a.grouped(int32(i), &chosen[i], how.doubt)
		for _, x := range g.members {
			several[x] = true
		}
		all = append(all, g)
	}
	for i := range maybe {
		g := a.grouped(beside, &maybe[i], true)
		g.maybe = true
		all = append(all, g)
	}
	for i := range several {
		if !several[i] && set.All[story.Statement(i)].IsStory() {
			all = append(all, grouped{story: story, members: []int32{int32(i)}, units: story.Units(i)})
		}
	}
	return all
}

// grouped is a candidate with its words and, when it is asked for, its doubt; i is as assess has it.
func (a *assessor) grouped(i int32, c *candidate, doubt bool) grouped {
	f := a.m.f
	g := grouped{story: f.story, members: c.members}
	if doubt {
		g.doubt = newDoubt(f, c, a.assess(i, c, nil))
	}
	for _, u := range a.m.common(c, shared) {
		g.units = append(g.units, match.Unit{ID: f.ids[u.ID], Weight: u.Weight})
	}
	return g
}

// complete sees to it that the two ends of a link have a claim in common where no candidate can be expected to give them
// one: the reader confirmed or added it, or its ends share no unit and the reader has not refused them. Then it is the best candidate that holds both, or a set
// of its own, which grows while all in it are linked.
func (f *field) complete(chosen, cs []candidate, settled []verdict) []candidate {
	made, cut := len(chosen), f.cuts()
	for _, pair := range f.bare() {
		if slices.ContainsFunc(chosen, func(c candidate) bool { return holds(c.members, pair) }) {
			continue
		}
		if refused(pair, settled) {
			continue
		}
		best := -1
		for i := range cs {
			if (best < 0 || cs[i].score > cs[best].score) && holds(cs[i].members, pair) && f.whole(cs[i].members, cut) {
				best = i
			}
		}
		if best >= 0 {
			chosen = append(chosen, cs[best])
			continue
		}
		if !f.joins(chosen[made:], pair) {
			chosen = append(chosen, candidate{members: pair})
		}
	}
	return chosen
}

// whole reports whether a set has no pair that was cut.
func (f *field) whole(members []int32, cut map[pair]bool) bool {
	if len(cut) == 0 {
		return true
	}
	for i, x := range members {
		for _, y := range members[:i] {
			if cut[pair{y, x}] {
				return false
			}
		}
	}
	return true
}

// bare is the links that complete looks after, each in order: what the reader decided first, then the most probable.
func (f *field) bare() [][]int32 {
	var pairs [][]int32
	for _, p := range f.story.Decided() {
		pairs = append(pairs, []int32{min(p[0], p[1]), max(p[0], p[1])})
	}
	var links []edge
	var us []match.Unit
	for _, e := range f.edges {
		if us = f.shared(us[:0], e.a, e.b); len(us) == 0 && float64(e.p) >= f.story.Threshold() {
			links = append(links, e)
		}
	}
	slices.SortStableFunc(links, func(x, y edge) int { return cmp.Compare(y.p, x.p) })
	for _, e := range links {
		pairs = append(pairs, []int32{e.a, e.b})
	}
	return pairs
}

// joins puts a pair into the first of the sets that has one of its ends and of which all in other reports are linked to
// the other.
func (f *field) joins(sets []candidate, pair []int32) bool {
	for i := range sets {
		for k, end := range pair {
			if _, in := slices.BinarySearch(sets[i].members, end); in && f.linkedToAll(pair[1-k], sets[i].members) {
				sets[i].members = append(slices.Clone(sets[i].members), pair[1-k])
				slices.Sort(sets[i].members)
				return true
			}
		}
	}
	return false
}

func (f *field) linkedToAll(x int32, members []int32) bool {
	for _, y := range members {
		t, ok := slices.BinarySearchFunc(f.ties[x], y, func(t match.Tie, y int32) int { return cmp.Compare(t.To, y) })
		if f.report[x] != f.report[y] && (!ok || float64(f.ties[x][t].Score) < f.story.Threshold()) {
			return false
		}
	}
	return true
}

func holds(set, part []int32) bool {
	for _, x := range part {
		if _, ok := slices.BinarySearch(set, x); !ok {
			return false
		}
	}
	return true
}

// lead is the statement that is best linked to the others, shorter ones preferred.
func lead(set *statement.Set, links *match.Links, ids []statement.ID) statement.ID {
	best, bestValue := ids[0], -1.0
	for _, s := range ids {
		v := 0.0
		for l := range links.Of(s) {
			if _, in := slices.BinarySearch(ids, l.Other(s)); in {
				v += l.Score
			}
		}
		v /= 1 + float64(set.All[s].Span.Len())/200
		if v > bestValue {
			best, bestValue = s, v
		}
	}
	return best
}

// outsideCounts is how much a word outside what is reported takes from a claim's place in it.
const outsideCounts = 0.1

// mainFirst puts the claims of a statement in order: those first that most of its main assertion is about, then those
// whose words weigh most.
func (cs *Claims) mainFirst(s statement.ID, of []ID) {
	if len(of) < 2 {
		return
	}
	type rank struct{ main, mass float64 }
	ranks := make(map[ID]rank, len(of))
	story, n := cs.links.StoryOf(s)
	text := cs.set.ReportOf(s).Text
	prominent := match.Prominence(cs.set, s)
	for _, c := range of {
		var r rank
		main, said := 0.0, 0.0
		for span, units := range story.Spans(n) {
			w := cs.All[c].weigh(units)
			if cs.namesSpeaker(s, text[span.Start:span.End]) {
				continue // who says it is no part of what is said
			}
			r.mass += w
			count := prominent(span)
			if count <= match.Told {
				w, count = w*outsideCounts, 0
			}
			said += w
			main += w * count
		}
		r.main = math.Round(main/(said+1e-9)*10) / 10
		ranks[c] = r
	}
	slices.SortStableFunc(of, func(a, b ID) int {
		x, y := ranks[a], ranks[b]
		return cmp.Or(cmp.Compare(y.main, x.main), cmp.Compare(y.mass, x.mass),
			cmp.Compare(len(cs.All[b].Statements), len(cs.All[a].Statements)))
	})
}
