package brief

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
)

// Brief is what a session's actions amount to: marks, notes and decisions in the reader's order. It is an immutable
// value; [Brief.Apply] makes the next one. The same actions make the same Brief, always.
type Brief struct {
	Kept
	Seq    uint64       // of the last action
	Begun  time.Time    // of the first action
	Used   time.Time    // of the last action of any kind
	Opened Opening      // the reports that the session was last opened with
	Left   *Leave       // where the reader was; nil before anything was said about it
	Print  *Fingerprint // of what was found in the reports when the session was left last; nil in sessions of before
	opened Action       // the last Opening
	print  Action       // the last Fingerprint
	left   Action       // the last Leave
	done   *past        // what can be undone, last first
	undone *past        // what can be done again, first first
}

// Kept is all that can be undone.
type Kept struct {
	Title     string
	Date      string         // of the brief, as the reader gives it; "" for none
	Author    string         // likewise
	Memo      string         // on the study as a whole; "" for none
	Entries   []*Entry       // in the reader's order
	Decisions []Decision     // in the order in which they were made; the last on a pair counts
	Claims    []*ReaderClaim // that the reader has touched, in the order in which he did
	Judged    []Judged       // answers of the review, in the order in which they were given
	Overrides []Override     // of boilerplate; the last on a statement counts
	Aliases   [][]string     // words for one thing, sorted
	Done      []Ref          // reports that the reader is done with
	Gathered  []Gathered     // reports that are one story; the last on a report counts
	Disputes  []Disputed     // what two coders differ on whose sessions were united
	Drawn     *Draw          // which reports both coders code; nil before any were drawn
	LeftOut   []LeftOut      // reports that the study does not take, in the order in which they were left out
	Made      time.Time      // of the last change; the zero Time before any
	Coders    []string       // who made changes, without repetition, in the order in which they came
}

// Entry is one item of the brief.
type Entry struct {
	ID       uint64 // the number of the action that made it
	Kind     EntryKind
	Level    int       // of a heading, from 1
	Text     string    // of a heading or a text
	Wordings []Wording // of a passage (one) or a claim; the lead first
	Claim    uint64    // of a claim: which of Kept.Claims it is
	Notes    []Remark  // on the whole of it
	Tags     []string
	Folded   bool
	Made     time.Time
	By       string
	Touched  uint64 // the number of the last action that changed it: pending until that is saved
}

// EntryKind is what an entry is.
type EntryKind uint8

const (
	OfHeading EntryKind = iota
	OfText
	OfPassage
	OfClaim
)

// Wording is a kept passage.
type Wording struct {
	Number int    // within its entry, from 1; stays when others come and go
	Since  uint64 // the number of the action that kept it
	Anchor Anchor
	Parts  []Part // how it is quoted; nil: whole
	Notes  []Remark
	Tags   []string
}

// Remark is a note with the number of the action that made it.
type Remark struct {
	ID uint64
	Note
}

// Wording is the wording of that number, nil when there is none.
func (e *Entry) Wording(number int) *Wording {
	for i := range e.Wordings {
		if e.Wordings[i].Number == number {
			return &e.Wordings[i]
		}
	}
	return nil
}

// Entry is the entry of that ID, nil when there is none.
func (k *Kept) Entry(id uint64) *Entry {
	if i := k.index(id); i >= 0 {
		return k.Entries[i]
	}
	return nil
}

func (k *Kept) index(id uint64) int {
	return slices.IndexFunc(k.Entries, func(e *Entry) bool { return e.ID == id })
}

// Marks is the number of marked passages and claims.
func (k *Kept) Marks() int {
	n := 0
	for _, e := range k.Entries {
		if e.Kind == OfPassage || e.Kind == OfClaim {
			n++
		}
	}
	return n
}

// Remarks is the number of notes.
func (k *Kept) Remarks() int {
	n := 0
	for _, e := range k.Entries {
		n += len(e.Notes)
		for _, w := range e.Wordings {
			n += len(w.Notes)
		}
	}
	return n
}

// past is the actions that were done, or undone, as a list that shares its tail with older values.
type past struct {
	action Action
	undo   Action // for an action that was undone: what undid it
	before *past
	depth  int
	base   *Kept // what held after action, at every baseEvery-th
}

// baseEvery bounds how many actions an undo applies anew.
const baseEvery = 64

// Apply is what b becomes by the action. b stays as it is, also when the action is refused.
func (b *Brief) Apply(a Action) (*Brief, error) {
	if a.Seq <= b.Seq {
		return b, fmt.Errorf("action %d comes after action %d", a.Seq, b.Seq)
	}
	next := *b
	next.Seq, next.Used = a.Seq, a.Time
	if next.Begun.IsZero() {
		next.Begun = a.Time
	}
	var err error
	switch c := a.Change.(type) {
	case Opening:
		next.Opened, next.opened = c, a
	case Leave:
		next.Left, next.left = &c, a
	case Fingerprint:
		next.Print, next.print = &c, a
	case Undo:
		err = next.undo(a, c)
	case Redo:
		err = next.redo(c)
	case undoable:
		if err = next.make(a, c); err == nil {
			next.undone = nil
		}
	default:
		err = fmt.Errorf("no such change: %T", c)
	}
	if err != nil {
		return b, err
	}
	return &next, nil
}

// Numbered is b, knowing of actions up to seq.
func (b *Brief) Numbered(seq uint64) *Brief {
	next := *b
	next.Seq = seq
	return &next
}

// make makes an undoable change.
func (b *Brief) make(a Action, c undoable) error {
	kept := b.Kept
	if err := c.edit(&kept, &a); err != nil {
		return err
	}
	kept.Made = a.Time
	if a.Coder != "" && !slices.Contains(kept.Coders, a.Coder) {
		kept.Coders = append(slices.Clip(kept.Coders), a.Coder)
	}
	b.Kept = kept
	p := &past{action: a, before: b.done, depth: depth(b.done) + 1}
	if p.depth%baseEvery == 0 {
		p.base = &kept
	}
	b.done = p
	return nil
}

func depth(p *past) int {
	if p == nil {
		return 0
	}
	return p.depth
}

func (b *Brief) undo(a Action, c Undo) error {
	if b.done == nil {
		return errors.New("nothing to undo")
	}
	last := b.done
	if c.Of != 0 && c.Of != last.action.Seq {
		return fmt.Errorf("action %d is not the last that can be undone", c.Of)
	}
	kept, err := keptAfter(last.before)
	if err != nil {
		return err
	}
	b.Kept, b.done = kept, last.before
	b.undone = &past{action: last.action, undo: a, before: b.undone, depth: depth(b.undone) + 1}
	return nil
}

func (b *Brief) redo(c Redo) error {
	if b.undone == nil {
		return errors.New("nothing to redo")
	}
	again := b.undone
	if c.Of != 0 && c.Of != again.action.Seq {
		return fmt.Errorf("action %d is not the next that can be redone", c.Of)
	}
	if err := b.make(again.action, again.action.Change.(undoable)); err != nil {
		return err
	}
	b.undone = again.before
	return nil
}

// keptAfter is what held after the actions up to p.
func keptAfter(p *past) (Kept, error) {
	var again []*past
	for p != nil && p.base == nil {
		again = append(again, p)
		p = p.before
	}
	var b Brief
	if p != nil {
		b.Kept = *p.base
	}
	for _, p := range slices.Backward(again) {
		if err := b.make(p.action, p.action.Change.(undoable)); err != nil {
			return Kept{}, err
		}
	}
	return b.Kept, nil
}

func compareSeq(a, b uint64) int { return cmp.Compare(a, b) }

// CanUndo is the action that an Undo would undo.
func (b *Brief) CanUndo() (Action, bool) {
	if b.done == nil {
		return Action{}, false
	}
	return b.done.action, true
}

// CanRedo is the action that a Redo would do again.
func (b *Brief) CanRedo() (Action, bool) {
	if b.undone == nil {
		return Action{}, false
	}
	return b.undone.action, true
}

// Actions is the shortest run of actions that leads to b: those that hold, those that can be done again and what undid
// them, and the last word on where the reader was, and on what was found.
func (b *Brief) Actions() []Action {
	var all []Action
	for p := b.done; p != nil; p = p.before {
		all = append(all, p.action)
	}
	for p := b.undone; p != nil; p = p.before {
		all = append(all, p.action, p.undo)
	}
	for _, a := range []Action{b.opened, b.print, b.left} {
		if a.Change != nil {
			all = append(all, a)
		}
	}
	slices.SortFunc(all, func(a, b Action) int { return compareSeq(a.Seq, b.Seq) })
	return all
}

// Held is the actions that hold, in order.
func (b *Brief) Held() []Action {
	var all []Action
	for p := b.done; p != nil; p = p.before {
		all = append(all, p.action)
	}
	slices.Reverse(all)
	return all
}

// Coder is who made the brief: every coder's name, "" when unnamed.
func (k *Kept) Coder() string { return strings.Join(k.Coders, ", ") }

// Replay applies the actions in order. Those that are refused are passed over and named in err; the Brief is of all
// others.
func Replay(actions []Action) (*Brief, error) {
	b := &Brief{}
	var refused []error
	for _, a := range actions {
		next, err := b.Apply(a)
		if err != nil {
			refused = append(refused, fmt.Errorf("action %d: %w", a.Seq, err))
			continue
		}
		b = next
	}
	return b, errors.Join(refused...)
}
