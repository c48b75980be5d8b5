package help

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"parallax/ui/theme"
)

var update = flag.Bool("update", false, "write the marks of the README anew")

// TestReadmeMarks: the README says what the help says of the marks. -update puts that in.
func TestReadmeMarks(t *testing.T) {
	const file, from, to = "../../README.md", "<!-- marks -->\n", "<!-- /marks -->"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(data), from)
	got, after, ended := strings.Cut(rest, to)
	if !ok || !ended {
		t.Fatalf("%s has no place for the marks", file)
	}
	drawn, spelt := meanings(theme.New(theme.BlueAndOrange(), true, false)), meanings(theme.New(theme.BlueAndOrange(), true, true))
	want := "| | `--ascii` | |\n| --- | --- | --- |\n"
	for i, m := range drawn {
		want += fmt.Sprintf("| `%s` | `%s` | %s |\n", m.mark, strings.ReplaceAll(spelt[i].mark, "|", `\|`), m.means)
	}
	if got == want {
		return
	}
	if !*update {
		t.Fatalf("the README says otherwise; go test ./ui/help -update\n%s", want)
	}
	if err := os.WriteFile(file, []byte(before+from+want+to+after), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestMarksDiffer: one meaning a mark, also where marks are ASCII.
func TestMarksDiffer(t *testing.T) {
	for _, ascii := range []bool{false, true} {
		seen := map[string]string{}
		for _, m := range meanings(theme.New(theme.BlueAndOrange(), true, ascii)) {
			if other := seen[m.mark]; other != "" {
				t.Errorf("%s means %q and %q", m.mark, other, m.means)
			}
			seen[m.mark] = m.means
		}
	}
}
