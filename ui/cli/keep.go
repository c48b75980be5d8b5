package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"parallax/corpus/brief"
	"parallax/ui"
)

// kept is for the screen: where the reader's work is kept, and under whose name.
type kept struct {
	Session string `placeholder:"FILE" help:"Keep the work in FILE, or in the session of that name. Without a path, open the reports it was last opened with."`
	New     bool   `help:"Begin a new session. The others stay as they are."`
	Coder   string `placeholder:"NAME" help:"Who is working: kept with every action."`
}

// file is the session's file that the reader named, "" for none. It need not be there yet.
func (k *kept) file(store brief.Store) (string, error) {
	if k.Session == "" {
		return "", nil
	}
	path, err := store.Locate(k.Session)
	switch {
	case err != nil:
		return k.Session, nil
	case k.New:
		return "", fmt.Errorf("%s is there already: --new begins a session in a file of its own", path)
	}
	return path, nil
}

// paths is what the reader named, else what the session in file was last opened with.
func (k *kept) paths(named []string, file string) ([]string, error) {
	if len(named) > 0 || file == "" {
		return named, nil
	}
	b, _, err := brief.ReadFile(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, err
	}
	return rootsOf(b, file)
}

// rootsOf is the files and folders that a session was last opened with; none are the embedded reports. What came from
// standard input then cannot be had again.
func rootsOf(b *brief.Brief, file string) ([]string, error) {
	roots := slices.DeleteFunc(slices.Clone(b.Opened.Roots), func(r string) bool { return r == "-" })
	if len(roots) == 0 && len(b.Opened.Roots) > 0 {
		return nil, fmt.Errorf("%s: its report came from standard input: name it, or - to give it again", file)
	}
	return roots, nil
}

// openFor is what a session remembers of the reports it is open with.
func openFor(o *opened, paths []string) brief.Open {
	open := brief.Open{Event: o.Name}
	for _, path := range paths {
		if whole, err := filepath.Abs(path); err == nil && path != "-" {
			path = whole
		}
		open.Roots = append(open.Roots, path)
	}
	for i := range o.Reports {
		open.Reports = append(open.Reports, brief.RefTo(&o.Reports[i]))
	}
	return open
}

// session opens the session in file, else the one that belongs to the reports.
func (k *kept) session(store brief.Store, file string, reports brief.Open, news *ui.News) (*brief.Session, error) {
	options := brief.Options{Coder: strings.TrimSpace(k.Coder), Saved: news.Put}
	if file == "" {
		return store.Open(reports, k.New, options)
	}
	s, err := brief.OpenFile(file, options)
	if err == nil {
		s.Note(reports)
	}
	return s, err
}

// notice is what the reader should know of the session before the first key; "" when all is well.
func notice(s *brief.Session) string {
	if why := s.ReadOnly(); why != nil {
		return "read-only: " + why.Error()
	}
	if err := s.Err(); err != nil {
		return "not saved: " + err.Error() + " (kept in memory; :w FILE writes it elsewhere)"
	}
	return strings.Join(s.Warnings(), "; ")
}

// leave closes the session once the screen is gone, and says what the reader should know of it. Work that its file does
// not take is written into a file of its own: nothing is lost because a disk was full.
func (p *program) leave(s *brief.Session) {
	for _, w := range s.Warnings() {
		p.complain(errors.New(w))
	}
	if why := s.ReadOnly(); why != nil {
		p.complain(fmt.Errorf("%s was read-only: %w", s.Path(), why))
	}
	if err := s.Flush(); err != nil {
		p.rescue(s, err)
	}
	if err := s.Close(); err != nil && p.status != failed {
		p.unkept(s, err)
	}
}

// rescue writes the session elsewhere, unless all that its file lacks is where the reader was.
func (p *program) rescue(s *brief.Session, why error) {
	p.unkept(s, why)
	if b, _, err := brief.ReadFile(s.Path()); err == nil && reflect.DeepEqual(b.Kept, s.Brief().Kept) {
		return
	}
	if reflect.DeepEqual(s.Brief().Kept, brief.Kept{}) {
		return
	}
	folder, err := os.MkdirTemp("", "parallax-")
	if err == nil {
		err = s.SaveAs(filepath.Join(folder, "session"))
	}
	if err != nil {
		p.complain(fmt.Errorf("nor could it be written elsewhere: %w", err))
		return
	}
	p.complain(fmt.Errorf("the work is in %s: parallax --session opens it", s.Path()))
}

func (p *program) unkept(s *brief.Session, why error) {
	p.complain(fmt.Errorf("%s could not be written: %w", s.Path(), why))
	p.status = failed
}
