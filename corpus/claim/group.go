package claim

import (
	"cmp"
	"slices"

	"parallax/corpus/match"
	"parallax/corpus/statement"
)

// A claim is a community of links, not of statements: a statement that carries three claims has links of three kinds, and
// each link belongs to one claim (after Ahn, Bagrow and Lehmann, "Link communities reveal multiscale complexity in
// networks", Nature 466, 2010). What tells the kinds apart is what the two ends share: words, names, numbers, a speaker.
//
// Links are taken best first. Each joins the group at one of its ends that it fits best, by what it shares and by how
// many of the group's statements the new one is linked to; where it fits none, it begins a group. Groups that turn out to
// be one are merged as they meet. The work is in proportion to the links, times the few groups that meet in a statement.
//
// Rejected: connected components, because one statement with two claims joins everything; maximal cliques and groups in
// which most statements are linked, because where ten statements say much the same they make dozens of nearly equal
// groups; clustering all links against all, because an event of two hundred reports has too many.

const (
	fits      = 0.5     // how well a link must fit a group to join it
	inside    = 0.3     // that both ends are in the group counts so much
	sameTopic = 0.6     // two groups with at least two statements in common and topics so alike are one
	sameSet   = 2.0 / 3 // and so are two with so many of their statements in common
	enough    = 24      // links of a statement, its best, that make claims
	leastRest = 6       // weight of what a link shares beyond its claim, from which it may be in another
	restFits  = 0.5     // part of that which the other claim must be about
	looks     = 64      // links of a statement that are looked at to see how well it is tied to a group
)

// group is a claim in the making.
type group struct {
	members map[statement.ID]bool
	topic   topic
	links   int
	into    *group // what it was merged into
}

// now is the group that g has become.
func (g *group) now() *group {
	for g.into != nil {
		g = g.into
	}
	return g
}

// grouping is the work of groups.
type grouping struct {
	set   *statement.Set
	links *match.Links
	all   []*group
	of    [][]*group // by statement
}

// groups finds the sets of statements that say one thing, every statement of the story in at least one, each set in
// order.
func groups(set *statement.Set, links *match.Links) [][]statement.ID {
	w := &grouping{set: set, links: links, of: make([][]*group, len(set.All))}
	best := strongest(set, links)
	homes := make([]*group, len(best))
	for i, l := range best {
		homes[i] = w.place(l)
	}
	if len(best) < len(links.All) {
		w.unite()
	}
	for i, l := range best {
		w.placeRest(l, homes[i].now())
	}
	return w.sets()
}

// strongest is the links that are among the best of either end, best first. In a story of hundreds of reports the rest
// would only say again what these say.
func strongest(set *statement.Set, links *match.Links) []match.Link {
	kept := make(map[[2]statement.ID]bool)
	var best []match.Link
	for i := range set.All {
		n := 0
		for l := range links.Of(statement.ID(i)) {
			if key := [2]statement.ID{l.A, l.B}; !kept[key] {
				kept[key] = true
				best = append(best, l)
			}
			if n++; n == enough {
				break
			}
		}
	}
	slices.SortFunc(best, func(a, b match.Link) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B))
	})
	return best
}

// unite looks at the links that were left out: where one joins two groups of one topic, they are one claim. In a story of
// hundreds of reports that say the same in the same words, the strongest links alone fall into circles of their own.
func (w *grouping) unite() {
	looked := make(map[[2]*group]bool)
	for _, l := range w.links.All {
		w.of[l.A], w.of[l.B] = present(w.of[l.A]), present(w.of[l.B])
		if slices.ContainsFunc(w.of[l.A], func(g *group) bool { return g.members[l.B] }) {
			continue
		}
		for _, g := range w.of[l.A] {
			for _, h := range w.of[l.B] {
				if g, h = g.now(), h.now(); g == h || looked[[2]*group{g, h}] {
					continue
				}
				looked[[2]*group{g, h}] = true
				if g.topic.alike(g.links, h.topic, h.links) >= sameTopic {
					g.absorb(h)
				}
			}
		}
	}
}

// placeRest looks at what a link shares beyond the topic of its own group. Where that is much and another group at one of
// its ends is about it, the other end carries that claim as well: a sentence that gives a denial and the toll is linked
// by the toll first.
func (w *grouping) placeRest(l match.Link, home *group) {
	rest := topic(w.links.Shared(l)).without(home.topic, home.links)
	if rest.weight() < leastRest {
		return
	}
	for _, g := range w.around(l) {
		if g == home || g.members[l.A] == g.members[l.B] {
			continue
		}
		if rest.within(g.topic, g.links) >= restFits {
			w.join(g, l)
		}
	}
}

// join puts both ends of a link into a group.
func (w *grouping) join(g *group, l match.Link) {
	for _, s := range []statement.ID{l.A, l.B} {
		if !g.members[s] {
			g.members[s] = true
			w.of[s] = append(w.of[s], g)
		}
	}
}

// place puts a link into the group that it fits best, or begins one with it.
func (w *grouping) place(l match.Link) *group {
	shared := topic(w.links.Shared(l))
	var home *group
	most := fits
	for _, g := range w.around(l) {
		if f := w.fit(g, l, shared); f > most || home == nil && f == most {
			home, most = g, f
		}
	}
	if home == nil {
		home = &group{members: make(map[statement.ID]bool)}
		w.all = append(w.all, home)
	}
	home.links++
	home.topic = home.topic.plus(shared)
	w.join(home, l)
	for _, g := range w.around(l) {
		if h := home.now(); g.now() != h && h.isOne(g.now()) {
			h.absorb(g.now())
		}
	}
	return home
}

// around is the groups of the link's ends, each once.
func (w *grouping) around(l match.Link) []*group {
	var gs []*group
	for _, s := range []statement.ID{l.A, l.B} {
		w.of[s] = present(w.of[s])
		for _, g := range w.of[s] {
			if !slices.Contains(gs, g) {
				gs = append(gs, g)
			}
		}
	}
	return gs
}

// present replaces merged groups by what they have become, each once.
func present(gs []*group) []*group {
	kept := gs[:0]
	for _, g := range gs {
		if g = g.now(); !slices.Contains(kept, g) {
			kept = append(kept, g)
		}
	}
	return kept
}

// fit is how well a link fits a group at one of its ends.
func (w *grouping) fit(g *group, l match.Link, shared topic) float64 {
	alike := g.topic.alike(g.links, shared, 1)
	switch {
	case g.members[l.A] && g.members[l.B]:
		return alike + inside
	case g.members[l.A]:
		return (alike + w.tied(l.B, g)) / 2
	default:
		return (alike + w.tied(l.A, g)) / 2
	}
}

// tied is the share of a group's statements, of other reports, that the statement is linked to.
func (w *grouping) tied(s statement.ID, g *group) float64 {
	others := 0
	for m := range g.members {
		if w.set.All[m].Report != w.set.All[s].Report {
			others++
		}
	}
	linked, looked := 0, 0
	for l := range w.links.Of(s) {
		if g.members[l.Other(s)] {
			linked++
		}
		if looked++; looked == looks {
			break
		}
	}
	return float64(linked) / float64(max(1, min(others, looks)))
}

// isOne reports whether two groups say one thing: one holds all of the other's statements, or they have most in common,
// or some and the same topic.
func (g *group) isOne(h *group) bool {
	both := 0
	for m := range h.members {
		if g.members[m] {
			both++
		}
	}
	switch {
	case both == min(len(g.members), len(h.members)):
		return true
	case float64(both) >= sameSet*float64(len(g.members)+len(h.members)-both):
		return true
	}
	return both >= 2 && g.topic.alike(g.links, h.topic, h.links) >= sameTopic
}

func (g *group) absorb(h *group) {
	for m := range h.members {
		g.members[m] = true
	}
	g.topic = g.topic.plus(h.topic)
	g.links += h.links
	h.into = g
}

// sets is the groups as sets of statements, and a set of one for every other statement of the story.
func (w *grouping) sets() [][]statement.ID {
	var sets [][]statement.ID
	linked := make([]bool, len(w.set.All))
	for _, g := range w.all {
		if g.into != nil {
			continue
		}
		var ids []statement.ID
		for m := range g.members {
			ids = append(ids, m)
			linked[m] = true
		}
		slices.Sort(ids)
		sets = append(sets, ids)
	}
	for i := range w.set.All {
		if !linked[i] && w.set.All[i].IsStory() {
			sets = append(sets, []statement.ID{statement.ID(i)})
		}
	}
	return sets
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
