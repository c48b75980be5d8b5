package revisions

import (
	"fmt"
	"strings"

	"parallax/corpus/report"
	"parallax/ui/linear"
)

// byLine is the width of texts that are not laid out: a line is a paragraph of both.
const byLine = -1

// layByLine makes a line of each paragraph, in words.
func (v *Revisions) layByLine() {
	if v.width == byLine {
		return
	}
	v.width, v.shown = byLine, shown{}
	for i := range v.rows {
		r := &v.rows[i]
		text := r.New
		if len(v.texts) > 1 && r.Differs() {
			v.shown.differences = append(v.shown.differences, len(v.shown.lines))
			switch {
			case !r.HasOld:
				text = "new paragraph: " + r.New
			case !r.HasNew:
				text = "paragraph gone: " + r.Old
			default:
				text = fmt.Sprintf("older: %s; newer: %s; gone: %s; new: %s", r.Old, r.New, wordsOf(r.Old, r.Gone), wordsOf(r.New, r.Came))
			}
		}
		v.shown.lines = append(v.shown.lines, text)
	}
}

// wordsOf is some words of a text, "nothing" for none.
func wordsOf(text string, spans []report.Span) string {
	var words []string
	for _, s := range spans {
		words = append(words, strings.TrimSpace(text[s.Start:s.End]))
	}
	if len(words) == 0 {
		return "nothing"
	}
	return strings.Join(words, ", ")
}

// Words is what the screen says by the line: a paragraph of both texts, and the words in which they differ.
func (v *Revisions) Words() linear.Page {
	v.layByLine()
	v.height = linear.PageRows + 1
	p := linear.Page{Name: "Revisions", Field: linear.Pending(v.keys.Pending())}
	p.Add("name", nil, v.name)
	p.Add("texts", nil, v.textsWords())
	p.Add("state", nil, v.state())
	p.Where = []string{v.name, v.textsWords(), v.state()}
	v.top = max(0, min(v.top, len(v.shown.lines)-1))
	if v.top < len(v.shown.lines) {
		place := fmt.Sprintf("paragraph %d of %d", v.top+1, len(v.shown.lines))
		p.Add("row", v.top, v.shown.lines[v.top])
		p.Join("place", v.top, place)
		p.Where = append(p.Where, place)
	}
	return p
}

// textsWords is which texts are compared.
func (v *Revisions) textsWords() string {
	if len(v.texts) == 1 {
		return "present text: " + v.when(0)
	}
	return "older text: " + v.when(v.older) + "; newer text: " + v.when(v.newer)
}
