package linear

import (
	"strings"

	"parallax/corpus/safe"
)

// echo is the line of the text that is being typed, as it stands on the terminal.
type echo struct {
	open    bool // the terminal's cursor stands at its end
	field   Field
	columns int // that it takes
}

// typed brings the text that is typed onto the terminal, and reports whether it wrote anything. What is typed at the end, and
// what is taken away there, is echoed; after any other change the whole text is written anew on a line of its own. A cursor
// that moves says what it stands before.
func (w *Writer) typed(f *Field) (wrote bool) {
	if f == nil {
		w.newLine()
		w.echo = echo{}
		return false
	}
	was, now := &w.echo.field, *f
	begun := w.echo != echo{} && was.Prompt == now.Prompt
	switch end := len([]rune(now.Text)); {
	case begun && *was == now:
		return false
	case begun && was.Text == now.Text:
		w.newLine()
		w.put(w.standsBefore(now) + "\r\n")
		w.echo.field = now
		return true
	case begun && w.echo.open && now.At == end && w.echoed(was.Text, now.Text):
	default:
		w.newLine()
		w.begin(now)
	}
	w.echo.field = now
	return true
}

// begin writes the prompt and the text, and leaves the line open.
func (w *Writer) begin(f Field) {
	text := w.shown(f.Text)
	if f.Prompt != "" {
		text = w.shown(f.Prompt) + ": " + text
	}
	w.put(text)
	w.echo.open, w.echo.columns = true, safe.Width(text)
}

// echoed writes the difference of two texts as a terminal echoes it; ok is false where it cannot: in the middle, or where the
// line has gone on to the next row, over whose edge a backspace does not lead.
func (w *Writer) echoed(was, now string) (ok bool) {
	if rest, longer := strings.CutPrefix(now, was); longer {
		rest = w.shown(rest)
		w.put(rest)
		w.echo.columns += safe.Width(rest)
		return true
	}
	rest, shorter := strings.CutPrefix(was, now)
	n := safe.Width(w.shown(rest))
	if !shorter || w.width > 0 && w.echo.columns >= w.width {
		return false
	}
	w.put(strings.Repeat("\b \b", n))
	w.echo.columns -= n
	return true
}

// standsBefore says what the cursor stands before.
func (w *Writer) standsBefore(f Field) string {
	runes := []rune(f.Text)
	switch {
	case f.At >= len(runes):
		return "at the end"
	case runes[f.At] == ' ':
		return "before a blank"
	}
	return "before " + w.shown(string(runes[f.At]))
}
