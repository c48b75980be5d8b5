package brief_test

import (
	"fmt"
	"strings"
	"testing"

	. "parallax/corpus/brief"
	"parallax/corpus/internal/fixture"

	"parallax/corpus/session"
)

// longTexts is an event of ten reports of a hundred statements.
func longTexts() []string {
	var texts []string
	for r := range 10 {
		var b strings.Builder
		for i := range 100 {
			fmt.Fprintf(&b, "Witness %d of town %d said that boat number %d stayed in port number %d.\n", i, r, i*7, r*3)
		}
		texts = append(texts, b.String())
	}
	return texts
}

// full is a brief with n marked claims of ten wordings, each with a note.
func full(b *testing.B, n int) (*session.Session, *Locator) {
	b.Helper()
	set := fixture.SetOf(longTexts()...)
	s := session.Memory(session.Options{Now: fixture.Clock()})
	for i := range n {
		var as []Anchor
		for r := range 10 {
			as = append(as, AnchorOf(set, set.All[r*100+i%100].ID))
		}
		if _, err := s.Do(Mark{Claim: true, Wordings: as, Note: "compare"}); err != nil {
			b.Fatal(err)
		}
	}
	return s, NewLocator(set)
}

func BenchmarkAnchorOf(b *testing.B) {
	set := fixture.SetOf(longTexts()...)
	b.ReportAllocs()
	for b.Loop() {
		AnchorOf(set, 250)
	}
}

func BenchmarkDo(b *testing.B) {
	s, _ := full(b, 300)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := s.Do(Fold{Entry: 150}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkUndoRedo(b *testing.B) {
	s, _ := full(b, 300)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := s.Undo(); err != nil {
			b.Fatal(err)
		}
		if _, err := s.Redo(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkResolve(b *testing.B) {
	s, f := full(b, 300)
	s.Brief().Resolve(f)
	b.ReportAllocs()
	for b.Loop() {
		s.Brief().Resolve(f)
	}
}

func BenchmarkFindEdited(b *testing.B) {
	texts := longTexts()
	was := fixture.SetOf(texts...)
	a := AnchorOf(was, 250)
	texts[2] = strings.Replace(texts[2], "number 350 stayed", "number 351 remained", 1)
	now := fixture.SetOf(texts...)
	b.ReportAllocs()
	for b.Loop() {
		if NewLocator(now).Find(a).State != Edited {
			b.Fatal("not found")
		}
	}
}

// BenchmarkDisk is an action until it is on the disk, one at a time.
func BenchmarkDisk(b *testing.B) {
	s, err := session.OpenFile(b.TempDir()+"/session", session.Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := s.Do(Retitle{"x"}); err != nil {
			b.Fatal(err)
		}
		if err := s.Flush(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkOpen reads a session of 300 claims with ten wordings each.
func BenchmarkOpen(b *testing.B) {
	s, _ := full(b, 300)
	path := b.TempDir() + "/session"
	if err := session.WriteFile(path, s.Brief()); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := session.ReadFile(path); err != nil {
			b.Fatal(err)
		}
	}
}
