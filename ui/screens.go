package ui

import (
	"parallax/corpus/report"
	"parallax/corpus/source"
	"parallax/ui/briefing"
	"parallax/ui/card"
	"parallax/ui/command"
	"parallax/ui/crosstab"
	"parallax/ui/disputes"
	"parallax/ui/finder"
	"parallax/ui/help"
	"parallax/ui/key"
	"parallax/ui/palette"
	"parallax/ui/raw"
	"parallax/ui/reports"
	"parallax/ui/review"
	"parallax/ui/screen"
	"parallax/ui/stories"
	"parallax/ui/table"
	"parallax/ui/theme"
	"parallax/ui/voices"
	"parallax/ui/wording"
)

// makers makes a screen by the action that opens it. nil is a screen for which there is nothing to show.
var makers = map[key.Action]func(m *model) screen.Screen{
	key.OpenCard: func(m *model) screen.Screen {
		at := m.reader.Focus()
		if !at.HasClaim {
			return nil
		}
		return card.New(m.desk.Now(), at, m.theme, &m.keys.Card)
	},
	key.OpenSearch: func(m *model) screen.Screen {
		m.before = before{m.reader.Snapshot(), m.reader.Active()}
		return finder.New(m.desk.Now(), m.theme, &m.keys.Search)
	},
	key.OpenCommand: func(m *model) screen.Screen { return command.New(m.theme, &m.keys.Command) },
	key.OpenPalette: func(m *model) screen.Screen {
		return palette.New(m.theme, m.keys, m.stack.Top().Keys(), commands())
	},
	key.OpenHelp: func(m *model) screen.Screen { return help.New(m.theme, m.keys, m.stack.Top().Keys()) },
	key.OpenBrief: func(m *model) screen.Screen {
		return briefing.New(m.desk.Now(), m.theme, m.keys, m.opts.Version)
	},
	key.OpenVoices: func(m *model) screen.Screen {
		return voices.New(m.desk.Now(), m.reader.Focus(), m.theme, &m.keys.Voices)
	},
	key.OpenWording: func(m *model) screen.Screen {
		return wording.New(m.desk.Now(), m.reader.Focus(), m.theme, &m.keys.Wording)
	},
	key.OpenCrosstab: func(m *model) screen.Screen {
		m.crosstab = crosstab.New(m.desk.Now(), m.desk.Book(), m.theme, &m.keys.Crosstab, m.crosstab)
		return m.crosstab
	},
	key.OpenDisputes: func(m *model) screen.Screen {
		return disputes.New(m.desk.Now(), m.theme, &m.keys.Disputes)
	},
	key.OpenReports: func(m *model) screen.Screen {
		return reports.New(m.desk.Now(), m.reader.Focus(), m.been, m.theme, &m.keys.Reports)
	},
	key.OpenNew: func(m *model) screen.Screen {
		list := reports.New(m.desk.Now(), m.reader.Focus(), m.been, m.theme, &m.keys.Reports)
		list.ShowNew()
		return list
	},
	key.OpenRaw: func(m *model) screen.Screen {
		return raw.New(m.desk.Now(), m.reader.Focus().Report, m.theme, &m.keys.Raw)
	},
	key.OpenRevisions: func(m *model) screen.Screen { return m.revisionsOf(m.reader.Focus().Report) },
	key.OpenStories: func(m *model) screen.Screen {
		return stories.New(m.desk.Now(), m.reader.Focus(), m.been, func() *source.Counts { return m.counts }, m.theme, &m.keys.Stories)
	},
	key.OpenReview: func(m *model) screen.Screen { return review.New(m.desk.Now(), m.theme, &m.keys.Review, nil) },
	key.OpenTable: func(m *model) screen.Screen {
		m.table = table.New(m.desk.Now(), m.reader.Focus(), m.theme, &m.keys.Table, m.table)
		return m.table
	},
}

// commands is what the palette offers of the command line: what needs nothing more to be typed.
func commands() []string {
	all := []string{"memo", "noh", "sync", "export", "tour", "w"}
	for _, name := range theme.Names() {
		all = append(all, "theme "+name)
	}
	return all
}

// been reports whether the cursor was in a report.
func (m *model) been(id report.ID) bool { return m.reader.Been(id) }

// open opens a screen on top of the present one.
func (m *model) open(s key.Action) {
	if one := makers[s](m); one != nil {
		m.push(one)
	}
}

func (m *model) push(s screen.Screen) {
	m.forget(s)
	m.stack.Push(s)
	m.resize()
}

// pop closes the topmost screen.
func (m *model) pop() {
	m.stack.Pop()
	m.endReview()
	m.resize()
}

// unwind closes all screens but the reading screen.
func (m *model) unwind() {
	m.stack.Clear()
	m.endReview()
	m.resize()
}

// endReview lets the desk ask no more once the review is closed.
func (m *model) endReview() {
	if _, open := screen.Find[*review.Review](m.stack); !open {
		m.desk.EndReview()
	}
}
