package ui

import (
	"os/exec"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"parallax/corpus/brief"
	"parallax/corpus/safe"
	"parallax/ui/command"
	"parallax/ui/finder"
	"parallax/ui/key"
	"parallax/ui/raw"
	"parallax/ui/reader"
	"parallax/ui/review"
	"parallax/ui/screen"
	"parallax/ui/timeline"
	"parallax/ui/want"
)

// What screens want of the screen itself; what they want of the brief stands in keep.go.

var _ want.Handler = (*model)(nil)

func (m *model) Open(w want.Open) tea.Cmd {
	m.open(w.Screen)
	if w.Screen == key.OpenReview {
		return m.desk.Review()
	}
	return nil
}

func (m *model) Close(want.Close) tea.Cmd {
	m.pop()
	return nil
}

// Quit ends the program. The reading screen's q first closes what is above it, which is nothing there.
func (m *model) Quit(want.Quit) tea.Cmd {
	m.desk.End()
	if m.spoken != nil {
		m.spoken.end()
	}
	return tea.Quit
}

func (m *model) Suspend(want.Suspend) tea.Cmd { return tea.Suspend }
func (m *model) Redraw(want.Redraw) tea.Cmd   { return tea.ClearScreen }

func (m *model) ToggleMouse(want.ToggleMouse) tea.Cmd {
	m.mouse = !m.mouse
	if m.mouse {
		m.message.say("mouse on: the wheel scrolls, a click puts the cursor")
	} else {
		m.message.say("mouse off: select text with the terminal; " + m.keys.Reading.Name(key.Mouse) + " turns it on again")
	}
	return nil
}

func (m *model) Go(w want.Go) tea.Cmd {
	return m.sent(func(r *reader.Reader) { r.Go(w.Statement) })
}

// GoThrough goes to a statement of a set that n and N go through from then on.
func (m *model) GoThrough(w want.GoThrough) tea.Cmd {
	return m.sent(func(r *reader.Reader) {
		r.SetActive(&reader.Set{Name: w.Name, Statements: w.Statements, Spans: w.Spans, About: w.About})
		r.Go(w.To)
	})
}

// GoWording goes to a wording and makes its claim the current one.
func (m *model) GoWording(w want.GoWording) tea.Cmd {
	return m.sent(func(r *reader.Reader) { r.GoWording(w.Statement, w.Claim) })
}

// Figures opens the figures of a claim, where it has any.
func (m *model) Figures(w want.Figures) tea.Cmd {
	if one, ok := timeline.New(m.desk.Now(), w.Claim, m.theme, &m.keys.Timeline); ok {
		m.push(one)
	} else {
		m.message.say("no wording of this claim gives a figure")
	}
	return nil
}

// ReviewClaim opens the review with what is worth asking about one claim.
func (m *model) ReviewClaim(w want.ReviewClaim) tea.Cmd {
	now := m.desk.Now()
	m.push(review.New(now, m.theme, &m.keys.Review, now.Linked.Claims.All[w.Claim].Statements))
	return m.desk.Review()
}

func (m *model) GoReport(w want.GoReport) tea.Cmd {
	m.unwind()
	m.reader.GoReport(w.Report)
	return nil
}

func (m *model) OpenStory(w want.OpenStory) tea.Cmd {
	m.unwind()
	m.forget(nil)
	m.reader.OpenStory(w.Story)
	m.look()
	return nil
}

func (m *model) Raw(w want.Raw) tea.Cmd {
	m.push(raw.New(m.desk.Now(), w.Report, m.theme, &m.keys.Raw))
	return nil
}

// Revisions shows the texts that a report has had.
func (m *model) Revisions(w want.Revisions) tea.Cmd {
	m.push(m.revisionsOf(w.Report))
	return nil
}

// Step turns the panes, and the claim card before them, to another claim of the statement.
func (m *model) Step(w want.Step) tea.Cmd {
	m.reader.StepClaim(w.By)
	m.look()
	return nil
}

func (m *model) Say(w want.Say) tea.Cmd {
	m.message.say(w.Text)
	return nil
}

func (m *model) Find(w want.Find) tea.Cmd { return m.desk.Search(w.Number, w.Query, finder.Limit) }

// Preview lets the panes follow the chosen hit; without one they go back to where they were.
func (m *model) Preview(w want.Preview) tea.Cmd {
	if !w.Found {
		m.reader.Preview(nil)
		m.reader.Restore(m.before.snapshot)
		return nil
	}
	m.reader.Preview(m.desk.Spans(w.Query))
	m.reader.Show(w.Statement)
	return nil
}

func (m *model) Stay(w want.Stay) tea.Cmd {
	m.query = w.Query
	m.deeds.searches++
	m.pop()
	m.reader.Restore(m.before.snapshot)
	m.reader.Activate("search "+w.Query, w.Result, m.desk.Spans(w.Query))
	m.reader.GoFrom(m.before.snapshot, w.Statement)
	return nil
}

func (m *model) Cancel(want.Cancel) tea.Cmd {
	m.pop()
	m.reader.SetActive(m.before.active)
	m.reader.Restore(m.before.snapshot)
	return nil
}

// saidMsg is a word from the background.
type saidMsg string

// toClipboard sends a text to the terminal's clipboard, inside tmux also to tmux's own buffer. Whoever asks for it, what
// would hide or act where it is pasted is shown by stand-ins.
func (m *model) toClipboard(text, said string) tea.Cmd {
	text = safe.Text(text)
	m.message.say("sent to the terminal: " + said)
	cmds := []tea.Cmd{tea.SetClipboard(text)}
	if m.opts.Through {
		cmds = append(cmds, tea.Raw(throughScreen(text)))
	}
	if m.spoken != nil {
		cmds = nil
		asks := ansi.SetSystemClipboard(text)
		if m.opts.Through {
			asks += throughScreen(text)
		}
		if !m.spoken.copies(asks) {
			m.message.say("this terminal takes no copies")
		}
	}
	if m.opts.Tmux {
		cmds = append(cmds, func() tea.Msg {
			c := exec.CommandContext(m.ctx, "tmux", "load-buffer", "-w", "-")
			c.Stdin = strings.NewReader(text)
			if err := c.Run(); err != nil {
				return saidMsg("tmux did not take the copy: " + err.Error())
			}
			return nil
		})
	}
	return tea.Batch(cmds...)
}

// throughScreen asks for a copy by a string that screen, which takes no copies itself, hands to the terminal below. Other
// terminals ignore it.
func throughScreen(text string) string {
	return ansi.ScreenPassthrough(ansi.SetSystemClipboard(text), screenStrings)
}

// screenStrings is how long a string may be that screen hands on, in bytes.
const screenStrings = 768

// Run runs a command line.
func (m *model) Run(w want.Run) tea.Cmd {
	m.pop()
	name, rest, _ := strings.Cut(w.Command, " ")
	rest = strings.TrimSpace(rest)
	if n, err := strconv.Atoi(name); err == nil {
		m.reader.GoNumber(n)
		return nil
	}
	switch name {
	case "":
	case "q", "quit", "q!", "qa":
		return m.Quit(want.Quit{})
	case "help", "h":
		m.open(key.OpenHelp)
	case "noh", "nohlsearch":
		m.reader.EndActive()
	case "sync":
		m.reader.ToggleSync()
	case "outlet":
		if rest == "" || !m.reader.ToOutletNamed(rest) {
			m.message.say("no outlet begins with " + rest)
		}
	case "memo":
		return m.Ask(want.Ask{Prompt: "memo", About: "the study", Text: m.desk.Now().Resolved.Brief.Memo, Done: func(text string) want.Want {
			return want.Change{Changes: []brief.Change{brief.Memo{Text: text}}}
		}})
	case "archive":
		return m.ask(rest)
	case "theme":
		return m.setTheme(rest)
	case "tour":
		m.tourFrom(rest)
	case "w", "write":
		return m.write(rest)
	case "export":
		if rest == "" {
			rest = "brief.md"
		}
		return m.Export(want.Export{Path: rest})
	case "brief":
		m.open(key.OpenBrief)
	case "search":
		m.open(key.OpenSearch)
		if f, open := screen.Find[*finder.Finder](m.stack); open {
			return m.do(f.Type(rest))
		}
	default:
		m.message.say("not a command: " + name + " (commands: a number, " + strings.Join(command.Names(), ", ") + ")")
	}
	return nil
}
