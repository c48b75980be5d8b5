package verify

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/corpus/brief"
	"parallax/corpus/report"
	"parallax/corpus/seal"
)

// states are what a citation may say of how its words were found again.
var states = []string{
	", moved in the source since it was marked", ", edited in the source since it was marked", ", not found in the source again",
}

// cited holds the rest of a citation, behind its numbers, against the report: whose voice it names, the note on the
// source, and the address.
func (c *checker) cited(f *Finding, ref reference) {
	if ref.report < 0 || ref.source == nil {
		return
	}
	src := brief.SourceOf(&c.set.Reports[ref.report])
	rest, ok := strings.CutSuffix(ref.rest, fmt.Sprintf(", source %d", ref.source.number))
	if !ok {
		return // written by hand, or by another program
	}
	if address := brief.Normal(src.URL); address != "" {
		before, ok := strings.CutSuffix(rest, ", "+address)
		if !ok {
			f.Outcome, f.Why = Miscited, "its address is not that of the source, which is "+address
			return
		}
		rest = before
	}
	for _, state := range states {
		rest = strings.TrimSuffix(rest, state)
	}
	if note := brief.Normal(src.Note); note != "" {
		before, ok := strings.CutSuffix(rest, ", note: "+note)
		if !ok {
			f.Outcome, f.Why = Miscited, "its note is not that of the source, which is “"+note+"”"
			return
		}
		rest = before
	}
	voice, ok := strings.CutPrefix(rest, ", voice: ")
	if !ok {
		return
	}
	if may := c.voices(ref, f.Quote); len(may) > 0 && !slices.Contains(may, voice) {
		f.Outcome, f.Why = Miscited, fmt.Sprintf("it gives the words to %s; in the source they are of %s", voice, strings.Join(may, " or "))
	}
}

// voices are whose words the statements cited hold, as citations name them, the most likely first. A quotation of a part
// may be of anybody in them; how much of it is whose is a matter of reading, so both ways of saying that are let be.
func (c *checker) voices(ref reference, quote string) []string {
	in := c.set.In(ref.report)
	if ref.first < 1 || ref.last > len(in) {
		return nil
	}
	first, last := in[ref.first-1], in[ref.last-1]
	span := first.Span
	span.End = last.Span.End
	whole := brief.Quote(c.set, first.ID, last.ID, span)
	may := []string{brief.Normal(brief.VoiceNamed(&whole))}
	add := func(v string) {
		if v = brief.Normal(v); !slices.Contains(may, v) {
			may = append(may, v)
		}
	}
	partly := false
	if quoted, ok := c.spanOf(ref.report, span, quote); ok {
		part := brief.Quote(c.set, first.ID, last.ID, quoted)
		add(brief.VoiceNamed(&part))
	} else {
		partly = strings.Contains(quote, "[")
	}
	for id := first.ID; id <= last.ID; id++ {
		for _, v := range c.set.All[id].Voices {
			if v.Speaker == "" {
				continue
			}
			p := brief.Passage{Speaker: v.Speaker, Mode: v.Mode.String()}
			add(brief.VoiceNamed(&p))
			p.Mode += ", in part"
			add(brief.VoiceNamed(&p))
		}
	}
	if partly {
		add("the outlet's own")
	}
	return may
}

// spanOf is where the words of a quotation begin and end in the text of a report, within span; not ok when they do not
// stand there just as they are quoted.
func (c *checker) spanOf(id report.ID, span report.Span, quote string) (report.Span, bool) {
	pieces := patternOf(quote, noneOwn).pieces
	text := c.set.Reports[id].Text[span.Start:span.End]
	if len(pieces) == 0 {
		return span, false
	}
	if !strings.Contains(text, pieces[0]) || !strings.Contains(text, pieces[len(pieces)-1]) {
		text = brief.Inner(text) // of as many bytes
	}
	from, to := strings.Index(text, pieces[0]), strings.LastIndex(text, pieces[len(pieces)-1])
	if from < 0 || to < 0 || to+len(pieces[len(pieces)-1]) <= from {
		return span, false
	}
	return report.Span{Start: span.Start + from, End: span.Start + to + len(pieces[len(pieces)-1])}, true
}

// somewhere reports whether a report given has the words.
func (c *checker) somewhere(quote string) bool {
	left := enough
	for i := range c.set.Reports {
		t := c.textOf(c.set.Reports[i].ID)
		if strings.Contains(t.whole, quote) || strings.Contains(t.inner, quote) {
			return true
		}
		if first, _ := t.find(quote, 1, &left); first > 0 {
			return true
		}
	}
	return false
}

// fewWords is how many words in quotation marks are a turn of phrase, and no quotation.
const fewWords = 3

// uncitedWords are the quotations in running text that no footnote follows and no source has, in paragraphs for which no
// seal vouches. place is how many quotations stand before them in the list. Without a seal only paragraphs that are
// nothing but a quotation count, since the reader's own text may quote what it likes.
func (c *checker) uncitedWords(place int) []Finding {
	if c.sheet.exact != nil {
		return nil
	}
	var all []Finding
	for _, p := range c.sheet.paragraphs {
		line, ok := p.line()
		if !ok || p.note || p.apart || c.kept[line] || line.What() == seal.Source || line.What() == seal.Silence {
			continue
		}
		if isCitation(line.Text) && c.read(line.Text).source != nil {
			continue // a caption that stands alone
		}
		ends := make(map[int]bool)
		text := ""
		from := 0
		for _, n := range citations(p) {
			text += strings.TrimRight(brief.Normal(p.text[from:n.at]), " .,;:") + " "
			ends[len(text)-1] = true
			from = n.at
		}
		text += brief.Normal(p.text[from:])
		for _, q := range quotedIn(text) {
			whole := c.kept != nil || strings.Trim(text[:q[0]], " *") == "" && strings.Trim(text[q[1]:], " .,;:*") == "" || outletsColon(text[:q[0]], c.outlets())
			words := strings.Trim(text[q[0]:q[1]], "“”\"«» ")
			if ends[q[1]] || !whole || len(tokens(words)) <= fewWords || c.somewhere(words) {
				continue
			}
			place++
			all = append(all, Finding{
				Outcome: Missing, Place: place, Quote: words, Why: "it has no citation, and no source given has the words",
			})
		}
	}
	return all
}

// outletsColon reports whether text is the name of an outlet and a colon.
func outletsColon(text string, outlets []string) bool {
	name, ok := strings.CutSuffix(strings.TrimSpace(text), ":")
	return ok && slices.Contains(outlets, name)
}

// quotedIn is where quotations stand in a text, with their marks: the outermost of “ ” that balance, « » and " ".
func quotedIn(text string) [][2]int {
	var all [][2]int
	depth, from := 0, 0
	straight := -1
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch r {
		case '“', '«', '„':
			if depth == 0 {
				from = i
			}
			depth++
		case '”', '»':
			if depth--; depth == 0 {
				all = append(all, [2]int{from, i + n})
			}
			depth = max(0, depth)
		case '"':
			before, _ := utf8.DecodeLastRuneInString(text[:i])
			switch {
			case depth > 0:
			case straight < 0 && !unicode.IsLetter(before):
				straight = i
			case straight >= 0:
				all = append(all, [2]int{straight, i + n})
				straight = -1
			}
		}
		i += n
	}
	return all
}
