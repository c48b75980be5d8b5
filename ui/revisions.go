package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus"
	"parallax/corpus/report"
	"parallax/corpus/revision"
	"parallax/ui/desk"
	"parallax/ui/revisions"
)

// texts is the older texts of the reports, and when the present ones were read.
type texts struct {
	shelf  *revision.Shelf
	clock  func() time.Time
	opened time.Time            // when those were read that are not in read
	read   map[string]time.Time // by path
}

func newTexts(shelf *revision.Shelf, clock func() time.Time) texts {
	if shelf == nil {
		shelf = revision.NewShelf("")
	}
	if clock == nil {
		clock = time.Now
	}
	return texts{shelf, clock, clock(), make(map[string]time.Time)}
}

func (t *texts) readAt(path string) time.Time {
	if at, ok := t.read[path]; ok {
		return at
	}
	return t.opened
}

// replaced keeps the texts that have others now. The first that cannot be kept is said.
func (t *texts) replaced(old, now *corpus.Corpus) tea.Cmd {
	since, at := desk.Since(old, now, false), t.clock()
	var older []revision.Text
	for i := range old.Reports {
		if r := &old.Reports[i]; since[r.Path] == desk.Changed {
			older = append(older, revision.Of(r, t.readAt(r.Path)))
		}
	}
	for path := range since {
		t.read[path] = at
	}
	if len(older) == 0 {
		return nil
	}
	shelf := t.shelf
	return func() tea.Msg {
		var failed error
		for _, text := range older {
			if err := shelf.Keep(text); err != nil && failed == nil {
				failed = err
			}
		}
		if failed != nil {
			return saidMsg("an older text will not be there after this run: " + failed.Error())
		}
		return nil
	}
}

// revisionsOf is the screen of the texts of a report.
func (m *model) revisionsOf(id report.ID) *revisions.Revisions {
	now := m.desk.Now()
	r := &now.Corpus.Reports[id]
	all := append(m.texts.shelf.Older(r), revision.Of(r, m.texts.readAt(r.Path)))
	return revisions.New(now, id, all, m.theme, &m.keys.Revisions)
}
