package statement

import (
	"strings"
	"testing"

	"parallax/corpus/report"
)

// TestLongStatement: a statement of more words than are read as one sentence keeps its voices, in order, and what is said
// in its last words is found.
func TestLongStatement(t *testing.T) {
	text := "Mayor Ada Hale said the harbour was shut; " + strings.Repeat("boats lay in the bay, and the cranes stood still, and nobody came; ", 150) +
		`and engineer Tom Reed told the Herald that the lock had failed; "It was old," she added.`
	s := Of([]report.Report{{Text: "Harbour shut\n" + text}}, 1)
	if len(s.All) != 2 {
		t.Fatalf("%d statements", len(s.All))
	}
	var who []string
	for _, v := range s.All[1].Voices {
		who = append(who, v.Speaker)
	}
	if got := strings.Join(who, ", "); got != "Ada Hale, Tom Reed, Ada Hale" {
		t.Errorf("the speakers are %s", got)
	}
	checkSet(t, s)
}
