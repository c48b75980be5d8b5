package cli

import (
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
)

// TestWidths: a terminal is asked how wide it draws each mark; one that leaves out an answer, or gives none, has said nothing.
func TestWidths(t *testing.T) {
	for said, want := range map[string][]int{
		"\x1b[5;2R\x1b[5;3R\x1b[?62;c":                  {1, 2},
		"j\x1b[5;2R\x1b[I\x1b[5;2Rq\x1b[?1;2c\x1b[1;1R": {1, 1},
		"\x1b[5;2R\x1b[?62;22c":                         nil,
		"\x1b[?6c":                                      nil,
		"":                                              nil,
	} {
		var asked strings.Builder
		got := widthsOn(strings.NewReader(said), &asked, []string{"●", "→"})
		if !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", said, got, want)
		}
		if asked.String() != "\r●\x1b[6n\r→\x1b[6n\r\x1b[K\x1b[c" {
			t.Errorf("asked %q", asked.String())
		}
	}
	if widthsOn(strings.NewReader("\x1b[5;2R\x1b[c"), broken{}, []string{"●"}) != nil {
		t.Error("an answer to what was not asked")
	}
}

// broken is a terminal that is gone.
type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

// TestCharactersFound: a mark that takes two columns is wrong, whatever the locale.
func TestCharactersFound(t *testing.T) {
	env := func(name string) string { return map[string]string{"LANG": "de_DE.utf8", "TERM": "xterm"}[name] }
	widths := make([]int, len(marks()))
	for i := range widths {
		widths[i] = 1
	}
	if f := charactersFound(env, false, widths); f.Wrong || f.Do != "" || !strings.Contains(f.Found, "take one column each") {
		t.Error(f)
	}
	widths[1] = 2
	if f := charactersFound(env, false, widths); !f.Wrong || !strings.Contains(f.Found, "they take 2 columns: "+marks()[1]) || !strings.Contains(f.Do, "--ascii") {
		t.Error(f)
	}
	if f := charactersFound(env, false, nil); f.Wrong || !strings.Contains(f.Found, "must take one column") {
		t.Error(f)
	}
}

// TestColoursFound says in words what there is, and no more than is known.
func TestColoursFound(t *testing.T) {
	for profile, want := range map[colorprofile.Profile]string{
		colorprofile.TrueColor: "16 million", colorprofile.ANSI256: "256", colorprofile.ANSI: "sixteen", colorprofile.NoTTY: "none; marks say it all",
	} {
		if f := coloursFound("xterm", "", true, profile); f.Found != want || f.Wrong {
			t.Errorf("%v: %v", profile, f)
		}
		if f := coloursFound("xterm", "", false, profile); !strings.HasSuffix(f.Found, ", by what TERM and COLORTERM say") {
			t.Errorf("%v: %v", profile, f)
		}
	}
}
