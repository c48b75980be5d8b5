package tour

import (
	"strings"
	"testing"

	"parallax/corpus/safe"
	"parallax/ui/key"
	"parallax/ui/theme"
)

// TestStepsGoOn: each step goes on with its own deed, and with no other's.
func TestStepsGoOn(t *testing.T) {
	start := Sight{Close: true, At: 3, Shared: true, Searches: 2, Notes: 1, Exports: 4}
	deeds := []struct {
		name string
		step int // that it does, from 1; 0 for none
		of   func(*Sight)
	}{
		{"nothing", 0, func(*Sight) {}},
		{"to a statement that nobody shares", 0, func(s *Sight) { s.At, s.Shared = 5, false }},
		{"to a shared statement", 1, func(s *Sight) { s.At = 5 }},
		{"to one where nobody shares any", 1, func(s *Sight) { s.At, s.Shared, s.Alone = 5, false, true }},
		{"opens the claim", 2, func(s *Sight) { s.Screen = Card }},
		{"opens the search", 0, func(s *Sight) { s.Screen = Search }},
		{"ends a search", 3, func(s *Sight) { s.Searches++ }},
		{"takes a note back", 0, func(s *Sight) { s.Notes-- }},
		{"writes a note", 4, func(s *Sight) { s.Notes++ }},
		{"opens the brief", 0, func(s *Sight) { s.Screen = Brief }},
		{"opens the brief, with outlets hidden", 5, func(s *Sight) { s.Screen, s.Masked = Brief, true }},
		{"writes the brief", 5, func(s *Sight) { s.Exports++ }},
	}
	for step := 1; step <= Steps; step++ {
		for _, d := range deeds {
			tour, now := Begin(key.Default(), step, start), start
			d.of(&now)
			tour.See(now)
			if went := tour.step == step; went != (d.step == step) {
				t.Errorf("step %d, %s: %s", step, d.name, tour.place())
			}
		}
	}
}

// TestEveryRowFits: whatever is looked at, at every step and width, the row is as wide as the screen; from forty columns on it
// says how far the tour is, and nothing of it is cut.
func TestEveryRowFits(t *testing.T) {
	for _, ascii := range []bool{false, true} {
		th := theme.Of(theme.Auto, true, ascii)
		th.Quiet, th.Key, th.Brand = "", "", ""
		for step := 1; step <= Steps+1; step++ {
			for screen := Reading; screen <= Other; screen++ {
				for _, masked := range []bool{false, true} {
					for _, alone := range []bool{false, true} {
						now := Sight{Screen: screen, Close: screen == Reading, Masked: masked, Alone: alone}
						tour := Begin(key.Default(), step, now)
						if step > Steps {
							tour.step = Steps
						}
						for width := 1; width <= 200; width++ {
							row := tour.Draw(th, width)
							if safe.Width(row) != width {
								t.Fatalf("step %d on screen %d: %d columns of %d: %q", step, screen, safe.Width(row), width, row)
							}
							place := strings.TrimPrefix(tour.place(), "tour ")
							if width >= 40 && (!strings.Contains(row, place) || strings.Contains(row, th.Ellipsis)) {
								t.Errorf("step %d on screen %d, %d columns: %q", step, screen, width, row)
							}
							if width >= 40 && now.Close && step <= Steps && !strings.Contains(row, "esc ends") {
								t.Errorf("step %d, %d columns: the row does not say how the tour is ended: %q", step, width, row)
							}
						}
					}
				}
			}
		}
	}
}
