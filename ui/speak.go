package ui

import (
	"io"
	"os"
	"time"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus/safe"
	"parallax/ui/key"
	"parallax/ui/linear"
)

// Read by the line, nothing is drawn. After each message the topmost screen says what it has to say now, and the writer appends
// what of that is new. Bubble Tea reads the keys and keeps the terminal's settings, and draws into nothing.

// pageWidth and pageHeight are the size of the screen that nobody sees, by which pages move.
const (
	pageWidth  = 80
	pageHeight = 24
)

// pause is how long nobody types before it is said what the typed text has found.
const pause = 600 * time.Millisecond

// pauseMsg ends a pause.
type pauseMsg struct{ typed int }

// spoken is what is written in place of frames.
type spoken struct {
	writer  *linear.Writer
	wait    func(pauseMsg) tea.Cmd // sends the message after a pause
	control io.Writer              // for sequences that are no text; nil where the terminal knows none
	begun   bool
	heard   int  // the number of the last message that was said
	typed   int  // how often a text has changed
	left    bool // the program is ending
	asked   bool // the key asked for something to be read, and it was
}

func newSpoken(o Options) *spoken {
	var to io.Writer = io.Discard
	if o.Output != nil {
		to = o.Output
	}
	if o.Written != nil {
		to = o.Written
	}
	s := &spoken{control: to, wait: func(p pauseMsg) tea.Cmd { return tea.Tick(pause, func(time.Time) tea.Msg { return p }) }}
	if o.Bare {
		s.control = nil
	}
	var fold func(string) string
	if o.ASCII {
		fold = func(text string) string { return safe.ASCII(safe.WithNumbersSpelt(key.ASCII(text))) }
	}
	s.writer = linear.New(to, fold)
	return s
}

// speak says what is new since the message before.
func (m *model) speak(msg tea.Msg) tea.Cmd {
	s := m.spoken
	pressed, isKey := msg.(tea.KeyPressMsg)
	over, isPause := msg.(pauseMsg)
	switch {
	case m.width == 0 || m.holding || s.left:
		return nil
	case isPause && over.typed != s.typed, s.writer.Waits() && !isKey && !isPause:
		return nil
	}
	page := m.stack.Top().Words()
	if _, back := msg.(tea.ResumeMsg); back {
		s.writer.WhereAmI(page)
		return nil
	}
	if m.tour != nil {
		page.Add("tour", nil, m.tour.Words())
	}
	if !s.begun {
		s.begun = true
		s.writer.Say(append([]string{linear.List(append([]string{"parallax"}, m.reader.Facts()...)...)}, m.keysToKnow())...)
	}
	words := ""
	if n := m.message.number; n != s.heard {
		s.heard, words = n, linear.Named(m.message.words)
	}
	said, waits := s.writer.Tell(page, words)
	switch {
	case waits:
		s.typed++
		return s.wait(pauseMsg{s.typed})
	case isKey && !said && !s.asked:
		s.writer.Say(m.nothingSaid(pressed))
	}
	s.asked = false
	return nil
}

// keysToKnow is the keys without which nothing else is found.
func (m *model) keysToKnow() string {
	l, r := &m.keys.Linear, &m.keys.Reading
	return linear.List(
		r.Name(key.OpenHelp)+" lists the keys", l.Name(key.SayWhere)+" says where you are", l.Name(key.SayWhole)+" reads all at the cursor",
		l.Name(key.SayAgain)+" says the last again", r.Name(key.Quit)+" quits",
	)
}

// nothingSaid is the answer to a key that changed nothing.
func (m *model) nothingSaid(k tea.KeyPressMsg) string {
	if m.stack.Top().Keys().Action(k.String()) == key.None && len([]rune(k.String())) == 1 {
		return k.String() + " does nothing here; " + m.keys.Reading.Name(key.OpenHelp) + " lists the keys"
	}
	return "nothing changed"
}

// answers reads what a key asks for; taken is false for any other key.
func (m *model) answers(a key.Action) (taken bool) {
	s, page := m.spoken, m.stack.Top().Words()
	switch a {
	case key.SayWhere:
		s.writer.WhereAmI(page)
	case key.SayWhole:
		s.writer.Whole(page)
	case key.SayAgain:
		s.writer.Again()
	default:
		return false
	}
	s.asked = true
	return true
}

// end says that the program ends, and nothing after that.
func (s *spoken) end() {
	s.writer.Say("parallax ends")
	s.left = true
}

// copies sends what asks for a copy to the terminal, if that can have a clipboard.
func (s *spoken) copies(asks string) bool {
	if s.control == nil {
		return false
	}
	_, err := io.WriteString(s.control, asks)
	return err == nil
}

// mute is a terminal whose settings and size are known and changed as ever, and to which nothing is written.
type mute struct{ *os.File }

func (mute) Write(p []byte) (int, error)       { return len(p), nil }
func (mute) WriteString(s string) (int, error) { return len(s), nil }
