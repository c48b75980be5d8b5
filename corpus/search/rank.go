package search

import (
	"cmp"
	"context"
	"slices"

	"github.com/sahilm/fuzzy"

	"parallax/corpus/statement"
)

// Ranking.
//
// Statements are ranked by tier first (phrase before words before beginnings before parts of words), because a reader
// who types a word wants that word, and within a tier by the score of sahilm/fuzzy, added over the terms. That library
// ranks file names well, but left alone it puts scattered letters before whole words, and its score for letters in a
// row triples with each and overflows at forty: it sees no more than the first 24 of a term, and scattered letters
// only where they are asked for. It costs about a microsecond a statement, so at most 3,000 are scored, those of the
// best tiers first in reading order; what is beyond follows in reading order.

// ranked is how many statements are scored at most: more than anyone reads, few enough for every key.
const ranked = 3_000

// longest is how many runes of a term the library sees.
const longest = 24

// tier is how well a statement as a whole answers a query, the better the greater.
type tier uint8

const (
	no     tier = iota
	parts       // some term only as a part of a word
	starts      // every term at least as the beginning of a word
	words       // every term as a whole word
	phrase      // every term, and side by side in this order
)

// judge says whether the statement has the letters of every term, and if so the tier it is in.
func (x *Index) judge(s *shard, at int32, q *query) (kept bool, t tier) {
	lo, hi := s.bounds(at)
	original := func() string { return x.set.Text(s.first + statement.ID(at)) }
	var room [8]int
	first := room[:0] // a place of each term; to grade one is for nothing where another's letters are missing
	best := word
	for _, t := range q.terms {
		i := t.place(&s.folded, lo, hi)
		if i < 0 {
			if !t.led() || t.index(s.letters[lo:hi]) < 0 {
				return false, no
			}
			best = missing // the letters are there, where they cannot stand
		}
		first = append(first, i)
	}
	for i, t := range q.terms {
		if best != missing {
			best = min(best, t.best(&s.folded, lo, hi, first[i], x.looks, original))
		}
	}
	if best == missing || len(q.without) > 0 && x.excluded(s, at, q) {
		return true, no
	}
	if best == word && q.phrase != nil && q.phrase.best(&s.folded, lo, hi, lo, x.looks, original) == word {
		return true, phrase
	}
	return true, tier(best)
}

// excluded reports whether the statement has a term that the query excludes.
func (x *Index) excluded(s *shard, at int32, q *query) bool {
	lo, hi := s.bounds(at)
	original := func() string { return x.set.Text(s.first + statement.ID(at)) }
	for _, t := range q.without {
		if at, _ := t.next(&s.folded, lo, hi, lo, original); at >= 0 {
			return true
		}
	}
	return false
}

// candidate is a statement to be ranked.
type candidate struct {
	id    statement.ID
	tier  tier
	score int
}

// rank orders what a found and gives the best limit hits, or all when limit is 0.
func (x *Index) rank(ctx context.Context, q *query, a *answer, limit int) ([]Hit, error) {
	all := x.candidates(a.found, limit)
	if len(q.terms) > 0 {
		top := all[:min(len(all), ranked)]
		x.score(ctx, q, top)
		slices.SortFunc(top, func(a, b candidate) int {
			return cmp.Or(cmp.Compare(b.tier, a.tier), cmp.Compare(b.score, a.score), cmp.Compare(a.id, b.id))
		})
	}
	if limit > 0 && len(all) > limit {
		all = all[:limit]
	}
	hits := make([]Hit, len(all))
	for i, c := range all {
		hits[i].Statement = c.id
		if len(q.terms) == 0 {
			continue
		}
		f := fold(x.set.Text(c.id))
		hits[i].Spans = x.spans(q, c.id, f)
	}
	return hits, ctx.Err()
}

// candidates is what was found, the best tier first, in reading order within one: all of it when limit is 0, else no
// more than may be among the best.
func (x *Index) candidates(found []part, limit int) []candidate {
	var sizes [phrase + 1]int
	for _, p := range found {
		for _, t := range p.tiers {
			sizes[t]++
		}
		if p.tiers == nil {
			sizes[no] += len(p.ids)
		}
	}
	var all []candidate
	for t := phrase; ; t-- {
		if sizes[t] > 0 {
			all = x.appendTier(all, found, t, limit)
		}
		if t == no || limit > 0 && len(all) >= limit {
			return all
		}
	}
}

func (x *Index) appendTier(all []candidate, found []part, t tier, limit int) []candidate {
	for i, p := range found {
		for k, id := range p.ids {
			if p.tiers == nil || p.tiers[k] == t {
				all = append(all, candidate{id: x.shards[i].first + statement.ID(id), tier: t})
				if limit > 0 && len(all) >= max(limit, ranked) {
					return all
				}
			}
		}
	}
	return all
}

// score gives each candidate the library's score.
func (x *Index) score(ctx context.Context, q *query, all []candidate) {
	const chunk = 512
	each(ctx, (len(all)+chunk-1)/chunk, func(i int) {
		part := all[i*chunk : min(len(all), (i+1)*chunk)]
		lines, ends := make([]string, len(part)), make([]int, len(part))
		buf := make([]byte, 0, 256*len(part))
		for k, c := range part {
			buf = x.spell(buf, c.id)
			ends[k] = len(buf)
		}
		spelt, from := string(buf), 0
		for k, to := range ends {
			lines[k], from = spelt[from:to], to
		}
		for _, t := range q.terms {
			for _, m := range fuzzy.FindNoSort(t.pattern(), lines) {
				part[m.Index].score += m.Score
			}
		}
	})
}

// pattern is what the library sees of a term.
func (t *term) pattern() string {
	n := 0
	for i := range t.text {
		if n++; n > longest {
			return t.text[:i]
		}
	}
	return t.text
}

// spell appends the folded statement with a blank or a hyphen for each gap, by which the library knows words.
func (x *Index) spell(buf []byte, id statement.ID) []byte {
	s := x.shards[int(id)/shardSize]
	lo, hi := s.bounds(int32(id - s.first))
	return s.spell(buf, lo, hi)
}

func (f *folded) spell(buf []byte, lo, hi int) []byte {
	for from := lo; from < hi; {
		to := f.gap.next(from+1, hi)
		buf = append(buf, f.letters[from:to]...)
		if to < hi {
			if f.space.get(to) {
				buf = append(buf, ' ')
			} else {
				buf = append(buf, '-')
			}
		}
		from = to
	}
	return buf
}
