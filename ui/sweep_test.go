package ui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// TestSweep draws every screen at every width from 1 to 200 columns. What a frame must be is checked on the way: as high as
// the screen, every row as wide, nothing in it that a terminal must not see.
func TestSweep(t *testing.T) {
	c, l := embedded()
	faces := map[string]func(*Options){
		"":      func(*Options) {},
		"ascii": func(o *Options) { o.ASCII, o.FirstRun, o.Tour = true, true, true },
	}
	screens := map[string]string{
		"reading": "5 j", "silent": "l 1 6 j", "end": "G", "set": "/ k y i v enter", "search": "/ p u t i n down", "nothing": "/ q q q q",
		"card": "9 j enter j", "table": "5 j c j l", "unsaid": "s 5 j", "help": "?", "narrowed": "? n e x t", "command": ": o u t", "jump": "' z", "hidden": "x i S",
	}
	for face, change := range faces {
		for name, keys := range screens {
			if face != "" && strings.Contains("end nothing narrowed command jump", name) {
				continue // these look alike with every face
			}
			t.Run(face+" "+name, func(t *testing.T) {
				s := open(t, c, l, 100, 30, change)
				s.press(keys)
				heights := []int{12, 50}
				if strings.Contains("reading search card table help", name) {
					heights = []int{1, 12, 24, 50}
				}
				for _, h := range heights {
					for w := 1; w <= 200; w++ {
						s.send(tea.WindowSizeMsg{Width: w, Height: h})
					}
				}
				for h := 1; h <= 60; h++ {
					s.send(tea.WindowSizeMsg{Width: 80, Height: h})
				}
				s.send(tea.WindowSizeMsg{})
				s.send(tea.WindowSizeMsg{Width: 80, Height: 24})
			})
		}
	}
}

// TestResizeKeepsThePlace: after any sizes, the cursor is on the same statement, and in sight.
func TestResizeKeepsThePlace(t *testing.T) {
	c, l := embedded()
	for _, keys := range []string{"", "1 2 j", "l G", "2 l 9 j"} {
		s := open(t, c, l, 120, 40)
		s.press(keys)
		at := s.reader.At()
		for _, size := range [][2]int{{200, 50}, {40, 12}, {1, 1}, {80, 24}, {39, 50}, {73, 13}, {300, 100}, {72, 24}, {200, 12}} {
			s.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
			small := size[0] < 40 || size[1] < 12
			if s.reader.At() != at || !small && s.View().Cursor == nil {
				t.Errorf("%q at %v: the cursor is at %v, not %v, on the screen at %v:\n%s", keys, size, s.reader.At(), at, s.View().Cursor, s.text())
			}
		}
	}
}

// TestSweepLists is TestSweep for what there is to see of a folder: lists of stories and reports, whole texts and revisions.
func TestSweepLists(t *testing.T) {
	through := func(s *viewer) {
		for _, h := range []int{12, 50} {
			for w := 1; w <= 200; w += 1 + w/90 {
				s.send(tea.WindowSizeMsg{Width: w, Height: h})
			}
		}
		for h := 1; h <= 60; h++ {
			s.send(tea.WindowSizeMsg{Width: 80, Height: h})
			s.send(tea.WindowSizeMsg{Width: 40, Height: h})
		}
	}
	for name, keys := range map[string]string{
		"stories": "G", "typing": "w b r i", "sorted": "w t o enter o o", "marked": "m m", "reports": "enter g l G", "left out": "enter g l f f f f f f f",
		"reason": "enter g l x", "whole text": "enter g l / f e l l enter g r n n", "message": "enter g l G enter", "one text": "enter g v",
	} {
		for _, ascii := range []bool{false, true} {
			s := openPress(t, 100, 30, func(o *Options) { o.ASCII = ascii })
			s.press(keys)
			through(s)
			if t.Failed() {
				t.Fatal(name)
			}
		}
	}
	s := openRevised(t, 100, 24)
	s.press("g v n [")
	through(s)
}
