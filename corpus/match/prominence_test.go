package match_test

import (
	"strings"
	"testing"

	"parallax/corpus/match"
	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// TestProminence: what a statement asserts counts more than what it tells beside that.
func TestProminence(t *testing.T) {
	for _, c := range []struct{ text, main, beside string }{
		{"Asked about the flood, Hale said the dam had held.", "dam held", "flood"},
		{"The ferry, a rusty tub, left the harbour on Monday.", "ferry left harbour", "rusty tub"},
		{"The ferry, which had no radio, left the harbour on Monday.", "ferry left harbour", "radio"},
		{"The auction, between two rival dealers, Alder and Birch, and a third bidder, lasted an hour.", "auction lasted hour", "rival bidder"},
		{"Prices fell by a third after the frost.", "Prices fell", "frost"},
		{"The council closed the bridge, citing a cracked pillar.", "council closed bridge", "cracked pillar"},
		{"The council, citing a cracked pillar, closed the bridge.", "council closed bridge", "cracked pillar"},
		{"The mayor opened the pool at noon (eleven by the old clock) to loud cheers.", "mayor opened cheers", "eleven clock"},
		{"The warning came as a second dam broke upstream.", "dam broke upstream", "warning"},
		{"The bakery has closed for good, but the owner is looking for a new one.", "bakery closed", "owner looking"},
		{"Neighbours heard a bang in the night but officials said that no gas had leaked anywhere.", "heard bang", "gas leaked"},
		{"Hale said the crew found a chest that came from a wreck.", "crew found chest", "wreck"},
		{"A part of the old ship that sank last winter, the mast now lies on the beach.", "mast lies beach", "sank winter"},
		{"The storm felled two hundred oaks, leaving a village dark.", "storm felled oaks", "village dark"},
	} {
		set := statement.Of([]report.Report{{Outlet: "Heron", Text: c.text}}, 1)
		prominent := match.Prominence(set, 0)
		of := func(word string) float64 {
			at := strings.Index(c.text, word)
			if at < 0 {
				t.Fatalf("%q has no %q", c.text, word)
			}
			return prominent(report.Span{Start: at, End: at + len(word)})
		}
		for _, m := range strings.Fields(c.main) {
			for _, b := range strings.Fields(c.beside) {
				if of(m) <= of(b) {
					t.Errorf("%q: %q counts %.2g, %q %.2g", c.text, m, of(m), b, of(b))
				}
			}
		}
	}
}
