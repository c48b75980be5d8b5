package cli

import (
	"errors"
	"fmt"
	"slices"

	"parallax/corpus"
	"parallax/corpus/brief"
	"parallax/corpus/methods"
	"parallax/corpus/session"
	"parallax/ui/desk"
)

// reproduceCommand says whether the same is found again.
type reproduceCommand struct {
	Session string   `arg:"" of:"session" help:"A session, by its file or its name."`
	Paths   []string `arg:"" optional:"" name:"path" help:"The reports, when they have moved since."`
	Weights string   `placeholder:"FILE" help:"Link by the weights in FILE instead of those that come with parallax."`
	Keep    bool     `help:"Afterwards keep in the session what is found now, for the next time."`
	Format  format   `enum:"text,json,csv" default:"text" placeholder:"FORMAT" help:"text, json or csv. (default: text)"`
}

// Help is what --help adds.
func (reproduceCommand) Help() string {
	return `A session keeps a fingerprint of what was found when it was last left: the weights, the text of every file and how it was cut,
counts, links and claims. This program reads and links the same files again, with the decisions of the session, and says
what is not as it was: files that changed, came or went (one that was only renamed is the same), weights, counts, claims.
Claims are told by their statements: a changed one has the name of before and other statements. Marked and coded passages are
found again by their words: said is which moved within their report, were edited or are lost.

Examples:

  parallax reproduce talks-in-antalya
  parallax reproduce ann.session moved/ --format csv
  parallax reproduce ann.session --keep

Exit status: 0 the same, 1 something differs, 2 something could not be read, or the session keeps no fingerprint.
`
}

// Run compares.
func (c *reproduceCommand) Run(p *program) error {
	file, err := session.DefaultStore().Locate(c.Session)
	if err != nil {
		return err
	}
	b, err := p.readSession(file)
	if err != nil {
		return err
	}
	if c.Paths, err = p.pathsOf(file, c.Paths); err != nil {
		return err
	}
	if b.Print != nil && b.Print.OneStory {
		p.call.OneStory = true
	}
	f, err := p.find(&weighted{Weights: c.Weights, Session: file}, c.Paths)
	if err != nil {
		return err
	}
	if f == nil {
		p.status = failed
		return nil
	}
	now := f.print()
	if b.Print == nil && !c.Keep {
		return fmt.Errorf("%s: keeps no fingerprint yet: it is kept when the screen is left, or with --keep", c.Session)
	}
	if b.Print != nil {
		if !b.Print.Made.Equal(now.Made) {
			p.complain(errors.New("the session was worked on after the fingerprint was taken: decisions since then count as differences"))
		}
		if err := c.say(p, b.Print, &now, f.kept); err != nil {
			return err
		}
	}
	if !c.Keep {
		return nil
	}
	return keepPrint(file, now)
}

// keepPrint keeps what was found in the session in a file.
func keepPrint(file string, found brief.Fingerprint) error {
	s, err := session.OpenFile(file, session.Options{})
	if err != nil {
		return err
	}
	if why := s.ReadOnly(); why != nil {
		return errors.Join(why, s.Close())
	}
	s.Found(found)
	return s.Close()
}

// say prints what differs.
func (c *reproduceCommand) say(p *program, was, is *brief.Fingerprint, kept *brief.Resolved) error {
	all := methods.Compare(was, is)
	if slices.ContainsFunc(all, func(d methods.Difference) bool { return d.What == "file" }) {
		all = append(all, methods.ComparePassages(kept)...) // what was lost before the fingerprint was taken is no news
	}
	if len(all) > 0 && p.status == found {
		p.status = nothing
	}
	return p.printDifferences(all, c.Format, func() {
		p.out.printf("the same: %s\n", methods.Short(is.Version, is.Weights, is.Threshold, is.Counts))
	})
}

// jsonChange is a difference for machines.
type jsonChange struct {
	What string `json:"what"`
	Kind string `json:"kind"`
	Name string `json:"name,omitempty"`
	Was  string `json:"was,omitempty"`
	Is   string `json:"is,omitempty"`
}

func (p *program) printDifferences(all []methods.Difference, as format, none func()) error {
	switch as {
	case asJSON:
		list := []jsonChange{}
		for _, d := range all {
			list = append(list, jsonChange(d))
		}
		return p.out.json(struct {
			Same        bool         `json:"same"`
			Differences []jsonChange `json:"differences"`
		}{len(all) == 0, list})
	case asCSV:
		p.out.table([]string{"what", "kind", "name", "was", "is"}, func(row func(...any)) {
			for _, d := range all {
				row(d.What, d.Kind, d.Name, d.Was, d.Is)
			}
		})
	default:
		if len(all) == 0 {
			none()
			return nil
		}
		p.out.printf("differs: %s\n", methods.Summary(all))
		for _, d := range all {
			p.out.printf("  %s\n", d.String())
		}
	}
	return nil
}

// noteFound keeps in a session what was found when its screen was left. Nothing is kept of reports that were not all read and
// linked, nor where answers of the review have not taught the links yet.
func noteFound(s *session.Session, now desk.Snapshot, whole *corpus.Corpus) {
	switch {
	case now.Linked == nil, now.Linked.Links.Generation != now.Corpus.Statements.Generation, len(now.Corpus.Reports) != len(whole.Reports):
	case len(now.Resolved.Verdicts) > 0 && !now.Linked.IsTaught():
	default:
		s.Found(methods.Print(version(), now.Corpus, now.Linked.Links, now.Linked.Claims, now.Resolved))
	}
}
