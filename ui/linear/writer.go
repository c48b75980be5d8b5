package linear

import (
	"io"
	"strings"

	"parallax/corpus/safe"
	"parallax/ui/line"
)

// Writer writes what is new. It never goes back over what was written, but for the text that is being typed, which is echoed
// as a terminal does it: a letter is appended, backspace takes the last one away.
type Writer struct {
	to    io.Writer
	fold  func(string) string // into what the terminal can show; nil for nothing
	width int                 // of the terminal in columns, 0 while unknown

	now, under *Page // as they were said: the screen, and the one below a question
	held       bool  // the parts of a page whose text is typed have not been said
	echo       echo
	last       []string // what was said last
}

// New is a writer to a terminal. What is written passes fold, which may be nil.
func New(to io.Writer, fold func(string) string) *Writer { return &Writer{to: to, fold: fold} }

// SetWidth tells how wide the terminal is: sentences are broken between their words.
func (w *Writer) SetWidth(columns int) { w.width = columns }

// Tell says a message, if there is one, and what is new on the page. It reports whether anything was written, and whether
// parts wait until nobody types any more: then call [Writer.Settle].
func (w *Writer) Tell(p Page, message string) (said, waits bool) {
	before := w.before(&p)
	var news []string
	if before == nil && !p.Over {
		news = append(news, p.Name)
	}
	if message != "" {
		news = append(news, message)
	}
	typing := before != nil && before.Field != nil && p.Field != nil && p.Field.Prompt != "" && before.Field.Text != p.Field.Text
	if typing && message == "" {
		w.held = true
		w.now = &Page{Name: p.Name, Over: p.Over, Parts: before.Parts, Field: p.Field, Whole: p.Whole, Where: p.Where}
		return w.typed(p.Field), true
	}
	w.held = false
	news = append(news, p.news(before)...)
	if len(news) == 0 && w.wroteText() && (p.Field == nil || p.Field.Prompt == "") {
		news = append(news, p.Name) // whose the keys are again
	}
	w.write(news)
	echoed := w.typed(p.Field)
	w.keep(&p)
	return echoed || len(news) > 0, false
}

// before is the page that the new one is compared with, nil for a screen that has just come.
func (w *Writer) before(p *Page) *Page {
	switch {
	case w.now == nil:
		return nil
	case w.now.Name == p.Name:
		return w.now
	case w.now.Over && w.under != nil && w.under.Name == p.Name:
		return w.under
	}
	return nil
}

// wroteText reports whether the last page had a text that was typed.
func (w *Writer) wroteText() bool {
	return w.now != nil && w.now.Field != nil && w.now.Field.Prompt != ""
}

func (w *Writer) keep(p *Page) {
	if w.now = p; !p.Over {
		w.under = p
	}
}

// Waits reports whether parts wait until nobody types any more.
func (w *Writer) Waits() bool { return w.held }

// Say writes sentences that belong to no page, and that the next ones are not compared with.
func (w *Writer) Say(sentences ...string) { w.write(sentences) }

// Again writes what was said last.
func (w *Writer) Again() { w.write(w.last) }

// Whole writes all that can be read at the cursor.
func (w *Writer) Whole(p Page) { w.aside(p.all()) }

// WhereAmI writes where the cursor is.
func (w *Writer) WhereAmI(p Page) { w.aside([]string{List(p.where()...)}) }

func (w *Writer) aside(sentences []string) { w.write(sentences) }

// End leaves the terminal at the beginning of a line.
func (w *Writer) End() { w.newLine() }

// write appends sentences, each on lines of its own.
func (w *Writer) write(sentences []string) {
	if len(sentences) == 0 {
		return
	}
	w.newLine()
	w.last = sentences
	var b strings.Builder
	for _, s := range sentences {
		for _, row := range w.rows(s) {
			b.WriteString(row + "\r\n")
		}
	}
	w.put(b.String())
}

// rows is a sentence in rows of the terminal. In its last column many terminals go on to the next row by themselves.
func (w *Writer) rows(sentence string) []string {
	sentence = w.shown(sentence)
	if w.width < 2 {
		return []string{sentence}
	}
	return line.Wrap(sentence, w.width-1, "")
}

// shown is a text as it may be written.
func (w *Writer) shown(text string) string {
	text = safe.Line(text)
	if w.fold != nil {
		text = w.fold(text)
	}
	return text
}

func (w *Writer) newLine() {
	if w.echo.open {
		w.echo.open = false
		w.put("\r\n")
	}
}

// put hands a text to the terminal. A terminal that is gone is noticed where keys are read.
func (w *Writer) put(text string) { _, _ = io.WriteString(w.to, text) }
