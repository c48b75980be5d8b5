// Package match links statements of different reports that carry at least one claim in common. [Score] is the
// machine's reading, a pure function of the statements; [Apply] lets the reader's decisions win over it;
// [Links.Reasons] tells why two statements are linked.
//
// A score is made in four steps, each in files of its own: reports are sorted into stories (package story); a story's
// statements are read as concepts (event.go, concept.go and what they call); pairs that share something are looked up in an
// index (candidate.go); their evidence is weighed in two passes (signal.go, standings.go, carry.go, passes.go). What evidence is worth is
// learnt from marked events by [Learn], for the program in the folder train.
package match

import (
	"cmp"
	"context"
	"iter"
	"maps"
	"slices"

	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// Pair is two statements of different reports with the probability that they carry a claim in common.
type Pair struct {
	A, B    statement.ID // A < B
	Score   float64      // 0..1
	Partial bool         // one carries clearly more than the other
	Differs bool         // they say one thing of which a part is the opposite or another number; only of pairs that are links
}

// Other is the end of the pair that is not id.
func (p Pair) Other(id statement.ID) statement.ID {
	if p.A == id {
		return p.B
	}
	return p.A
}

// Scored is the machine's reading of a set of statements: an immutable snapshot.
type Scored struct {
	Generation int     // of the statements it was made from
	Pairs      []Pair  // every pair that was scored, by A, then B
	Threshold  float64 // pairs that score at least this are links
	set        *statement.Set
	weights    *Weights // nil for the shipped ones
	isTaught   bool     // by the reader's decisions
	stories    []scoredStory
	storyIn    []int32          // by report: index into stories
	origins    []report.ID      // by report
	pairsOf    func() [][]int32 // by statement: indices of Pairs, in order; made when first asked for, as few ask
}

// Score finds candidates, weighs the evidence and scores each pair. It is deterministic. progress, which may be nil, is
// called now and then, never at once from two goroutines. When ctx ends, so does Score, with ctx's error.
func Score(ctx context.Context, set *statement.Set, progress func(done, total int)) (*Scored, error) {
	w, err := shippedWeights()
	if err != nil {
		return nil, err
	}
	return ScoreWith(ctx, w, set, progress)
}

// Decision is the reader's word on a pair of statements.
type Decision struct {
	A, B statement.ID
	Kind DecisionKind
}

// DecisionKind is what the reader decided.
type DecisionKind uint8

const (
	Undecided DecisionKind = iota
	Confirmed              // a link that the machine found
	Cut                    // a link that is none
	Added                  // a link that the machine did not find
	InPart                 // a link whose ends share a part of what they say, which makes no claim by itself
	Differing              // a link whose ends say one thing, and differ in a part of it
	Carried                // a link between two wordings of a claim of the reader's, which holds them together by itself
)

// IsLink reports whether the decision makes a link of a pair.
func (k DecisionKind) IsLink() bool {
	return k == Confirmed || k == Added || k == InPart || k == Differing || k == Carried
}

// Link is a pair that says the same.
type Link struct {
	A, B    statement.ID // A < B
	Score   float64
	Partial bool
	Differs bool // see Pair
	Decided DecisionKind
}

// Other is the end of the link that is not id.
func (l Link) Other(id statement.ID) statement.ID {
	if l.A == id {
		return l.B
	}
	return l.A
}

// Links is the links that hold after the reader's decisions: an immutable snapshot.
type Links struct {
	Generation int
	All        []Link // by A, then B
	scored     *Scored
	decided    map[[2]statement.ID]DecisionKind
	of         [][]int32 // by statement: indices of All, best first
}

// Apply keeps the pairs that score high enough and lets decisions win: the last one on a pair counts. A confirmed or
// added link scores 1. Decisions on statements that do not exist, or on two of one report, are passed over.
func Apply(scored *Scored, decisions []Decision) *Links {
	ls := &Links{Generation: scored.Generation, scored: scored}
	decided := make(map[[2]statement.ID]DecisionKind, len(decisions))
	for _, d := range decisions {
		if scored.canLink(d.A, d.B) {
			decided[[2]statement.ID{min(d.A, d.B), max(d.A, d.B)}] = d.Kind
		}
	}
	ls.decided = maps.Clone(decided)
	strong := 0
	for i := range scored.Pairs {
		if scored.Pairs[i].Score >= scored.Threshold {
			strong++
		}
	}
	ls.All = make([]Link, 0, strong+len(decided))
	for _, p := range scored.Pairs {
		l := Link{A: p.A, B: p.B, Score: p.Score, Partial: p.Partial, Differs: p.Differs}
		if len(decided) > 0 {
			key := [2]statement.ID{p.A, p.B}
			l.Decided = decided[key]
			delete(decided, key)
		}
		switch l.Decided {
		case Cut:
			continue
		case Confirmed, Added, InPart, Differing, Carried:
			l.Score, l.Partial, l.Differs = 1, l.Partial || l.Decided == InPart, l.Differs || l.Decided == Differing
		default:
			if p.Score < scored.Threshold {
				continue
			}
		}
		ls.All = append(ls.All, l)
	}
	for key, kind := range decided {
		if kind.IsLink() {
			ls.All = append(ls.All, Link{A: key[0], B: key[1], Score: 1, Partial: kind == InPart, Differs: kind == Differing, Decided: kind})
		}
	}
	slices.SortFunc(ls.All, func(a, b Link) int { return cmp.Or(cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B)) })
	ls.index(len(scored.set.All))
	return ls
}

// IsDecided reports whether the reader decided something of a pair that can be linked.
func (ls *Links) IsDecided() bool { return len(ls.decided) > 0 }

// IsShipped reports whether the links were scored by the weights that come with the program, and not by others or as the reader
// taught them.
func (ls *Links) IsShipped() bool {
	s := ls.scored
	if s.isTaught || s.weights == nil {
		return !s.isTaught // without reading the shipped ones, which takes a while
	}
	w, err := shippedWeights()
	return err == nil && s.weights == w
}

// Story is the number of a report's story: reports of one story have the same.
func (ls *Links) Story(r report.ID) int { return int(ls.scored.storyIn[r]) }

func (s *Scored) canLink(a, b statement.ID) bool {
	n := statement.ID(len(s.set.All))
	return a >= 0 && b >= 0 && a < n && b < n && s.set.All[a].Report != s.set.All[b].Report
}

func (ls *Links) index(statements int) {
	ls.of = byEnd(statements, len(ls.All), func(i int) (a, b statement.ID) { return ls.All[i].A, ls.All[i].B })
	for _, of := range ls.of {
		slices.SortFunc(of, func(i, j int32) int {
			return cmp.Or(cmp.Compare(ls.All[j].Score, ls.All[i].Score), cmp.Compare(i, j))
		})
	}
}

// byEnd is the indices from 0 to n, in order, of what ends at each statement.
func byEnd(statements, n int, ends func(i int) (a, b statement.ID)) [][]int32 {
	of := make([][]int32, statements)
	count := make([]int32, statements)
	for i := range n {
		a, b := ends(i)
		count[a]++
		count[b]++
	}
	room := make([]int32, 2*n)
	for id, k := range count {
		of[id], room = room[:0:k], room[k:]
	}
	for i := range n {
		a, b := ends(i)
		of[a], of[b] = append(of[a], int32(i)), append(of[b], int32(i))
	}
	return of
}

// Of walks the links of one statement, best first.
func (ls *Links) Of(id statement.ID) iter.Seq[Link] {
	return func(yield func(Link) bool) {
		for _, i := range ls.of[id] {
			if !yield(ls.All[i]) {
				return
			}
		}
	}
}

// Between is the link of a and b, if there is one.
func (ls *Links) Between(a, b statement.ID) (Link, bool) {
	a, b = min(a, b), max(a, b)
	i, ok := slices.BinarySearchFunc(ls.All, [2]statement.ID{a, b}, func(l Link, key [2]statement.ID) int {
		return cmp.Or(cmp.Compare(l.A, key[0]), cmp.Compare(l.B, key[1]))
	})
	if !ok {
		return Link{}, false
	}
	return ls.All[i], true
}
