package review

import (
	"fmt"
	"strings"

	"parallax/corpus/claim"
	"parallax/corpus/report"
	"parallax/corpus/review"
	"parallax/corpus/safe"
	"parallax/corpus/statement"
	"parallax/ui/key"
	"parallax/ui/line"
	"parallax/ui/theme"
)

// measure is the most columns that a line of text takes: a longer one is hard to read.
const measure = 100

// draw writes the progress and the question.
func (r *Review) draw(b *strings.Builder, lines []string, width, rows int) {
	t := r.theme
	head := line.New(width, t.Ellipsis).Glyph("", " ").Glyph(t.Brand, "Review")
	if q := r.now.Review; q != nil {
		head.Glyph(t.Quiet, "  "+r.progress())
	}
	if more := len(lines) - r.top - r.rows; more > 0 {
		head.Right(t.Quiet, fmt.Sprintf("%d more rows ", more))
	}
	b.WriteString(head.String() + "\n")
	if rows > 2 {
		b.WriteString(line.Blank(width) + "\n")
	}
	for i := range r.rows {
		if n := r.top + i; n < len(lines) {
			b.WriteString(lines[n])
		} else {
			b.WriteString(line.Blank(width))
		}
		b.WriteByte('\n')
	}
}

// progress is how many questions are answered, and what doubt is left.
func (r *Review) progress() string {
	said := fmt.Sprintf("%d of %d answered", r.answered, r.answered+len(r.open()))
	if r.about != nil {
		return said + " about one claim"
	}
	return fmt.Sprintf("%s; expected errors left %.0f", said, r.now.Review.Errors)
}

// lines is the question on screen, and the rows of the chosen line in it.
func (r *Review) lines(width int) (lines []string, from, to int) {
	p := &page{theme: r.theme, width: width}
	q := r.at()
	if q != nil {
		p.question(r, q)
	} else {
		p.text("", r.nothing())
	}
	return p.lines, p.from, p.to
}

// nothing says why nothing is asked, and what to do.
func (r *Review) nothing() string {
	back := "; " + r.bound.Name(key.Close) + " goes back to reading"
	switch {
	case r.now.Review == nil:
		return "Looking for what is worth asking" + r.theme.Ellipsis
	case r.about != nil:
		return "Nothing about this claim is worth asking" + back + "."
	}
	return "Nothing left that is worth asking" + back + "."
}

// question adds a question: what is asked, then the lines with their marks.
func (p *page) question(r *Review, q *review.Question) {
	t, set, from := r.theme, r.now.Corpus.Statements, r.now.Review
	p.text(t.Brand, r.asks(q))
	p.text(t.Name, safe.Line(r.nameOf(q)))
	p.text(t.Quiet, fmt.Sprintf("%s says it, %s does not; a number turns a line round, y answers, n: it is no claim or another says it (right as it stands: %.2f)",
		t.Same, t.Silent, q.Odds))
	if len(q.Known) > 0 {
		p.text(t.Quiet, "says it, as you said: "+names(set, q.Known))
	}
	for i, row := range q.Rows {
		mark := t.Silent
		if r.says(q, i) {
			mark = t.Same
		}
		number := "  "
		if i < 9 {
			number = fmt.Sprintf("%d ", i+1)
		}
		begin := len(p.lines) + 1
		p.statement(set, from.Claims, q.Claim, row.Statement, number+mark+" ", i == r.cursor, r.flipped[i])
		if i == r.cursor {
			p.from, p.to = begin, len(p.lines)
		}
	}
}

// names is statements by outlet and number.
func names(set *statement.Set, ids []statement.ID) string {
	var all []string
	for _, id := range ids {
		all = append(all, name(set, id))
	}
	return strings.Join(all, ", ")
}

// name is a statement's outlet and number.
func name(set *statement.Set, id statement.ID) string {
	return safe.Line(set.Cite(id))
}

// page is rows in the making.
type page struct {
	theme *theme.Theme
	width int
	lines []string

	from, to int // the rows of the chosen line
}

func (p *page) columns() int { return max(8, min(p.width-4, measure)) }

// text adds a text of which the parts from outside are safe already.
func (p *page) text(s theme.Style, text string) {
	for _, row := range line.Wrap(text, p.columns(), "") {
		p.lines = append(p.lines, line.New(p.width, p.theme.Ellipsis).Glyph("", "  ").Glyph(s, row).String())
	}
}

// statement adds a statement below its mark and outlet, which say whether it is chosen and turned round, with the claim's words marked, and the words again below it, because
// a mark must not rest on colour alone.
func (p *page) statement(set *statement.Set, claims *claim.Claims, c *claim.Claim, id statement.ID, mark string, chosen, flipped bool) {
	t, marked := p.theme, claims.WordsIn(c, id)
	head := line.New(p.width, t.Ellipsis)
	if chosen {
		head.Glyph(t.Brand, t.Chosen+" ")
	} else {
		head.Glyph("", "  ")
	}
	head.Glyph(t.Key, mark).Glyph(t.Name, name(set, id))
	if flipped {
		head.Glyph(t.Quiet, "  turned round by you")
	}
	p.lines = append(p.lines, line.Blank(p.width), head.String())
	st, text := &set.All[id], set.ReportOf(id).Text
	for _, row := range line.Flow(text, st.Span, p.columns(), t.Ellipsis, func(word report.Span) theme.Style { return style(t, word, marked) }) {
		p.lines = append(p.lines, line.New(p.width, t.Ellipsis).Glyph("", "  ").Styled(row.Text, row.Columns).String())
	}
	var words []string
	for _, s := range marked {
		words = append(words, safe.Line(text[s.Start:s.End]))
	}
	if len(words) > 0 {
		p.text(t.Quiet, "words: "+strings.Join(words, " "+t.Dot+" "))
	}
}

func style(t *theme.Theme, word report.Span, marked []report.Span) theme.Style {
	for _, s := range marked {
		if s.Overlap(word) > 0 {
			return t.Shared
		}
	}
	return t.Text
}
