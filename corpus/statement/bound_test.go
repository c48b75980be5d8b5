package statement

import (
	"strings"
	"testing"

	"parallax/corpus/report"
)

// TestBounds: what would be cut into too many statements, or too long ones, is cut by length; all of it stays covered.
func TestBounds(t *testing.T) {
	const size = 1 << 20
	for name, text := range map[string]string{
		"letters":         strings.Repeat("a ", size/2),
		"lines":           strings.Repeat("a\n", size/2),
		"short sentences": strings.Repeat("He ran. ", size/8),
		"quotation marks": strings.Repeat("\"", size),
		"one word":        strings.Repeat("é", size/2),
		"blanks":          strings.Repeat(strings.Repeat(" ", 30000)+"a", size/30000),
	} {
		s := Of([]report.Report{{Text: text}}, 1)
		checkSet(t, s)
		if n := len(s.All); n > 2*mostStatements(len(text)) {
			t.Errorf("%s: %d statements", name, n)
		}
		for i := range s.All {
			if n := s.All[i].Span.Len(); n > longestStatement {
				t.Fatalf("%s: a statement of %d bytes", name, n)
			}
		}
		if s.Rough(0) == "" && name != "blanks" {
			t.Errorf("%s: it is not said that it is cut by length", name)
		}
	}
}

// TestOrdinaryLengths: nothing that a newsroom writes meets a bound: neither a long report of short lines nor a list.
func TestOrdinaryLengths(t *testing.T) {
	for _, text := range []string{
		strings.Repeat("\"No,\" she said.\n", 6000),
		strings.Repeat("The minister said on Monday that the talks would go on until a way was found.\n", 20000),
	} {
		s := Of([]report.Report{{Text: text}}, 1)
		if s.Rough(0) != "" || len(s.All) != strings.Count(text, "\n") {
			t.Errorf("%.30q: %d statements, %s", text, len(s.All), s.Rough(0))
		}
	}
}

// TestBlocks: a text that is held as tokens block by block has the voices that it has in one piece.
func TestBlocks(t *testing.T) {
	unit := "\"The harbour is shut for all boats until the end of the week,\" said Mayor Ada Hale. She added that no boat had left it since Monday night, and that three had come in.\n\"It will open. We hope,\" Hale said.\n"
	short, long := Of([]report.Report{{Text: strings.Repeat(unit, 3)}}, 1), Of([]report.Report{{Text: strings.Repeat(unit, 5000)}}, 1)
	if n := len(long.All) * 8; n < 2*blockTokens {
		t.Fatalf("only %d tokens or so", n)
	}
	per := len(short.All) / 3
	for i := range long.All {
		want := short.All[2*per+i%per].Voices
		if i < per {
			want = short.All[i].Voices
		}
		got := long.All[i].Voices
		if len(got) != len(want) {
			t.Fatalf("statement %d has the voices %v, want %v", i, got, want)
		}
		for k := range got {
			if got[k].Speaker != want[k].Speaker || got[k].Mode != want[k].Mode || got[k].Verb != want[k].Verb {
				t.Fatalf("statement %d has the voice %v, want %v", i, got[k], want[k])
			}
		}
	}
}
