package search

import (
	"bytes"
	"context"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"unicode/utf8"

	"parallax/corpus/internal/crew"
	"parallax/corpus/statement"
)

// The scan.
//
// A key must be answered within a frame or two at a million statements (some 120 MB of text). Each statement has a
// 64-bit mask of the bytes in it; one AND per statement rejects most of them for most queries, and what is left is
// searched by bytes.Index, which uses vector instructions. Statements lie in shards of 16,384; all cores take shards from
// a common counter, and between two shards the scan looks whether it was cancelled.
//
// What survives is kept: the statements that have the letters of every term, whatever the gaps, upper case, exclusions
// and outlets say. Adding letters or terms can only take from these survivors, so the next key scans them alone; a
// stack of the last queries' survivors makes deleting a letter as quick.
//
// Rejected: a suffix array or trigram index (several times the text in memory, seconds to build, and no help for the
// first two letters, which are the slow ones); bigrams in the mask (64 bits are full after a sentence).

// shardSize is how many statements a shard has at most.
const shardSize = 1 << 14

// keep is how many queries' survivors are kept.
const keep = 12

// shard is the folded text of some statements in a row.
type shard struct {
	folded
	first statement.ID
	ends  []int32 // by statement: where its letters end
	masks []uint64
}

func makeShards(set *statement.Set) []*shard {
	n := (len(set.All) + shardSize - 1) / shardSize
	shards := make([]*shard, n)
	each(context.Background(), n, func(i int) {
		shards[i] = makeShard(set, i*shardSize, min(len(set.All), (i+1)*shardSize))
	})
	return shards
}

func makeShard(set *statement.Set, from, to int) *shard {
	s := &shard{first: statement.ID(from), ends: make([]int32, 0, to-from), masks: make([]uint64, 0, to-from)}
	size := 0
	for id := from; id < to; id++ {
		size += set.All[id].Span.Len()
	}
	s.letters = make([]byte, 0, size)
	for id := from; id < to; id++ {
		lo := len(s.letters)
		s.add(set.Text(statement.ID(id)))
		s.ends = append(s.ends, int32(len(s.letters)))
		s.masks = append(s.masks, maskOf(s.letters[lo:]))
	}
	return s
}

// bounds is where the letters of the shard's i-th statement are.
func (s *shard) bounds(i int32) (lo, hi int) {
	if i > 0 {
		lo = int(s.ends[i-1])
	}
	return lo, int(s.ends[i])
}

// each calls do(0) to do(n-1) on all cores until ctx ends.
func each(ctx context.Context, n int, do func(i int)) {
	var counter atomic.Int64
	work := func() {
		for ctx.Err() == nil {
			i := int(counter.Add(1)) - 1
			if i >= n {
				return
			}
			do(i)
		}
	}
	crew.Work(min(runtime.GOMAXPROCS(0), n), work)
}

// answer is what one query's scan found, by shard.
type answer struct {
	query *query
	kept  [][]int32 // have the letters of all terms
	found []part    // match
}

// part is the statements of a shard that match, with their tiers.
type part struct {
	ids   []int32
	tiers []tier // as long as ids, or nil where all are equal
}

// answer scans for q, beginning with the survivors of the last query that q narrows.
func (x *Index) answer(ctx context.Context, q *query) (*answer, error) {
	if q.loose {
		return x.scatter(ctx, q)
	}
	for len(x.history) > 0 && !q.narrows(x.history[len(x.history)-1].query) {
		x.history = x.history[:len(x.history)-1]
	}
	var older *answer
	if len(x.history) > 0 {
		older = x.history[len(x.history)-1]
	}
	a := &answer{query: q, kept: make([][]int32, len(x.shards)), found: make([]part, len(x.shards))}
	passing := x.passing(q)
	each(ctx, len(x.shards), func(i int) {
		var base []int32
		if older != nil {
			base = older.kept[i]
		}
		x.scan(a, i, base, older != nil, passing)
	})
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if len(q.terms) > 0 {
		if len(x.history) == keep {
			x.history = append(x.history[:0], x.history[1:]...)
		}
		x.history = append(x.history, a)
	}
	return a, nil
}

func (a *answer) total() (n int) {
	for _, p := range a.found {
		n += len(p.ids)
	}
	return n
}

// scan fills a's parts for shard i from the statements in base, or from all when narrowed is false.
func (x *Index) scan(a *answer, i int, base []int32, narrowed bool, passing []bool) {
	s, q := x.shards[i], a.query
	n := len(s.ends)
	if narrowed {
		n = len(base)
	}
	var mask uint64
	for _, t := range q.terms {
		mask |= t.mask
	}
	w := works.Get().(*work)
	defer works.Put(w)
	w.kept, w.ids, w.tiers = w.kept[:0], w.ids[:0], w.tiers[:0]
	for k := range n {
		at := int32(k)
		if narrowed {
			at = base[k]
		}
		if s.masks[at]&mask != mask {
			continue
		}
		in, t := x.judge(s, at, q)
		if !in {
			continue
		}
		w.kept = append(w.kept, at)
		if t != no && (passing == nil || passing[x.set.All[s.first+statement.ID(at)].Report]) && x.lets(q, s.first+statement.ID(at)) {
			w.ids = append(w.ids, at)
			w.tiers = append(w.tiers, t)
		}
	}
	a.kept[i] = slices.Clone(w.kept)
	a.found[i] = part{ids: a.kept[i], tiers: slices.Clone(w.tiers)}
	if len(w.ids) < len(w.kept) {
		a.found[i].ids = slices.Clone(w.ids)
	}
}

// work is room for what a scan of one shard finds, kept for the next.
type work struct {
	kept, ids []int32
	tiers     []tier
}

var works = sync.Pool{New: func() any {
	return &work{make([]int32, 0, shardSize), make([]int32, 0, shardSize), make([]tier, 0, shardSize)}
}}

// scatter scans all statements for a query with terms whose letters in order are enough. Such a query is asked seldom: it
// neither takes another's survivors nor leaves any.
func (x *Index) scatter(ctx context.Context, q *query) (*answer, error) {
	a := &answer{query: q, found: make([]part, len(x.shards))}
	var mask uint64
	for _, t := range q.terms {
		mask |= t.mask
	}
	passing := x.passing(q)
	each(ctx, len(x.shards), func(i int) {
		s := x.shards[i]
		for k := range s.ends {
			at, id := int32(k), s.first+statement.ID(k)
			if s.masks[k]&mask == mask && x.chained(s, at, q.terms) && (passing == nil || passing[x.set.All[id].Report]) &&
				!x.excluded(s, at, q) && x.lets(q, id) {
				a.found[i].ids = append(a.found[i].ids, at)
			}
		}
	})
	return a, ctx.Err()
}

// chained reports whether the statement has every term, of those that are loose the letters in order: just what
// sahilm/fuzzy matches.
func (x *Index) chained(s *shard, at int32, terms []*term) bool {
	lo, hi := s.bounds(at)
	original := func() string { return x.set.Text(s.first + statement.ID(at)) }
	for _, t := range terms {
		if t.loose {
			if !chain(s.letters[lo:hi], t.text) {
				return false
			}
		} else if at, _ := t.next(&s.folded, lo, hi, lo, original); at < 0 {
			return false
		}
	}
	return true
}

func chain(letters []byte, want string) bool {
	for _, r := range want {
		var i, size int
		if r < utf8.RuneSelf {
			i, size = bytes.IndexByte(letters, byte(r)), 1
		} else {
			i, size = bytes.IndexRune(letters, r), utf8.RuneLen(r)
		}
		if i < 0 {
			return false
		}
		letters = letters[i+size:]
	}
	return true
}

// passing says of each report whether the query's filters by outlet and date let it through; nil when there are none.
func (x *Index) passing(q *query) []bool {
	if len(q.outlets)+len(q.outletsX)+len(q.dates)+len(q.datesX) == 0 {
		return nil
	}
	pass := make([]bool, len(x.set.Reports))
	for r := range pass {
		pass[r] = x.passes(q, r)
	}
	return pass
}

func (x *Index) passes(q *query, r int) bool {
	if !q.dated(x.set.Reports[r].Published) {
		return false
	}
	name := x.names[x.outlet[r]]
	for _, unwanted := range q.outletsX {
		if strings.Contains(name, unwanted) {
			return false
		}
	}
	for _, wanted := range q.outlets {
		if strings.Contains(name, wanted) {
			return true
		}
	}
	return len(q.outlets) == 0
}
