package claim

import (
	"cmp"
	"slices"

	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// Nearby is a statement that a reader should see before he calls its outlet silent on a claim, and why.
type Nearby struct {
	Statement statement.ID
	Score     float64      // of the best pair that it makes with a wording; 0 when none was scored
	Scored    bool         // one was
	Words     int          // how many of the claim's words it has
	Beside    statement.ID // a statement next to it that is linked to a wording, or to what stands next to one; -1 for none
	Speaker   string       // somebody who speaks in it and whose words a wording is; "" for nobody
}

// What an unscored statement is worth in the order of the list, in which a scored one is worth its score besides. The
// values order what is read first; they are no probabilities.
const (
	worthWords   = 1.0  // all words of the claim, by weight
	worthBeside  = 0.1  // to stand beside what is linked
	worthSpeaker = 0.08 // the same speaker
)

// Nearby is the statements of an outlet that come nearest to a claim, the nearest first, at most n, of all that it has of the
// claim's story: also those that were never scored, and boilerplate.
func (cs *Claims) Nearby(c ID, o report.OutletID, n int) []Nearby {
	k := cs.asker(c)
	type ranked struct {
		Nearby
		worth float64
	}
	var all []ranked
	for _, r := range cs.Telling(o, cs.All[c].Statements) {
		sts := cs.set.In(r)
		for i := range sts {
			near, worth := k.near(sts, i)
			if _, in := slices.BinarySearch(cs.All[c].Statements, near.Statement); !in && worth > 0 {
				all = append(all, ranked{near, worth})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b ranked) int { return cmp.Compare(b.worth, a.worth) })
	found := make([]Nearby, min(n, len(all)))
	for i := range found {
		found[i] = all[i].Nearby
	}
	return found
}

// Telling is the reports that an outlet has of the story, or the stories, of a claim that is given as statements; none where
// it has no report of the event, and nothing can be called silence.
func (cs *Claims) Telling(o report.OutletID, wordings []statement.ID) []report.ID {
	var telling []report.ID
	for _, r := range cs.set.Outlets.All[o].Reports {
		sts := cs.set.In(r)
		if len(sts) == 0 {
			continue
		}
		story, _ := cs.links.StoryOf(sts[0].ID)
		if slices.ContainsFunc(wordings, func(w statement.ID) bool {
			of, _ := cs.links.StoryOf(w)
			return of.Same(story)
		}) {
			telling = append(telling, r)
		}
	}
	return telling
}

// asker is what is asked of every statement.
type asker struct {
	cs       *Claims
	c        *Claim
	mass     float64 // of the claim's words
	scores   map[statement.ID]float64
	linked   map[statement.ID]bool // to a wording, or to what stands next to one
	speakers []string              // whose words the wordings are
}

func (cs *Claims) asker(id ID) *asker {
	k := &asker{cs: cs, c: &cs.All[id], scores: make(map[statement.ID]float64), linked: make(map[statement.ID]bool)}
	k.mass = mass(k.c.units, k.c.units)
	for _, w := range k.c.Statements {
		for p := range cs.links.Scored(w) {
			other := p.Other(w)
			k.scores[other] = max(k.scores[other], p.Score)
		}
		for _, x := range cs.around(w) {
			for l := range cs.links.Of(x) {
				k.linked[l.Other(x)] = true
			}
		}
		if v, whose := cs.Voice(id, w); whose == Spoken {
			k.speakers = append(k.speakers, v.Speaker)
		}
	}
	return k
}

// around is a statement and those next to it in its report.
func (cs *Claims) around(id statement.ID) []statement.ID {
	var ids []statement.ID
	for x := id - 1; x <= id+1; x++ {
		if x >= 0 && int(x) < len(cs.set.All) && cs.set.All[x].Report == cs.set.All[id].Report {
			ids = append(ids, x)
		}
	}
	return ids
}

// near is what statement i of a report has of the claim.
func (k *asker) near(sts []statement.Statement, i int) (Nearby, float64) {
	st := &sts[i]
	score, scored := k.scores[st.ID]
	n := Nearby{Statement: st.ID, Score: score, Scored: scored, Beside: -1}
	worth := n.Score
	story, at := k.cs.links.StoryOf(st.ID)
	for _, units := range story.Spans(at) {
		if k.c.weigh(units) > 0 {
			n.Words++
		}
	}
	if k.mass > 0 {
		worth += worthWords * mass(story.Units(at), k.c.units) / k.mass
	}
	for _, j := range []int{i - 1, i + 1} {
		if j >= 0 && j < len(sts) && k.linked[sts[j].ID] {
			n.Beside = sts[j].ID
			worth += worthBeside
			break
		}
	}
	for _, v := range st.Voices {
		if slices.ContainsFunc(k.speakers, func(s string) bool { return statement.SameSpeaker(s, v.Speaker) }) {
			n.Speaker = v.Speaker
			worth += worthSpeaker
			break
		}
	}
	return n, worth
}
