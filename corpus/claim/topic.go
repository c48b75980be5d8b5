package claim

import (
	"cmp"
	"slices"

	"parallax/corpus/particular"
	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// What the wordings of a claim give as particulars is sorted by what it is of: the dead, the injured, the depth of a
// quake, each a topic. Within a topic figures are equal, or within each other's bounds, or differ. An outlet that gives
// two figures of one topic, an early and a late one, differs from another only when neither of them is the other's.

// Figure is a particular of a statement.
type Figure struct {
	particular.Particular
	Statement statement.ID
}

// Topic is the figures that a claim's wordings give of one thing.
type Topic struct {
	Label       string       // what it is of, as the first of them writes it: "dead", "depth"; text of a report
	Figures     []Figure     // in the order of the statements
	Differences []Difference // between outlets, one for each two amounts
	outlets     int          // that give one
	inWords     int          // of those, the ones whose figure stands among the words that carry the claim
}

// Difference is two figures of one thing by different outlets that differ. A is the one that a reader meets first, by
// the reports' dates, then by the order of the reports.
type Difference struct{ A, B Figure }

// Differs reports whether two outlets give figures of the topic that differ.
func (t *Topic) Differs() bool { return len(t.Differences) > 0 }

// Topics is what a claim's wordings give figures of, the most telling first: of which most outlets give one. It is worked
// out when first asked for and is not to be changed.
func (cs *Claims) Topics(c ID) []Topic {
	if known := cs.topics[c].Load(); known != nil {
		return *known
	}
	ts := cs.TopicsOf(cs.All[c].Statements)
	for i := range ts {
		cs.countInWords(c, &ts[i])
	}
	tellingFirst(ts)
	cs.topics[c].Store(&ts)
	return ts
}

// tellingFirst puts the topics first in which outlets differ, then those of which most outlets give a figure; counts and
// measures stand before days and words that two outlets share.
func tellingFirst(ts []Topic) {
	slices.SortStableFunc(ts, func(a, b Topic) int {
		return cmp.Or(cmp.Compare(b.weight(), a.weight()), cmp.Compare(a.rank(), b.rank()))
	})
}

// weight is how much a topic tells of the claim.
func (t *Topic) weight() int {
	const differs, shared = 1 << 20, 1 << 10
	w := 2*t.outlets + t.inWords
	if t.Differs() && t.rank() != late {
		w += differs
	}
	if t.outlets > 1 && t.rank() < late {
		w += shared
	}
	return w
}

// late is the rank of days, times of day, ordinals and quoted terms.
const late = particular.Ordinal

// rank puts counts before measures, and both before the rest.
func (t *Topic) rank() particular.Kind {
	switch k := t.Figures[0].Kind; k {
	case particular.Date, particular.Ordinal:
		return late
	case particular.Clock, particular.Term:
		return late + 1
	default:
		return k
	}
}

// countInWords counts the outlets whose figure stands among the words that carry the claim.
func (cs *Claims) countInWords(c ID, t *Topic) {
	last := report.OutletID(-1)
	for i := range t.Figures {
		f := &t.Figures[i]
		o := cs.outlet(f.Statement)
		if o == last {
			continue
		}
		for _, w := range cs.Words(c, f.Statement) {
			if w.Overlap(f.Core) > 0 {
				t.inWords++
				last = o
				break
			}
		}
	}
}

func (cs *Claims) outlet(id statement.ID) report.OutletID {
	return cs.set.Outlets.Of[cs.set.All[id].Report]
}

// Particulars is the particulars of a statement, in order.
func (cs *Claims) Particulars(id statement.ID) []particular.Particular { return cs.book.Of(id) }

// TopicsOf is the topics of a claim that is given as statements, the most telling first.
func (cs *Claims) TopicsOf(wordings []statement.ID) []Topic {
	var all []Figure
	for _, id := range wordings {
		for _, p := range cs.book.Of(id) {
			all = append(all, Figure{p, id})
		}
	}
	ts := make([]Topic, 0, 8)
	of := sorts(all)
	at := make(map[int]int)
	for i := range all {
		k, known := at[of[i]]
		if !known {
			k = len(ts)
			at[of[i]] = k
			ts = append(ts, Topic{})
		}
		ts[k].Figures = append(ts[k].Figures, all[i])
	}
	for i := range ts {
		ts[i].Label = nameOf(ts[i].Figures)
		cs.differences(&ts[i])
	}
	tellingFirst(ts)
	return ts
}

// nameOf is the label of figures of one thing: that of the first which is of the whole, else of the first.
func nameOf(figures []Figure) string {
	return figures[max(0, slices.IndexFunc(figures, func(f Figure) bool { return !f.partial() }))].Label()
}

// sorts gives figures of one thing, by whatever others they are tied, the same number.
func sorts(all []Figure) []int {
	of := make([]int, len(all))
	for i := range all {
		of[i] = i
		for j := range i {
			if of[j] == of[i] || particular.Compare(&all[j].Particular, &all[i].Particular) == particular.Unlike {
				continue
			}
			if all[i].Kind == particular.Date && !allAlike(all[:i+1], of, of[i], of[j]) {
				continue
			}
			from, to := max(of[i], of[j]), min(of[i], of[j])
			for k := range i + 1 {
				if of[k] == from {
					of[k] = to
				}
			}
		}
	}
	return of
}

// allAlike reports whether all figures numbered a are of one thing with all numbered b: days are tied to one another by few
// words, and a chain of them leads from one event to the next.
func allAlike(figures []Figure, of []int, a, b int) bool {
	for i := range figures {
		for j := range figures {
			if of[i] == a && of[j] == b && particular.Compare(&figures[i].Particular, &figures[j].Particular) == particular.Unlike {
				return false
			}
		}
	}
	return true
}

// differences counts a topic's outlets and finds where they differ.
func (cs *Claims) differences(t *Topic) {
	seen := make(map[report.OutletID]bool)
	for i := range t.Figures {
		if o := cs.outlet(t.Figures[i].Statement); !seen[o] {
			seen[o] = true
			t.outlets++
		}
	}
	if t.outlets < 2 {
		return
	}
	for i := range t.Figures {
		for j := i + 1; j < len(t.Figures); j++ {
			a, b := &t.Figures[i], &t.Figures[j]
			if cs.outlet(a.Statement) == cs.outlet(b.Statement) || particular.Compare(&a.Particular, &b.Particular) != particular.Differs {
				continue
			}
			if cs.gives(t, cs.outlet(a.Statement), b) || cs.gives(t, cs.outlet(b.Statement), a) || t.told(a, b) {
				continue
			}
			t.Differences = append(t.Differences, cs.inTime(*a, *b))
		}
	}
}

// gives reports whether an outlet gives a figure of the topic that agrees with another's.
func (cs *Claims) gives(t *Topic, o report.OutletID, f *Figure) bool {
	return slices.ContainsFunc(t.Figures, func(g Figure) bool {
		return cs.outlet(g.Statement) == o && agree(&g, f)
	})
}

func agree(a, b *Figure) bool {
	v := particular.Compare(&a.Particular, &b.Particular)
	return v == particular.Equal || v == particular.Within
}

// told reports whether a difference between such figures is already among the topic's.
func (t *Topic) told(a, b *Figure) bool {
	return slices.ContainsFunc(t.Differences, func(d Difference) bool {
		return agree(&d.A, a) && agree(&d.B, b) || agree(&d.A, b) && agree(&d.B, a)
	})
}

// inTime is the difference with the figure of the earlier report first.
func (cs *Claims) inTime(a, b Figure) Difference {
	if cs.set.ReportOf(b.Statement).Published.Before(cs.set.ReportOf(a.Statement).Published) {
		a, b = b, a
	}
	return Difference{a, b}
}

// Figures completes the row of a claim, made by Row, with what each outlet gives as the claim's figure: that of the most
// telling topic which two outlets have, else of the only one.
func (cs *Claims) Figures(c ID, row *Row) { cs.fill(cs.Topics(c), row) }

// FiguresOf is Figures for a claim that is given as statements.
func (cs *Claims) FiguresOf(wordings []statement.ID, row *Row) { cs.fill(cs.TopicsOf(wordings), row) }

// telling reports whether a topic is the claim's and not only something that a statement says too: two outlets give a
// figure of it, or a number of one stands among the words that carry the claim. Terms that all quote alike tell nothing.
func (t *Topic) telling() bool {
	switch {
	case t.Figures[0].Kind == particular.Term:
		return t.Differs()
	case t.outlets > 1:
		return true
	}
	return t.inWords > 0 && t.rank() < late
}

func (cs *Claims) fill(ts []Topic, row *Row) {
	for i := range row.Cells {
		row.Cells[i].Figure, row.Cells[i].Differs = nil, false
	}
	for k := range ts {
		t := &ts[k]
		for i := range t.Figures {
			f := &t.Figures[i]
			cell := &row.Cells[cs.outlet(f.Statement)]
			if k == 0 && t.telling() && (cell.Figure == nil || cell.Figure.partial() && !f.partial()) {
				cell.Figure = f
			}
			if k == 0 || t.inWords > 0 || f.Kind == particular.Count && f.Thing.Role != "" {
				cell.Differs = cell.Differs || t.differs(f)
			}
		}
	}
}

// differs reports whether a figure of the topic is on one side of a difference.
func (t *Topic) differs(f *Figure) bool {
	return slices.ContainsFunc(t.Differences, func(d Difference) bool { return agree(f, &d.A) != agree(f, &d.B) })
}

// partial reports whether a figure is of a part, or of some, of what others count.
func (f *Figure) partial() bool { return len(f.Thing.Part) > 0 || f.Thing.Some }

// FigureOf is what a wording of a claim gives of the claim's most telling topic, and what that is of; "" and "" for nothing.
func (cs *Claims) FigureOf(c ID, id statement.ID) (figure, of string) {
	if ts := cs.Topics(c); len(ts) > 0 && ts[0].telling() {
		for i := range ts[0].Figures {
			if f := &ts[0].Figures[i]; f.Statement == id {
				return f.Figure, ts[0].Label
			}
		}
	}
	return "", ""
}
