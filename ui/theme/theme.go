// Package theme declares every style and every glyph once. A [Theme] is made for a dark or a light background, with
// Unicode or ASCII glyphs; screens name what a thing is, never how it looks.
package theme

import (
	"image/color"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// Style is the control sequence that switches a style on; "" is the terminal's own.
type Style string

// Off ends any style.
const Off = "\x1b[m"

// Wrap is text in the style. The text must already be safe to show.
func (s Style) Wrap(text string) string {
	if s == "" || text == "" {
		return text
	}
	return string(s) + text + Off
}

// Glyphs are the marks of the screen, each one column wide. One meaning a mark.
type Glyphs struct {
	Cursor, Bar, Boilerplate, Kept    string // gutter
	OtherVoice                        string // the bar of a wording in another voice than the cursor's
	Same, Partial, Differs            string // an outlet's part in the current claim
	Elsewhere, Silent, Signed, Absent string // or that it has none
	Vertical, Horizontal, Down, Cross string // rules
	Open, Close                       string // round words that differ
	Dot, Ellipsis, Chosen             string
	Filled, Empty                     string // parts of a bar of progress
	Rising, Falling                   string // behind the head of the column that a list is sorted by
}

var unicodeGlyphs = Glyphs{
	Cursor: "▶", Bar: "┃", Boilerplate: "┊", Kept: "◆", OtherVoice: "║",
	Same: "●", Partial: "◐", Differs: "≠",
	Elsewhere: "→", Silent: "○", Signed: "✓", Absent: "∅",
	Vertical: "│", Horizontal: "─", Down: "┬", Cross: "┴",
	Open: "‹", Close: "›",
	Dot: "·", Ellipsis: "…", Chosen: "▶",
	Filled: "█", Empty: "░", Rising: "▴", Falling: "▾",
}

var asciiGlyphs = Glyphs{
	Cursor: ">", Bar: "|", Boilerplate: ":", Kept: "%", OtherVoice: "!",
	Same: "*", Partial: "+", Differs: "#",
	Elsewhere: "^", Silent: "-", Signed: "v", Absent: "_",
	Vertical: "|", Horizontal: "-", Down: "+", Cross: "+",
	Open: "<", Close: ">",
	Dot: "-", Ellipsis: "~", Chosen: ">",
	Filled: "#", Empty: ".", Rising: "/", Falling: "\\",
}

// Theme is all styles and glyphs of the screen.
type Theme struct {
	Glyphs
	ASCII bool
	Short map[string]string // outlets' names where there is little room, as the reader says

	Text        Style // the story
	Headline    Style // a report's headline and sub-headings
	Boilerplate Style // what is not part of the story
	Current     Style // the statement under the cursor
	Shared      Style // the bar of the current claim, and its marks
	Quiet       Style // silence, hints, what is beside the point
	Name        Style // an outlet's name
	NameHere    Style // the name of the outlet that has the cursor
	Brand       Style // the program's name
	Rule        Style
	Key         Style // a key in a hint
	Match       Style // characters that a search found
	Carries     Style // words that carry the current claim
	Departs     Style // words that a claim's lead has not
	Selected    Style // words that are being selected
	Warning     Style // errors and states that ask for attention
}

// Palette is the colours of a theme, each for a light and for a dark background, as "#rrggbb" or the number of one of the
// terminal's own.
type Palette struct {
	Name   [2]string // names and keys
	Stress [2]string // the current claim, matches, warnings
	Quiet  [2]string
	Here   [2]string // behind the current statement
}

// BlueAndOrange keeps to blue and orange with different lightness, which readers with any colour blindness tell apart; no
// meaning rests on colour alone.
func BlueAndOrange() *Palette {
	return &Palette{
		Name:   [2]string{"#005fb8", "#6cb6ff"},
		Stress: [2]string{"#9a4a00", "#ffb454"},
		Quiet:  [2]string{"#6b6b6b", "#8a8a8a"},
		Here:   [2]string{"#e4e4e4", "#303030"},
	}
}

// New makes the theme of a palette for a dark or a light background.
func New(p *Palette, dark, ascii bool) *Theme {
	pick := func(of [2]string) color.Color {
		if dark {
			return lipgloss.Color(of[1])
		}
		return lipgloss.Color(of[0])
	}
	blue, orange, grey, here := pick(p.Name), pick(p.Stress), pick(p.Quiet), pick(p.Here)
	fg := func(c color.Color) ansi.Style { return ansi.NewStyle().ForegroundColor(c) }
	t := &Theme{
		Glyphs:      unicodeGlyphs,
		ASCII:       ascii,
		Headline:    style(ansi.NewStyle().Bold()),
		Boilerplate: style(fg(grey)),
		Current:     style(ansi.NewStyle().BackgroundColor(here)),
		Shared:      style(fg(orange).Bold()),
		Quiet:       style(fg(grey)),
		Name:        style(fg(blue)),
		NameHere:    style(fg(blue).Bold().Reverse(true)),
		Brand:       style(ansi.NewStyle().Bold()),
		Rule:        "", // unstyled: it stands in every row, and a style would double the bytes of a frame
		Key:         style(fg(blue).Bold()),
		Match:       style(fg(orange).Underline(true)),
		Carries:     style(ansi.NewStyle().Bold()),
		Departs:     style(ansi.NewStyle().Underline(true)),
		Selected:    style(ansi.NewStyle().Reverse(true)),
		Warning:     style(fg(orange).Bold()),
	}
	if ascii {
		t.Glyphs = asciiGlyphs
	}
	return t
}

func style(s ansi.Style) Style { return Style(s.String()) }
