package cli

import (
	"strings"

	"parallax/corpus/brief"
	"parallax/corpus/language"
	"parallax/corpus/report"
	"parallax/corpus/story"
)

// storiesCommand prints which reports are of one event.
type storiesCommand struct {
	Paths  []string `arg:"" optional:"" name:"path" help:"Files, folders, or - for standard input."`
	Format format   `enum:"text,json,csv" default:"text" placeholder:"FORMAT" help:"text, json or csv. (default: text)"`
	Plain  bool     `help:"Without what the reader joined and parted."`
}

// Help is what --help adds.
func (storiesCommand) Help() string {
	return `A story is the reports of one event. Which reports belong together is told from their words, their names and their dates; it
does not depend on the order of the files. What a story is about is said in words that most of its reports have and other
stories have not. What the reader joined and parted in the session that belongs to the reports counts, as on the screen.

Examples:

  parallax stories reports/
  parallax stories --format json reports/
  parallax stories --format csv reports/ > stories.csv

Exit status: 0 found, 1 nothing found, 2 something could not be read or the call was wrong.
`
}

// Run sorts.
func (c *storiesCommand) Run(p *program) error {
	o := p.open(c.Paths)
	if o == nil {
		return nil
	}
	kept, err := (&weighted{Plain: c.Plain}).kept(o, c.Paths)
	if err != nil {
		return err
	}
	if kept != nil {
		if said := kept.Resolve(brief.NewLocator(o.Statements)).Together(); len(said) > 0 {
			o.Corpus = o.Told(said, o.Statements.Generation)
		}
	}
	p.answered(len(o.Stories.All))
	switch c.Format {
	case asJSON:
		return p.out.json(jsonStories(o))
	case asCSV:
		p.storiesTable(o)
	default:
		p.listStories(o)
	}
	return nil
}

func (p *program) listStories(o *opened) {
	for i := range o.Stories.All {
		st := &o.Stories.All[i]
		if i > 0 {
			p.out.printf("\n")
		}
		p.out.printf("story %d: %s\n%s of %s%s\n", i+1, st.Name(o.Reports), language.Counted(len(st.Reports), "report"), language.Counted(st.Outlets, "outlet"), between(st))
		if st.ByHand {
			p.out.printf("joined or parted by the reader\n")
		}
		for _, id := range st.Reports {
			r := &o.Reports[id]
			p.out.printf("  %s, %s: %s (%s)\n", r.Outlet, or(r.Published.String()), titled(r), r.Path)
		}
	}
}

// between is the dates of a story, with a comma before them.
func between(st *story.Story) string {
	switch from, to := st.From.String(), st.To.String(); {
	case from == "":
		return ""
	case from == to:
		return ", " + from
	default:
		return ", " + from + " to " + to
	}
}

func titled(r *report.Report) string {
	if r.Title == "" {
		return "untitled"
	}
	return r.Title
}

// jsonStory is a story for machines.
type jsonStory struct {
	Story   int               `json:"story"`
	About   []string          `json:"about"`
	Outlets int               `json:"outlets"`
	From    string            `json:"from,omitempty"`
	To      string            `json:"to,omitempty"`
	ByHand  bool              `json:"by_hand,omitempty"`
	Reports []jsonStoryReport `json:"reports"`
}

type jsonStoryReport struct {
	Path      string `json:"path"`
	Outlet    string `json:"outlet"`
	Title     string `json:"title,omitempty"`
	Published string `json:"published,omitempty"`
}

func jsonStories(o *opened) []jsonStory {
	all := []jsonStory{}
	for i := range o.Stories.All {
		st := &o.Stories.All[i]
		one := jsonStory{
			Story: i + 1, About: append([]string{}, st.About...), Outlets: st.Outlets, From: st.From.ISO(), To: st.To.ISO(), ByHand: st.ByHand,
		}
		for _, id := range st.Reports {
			r := &o.Reports[id]
			one.Reports = append(one.Reports, jsonStoryReport{r.Path, r.Outlet, r.Title, r.Published.ISO()})
		}
		all = append(all, one)
	}
	return all
}

func (p *program) storiesTable(o *opened) {
	p.out.table([]string{"story", "about", "outlet", "title", "published", "path"}, func(row func(...any)) {
		for i := range o.Stories.All {
			st := &o.Stories.All[i]
			for _, id := range st.Reports {
				r := &o.Reports[id]
				row(i+1, strings.Join(st.About, " "), r.Outlet, r.Title, r.Published.ISO(), r.Path)
			}
		}
	})
}
