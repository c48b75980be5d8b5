package claim

import (
	"slices"
)

// What the reader decided holds for claims. A cut pair never stands in one: the end that the others hold less leaves. A
// confirmed pair has one in common: an end joins the claim of the other into which it is most surely tied, so that an
// answer mends a claim instead of making one more. Only what no claim takes in is left to complete.

// joinLeast is the mean probability with a claim's statements in other reports from which a statement joins it.
const joinLeast = 0.5

// pair is two statements, the lesser first.
type pair [2]int32

func newPair(a, b int32) pair { return pair{min(a, b), max(a, b)} }

// cuts is the pairs that the reader cut.
func (f *field) cuts() map[pair]bool {
	cut := make(map[pair]bool)
	for _, p := range f.story.Cut() {
		cut[newPair(p[0], p[1])] = true
	}
	return cut
}

// obey makes the chosen candidates follow the reader's decisions.
func (f *field) obey(chosen []candidate) []candidate {
	decided, cut := f.story.Decided(), f.cuts()
	if len(decided)+len(cut) == 0 {
		return chosen
	}
	for i := range chosen {
		chosen[i].members = f.without(chosen[i].members, cut)
	}
	chosen = slices.DeleteFunc(chosen, func(c candidate) bool { return len(c.members) < 2 })
	for f.joinOne(chosen, decided, cut) {
	}
	var kept []candidate
	for _, c := range chosen {
		if c.settled != nil || !slices.ContainsFunc(kept, func(k candidate) bool { return overlap(k.members, c.members) >= same }) {
			kept = append(kept, c)
		}
	}
	return kept
}

// joinOne lets the statement join that is tied most surely, and reports whether there was one.
func (f *field) joinOne(chosen []candidate, decided [][2]int32, cut map[pair]bool) bool {
	at, who, most := -1, int32(0), joinLeast
	for _, p := range decided {
		if slices.ContainsFunc(chosen, func(c candidate) bool { return holds(c.members, p[:]) }) {
			continue
		}
		for i := range chosen {
			for k, x := range p {
				if !holds(chosen[i].members, []int32{p[1-k]}) {
					continue
				}
				if tied := f.tied(x, chosen[i].members, cut); tied > most {
					at, who, most = i, x, tied
				}
			}
		}
	}
	if at >= 0 {
		chosen[at].members = append(slices.Clone(chosen[at].members), who)
		slices.Sort(chosen[at].members)
	}
	return at >= 0
}

// tied is the mean probability of a statement with a set's statements in other reports; 0 when it was cut from one of them.
func (f *field) tied(x int32, members []int32, cut map[pair]bool) float64 {
	sum, n := 0.0, 0
	for _, m := range members {
		if cut[newPair(m, x)] {
			return 0
		}
		if f.report[m] != f.report[x] {
			n++
			sum += float64(f.tie(x, m))
		}
	}
	return sum / float64(max(1, n))
}

// tie is the probability of a pair, 0 when it is none.
func (f *field) tie(a, b int32) float32 {
	for _, t := range f.ties[a] {
		if t.To == b {
			return t.Score
		}
	}
	return 0
}

// without takes out of a set the ends of cut pairs that the others hold less, until it has none.
func (f *field) without(members []int32, cut map[pair]bool) []int32 {
	for {
		worst, least := -1, 0.0
		for i, x := range members {
			held, apart := 0.0, 0
			for _, y := range members {
				held += float64(f.tie(x, y))
				if cut[newPair(x, y)] {
					apart++
				}
			}
			if v := held - float64(apart); apart > 0 && (worst < 0 || v < least) {
				worst, least = i, v
			}
		}
		if worst < 0 {
			return members
		}
		members = slices.Delete(slices.Clone(members), worst, worst+1)
	}
}
