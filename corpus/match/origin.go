package match

import (
	"cmp"
	"hash/fnv"
	"math"
	"slices"

	"parallax/corpus/report"
)

// Copied agency text is one origin, not many confirmations. Two reports have one origin when several of their statements
// are nearly word for word the same and stand in the same order. Words within quotation marks do not count: two
// reporters who heard one speech quote the same words. Statements are compared by their runs of three words (shingles,
// Broder 1997), and only those that are links, so this costs next to nothing.

const (
	shingle     = 3    // words in a run
	leastRuns   = 8    // runs that a statement must have to count as copied
	copied      = 0.45 // part of the shorter statement's runs that the other has
	leastCopied = 3    // copied statements in order that make one origin
	copiedPart  = 0.15 // and what part they are of the shorter report
)

// runs is the hashes of the runs of words of a statement that stand outside quotations, sorted.
func (x *reading) runs() []uint64 {
	var hashes []uint64
	for i := 0; i+shingle <= len(x.words); i++ {
		hash := fnv.New64a()
		inside := false
		for _, w := range x.words[i : i+shingle] {
			inside = inside || w.Quoted
			hash.Write(append([]byte(w.Text), 0))
		}
		if !inside {
			hashes = append(hashes, hash.Sum64())
		}
	}
	slices.Sort(hashes)
	return slices.Compact(hashes)
}

// copies reports whether the shorter of two statements is mostly in the other, run for run.
func copies(a, b []uint64) bool {
	least := min(len(a), len(b))
	if least < leastRuns {
		return false
	}
	both := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			both++
			i, j = i+1, j+1
		}
	}
	return float64(both) >= copied*float64(least)
}

// origins finds, for every report of a story, the first report that it shares its origin with, itself if there is none
// before it. reports are the story's, in order; probable tells which pairs of the graph are links.
func (b *graph) origins(reports []report.ID, probable func(k int) bool) []report.ID {
	runs := make([][]uint64, len(b.s.of))
	for i := range b.s.of {
		if b.s.of[i].story {
			runs[i] = b.s.of[i].runs()
		}
	}
	together := make(map[[2]int][][2]int32) // copied statements of two reports, by the first
	for k, ab := range b.ab {
		if probable(k) && copies(runs[ab[0]], runs[ab[1]]) {
			key := [2]int{b.s.of[ab[0]].report, b.s.of[ab[1]].report}
			together[key] = append(together[key], ab)
		}
	}
	size := make([]int, len(reports))
	for i := range b.s.of {
		if b.s.of[i].story {
			size[b.s.of[i].report]++
		}
	}
	first := make([]int, len(reports))
	for i := range first {
		first[i] = i
	}
	for key, pairs := range together {
		least := max(leastCopied, int(math.Ceil(copiedPart*float64(min(size[key[0]], size[key[1]])))))
		if inOrder(pairs) >= least {
			unite(first, key[0], key[1])
		}
	}
	found := make([]report.ID, len(reports))
	for i := range first {
		found[i] = reports[root(first, i)]
	}
	return found
}

// inOrder is the length of the longest sequence of pairs of which both sides go up (longest increasing subsequence).
func inOrder(pairs [][2]int32) int {
	slices.SortFunc(pairs, func(x, y [2]int32) int { return cmp.Or(cmp.Compare(x[0], y[0]), cmp.Compare(y[1], x[1])) })
	var ends []int32 // the least end of a sequence of each length
	for _, p := range pairs {
		i, _ := slices.BinarySearch(ends, p[1])
		if i == len(ends) {
			ends = append(ends, p[1])
		} else {
			ends[i] = p[1]
		}
	}
	return len(ends)
}

func root(first []int, i int) int {
	for first[i] != i {
		i = first[i]
	}
	return i
}

// unite makes the smaller root the first of both.
func unite(first []int, i, j int) {
	i, j = root(first, i), root(first, j)
	first[max(i, j)] = min(i, j)
}

// Origin is the first report that shares its origin with r: r itself unless an earlier report has much the same running
// text. Reports with equal origins are one source.
func (ls *Links) Origin(r report.ID) report.ID { return ls.scored.origins[r] }
