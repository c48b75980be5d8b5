// Package desk is the reader's work and what follows from it: the session, the brief resolved over the statements, the
// decisions, the links, and whatever runs in the background for them. Call [New], run the command that [Desk.Start] gives,
// hand every [Msg] to [Desk.Take], and show what [Desk.Now] is afterwards.
//
// Whatever changes something returns the command that brings the rest, so that nothing is begun that nobody waits for.
package desk

import (
	"context"
	"maps"
	"slices"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus"
	"parallax/corpus/blind"
	"parallax/corpus/brief"
	"parallax/corpus/claim"
	"parallax/corpus/coding"
	"parallax/corpus/match"
	"parallax/corpus/session"
	"parallax/corpus/statement"
	"parallax/corpus/story"
)

// Options says what is on the desk.
type Options struct {
	Corpus  *corpus.Corpus
	Session *session.Session // nil: kept in memory only
	Saving  *Saving          // where Session says how far it is saved; nil: nowhere
	Book    coding.Codebook  // nil for none
	Before  []brief.Ref      // the reports that the session was opened with the last time
	Mask    *blind.Mask      // who hides outlets and the other coder's codes; nil: nobody. The corpus is masked already
}

// Desk is the reader's work.
type Desk struct {
	ctx         context.Context
	now         Snapshot
	session     *session.Session
	saving      *Saving
	book        coding.Codebook
	mask        *blind.Mask    // nil: nothing is hidden
	before      []brief.Ref    // the reports that the session was opened with the last time
	locator     *brief.Locator // over the statements as they were cut, without the reader's word on boilerplate
	generation  int            // of the statements
	boilerplate map[statement.ID]bool
	aliases     [][]string       // words for one thing, that the present statements carry
	together    []story.Together // the reader's word on stories that the present ones obey
	decisions   []match.Decision // that the present links carry
	verdicts    []claim.Verdict  // likewise
	held        []claim.Held     // that the present claims carry
	heldIn      *corpus.Linked   // which these are
	linking     *linking
	reviewing   bool
	searcher    *searcher
	wordings    named // for which words for one thing were looked for last
}

// New lays the corpus and the session on the desk. ctx ends what runs in the background.
func New(ctx context.Context, o Options) *Desk {
	d := &Desk{
		ctx: ctx, session: o.Session, saving: o.Saving, book: o.Book, mask: o.Mask, before: o.Before, generation: o.Corpus.Statements.Generation,
		locator: brief.NewLocator(o.Corpus.Statements), linking: noLinking(), searcher: newSearcher(o.Corpus.Statements),
	}
	if d.session == nil {
		d.session = session.Memory(session.Options{})
	}
	if d.saving == nil {
		d.saving = NewSaving()
	}
	d.now = Snapshot{Saved: d.session.Saved(), Before: before(o.Before)}
	d.lay(o.Corpus)
	return d
}

// lay puts reports on the desk: the brief is found in them, and the reader's word on them holds.
func (d *Desk) lay(c *corpus.Corpus) {
	d.now.Corpus, d.now.Resolved = c, d.brief().Resolve(d.locator)
	if d.together = d.now.Resolved.Together(); len(d.together) > 0 {
		d.generation++
		d.now.Corpus = d.now.Corpus.Told(d.together, d.generation)
	}
	d.aliases, d.boilerplate = d.now.Resolved.Brief.Aliases, d.now.Resolved.Boilerplate
	if len(d.boilerplate)+len(d.aliases)+len(d.now.Resolved.Brief.LeftOut) > 0 {
		d.generation++
		d.now.Corpus = d.now.Corpus.With(d.now.Resolved.Override(d.generation))
	}
	d.decisions = d.now.Resolved.Decisions
}

// Replace takes the reports as they are now in place of those that were there, with what became of each file since the program
// was started; rest says that those that were there were only the first of them. The brief is found in them anew, and they are linked anew: until that is done there are no links.
func (d *Desk) Replace(c *corpus.Corpus, opening brief.Opening, rest bool) tea.Cmd {
	since := Since(d.now.Corpus, c, rest)
	for path, what := range d.now.Since {
		if since[path] == "" {
			since[path] = what
		}
	}
	d.linking.cancel()
	d.generation++
	next := *c
	next.Statements = c.Statements.Anew(d.generation)
	d.locator, d.searcher = brief.NewLocator(next.Statements), newSearcher(next.Statements)
	d.session.Note(opening)
	d.now.Linked, d.now.Review, d.now.Progress, d.now.Since = nil, nil, 0, since
	d.held, d.heldIn = nil, nil
	d.lay(&next)
	d.Link()
	return d.linking.commands()
}

// Link begins to look for the links, at once; [Desk.Start] waits for them.
func (d *Desk) Link() { d.linking = startLinking(d.ctx, d.now.Corpus, d.decisions) }

// Start waits for all that may come from the background.
func (d *Desk) Start() tea.Cmd { return tea.Batch(d.linking.commands(), d.saving.take(d.ctx.Done())) }

// End ends the linking.
func (d *Desk) End() { d.linking.cancel() }

// Now is what there is to show.
func (d *Desk) Now() Snapshot { return d.now }

// hold makes those claims the reader's that he has touched, and reports whether that changed anything.
func (d *Desk) hold() (changed bool) {
	held, old := d.now.Resolved.Held(), d.now.Linked
	if old == nil || d.heldIn == old && slices.EqualFunc(d.held, held, claim.Held.Equal) {
		return false
	}
	d.now.Linked = old.Hold(held)
	d.held, d.heldIn = held, d.now.Linked
	return d.now.Linked != old
}

// over lets the brief know the present claims.
func (d *Desk) over() {
	if d.now.Linked != nil {
		d.now.Resolved = d.now.Resolved.Over(d.now.Linked.Claims)
	}
}

// brief is the session's brief, in terms of the reports on the desk.
func (d *Desk) brief() *brief.Brief {
	if d.mask == nil {
		return d.session.Brief()
	}
	return d.mask.Brief(d.session.Brief())
}

// truly is a change as it is kept: with the outlets' names, where these are hidden.
func (d *Desk) truly(c brief.Change) brief.Change {
	if d.mask == nil {
		return c
	}
	return d.mask.Truly(c)
}

// Leave notes in the session where the reader is.
func (d *Desk) Leave(l brief.Leave) {
	d.session.Do(d.truly(l)) // a session that takes no more actions has nothing to remember
}

// Session is the reader's session.
func (d *Desk) Session() *session.Session { return d.session }

// Find finds an anchor in the statements.
func (d *Desk) Find(a brief.Anchor) brief.Found { return d.locator.Find(a) }

// Take takes a message from the background.
func (d *Desk) Take(msg Msg) tea.Cmd {
	switch msg := msg.(type) {
	case Progressed:
		if msg.of == d.linking || msg.of == nil {
			d.now.Progress = msg.Done
			return d.linking.next()
		}
	case Linked:
		d.takeLinks(msg)
		return d.ask()
	case Reviewed:
		d.takeReview(msg)
	case Worded:
		d.takeWordings(msg)
	case Saved:
		d.now.Saved = msg.Seq
		return d.saving.take(d.ctx.Done())
	}
	return nil
}

// takeLinks takes links unless they are of statements that are no longer the present ones.
func (d *Desk) takeLinks(msg Linked) {
	if msg.Linked.Links.Generation != d.now.Corpus.Statements.Generation {
		return
	}
	d.now.Linked = msg.Linked
	d.decisions, d.verdicts = d.now.Resolved.Decisions, d.now.Resolved.Verdicts
	if !slices.Equal(d.decisions, msg.decided) || len(d.verdicts) > 0 { // decided while the linking ran, or answered
		d.now.Linked = d.now.Corpus.Decide(msg.Linked, d.decisions, d.verdicts...)
	}
	d.hold()
	d.over()
}

// Change makes a change to the brief and all that follows from it.
func (d *Desk) Change(c brief.Change) (brief.Action, tea.Cmd, error) {
	a, err := d.session.Do(d.truly(c))
	if err != nil {
		return a, nil, err
	}
	return a, d.rekeep(), nil
}

// ChangeAll makes changes that are undone together, and all that follows from them. Those that are refused are named in err;
// the actions are of all others.
func (d *Desk) ChangeAll(changes []brief.Change) ([]brief.Action, tea.Cmd, error) {
	told := make([]brief.Change, len(changes))
	for i, c := range changes {
		told[i] = d.truly(c)
	}
	made, err := d.session.DoAll(told)
	if len(made) == 0 {
		return nil, nil, err
	}
	return made, d.rekeep(), err
}

// Undo takes the last change back, Redo makes it again; seq is the number of the action that does so.
func (d *Desk) Undo() (undone brief.Action, seq uint64, cmd tea.Cmd, err error) {
	undone, err = d.session.Undo()
	return d.again(undone, err)
}

// Redo makes the change again that was undone last.
func (d *Desk) Redo() (redone brief.Action, seq uint64, cmd tea.Cmd, err error) {
	redone, err = d.session.Redo()
	return d.again(redone, err)
}

func (d *Desk) again(a brief.Action, err error) (brief.Action, uint64, tea.Cmd, error) {
	if err != nil {
		return a, 0, nil, err
	}
	if d.mask != nil {
		a.Change = d.mask.Hide(a.Change)
	}
	return a, d.session.Brief().Seq, d.rekeep(), nil
}

// rekeep resolves the brief anew and lets the reader's decisions win at once: over the links, without matching again; over
// boilerplate, with new statements, whose matching follows in the background.
func (d *Desk) rekeep() tea.Cmd {
	d.now.Resolved = d.brief().Resolve(d.locator)
	defer d.over()
	if now := d.now.Resolved.Together(); !slices.EqualFunc(d.together, now, story.Together.Same) {
		d.together = now
		d.now.Corpus = d.now.Corpus.Told(now, d.generation)
		d.now.Linked, d.now.Progress = nil, 0 // links lie within stories
		return d.restate()
	}
	switch now := d.now.Resolved; {
	case !maps.Equal(d.boilerplate, now.Boilerplate), !slices.EqualFunc(d.aliases, now.Brief.Aliases, slices.Equal):
		d.hold()
		return d.restate()
	case d.now.Linked != nil && d.isNews(now):
		d.now.Linked = d.now.Corpus.Decide(d.now.Linked, now.Decisions, now.Verdicts...)
		d.decisions, d.verdicts = now.Decisions, now.Verdicts
		d.hold()
		return d.ask()
	case d.hold():
		return d.ask()
	}
	return nil
}

// isNews reports whether the reader decided or answered something since the links were made.
func (d *Desk) isNews(now *brief.Resolved) bool {
	return !slices.Equal(d.decisions, now.Decisions) || !slices.EqualFunc(d.verdicts, now.Verdicts, claim.Verdict.Equal)
}

// restate makes statements with the reader's word on boilerplate, and stories with their word on these, and links them anew. Until the new links are there, the
// old ones serve.
func (d *Desk) restate() tea.Cmd {
	d.boilerplate, d.aliases = d.now.Resolved.Boilerplate, d.now.Resolved.Brief.Aliases
	d.generation++
	d.now.Corpus = d.now.Corpus.With(d.now.Resolved.Override(d.generation).Anew(d.generation))
	d.decisions = d.now.Resolved.Decisions
	d.linking.cancel()
	d.Link()
	return d.linking.commands()
}

// Book is the codebook, nil for none.
func (d *Desk) Book() coding.Codebook { return d.book }

// Tags is the codebook's in its own order, then every other tag in use, sorted.
func (d *Desk) Tags() []string {
	tags := d.book.Tags()
	used, _ := coding.Used(&d.now.Resolved.Brief.Kept)
	return append(tags, slices.DeleteFunc(used, d.book.Has)...)
}
