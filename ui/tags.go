package ui

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus/brief"
	"parallax/corpus/language"
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
	for _, p := range w.Passages {
		if e := at[p]; e != nil {
			had = append(had, e.Tags)
		} else {
			had = append(had, nil)
		}
	}
	for _, id := range w.Entries {
		if e := now.Brief.Entry(id); e != nil {
			had = append(had, e.Tags)
		}
	}
	return had
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
	now := m.desk.Now()
	changes, err := now.Resolved.Tagging(now.Corpus.Statements, w.Of.Passages, w.Of.Entries, w.On, w.Off)
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
