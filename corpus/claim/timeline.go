package claim

import (
	"cmp"
	"slices"

	"parallax/corpus/match"
	"parallax/corpus/particular"
	"parallax/corpus/statement"
)

// Thread is the figures of one thing in the order in which they were published.
type Thread struct {
	Label   string // text of a report
	Figures []Told
}

// Told is a figure with what stands beside it in a thread.
type Told struct {
	Figure
	Differs   bool // from another outlet's
	Elsewhere bool // its statement is not of the claim, only of the same story
}

// mostInStory is how many statements a story may have for its figures to be looked through when a claim is opened.
const mostInStory = 10000

// Timeline is what the wordings of a claim give figures of, the most telling first, each with who gave which when. A
// number of people or things to which something happened is followed through the whole story.
func (cs *Claims) Timeline(c ID) []Thread {
	var threads []Thread
	for i := range cs.Topics(c) {
		t := &cs.Topics(c)[i]
		th := Thread{Label: t.Label}
		for k := range t.Figures {
			th.Figures = append(th.Figures, Told{Figure: t.Figures[k], Differs: t.differs(&t.Figures[k])})
		}
		if f := &t.Figures[0]; f.Kind == particular.Count && f.Thing.Role != "" {
			th.Figures = append(th.Figures, cs.inStory(c, t)...)
		}
		slices.SortStableFunc(th.Figures, func(a, b Told) int {
			x, y := cs.set.ReportOf(a.Statement), cs.set.ReportOf(b.Statement)
			if x.Published.Known() != y.Published.Known() {
				return cmp.Compare(y.Published.Year, x.Published.Year) // those without a date last
			}
			return cmp.Or(cmp.Compare(x.Published.ISO(), y.Published.ISO()), cmp.Compare(x.TimeOfDay(), y.TimeOfDay()), cmp.Compare(a.Statement, b.Statement))
		})
		threads = append(threads, th)
	}
	return threads
}

// inStory is the figures of a topic in the statements of the claim's story that are not of the claim.
func (cs *Claims) inStory(c ID, t *Topic) []Told {
	story, _ := cs.links.StoryOf(cs.All[c].Lead)
	if story.Len() > mostInStory {
		return nil
	}
	var found []Told
	for _, id := range cs.outside(c, story) {
		for _, p := range cs.book.Of(id) {
			if p.Kind != particular.Count || p.Thing.Role != t.Figures[0].Thing.Role {
				continue
			}
			if of, differs := t.holds(&p); of {
				found = append(found, Told{Figure{p, id}, differs, true})
			}
		}
	}
	return found
}

// outside is the statements of a story that are not of a claim.
func (cs *Claims) outside(c ID, story match.Story) []statement.ID {
	var ids []statement.ID
	for i := range story.Len() {
		id := story.Statement(i)
		if _, in := slices.BinarySearch(cs.All[c].Statements, id); !in {
			ids = append(ids, id)
		}
	}
	return ids
}

// holds reports whether a particular is of the topic, as its figures are, and whether it differs from one of them.
func (t *Topic) holds(p *particular.Particular) (of, differs bool) {
	for i := range t.Figures {
		switch particular.Compare(p, &t.Figures[i].Particular) {
		case particular.Differs:
			of, differs = true, true
		case particular.Equal, particular.Within:
			of = true
		}
	}
	return of, differs
}
