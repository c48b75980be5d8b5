package review

import (
	"cmp"
	"fmt"
	"strings"

	"parallax/corpus/match"
	"parallax/corpus/report"
	"parallax/corpus/safe"
	"parallax/corpus/statement"
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

// lines is the question on screen.
func (r *Review) lines(width int) []string {
	t := r.theme
	p := &page{theme: t, width: width}
	open := r.open()
	switch {
	case r.now.Review == nil:
		p.text(t.Quiet, "looking for what is worth asking "+t.Ellipsis)
		return p.lines
	case len(open) == 0:
		if r.about != nil {
			p.text("", "Nothing about this claim is worth asking.")
		} else {
			p.text("", "Nothing left that is worth asking.")
		}
		return p.lines
	}
	q, set, from := open[0], r.now.Corpus.Statements, r.now.Review
	l := match.Link{A: min(q.Statement, q.Wording), B: max(q.Statement, q.Wording)}
	cl := &from.Claims.All[q.Claim]
	p.text(t.Brand, "Does "+name(set, q.Statement)+" say what "+name(set, q.Wording)+" says?")
	p.lines = append(p.lines, line.Blank(width))
	p.text(t.Quiet, "claim: "+safe.Line(cmp.Or(r.now.Resolved.ClaimName(cl.Statements), cl.Name)))
	why := fmt.Sprintf("%s; yes is expected at %.2f", q.Kind.Why(), q.Odds)
	if n := len(cl.Statements); n > 2 {
		why += fmt.Sprintf("; yes and no hold for the claim's %d statements", n)
	}
	p.text(t.Quiet, why)
	spans := from.Claims.Words(q.Claim, q.Wording)
	if len(spans) == 0 {
		spans = from.Links.SharedSpans(l, q.Wording)
	}
	p.statement(set, q.Statement, from.Links.SharedSpans(l, q.Statement))
	p.statement(set, q.Wording, spans)
	return p.lines
}

// name is a statement's outlet and number.
func name(set *statement.Set, id statement.ID) string {
	return fmt.Sprintf("%s %d", safe.Line(set.ReportOf(id).Outlet), set.All[id].Number)
}

// page is rows in the making.
type page struct {
	theme *theme.Theme
	width int
	lines []string
}

func (p *page) columns() int { return max(8, min(p.width-4, measure)) }

// text adds a text of which the parts from outside are safe already.
func (p *page) text(s theme.Style, text string) {
	for _, row := range line.Wrap(text, p.columns(), "") {
		p.lines = append(p.lines, line.New(p.width, p.theme.Ellipsis).Glyph("", "  ").Glyph(s, row).String())
	}
}

// statement adds a statement below its outlet, with some of its words marked, and the words again below it, because a mark
// must not rest on colour alone.
func (p *page) statement(set *statement.Set, id statement.ID, marked []report.Span) {
	t := p.theme
	p.lines = append(p.lines, line.Blank(p.width), line.New(p.width, t.Ellipsis).Glyph("", "  ").Glyph(t.Name, name(set, id)).String())
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
