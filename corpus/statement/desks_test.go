package statement

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"parallax/corpus/cases"
	"parallax/corpus/language"
	"parallax/corpus/report"
)

// TestDesks reads reports in the manner of many desks, in which a reader has marked every voice: "{{Ada Hale|d}}" after a
// statement says that its words, or some of them, are Ada Hale's, directly (i: indirectly, m: mixed); names that would
// all be right stand with ";" between them. What the program finds right, and each voice it misses or finds where there
// is none, is kept in testdata/desks.score, so that a change of the rules shows all that it changes.
func TestDesks(t *testing.T) {
	files, err := filepath.Glob("testdata/desks/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no reports: %v", err)
	}
	var b strings.Builder
	var all tally
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(filepath.Base(file), ".txt")
		all.add(rate(&b, name, string(text)))
	}
	got := fmt.Sprintf("%v\n\n%s", all, b.String())
	const score = "testdata/desks.score"
	if *cases.Update {
		if err := os.WriteFile(score, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(score)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

// tally counts marked voices.
type tally struct {
	right, modes, marked, extra int // of voices
	aside, furniture, story     int // boilerplate found, all that is marked, story taken for it
}

func (c *tally) add(d tally) {
	c.right, c.modes, c.marked, c.extra = c.right+d.right, c.modes+d.modes, c.marked+d.marked, c.extra+d.extra
	c.aside, c.furniture, c.story = c.aside+d.aside, c.furniture+d.furniture, c.story+d.story
}

func (c tally) String() string {
	return fmt.Sprintf("%d of %d speakers, %d of their modes; %d voices too many\n%d of %d lines of boilerplate; %d of the story too many",
		c.right, c.marked, c.modes, c.extra, c.aside, c.furniture, c.story)
}

// marked is a voice that a reader marked.
type marked struct {
	at    int // the byte of the report before which the mark stands
	names []string
	mode  string
}

// unmark is a report without its marks, and these.
func unmark(text string) (string, []marked) {
	var b strings.Builder
	var marks []marked
	for {
		before, rest, ok := strings.Cut(text, "{{")
		b.WriteString(before)
		if !ok {
			return b.String(), marks
		}
		mark, after, _ := strings.Cut(rest, "}}")
		names, mode, _ := strings.Cut(mark, "|")
		marks = append(marks, marked{b.Len(), strings.Split(names, ";"), mode})
		text = after
	}
}

// rate writes what of a marked report is not found as it is marked.
func rate(b *strings.Builder, name, text string) tally {
	plain, marks := unmark(text)
	s := Of([]report.Report{{Text: plain}}, 1)
	var c tally
	for i := range s.All {
		st := &s.All[i]
		voices := slices.Clone(st.Voices)
		var missed []string
		furniture := false
		for len(marks) > 0 && marks[0].at <= st.Span.End {
			m := marks[0]
			marks = marks[1:]
			if m.mode == "b" {
				furniture = true
				continue
			}
			c.marked++
			k := slices.IndexFunc(voices, func(v Voice) bool {
				return slices.ContainsFunc(m.names, func(n string) bool { return names(n, v.Speaker) })
			})
			if k < 0 {
				missed = append(missed, strings.Join(m.names, " or "))
				continue
			}
			c.right++
			if voices[k].Mode.String()[:1] == m.mode {
				c.modes++
			} else {
				fmt.Fprintf(b, "%s %d: %s\n  %s is %v, not %s\n", name, st.Number, s.Line(st.ID), voices[k].Speaker, voices[k].Mode, m.mode)
			}
			voices = slices.Delete(voices, k, k+1)
		}
		switch {
		case furniture && st.IsStory():
			c.furniture++
			fmt.Fprintf(b, "%s %d: %s\n  boilerplate\n", name, st.Number, s.Line(st.ID))
		case furniture:
			c.furniture, c.aside = c.furniture+1, c.aside+1
		case !st.IsStory():
			c.story++
			fmt.Fprintf(b, "%s %d: %s\n  no boilerplate\n", name, st.Number, s.Line(st.ID))
		}
		if len(missed)+len(voices) > 0 {
			fmt.Fprintf(b, "%s %d: %s\n", name, st.Number, s.Line(st.ID))
		}
		for _, m := range missed {
			fmt.Fprintf(b, "  missed: %s\n", m)
		}
		for _, v := range voices {
			fmt.Fprintf(b, "  too many: %s, %v, %s: %s\n", v.Speaker, v.Mode, v.Verb, OneLine(plain[v.Span.Start:v.Span.End]))
		}
		c.extra += len(voices)
	}
	return c
}

// names reports whether got is a name of the speaker want: the same one, or want's last word and few others.
func names(want, got string) bool {
	words := strings.Fields(language.FoldName(got))
	return SameSpeaker(want, got) || len(words) <= 6 && slices.Contains(words, language.FoldName(want[strings.LastIndexByte(want, ' ')+1:]))
}
