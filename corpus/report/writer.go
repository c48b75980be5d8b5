package report

import (
	"html"
	"strings"
)

// writer puts a text together from pieces of a source and notes in a Map where each came from. Blanks and line ends
// between pieces are written only when something follows, so that a text neither begins nor ends with any.
type writer struct {
	source  string
	text    []byte
	m       *Map
	pending string // "", " ", "\n" or "\n\n": before whatever comes next
	struck  []Span // words that are struck out, with their marks
	opened  int    // where the words begin that are being struck out
	marked  bool   // their mark stands
	strikes int    // how many ask for it
}

// end asks for n line ends (1 or 2) before what comes next.
func (w *writer) end(n int) {
	if len(w.text) > 0 && n > strings.Count(w.pending, "\n") {
		w.pending = "\n\n"[:n]
	}
}

// blank asks for a blank before what comes next in the line.
func (w *writer) blank() {
	if len(w.text) > 0 && w.pending == "" {
		w.pending = " "
	}
}

func (w *writer) flush() {
	w.text = append(w.text, w.pending...)
	w.pending = ""
	if w.strikes > 0 {
		w.mark()
	}
}

// keep writes the bytes [start, stop) of the source, without the line end that may close them.
func (w *writer) keep(start, stop int) {
	kept := strings.TrimRight(w.source[start:stop], "\r\n")
	if kept == "" {
		return
	}
	w.flush()
	w.m.same(len(w.text), start, len(kept))
	w.text = append(w.text, kept...)
}

// put writes s for the bytes [start, stop) of the source.
func (w *writer) put(s string, start, stop int) {
	w.flush()
	w.m.whole(len(w.text), len(s), start, stop-start)
	w.text = append(w.text, s...)
}

// made writes s, which stands nowhere in the source.
func (w *writer) made(s string) {
	w.flush()
	w.text = append(w.text, s...)
}

// writing is the span of what f writes, blanks around it left out.
func (w *writer) writing(f func()) Span {
	start := len(w.text)
	f()
	end := len(w.text)
	for start < end && isBlank(w.text[start]) {
		start++
	}
	for start < end && isBlank(w.text[end-1]) {
		end--
	}
	return Span{start, end}
}

func isBlank(b byte) bool { return b == ' ' || b == '\n' || b == '\t' || b == '\r' }

// unescaped writes the bytes [start, stop) of the source with its backslash escapes and its character references
// ("&amp;") as what they stand for.
func (w *writer) unescaped(start, stop int) {
	from := start
	for i := start; i < stop; i++ {
		switch c := w.source[i]; {
		case c == '\\' && i+1 < stop && isPunctuation(w.source[i+1]):
			w.keep(from, i)
			w.put(w.source[i+1:i+2], i, i+2)
			i++
			from = i + 1
		case c == '&':
			if n, s := reference(w.source[i:stop]); n > 0 {
				w.keep(from, i)
				w.put(s, i, i+n)
				i += n - 1
				from = i + 1
			}
		}
	}
	w.keep(from, stop)
}

// reference is the length of the character reference that s begins with and what it stands for, 0 when it is none.
func reference(s string) (n int, stands string) {
	end := strings.IndexByte(s[:min(len(s), 40)], ';')
	if end < 2 {
		return 0, ""
	}
	n = end + 1
	if stands = html.UnescapeString(s[:n]); stands == s[:n] || strings.HasSuffix(stands, ";") && stands != ";" {
		return 0, ""
	}
	return n, stands
}

func isPunctuation(c byte) bool {
	return c >= '!' && c <= '/' || c >= ':' && c <= '@' || c >= '[' && c <= '`' || c >= '{' && c <= '~'
}
