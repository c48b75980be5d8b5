package cli

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"parallax/corpus/brief"
	"parallax/corpus/report"
	"parallax/corpus/session"
	"parallax/ui/key"
)

func TestRootsOf(t *testing.T) {
	for _, test := range []struct {
		roots, want []string
		says        string
	}{
		{nil, nil, ""},
		{[]string{"/a", "/b"}, []string{"/a", "/b"}, ""},
		{[]string{"-", "/b"}, []string{"/b"}, ""},
		{[]string{"-"}, nil, "its report came from standard input"},
	} {
		b := &brief.Brief{Opened: brief.Opening{Roots: test.roots}}
		got, err := rootsOf(b, "a.session")
		if !slices.Equal(got, test.want) || (err == nil) != (test.says == "") || err != nil && !strings.Contains(err.Error(), test.says) {
			t.Errorf("%v: %v, %v", test.roots, got, err)
		}
	}
}

func TestNotice(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.session")
	s, err := session.OpenFile(file, session.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	second, err := session.OpenFile(file, session.Options{})
	if err != nil {
		t.Fatal(err)
	}
	memory := session.Memory(session.Options{})
	gone := report.Problem{Path: "a.txt", Err: errors.New("no such file")}
	for _, test := range []struct {
		session  *session.Session
		refused  error
		problems []report.Problem
		says     string
	}{
		{s, nil, nil, ""},
		{s, nil, []report.Problem{gone}, "not read: a.txt: no such file"},
		{s, nil, []report.Problem{gone, gone}, "2 files could not be read (a.txt and others): gl lists them, with why"},
		{second, nil, nil, "read-only: the session is open in another parallax"},
		{memory, errors.New("the folder is gone"), nil, "not saved: the folder is gone (kept in memory; :w FILE writes it elsewhere)"},
	} {
		if got := notice(test.session, test.refused, test.problems, key.Default()); !strings.HasPrefix(got, test.says) || test.says == "" && got != "" {
			t.Errorf("%q, want %q", got, test.says)
		}
	}
}
