package card

import (
	"parallax/corpus/claim"
	"parallax/corpus/report"
	"parallax/corpus/safe"
	"parallax/corpus/statement"
	"parallax/ui/line"
	"parallax/ui/theme"
)

// wordingRows is a wording's text: the words that carry the claim in bold, those that the claim's lead has not between signs.
func (k *Card) wordingRows(w wording, chosen bool, width int) []string {
	t, set := k.theme, k.now.Corpus.Statements
	base := theme.Style("")
	if chosen {
		base = t.Current
	}
	rows := line.FlowSigned(set.ReportOf(w.statement).Text, set.All[w.statement].Span, min(width-6, measure), t.Ellipsis, func(word report.Span) line.Look {
		look := line.Look{Style: base}
		if overlap(w.carry, word) >= 0 {
			look.Style += t.Carries
		}
		if i := overlap(w.departs, word); i >= 0 {
			look.Style += t.Departs
			if w.departs[i].Start >= word.Start {
				look.Open = t.Open
			}
			if w.departs[i].End <= word.End {
				look.Close = t.Close
			}
		}
		return look
	})
	lines := make([]string, len(rows))
	for i, r := range rows {
		lines[i] = line.New(width, t.Ellipsis).Glyph("", "    ").Styled(r.Text, r.Columns).String()
	}
	return lines
}

// overlap is the index of the first of the spans that has a part of the word, negative for none.
func overlap(spans []report.Span, word report.Span) int {
	for i, s := range spans {
		if s.Overlap(word) > 0 {
			return i
		}
	}
	return -1
}

// mostFigures is how many rows of figures the card begins with: a live page can give one thing twenty times.
const mostFigures = 12

// figureRows is what the claim's wordings give as figures of one thing, below each other: what it is of, the figure, who gives
// it. What only one outlet gives is left out.
func (k *Card) figureRows(width int) []string {
	t := k.theme
	var rows []string
	for _, topic := range k.now.Linked.Claims.Topics(k.claim) {
		if !k.severalGive(&topic) {
			continue
		}
		label := topic.Label
		for i, f := range topic.Figures {
			if len(rows) == mostFigures {
				return append(rows, line.New(width, t.Ellipsis).Glyph(t.Quiet, "    "+t.Ellipsis).String())
			}
			rows = append(rows, k.figureRow(label, f, &topic, width))
			if i == 0 {
				label = ""
			}
		}
	}
	return rows
}

// severalGive reports whether more than one outlet gives a figure of the topic.
func (k *Card) severalGive(topic *claim.Topic) bool {
	outlets := k.now.Corpus.Statements.Outlets.Of
	for _, f := range topic.Figures {
		if outlets[k.reportOf(f.Statement)] != outlets[k.reportOf(topic.Figures[0].Statement)] {
			return true
		}
	}
	return false
}

func (k *Card) reportOf(id statement.ID) report.ID { return k.now.Corpus.Statements.All[id].Report }

func (k *Card) figureRow(label string, f claim.Figure, topic *claim.Topic, width int) string {
	t, set := k.theme, k.now.Corpus.Statements
	rep := set.ReportOf(f.Statement)
	first, second := 22, 12 // columns of what it is of, and of the figure
	if width < 60 {
		first, second = 14, 8
	}
	l := line.New(width, t.Ellipsis).Glyph("", "    ").Put(t.Quiet, safe.Truncate(safe.Line(label), first-1, t.Ellipsis))
	l.To(4 + first)
	if differs(topic, &f) {
		l.Glyph(t.Shared, t.Differs)
	} else {
		l.Glyph("", " ")
	}
	l.Put(t.Carries, f.Figure).Glyph("", " ").To(4 + first + second)
	said := set.Cite(f.Statement)
	if when := rep.Published.String(); when != "" && set.Which(rep.ID) == "" {
		said += " " + t.Dot + " " + when
	}
	return l.Put("", said).String()
}

// differs reports whether the figure is one of two that differ.
func differs(topic *claim.Topic, f *claim.Figure) bool {
	for _, d := range topic.Differences {
		if d.A.Statement == f.Statement && d.A.Span == f.Span || d.B.Statement == f.Statement && d.B.Span == f.Span {
			return true
		}
	}
	return false
}
