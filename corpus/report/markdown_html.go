package report

import (
	"strings"

	"github.com/yuin/goldmark/ast"
)

// tags is where in HTML a line leaves off: HTML blocks of Markdown come line by line.
type tags struct {
	until string // what ends the comment, tag, or script that is open; "" in text
}

// html writes the text of an HTML block, its tags left out.
func (w *markdownWriter) html(n *ast.HTMLBlock) {
	w.tags = tags{}
	for _, s := range n.Lines().Sliced(0, n.Lines().Len()) {
		w.htmlLine(s.Start, s.Stop)
	}
	if n.HasClosure() {
		w.htmlLine(n.ClosureLine.Start, n.ClosureLine.Stop)
	}
	w.strikeEnd()
}

// htmlLine writes the text of the bytes [start, stop) of the source, a line of HTML.
func (w *markdownWriter) htmlLine(start, stop int) {
	for start < stop {
		rest := w.source[start:stop]
		if w.tags.until != "" {
			i := indexFold(rest, w.tags.until)
			if i < 0 {
				return
			}
			start += i + len(w.tags.until)
			w.tags.until = afterwards(w.tags.until)
			continue
		}
		i := strings.IndexByte(rest, '<')
		if i < 0 {
			i = len(rest)
		}
		w.htmlText(start, start+i)
		start += i
		if start < stop {
			start += w.open(w.source[start:stop])
		}
	}
}

// indexFold is strings.Index without regard to the case of ASCII letters, for a sub that begins with none.
func indexFold(s, sub string) int {
	for at := 0; ; at++ {
		i := strings.IndexByte(s[at:], sub[0])
		if at += i; i < 0 || at+len(sub) > len(s) {
			return -1
		}
		if strings.EqualFold(s[at:at+len(sub)], sub) {
			return at
		}
	}
}

// afterwards is what must still come when until has: the end of the tag that closes a script.
func afterwards(until string) string {
	if strings.HasPrefix(until, "</") {
		return ">"
	}
	return ""
}

// htmlText writes text between tags; a line end is a blank there.
func (w *markdownWriter) htmlText(start, stop int) {
	raw := w.source[start:stop]
	kept := strings.TrimSpace(raw)
	if kept == "" {
		if raw != "" {
			w.blank()
		}
		return
	}
	at := start + strings.Index(raw, kept)
	if at > start {
		w.blank()
	}
	w.unescaped(at, at+len(kept))
	if at+len(kept) < stop {
		w.blank()
	}
}

// open enters what a < opens and is how many bytes of s that takes.
func (w *markdownWriter) open(s string) int {
	name := tagName(s)
	switch {
	case strings.HasPrefix(s, "<!--"):
		w.tags.until = "-->"
		return len("<!--")
	case name == "" && len(s) > 1 && (s[1] == '!' || s[1] == '?'):
		w.tags.until = ">"
		return 2
	case name == "":
		w.made("<")
		return 1
	}
	if breaksLine(s) {
		w.end(1)
	}
	w.strikeTag(name)
	w.tags.until = ">"
	if name == "script" || name == "style" {
		w.tags.until = "</" + name
	}
	return 1 + len(name)
}

// tagName is the name of the tag that s begins with, in small letters, with its slash when it closes one; "" when s
// begins with none.
func tagName(s string) string {
	i := 1
	if i < len(s) && s[i] == '/' {
		i++
	}
	from := i
	for i < len(s) && (s[i]|0x20 >= 'a' && s[i]|0x20 <= 'z' || i > from && s[i] >= '0' && s[i] <= '9') {
		i++
	}
	if i == from {
		return ""
	}
	return strings.ToLower(s[1:i])
}

var lineTags = words("address article aside blockquote br caption dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul")

// breaksLine reports whether the tag that s begins with begins or ends a line of its own.
func breaksLine(s string) bool { return lineTags[strings.TrimPrefix(tagName(s), "/")] }
