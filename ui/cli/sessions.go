package cli

import (
	"errors"
	"strings"
	"time"

	"parallax/corpus/brief"
	"parallax/corpus/language"
	"parallax/corpus/session"
)

// sessionsCommand lists the sessions that are kept.
type sessionsCommand struct {
	Format format `enum:"text,json,csv" default:"text" placeholder:"FORMAT" help:"text, json or csv. (default: text)"`
}

// Help is what --help adds.
func (sessionsCommand) Help() string {
	return `A session is the marks, notes and decisions on the reports of one event, kept below $XDG_STATE_HOME/parallax (without
that, ~/.local/state/parallax). The one that was used last stands first. Its name can be given to the other commands.
Sessions in files of their own, begun with --session FILE, are not listed.

Examples:

  parallax sessions
  parallax brief talks-in-antalya           print what is kept in one of them
  parallax --session talks-in-antalya       go on with it
  parallax sessions --format json

Exit status: 0 found, 1 there is none, 2 one could not be read, or not all of it.
`
}

// Run lists.
func (c *sessionsCommand) Run(p *program) error {
	list, err := session.DefaultStore().List()
	if err != nil {
		return err
	}
	for _, s := range list {
		if s.Err != nil {
			p.complain(s.Err)
			p.status = failed
		}
		for _, d := range s.Damage {
			p.complain(errors.New(d))
			p.status = failed
		}
	}
	p.answered(len(list))
	switch c.Format {
	case asJSON:
		return p.out.json(listed(list))
	case asCSV:
		c.table(p, list)
	default:
		c.list(p, list)
	}
	return nil
}

// day is how a moment is written for people, in their own time.
const day = "2 Jan 2006 15:04"

func (c *sessionsCommand) list(p *program, list []session.Summary) {
	for i, s := range list {
		if i > 0 {
			p.out.printf("\n")
		}
		if s.Lost() {
			p.out.printf("%s: cannot be read\n  %s\n", s.Name, s.Path)
			continue
		}
		title := s.Title
		if title == "" {
			title = s.Opened.Event
		}
		p.out.printf("%s: %s\n", s.Name, title)
		p.out.printf("  %s, %s; used %s, begun %s\n", language.Counted(s.Marks, "mark"), language.Counted(s.Notes, "note"), s.Used.Local().Format(day), s.Begun.Local().Format(day))
		p.out.printf("  %s: %s\n", language.Counted(len(s.Opened.Reports), "report"), strings.Join(outletsOf(s.Opened), ", "))
		p.out.printf("  from %s\n", strings.Join(from(s.Opened), ", "))
		p.out.printf("  %s\n", s.Path)
	}
}

// outletsOf names each outlet of the reports once.
func outletsOf(o brief.Opening) []string {
	outlets := []string{}
	seen := map[string]bool{}
	for _, r := range o.Reports {
		if !seen[r.Outlet] {
			seen[r.Outlet] = true
			outlets = append(outlets, r.Outlet)
		}
	}
	return outlets
}

// from says where the reports came from.
func from(o brief.Opening) []string {
	if len(o.Roots) == 0 {
		return []string{"parallax itself"}
	}
	return o.Roots
}

// listedSession is a session for machines. Of one that cannot be read nothing is known but the error; one that is damaged
// has it beside what is whole of it.
type listedSession struct {
	Name    string         `json:"name"`
	Path    string         `json:"path"`
	Error   string         `json:"error,omitempty"`
	Title   string         `json:"title,omitempty"`
	Event   string         `json:"event,omitempty"`
	Begun   *time.Time     `json:"begun,omitempty"`
	Used    *time.Time     `json:"used,omitempty"`
	Marks   int            `json:"marks"`
	Notes   int            `json:"notes"`
	Roots   []string       `json:"roots"` // none: the embedded reports
	Reports []listedReport `json:"reports"`
}

type listedReport struct {
	Outlet    string `json:"outlet"`
	Title     string `json:"title,omitempty"`
	Published string `json:"published,omitempty"`
	Path      string `json:"path"`
}

func listed(list []session.Summary) []listedSession {
	all := make([]listedSession, len(list))
	for i, s := range list {
		l := listedSession{Name: s.Name, Path: s.Path, Roots: []string{}, Reports: []listedReport{}, Error: s.Why()}
		if s.Lost() {
			all[i] = l
			continue
		}
		l.Title, l.Event, l.Begun, l.Used, l.Marks, l.Notes = s.Title, s.Opened.Event, &s.Begun, &s.Used, s.Marks, s.Notes
		l.Roots = append(l.Roots, s.Opened.Roots...)
		for _, r := range s.Opened.Reports {
			l.Reports = append(l.Reports, listedReport{r.Outlet, r.Title, r.Published, r.File})
		}
		all[i] = l
	}
	return all
}

func (c *sessionsCommand) table(p *program, list []session.Summary) {
	p.out.table([]string{"name", "title", "event", "begun", "used", "marks", "notes", "reports", "outlets", "from", "path", "error"}, func(row func(...any)) {
		for _, s := range list {
			if s.Lost() {
				row(s.Name, "", "", "", "", 0, 0, 0, "", "", s.Path, s.Why())
				continue
			}
			row(s.Name, s.Title, s.Opened.Event, s.Begun.Format(time.RFC3339), s.Used.Format(time.RFC3339), s.Marks, s.Notes,
				len(s.Opened.Reports), strings.Join(outletsOf(s.Opened), "; "), strings.Join(from(s.Opened), "; "), s.Path, s.Why())
		}
	})
}
