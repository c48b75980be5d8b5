package ui

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus"
	"parallax/corpus/match"
	"parallax/corpus/source"
	"parallax/corpus/statement"
	"parallax/seeds"
	"parallax/ui/desk"
)

// moves measures Update and View of two keys that undo each other, a frame each.
func moves(b *testing.B, s *viewer, there, back string) {
	b.Helper()
	keys := [2]tea.KeyPressMsg{press(there), press(back)}
	i := 0
	b.ReportAllocs()
	for b.Loop() {
		s.Update(keys[i&1])
		_ = s.View()
		i++
	}
}

// BenchmarkMove is a key press at 200x50 with five panes. Aim: 200 µs.
func BenchmarkMove(b *testing.B) {
	for _, at := range []string{"", "1 2 j", "l 9 j", "4 l G k"} {
		b.Run("at "+strings.ReplaceAll(at, " ", "_"), func(b *testing.B) {
			s := openEmbedded(b, 200, 50)
			s.press(at)
			moves(b, s, "j", "k")
		})
	}
	b.Run("outlet", func(b *testing.B) {
		s := openEmbedded(b, 200, 50)
		s.press("5 j")
		moves(b, s, "l", "h")
	})
	b.Run("page", func(b *testing.B) {
		s := openEmbedded(b, 200, 50)
		moves(b, s, "ctrl+f", "pgup")
	})
	b.Run("unsaid", func(b *testing.B) {
		s := openEmbedded(b, 200, 50)
		s.press("s 5 j")
		moves(b, s, "j", "k")
	})
	b.Run("digest", func(b *testing.B) {
		s := openEmbedded(b, 100, 50)
		s.press("5 j")
		moves(b, s, "j", "k")
	})
	b.Run("stacked", func(b *testing.B) {
		s := openEmbedded(b, 60, 50)
		s.press("5 j")
		moves(b, s, "j", "k")
	})
}

// BenchmarkSet is the same with hits underlined in all panes.
func BenchmarkSet(b *testing.B) {
	s := openEmbedded(b, 200, 50)
	s.press("/ u k r a i n e enter")
	moves(b, s, "j", "k")
}

// BenchmarkCard is a key on the claim card.
func BenchmarkCard(b *testing.B) {
	s := openEmbedded(b, 200, 50)
	s.press("enter")
	moves(b, s, "j", "k")
}

// BenchmarkTable is a key on the table of claims, of more than 1,000 claims of 40 outlets. Aim: 200 µs; opening it and
// sorting it anew stay within a frame.
func BenchmarkTable(b *testing.B) {
	c := grown(80)
	l := linkedAll(b, c)
	for _, k := range [][3]string{{"down", "j", "k"}, {"sideways", "l", "h"}, {"page", "ctrl+d", "ctrl+u"}, {"sort", "s", "s"}, {"open", "c", "esc"}} {
		b.Run(fmt.Sprintf("%s %dx%d", k[0], len(l.Claims.All), len(c.Statements.Outlets.All)), func(b *testing.B) {
			s := open(b, c, l, 200, 50)
			s.press("c tab")
			if k[0] == "open" {
				s.press("esc")
			}
			moves(b, s, k[1], k[2])
		})
	}
}

// BenchmarkSearchKey is a key in the search until its answer is on the screen.
func BenchmarkSearchKey(b *testing.B) {
	s := openEmbedded(b, 200, 50)
	s.press("/ k y")
	keys := []tea.KeyPressMsg{press("i"), press("v"), press("backspace"), press("backspace")}
	i := 0
	b.ReportAllocs()
	for b.Loop() {
		_, cmd := s.Update(keys[i&3])
		s.Update(cmd())
		i++
	}
}

// BenchmarkFirstFrame opens the embedded reports up to the first frame, without links and with them.
func BenchmarkFirstFrame(b *testing.B) {
	for _, linked := range []bool{false, true} {
		b.Run(fmt.Sprintf("linked=%v", linked), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				c, err := corpus.OpenFS(seeds.Name, seeds.Files, source.Options{})
				if err != nil {
					b.Fatal(err)
				}
				m := newModel(b.Context(), Options{Corpus: c})
				if linked {
					l, err := c.Link(b.Context(), nil, nil)
					if err != nil {
						b.Fatal(err)
					}
					m.route(desk.Linked{Linked: l})
				}
				m.Update(tea.WindowSizeMsg{Width: 200, Height: 50})
				if m.View().Content == "" {
					b.Fatal("no frame")
				}
			}
		})
	}
}

// BenchmarkThousandReports is a key press with 1,000 panes, of which five are on screen.
func BenchmarkThousandReports(b *testing.B) {
	b.Run("not linked", func(b *testing.B) { moves(b, open(b, large(1000, 30), nil, 200, 50), "j", "k") })
	b.Run("linked", func(b *testing.B) {
		c := large(1000, 1)
		var pairs []match.Pair
		for i := range statement.ID(1000) {
			for k := i + 1; k <= i+5 && k < 1000; k++ {
				pairs = append(pairs, match.Pair{A: i, B: k, Score: 0.9})
			}
		}
		s := open(b, c, linkPairs(b, c, pairs), 200, 50)
		s.press("5 0 0 l")
		moves(b, s, "l", "h")
	})
}
