package match

import (
	"testing"

	"parallax/corpus/internal/fixture"
)

// TestAliases: statements that share nothing but what the reader says is one thing are linked better for it.
func TestAliases(t *testing.T) {
	set := fixture.SetOf("The port authority closed the quay on Monday. The mayor slept.", "Harbour board shut a wharf on Monday. Boats came in.")
	score := func() float64 {
		scored, err := Score(t.Context(), set, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range scored.Pairs {
			if p.A == 0 && p.B == 2 {
				return p.Score
			}
		}
		return 0
	}
	before := score()
	aliased := *set
	aliased.Aliases = [][]string{{"harbour board", "port authority"}, {"quay", "wharf"}}
	set = &aliased
	if after := score(); after <= before {
		t.Errorf("the aliases lead from %.3f to %.3f", before, after)
	}
}
