package timeline

import (
	"fmt"
	"strings"

	"parallax/corpus/claim"
	"parallax/corpus/language"
	"parallax/corpus/report"
	"parallax/corpus/safe"
	"parallax/ui/line"
	"parallax/ui/theme"
)

// measure is the most columns that a line of text takes: a longer one is hard to read.
const measure = 100

// The columns of a figure's row, where there is room for all: the figure, its outlet, whose words it is; the date stands at
// the right edge.
const (
	roomy      = 72 // columns from which a figure has one row
	figureAt   = 3
	mostFigure = 24
)

func (s *Timeline) blank(width int) string { return line.Blank(width) }

// title is the claim's name and how many figures it has.
func (s *Timeline) title(width int) string {
	t := s.theme
	place := fmt.Sprintf("%d of %d ", s.chosen+1, s.count())
	head := line.New(max(0, width-safe.Width(place)-1), t.Ellipsis).Glyph("", " ").Glyph(t.Brand, "Figures").Glyph("", "  ").Put(t.Match, s.now.ClaimName(s.claim))
	return head.String() + line.New(width-head.Columns(), t.Ellipsis).Right(t.Quiet, place).String()
}

// lines is all rows, and the first row of the chosen figure and the one after its last.
func (s *Timeline) lines(width int) (lines []string, start, end int) {
	n := 0
	room := s.room(width)
	for i := range s.threads {
		th := &s.threads[i]
		if i > 0 {
			lines = append(lines, s.blank(width))
		}
		head := line.New(width, s.theme.Ellipsis).Glyph("", " ").Put(s.theme.Name, th.Label)
		head.Glyph(s.theme.Quiet, "  "+s.about(th))
		lines = append(lines, head.String())
		for k := range th.Figures {
			if n == s.chosen {
				start = len(lines)
			}
			lines = append(lines, s.figure(&th.Figures[k], n == s.chosen, room, width)...)
			if n == s.chosen {
				end = len(lines)
			}
			n++
		}
	}
	return lines, start, end
}

// about is by how many outlets a thread's figures are, and whether they differ.
func (s *Timeline) about(th *claim.Thread) string {
	outlets := make(map[report.OutletID]bool)
	differs := false
	for i := range th.Figures {
		outlets[s.now.Corpus.Statements.Outlets.Of[s.now.Corpus.Statements.All[th.Figures[i].Statement].Report]] = true
		differs = differs || th.Figures[i].Differs
	}
	text := language.Counted(len(outlets), "outlet")
	if differs {
		text += ", differs"
	}
	return text
}

// room is how wide the figures are, up to a limit.
func (s *Timeline) room(width int) int {
	n := 4
	for i := range s.threads {
		for k := range s.threads[i].Figures {
			n = max(n, safe.Width(safe.Line(s.threads[i].Figures[k].Figure.Figure)))
		}
	}
	return min(n, mostFigure, max(4, width/3))
}

// figure is the rows of one figure; the chosen one has its statement below it.
func (s *Timeline) figure(f *claim.Told, chosen bool, room, width int) []string {
	t, set := s.theme, s.now.Corpus.Statements
	r := set.ReportOf(f.Statement)
	l := line.New(width, t.Ellipsis)
	style := theme.Style("")
	if chosen {
		style = t.Current
		l.Glyph(t.Shared, t.Chosen)
	} else {
		l.Glyph("", " ")
	}
	l.To(1)
	if f.Differs {
		l.Glyph(t.Shared, t.Differs)
	}
	at := max(figureAt, l.Columns()+1)
	l.To(at).Put(style, safe.Truncate(safe.Line(f.Figure.Figure), room, t.Ellipsis))
	l.To(at+room+2).Put(t.Name, set.Named(r.ID)).Glyph(t.Quiet, fmt.Sprintf(" %d", set.All[f.Statement].Number))
	when := s.when(r)
	whose := s.whose(f)
	rows := []string{}
	if width >= roomy {
		l.Glyph(t.Quiet, " "+t.Dot+" ").Put(t.Quiet, safe.Truncate(safe.Line(whose), max(0, l.Left()-safe.Width(when)-4), t.Ellipsis))
		rows = append(rows, l.Right(t.Quiet, when+" ").String())
	} else {
		rows = append(rows, l.String(), line.New(width, t.Ellipsis).To(at).Put(t.Quiet, when+" "+t.Dot+" "+whose).String())
	}
	if !chosen {
		return rows
	}
	for _, row := range line.Flow(r.Text, set.All[f.Statement].Span, max(8, min(width-figureAt-2, measure)), t.Ellipsis, func(word report.Span) theme.Style {
		if word.Overlap(f.Span) > 0 {
			return t.Carries
		}
		return ""
	}) {
		rows = append(rows, line.New(width, t.Ellipsis).To(figureAt).Styled(row.Text, row.Columns).String())
	}
	return rows
}

// when is the report's date and time of day.
func (s *Timeline) when(r *report.Report) string {
	if !r.Published.Known() {
		return "date unknown"
	}
	return strings.TrimSpace(r.Published.String() + " " + safe.Line(r.TimeOfDay()))
}

// whose is whose words the figure is; one of another claim says so.
func (s *Timeline) whose(f *claim.Told) string {
	text := "the outlet's own words"
	if v, spoken := s.now.Linked.Claims.SayOf(&f.Figure); spoken {
		text = fmt.Sprintf("%s (%s)", v.Speaker, v.Mode)
	}
	if f.Elsewhere {
		text += ", in another claim"
	}
	return text
}
