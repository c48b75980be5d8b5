package claim

import (
	"cmp"
	"slices"

	"parallax/corpus/match"
	"parallax/corpus/statement"
)

// Verdict is the reader's answer about a claim as a set of statements: which of them say what it says. A claim that has
// verdicts is what they make of it, and the grouping goes on around it. Sets are in order.
type Verdict struct {
	Of      []statement.ID // the claim in question as it stood
	In, Out []statement.ID // say it, and do not
	Yes, No []statement.ID // likewise, as far as one can tell: only answers that were kept in earlier versions have them
	Whole   bool           // what is left is all that says it: nothing more is worth asking
	None    bool           // it is no claim of its own
}

// Equal reports whether both say the same.
func (v Verdict) Equal(o Verdict) bool {
	return v.Whole == o.Whole && v.None == o.None && slices.Equal(v.Of, o.Of) && slices.Equal(v.In, o.In) &&
		slices.Equal(v.Out, o.Out) && slices.Equal(v.Yes, o.Yes) && slices.Equal(v.No, o.No)
}

// Settled is what verdicts make of one claim.
type Settled struct {
	Statements []statement.ID // that say it; fewer than two when it is no claim of its own
	In, Out    []statement.ID // what is known of single statements
	Yes, No    []statement.ID // what is likely
	Whole      bool
	was        [][]statement.ID // as it stood at each verdict
}

// Settle brings verdicts together, in their order: one on a claim as an earlier one left it continues that one.
func Settle(verdicts []Verdict) []Settled {
	var all []Settled
	for _, v := range verdicts {
		if len(v.Of) == 0 {
			continue
		}
		var next Settled
		if i := slices.IndexFunc(all, func(s Settled) bool { return slices.Equal(v.Of, s.Statements) }); i >= 0 {
			next = all[i]
			all = slices.Delete(all, i, i+1)
		}
		next.take(v)
		all = append(all, next)
	}
	return all
}

// take makes the set follow a verdict.
func (s *Settled) take(v Verdict) {
	s.was = append(slices.Clip(s.was), v.Of)
	s.Whole = v.Whole
	if v.None {
		s.Statements, s.In, s.Yes = nil, nil, nil
		return
	}
	s.In, s.Out = union(without(s.In, v.Out), v.In), union(without(s.Out, v.In), v.Out)
	s.Yes, s.No = union(without(s.Yes, v.No), v.Yes), union(without(s.No, v.Yes), v.No)
	s.Statements = without(union(v.Of, v.Yes), v.No)
	s.Statements = without(union(s.Statements, s.In), s.Out)
	if s.Whole {
		s.In = s.Statements
	}
}

// Ordered is a set of statements as a Verdict wants it: in order, each once.
func Ordered(ids []statement.ID) []statement.ID { return union(ids, nil) }

// union is both sets as one, in order.
func union[T cmp.Ordered](a, b []T) []T {
	all := slices.Concat(a, b)
	slices.Sort(all)
	return slices.Compact(all)
}

func without[T cmp.Ordered](set, part []T) []T {
	return slices.DeleteFunc(slices.Clone(set), func(x T) bool { return slices.Contains(part, x) })
}

// Implied is the links that what was settled brings with it: statements of two reports that say one claim are linked.
func Implied(set *statement.Set, settled []Settled) []match.Decision {
	var links []match.Decision
	for _, s := range settled {
		for i, a := range s.Statements {
			for _, b := range s.Statements[:i] {
				if set.All[a].Report != set.All[b].Report {
					links = append(links, match.Decision{A: b, B: a, Kind: match.Carried})
				}
			}
		}
	}
	return links
}

// verdict is what was settled of a claim, by numbers of the story.
type verdict struct {
	members []int32
	known   []int32 // statements of which nothing more is to be asked
	whole   bool
	asked   []int32   // what it stood as when it was asked about first, and of which statements
	yes, no []int32   // it was said, for sure or as far as one can tell, that they say it, and that they do not
	joined  []int32   // statements that came to it
	refused [][]int32 // sets in whose place it stands
}

// verdicts is what was settled of the field's statements.
func (f *field) verdicts(settled []Settled) []verdict {
	if len(settled) == 0 {
		return nil
	}
	at := make(map[statement.ID]int32, len(f.units))
	for i := range f.units {
		at[f.story.Statement(i)] = int32(i)
	}
	numbers := func(ids []statement.ID) []int32 {
		var ns []int32
		for _, id := range ids {
			if n, ok := at[id]; ok {
				ns = append(ns, n)
			}
		}
		return ns
	}
	var all []verdict
	for _, s := range settled {
		v := verdict{members: numbers(s.Statements), known: numbers(union(s.In, s.Out)), whole: s.Whole,
			asked: numbers(s.was[0]), yes: numbers(union(s.In, s.Yes)), no: numbers(union(s.Out, s.No)), joined: numbers(without(s.Statements, s.was[0]))}
		for _, was := range s.was {
			if ns := numbers(was); len(ns) > 0 && !slices.Equal(ns, v.members) {
				v.refused = append(v.refused, ns)
			}
		}
		if len(v.members)+len(v.refused) > 0 {
			all = append(all, v)
		}
	}
	return all
}

// surely is the score of what the reader settled.
const surely = 2

// asCandidates is what was settled as candidates.
func asCandidates(settled []verdict) []candidate {
	var cs []candidate
	for i := range settled {
		if len(settled[i].members) > 1 {
			cs = append(cs, candidate{members: settled[i].members, score: surely, settled: &settled[i]})
		}
	}
	return cs
}

// refused reports whether the reader has made something else of what is nearly that set, has joined the whole of it to
// another claim, or has made nothing of what holds the pair.
func refused(members []int32, settled []verdict) bool {
	for i := range settled {
		if holds(settled[i].joined, members) {
			return true
		}
		for _, was := range settled[i].refused {
			if overlap(members, was) >= same || len(members) == 2 && len(settled[i].members) == 0 && holds(was, members) {
				return true
			}
		}
	}
	return false
}
