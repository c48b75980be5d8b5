// Package claim finds what several outlets' statements say in common. Call [Group] with links. A statement may carry several
// claims; what says nothing together with another is a claim of one; boilerplate carries none.
//
// Candidates are the sets of statements that share a unit, or two, and are likely to say the same (candidate.go); which of
// them are claims is learnt by [Learn], for the program in match/train, from what careful readers found (feature.go,
// choose.go). The units that a claim's statements share are its words: they name it and are marked in every wording.
package claim

import (
	"cmp"
	"slices"
	"sync"
	"sync/atomic"

	"parallax/corpus/match"
	"parallax/corpus/particular"
	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// ID is the index of a claim in Claims.All. It may change from run to run: what is kept points at statements.
type ID int

// Claim is what a group of linked statements says in common.
type Claim struct {
	ID         ID
	Name       string         // the words that its wordings share, as its lead spells and orders them: "hospital · no patients"
	Statements []statement.ID // in order
	Lead       statement.ID   // the one that represents the claim: short and central
	Reader     uint64         // the reader's claim that it is, by Held.ID; 0 for none
	units      []match.Unit   // what most of the wordings have, by ID

}

// Claims is an immutable snapshot of all claims.
type Claims struct {
	Generation int
	All        []Claim // in the order in which a reader meets them
	set        *statement.Set
	links      *match.Links
	of         [][]ID         // by statement
	doubts     func() *doubts // as grouped
	book       *particular.Book
	topics     []atomic.Pointer[[]Topic] // by claim, once asked for
	base       *Claims                   // as they were grouped, when some are the reader's; see Hold
}

// Group makes claims of the links and of what the reader settled, which teaches the odds of statements (see Doubt) as well.
func Group(set *statement.Set, links *match.Links, settled ...Settled) *Claims {
	return group(set, links, settled, true)
}

// Untaught is Group with the odds as they were learnt: it is there to measure what is taught.
func Untaught(set *statement.Set, links *match.Links, settled ...Settled) *Claims {
	return group(set, links, settled, false)
}

func group(set *statement.Set, links *match.Links, settled []Settled, teach bool) *Claims {
	cs := &Claims{Generation: links.Generation, set: set, links: links, book: particular.NewBook(set)}
	how := &grouping{settled: settled, teach: teach}
	for _, g := range how.groups(set, links) {
		cs.All = append(cs.All, g.claim(set, links))
	}
	cs.arrange()
	cs.doubts = sync.OnceValue(func() *doubts { return cs.findDoubts(links, settled, teach) })
	cs.links = cs.apart(links.Together(cs.together), settled)
	return cs
}

// claim is the claim that was grouped, without a name.
func (g *grouped) claim(set *statement.Set, links *match.Links) Claim {
	c := Claim{units: g.units}
	for _, m := range g.members {
		c.Statements = append(c.Statements, g.story.Statement(int(m)))
	}
	c.Lead = lead(set, links, c.Statements)
	return c
}

// Links is the links that the claims were made of, and those that a common claim makes (match.Links.Together).
func (cs *Claims) Links() *match.Links { return cs.links }

// arrange puts all claims in order and names them.
func (cs *Claims) arrange() {
	cs.of = make([][]ID, len(cs.set.All))
	slices.SortStableFunc(cs.All, func(a, b Claim) int { return slices.Compare(a.Statements, b.Statements) })
	for i := range cs.All {
		cs.All[i].ID = ID(i)
		for _, s := range cs.All[i].Statements {
			cs.of[s] = append(cs.of[s], ID(i))
		}
	}
	for s, of := range cs.of {
		cs.mainFirst(statement.ID(s), of)
	}
	cs.name()
	cs.fresh()
}

// fresh forgets what was found out of claims.
func (cs *Claims) fresh() { cs.topics = make([]atomic.Pointer[[]Topic], len(cs.All)) }

// Of is the claims that a statement carries, that of its main assertion first; empty for boilerplate.
func (cs *Claims) Of(id statement.ID) []ID { return cs.of[id] }

// Counterpart is a statement of another report that carries the claim in question.
type Counterpart struct {
	Statement statement.ID
	Link      match.Link // to the statement asked about; the zero Link when only other wordings tie the two
	Score     float64    // of that link, or of the best chain of links within the claim
	Partial   bool
	Differs   bool // see match.Pair
}

// Counterparts is the statements of report r that carry claim c, seen from the statement from, best first.
func (cs *Claims) Counterparts(c ID, from statement.ID, r report.ID) []Counterpart {
	var found []Counterpart
	for _, s := range cs.in(c, r) {
		if s != from {
			found = append(found, cs.counterpart(c, from, s))
		}
	}
	slices.SortStableFunc(found, func(a, b Counterpart) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Statement, b.Statement))
	})
	return found
}

// in is the statements of claim c in report r.
func (cs *Claims) in(c ID, r report.ID) []statement.ID {
	ids, sts := cs.All[c].Statements, cs.set.In(r)
	if len(sts) == 0 {
		return nil
	}
	from, _ := slices.BinarySearch(ids, sts[0].ID)
	to, found := slices.BinarySearch(ids, sts[len(sts)-1].ID)
	if found {
		to++
	}
	return ids[from:to]
}

// counterpart is statement to of claim c seen from another: by their link, else by the best two links that lead there.
func (cs *Claims) counterpart(c ID, from, to statement.ID) Counterpart {
	if l, ok := cs.links.Between(from, to); ok {
		return Counterpart{Statement: to, Link: l, Score: l.Score, Partial: l.Partial, Differs: l.Differs}
	}
	best := 0.0
	for one := range cs.links.Of(from) {
		if one.Score <= best {
			break // the others are no better
		}
		via := one.Other(from)
		if _, in := slices.BinarySearch(cs.All[c].Statements, via); !in {
			continue
		}
		if two, ok := cs.links.Between(via, to); ok {
			best = max(best, one.Score*two.Score)
		}
	}
	return Counterpart{Statement: to, Score: best}
}

// Outlets is the number of different outlets whose statements carry the claim.
func (cs *Claims) Outlets(c ID) int {
	n := 0
	seen := make([]bool, len(cs.set.Outlets.All))
	for _, s := range cs.All[c].Statements {
		if o := cs.set.Outlets.Of[cs.set.All[s].Report]; !seen[o] {
			seen[o] = true
			n++
		}
	}
	return n
}

// Origins is the number of different origins of the reports that carry the claim: reports with the same running text
// count once.
func (cs *Claims) Origins(c ID) int {
	seen := make(map[report.ID]bool)
	for _, s := range cs.All[c].Statements {
		seen[cs.links.Origin(cs.set.All[s].Report)] = true
	}
	return len(seen)
}

// Wordings is the statements of all other reports that carry claim c, seen from the statement from: by report, the best
// of each first.
func (cs *Claims) Wordings(c ID, from statement.ID) []Counterpart {
	var all []Counterpart
	last := report.ID(-1)
	for _, s := range cs.All[c].Statements {
		if r := cs.set.All[s].Report; r != last && r != cs.set.All[from].Report {
			last = r
			all = append(all, cs.Counterparts(c, from, r)...)
		}
	}
	return all
}

// From is the claim's statements as one of them sees them: itself, the others of its report, then the other reports' as
// Wordings has them.
func (cs *Claims) From(c ID, from statement.ID) []statement.ID {
	ids := []statement.ID{from}
	for _, s := range cs.in(c, cs.set.All[from].Report) {
		if s != from {
			ids = append(ids, s)
		}
	}
	for _, w := range cs.Wordings(c, from) {
		ids = append(ids, w.Statement)
	}
	return ids
}

// Order is the claims that a report carries, in the order of its statements.
func Order(cs *Claims, r report.ID) []ID {
	var ids []ID
	seen := make(map[ID]bool)
	for _, s := range cs.set.In(r) {
		for _, c := range cs.of[s.ID] {
			if !seen[c] {
				seen[c] = true
				ids = append(ids, c)
			}
		}
	}
	return ids
}
