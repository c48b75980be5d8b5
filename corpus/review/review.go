// Package review finds what is worth asking the reader: questions whose answers remove most doubt from the claims, the most
// useful first. Call [New] with the links, the claims and the reader's decisions; [Question.Answer] is what an answer
// decides. A decision teaches: give New the links as match.Links.Taught has them, so that the open pairs are read as the
// decided ones show them.
//
// A question is about a statement and a claim: whether the statement says it. What an answer changes is known: the claim
// gains or loses a wording, and the statement a link to each of the claim's others. So questions are ordered by how likely
// they are to change something, times how much that would be. What follows from other answers is not asked: a statement
// of which half of the links into a claim are decided is settled.
package review

import (
	"cmp"
	"slices"

	"parallax/corpus/claim"
	"parallax/corpus/match"
	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// Queue is the questions worth asking: an immutable snapshot.
type Queue struct {
	Questions []Question    // the most useful first
	Errors    float64       // expected among the open questions: the sum of min(p, 1-p)
	Claims    *claim.Claims // that the questions are about
	Links     *match.Links
}

// What a question is worth: a claim that changes by one wording counts as much as the part of it that changes, a link that
// comes or goes a twentieth of a claim. An outlet that has a wording of the claim seldom has another.
const (
	linkWorth  = 0.05
	another    = 0.1
	elsewhere  = 0.3  // of the odds that two say a claim when they have another in common already
	leastOdds  = 0.08 // from which a statement outside a claim is asked about
	leastWorth = 0.1  // of a question that is asked
	leadsFirst = 0.1  // by which a claim's lead is preferred as the wording that is shown
)

// New finds the questions. The claims are those of the links as the reader's decisions make them; of the pairs that are
// still open, links may be as they teach them.
func New(set *statement.Set, links *match.Links, claims *claim.Claims, decisions []match.Decision) *Queue {
	a := newAsker(set, links, claims, decisions)
	q := &Queue{Claims: claims, Links: links}
	for i := range claims.All {
		q.Questions = append(q.Questions, a.about(claim.ID(i))...)
	}
	slices.SortStableFunc(q.Questions, func(x, y Question) int { return cmp.Compare(y.Worth, x.Worth) })
	q.Questions = slices.DeleteFunc(once(q.Questions), func(x Question) bool { return x.Worth < leastWorth })
	for _, x := range q.Questions {
		q.Errors += min(x.Odds, 1-x.Odds)
	}
	return q
}

// once keeps the first of questions about the same two statements.
func once(qs []Question) []Question {
	seen := make(map[pair]bool)
	return slices.DeleteFunc(qs, func(q Question) bool {
		was := seen[q.Key()]
		seen[q.Key()] = true
		return was
	})
}

// pair is two statements, the lesser first.
type pair = [2]statement.ID

func pairOf(a, b statement.ID) pair { return pair{min(a, b), max(a, b)} }

// asker is what questions are made from.
type asker struct {
	set     *statement.Set
	links   *match.Links
	claims  *claim.Claims
	decided map[pair]bool
	odds    map[pair]float64 // of a link
}

func newAsker(set *statement.Set, links *match.Links, claims *claim.Claims, decisions []match.Decision) *asker {
	a := &asker{set, links, claims, make(map[pair]bool), make(map[pair]float64)}
	for i := range set.All {
		for p := range links.Scored(statement.ID(i)) {
			a.odds[pair{p.A, p.B}] = p.Score
		}
	}
	for _, d := range decisions {
		k := pairOf(d.A, d.B)
		a.decided[k] = d.Kind != match.Undecided
		switch {
		case d.Kind.IsLink():
			a.odds[k] = 1
		case d.Kind == match.Cut:
			a.odds[k] = 0
		}
	}
	return a
}

// about is the questions about one claim.
func (a *asker) about(c claim.ID) []Question {
	members := a.claims.All[c].Statements
	said := make(map[report.OutletID]bool)
	near := slices.Clone(members)
	for _, m := range members {
		said[a.outlet(m)] = true
		for p := range a.links.Scored(m) {
			if o := p.Other(m); a.set.All[o].IsStory() && a.odds[pair{p.A, p.B}] >= leastOdds {
				near = append(near, o)
			}
		}
	}
	slices.Sort(near)
	var qs []Question
	for _, x := range slices.Compact(near) {
		q, ok := a.of(c, x)
		if !ok {
			continue
		}
		switch {
		case q.Kind == Doubt:
		case !said[a.outlet(x)]:
			q.Kind = Silence
		case a.leads(x, c):
			q.Kind = Merge
		default:
			q.Worth *= another
		}
		qs = append(qs, q)
	}
	return qs
}

func (a *asker) outlet(id statement.ID) report.OutletID {
	return a.set.Outlets.Of[a.set.All[id].Report]
}

// leads reports whether a statement represents another claim that several make.
func (a *asker) leads(x statement.ID, c claim.ID) bool {
	return slices.ContainsFunc(a.claims.Of(x), func(d claim.ID) bool {
		return d != c && a.claims.All[d].Lead == x && len(a.claims.All[d].Statements) > 1
	})
}

// of asks whether a statement says a claim; ok is false when that is settled or hardly likely.
func (a *asker) of(c claim.ID, x statement.ID) (q Question, ok bool) {
	cl := &a.claims.All[c]
	_, in := slices.BinarySearch(cl.Statements, x)
	q = Question{Kind: Missing, Claim: c, Statement: x}
	if in {
		q.Kind = Doubt
	}
	sum, n, gain, lose, best := 0.0, 0, 0.0, 0.0, -1.0
	for _, m := range cl.Statements {
		if a.set.All[m].Report == a.set.All[x].Report {
			continue
		}
		k := pairOf(x, m)
		p := a.odds[k]
		n++
		if sum += p; !in && a.share(x, m) {
			sum -= (1 - elsewhere) * p
		}
		if a.decided[k] {
			continue
		}
		q.pairs = append(q.pairs, [2]statement.ID{x, m})
		if _, linked := a.links.Between(x, m); linked {
			lose++
		} else {
			gain++
		}
		if m == cl.Lead {
			p += leadsFirst
		}
		if p > best {
			q.Wording, best = m, p
		}
	}
	if n == 0 || 2*len(q.pairs) <= n {
		return q, false
	}
	q.Odds, q.added = sum/float64(n), gain > 0
	size := float64(len(cl.Statements))
	if in {
		q.Worth = (1-q.Odds)*(1/size+linkWorth*lose) + q.Odds*linkWorth*gain
	} else {
		q.Worth = q.Odds*(1/(size+1)+linkWorth*gain) + (1-q.Odds)*linkWorth*lose
	}
	return q, q.Odds >= leastOdds
}

// share reports whether two statements have a claim in common.
func (a *asker) share(x, y statement.ID) bool {
	return slices.ContainsFunc(a.claims.Of(x), func(c claim.ID) bool { return slices.Contains(a.claims.Of(y), c) })
}
