package revisions

import (
	"strings"

	"parallax/corpus/report"
	"parallax/corpus/revision"
	"parallax/ui/line"
	"parallax/ui/theme"
)

// shown is the rows of the screen, for one width.
type shown struct {
	lines       []string
	differences []int // the lines where they begin
}

const (
	beside  = 80 // columns from which the two texts stand side by side
	measure = 90 // the most columns of one text: a longer line is hard to read
	label   = 8  // columns of the words before a text, where one stands below the other
)

// sideBySide reports whether there are two texts that fit beside each other.
func (v *Revisions) sideBySide(width int) bool { return width >= beside && len(v.texts) > 1 }

// column is where the second of two texts begins.
func column(width int) int { return min(measure+2, width/2) }

// lay makes the lines for a width.
func (v *Revisions) lay(width int) {
	if width == v.width {
		return
	}
	v.width, v.shown = width, shown{}
	for i := range v.rows {
		r := &v.rows[i]
		if len(v.texts) > 1 && r.Differs() {
			v.shown.differences = append(v.shown.differences, len(v.shown.lines))
		}
		switch {
		case v.sideBySide(width):
			v.both(r, width)
		case len(v.texts) == 1:
			v.alone(r.New, width)
		case !r.Differs():
			v.below("", r.New, nil, width)
		default:
			if r.HasOld {
				v.below("older", r.Old, r.Gone, width)
			}
			if r.HasNew {
				v.below("newer", r.New, r.Came, width)
			}
		}
	}
}

// flow is a paragraph in rows, its words that differ between signs and in another style.
func (v *Revisions) flow(text string, differ []report.Span, columns int) []line.Styled {
	t := v.theme
	marked := func(word report.Span) bool {
		for _, d := range differ {
			if d.Overlap(word) > 0 {
				return true
			}
		}
		return false
	}
	return line.FlowSigned(text, report.Span{End: len(text)}, max(4, columns), t.Ellipsis, func(word report.Span) line.Look {
		if !marked(word) {
			return line.Look{}
		}
		look := line.Look{Style: t.Departs}
		before := strings.TrimRight(text[:word.Start], " \t")
		if last := strings.LastIndexAny(before, " \t") + 1; before == "" || !marked(report.Span{Start: last, End: len(before)}) {
			look.Open = t.Open
		}
		after := strings.TrimLeft(text[word.End:], " \t")
		start := len(text) - len(after)
		if end := strings.IndexAny(after+" ", " \t"); after == "" || !marked(report.Span{Start: start, End: start + end}) {
			look.Close = t.Close
		}
		return look
	})
}

// both puts a paragraph of each text side by side.
func (v *Revisions) both(r *revision.Row, width int) {
	half := column(width)
	var left, right []line.Styled
	if r.HasOld {
		left = v.flow(r.Old, r.Gone, half-3)
	}
	if r.HasNew {
		right = v.flow(r.New, r.Came, min(measure, width-half-3))
	}
	for i := range max(len(left), len(right)) {
		l := line.New(width, v.theme.Ellipsis).Glyph("", " ")
		if i < len(left) {
			l.Styled(left[i].Text, left[i].Columns)
		}
		l.To(half).Glyph(v.theme.Rule, v.theme.Vertical+" ")
		if i < len(right) {
			l.Styled(right[i].Text, right[i].Columns)
		}
		v.shown.lines = append(v.shown.lines, l.String())
	}
}

// below puts a paragraph below the one before it, with the word that says whose it is.
func (v *Revisions) below(which, text string, differ []report.Span, width int) {
	for i, row := range v.flow(text, differ, min(measure, width-label-1)) {
		l := line.New(width, v.theme.Ellipsis).Glyph("", " ")
		if i == 0 {
			l.Glyph(v.theme.Key, which)
		}
		v.shown.lines = append(v.shown.lines, l.To(label).Styled(row.Text, row.Columns).String())
	}
}

// alone puts a paragraph of the only text.
func (v *Revisions) alone(text string, width int) {
	for _, row := range line.Wrap(text, max(4, min(measure, width-2)), "") {
		v.shown.lines = append(v.shown.lines, line.New(width, v.theme.Ellipsis).Glyph("", " "+row).String())
	}
}

// head writes the rows above the texts.
func (v *Revisions) head(width int) []string {
	t := v.theme
	row := func() *line.Line { return line.New(width, t.Ellipsis).Glyph("", " ") }
	rows := []string{row().Glyph(t.Brand, "Revisions").Put(t.Name, "  "+v.name).String()}
	say := func(s theme.Style, text string) {
		for _, said := range line.Wrap(text, width-2, "  ") {
			rows = append(rows, row().Put(s, said).String())
		}
	}
	say(t.Quiet, v.state())
	if v.marks != "" {
		say(t.Quiet, "marks here now: "+v.marks)
	}
	switch {
	case len(v.texts) == 1:
		say(t.Key, "present: "+v.when(0))
		return rows
	case v.sideBySide(width):
		half := column(width)
		older := line.New(half-1, t.Ellipsis).Put(t.Key, "older: "+v.when(v.older))
		l := row().Styled(older.String(), half-1)
		return append(rows, l.Glyph(t.Rule, t.Vertical+" ").Put(t.Key, "newer: "+v.when(v.newer)).String())
	default:
		say(t.Key, "older: "+v.when(v.older))
		say(t.Key, "newer: "+v.when(v.newer))
		return rows
	}
}

// pointed is a line, which begins with the pointer where the difference stands that was gone to.
func (v *Revisions) pointed(n int) string {
	text := v.shown.lines[n]
	if v.at < len(v.shown.differences) && v.shown.differences[v.at] == n {
		return v.theme.Key.Wrap(v.theme.Chosen) + text[1:]
	}
	return text
}

// Draw writes the screen.
func (v *Revisions) Draw(b *strings.Builder, width, rows int) (x, y int) {
	v.lay(width)
	head := v.head(width)
	head = head[:min(len(head), rows)]
	v.height = max(1, rows-len(head))
	v.top = max(0, min(v.top, len(v.shown.lines)-v.height))
	for _, h := range head {
		b.WriteString(h + "\n")
	}
	for i := range rows - len(head) {
		if n := v.top + i; n < len(v.shown.lines) {
			b.WriteString(v.pointed(n) + "\n")
		} else {
			b.WriteString(line.Blank(width) + "\n")
		}
	}
	y = len(head)
	if v.at < len(v.shown.differences) {
		if at := v.shown.differences[v.at] - v.top; at >= 0 && at < v.height {
			y += at
		}
	}
	return 0, min(y, rows-1)
}
