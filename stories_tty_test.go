//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parallax/corpus/crosstab/study"
)

// TestTwelveStories: a folder of twelve stories opens with their list; a statement is marked in one, esc comes back, and one is
// marked in another. A file that is dropped in appears by a key, one more by itself. The brief over both stories exports, and
// what it quotes is found again.
func TestTwelveStories(t *testing.T) {
	state, folder, file := t.TempDir(), t.TempDir(), filepath.Join(t.TempDir(), "brief.md")
	if err := study.Grow(48, 5).Write(folder); err != nil {
		t.Fatal(err)
	}
	drop := func(name, outlet, said string) {
		t.Helper()
		text := "---\noutlet: " + outlet + "\ntitle: \"Torvik: suspension bridge collapsed into the fjord\"\ndate: 2023-01-12\n---\n" +
			"The suspension bridge in Torvik collapsed into the fjord because of rusted cables.\n\n" + said + "\n"
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	p := begin(t, state, "--watch", folder)
	p.sees("12 stories · 48 read, 0 passed over, 0 unreadable")
	p.types("\r", " statements") // which the list does not say: what is typed must not run ahead of the screen, or esc and R are alt-R
	p.types("jm", "marked “Trucks with 23 tonnes of food")
	p.sees("saved, u undoes")
	p.types("\x1b", "12 stories")
	p.sees("Palmera")
	p.types("j\r", " statements")
	p.sees("Palmera · ")
	p.types("jm", "saved, u undoes")
	p.sees("▶◆")
	p.types("\x1b", "12 stories")

	drop("new.txt", "Valley Echo", "Haldis Brenna said the ferry would carry 140 cars a day instead.")
	p.types("R", "49 read, 0 passed over, 0 unreadable")
	p.types("gn", "Valley Echo")
	p.sees("new or changed: 1")
	p.types("\x1b", "12 stories")
	drop("newer.txt", "Fell Observer", "Oluf Tennstrand said that divers had found 3 of the cables.")
	p.sees("50 read, 0 passed over, 0 unreadable")
	p.types("gg\r", "6 outlets")
	p.types("'valley", "Valley Echo · 12 Jan 2023")
	p.types("b", "2 entries")
	p.types("x", "export to")
	p.types("\x15"+file+"\r", "exported to "+file)
	p.types("\x03", "")
	p.ends(0, "")

	exported, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, words := range []string{"Trucks with 23 tonnes of food and blankets reached Torvik", "Rosaria Quintel denied that the textile dye works"} {
		if !strings.Contains(string(exported), words) {
			t.Errorf("the brief has not %q:\n%s", words, exported)
		}
	}
	if out := prints(t, state, 0, "verify", file, folder); !strings.Contains(out, "2 found") {
		t.Errorf("verify says %q", out)
	}
}
