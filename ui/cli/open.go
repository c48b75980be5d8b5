package cli

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"time"

	"parallax/corpus"
	"parallax/corpus/archive"
	"parallax/corpus/methods"
	"parallax/corpus/report"
	"parallax/corpus/source"
	"parallax/seeds"
	"parallax/ui"
	"parallax/ui/key"
)

// opened is a corpus with what is needed to say where in its files a statement stands.
type opened struct {
	*corpus.Corpus
	places *places
	roots  []string        // what it was opened with, as a session remembers it
	from   source.Source   // to read again
	asked  *archive.Search // nil for reports that are in no archive
	more   bool            // files are left: see program.soon
	study  *methods.Source // what was found in them; nil before they are linked
}

// open reads what paths name, or the embedded reports when they name nothing. What could not be read is said at the
// end and makes the exit status that of a failure; nil means that nothing at all could be read.
func (p *program) open(paths []string) *opened {
	o, problems, _ := p.openAll(paths)
	if o == nil && len(problems) == 0 {
		p.complain(errors.New("no report could be read"))
	}
	return o
}

// stamp is the version of the program with how what is printed was found, for the foot of a page: see methods.Stamp.
func (o *opened) stamp() string {
	if o.study == nil {
		return version()
	}
	return methods.StampOf(*o.study)
}

// limits is how much a file may ask for.
func (p *program) limits() report.Limits {
	return report.Limits{
		Bytes: int64(p.call.Limit), Archive: int64(p.call.LimitPacked), Unpack: int64(p.call.LimitUnpacked),
		Entries: p.call.LimitFiles, Depth: p.call.LimitDepth, Time: p.call.Deadline,
	}
}

// openAll is open with what could not be read and what was passed over, also when nothing could be.
func (p *program) openAll(paths []string) (o *opened, problems, passed []report.Problem) {
	from, err := p.from(context.Background(), paths)
	if err != nil {
		p.complain(err)
		p.status = failed
		return nil, []report.Problem{{Path: from.name, Err: err}}, nil
	}
	var c *corpus.Corpus
	more := false
	if p.soon > 0 {
		p.began = time.Now()
		c, more, err = corpus.Soon(context.Background(), from.name, from, p.soon, p.longer)
	} else {
		c, err = corpus.From(context.Background(), from.name, from)
	}
	p.waited()
	if from.places.embedded != nil {
		c.Date, _ = report.ParseDate(seeds.Date)
	} else if from.typed != nil && p.soon == 0 {
		from.places.stdin = from.typed.Bytes()
	}
	for _, problem := range c.Problems {
		p.complain(problem)
		p.status = failed
	}
	if from.asked != nil && errors.Is(err, corpus.ErrNone) && len(c.Problems) == 0 {
		p.complain(fmt.Errorf("%s: nothing there matches", from.asked.Address()))
		p.answered(0)
		return nil, []report.Problem{{Path: from.asked.Address(), Err: errors.New("nothing there matches")}}, nil
	}
	if err != nil {
		p.status = failed
		if len(c.Problems) == 0 {
			p.complain(err)
			c.Problems = []report.Problem{{Path: from.name, Err: err}}
		}
		return nil, c.Problems, c.Passed
	}
	p.named = append(slices.Clip(p.words), p.aliases()...)
	c = p.settle(c)
	if more {
		c = c.Keeping(nil) // nobody will ask for these reports again
	}
	if p.call.OneStory {
		c = c.AsOneStory()
	}
	keepSmall(c)
	for _, remark := range c.Remarks() {
		p.complain(remark)
	}
	return &opened{c, from.places, from.roots, from.Source, from.asked, more, nil}, c.Problems, c.Passed
}

// options is how files are read.
func (p *program) options() source.Options {
	o := source.Options{Limits: p.limits(), Filter: p.call.filter(), Chapters: p.call.Chapters}
	if p.kept == nil && !p.call.NoCache {
		p.kept = readings()
	}
	if p.kept != nil {
		o.Read = p.kept.Read
	}
	if say := p.waiting("reading"); say != nil {
		o.Progress = func(done, total int, _ string) { say(done, total) }
	}
	if p.reading != nil {
		o.Progress = p.far
	}
	return o
}

// far lets the screen know how far the reading is: only the latest word waits for it. A reading that was left behind may
// still be at its last file while the next begins.
func (p *program) far(done, total int, file string) {
	if done > 0 {
		p.left.Store(int64(time.Duration(total-done) * time.Since(p.began) / time.Duration(done)))
	}
	select {
	case <-p.reading:
	default:
	}
	select {
	case p.reading <- ui.Reading{Done: done, Total: total, File: filepath.Base(file)}:
	default:
	}
}

// longer is how much longer the first look waits for all files: what the rest will take at the pace so far and half as long again,
// where a reader does not notice it; else not at all. To show some and then all costs more than that.
func (p *program) longer() time.Duration {
	if left := time.Duration(p.left.Load()) * 3 / 2; left <= patientLook {
		return left
	}
	return 0
}

// origin is where the reports of a call come from.
type origin struct {
	source.Source
	name   string // of the event
	roots  []string
	places *places
	typed  *bytes.Buffer   // what came on standard input
	asked  *archive.Search // nil for files
}

// from is where the reports come from: the archive that was named, the files and folders that paths name, those of an archive
// that were kept, or the embedded reports.
func (p *program) from(ctx context.Context, paths []string) (origin, error) {
	o := origin{name: corpus.NameOf(paths), roots: rooted(paths), places: newPlaces()}
	options := p.options()
	switch {
	case len(p.call.Archive) > 0:
		s, err := p.search(ctx, paths)
		if err != nil {
			return o, err
		}
		o.Source, o.asked, o.name, o.roots = s, s, cmp.Or(s.Words(), p.call.Index), []string{s.Address()}
	case len(paths) == 0:
		o.Source, o.name, o.places.embedded = source.Embedded(seeds.Files, options), seeds.Name, seeds.Files
	case slices.ContainsFunc(paths, archive.Is):
		o.Source, o.name = shelf().Kept(p.pins), "archive"
		if q, ok := archive.ParseAddress(paths[0]); ok && q.Words != "" {
			o.name = q.Words
		}
	default:
		if p.stdin != nil {
			o.typed = &bytes.Buffer{}
			options.Stdin = io.TeeReader(p.stdin, o.typed)
		}
		o.Source = source.Files(paths, options)
	}
	o.Source = source.Renamed(o.Source, p.config.Names)
	return o, nil
}

// unread says at the foot of the screen that files are missing from it, and which key lists them; their reasons follow once it is
// left, too.
func unread(problems []report.Problem, keys *key.Keys) string {
	switch n := len(problems); n {
	case 0:
		return ""
	case 1:
		return "not read: " + problems[0].Error()
	default:
		return fmt.Sprintf("%d files could not be read (%s and others): %s lists them, with why", n, problems[0].Path, keys.Reading.Name(key.OpenReports))
	}
}

// answered sets the exit status of a command that printed n things, unless something went wrong before.
func (p *program) answered(n int) {
	if n == 0 && p.status == found {
		p.status = nothing
	}
}
