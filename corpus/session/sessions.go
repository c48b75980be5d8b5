package session

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"time"
	"unicode"

	"parallax/corpus/brief"
)

// Store is the folder of the sessions that were given no file: NAME/session with its journal for each.
type Store struct{ Folder string }

// sessionFile is the name of a session's file in its folder.
const sessionFile = "session"

// DefaultStore is the folder sessions in [StateFolder], as it is now.
func DefaultStore() Store {
	if folder := StateFolder(); folder != "" {
		return Store{filepath.Join(folder, "sessions")}
	}
	return Store{}
}

// errHomeless says that a store has no folder.
var errHomeless = errors.New("there is no home folder to keep sessions in: set HOME or XDG_STATE_HOME")

// Outline is what a session holds, in numbers.
type Outline struct {
	Title  string        `json:"title,omitempty"`
	Begun  time.Time     `json:"begun"`
	Used   time.Time     `json:"used"` // the last time
	Marks  int           `json:"marks"`
	Notes  int           `json:"notes"`
	Opened brief.Opening `json:"opened"` // with which reports, the last time
}

func outlineOf(b *brief.Brief) Outline {
	return Outline{b.Title, b.Begun, b.Used, b.Marks(), b.Remarks(), b.Opened}
}

// Summary is a session in a list.
type Summary struct {
	Name string // its folder's
	Path string
	Err  error // why it cannot be read; nothing is known of it then
	// Damage is what of it is not as it was written, a sentence each, as [Session.Warnings] has it; the rest is known.
	Damage []string
	Outline
}

// Path is the file of the session of that name.
func (st Store) Path(name string) string { return filepath.Join(st.Folder, name, sessionFile) }

// List is all sessions, the one used last first. That there are none is no error.
func (st Store) List() ([]Summary, error) {
	if st.Folder == "" {
		return nil, errHomeless
	}
	folders, err := os.ReadDir(st.Folder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	var list []Summary
	for _, f := range folders {
		path := st.Path(f.Name())
		if !f.IsDir() || !isSession(path) {
			continue
		}
		s := Summary{Name: f.Name(), Path: path}
		s.Outline, s.Damage, s.Err = outlined(path)
		list = append(list, s)
	}
	slices.SortStableFunc(list, func(a, b Summary) int { return cmp.Or(b.Used.Compare(a.Used), cmp.Compare(a.Name, b.Name)) })
	return list, nil
}

// isSession reports whether a session may be kept at path. A folder is none, though reports may lie in it: the session that
// belongs to them is often named as it is.
func isSession(path string) bool {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return false
	}
	return system{}.Exists(path) || system{}.Exists(path+journalSuffix)
}

// Outlined reads the outline of the session at path.
func Outlined(path string) (Outline, error) {
	o, _, err := outlined(path)
	return o, err
}

// outlined is Outlined, and what is damaged. A session that was closed in order has its outline in its first line; whether
// the others are whole is seen without reading what is in them.
func outlined(path string) (o Outline, damage []string, err error) {
	data, err := system{}.Read(path)
	if err == nil && !(system{}).Exists(path+journalSuffix) {
		first, rest, _ := bytes.Cut(data, []byte("\n"))
		if h, err := parseHead(first); err == nil && sealed(rest, h.Lines) {
			return h.Outline, nil, nil
		}
	}
	if !isSession(path) {
		return Outline{}, nil, &fs.PathError{Op: "open", Path: path, Err: fs.ErrNotExist}
	}
	l, err := loadSettled(system{}, path, false)
	if err != nil {
		return Outline{}, nil, err
	}
	if l.harmed {
		damage = l.warnings
	}
	return outlineOf(l.brief), damage, nil
}

// sealed reports whether there are so many lines and all have their sum.
func sealed(data []byte, lines int) bool {
	for ; lines > 0; lines-- {
		text, rest, whole := bytes.Cut(data, []byte("\n"))
		if _, err := unseal(text); err != nil || !whole {
			return false
		}
		data = rest
	}
	return len(data) == 0
}

// ReadFile reads the session at path without opening it: also while another program has it open, and without changing
// anything. The warnings are those of [Session.Warnings].
func ReadFile(path string) (b *brief.Brief, warnings []string, err error) {
	if !isSession(path) {
		return nil, nil, &fs.PathError{Op: "open", Path: path, Err: fs.ErrNotExist}
	}
	l, err := loadSettled(system{}, path, false)
	if err != nil {
		return nil, nil, err
	}
	return l.brief, l.warnings, nil
}

// WriteFile writes a brief as a session of its own. It never overwrites one.
func WriteFile(path string, b *brief.Brief) error {
	s := Memory(Options{})
	s.brief = b
	if err := s.SaveAs(path); err != nil {
		return err
	}
	return s.Close()
}

// Locate is the file of a session that a user named: a path, or the name of one in the store.
func (st Store) Locate(name string) (string, error) {
	if isSession(name) {
		return name, nil
	}
	if filepath.Base(name) == name && isSession(st.Path(name)) {
		return st.Path(name), nil
	}
	return "", fmt.Errorf("%s is neither a session's file nor the name of one; `parallax sessions` lists them", name)
}

// Open opens the session that belongs to the reports, or with fresh, or when there is none, begins one. The reports are
// noted in it.
func (st Store) Open(reports brief.Opening, fresh bool, o Options) (*Session, error) {
	if st.Folder == "" {
		return nil, errHomeless
	}
	path, passed := "", []Summary(nil)
	if found, ok := st.Find(reports); ok && !fresh {
		path = found.Path
	} else {
		path = st.Path(st.unused(reports.Event))
		if !fresh {
			passed = st.Unclear(reports)
		}
	}
	s, err := OpenFile(path, o)
	if err != nil {
		return nil, err
	}
	for _, p := range passed {
		s.warnings, s.damaged = append(s.warnings, p.Why()+"; a new session is begun beside it"), true
	}
	s.Note(reports)
	return s, nil
}

// Lost reports whether nothing of the session can be read: see Why.
func (s Summary) Lost() bool { return s.Err != nil || len(s.Damage) > 0 && s.Used.IsZero() }

// Why is what is wrong with a session that cannot be read, or not whole; "" when nothing is.
func (s Summary) Why() string {
	if s.Err != nil {
		return s.Err.Error()
	}
	return strings.Join(s.Damage, "; ")
}

// Before is the reports with which the session was open the last time before Note was first called; nil when it never was.
func (s *Session) Before() []brief.Ref { return s.before }

// Note notes with which reports the session is open, if that has changed. A session that is read-only stays as it is.
func (s *Session) Note(reports brief.Opening) {
	if !s.noted {
		s.before, s.noted = s.Brief().Opened.Reports, true
	}
	if s.ReadOnly() == nil && !equal(s.Brief().Opened, reports) {
		// The only other reason to refuse it is that the session is closed.
		_, _ = s.Do(reports)
	}
}

// Found keeps what was found in the reports, unless that is what is kept already.
func (s *Session) Found(f brief.Fingerprint) {
	if was := s.Brief().Print; s.ReadOnly() == nil && (was == nil || !reflect.DeepEqual(*was, f)) {
		_, _ = s.Do(f) // as in Note
	}
}

func equal(c, d brief.Opening) bool {
	return c.Event == d.Event && slices.Equal(c.Roots, d.Roots) && slices.Equal(c.Reports, d.Reports)
}

// nameRunes is how long the name of a session's folder is at most, without a number.
const nameRunes = 40

// unused is a name for a session of the event that no other has.
func (st Store) unused(event string) string {
	base := nameOf(event)
	name := base
	for n := 2; (system{}).Exists(filepath.Join(st.Folder, name)); n++ {
		name = fmt.Sprintf("%s-%d", base, n)
	}
	return name
}

// nameOf is the name that a session of the event has, or begins with when several have it.
func nameOf(event string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(event) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteRune(r)
		} else if b.Len() > 0 && !strings.HasSuffix(b.String(), "-") {
			b.WriteByte('-')
		}
	}
	if base := strings.Trim(brief.After(b.String(), 0, nameRunes), "-"); base != "" {
		return base
	}
	return "session"
}
