// Package corpus is all that can be known about the reports of events without a screen. [Open] reads and cuts them, which
// is quick; [Corpus.Link] finds what they say in common, which may take a while and can be cancelled.
package corpus

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"time"

	"parallax/corpus/claim"
	"parallax/corpus/match"
	"parallax/corpus/report"
	"parallax/corpus/source"
	"parallax/corpus/statement"
	"parallax/corpus/story"
)

// Corpus is reports, of one event or many, and their statements: an immutable snapshot.
type Corpus struct {
	Name       string      // of the event: given, or the folder's name
	Date       report.Date // of the event: given, or the earliest that its reports state
	Reports    []report.Report
	Problems   []report.Problem // files that could not be read
	Passed     []report.Problem // files that were passed over in folders, because they are of no format that can be read, and reports that repeat another
	Statements *statement.Set
	Stories    *story.Stories
	Unfinished bool  // files are left that have not been read
	one        bool  // all reports are one story, whatever they say
	store      Store // see Keeping
}

// Linked is what the reports of a corpus have in common.
type Linked struct {
	Links  *match.Links
	Claims *claim.Claims
	plain  *match.Links // without what was taught; nil when Links is
}

// ErrNone is the error of sources that gave no report.
var ErrNone = errors.New("no report could be read")

// Open reads the files and folders that paths name and cuts their texts into statements. It fails only when there is
// nothing to show: every file had a problem, or there was none.
func Open(paths []string, o source.Options) (*Corpus, error) {
	return From(context.Background(), NameOf(paths), source.Files(paths, o))
}

// OpenFS is Open for an embedded folder, under a given name.
func OpenFS(name string, fsys fs.FS, o source.Options) (*Corpus, error) {
	return From(context.Background(), name, source.Embedded(fsys, o))
}

// From is Open for any source, under a given name. It fails also when the source does, and when ctx ends.
func From(ctx context.Context, name string, s source.Source) (*Corpus, error) {
	read, err := source.Whole(ctx, s)
	if err == nil {
		err = context.Cause(ctx) // what was read until then is not all
	}
	return cut(name, read, err)
}

// Part is what a reading that was stopped came to, which From returned with its error, as a corpus of its own; nil when that
// is no report. The file that was being read is no problem: nothing is wrong with it.
func (c *Corpus) Part() *Corpus {
	read := report.Reading{Reports: c.Reports, Passed: c.Passed}
	for _, p := range c.Problems {
		if !errors.Is(p.Err, context.Canceled) {
			read.Problems = append(read.Problems, p)
		}
	}
	part, err := cut(c.Name, read, nil)
	if err != nil {
		return nil
	}
	part.Unfinished = true
	return part
}

// Soon is From for somebody who waits: it answers after a while with what has been read by then, but not without a
// report; more says that some is left, which From reads with the rest. It waits longer where source.Soon does.
func Soon(ctx context.Context, name string, s source.Source, while time.Duration, longer func() time.Duration) (c *Corpus, more bool, err error) {
	read, more, err := source.Soon(ctx, s, while, longer)
	c, err = cut(name, read, err)
	c.Unfinished = more
	return c, more, err
}

func cut(name string, read report.Reading, failed error) (*Corpus, error) {
	c := &Corpus{Name: name, Reports: read.Reports, Problems: read.Problems, Passed: read.Passed}
	if failed != nil {
		return c, failed
	}
	var folded []report.Problem
	c.Reports, folded = fold(read.Reports)
	c.Passed = append(folded, read.Passed...)
	if len(c.Reports) == 0 {
		return c, ErrNone
	}
	for _, r := range c.Reports {
		if r.Published.Known() && (!c.Date.Known() || r.Published.ISO() < c.Date.ISO()) {
			c.Date = r.Published
		}
	}
	c.Statements = statement.Of(c.Reports, 1)
	c.Stories = story.Sort(c.Statements, nil)
	return c, nil
}

// AsOneStory is the corpus with all its reports as one story.
func (c *Corpus) AsOneStory() *Corpus {
	next := *c
	next.one, next.Stories = true, story.One(c.Statements)
	return &next
}

// IsOneStory reports whether all reports were taken for one story, whatever they tell.
func (c *Corpus) IsOneStory() bool { return c.one }

// Told is the corpus with the reader's word on which reports are one story. When that changes the stories, the statements are a
// new snapshot of that generation, because links are made within stories.
func (c *Corpus) Told(said []story.Together, generation int) *Corpus {
	next := *c
	if !c.one {
		next.Statements = c.Statements.Anew(generation)
		next.Stories = story.Sort(next.Statements, said)
	}
	return &next
}

// StoryOf is the story of a report.
func (c *Corpus) StoryOf(r report.ID) *story.Story { return &c.Stories.All[c.Stories.Of[r]] }

// Came says what became of the files: "240 read, 3 passed over, 2 unreadable", or "22 read so far, ..." when files are left.
func (c *Corpus) Came() string {
	return fmt.Sprintf("%s, %d passed over, %d unreadable", c.read(), len(c.Passed), len(c.Problems))
}

// CameIn is Came where there is room for so many characters: as a whole, or "240 read, 5 not".
func (c *Corpus) CameIn(room int) string {
	said := c.Came()
	if not := len(c.Passed) + len(c.Problems); len(said) > room {
		said = c.read()
		if not > 0 {
			said += fmt.Sprintf(", %d not", not)
		}
	}
	return said
}

func (c *Corpus) read() string {
	if c.Unfinished {
		return fmt.Sprintf("%d read so far", len(c.Reports))
	}
	return fmt.Sprintf("%d read", len(c.Reports))
}

// Remarks is what a reader should know of how reports were read, by report: that one was read more plainly than others
// are, because it asked for more than its size allows.
func (c *Corpus) Remarks() []report.Problem {
	var all []report.Problem
	for _, r := range c.Reports {
		if r.Plainly != "" {
			all = append(all, report.Problem{Path: r.Path, Err: fmt.Errorf("read as plain text: %s", r.Plainly)})
		}
		if why := c.Statements.Rough(r.ID); why != "" {
			all = append(all, report.Problem{Path: r.Path, Err: errors.New(why)})
		}
	}
	return all
}

// Link finds what the reports say in common. The reader's decisions win over the machine's reading.
func (c *Corpus) Link(ctx context.Context, decisions []match.Decision, progress func(done, total int)) (*Linked, error) {
	scored, err := c.Score(ctx, progress)
	if err != nil {
		return nil, err
	}
	return linked(c.Group(match.Apply(scored, decisions)), nil), nil
}

// Decide is what the reports have in common once the reader has decided, and answered, anew. It takes the matching as it is.
func (c *Corpus) Decide(l *Linked, decisions []match.Decision, verdicts ...claim.Verdict) *Linked {
	if l.plain != nil {
		l = &Linked{Links: l.plain}
	}
	settled := claim.Settle(verdicts)
	links := l.Links.Decide(c.all(decisions, settled))
	return linked(claim.Group(c.Statements, links, settled...), nil)
}

// Teach is Decide, with the scores of what the reader said nothing of as all that he said teaches them (match.Links.Taught).
// It takes about as long as the matching.
func (c *Corpus) Teach(ctx context.Context, l *Linked, decisions []match.Decision, verdicts []claim.Verdict) (*Linked, error) {
	plain := l.Links
	if l.plain != nil {
		plain = l.plain
	}
	settled := claim.Settle(verdicts)
	links, err := plain.Taught(ctx, c.all(decisions, settled))
	if err != nil {
		return nil, err
	}
	return linked(claim.Group(c.Statements, links, settled...), plain), nil
}

// all is the reader's decisions on links, after those that follow from what he said of claims.
func (c *Corpus) all(decisions []match.Decision, settled []claim.Settled) []match.Decision {
	return append(claim.Implied(c.Statements, settled), decisions...)
}

// IsTaught reports whether what the reader answered has taught the links: see [Corpus.Teach].
func (l *Linked) IsTaught() bool { return l.plain != nil }

func linked(claims *claim.Claims, plain *match.Links) *Linked {
	return &Linked{claims.Links(), claims, plain}
}

// Hold is l with the claims that are the reader's. It takes links and grouping as they are.
func (l *Linked) Hold(held []claim.Held) *Linked {
	claims := l.Claims.Hold(held)
	if claims == l.Claims {
		return l
	}
	return &Linked{l.Links, claims, l.plain}
}

// With is the corpus over other statements of the same reports: the reader has said what is boilerplate.
func (c *Corpus) With(set *statement.Set) *Corpus {
	next := *c
	next.Statements = set
	return &next
}

// NameOf is what the event of some files is called: by their folder or their one file.
func NameOf(paths []string) string {
	if len(paths) == 1 && paths[0] != "-" {
		if p, err := filepath.Abs(paths[0]); err == nil {
			return filepath.Base(p)
		}
	}
	return fmt.Sprintf("%d sources", len(paths))
}
