package verify

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"parallax/corpus/brief"
	"parallax/corpus/export"
	"parallax/corpus/report"
)

// check checks one quotation. Where several beginnings are possible, the first that is found counts: a wider one that is
// found holds the narrower.
func (c *checker) check(q quotedText) Finding {
	if q.citation == "" {
		return c.uncited(q)
	}
	ref := c.read(q.citation)
	f := Finding{Citation: q.citation, Outlet: ref.outlet, First: ref.first, Last: ref.last}
	if len(q.candidates) == 0 {
		f.Outcome, f.Why = Missing, "no words in “quotation marks” stand before the citation"
		return f
	}
	for i, quote := range q.candidates {
		g := c.place(f, ref, quote)
		if i == 0 || g.Outcome == Verified {
			f = g
		}
		if g.Outcome == Verified {
			break
		}
	}
	if q.lead != "" && f.Outcome == Verified && !strings.HasPrefix(q.citation, q.lead+", ") {
		f.Outcome, f.Why = Misplaced, fmt.Sprintf("it stands under %s, but the words are those of %s", q.lead, ref.outlet)
	}
	if f.Outcome == Verified && q.beside != "" && !c.kept[q.line] {
		f.Outcome, f.Why = Changed, fmt.Sprintf("“%s” stands beside it, in the paragraph that is set apart for it", q.beside)
	}
	if f.Outcome == Verified {
		c.pick(&f, ref, q.picks)
	}
	c.settle(&f, ref)
	if f.Outcome == Verified && !c.keptNotes[q.line.Note] {
		c.cited(&f, ref)
	}
	return f
}

// place looks for the words: where they are cited, elsewhere in that report, then in the others.
func (c *checker) place(f Finding, ref reference, quote string) Finding {
	f.Quote = quote
	left := enough
	width := ref.last - ref.first + 1
	if ref.report >= 0 {
		t := c.textOf(ref.report)
		if text, ok := t.window(ref.first, ref.last); ok && holds(text, quote, &left) {
			return f
		}
		if first, last := t.find(quote, width, &left); first > 0 {
			f.Outcome, f.Why = Miscited, "the words are in "+brief.StatementNumbers(&brief.Passage{Number: first, Last: last})
			return f
		}
	}
	for i := range c.set.Reports {
		id := report.ID(i)
		if id == ref.report {
			continue
		}
		if first, last := c.textOf(id).find(quote, width, &left); first > 0 {
			return c.elsewhere(f, ref, id, first, last)
		}
	}
	if ref.report < 0 && ref.source != nil {
		f.Outcome, f.Why = Unchecked, "its source is not among the reports given"
		return f
	}
	return c.nearest(f, ref, width)
}

// elsewhere is a quotation whose words are another report's. When the source cited is not at hand, both may have them; when
// it is another file than it was, it may have lost them, and nobody moved anything.
func (c *checker) elsewhere(f Finding, ref reference, id report.ID, first, last int) Finding {
	there := c.describe(id, first, last)
	f.Outcome, f.Why = Misplaced, "the words are those of "+there
	if ref.report < 0 && ref.source != nil {
		f.Outcome, f.Why = Unchecked, "its source is not among the reports given; the same words are in "+there
	}
	if ref.report >= 0 && ref.source != nil && ref.source.report == ref.report && !ref.source.sameFile {
		f.Outcome, f.Why = Missing, "its source was changed and has them no longer; the same words are in "+there
	}
	return f
}

func (c *checker) describe(id report.ID, first, last int) string {
	return brief.Normal(c.set.Reports[id].Outlet) + ", " + brief.StatementNumbers(&brief.Passage{Number: first, Last: last})
}

// nearEnough is the part of a quotation's words that a source must have to be called the one that was changed.
const nearEnough = 0.5

// nearest tells what was done to words that no report has.
func (c *checker) nearest(f Finding, ref reference, width int) Finding {
	bare := brief.FoldBlanks(signPattern.ReplaceAllString(f.Quote, " "))
	words := tokens(brief.Inner(bare))
	if len(words) == 0 {
		f.Outcome, f.Why = Missing, "the quotation has no words of a source"
		return f
	}
	width = max(1, min(width, 50))
	best, share := report.ID(-1), 0.0
	var first, last int
	for _, id := range c.order(ref.report) {
		if a, z, s := c.textOf(id).near(words, width); s > share {
			best, first, last, share = id, a, z, s
		}
		if id == ref.report && share >= nearEnough {
			break // the report cited goes before others that are nearer
		}
	}
	if share < nearEnough {
		f.Outcome, f.Why = Missing, "no source given says anything like it"
		return f
	}
	f.Near, _ = c.textOf(best).window(first, last)
	f.NearOutlet, f.NearFirst = brief.Normal(c.set.Reports[best].Outlet), first
	was := f.Near
	if !strings.ContainsAny(bare, `"“”„`) {
		was = brief.Inner(was)
	}
	f.Differences = brief.Differences(was, bare)
	onlyLess := !slices.ContainsFunc(f.Differences, func(d brief.Difference) bool { return d.Was == "" && !brief.BlankOnly(d.Now) })
	switch {
	case best != ref.report && ref.report >= 0:
		f.Outcome, f.Why = Misplaced, "the nearest words are those of "+c.describe(best, first, last)+", and they differ: "+spell(f.Differences)
	case onlyLess:
		f.Outcome, f.Why = Shortened, "nothing shows it: "+spell(f.Differences)
	default:
		f.Outcome, f.Why = Changed, "the source differs: "+spell(f.Differences)
	}
	return f
}

// order is the reports, the one cited first.
func (c *checker) order(first report.ID) []report.ID {
	var ids []report.ID
	if first >= 0 {
		ids = append(ids, first)
	}
	for i := range c.set.Reports {
		if id := report.ID(i); id != first {
			ids = append(ids, id)
		}
	}
	return ids
}

// spell puts differences into words.
func spell(all []brief.Difference) string {
	var said []string
	for i := 0; i < len(all); i++ {
		d := all[i]
		was, now := strings.TrimSpace(d.Was), strings.TrimSpace(d.Now)
		switch {
		case was == now:
		case now == "" && i+1 < len(all) && all[i+1].Was == "" && !brief.BlankOnly(all[i+1].Now):
			i++
			said = append(said, fmt.Sprintf("“%s” became “%s”", was, strings.TrimSpace(all[i].Now)))
		case now == "":
			said = append(said, fmt.Sprintf("“%s” is left out", was))
		default:
			said = append(said, fmt.Sprintf("“%s” is added", now))
		}
	}
	return strings.Join(said, ", ")
}

// settle adds what the citation and the list of sources say wrongly to a finding that is good otherwise.
func (c *checker) settle(f *Finding, ref reference) {
	changed := ref.source != nil && ref.source.changed
	switch {
	case changed && (f.Outcome == Verified || f.Outcome == Miscited):
		f.Outcome, f.Why = SourceChanged, strings.TrimSuffix("the source is not the one that the brief was made from; "+f.Why, "; ")
	case changed && f.Why != "":
		f.Why += " (the source is not the one that the brief was made from)"
	case f.Outcome == Verified && ref.wrong != "":
		f.Outcome, f.Why = Miscited, ref.wrong
	case f.Outcome == Verified && ref.source == nil:
		f.Outcome, f.Why = Unchecked, "the words are there, but the file has no list of sources: nobody can say whether the source is the same"
	}
}

// uncited is a quotation without a citation, and what the selectors of an annotation select when that is all it has.
func (c *checker) uncited(q quotedText) Finding {
	f := Finding{Outcome: Unchecked, Why: "it has no citation"}
	if len(q.candidates) > 0 {
		f.Quote = q.candidates[0]
		if !c.kept[q.line] && !c.somewhere(f.Quote) {
			f.Outcome, f.Why = Missing, "it has no citation, and no source given has the words"
		}
		return f
	}
	f.Outcome, f.Why = Verified, ""
	ref := reference{report: -1}
	for _, p := range q.picks {
		f.Quote = brief.Normal(p.exact)
		for i := range c.set.Reports {
			if s := brief.SourceOf(&c.set.Reports[i]); p.source == export.SourceIRI(&s) || p.source == export.TextID(&s) {
				ref.report, f.Outlet = report.ID(i), brief.Normal(s.Outlet)
			}
		}
		for i := range c.sources {
			if c.sources[i].report == ref.report && ref.report >= 0 {
				ref.source = &c.sources[i]
			}
		}
	}
	if ref.report < 0 {
		f.Outcome, f.Why = Unchecked, "its source is not among the reports given"
		return f
	}
	c.pick(&f, ref, q.picks)
	c.settle(&f, ref)
	return f
}

// pick checks what the selectors of an annotation select.
func (c *checker) pick(f *Finding, ref reference, picks []selection) {
	src := brief.SourceOf(&c.set.Reports[ref.report])
	for _, p := range picks {
		text := src.Text
		switch at, ok := p.find(text); {
		case p.source != export.SourceIRI(&src) && p.source != export.TextID(&src) && src.URL != "":
			f.Outcome, f.Why = Misplaced, "the words are selected in another source: "+brief.Normal(p.source)
		case ok && f.Citation != "" && !quotes(f.Quote, p.exact):
			f.Outcome, f.Why = Changed, "the selected words are not those that are quoted: “"+brief.Normal(p.exact)+"”"
		case !ok && strings.Contains(brief.Normal(text), brief.Normal(p.exact)):
			f.Outcome, f.Why = Miscited, "the selected words stand at another position"
		case !ok:
			f.Quote = brief.Normal(p.exact)
			*f = c.nearest(*f, ref, ref.last-ref.first+1)
			if f.Outcome == Shortened {
				f.Outcome = Changed // a selection may be a part, but it must be there
			}
		case !p.stands(text, at):
			f.Outcome, f.Why = Changed, "what stands around the selected words is not what the source has there"
		default:
			continue
		}
		return
	}
}

// quotes reports whether a quotation, normalised, has the words. A sign that changes the character before it shows
// otherwise where none stands before it.
func quotes(quote, words string) bool {
	for _, as := range [...]string{words, brief.Inner(words)} {
		if strings.Contains(quote, brief.Normal(as)) || strings.Contains(quote, strings.TrimPrefix(brief.Normal("x"+as), "x")) {
			return true
		}
	}
	return false
}

// find is the byte of text where the selection begins.
func (p selection) find(text string) (at int, ok bool) {
	if p.exact == "" {
		return 0, false
	}
	if p.start < 0 {
		at = strings.Index(text, p.exact)
		return at, at >= 0
	}
	for n := 0; n < p.start; n++ {
		_, size := utf8.DecodeRuneInString(text[at:])
		if size == 0 {
			return 0, false
		}
		at += size
	}
	return at, strings.HasPrefix(text[at:], p.exact) && p.end-p.start == utf8.RuneCountInString(p.exact)
}

// stands reports whether the text around the selection at byte at is what the selector says.
func (p selection) stands(text string, at int) bool {
	if strings.HasSuffix(text[:at], p.prefix) && strings.HasPrefix(text[at+len(p.exact):], p.suffix) {
		return true
	}
	const more = 8 // runes: blanks that the normalisation folds
	head := brief.Before(text, at, utf8.RuneCountInString(p.prefix)+more)
	tail := brief.After(text, at+len(p.exact), utf8.RuneCountInString(p.suffix)+more)
	return strings.HasSuffix(brief.Normal(head), brief.Normal(p.prefix)) && strings.HasPrefix(brief.Normal(tail), brief.Normal(p.suffix))
}
