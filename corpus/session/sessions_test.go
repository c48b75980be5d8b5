package session

import (
	"errors"
	"os"
	"os/user"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"parallax/corpus/brief"
	"parallax/corpus/internal/fixture"
	"parallax/corpus/internal/fixture/kept"
)

// openedWith is what a session was opened with: a root, and reports named for their texts.
func openedWith(root string, texts ...string) brief.Opening {
	o := brief.Opening{Event: "Storm at the Port!", Roots: []string{root}}
	for i, text := range texts {
		r := fixture.ReportOf("A", text)
		r.Path = filepath.Join(root, string(rune('a'+i))+".txt")
		o.Reports = append(o.Reports, brief.RefTo(&r))
	}
	return o
}

func TestDefaultStore(t *testing.T) {
	for _, folder := range []string{t.TempDir(), t.TempDir()} {
		t.Setenv("XDG_STATE_HOME", folder)
		if got, want := DefaultStore().Folder, filepath.Join(folder, "parallax", "sessions"); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

// TestHomeless: without HOME nothing is ever kept at the root of the disk.
func TestHomeless(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a home is found in another way there")
	}
	t.Setenv("XDG_STATE_HOME", "")
	for _, home := range []string{"", "/", "not/absolute"} {
		t.Setenv("HOME", home)
		u, err := user.Current()
		folder := StateFolder()
		switch {
		case err != nil || !isHome(u.HomeDir):
			if folder != "" || DefaultStore().Folder != "" {
				t.Errorf("HOME=%q: %s", home, folder)
			}
		case !strings.HasPrefix(folder, u.HomeDir+"/"):
			t.Errorf("HOME=%q: %s, and the home is %s", home, folder, u.HomeDir)
		}
	}
	var none Store
	if _, err := none.List(); !errors.Is(err, errHomeless) {
		t.Error(err)
	}
	if _, err := none.Open(openedWith("/news", "one"), false, Options{}); !errors.Is(err, errHomeless) {
		t.Error(err)
	}
}

// TestDamagedInStore: a session that is damaged is still the one that belongs to its reports; one of which nothing is left
// is said, and a new one begun.
func TestDamagedInStore(t *testing.T) {
	reports := openedWith("/news/storm", "one", "two")
	for name, c := range map[string]struct {
		change func([]byte) []byte
		want   string
		says   string
	}{
		"head":       {func(d []byte) []byte { d[0] = 'X'; return d }, "storm-at-the-port", "line 1 is damaged"},
		"later line": {func(d []byte) []byte { d[len(d)-9] ^= 1; return d }, "storm-at-the-port", "line 3 is damaged"},
		"no bytes":   {func([]byte) []byte { return nil }, "storm-at-the-port-2", "nothing stands in it; a new session is begun"},
		"not ours":   {func([]byte) []byte { return []byte("x\n") }, "storm-at-the-port-2", "not a session of parallax; a new session is begun"},
	} {
		t.Run(name, func(t *testing.T) {
			st := Store{t.TempDir()}
			s, err := st.Open(reports, false, Options{Now: fixture.Clock()})
			if err != nil {
				t.Fatal(err)
			}
			kept.Do(t, s, brief.Insert{Text: "On the storm"})
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			data, err := os.ReadFile(s.Path())
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(s.Path(), c.change(data), 0o600); err != nil {
				t.Fatal(err)
			}
			list, err := st.List()
			if err != nil || len(list) != 1 || list[0].Why() == "" {
				t.Errorf("the list says nothing: %+v, %v", list, err)
			}
			s, err = st.Open(reports, false, Options{Now: fixture.Clock()})
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close()
			if got := filepath.Base(filepath.Dir(s.Path())); got != c.want || !s.Damaged() {
				t.Errorf("opened %s, want %s; damaged: %v", got, c.want, s.Damaged())
			}
			says(t, s, c.says)
		})
	}
}

// TestSwept: what a program left that was killed within a write is gone at the next start; what others put there stays.
func TestSwept(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "a.session")
	for _, name := range []string{".a.session.123.parallax", ".a.session5577006791947779410", ".a.session.damaged.7.parallax", ".b.session.7.parallax"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte("half"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	s, err := OpenFile(path, Options{Now: fixture.Clock()})
	if err != nil {
		t.Fatal(err)
	}
	kept.Do(t, s, brief.Insert{Text: "On the storm"})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	names, err := os.ReadDir(folder)
	if err != nil || len(names) != 2 || names[0].Name() != ".b.session.7.parallax" || names[1].Name() != "a.session" {
		t.Errorf("%v %v", names, err)
	}
}

// TestStoreOpen opens sessions for reports again and again: whether the same one comes back.
func TestStoreOpen(t *testing.T) {
	st := Store{filepath.Join(t.TempDir(), "state", "sessions")}
	used := func(o brief.Opening, fresh bool) string {
		t.Helper()
		s, err := st.Open(o, fresh, Options{Now: fixture.Clock()})
		if err != nil || s.ReadOnly() != nil {
			t.Fatal(err, s.ReadOnly())
		}
		if !equal(s.Brief().Opened, o) {
			t.Fatal("the reports were not noted")
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		return filepath.Base(filepath.Dir(s.Path()))
	}
	for i, c := range []struct {
		why   string
		o     brief.Opening
		fresh bool
		want  string
	}{
		{"the first", openedWith("/news/storm", "one", "two", "three"), false, "storm-at-the-port"},
		{"the same again", openedWith("/news/storm", "one", "two", "three"), false, "storm-at-the-port"},
		{"a report more", openedWith("/news/storm", "one", "two", "three", "four"), false, "storm-at-the-port"},
		{"a report less", openedWith("/news/storm", "one"), false, "storm-at-the-port"},
		{"a corrected report", openedWith("/news/storm", "one, corrected"), false, "storm-at-the-port"},
		{"the folder elsewhere", openedWith("/archive/storm", "one, corrected"), false, "storm-at-the-port"},
		{"other reports", openedWith("/news/rain", "five", "six"), false, "storm-at-the-port-2"},
		{"afresh", openedWith("/news/rain", "five", "six"), true, "storm-at-the-port-3"},
		{"of two the one used last", openedWith("/news/rain", "five", "six"), false, "storm-at-the-port-2"},
		{"less than half of the texts", openedWith("/news/both", "five", "seven", "eight"), false, "storm-at-the-port-4"},
	} {
		if got := used(c.o, c.fresh); got != c.want {
			t.Errorf("%d, %s: %s, want %s", i, c.why, got, c.want)
		}
	}
}

func TestList(t *testing.T) {
	st := Store{t.TempDir()}
	if list, err := st.List(); err != nil || len(list) != 0 {
		t.Fatal(list, err)
	}
	set := fixture.SetOf(fixture.Storm, fixture.Rain)
	make := func(name string, hours int, end func(*Session)) {
		s, err := OpenFile(st.Path(name), Options{Now: fixture.Later(hours)})
		if err != nil {
			t.Fatal(err)
		}
		kept.Do(t, s, openedWith("/news", "one"), brief.Mark{Wordings: []brief.Anchor{brief.AnchorOf(set, 0)}, Note: "x"}, brief.Retitle{Title: name})
		if err := s.Flush(); err != nil {
			t.Fatal(err)
		}
		end(s)
	}
	closed := func(s *Session) {
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	make("older", 1, closed)
	make("newer", 3, closed)
	make("in use", 2, func(s *Session) { t.Cleanup(func() { s.Close() }) })
	if err := os.MkdirAll(filepath.Join(st.Folder, "empty"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(st.Folder, "odd"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(st.Path("odd"), []byte("something else\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	list, err := st.List()
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, s := range list {
		names = append(names, s.Name)
		if s.Name == "odd" {
			if !errors.Is(s.Err, errForeign) {
				t.Errorf("%+v", s)
			}
			continue
		}
		if s.Err != nil || s.Marks != 1 || s.Notes != 1 || s.Title != s.Name || len(s.Opened.Reports) != 1 || !s.Used.After(s.Begun) {
			t.Errorf("%+v", s)
		}
	}
	if !slices.Equal(names, []string{"newer", "in use", "older", "odd"}) {
		t.Errorf("%v", names)
	}
	t.Chdir(t.TempDir()) // with a folder of reports that is named as a session is
	if err := os.Mkdir("newer", 0o700); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"newer": st.Path("newer"), st.Path("older"): st.Path("older"), "none": ""} {
		if got, err := st.Locate(name); got != want || (err == nil) != (want != "") {
			t.Errorf("%s: %s, %v", name, got, err)
		}
	}
}

func TestReadAndWriteFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "united")
	s := Memory(Options{Now: fixture.Clock()})
	kept.Do(t, s, brief.Insert{Text: "On the storm"}, brief.Retitle{Title: "x"}, brief.Undo{})
	if err := WriteFile(path, s.Brief()); err != nil {
		t.Fatal(err)
	}
	b, warnings, err := ReadFile(path)
	if err != nil || len(warnings) > 0 || len(b.Entries) != 1 || b.Seq != 3 {
		t.Fatal(b, warnings, err)
	}
	if _, ok := b.CanRedo(); !ok {
		t.Error("what was undone cannot be done again")
	}
	if err := WriteFile(path, s.Brief()); !errors.Is(err, os.ErrExist) {
		t.Errorf("it was overwritten: %v", err)
	}
	if _, _, err := ReadFile(path + "x"); !errors.Is(err, os.ErrNotExist) {
		t.Error(err)
	}
	names, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(names) != 1 {
		t.Errorf("left behind: %v", names)
	}
}

func TestUnused(t *testing.T) {
	st := Store{t.TempDir()}
	for event, want := range map[string]string{
		"": "session", "../../etc": "etc", "Talks in Antalya": "talks-in-antalya", "Überflutung  2": "überflutung-2",
		strings.Repeat("long ", 20): "long-long-long-long-long-long-long-long",
	} {
		if got := st.unused(event); got != want {
			t.Errorf("%q: %s", event, got)
		}
	}
}
