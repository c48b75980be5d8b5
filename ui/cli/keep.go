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

	"parallax/corpus/archive"
	"parallax/corpus/blind"
	"parallax/corpus/brief"
	"parallax/corpus/report"
	"parallax/corpus/session"
	"parallax/ui/key"
)

// kept is for the screen: where the reader's work is kept, and under whose name.
type kept struct {
	Session string `of:"session" placeholder:"FILE" help:"Keep the work in FILE, or in the session of that name. Without a path, open the reports it was last opened with."`
	New     bool   `help:"Begin a new session. The others stay as they are."`
	Coder   string `placeholder:"NAME" help:"Who is working: kept with every action."`
	Blind   bool   `help:"Hide who published what, and what other coders did: outlets are A, B, C. What is kept names them."`
	Seed    uint64 `name:"blind-seed" default:"1" placeholder:"N" help:"Which letter an outlet has with --blind: the same for the same number. (default: 1)"`
}

// mask hides outlets and the other coders' codes, where that is wanted.
func (k *kept) mask() *blind.Mask {
	if !k.Blind {
		return nil
	}
	return blind.New(k.Seed, strings.TrimSpace(k.Coder))
}

// file is the session's file that the reader named, "" for none. It need not be there yet.
func (k *kept) file(store session.Store) (string, error) {
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
func (k *kept) paths(p *program, named []string, file string) ([]string, error) {
	if len(named) > 0 || file == "" {
		return named, nil
	}
	b, _, err := session.ReadFile(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, err
	}
	p.pins = pins(b)
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

// rooted is paths as a session remembers them: whole, wherever the program is called the next time.
func rooted(paths []string) []string {
	var roots []string
	for _, path := range paths {
		if whole, err := filepath.Abs(path); err == nil && path != "-" && !archive.Is(path) {
			path = whole
		}
		roots = append(roots, path)
	}
	return roots
}

// openFor is what a session remembers of the reports it is open with.
func openFor(o *opened) brief.Opening {
	open := brief.Opening{Event: o.Name, Roots: o.roots}
	for i := range o.Reports {
		open.Reports = append(open.Reports, brief.RefTo(&o.Reports[i]))
	}
	return open
}

// session opens the session in file, else the one that belongs to the reports. Where that one cannot be opened, the work
// is kept in memory, and refused says why. before is the reports that it was open with the last time.
func (k *kept) session(store session.Store, file string, reports brief.Opening, saved func(session.Saved)) (s *session.Session, before []brief.Ref, refused, err error) {
	options := session.Options{Coder: strings.TrimSpace(k.Coder), Saved: saved}
	if file != "" {
		s, err = session.OpenFile(file, options)
	} else if s, refused = store.Open(reports, k.New, options); refused != nil {
		s = session.Memory(options)
	}
	if err == nil {
		s.Note(reports)
		before = s.Before()
	}
	return s, before, refused, err
}

// notice is what the reader should know of the session and the reports before the first key; "" when all is well.
func notice(s *session.Session, refused error, problems []report.Problem, keys *key.Keys) string {
	if why := s.ReadOnly(); why != nil {
		return "read-only: " + why.Error()
	}
	if refused == nil {
		refused = s.Err()
	}
	if refused != nil {
		return "not saved: " + refused.Error() + " (kept in memory; :w FILE writes it elsewhere)"
	}
	said := s.Warnings()
	if missing := unread(problems, keys); missing != "" {
		said = append(said[:len(said):len(said)], missing)
	}
	return strings.Join(said, "; ")
}

// leave closes the session once the screen is gone, and says what the reader should know of it: after an abrupt end, where
// the work is. Work that its file does not take is written into a file of its own: nothing is lost because a disk was full.
func (p *program) leave(s *session.Session, refused error, abrupt bool) {
	if s.Damaged() && p.status == found {
		p.status = failed
	}
	if why := s.ReadOnly(); why != nil {
		p.complain(fmt.Errorf("%s was read-only: %w", s.Path(), why))
	}
	if refused != nil {
		p.complain(refused)
	}
	err := s.Flush()
	if err != nil {
		if refused == nil {
			p.complain(fmt.Errorf("%s could not be written: %w", s.Path(), err))
		}
		p.rescue(s)
	}
	if again := s.Close(); again != nil && err == nil {
		p.complain(fmt.Errorf("%s could not be written: %w", s.Path(), again))
		p.rescue(s)
	}
	for _, w := range s.Warnings() {
		p.complain(errors.New(w))
	}
	if s.Moved() && p.status == found {
		p.status = failed // who calls it again as before would find another's work
	}
	if abrupt && err == nil && s.Path() != "" {
		p.complain(fmt.Errorf("the work is in %s", s.Path()))
	}
}

// rescue writes the session elsewhere, unless all that its file lacks is where the reader was.
func (p *program) rescue(s *session.Session) {
	onDisk, _, err := session.ReadFile(s.Path())
	if err != nil {
		onDisk = &brief.Brief{}
	}
	if reflect.DeepEqual(onDisk.Kept, s.Brief().Kept) {
		return
	}
	p.status = failed
	path := ""
	folder, err := os.MkdirTemp("", "parallax-")
	if err == nil {
		path = filepath.Join(folder, "session")
		err = session.WriteFile(path, s.Brief())
	}
	if err != nil {
		p.complain(fmt.Errorf("nor could the work be written elsewhere: %w", err))
		return
	}
	p.complain(fmt.Errorf("the work is in %s: parallax --session opens it", path))
}
