package brief

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/corpus/report"
)

// A quotation is printed as it stands in the source, with two signs: "[...]" where words are left out, also where it
// begins or ends within a statement, and "[words]" for words that are the reader's. A blank beside a sign says that the
// source has a word's border there ("he said [...] that"); none, that the sign stands within a word ("[T]he talks").
// The check of an export reads the signs the same way.

const OmissionSign = "[...]"

// Quotation is the words of p between their signs, on one line, without quotation marks.
// A sign of which a character changes, such as a variation selector, shows there as it does in the source: where the
// words begin with it, nothing stands before it, though the reader's own [words] do.
func Quotation(s *Source, p *Passage) string {
	return Printed(strings.Join(quotationRuns(s, p, Printed), ""))
}

// inner leads from the quotation marks of a source to those that stand inside a quotation.
var inner = strings.NewReplacer(`"`, `'`, "“", "‘", "”", "’", "„", "‚")

// Inner is words as they stand between quotation marks: their own marks are single ones, as usage has it. Each mark becomes
// one of as many bytes. The check of an export reads a quotation without double marks both ways.
func Inner(quotation string) string { return inner.Replace(quotation) }

// Quoted is what the parts make of the words of a passage, as an export prints it and as [Shorten] reads it; without
// parts it is the words.
func Quoted(exact string, parts []Part) string {
	if parts == nil {
		return exact
	}
	return strings.Join(quotationRuns(&Source{Text: exact}, &Passage{Quote: parts, Span: report.Span{End: len(exact)}}, nil), "")
}

// quotationRuns is the quotation in pieces: words of the source, signs, and the blanks that part them. begin, unless nil,
// is made of the first character of words with which the source begins and the quotation does not.
func quotationRuns(s *Source, p *Passage, begin func(string) string) []string {
	parts := Signed(s, p)
	spans := Locate(s.Text, p.Span, parts)
	runs := make([]string, 0, 2*len(parts))
	for i, part := range parts {
		if i > 0 && blankBetween(s.Text, parts[i-1], part, spans[i-1], spans[i]) {
			runs = append(runs, " ")
		}
		switch part.Kind {
		case Words:
			if r, n := utf8.DecodeRuneInString(part.Text); begin != nil && i > 0 && !unicode.IsSpace(r) && onlyAdditions(parts[:i]) {
				runs = append(runs, begin(part.Text[:n]), part.Text[n:])
				continue
			}
			runs = append(runs, part.Text)
		case Addition:
			runs = append(runs, "["+unbracketed(part.Text)+"]")
		case Omission:
			runs = append(runs, OmissionSign)
		}
	}
	return runs
}

func onlyAdditions(parts []Part) bool {
	return !slices.ContainsFunc(parts, func(p Part) bool { return p.Kind != Addition })
}

// unbracketed is a reader's addition without brackets of its own, which would end the sign too early.
func unbracketed(s string) string {
	return strings.NewReplacer("[", "(", "]", ")").Replace(strings.TrimSpace(s))
}

// Signed is the parts of the quotation, with an omission at either end that lies within a statement. A passage without
// parts has the words that were marked.
func Signed(s *Source, p *Passage) []Part {
	var parts []Part
	for _, part := range p.Quote {
		if n := len(parts); n > 0 && part.Kind == Words && parts[n-1].Kind == Words {
			parts[n-1].Text += part.Text
			continue
		}
		parts = append(parts, part)
	}
	if len(parts) == 0 {
		parts = []Part{{Words, p.Was}}
	}
	if p.Whole.Len() == 0 || !within(p.Span, p.Whole) || p.Whole.End > len(s.Text) {
		return parts
	}
	if !BlankOnly(s.Text[p.Whole.Start:p.Span.Start]) && parts[0].Kind != Omission {
		parts = slices.Insert(parts, 0, Part{Kind: Omission})
	}
	if !BlankOnly(s.Text[p.Span.End:p.Whole.End]) && parts[len(parts)-1].Kind != Omission {
		parts = append(parts, Part{Kind: Omission})
	}
	return parts
}

func within(inner, outer report.Span) bool {
	return outer.Start <= inner.Start && inner.Start <= inner.End && inner.End <= outer.End
}

func BlankOnly(s string) bool { return strings.TrimFunc(s, unicode.IsSpace) == "" }

// Locate finds where the words of each part stand in text[span]: in order, each directly behind the words before it
// unless a sign lies between them, then as early as it can, the last as late as it must. Parts that are no words, and
// words that do not stand there, have an empty span.
func Locate(text string, span report.Span, parts []Part) []report.Span {
	spans := make([]report.Span, len(parts))
	if span.Start < 0 || span.End > len(text) || span.Start > span.End {
		return spans
	}
	at := span.Start
	for i, part := range parts {
		if part.Kind != Words || part.Text == "" {
			continue
		}
		rest := text[at:span.End]
		from := strings.Index(rest, part.Text)
		if i == len(parts)-1 && i > 0 && parts[i-1].Kind != Words && strings.HasSuffix(rest, part.Text) {
			from = len(rest) - len(part.Text)
		}
		if from < 0 {
			continue
		}
		spans[i] = report.Span{Start: at + from, End: at + from + len(part.Text)}
		at = spans[i].End
	}
	return spans
}

// blankBetween reports whether a blank parts two parts that stand beside each other in a quotation.
func blankBetween(text string, a, b Part, at, bt report.Span) bool {
	switch {
	case a.Kind == Words:
		last, _ := utf8.DecodeLastRuneInString(a.Text)
		return !unicode.IsSpace(last) && !unicode.In(last, unicode.Ps, unicode.Pi) && !InsideWord(text, at.End)
	case b.Kind == Words:
		first, _ := utf8.DecodeRuneInString(b.Text)
		if unicode.IsSpace(first) || InsideWord(text, bt.Start) {
			return false
		}
		return !unicode.In(first, unicode.Pe, unicode.Pf, unicode.Po) || first == '"' || first == '\''
	}
	return true
}

// InsideWord reports whether a word of text goes on at byte i.
func InsideWord(text string, i int) bool {
	if i <= 0 || i >= len(text) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	after, _ := utf8.DecodeRuneInString(text[i:])
	return spacedLetter(before) && spacedLetter(after)
}

// spacedLetter reports whether r is of a word that blanks part from its neighbours.
func spacedLetter(r rune) bool {
	if !unicode.In(r, unicode.L, unicode.M, unicode.Nd) {
		return false
	}
	return r < 0x0E00 || !unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao,
		unicode.Khmer, unicode.Myanmar, unicode.Tibetan)
}
