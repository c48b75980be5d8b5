package cli

import (
	"context"
	"errors"
	"net/url"
	"path/filepath"
	"sync/atomic"

	"parallax/corpus"
	"parallax/corpus/archive"
	"parallax/corpus/brief"
	"parallax/corpus/report"
	"parallax/corpus/revision"
	"parallax/corpus/session"
	"parallax/corpus/verify"
)

// shelf is where archived texts are kept: beside the sessions.
func shelf() archive.Shelf {
	return archive.Shelf{Folder: filepath.Join(filepath.Dir(session.DefaultStore().Folder), "archived")}
}

// revisions is where older texts of reports are kept: beside the sessions. Without a file of its own a session leaves nothing.
func revisions(of *session.Session) *revision.Shelf {
	if of.Path() == "" {
		return revision.NewShelf("")
	}
	return revision.NewShelf(filepath.Join(filepath.Dir(session.DefaultStore().Folder), "revisions"))
}

// pinned is the archived ones of some reports.
func pinned(refs []brief.Ref) []archive.Pin {
	var pins []archive.Pin
	for _, r := range refs {
		if _, ok := archive.ID(r.File); ok {
			pins = append(pins, archive.Pin{Path: r.File, Text: r.TextHash})
		}
	}
	return pins
}

// pins is the archived reports of a session: those in which something is marked as they were then, the others as they were when
// it was last open.
func pins(b *brief.Brief) []archive.Pin {
	var all []archive.Pin
	seen := make(map[string]bool)
	for _, p := range append(pinned(marked(b)), pinned(b.Opened.Reports)...) {
		if !seen[p.Path] {
			seen[p.Path] = true
			all = append(all, p)
		}
	}
	return all
}

// marked is the reports that a brief has passages of.
func marked(b *brief.Brief) []brief.Ref {
	var refs []brief.Ref
	for _, e := range b.Entries {
		for _, w := range e.Wordings {
			refs = append(refs, w.Anchor.Ref)
		}
	}
	return refs
}

// shelving keeps the texts of archived reports as something is marked in their stories: whole stories, because a brief also
// says which outlets are silent.
type shelving struct {
	last    *atomic.Pointer[corpus.Corpus]
	stirred chan struct{}
}

func newShelving(last *atomic.Pointer[corpus.Corpus]) *shelving {
	return &shelving{last, make(chan struct{}, 1)}
}

// stir says that something may have been marked. It never waits.
func (s *shelving) stir() {
	select {
	case s.stirred <- struct{}{}:
	default:
	}
}

// follow keeps what is marked in a session until what it returns is called.
func (s *shelving) follow(of *session.Session) (end func()) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		for range s.stirred {
			s.keep(of.Brief())
		}
	}()
	return func() {
		close(s.stirred)
		<-done
	}
}

// keep keeps the stories that a brief has passages of. A text that cannot be kept is in the archive still.
func (s *shelving) keep(b *brief.Brief) {
	c := s.last.Load()
	byText := make(map[brief.Hash]report.ID)
	for i := range c.Reports {
		if archive.Is(c.Reports[i].Path) {
			byText[c.Reports[i].TextHash] = report.ID(i)
		}
	}
	if len(byText) == 0 {
		return
	}
	stories := make(map[int]bool)
	for _, ref := range marked(b) {
		if id, ok := byText[ref.TextHash]; ok {
			stories[int(c.Stories.Of[id])] = true
		}
	}
	for of := range stories {
		for _, id := range c.Stories.All[of].Reports {
			_ = shelf().Keep(&c.Reports[id])
		}
	}
}

// hold asks the archive for the reports in which something is marked, whatever the words of the query find now.
func (p *program) hold(o *opened, s *session.Session) {
	if o.asked == nil {
		return
	}
	marks := pinned(marked(s.Brief()))
	o.asked.Hold(marks, shelf())
	here := make(map[[32]byte]bool)
	for i := range o.Reports {
		here[o.Reports[i].TextHash] = true
	}
	for _, pin := range marks {
		o.more = o.more || !here[pin.Text] // it is said what became of it when the rest is read
	}
}

// beside is the reports to verify a brief against. An archive that is named without words is asked for what the brief lists,
// and for nothing else.
func (p *program) beside(paths []string) *opened {
	if len(p.call.Archive) > 0 && len(paths) == 0 {
		return &opened{Corpus: &corpus.Corpus{}}
	}
	return p.open(paths)
}

// listed is reports with those that a brief lists besides, as they were kept; where an archive is named, as they are there,
// and it is said which are gone or have another text now.
func (p *program) listed(file []byte, name string, reports []report.Report) ([]report.Report, error) {
	sources, err := verify.Sources(file, name)
	if err != nil {
		return reports, nil // verify.Verify says the same
	}
	have := make(map[[32]byte]bool)
	for i := range reports {
		have[reports[i].TextHash] = true
	}
	texts := make(map[string][32]byte)
	var ids []string
	for _, s := range sources {
		if id, err := url.PathUnescape(s.File); err == nil && id != "" {
			ids = append(ids, id)
			texts[id] = s.TextHash
		}
		if kept, err := shelf().Take(s.TextHash); err == nil && !have[s.TextHash] {
			have[s.TextHash] = true
			reports = append(reports, kept)
		}
	}
	if len(p.call.Archive) == 0 {
		return reports, nil
	}
	ctx := context.Background()
	s, err := p.search(ctx, nil)
	if err != nil {
		return nil, err
	}
	now, err := s.Documents(ctx, ids)
	if err != nil {
		return nil, err
	}
	for _, gone := range now.Problems {
		p.complain(gone)
		p.status = failed
	}
	for _, r := range now.Reports {
		if id, _ := archive.ID(r.Path); texts[id] != r.TextHash {
			p.complain(report.Problem{Path: r.Path, Err: errors.New("has another text in the archive now than the brief quotes from")})
			p.status = failed
		}
		if !have[r.TextHash] {
			have[r.TextHash] = true
			reports = append(reports, r)
		}
	}
	return reports, nil
}
