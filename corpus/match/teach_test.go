package match_test

import (
	"testing"

	"parallax/corpus"
	"parallax/corpus/match"
	"parallax/corpus/source"
	"parallax/seeds"
)

// TestTaught: decisions win, other pairs move a little, and without decisions nothing does.
func TestTaught(t *testing.T) {
	c, err := corpus.OpenFS(seeds.Name, seeds.Files, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	scored, err := match.Score(t.Context(), c.Statements, nil)
	if err != nil {
		t.Fatal(err)
	}
	links := match.Apply(scored, nil)
	same, err := links.Taught(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(same.All) != len(links.All) {
		t.Errorf("without decisions %d links, then %d", len(links.All), len(same.All))
	}
	var decisions []match.Decision
	for i, l := range links.All {
		if i%5 == 0 {
			decisions = append(decisions, match.Decision{A: l.A, B: l.B, Kind: match.Cut})
		}
	}
	taught, err := links.Taught(t.Context(), decisions)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range decisions {
		if _, linked := taught.Between(d.A, d.B); linked {
			t.Errorf("%d and %d were cut and are linked", d.A, d.B)
		}
	}
	before, after := 0.0, 0.0
	for i := range c.Statements.All {
		for p := range links.Scored(c.Statements.All[i].ID) {
			before += p.Score
		}
		for p := range taught.Scored(c.Statements.All[i].ID) {
			after += p.Score
		}
	}
	if after >= before {
		t.Errorf("many links were cut, and the scores went from %.1f to %.1f in all", before, after)
	}
	part := match.Decision{A: decisions[0].A, B: decisions[0].B, Kind: match.InPart}
	if l, ok := links.Decide([]match.Decision{part}).Between(part.A, part.B); !ok || !l.Partial || l.Score != 1 {
		t.Errorf("confirmed in part: %+v", l)
	}
}
