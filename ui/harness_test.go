package ui

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"parallax/corpus"
	"parallax/corpus/claim"
	"parallax/corpus/match"
	"parallax/corpus/report"
	"parallax/corpus/source"
	"parallax/corpus/statement"
	"parallax/seeds"
	"parallax/ui/desk"
	"parallax/ui/theme"
)

// patience is how long a test waits for what should come at once.
const patience = 20 * time.Second

// embedded is the five reports that the program carries, opened and linked once for all tests.
var embedded = sync.OnceValues(func() (*corpus.Corpus, *corpus.Linked) {
	c, err := corpus.OpenFS(seeds.Name, seeds.Files, source.Options{})
	if err != nil {
		panic(err)
	}
	l, err := c.Link(context.Background(), nil, nil)
	if err != nil {
		panic(err)
	}
	return c, l
})

// viewer is a model and a person in front of it.
type viewer struct {
	*model
	t     testing.TB
	quit  bool
	heard strings.Builder // what was written line by line
	sent  []tea.Msg       // what commands answered that is not for the model

	frame0, text0 string // the last frame whose text was asked for, and its text
}

// open shows a corpus whose links, if any are given, are there already.
func open(t testing.TB, c *corpus.Corpus, l *corpus.Linked, width, height int, change ...func(*Options)) *viewer {
	t.Helper()
	o := Options{Corpus: c}
	for _, f := range change {
		f(&o)
	}
	s := &viewer{t: t}
	o.Written = &s.heard
	s.model = newModel(t.Context(), o) // links come by hand here
	if s.spoken != nil {
		s.spoken.wait = func(pauseMsg) tea.Cmd { return nil } // it ends when the keys of a test end
		s.spoken.control = io.Discard
	}
	if l != nil {
		s.send(desk.Linked{Linked: l})
	}
	s.send(tea.WindowSizeMsg{Width: width, Height: height})
	return s
}

func openEmbedded(t testing.TB, width, height int, change ...func(*Options)) *viewer {
	t.Helper()
	c, l := embedded()
	return open(t, c, l, width, height, change...)
}

// send gives the model a message, then the answers of the commands that it asks for, one after the other.
func (s *viewer) send(msg tea.Msg) {
	s.t.Helper()
	_, cmd := s.Update(msg)
	s.check()
	s.run(cmd)
}

func (s *viewer) run(cmd tea.Cmd) {
	s.t.Helper()
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			s.run(c)
		}
	case tea.QuitMsg:
		s.quit = true
	case desk.Found, desk.Reviewed, desk.Worded, saidMsg, rereadMsg, stirredMsg, desk.Progressed, desk.Linked, desk.LinkFailed:
		s.send(msg)
	default:
		s.sent = append(s.sent, msg)
	}
}

// press presses keys, spelt as the key map spells them and separated by blanks: "5 j / h o enter".
func (s *viewer) press(keys string) {
	s.t.Helper()
	for _, k := range strings.Fields(keys) {
		s.send(press(k))
	}
	s.rest()
}

// rest is nobody typing any more.
func (s *viewer) rest() {
	s.t.Helper()
	if s.spoken != nil && s.spoken.writer.Waits() {
		s.send(pauseMsg{s.spoken.typed})
	}
}

// write presses the key of every character.
func (s *viewer) write(text string) {
	s.t.Helper()
	for _, r := range text {
		s.send(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
}

// press is the message of a key.
func press(name string) tea.KeyPressMsg { return keyPress(name) }

// styles is every sequence that a frame may hold.
var styles = regexp.MustCompile("\x1b\\[[0-9;:]*m")

// rows is the text of the frame.
func (s *viewer) rows() []string {
	if s.text0 == "" || s.frame0 != s.frame {
		s.frame0, s.text0 = s.frame, plain(s.frame)
	}
	return strings.Split(s.text0, "\n")
}

// plain is a frame without its styles; what looks like one but is not stays.
func plain(frame string) string {
	var b strings.Builder
	b.Grow(len(frame))
	for {
		i := strings.IndexByte(frame, '\x1b')
		if i < 0 {
			return b.String() + frame
		}
		b.WriteString(frame[:i])
		frame = frame[i:]
		n := 1
		if loc := styles.FindStringIndex(frame[:min(len(frame), 64)]); loc != nil && loc[0] == 0 {
			n = loc[1]
		} else {
			b.WriteByte(frame[0])
		}
		frame = frame[n:]
	}
}

// text is the frame's rows without the blanks at their ends; read by the line, all that was written.
func (s *viewer) text() string {
	if s.spoken != nil {
		return strings.ReplaceAll(s.heard.String(), "\r\n", "\n")
	}
	rows := s.rows()
	for i := range rows {
		rows[i] = strings.TrimRight(rows[i], " ")
	}
	return strings.Join(rows, "\n") + "\n"
}

// footer is the last row, or the rows of a message that is longer than one.
func (s *viewer) footer() string {
	rows := s.rows()
	from := s.height - 1
	if s.hasMessage() && !s.reader.TooSmall() {
		from = s.height - len(s.messageRows())
	}
	var said []string
	for _, row := range rows[from:s.height] {
		said = append(said, strings.TrimSpace(row))
	}
	return strings.Join(said, " ")
}

// check fails the test when the frame is not as high and as wide as the screen, or holds what must not reach a terminal.
func (s *viewer) check() {
	s.t.Helper()
	if err := s.fault(); err != nil {
		s.t.Fatalf("%v\n%s", err, s.text())
	}
}

// fault says what is wrong with the frame.
func (s *viewer) fault() error {
	if s.spoken != nil {
		return s.faultInWords()
	}
	if s.width == 0 || s.height == 0 {
		if s.frame != "" {
			return fmt.Errorf("a frame for a screen of no size: %q", s.frame)
		}
		return nil
	}
	if style := s.foreign(); style != "" {
		return fmt.Errorf("%dx%d: the frame holds the sequence %q", s.width, s.height, style)
	}
	rows := s.rows()
	if len(rows) != s.height {
		return fmt.Errorf("%dx%d: the frame has %d rows", s.width, s.height, len(rows))
	}
	for y, row := range rows {
		if w := ansi.StringWidthWc(row); w != s.width {
			return fmt.Errorf("%dx%d: row %d takes %d columns: %q", s.width, s.height, y, w, row)
		}
		if i := strings.IndexFunc(row, forbidden); i >= 0 || !utf8.ValidString(row) {
			i = max(0, i)
			return fmt.Errorf("%dx%d: row %d holds %q", s.width, s.height, y, row[i:])
		}
	}
	if c := s.View().Cursor; c != nil && (c.X < 0 || c.X >= s.width || c.Y < 0 || c.Y >= s.height) {
		return fmt.Errorf("%dx%d: the cursor stands at column %d, row %d", s.width, s.height, c.X, c.Y)
	}
	return nil
}

// faultInWords says what is wrong with what was written line by line: a row that is wider than the terminal, or what must not
// reach it. The line of a text that is typed, with its backspaces, may be longer.
func (s *viewer) faultInWords() error {
	for _, row := range strings.Split(s.text(), "\n") {
		if i := strings.IndexFunc(strings.ReplaceAll(row, "\b", ""), forbidden); i >= 0 || !utf8.ValidString(row) {
			return fmt.Errorf("a line holds %q", row)
		}
	}
	return nil
}

// foreign is a sequence in the frame that is not the theme's, "" for none: it came with a text.
func (s *viewer) foreign() string {
	ours := make(map[string]bool)
	t := reflect.ValueOf(*s.theme)
	for i := range t.NumField() {
		if style, ok := t.Field(i).Interface().(theme.Style); ok {
			ours[string(style)] = true
		}
	}
	ours[theme.Off] = true
	for _, part := range strings.SplitAfter(s.frame, "\x1b")[1:] {
		end := strings.IndexByte(part, 'm') + 1
		if sequence := "\x1b" + part[:end]; !ours[sequence] {
			return sequence
		}
	}
	return ""
}

// forbidden reports whether a terminal must never see the character: it commands, hides or reorders.
func forbidden(r rune) bool {
	return unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Co, unicode.Cn, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point)
}

// event is a small corpus for tests. Its reports are given as outlets with a text each; links as pairs of statements,
// "A2 B3", or "A2 B3 part" when one carries more. Outlets are meant to be called A, B, C, and every statement to begin with its own
// name, so that it is known again on the screen.
func event(t testing.TB, outlets []outlet, links ...string) (*corpus.Corpus, *corpus.Linked) {
	t.Helper()
	c := &corpus.Corpus{Name: "Flood at the weir"}
	for i, o := range outlets {
		c.Reports = append(c.Reports, report.Report{
			ID: report.ID(i), Outlet: o.name, Title: o.title, Note: o.note, Byline: o.byline, URL: o.url, Path: o.path, Text: o.text,
		})
	}
	c.Statements = statement.Of(c.Reports, 1)
	c = c.AsOneStory()
	return c, link(t, c, links...)
}

type outlet struct{ name, title, note, byline, url, path, text string }

// link makes the links of a corpus, the first named the best.
func link(t testing.TB, c *corpus.Corpus, links ...string) *corpus.Linked {
	t.Helper()
	pairs := make([]match.Pair, len(links))
	for i, l := range links {
		f := strings.Fields(l)
		a, b := statementNamed(t, c, f[0]), statementNamed(t, c, f[1])
		pairs[i] = match.Pair{A: min(a, b), B: max(a, b), Score: 0.99 - float64(i)/1e5, Partial: len(f) > 2 && f[2] == "part"}
	}
	return linkPairs(t, c, pairs)
}

// linkPairs makes links of exactly these pairs.
func linkPairs(t testing.TB, c *corpus.Corpus, pairs []match.Pair) *corpus.Linked {
	t.Helper()
	scored, err := match.ScoreStories(t.Context(), nil, c.Statements, c.Stories.Groups(), nil)
	if err != nil {
		t.Fatal(err)
	}
	slices.SortFunc(pairs, func(p, q match.Pair) int { return cmp.Or(cmp.Compare(p.A, q.A), cmp.Compare(p.B, q.B)) })
	scored.Pairs, scored.Threshold = pairs, 0
	ls := match.Apply(scored, nil)
	return &corpus.Linked{Links: ls, Claims: claim.Group(c.Statements, ls)}
}

// statementNamed finds a statement by its first word.
func statementNamed(t testing.TB, c *corpus.Corpus, name string) statement.ID {
	t.Helper()
	for i := range c.Statements.All {
		if word, _, _ := strings.Cut(c.Statements.Text(statement.ID(i)), " "); word == name {
			return statement.ID(i)
		}
	}
	t.Fatalf("no statement begins with %q", name)
	return 0
}

// lines is the text of a report of n statements of one row each: "A1 ...", "A2 ...".
func lines(name string, n int) string {
	words := []string{"water", "bridge", "night", "warning", "river", "school", "engine", "street", "field", "mayor", "weir"}
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "%s%d has the %s.\n", name, i+1, words[(i*7+len(name)+int(name[0]))%len(words)])
	}
	return b.String()
}

type errorString string

func (e errorString) Error() string { return string(e) }

func pasted(text string) tea.PasteMsg { return tea.PasteMsg{Content: text} }

// large is an event of many reports that share their words, so that linking them takes a while.
func large(reports, statements int) *corpus.Corpus {
	c := &corpus.Corpus{Name: "Large event"}
	for i := range reports {
		c.Reports = append(c.Reports, report.Report{
			ID: report.ID(i), Outlet: fmt.Sprintf("Outlet number %d", i), Title: "x", Text: lines(fmt.Sprintf("Q%d-", i), statements),
		})
	}
	c.Statements = statement.Of(c.Reports, 1)
	return c.AsOneStory()
}
