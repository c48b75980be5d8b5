package brief

import "slices"

// Where do some words stand in a text in which they were changed? The places are those where the fewest words have to be
// replaced, dropped or added: approximate matching by Sellers ("The theory and computation of evolutionary distances:
// pattern recognition", Journal of Algorithms 1, 1980), over words instead of letters. It is the table of the edit
// distance whose first row is zero, so that a place may begin anywhere; each cell also carries where its place began.
// The cost is words sought x words of the text, the memory one column. Rejected: comparing sentence with sentence, which
// cannot find a selection within one, or one that was split in two; trigrams of letters, which take "was not" for "was".

// stretch is a run of words of a text that may be the one that is sought.
type stretch struct {
	from, to int     // words of the text, half-open
	likeness float64 // 1 - changes / words of the longer of the two
}

// alignBudget bounds the cells of one table: about 50 ms.
const alignBudget = 8_000_000

// nearest is the stretches of text most like sought, the best first, at most n. They do not overlap, and all have a
// likeness of at least least.
func nearest(sought, text []word, least float64, n int) []stretch {
	if len(sought) == 0 || len(text) == 0 || len(sought)*len(text) > alignBudget {
		return nil
	}
	ends := stretches(sought, text)
	slices.SortStableFunc(ends, func(a, b stretch) int {
		switch {
		case a.likeness != b.likeness && a.likeness > b.likeness:
			return -1
		case a.likeness != b.likeness:
			return 1
		}
		return a.from - b.from
	})
	var best []stretch
	for _, s := range ends {
		if s.likeness < least || len(best) == n {
			break
		}
		if !slices.ContainsFunc(best, func(t stretch) bool { return s.from < t.to && t.from < s.to }) {
			best = append(best, s)
		}
	}
	return best
}

// stretches is the best stretch that ends at each word of text.
func stretches(sought, text []word) []stretch {
	ids := make(map[string]int32, len(sought))
	want := make([]int32, len(sought))
	for i, w := range sought {
		id, ok := ids[w.folded]
		if !ok {
			id = int32(len(ids)) + 1
			ids[w.folded] = id
		}
		want[i] = id
	}
	changes, from := make([]int32, len(sought)+1), make([]int32, len(sought)+1)
	for i := range changes {
		changes[i] = int32(i)
	}
	found := make([]stretch, 0, len(text))
	for j, w := range text {
		nextColumn(want, ids[w.folded], changes, from, int32(j))
		cost, start := int(changes[len(sought)]), int(from[len(sought)])
		if longer := max(len(sought), j+1-start); cost < longer {
			found = append(found, stretch{start, j + 1, 1 - float64(cost)/float64(longer)})
		}
	}
	return found
}

// nextColumn replaces the table's column of the words before word j by that of j. Of equal costs the diagonal wins, so
// that stretches stay as long as what is sought.
func nextColumn(want []int32, id int32, changes, from []int32, j int32) {
	diagonal, diagonalFrom := changes[0], j
	changes[0], from[0] = 0, j+1
	for i, w := range want {
		cost, start := diagonal, diagonalFrom
		if w != id {
			cost++
		}
		if left := changes[i+1] + 1; left < cost {
			cost, start = left, from[i+1]
		}
		if above := changes[i] + 1; above < cost {
			cost, start = above, from[i]
		}
		diagonal, diagonalFrom = changes[i+1], from[i+1]
		changes[i+1], from[i+1] = cost, start
	}
}
