package cli

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parallax/corpus"
	"parallax/corpus/brief"
	"parallax/corpus/export"
	"parallax/corpus/match"
	"parallax/corpus/session"
	"parallax/corpus/source"
	"parallax/corpus/statement"
)

// keptWork keeps what is in a folder in two sessions, with notes, tags and names that hide things, and goes through the
// commands that print what is kept.
func keptWork(t *testing.T, r *rand.Rand, dir string) {
	t.Helper()
	c, err := corpus.Open([]string{dir}, source.Options{})
	if err != nil {
		return // nothing of the folder can be read
	}
	work := t.TempDir()
	first, second := filepath.Join(work, asFile("a\u202e\x1b.session")), filepath.Join(work, "b\U000E0148.session")
	for _, file := range []string{"", first, second} {
		keep(t, r, c, dir, file)
	}
	for _, f := range []string{"text", "json", "csv"} {
		printed(t, "", "sessions", "--format", f)
		printed(t, "", "merge", "--format", f, first, second, "-o", filepath.Join(work, f+"\u2066\uE000.session"))
		printed(t, "", "agree", "--format", f, first, second)
	}
	book := filepath.Join(work, "tags\u202e.csv")
	if err := os.WriteFile(book, []byte("name,definition\n\""+strings.ReplaceAll(hostileText(r, 3), `"`, "")+"\",x\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	printed(t, "", "agree", "--codebook", book, first, second)
	printed(t, "", "--ascii", "sessions")
	printed(t, "", "brief", "--format", "csv", "--long", first)
	for _, f := range export.Formats() {
		out := printed(t, "", "brief", "--format", f.Name, first)
		if !f.Verifiable {
			continue
		}
		file := filepath.Join(work, "brief\u200b"+f.Extension)
		if err := os.WriteFile(file, out, 0o600); err != nil {
			t.Fatal(err)
		}
		printed(t, "", "verify", "--format", "json", file, dir)
		if f.Name == "docx" { // what is changed within would be an archive that is none
			continue
		}
		if err := os.WriteFile(file, []byte(strings.ReplaceAll(string(out), "harbour", "h\u202earbou\U000E0155r")), 0o600); err != nil {
			t.Fatal(err)
		}
		printed(t, "", "verify", file, dir)
		printed(t, "", "verify", "--format", "json", file, dir)
	}
}

// keep makes a session in a file, or with "" the one that belongs to the folder.
func keep(t *testing.T, r *rand.Rand, c *corpus.Corpus, dir, file string) {
	t.Helper()
	opening := brief.Opening{Event: c.Name + hostileText(r, 1), Roots: []string{dir}}
	for i := range c.Reports {
		opening.Reports = append(opening.Reports, brief.RefTo(&c.Reports[i]))
	}
	o := session.Options{Coder: hostileText(r, 1)}
	s, err := session.OpenFile(file, o)
	if file == "" {
		s, err = session.DefaultStore().Open(opening, false, o)
	}
	if err != nil {
		t.Fatal(err)
	}
	s.Note(opening)
	set := c.Statements
	some := func() brief.Anchor {
		if len(set.All) == 0 {
			return brief.Anchor{}
		}
		return brief.AnchorOf(set, statement.ID(r.IntN(len(set.All))))
	}
	for range 6 {
		a, b := some(), some()
		changes := []brief.Change{
			brief.Mark{Wordings: []brief.Anchor{a}, Note: hostileText(r, 4), Tags: []string{hostileText(r, 1), "tag"}},
			brief.Mark{Claim: true, Wordings: []brief.Anchor{a, b}, Tags: []string{"tag"}},
			brief.Insert{Level: 1 + r.IntN(3), Text: hostileText(r, 3)},
			brief.Insert{Text: hostileText(r, 9)},
			brief.Decide{Kind: []match.DecisionKind{match.Confirmed, match.Cut}[r.IntN(2)], Anchors: []brief.Anchor{a, b}, Pairs: [][2]int{{0, 1}}},
			brief.CheckSilence{Report: brief.RefTo(&c.Reports[r.IntN(len(c.Reports))]), Claim: a},
		}
		_, _ = s.Do(changes[r.IntN(len(changes))]) // one that makes no sense is refused
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}
