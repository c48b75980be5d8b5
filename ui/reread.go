package ui

import (
	"context"
	"errors"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus"
	"parallax/corpus/brief"
	"parallax/corpus/language"
	"parallax/corpus/report"
	"parallax/ui/desk"
	"parallax/ui/key"
	"parallax/ui/reader"
	"parallax/ui/screen"
	"parallax/ui/want"
)

// While the program runs, files come and change. They are read again in the background, and take the place of the old ones
// only on the reading screen or on lists of stories and reports, where nothing points at a statement that may not be there any more;
// elsewhere they wait until the reader is back. The cursor stays on its statement, found again as a kept passage is.

// reread is what is known of reading again.
type reread struct {
	running bool
	stop    context.CancelFunc // ends what is running
	stopped bool
	again   bool       // something changed while it ran, or a key asked for it
	asked   bool       // a key did
	waiting *rereadMsg // read, and not shown yet
	said    string     // by the last row as it began; "" for a reading that nobody waits for
	far     Reading
}

// rereadMsg brings the reports as they are now.
type rereadMsg struct {
	corpus  *corpus.Corpus
	opening brief.Opening
	err     error
	asked   bool // by a key
	rest    bool // it is the first reading to its end, so that nothing in it is new
}

// stirredMsg says that a watched file changed.
type stirredMsg struct{}

// Rescan reads the files again.
func (m *model) Rescan(want.Rescan) tea.Cmd {
	if m.opts.Reread == nil {
		m.message.say("these reports cannot be read again")
		return nil
	}
	m.saysReading("reading again")
	return m.readAgain(true)
}

// readOn reads the files that were left when the screen was shown.
func (m *model) readOn() tea.Cmd {
	if !m.opts.More {
		return nil
	}
	notice := m.message.text
	if m.saysReading("reading further"); m.opts.Notice != "" {
		m.message.say(notice)
	}
	reading := m.readAgain(false)
	if reading == nil {
		return nil
	}
	return func() tea.Msg {
		msg, ok := reading().(rereadMsg)
		msg.rest = ok
		return msg
	}
}

// saysReading says in the last row what is being done, and how to stop it.
func (m *model) saysReading(what string) {
	m.message.say(what + m.theme.Ellipsis + m.stops())
	m.reread.said = m.message.text
}

func (m *model) readAgain(asked bool) tea.Cmd {
	if m.opts.Reread == nil {
		return nil
	}
	if m.reread.running {
		m.reread.again, m.reread.asked = true, m.reread.asked || asked
		return nil
	}
	m.reread.running, m.reread.stopped = true, false
	ctx, cancel := context.WithCancel(m.ctx)
	m.reread.stop = cancel
	read := m.opts.Reread
	return func() tea.Msg {
		defer cancel()
		c, opening, err := read(ctx)
		return rereadMsg{corpus: c, opening: opening, err: err, asked: asked}
	}
}

// watch waits until a watched file changes.
func (m *model) watch() tea.Cmd {
	if m.opts.Stirred == nil {
		return nil
	}
	done, stirred := m.ctx.Done(), m.opts.Stirred
	return func() tea.Msg {
		select {
		case _, ok := <-stirred:
			if ok {
				return stirredMsg{}
			}
		case <-done:
		}
		return nil
	}
}

// stopsReading ends a reading that a key asked for, and reports whether there was one.
func (m *model) stopsReading() bool {
	if !m.reread.running || m.reread.stopped {
		return false
	}
	m.reread.again, m.reread.asked, m.reread.stopped = false, false, true
	m.reread.stop()
	return true
}

// takeReread takes what was read again, at once or when the reader is back.
func (m *model) takeReread(msg rereadMsg) tea.Cmd {
	m.reread.running, m.reread.far = false, Reading{}
	if m.opts.Mask != nil && msg.corpus != nil {
		msg.corpus = m.opts.Mask.Corpus(msg.corpus)
	}
	var more tea.Cmd
	if m.reread.again { // what the last row says is of this reading
		asked := m.reread.asked
		m.reread.again, m.reread.asked = false, false
		more = m.readAgain(asked)
	} else {
		if m.message.text == m.reread.said {
			m.message.say("")
		}
		m.reread.said = ""
	}
	switch {
	case errors.Is(msg.err, context.Canceled) && msg.corpus != nil && len(msg.corpus.Reports) > len(m.desk.Now().Corpus.Reports):
		m.reread.waiting = &msg
		return tea.Batch(more, m.showReread())
	case errors.Is(msg.err, context.Canceled):
		if more == nil {
			m.message.say("stopped: what is here stays, and " + m.keys.Reading.Name(key.Rescan) + " reads again")
		}
		return more
	case msg.err != nil:
		m.message.say("not read again: " + msg.err.Error())
		return more
	case sameReports(m.desk.Now().Corpus, msg.corpus):
		if msg.asked {
			m.message.say("nothing is new: " + msg.corpus.Came())
		}
		return more
	}
	m.reread.waiting = &msg
	return tea.Batch(more, m.showReread())
}

// sameReports reports whether both are the same texts from the same files, with the same left out.
func sameReports(a, b *corpus.Corpus) bool {
	if len(a.Reports) != len(b.Reports) || a.Came() != b.Came() {
		return false
	}
	for i := range a.Reports {
		if a.Reports[i].Path != b.Reports[i].Path || a.Reports[i].TextHash != b.Reports[i].TextHash {
			return false
		}
	}
	return true
}

// showReread shows what was read again, if nothing stands in its way.
func (m *model) showReread() tea.Cmd {
	msg := m.reread.waiting
	if msg == nil || !m.idle() {
		return nil
	}
	m.reread.waiting = nil
	lists := m.stack.Over()
	left := m.leave()
	left.Screen = ""
	eye, seen := m.reader.EyeRow()
	old := m.desk.Now().Corpus
	keeping := m.texts.replaced(old, msg.corpus)
	cmd := tea.Batch(m.desk.Replace(msg.corpus, msg.opening, msg.rest), keeping)
	now := m.desk.Now()
	m.reader = reader.New(now.Corpus, m.theme, m.keys, m.message.say, reader.Options{Blind: m.opts.Mask != nil})
	m.stack = screen.On(m.reader)
	m.look()
	m.resize()
	m.comeBack(&left)
	if seen {
		m.reader.EyeTo(eye)
	}
	for _, list := range lists {
		m.push(list)
	}
	m.nameBehind()
	if msg.err != nil {
		m.message.say("stopped: " + now.Corpus.Came() + "; " + m.keys.Reading.Name(key.Rescan) + " reads on")
	} else {
		m.message.say(m.whatIsNew(old, now.Corpus, msg.rest))
	}
	m.look()
	return cmd
}

// idle reports whether the reader looks at the reading screen, or at lists of stories and reports over it, which keep their place
// when files are read again; and is in the middle of nothing.
func (m *model) idle() bool {
	for _, one := range m.stack.Over() {
		if k := one.Keys(); k != &m.keys.Stories && k != &m.keys.Reports {
			return false
		}
	}
	return !m.reader.Busy()
}

// typing reports whether letters go into a field of the topmost screen.
func (m *model) typing() bool {
	list, is := m.stack.Top().(interface{ Typing() bool })
	return is && list.Typing()
}

// whatIsNew says what the last reading brought: "2 new, 1 changed, 1 gone; gn lists them". The rest of a first reading is not new.
func (m *model) whatIsNew(old, now *corpus.Corpus, rest bool) string {
	count := map[string]int{}
	since := desk.Since(old, now, rest)
	for _, what := range since {
		count[what]++
	}
	here := make(map[string]bool)
	for i := range now.Reports {
		here[now.Reports[i].Path] = true
	}
	for i := range old.Reports {
		if !here[old.Reports[i].Path] {
			count["gone"]++
		}
	}
	var parts []string
	for _, what := range []string{desk.IsNew, desk.Changed, "gone"} {
		if n := count[what]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, what))
		}
	}
	if len(parts) == 0 {
		return language.Counted(len(now.Reports), "report") + ": " + now.Came()
	}
	said := strings.Join(parts, ", ") + "; " + m.keys.Reading.Name(key.OpenNew) + " lists them"
	if count[desk.Changed] == 0 {
		return said
	}
	said += ", " + m.keys.Reading.Name(key.OpenRevisions) + " shows the older text"
	marks := m.desk.Now().MarksIn(func(id report.ID) bool { return since[now.Reports[id].Path] == desk.Changed })
	if marks != "" {
		said += "; marks there: " + marks
	}
	return said
}
