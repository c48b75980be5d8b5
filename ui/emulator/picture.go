package emulator

import (
	"encoding/xml"
	"fmt"
	"image/color"
	"strings"
	"unicode/utf8"

	uv "github.com/charmbracelet/ultraviolet"
)

// The cells of a picture, in its units, and the colours of a terminal that is dark by itself.
const (
	cellWidth, cellHeight = 8.4, 18
	margin                = 10
	ink, paper            = "#d4d4d4", "#1e1e1e"
)

// SVG is a picture of the screen: its cells with their colours, and the same text in the same rows. Each row is one text
// element, in which blanks count. title says what is seen.
func (s *Screen) SVG(title string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	width, height := s.vt.Width(), s.vt.Height()
	w, h := 2*margin+cellWidth*float64(width), 2*margin+cellHeight*float64(height)
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %.1f %.1f" width="%.1f" height="%.1f" role="img">`+"\n", w, h, w, h)
	fmt.Fprintf(&b, "<title>%s</title>\n", escaped(title))
	fmt.Fprintf(&b, `<rect width="100%%" height="100%%" rx="6" fill="%s"/>`+"\n", paper)
	fmt.Fprintf(&b, `<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14" fill="%s">`+"\n", ink)
	for y := range height {
		runs := s.runs(y)
		for _, r := range runs {
			if r.back != "" {
				fmt.Fprintf(&b, `<rect x="%.1f" y="%d" width="%.1f" height="%d" fill="%s"/>`+"\n", r.left(), margin+y*cellHeight, cellWidth*float64(r.columns), cellHeight, r.back)
			}
		}
		fmt.Fprintf(&b, `<text y="%d" xml:space="preserve">`, margin+y*cellHeight+13)
		for _, r := range runs {
			fmt.Fprintf(&b, `<tspan x="%.1f" textLength="%.1f"%s>%s</tspan>`, r.left(), cellWidth*float64(r.columns), r.look, escaped(r.text))
		}
		b.WriteString("</text>\n")
	}
	b.WriteString("</g>\n</svg>\n")
	return b.String()
}

// run is cells of a row that look alike.
type run struct {
	x, columns int
	text       string
	look       string // attributes of its text
	back       string // its own background, "" for the terminal's
}

func (r run) left() float64 { return margin + cellWidth*float64(r.x) }

// runs parts a row, without the blanks at its end, into runs. A mark and its neighbours stay apart from words, so that fonts
// in which marks are wider do not shift these.
func (s *Screen) runs(y int) []run {
	var runs []run
	apart := true
	for x := 0; x < s.vt.Width(); x++ {
		content, columns, style := " ", 1, uv.Style{}
		if c := s.vt.CellAt(x, y); c != nil {
			if c.Width == 0 && c.Content == "" {
				continue // the second half of a wide character
			}
			content, columns, style = c.Content, max(1, c.Width), c.Style
		}
		next := run{x, columns, content, look(style), back(style)}
		mark := utf8.RuneCountInString(content) > 1 || content[0] >= utf8.RuneSelf && content != "─"
		if n := len(runs); n > 0 && !apart && !mark && runs[n-1].look == next.look && runs[n-1].back == next.back {
			runs[n-1].columns += columns
			runs[n-1].text += content
		} else {
			runs = append(runs, next)
		}
		apart = mark
	}
	for n := len(runs); n > 0 && runs[n-1].back == ""; n = len(runs) {
		last := &runs[n-1]
		kept := strings.TrimRight(last.text, " ")
		last.columns -= len(last.text) - len(kept)
		if last.text = kept; kept != "" {
			break
		}
		runs = runs[:n-1]
	}
	return runs
}

// colours are what a cell is drawn with; "" for the terminal's own.
func colours(s uv.Style) (fore, back string) {
	fore, back = hex(s.Fg), hex(s.Bg)
	if s.Attrs&uv.AttrReverse != 0 {
		fore, back = or(back, paper), or(fore, ink)
	}
	return fore, back
}

func back(s uv.Style) string {
	_, back := colours(s)
	return back
}

func look(s uv.Style) string {
	var b strings.Builder
	if fore, _ := colours(s); fore != "" {
		fmt.Fprintf(&b, ` fill="%s"`, fore)
	}
	if s.Attrs&uv.AttrBold != 0 {
		b.WriteString(` font-weight="bold"`)
	}
	if s.Underline != uv.UnderlineNone {
		b.WriteString(` text-decoration="underline"`)
	}
	return b.String()
}

func hex(c color.Color) string {
	if c == nil {
		return ""
	}
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

func escaped(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text)) // a Builder takes everything
	return b.String()
}
