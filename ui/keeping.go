package ui

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus/brief"
	"parallax/corpus/match"
	"parallax/corpus/session"
	"parallax/corpus/statement"
	"parallax/ui/want"
)

// keeping is the reader's session as the screen needs it: the brief resolved over the statements, and how far it is on
// disk.
type keeping struct {
	session     *session.Session
	finder      *brief.Locator // over the statements as they were cut, without the reader's word on boilerplate
	resolved    *brief.Resolved
	boilerplate map[statement.ID]bool // the reader's word that the present statements carry
	decisions   []match.Decision      // that the present links carry
	saved       uint64                // every action up to this one is on disk
	news        *News
	codebook    []string // tags that the reader wants offered
}

// savedMsg says how far the session is written.
type savedMsg session.Saved

// News carries the latest word of a session on how far it is saved. The session never waits for the screen.
type News struct {
	mu sync.Mutex
	ch chan session.Saved
}

// NewNews makes an empty one; give its Put to the session as Options.Saved.
func NewNews() *News { return &News{ch: make(chan session.Saved, 1)} }

// Put replaces what has not been taken yet.
func (n *News) Put(s session.Saved) {
	n.mu.Lock()
	defer n.mu.Unlock()
	select {
	case <-n.ch: // overtaken
	default:
	}
	n.ch <- s
}

// take waits for the next word.
func (n *News) take(done <-chan struct{}) tea.Cmd {
	return func() tea.Msg {
		select {
		case s := <-n.ch:
			return savedMsg(s)
		case <-done:
			return nil
		}
	}
}

func newKeeping(session *session.Session, set *statement.Set, news *News) *keeping {
	k := &keeping{session: session, finder: brief.NewLocator(set), news: news, saved: session.Saved()}
	k.resolved = session.Brief().Resolve(k.finder)
	return k
}

// Kept reports whether the statement, or words of it, is in the brief.
func (k *keeping) Kept(id statement.ID) bool { return len(k.resolved.Marks(id)) > 0 }

// changes says which kept passages are no longer as they were marked, "" when all are.
func (k *keeping) changes() string {
	found := make(map[brief.State]int)
	for _, e := range k.resolved.Brief.Entries {
		for _, w := range e.Wordings {
			found[k.resolved.Find(w.Anchor).State]++
		}
	}
	var parts []string
	for _, s := range []struct {
		state brief.State
		name  string
	}{{brief.Moved, "moved"}, {brief.Edited, "edited"}, {brief.Orphan, "not found again"}} {
		if n := found[s.state]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, s.name))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return "the reports have changed: of the kept passages " + strings.Join(parts, ", ") + "; b shows which"
}

// Checked reports whether the reader has checked a silence.
func (k *keeping) Checked(outlet string, claim []statement.ID) bool {
	_, ok := k.resolved.Checked(outlet, claim)
	return ok
}

// tags is the codebook's in its own order, then every other tag in use, sorted.
func (k *keeping) tags() []string {
	seen := make(map[string]bool)
	for _, e := range k.resolved.Brief.Entries {
		for _, t := range e.Tags {
			seen[t] = true
		}
		for _, w := range e.Wordings {
			for _, t := range w.Tags {
				seen[t] = true
			}
		}
	}
	for _, t := range k.codebook {
		delete(seen, t)
	}
	return append(slices.Clip(k.codebook), slices.Sorted(maps.Keys(seen))...)
}

// change makes a change and shows what follows from it.
func (m *model) change(c brief.Change) bool {
	a, err := m.keeping.session.Do(c)
	if err != nil {
		m.reader.Say(err.Error())
		m.refused = true
		return false
	}
	m.sayPending(c.Say(), a.Seq)
	m.rekeep()
	return true
}

// sayPending says what was done, and that it is being saved until it is.
func (m *model) sayPending(said string, seq uint64) {
	m.pending = pending{said, seq}
	m.reader.Say(said + " " + m.theme.Dot + " saving" + m.theme.Ellipsis)
}

// pending is a message about an action that is not on disk yet.
type pending struct {
	said string
	seq  uint64
}

// noteSaved takes the session's word.
func (m *model) noteSaved(s session.Saved) {
	m.keeping.saved = max(m.keeping.saved, s.Seq)
	switch {
	case s.Err != nil:
		m.reader.Say("not saved: " + s.Err.Error() + " (kept in memory; :w FILE writes it elsewhere)")
	case m.pending.said != "" && m.keeping.saved >= m.pending.seq:
		m.reader.SayInPlaceOf(m.pending.said+" "+m.theme.Dot+" saving"+m.theme.Ellipsis, m.pending.said+" "+m.theme.Dot+" saved, u undoes")
		m.pending = pending{}
	}
	m.showBrief()
}

func (m *model) undo() {
	a, err := m.keeping.session.Undo()
	if err != nil {
		m.reader.Say(err.Error())
		return
	}
	m.sayPending("undid: "+a.Change.Say(), m.keeping.session.Brief().Seq)
	m.rekeep()
}

func (m *model) redo() {
	a, err := m.keeping.session.Redo()
	if err != nil {
		m.reader.Say(err.Error())
		return
	}
	m.sayPending("did again: "+a.Change.Say(), m.keeping.session.Brief().Seq)
	m.rekeep()
}

// rekeep resolves the brief anew and lets the reader's decisions win at once: over the links, without matching again; over
// boilerplate, with new statements, whose matching follows in the background.
func (m *model) rekeep() {
	k := m.keeping
	k.resolved = k.session.Brief().Resolve(k.finder)
	m.reader.SetKept(k.Kept)
	switch {
	case !maps.Equal(k.boilerplate, k.resolved.Boilerplate):
		m.restate()
	case !slices.Equal(k.decisions, k.resolved.Decisions) && m.linked != nil:
		m.linked = m.corpus.Decide(m.linked, k.resolved.Decisions)
		k.decisions = k.resolved.Decisions
		m.showLinks()
	}
	m.showBrief()
}

// restate makes statements with the reader's word on boilerplate and links them anew. Until the new links are there, the
// old ones serve.
func (m *model) restate() {
	k := m.keeping
	k.boilerplate = k.resolved.Boilerplate
	m.generation++
	m.corpus = m.corpus.With(k.resolved.Override(m.generation))
	m.linking.cancel()
	m.linking = startLinking(m.ctx, m.corpus, k.resolved.Decisions)
	k.decisions = k.resolved.Decisions
	m.reader.SetCorpus(m.corpus)
}

// showLinks takes new links to the screens.
func (m *model) showLinks() {
	m.reader.Relinked(m.corpus, m.linked)
	if m.card == nil {
		return
	}
	if id, ok := m.reader.Claim(); ok {
		m.card.Relinked(m.corpus, m.linked, id, m.reader.At().Statement)
	} else {
		m.card = nil
	}
}

// showBrief takes the brief to its screen.
func (m *model) showBrief() {
	if m.briefing != nil {
		m.briefing.SetBrief(m.keeping.resolved, m.keeping.saved)
	}
}

// entryOf is the brief's entry that marks exactly the passage by itself, nil for none.
func (m *model) entryOf(p want.Passage) *brief.Entry {
	k := m.keeping
	for _, e := range k.resolved.Brief.Entries {
		if e.Kind != brief.OfPassage {
			continue
		}
		if at := k.resolved.Find(e.Wordings[0].Anchor); at.State != brief.Orphan && at.Report == p.Report && at.Span == p.Span {
			return e
		}
	}
	return nil
}

// anchor holds a passage.
func (m *model) anchor(p want.Passage) (brief.Anchor, bool) {
	a, err := brief.AnchorAt(m.corpus.Statements, p.Report, p.Span)
	if err != nil {
		m.reader.Say(err.Error())
	}
	return a, err == nil
}

// mark keeps a passage, or takes it out again.
func (m *model) mark(p want.Passage) {
	if e := m.entryOf(p); e != nil {
		m.change(brief.Unmark{Entry: e.ID})
		return
	}
	if a, ok := m.anchor(p); ok {
		m.change(brief.Mark{Wordings: []brief.Anchor{a}})
	}
}

// markClaim keeps a claim with the best wording of each outlet first, or takes it out again.
func (m *model) markClaim(w want.MarkClaim) {
	ids := m.wordings(w.Claim, w.From)
	for _, e := range m.keeping.resolved.Brief.Entries {
		if e.Kind == brief.OfClaim && m.marksClaim(e, ids) {
			m.change(brief.Unmark{Entry: e.ID})
			return
		}
	}
	var anchors []brief.Anchor
	for _, id := range ids {
		anchors = append(anchors, brief.AnchorOf(m.corpus.Statements, id))
	}
	m.change(brief.Mark{Claim: true, Wordings: anchors})
}

// marksClaim reports whether an entry is that claim: most of its wordings are the claim's.
func (m *model) marksClaim(e *brief.Entry, claim []statement.ID) bool {
	same := 0
	for _, w := range e.Wordings {
		if at := m.keeping.resolved.Find(w.Anchor); at.State != brief.Orphan && slices.Contains(claim, at.First) {
			same++
		}
	}
	return 2*same > len(e.Wordings) && 2*same > len(claim)
}

// write makes sure that the session is on disk; with a path it is kept there from now on.
func (m *model) write(path string) tea.Cmd {
	session := m.keeping.session
	return func() tea.Msg {
		if path == "" {
			if err := session.Flush(); err != nil {
				return saidMsg("not saved: " + err.Error() + "; :w FILE writes it elsewhere")
			}
			return saidMsg("saved: " + session.Path())
		}
		if err := session.SaveAs(path); err != nil {
			return saidMsg("not saved: " + err.Error())
		}
		return saidMsg("saved, and kept from now on, in " + path)
	}
}
