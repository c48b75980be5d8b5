package report

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// RawPart is a line of the text that a report's file has, and whether it was left out of the report.
type RawPart struct {
	Text string
	Left bool
}

// RawParts is the whole text of the report's file, line by line. A line was taken when the report has its words in this
// order, wherever they stand; what is shorter than a word and a half may be taken for taken.
func (r *Report) RawParts() []RawPart {
	var parts []RawPart
	if r.Raw == "" {
		for text := range strings.Lines(r.Text) {
			if text = strings.TrimSpace(text); text != "" {
				parts = append(parts, RawPart{Text: text})
			}
		}
		return parts
	}
	taken := " " + folded(r.Text) + " "
	for text := range strings.Lines(r.Raw) {
		if text = strings.TrimSpace(text); text != "" {
			parts = append(parts, RawPart{text, !strings.Contains(taken, " "+folded(text)+" ")})
		}
	}
	return parts
}

// folded is the words of a text with one blank between them, without the marks that a writer puts before list items.
func folded(text string) string {
	words := strings.Fields(strings.ReplaceAll(text, "\u00AD", ""))
	kept := words[:0]
	for _, w := range words {
		if w != "-" && w != "•" && w != "*" {
			kept = append(kept, w)
		}
	}
	return strings.Join(kept, " ")
}

// linesOf is what a reader sees of n, a line a paragraph.
func linesOf(n *html.Node) string {
	var b strings.Builder
	blank, space := true, false // nothing stands on the line yet; a blank is due before the next word
	var write func(n *html.Node)
	write = func(n *html.Node) {
		if n.Type == html.TextNode {
			for _, c := range n.Data {
				switch {
				case unicode.IsSpace(c):
					space = true
					continue
				case space && !blank:
					b.WriteByte(' ')
				}
				b.WriteRune(c)
				blank, space = false, false
			}
			return
		}
		if unseen(n) {
			return
		}
		apart := n.Type == html.ElementNode && (isBlock(n.DataAtom) || n.DataAtom == atom.Br)
		end := func() {
			if apart && !blank {
				b.WriteByte('\n')
				blank = true
			}
		}
		end()
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			write(c)
		}
		end()
	}
	write(n)
	return b.String()
}
