package claim

import (
	"slices"

	"parallax/corpus/match"
	"parallax/corpus/statement"
)

// groups finds the sets of statements that say one thing: each link seeds a group, which takes in every statement that
// is linked to most of it; a group within another is dropped.
func groups(set *statement.Set, links *match.Links) [][]statement.ID {
	order := slices.Clone(links.All)
	slices.SortStableFunc(order, func(a, b match.Link) int {
		switch {
		case a.Score > b.Score:
			return -1
		case a.Score < b.Score:
			return 1
		}
		return 0
	})
	covered := make(map[[2]statement.ID]bool)
	var all [][]statement.ID
	for _, l := range order {
		if covered[[2]statement.ID{l.A, l.B}] {
			continue
		}
		g := grow(links, []statement.ID{l.A, l.B})
		for i, a := range g {
			for _, b := range g[i+1:] {
				covered[[2]statement.ID{a, b}] = true
			}
		}
		all = append(all, g)
	}
	linked := make([]bool, len(set.All))
	for _, g := range all {
		for _, s := range g {
			linked[s] = true
		}
	}
	for i := range set.All {
		if !linked[i] && set.All[i].IsStory() {
			all = append(all, []statement.ID{statement.ID(i)})
		}
	}
	return all
}

// grow takes in, best first, the statements that are linked to at least two thirds of the group.
func grow(links *match.Links, g []statement.ID) []statement.ID {
	for {
		count, sum := make(map[statement.ID]int), make(map[statement.ID]float64)
		for _, s := range g {
			for l := range links.Of(s) {
				count[l.Other(s)]++
				sum[l.Other(s)] += l.Score
			}
		}
		best, bestSum := statement.ID(-1), 0.0
		for s, n := range count {
			if slices.Contains(g, s) || 3*n < 2*len(g) {
				continue
			}
			if sum[s] > bestSum || sum[s] == bestSum && s < best {
				best, bestSum = s, sum[s]
			}
		}
		if best < 0 {
			slices.Sort(g)
			return g
		}
		g = append(g, best)
	}
}

// lead is the statement of the group that is best linked within it, shorter ones preferred.
func lead(set *statement.Set, links *match.Links, g []statement.ID) statement.ID {
	best, bestValue := g[0], -1.0
	for _, s := range g {
		v := 0.0
		for l := range links.Of(s) {
			if slices.Contains(g, l.Other(s)) {
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
