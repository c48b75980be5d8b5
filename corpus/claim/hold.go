package claim

import (
	"cmp"
	"slices"

	"parallax/corpus/match"
	"parallax/corpus/statement"
)

// A claim that the reader has touched is his: the statements that it had then, and those that he added, stay in it, those
// that he took out stay out, however the program groups the rest. What the program groups beside it is of that claim too
// while most of either is in the other, so that a report that comes later finds its claim.
//
// This is done to the finished claims and not in the grouping, so that to name a claim costs no grouping, and so that
// undoing needs none either: [Claims.Hold] begins with the claims as they were grouped.

// Held is a claim of the reader's, as statements.
type Held struct {
	ID   uint64         // by which the reader's work knows it
	In   []statement.ID // that it has, in order; at least one
	Out  []statement.ID // that the reader took out, in order
	Main bool           // In is one statement, and the claim is whichever comes first in it
}

// Equal reports whether both say the same of the same claim.
func (h Held) Equal(o Held) bool {
	return h.ID == o.ID && h.Main == o.Main && slices.Equal(h.In, o.In) && slices.Equal(h.Out, o.Out)
}

// Hold is the claims as they were grouped, but for those that are the reader's; no claim is two of them. What stood in a
// claim and does so no more is a claim of one, like all that nothing is linked to.
func (cs *Claims) Hold(held []Held) *Claims {
	base := cs
	if cs.base != nil {
		base = cs.base
	}
	if len(held) == 0 {
		return base
	}
	h := &holder{base: base, held: held, of: make([]ID, len(held)), by: make(map[ID]int)}
	h.match()
	next := *base
	next.base = base
	next.All = slices.Clone(base.All)
	changed := false
	for i := range held {
		ids := h.statements(i)
		if c := h.of[i]; c >= 0 && slices.Equal(ids, base.All[c].Statements) {
			next.All[c].Reader = held[i].ID
			continue
		}
		changed = true
		next.put(h.of[i], held[i].ID, ids)
	}
	if changed {
		next.tidy()
		next.arrange()
	}
	return &next
}

// holder finds out which claim is which.
type holder struct {
	base *Claims
	held []Held
	of   []ID       // by held claim: the grouped one that is the same, -1 for none
	by   map[ID]int // the other way round
}

// match gives each held claim the grouped one that most of it is in and that is mostly in it, the greatest overlap first.
func (h *holder) match() {
	type offer struct {
		held  int
		claim ID
		both  float64
	}
	var offers []offer
	for i := range h.held {
		h.of[i] = -1
		seen := make(map[ID]bool)
		for _, s := range h.held[i].In {
			for _, c := range h.base.of[s] {
				if seen[c] {
					continue
				}
				seen[c] = true
				if h.held[i].Main {
					offers = append(offers, offer{i, c, 0})
					break
				}
				if ids := h.base.All[c].Statements; mostlySame(h.held[i].In, ids) {
					offers = append(offers, offer{i, c, overlap(h.held[i].In, ids)})
				}
			}
		}
	}
	slices.SortStableFunc(offers, func(a, b offer) int { return cmp.Compare(b.both, a.both) })
	for _, o := range offers {
		if _, taken := h.by[o.claim]; !taken && h.of[o.held] < 0 {
			h.of[o.held], h.by[o.claim] = o.claim, o.held
		}
	}
}

// mostlySame reports whether more than half of each of two ordered sets is in the other.
func mostlySame(a, b []statement.ID) bool {
	both := 0
	for _, id := range a {
		if _, in := slices.BinarySearch(b, id); in {
			both++
		}
	}
	return 2*both > len(a) && 2*both > len(b)
}

// statements is what a held claim has.
func (h *holder) statements(i int) []statement.ID {
	ids := slices.Clone(h.held[i].In)
	if c := h.of[i]; c >= 0 {
		for _, s := range h.base.All[c].Statements {
			if _, out := slices.BinarySearch(h.held[i].Out, s); !out {
				ids = append(ids, s)
			}
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// put makes a claim of the statements, in the place of claim c unless that is -1.
func (cs *Claims) put(c ID, reader uint64, ids []statement.ID) {
	made := Claim{Reader: reader, Statements: ids, Lead: lead(cs.set, cs.links, ids)}
	made.units = cs.unitsOf(made.Lead, ids)
	if c >= 0 {
		if old := cs.All[c].Lead; slices.Contains(ids, old) {
			made.Lead = old // the claim is read from the same statement as before
		}
		cs.All[c] = made
		return
	}
	cs.All = append(cs.All, made)
}

// unitsOf is the units that most of the statements have, as the lead's story counts them, each with its least weight.
func (cs *Claims) unitsOf(lead statement.ID, ids []statement.ID) []match.Unit {
	home, _ := cs.links.StoryOf(lead)
	count := make(map[int32]int)
	least := make(map[int32]match.Unit)
	members := 0
	for _, id := range ids {
		story, n := cs.links.StoryOf(id)
		if !story.Same(home) {
			continue
		}
		members++
		for _, u := range story.Units(n) {
			if old, met := least[u.ID]; !met || u.Weight < old.Weight {
				least[u.ID] = u
			}
			count[u.ID]++
		}
	}
	var us []match.Unit
	for id, n := range count {
		if float64(n) >= shared*float64(members) {
			us = append(us, least[id])
		}
	}
	slices.SortFunc(us, byNumber)
	return us
}

// tidy takes out what a claim of the reader's leaves no room for, claims that are nearly the same and claims of one
// statement that it has, and gives statements that no claim has left one of their own.
func (cs *Claims) tidy() {
	var readers [][]statement.ID
	for i := range cs.All {
		if cs.All[i].Reader != 0 {
			readers = append(readers, cs.All[i].Statements)
		}
	}
	cs.All = slices.DeleteFunc(cs.All, func(c Claim) bool {
		return c.Reader == 0 && slices.ContainsFunc(readers, func(ids []statement.ID) bool {
			return len(c.Statements) == 1 && slices.Contains(ids, c.Statements[0]) || overlap(ids, c.Statements) >= same || cs.isCarried(c.Statements, ids)
		})
	})
	has := make([]bool, len(cs.set.All))
	for i := range cs.All {
		for _, s := range cs.All[i].Statements {
			has[s] = true
		}
	}
	for i := range has {
		if id := statement.ID(i); !has[i] && cs.set.All[i].IsStory() {
			story, n := cs.links.StoryOf(id)
			cs.All = append(cs.All, Claim{Statements: []statement.ID{id}, Lead: id, units: story.Units(n)})
		}
	}
}

// isCarried reports whether two statements are a claim only for a link that is there because a claim of the reader's has
// both.
func (cs *Claims) isCarried(pair, reader []statement.ID) bool {
	if len(pair) != 2 || !slices.Contains(reader, pair[0]) || !slices.Contains(reader, pair[1]) {
		return false
	}
	l, _ := cs.links.Between(pair[0], pair[1])
	return l.Decided == match.Carried
}
