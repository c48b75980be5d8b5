package ui

import (
	"fmt"
	"os"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/rogpeppe/go-internal/txtar"

	"parallax/ui/theme"
)

// themesFile holds the first screen in every theme, with its control sequences ("^[" begins one), at two sizes.
const themesFile = "../testdata/themes.txtar"

// TestThemes compares every theme's first screen, styles and all, with what was agreed on.
func TestThemes(t *testing.T) {
	now := &txtar.Archive{Comment: []byte("The first screen in every theme, control sequences and all.\n")}
	for _, name := range theme.Names() {
		for _, dark := range []bool{true, false} {
			for _, size := range [][2]int{{80, 24}, {40, 12}} {
				s := openEmbedded(t, size[0], size[1], func(o *Options) { o.Theme = name })
				s.dark = dark
				s.setTheme(name)
				s.message.say("")
				s.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
				ground := map[bool]string{true: "dark", false: "light"}[dark]
				now.Files = append(now.Files, txtar.File{
					Name: fmt.Sprintf("%s on %s %dx%d", name, ground, size[0], size[1]),
					Data: []byte(strings.ReplaceAll(s.frame, "\x1b", "^[") + "\n"),
				})
			}
		}
	}
	data := txtar.Format(now)
	if *update {
		if err := os.WriteFile(themesFile, data, 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(themesFile)
	if err != nil {
		t.Fatal(err)
	}
	if diff := rowsThatDiffer(string(want), string(data)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// TestThemeCommand: another theme is there at once, on all open screens, and stays when the terminal says its background.
func TestThemeCommand(t *testing.T) {
	s := openEmbedded(t, 80, 24)
	before := s.frame
	s.press(":")
	s.write("theme contrast")
	s.press("enter")
	if s.frame == before || s.theme.Name != theme.Of("contrast", true, false).Name {
		t.Error("nothing looks different")
	}
	s.send(tea.BackgroundColorMsg{})
	if s.opts.Theme != "contrast" {
		t.Error("the terminal's background took the theme away")
	}
	s.press(":")
	s.write("theme sepia")
	s.press("enter")
	if got := s.footer(); !strings.Contains(got, "no theme sepia; themes: auto, dark") {
		t.Errorf("the footer says %q", got)
	}
}
