package ui

import (
	"encoding/xml"
	"errors"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"parallax/ui/emulator"
)

// The README shows a golden screen twice: as a picture, and in letters for those who read it as text.
const (
	shownScreen  = "../testdata/screens/readme.txtar"
	picture      = "../.github/screen.svg"
	readme       = "../README.md"
	screenBegins = "<!-- screen -->\n\n```\n"
	screenEnds   = "```\n"
)

// TestPicture: the README's picture is drawn from a golden screen, and its text is that screen's. -update draws it anew.
func TestPicture(t *testing.T) {
	want := readmeScreen(t)
	s := openEmbedded(t, 120, 26, func(o *Options) { o.FirstRun = true })
	s.press("1 0 j")
	e := emulator.New(120, 26, nil)
	defer e.Close()
	_, _ = e.Write([]byte(strings.ReplaceAll(s.frame, "\n", "\r\n")))
	drawn := e.SVG("parallax: the same claim on the same row in three outlets' reports, and an outlet that is silent")
	if *update {
		if err := os.WriteFile(picture, []byte(drawn), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	kept, err := os.ReadFile(picture)
	if err != nil {
		t.Fatal(err)
	}
	if string(kept) != drawn {
		t.Errorf("%s is not what the screen looks like: go test ./ui -run 'Screens|Picture' -update draws it anew", picture)
	}
	if got := pictured(t, string(kept)); got != want {
		t.Errorf("the picture's text is not the golden screen's:\n%s", rowsThatDiffer(want, got))
	}
}

// TestReadmeScreen: the README's screen in letters is the golden one. -update puts that in.
func TestReadmeScreen(t *testing.T) {
	want := readmeScreen(t)
	text, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(text), screenBegins)
	got, after, also := strings.Cut(rest, screenEnds)
	if !ok || !also {
		t.Fatalf("%s has no screen", readme)
	}
	if *update {
		got = want
		if err := os.WriteFile(readme, []byte(before+screenBegins+got+screenEnds+after), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if got != want {
		t.Errorf("the README shows another screen:\n%s", rowsThatDiffer(want, got))
	}
	if !strings.Contains(string(text), "](.github/screen.svg)") {
		t.Error("the README does not show the picture")
	}
}

// readmeScreen is the text of the golden screen that the README shows.
func readmeScreen(t *testing.T) string {
	t.Helper()
	a, err := txtar.ParseFile(shownScreen)
	if err != nil {
		t.Fatal(err)
	}
	text, _, ok := strings.Cut(string(a.Files[len(a.Files)-1].Data), "cursor: ")
	if !ok {
		t.Fatalf("%s holds no screen", shownScreen)
	}
	return text
}

// pictured is the text of a picture: that of its text elements, a row each.
func pictured(t *testing.T, svg string) string {
	t.Helper()
	var b strings.Builder
	d := xml.NewDecoder(strings.NewReader(svg))
	for inside := false; ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return b.String()
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			inside = inside || token.Name.Local == "text"
		case xml.CharData:
			if inside {
				b.Write(token)
			}
		case xml.EndElement:
			if token.Name.Local == "text" {
				inside = false
				b.WriteByte('\n')
			}
		}
	}
}
