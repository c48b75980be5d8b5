package ui

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus/brief"
	"parallax/corpus/claim"
	"parallax/corpus/export"
	"parallax/corpus/report"
	"parallax/ui/key"
	"parallax/ui/want"
)

// What screens want of the brief. What a key means as a change is the brief's to know; here it is made, shown and said.

// change makes changes one after the other and shows what follows. What is refused is said, and so is err, which is why
// there is nothing to change.
func (m *model) change(err error, changes ...brief.Change) tea.Cmd {
	if err != nil {
		m.refuse(err)
		return nil
	}
	var cmds []tea.Cmd
	for _, c := range changes {
		a, cmd, err := m.desk.Change(c)
		if err != nil {
			m.refuse(err)
			continue
		}
		m.sayPending(c.Say(), a.Seq)
		cmds = append(cmds, cmd)
	}
	m.look()
	return tea.Batch(cmds...)
}

func (m *model) refuse(err error) {
	m.message.say(err.Error())
	m.refused = true
}

func (m *model) Change(w want.Change) tea.Cmd { return m.change(nil, w.Changes...) }

func (m *model) Mark(w want.Mark) tea.Cmd {
	now := m.desk.Now()
	c, err := now.Resolved.ToggleMark(now.Corpus.Statements, w.Passage.Report, w.Passage.Span)
	return m.change(err, c)
}

// MarkClaim keeps a claim with the best wording of each outlet first, or takes it out again.
func (m *model) MarkClaim(w want.MarkClaim) tea.Cmd {
	now := m.desk.Now()
	return m.change(nil, now.Resolved.ToggleClaim(now.Corpus.Statements, now.Linked.Claims.From(w.Claim, w.From)))
}

func (m *model) Note(w want.Note) tea.Cmd {
	return m.Ask(want.Ask{Prompt: "note", About: fmt.Sprint(w.Passage), Done: func(text string) want.Want {
		return want.Noted{Passage: w.Passage, Text: text}
	}})
}

func (m *model) Noted(w want.Noted) tea.Cmd {
	now := m.desk.Now()
	cs, err := now.Resolved.Noted(now.Corpus.Statements, w.Passage.Report, w.Passage.Span, w.Text)
	return m.change(err, cs...)
}

func (m *model) Decide(w want.Decide) tea.Cmd {
	return m.change(nil, brief.DecideOn(m.desk.Now().Corpus.Statements, w.Kind, w.Pairs))
}

// Judge keeps an answer of the review.
func (m *model) Judge(w want.Judge) tea.Cmd {
	return m.change(nil, brief.JudgeOf(m.desk.Now().Corpus.Statements, w.Verdict, w.Name))
}

// CheckSilence signs a silence, or takes that back.
func (m *model) CheckSilence(w want.CheckSilence) tea.Cmd {
	now := m.desk.Now()
	on := &now.Linked.Claims.All[w.Claim]
	return m.change(nil, now.Resolved.ToggleSilence(now.Corpus.Statements, w.Report, on.Statements, w.From))
}

func (m *model) NameClaim(w want.NameClaim) tea.Cmd {
	now := m.desk.Now()
	return m.change(nil, now.Resolved.Rename(now.Corpus.Statements, w.Claim, w.Name))
}

// Alias adds the reader's words for one thing, or takes them back.
func (m *model) Alias(w want.Alias) tea.Cmd {
	words := slices.Sorted(slices.Values(w.Words))
	known := slices.ContainsFunc(m.desk.Now().Resolved.Brief.Aliases, func(a []string) bool { return slices.Equal(a, words) })
	return m.change(nil, brief.Alias{Words: w.Words, Not: known})
}

func (m *model) Boilerplate(w want.Boilerplate) tea.Cmd {
	set := m.desk.Now().Corpus.Statements
	return m.change(nil, brief.SetBoilerplate{Anchor: brief.AnchorOf(set, w.Statement), Boilerplate: set.All[w.Statement].IsStory()})
}

func (m *model) AddByHand(w want.AddByHand) tea.Cmd {
	m.unwind()
	m.reader.AddByHand(w.Claim, w.From)
	return nil
}

func (m *model) Include(w want.Include) tea.Cmd {
	now := m.desk.Now()
	return m.change(nil, now.Resolved.Include(now.Corpus.Statements, now.Linked.Claims.All[w.Claim].Statements, w.From, w.Added))
}

func (m *model) Exclude(w want.Exclude) tea.Cmd {
	now := m.desk.Now()
	return m.change(nil, now.Resolved.Exclude(now.Corpus.Statements, now.Linked.Claims.All[w.Claim].Statements, w.Out, now.Linked.Links))
}

func (m *model) Undo(want.Undo) tea.Cmd { return m.again("undid: ", m.desk.Undo) }
func (m *model) Redo(want.Redo) tea.Cmd { return m.again("did again: ", m.desk.Redo) }

func (m *model) again(said string, do func() (brief.Action, uint64, tea.Cmd, error)) tea.Cmd {
	a, seq, cmd, err := do()
	if err != nil {
		m.message.say(err.Error())
		return nil
	}
	m.sayPending(said+a.Change.Say(), seq)
	m.look()
	return cmd
}

// writeElsewhere is how a session is kept that cannot be written where it is.
func (m *model) writeElsewhere() string {
	return m.keys.Reading.Name(key.OpenCommand) + "w FILE writes it elsewhere"
}

// write makes sure that the session is on disk; with a path it is kept there from now on.
func (m *model) write(path string) tea.Cmd {
	session, elsewhere := m.desk.Session(), m.writeElsewhere()
	return func() tea.Msg {
		if path == "" {
			if err := session.Flush(); err != nil {
				return saidMsg("not saved: " + err.Error() + "; " + elsewhere)
			}
			return saidMsg("saved: " + session.Path())
		}
		if err := session.SaveAs(path); err != nil {
			return saidMsg("not saved: " + err.Error())
		}
		return saidMsg("saved, and kept from now on, in " + path)
	}
}

func (m *model) Copy(w want.Copy) tea.Cmd {
	text, err := brief.CiteSpan(m.desk.Now().Corpus.Statements, w.Passage.Report, w.Passage.Span)
	if err != nil {
		m.message.say(err.Error())
		return nil
	}
	return m.toClipboard(text, m.nameOf(w.Passage)+", with its citation")
}

// CopyClaim copies every wording of a claim with its citation, then who is silent.
func (m *model) CopyClaim(w want.CopyClaim) tea.Cmd {
	now := m.desk.Now()
	ids := now.Linked.Claims.From(w.Claim, w.From)
	var row claim.Row
	now.Linked.Claims.Row(w.Claim, &row)
	var silences []brief.OutletSilence
	for i := range row.Cells {
		id := report.OutletID(i)
		o := now.Corpus.Statements.Outlets.All[id]
		if row.Cells[id].State == claim.Said {
			continue
		}
		silence := brief.OutletSilence{Outlet: o.Name, Reports: now.Linked.Claims.Telling(id, ids), Checked: now.Checked(o.Name, ids)}
		if cell := &row.Cells[id]; cell.State == claim.Elsewhere {
			silence.Elsewhere = now.Corpus.Statements.All[cell.Near.Statement].Number
		}
		silences = append(silences, silence)
	}
	return m.toClipboard(brief.PlainClaim(now.Corpus.Statements, ids, silences), "the whole claim, with its citations")
}

func (m *model) CopyText(w want.CopyText) tea.Cmd { return m.toClipboard(w.Text, w.Said) }

// nameOf is how a message names a passage: by its outlet, and its statement if it is a whole one.
func (m *model) nameOf(p want.Passage) string {
	c := m.desk.Now().Corpus
	outlet := c.Statements.Named(p.Report)
	for _, st := range c.Statements.In(p.Report) {
		if st.Span == p.Span {
			return fmt.Sprintf("%s, statement %d", outlet, st.Number)
		}
	}
	return "words of " + outlet
}

// Export writes the brief to a file; the ending of its name says the format. A file that is there already is written
// over only when the reader says so.
func (m *model) Export(w want.Export) tea.Cmd {
	if w.Path == "" {
		return nil
	}
	if m.opts.Mask != nil {
		m.message.say("an export names the outlets: write it without --blind, or with parallax brief")
		return nil
	}
	format, ok := formatOf(w.Path)
	if !ok {
		m.message.say("no format ends in " + filepath.Ext(w.Path) + ": " + strings.Join(endings(), " "))
		return nil
	}
	d := m.desk.Now().Resolved.Document(m.desk.Now().Stamp(m.opts.Version))
	err := export.ToFile(w.Path, &d, format, export.Options{}, w.Over)
	switch {
	case errors.Is(err, export.ErrExists):
		return m.Ask(want.Ask{Prompt: w.Path + " is there already; write yes to replace it", Done: func(text string) want.Want {
			if strings.EqualFold(strings.TrimSpace(text), "yes") {
				return want.Export{Path: w.Path, Over: true}
			}
			return want.Say{Text: w.Path + " was left as it is"}
		}})
	case err != nil:
		m.message.say(err.Error())
	default:
		m.deeds.exports++
		m.message.say("exported to " + w.Path)
	}
	return nil
}

func formatOf(path string) (string, bool) {
	return export.Named(path)
}

func endings() []string {
	var all []string
	for _, f := range export.Formats() {
		all = append(all, f.Extension)
	}
	return all
}
