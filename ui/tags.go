package ui

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus/brief"
	"parallax/corpus/coding"
	"parallax/corpus/language"
	"parallax/corpus/report"
	"parallax/ui/key"
	"parallax/ui/tagging"
	"parallax/ui/want"
)

// Tag asks for the tags of passages and entries: from the codebook, where there is one, with a key each; else in a field
// that begins with those that all of them have, and with a comma, so that whoever types on writes another tag.
func (m *model) Tag(w want.Tag) tea.Cmd {
	had := m.tagsOn(w)
	if book := m.desk.Book(); len(book) > 0 {
		m.push(tagging.New(book, m.desk.Tags(), w, had, m.theme, &m.keys.Tagging))
		return nil
	}
	all := sharedBy(had)
	text := ""
	if len(all) > 0 {
		text = strings.Join(all, ", ") + ", "
	}
	return m.Ask(want.Ask{Prompt: "tags", About: fmt.Sprint(w), Text: text, Tags: true, Done: func(text string) want.Want {
		now := brief.TagsOf(text)
		gone := slices.DeleteFunc(slices.Clone(all), func(t string) bool { return slices.Contains(now, t) })
		return want.Tagged{Of: w, On: now, Off: gone}
	}})
}

// TagClaim asks for tags for every wording of a claim.
func (m *model) TagClaim(w want.TagClaim) tea.Cmd {
	now := m.desk.Now()
	of := now.Linked.Claims.All[w.Claim].Statements
	all := want.Tag{What: fmt.Sprintf("all %s of the claim", language.Counted(len(of), "wording"))}
	for _, id := range of {
		st := &now.Corpus.Statements.All[id]
		all.Passages = append(all.Passages, want.Passage{Report: st.Report, Span: st.Span})
	}
	return m.Tag(all)
}

// tagsOn is the tags of each thing that tags are asked for.
func (m *model) tagsOn(w want.Tag) [][]string {
	now := m.desk.Now().Resolved
	var had [][]string
	at := now.Passages()
	of := func(p want.Passage) []string {
		if e := at[p]; e != nil {
			return e.Tags
		}
		return nil
	}
	with := func(tags []string, r report.ID) []string {
		for _, u := range []coding.Unit{coding.OfReport, coding.OfStory} {
			tags = brief.WithTags(tags, m.tagsFor(of(m.head(r, u)), u))
		}
		return tags
	}
	for _, p := range w.Passages {
		had = append(had, with(of(p), p.Report))
	}
	for _, id := range w.Entries {
		if e := now.Brief.Entry(id); e != nil {
			tags := e.Tags
			for _, r := range m.reportsOf(e) {
				tags = with(tags, r)
			}
			had = append(had, tags)
		}
	}
	return had
}

// A code of a report is put on the report's first statement, and one of a story on that of its first report, wherever the cursor
// is: two coders who tag other statements of a report say the same of it.

// head is where a code of a unit stands for a report.
func (m *model) head(r report.ID, u coding.Unit) want.Passage {
	c := m.desk.Now().Corpus
	if u == coding.OfStory {
		r = slices.Min(c.StoryOf(r).Reports)
	}
	p := want.Passage{Report: r}
	if in := c.Statements.In(r); len(in) > 0 {
		p.Span = in[0].Span
	}
	return p
}

// reportsOf is the reports that an entry has passages of.
func (m *model) reportsOf(e *brief.Entry) []report.ID {
	var all []report.ID
	for _, w := range e.Wordings {
		if at := m.desk.Now().Resolved.Find(w.Anchor); at.State != brief.Orphan && !slices.Contains(all, at.Report) {
			all = append(all, at.Report)
		}
	}
	return all
}

// tagsFor is those of some tags whose code is of a unit; a statement's are also a wording's, and what is in no codebook.
func (m *model) tagsFor(tags []string, u coding.Unit) []string {
	return slices.DeleteFunc(slices.Clone(tags), func(t string) bool {
		code, _ := m.desk.Book().CodeOf(t)
		if code.Unit.IsWhole() {
			return code.Unit != u
		}
		return u.IsWhole()
	})
}

// tagging is the changes that put tags on and take others off, each where its code's unit has it.
func (m *model) tagging(w want.Tagged) ([]brief.Change, error) {
	now := m.desk.Now()
	var reports []report.ID
	for _, p := range w.Of.Passages {
		reports = append(reports, p.Report)
	}
	for _, id := range w.Of.Entries {
		if e := now.Resolved.Brief.Entry(id); e != nil {
			reports = append(reports, m.reportsOf(e)...)
		}
	}
	type tags struct{ on, off []string }
	heads := make(map[want.Passage]tags)
	var order []want.Passage
	for _, u := range []coding.Unit{coding.OfReport, coding.OfStory} {
		on, off := m.tagsFor(w.On, u), m.tagsFor(w.Off, u)
		if len(on)+len(off) == 0 {
			continue
		}
		for _, r := range reports {
			p := m.head(r, u)
			had, known := heads[p]
			if !known {
				order = append(order, p)
			}
			heads[p] = tags{brief.WithTags(had.on, on), brief.WithTags(had.off, off)}
		}
	}
	own := tags{m.tagsFor(w.On, coding.OfStatement), m.tagsFor(w.Off, coding.OfStatement)}
	var plain []want.Passage
	for _, p := range w.Of.Passages {
		if had, ok := heads[p]; ok { // one mark, and not two
			heads[p] = tags{brief.WithTags(own.on, had.on), brief.WithTags(own.off, had.off)}
		} else {
			plain = append(plain, p)
		}
	}
	changes, err := now.Resolved.Tagging(now.Corpus.Statements, plain, w.Of.Entries, own.on, own.off)
	for _, p := range order {
		more, wrong := now.Resolved.Tagging(now.Corpus.Statements, []want.Passage{p}, nil, heads[p].on, heads[p].off)
		changes, err = append(changes, more...), errors.Join(err, wrong)
	}
	return changes, err
}

// sharedBy is the tags that every one has, in the order of the first.
func sharedBy(had [][]string) []string {
	if len(had) == 0 {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(had[0]), func(t string) bool {
		return slices.ContainsFunc(had, func(tags []string) bool { return !slices.Contains(tags, t) })
	})
}

// Tagged puts tags on and takes others off, all of which is undone together.
func (m *model) Tagged(w want.Tagged) tea.Cmd {
	changes, err := m.tagging(w)
	if err != nil || len(changes) <= 1 {
		return m.change(err, changes...)
	}
	made, cmd, err := m.desk.ChangeAll(changes)
	if err != nil {
		m.refuse(err)
	}
	if len(made) > 0 {
		m.sayPending(taggedAll(w, len(made)), made[len(made)-1].Seq)
	}
	m.look()
	return cmd
}

// taggedAll says what became of many.
func taggedAll(w want.Tagged, n int) string {
	var parts []string
	if len(w.On) > 0 {
		parts = append(parts, "tagged "+strings.Join(w.On, ", "))
	}
	if len(w.Off) > 0 {
		parts = append(parts, "took away "+strings.Join(w.Off, ", "))
	}
	return strings.Join(parts, ", ") + ": " + language.Counted(n, "change")
}

// ChosenTags closes the list of the codebook and tags.
func (m *model) ChosenTags(w want.ChosenTags) tea.Cmd {
	m.pop()
	if len(w.On)+len(w.Off) == 0 {
		m.message.say("no tag was changed; " + m.keys.Reading.Name(key.Tag) + " tags")
		return nil
	}
	return m.Tagged(want.Tagged(w))
}
