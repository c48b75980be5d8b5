package coding

import (
	"cmp"
	"reflect"
	"slices"
	"strings"
	"time"

	"parallax/corpus/brief"
)

// Merging. Two sessions are united by doing again, in the order of time, everything that holds in either: what both have
// in common (one began as a copy of the other) once, then what only one of them has. What was undone in both stays
// undone. A passage or claim that both marked becomes one entry with both readers' notes, tags and wordings. Where they
// disagree the later word counts, and the disagreement is listed, so that the two can talk about it.
//
// Numbers of actions are new in the united session, so whatever points at one is renumbered, each session by its own
// list. Rejected: uniting the two states, which have no order in which to ask who was last; a merge that stops at the
// first disagreement, which would make the tool useless for two people who code the same reports.

// Disagreement is something on which two sessions differ.
type Disagreement struct {
	About string // "link", "silence", "boilerplate", "tags", "text", "title"
	What  string // the statements' words, shortened, with outlet, title and number
	A, B  string // what each says
	Kept  string // what the united session says
}

// Merge unites two sessions. What the two coded differently, by the codes of a codebook, is kept in the united one under the
// coders' names, to be settled; without a codebook each tag is a code.
func Merge(a, b *brief.Brief, book Codebook, coders [2]string) (*brief.Brief, []Disagreement) {
	shared, restA, restB := fork(a, b)
	m := &merging{out: &brief.Brief{}}
	m.sides = [2]*side{newSide(), newSide()}
	for _, x := range shared {
		m.sides[1].follow(x, m.out.Seq+1)
		m.add(0, x)
	}
	base := m.out
	for len(restA)+len(restB) > 0 {
		if len(restA) == 0 || len(restB) > 0 && restB[0].Time.Before(restA[0].Time) {
			m.add(1, restB[0])
			restB = restB[1:]
		} else {
			m.add(0, restA[0])
			restA = restA[1:]
		}
	}
	if disputes := Disputes(a, b, book); len(disputes) > 0 {
		// It cannot be refused: there are some.
		_ = m.do(brief.Action{Time: latest(a, b)}, brief.Compare{Coders: coders, Disputes: disputes})
	}
	m.open(a, b)
	return m.out, append(disagreements(a, b, base, m), m.passed...)
}

// fork splits what holds in both sessions into what they have in common and what each has by itself.
func fork(a, b *brief.Brief) (shared, restA, restB []brief.Action) {
	restA, restB = a.Held(), b.Held()
	for len(restA) > 0 && len(restB) > 0 && reflect.DeepEqual(restA[0], restB[0]) {
		shared = append(shared, restA[0])
		restA, restB = restA[1:], restB[1:]
	}
	return shared, restA, restB
}

// merging is a united session in the making.
type merging struct {
	out    *brief.Brief
	sides  [2]*side
	passed []Disagreement // what could not be done again
}

// side is one of the sessions, as far as it has been done again, and what its numbers are in the united one.
type side struct {
	own     *brief.Brief
	number  map[uint64]uint64             // of entries, by the action that made them
	note    map[uint64]uint64             // of notes, likewise
	wording map[brief.Target]brief.Target // of wordings, where another entry's number and their own would not do
}

func newSide() *side {
	return &side{
		own: &brief.Brief{}, number: make(map[uint64]uint64), note: make(map[uint64]uint64), wording: make(map[brief.Target]brief.Target),
	}
}

// follow takes note of an action that got a number in the united session.
func (s *side) follow(a brief.Action, seq uint64) {
	if next, err := s.own.Apply(a); err == nil {
		s.own = next
	}
	s.number[a.Seq], s.note[a.Seq] = seq, seq
}

// add does an action of one side again.
func (m *merging) add(i int, a brief.Action) {
	s := m.sides[i]
	s.follow(a, m.out.Seq+1)
	var err error
	switch c := a.Change.(type) {
	case brief.Mark:
		if e := m.twin(s, c); e != nil {
			m.join(s, a, c, e)
			return
		}
		err = m.do(a, s.renumbered(c))
	case brief.AddWording:
		err = m.addWording(s, a, c)
	case brief.Memo:
		if had := m.out.Memo; !strings.Contains(c.Text, had) { // what the other wrote stays
			c.Text = had + "\n" + c.Text
		}
		err = m.do(a, c)
	case brief.Tag:
		c.Target = s.target(c.Target) // also what is there already: it is this coder's word too
		err = m.do(a, c)
	case brief.Delete:
		c = s.renumbered(c).(brief.Delete)
		c.Entries = slices.DeleteFunc(c.Entries, func(id uint64) bool { return m.out.Entry(id) == nil })
		if len(c.Entries) > 0 {
			err = m.do(a, c)
		}
	case brief.Insert:
		c = s.renumbered(c).(brief.Insert)
		if n := len(m.out.Entries); c.After != 0 && m.out.Entry(c.After) == nil && n > 0 {
			c.After = m.out.Entries[n-1].ID // what it stood behind is gone; the words are not
		}
		err = m.do(a, c)
	default:
		err = m.do(a, s.renumbered(c))
	}
	if err != nil {
		delete(s.number, a.Seq)
		delete(s.note, a.Seq)
		m.passed = append(m.passed, passedOver(i, a, err))
	}
}

// passedOver is an action that has nothing to act on in the united session any more.
func passedOver(side int, a brief.Action, err error) Disagreement {
	d := Disagreement{About: "text", What: a.Change.Say(), A: a.Change.Say(), Kept: "passed over: " + err.Error()}
	if side == 1 {
		d.A, d.B = d.B, d.A
	}
	return d
}

// do makes a change with the time and the coder of an action.
func (m *merging) do(a brief.Action, c brief.Change) error {
	next, err := m.out.Apply(brief.Action{Seq: m.out.Seq + 1, Time: a.Time, Coder: a.Coder, Change: c})
	m.out = next
	return err
}

// twin is the other side's entry that holds the same passage, or a claim with the same lead.
func (m *merging) twin(s *side, c brief.Mark) *brief.Entry {
	for _, e := range m.out.Entries {
		if len(e.Wordings) > 0 && (e.Kind == brief.OfClaim) == c.Claim && e.Wordings[0].Anchor.Same(c.Wordings[0]) && !s.has(e.ID) {
			return e
		}
	}
	return nil
}

// has reports whether the side has the entry already.
func (s *side) has(id uint64) bool {
	for own, number := range s.number {
		if number == id && s.own.Entry(own) != nil {
			return true
		}
	}
	return false
}

// join adds what a mark holds to an entry that is there already. Nothing of it can be refused: the entry is there.
func (m *merging) join(s *side, a brief.Action, c brief.Mark, e *brief.Entry) {
	s.number[a.Seq] = e.ID
	for i, w := range c.Wordings {
		if wordingOf(e, w) == 0 {
			_ = m.do(a, brief.AddWording{Entry: e.ID, Anchor: w})
			e = m.out.Entry(e.ID)
		}
		s.wording[brief.Target{Entry: a.Seq, Wording: i + 1}] = brief.Target{Entry: e.ID, Wording: wordingOf(e, w)}
	}
	if t := (brief.Tag{Target: brief.Target{Entry: e.ID}, Tags: c.Tags}); len(c.Tags) > 0 {
		_ = m.do(a, t)
	}
	if c.Note != "" {
		s.note[a.Seq] = m.out.Seq + 1
		_ = m.do(a, brief.AddNote{Target: brief.Target{Entry: e.ID}, Text: c.Note})
	}
}

// addWording adds a wording to a claim, unless the other side did.
func (m *merging) addWording(s *side, a brief.Action, c brief.AddWording) error {
	e := m.out.Entry(s.number[c.Entry])
	if e == nil {
		return brief.ErrNoEntry
	}
	if wordingOf(e, c.Anchor) == 0 {
		if err := m.do(a, brief.AddWording{Entry: e.ID, Anchor: c.Anchor}); err != nil {
			return err
		}
		e = m.out.Entry(e.ID)
	}
	if own := s.own.Entry(c.Entry); own != nil {
		s.wording[brief.Target{Entry: c.Entry, Wording: wordingOf(own, c.Anchor)}] = brief.Target{Entry: e.ID, Wording: wordingOf(e, c.Anchor)}
	}
	return nil
}

// wordingOf is the number of an entry's wording with that anchor, 0 when it has none.
func wordingOf(e *brief.Entry, a brief.Anchor) int {
	for _, w := range e.Wordings {
		if w.Anchor.Same(a) {
			return w.Number
		}
	}
	return 0
}

// latest is when either was last used.
func latest(a, b *brief.Brief) time.Time {
	if b.Used.After(a.Used) {
		return b.Used
	}
	return a.Used
}

// open notes the reports of both, and where the one was who used his last.
func (m *merging) open(a, b *brief.Brief) {
	last := a
	if b.Used.After(a.Used) {
		last = b
	}
	o := a.Opened
	o.Event = cmp.Or(o.Event, b.Opened.Event)
	o.Roots, o.Reports = slices.Clone(o.Roots), slices.Clone(o.Reports)
	for _, root := range b.Opened.Roots {
		if !slices.Contains(o.Roots, root) {
			o.Roots = append(o.Roots, root)
		}
	}
	for _, r := range b.Opened.Reports {
		if !slices.ContainsFunc(o.Reports, r.Same) {
			o.Reports = append(o.Reports, r)
		}
	}
	// Neither can be refused.
	_ = m.do(brief.Action{Time: last.Used}, o)
	if last.Left != nil {
		_ = m.do(brief.Action{Time: last.Used}, *last.Left)
	}
	next := *m.out
	next.Begun = a.Begun
	if a.Begun.IsZero() || !b.Begun.IsZero() && b.Begun.Before(a.Begun) {
		next.Begun = b.Begun
	}
	m.out = &next
}
