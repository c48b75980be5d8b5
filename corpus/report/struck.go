package report

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Words that an outlet has struck out stand in its report for all to see, and are withdrawn: they belong to the text, but
// not as the outlet's words. So a text has them between marks, as Markdown writes them, whatever the format was, and
// Report.Struck says where; a reader sees the marks on every screen and in every quotation, and nothing is linked by what
// stands between them. What was deleted while changes were tracked was never published and is no text at all.

// StruckMark stands before and after words that are struck out.
const StruckMark = "~~"

// strike says that what is written next is struck out. Its mark stands before the first of it, behind the blank; words that
// go on where the last ended are the same.
func (w *writer) strike() { w.strikes++ }

// mark writes the mark before words that are struck out, once.
func (w *writer) mark() {
	if w.marked {
		return
	}
	w.marked = true
	if n := len(w.struck); n > 0 && w.struck[n-1].End == len(w.text) {
		w.opened = w.struck[n-1].Start
		w.text, w.struck = w.text[:len(w.text)-len(StruckMark)], w.struck[:n-1]
		return
	}
	w.opened = len(w.text)
	w.text = append(w.text, StruckMark...)
}

// unstrike ends it: the mark stands before the blank that is to follow. Where nothing was written there is none.
func (w *writer) unstrike() {
	if w.strikes = max(0, w.strikes-1); w.strikes > 0 || !w.marked {
		return
	}
	w.marked = false
	w.text = append(w.text, StruckMark...)
	w.struck = append(w.struck, Span{w.opened, len(w.text)})
}

// strikeOut writes what f writes as struck out.
func (w *writer) strikeOut(f func()) {
	w.strike()
	f()
	w.unstrike()
}

// strikes reports whether an element strikes out what is in it.
func strikes(n *html.Node) bool {
	return n.Type == html.ElementNode && is(n, atom.Del, atom.S, atom.Strike)
}

// strikeTag strikes out from a tag to the one that closes it, in HTML that comes tag by tag.
func (w *writer) strikeTag(name string) {
	switch name {
	case "del", "s", "strike":
		w.strike()
	case "/del", "/s", "/strike":
		w.unstrike()
	}
}

// strikeEnd closes what a block left open.
func (w *writer) strikeEnd() {
	w.strikes = min(w.strikes, 1)
	w.unstrike()
}
