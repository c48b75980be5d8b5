package report

import (
	"cmp"
	"slices"
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

// RawParts is the whole text of the report's file, line by line. A line was taken when the report has its words in this order,
// wherever they stand, and no other line accounts for them: a menu's "Sport" is not the word of a sentence, and of two lines
// that are the same the first was taken.
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
	var lines []string
	for text := range strings.Lines(r.Raw) {
		if text = strings.TrimSpace(text); text != "" {
			parts = append(parts, RawPart{text, true})
			lines = append(lines, " "+folded(text)+" ")
		}
	}
	longest := make([]int, len(lines))
	for i := range longest {
		longest[i] = i
	}
	slices.SortStableFunc(longest, func(i, j int) int { return cmp.Compare(len(lines[j]), len(lines[i])) })
	a := account{text: " " + folded(r.Text) + " ", from: make(map[string]int)}
	a.covered = make([]bool, len(a.text))
	for _, i := range longest {
		parts[i].Left = !a.takes(lines[i])
	}
	return parts
}

// account is what of a report's text is accounted for by lines of its file.
type account struct {
	text    string
	covered []bool         // by byte
	from    map[string]int // by line: where it is sought next
}

// takes finds a line in what is not accounted for yet, and reports whether it is there.
func (a *account) takes(line string) bool {
	for {
		from := a.from[line]
		at := strings.Index(a.text[min(from, len(a.text)):], line)
		if at < 0 {
			a.from[line] = len(a.text)
			return false
		}
		at += from
		a.from[line] = at + 1
		words := a.covered[at+1 : at+len(line)-1] // the blanks round them are those of two lines
		if !slices.Contains(words, true) {
			for i := range words {
				words[i] = true
			}
			return true
		}
	}
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
