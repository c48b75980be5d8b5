package language

import (
	"slices"
	"strings"
	"testing"
)

// TestFiles: every file of lists says what it is, every list has a heading and words, and a set has no word twice.
func TestFiles(t *testing.T) {
	entries, err := files.ReadDir(strings.TrimSuffix(folder, "/"))
	if err != nil || len(entries) < 10 {
		t.Fatalf("%d files: %v", len(entries), err)
	}
	for _, e := range entries {
		name := strings.TrimSuffix(e.Name(), ".txt")
		data, err := files.ReadFile(folder + e.Name())
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(string(data), "# ") {
			t.Errorf("%s: the first line does not say what the file holds", name)
		}
		sections := parse(string(data))
		if len(sections) == 0 || len(sections[""]) > 0 {
			t.Errorf("%s: %d lists, %q under no heading", name, len(sections), sections[""])
		}
		for section, lines := range sections {
			if len(lines) == 0 {
				t.Errorf("%s: the list %q is empty", name, section)
			}
			if folded := name != "abbreviations" && name != "nations" && name != "places" && name != "credits" && section != "starters" && section != "after such verbs"; !folded {
				continue
			}
			for _, line := range lines {
				if line != strings.ToLower(line) {
					t.Errorf("%s: %q has capitals", name, line)
				}
			}
		}
	}
}

// TestRelated: a class of related words has several, none twice.
func TestRelated(t *testing.T) {
	for _, line := range English("related", "related").Lines() {
		words := strings.Fields(line)
		if len(words) < 2 {
			t.Errorf("the class %q has one word", words)
		}
		for i, w := range words {
			if slices.Contains(words[:i], w) {
				t.Errorf("%q stands twice in %q", w, words)
			}
		}
	}
}

// TestNations: every country has a name, and no word stands for two countries by the first three columns.
func TestNations(t *testing.T) {
	if n := len(Nations()); n < 150 || n > 250 {
		t.Fatalf("%d nations", n)
	}
	whose := make(map[string]string)
	for i, n := range Nations() {
		if len(n.Names) == 0 {
			t.Fatalf("nation %d has no name", i)
		}
		for _, words := range [][]string{n.Names, n.Demonyms, n.Capitals, n.Also} {
			for _, w := range words {
				if other, ok := whose[w]; ok {
					t.Errorf("%q stands for %s and for %s", w, other, n.Names[0])
				}
				whose[w] = n.Names[0]
			}
		}
	}
	if whose["Moscow"] != "Russia" || whose["Kremlin"] != "Russia" || whose["British"] != "United Kingdom" {
		t.Errorf("Moscow: %s, Kremlin: %s, British: %s", whose["Moscow"], whose["Kremlin"], whose["British"])
	}
	if all := Places(); len(all) <= len(Nations()) || all[len(all)-1][0] != "Latin America" {
		t.Errorf("%d places, the last is %q", len(all), all[len(all)-1])
	}
}

func TestNoSuchList(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a list that is not there was read")
		}
	}()
	English("given", "neither").Words()
}

func TestCounted(t *testing.T) {
	for want, c := range map[string]struct {
		n    int
		noun string
	}{
		"1 outlet": {1, "outlet"}, "0 outlets": {0, "outlet"}, "2 entries": {2, "entry"}, "3 days": {3, "day"}, "2 more wordings": {2, "more wording"},
		"2 spokeswomen": {2, "spokeswoman"}, "2 children": {2, "child"}, "4 churches": {4, "church"}, "2 boxes": {2, "box"},
	} {
		if got := Counted(c.n, c.noun); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
