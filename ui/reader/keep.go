package reader

import (
	"parallax/corpus/claim"
	"parallax/corpus/match"
	"parallax/corpus/report"
	"parallax/corpus/statement"
	"parallax/ui/key"
	"parallax/ui/want"
)

// nearestClaim is the claim of the cursor's statement that shares most statements with old.
func (r *Reader) nearestClaim(old []statement.ID) claim.ID {
	best, most := noClaim, -1
	in := make(map[statement.ID]bool, len(old))
	for _, s := range old {
		in[s] = true
	}
	for _, c := range r.claimsHere() {
		shared := 0
		for _, s := range r.linked.Claims.All[c].Statements {
			if in[s] {
				shared++
			}
		}
		if shared > most {
			best, most = c, shared
		}
	}
	return best
}

// LinkByHand lets the reader choose the other end of a link: enter takes the statement under the cursor.
func (r *Reader) LinkByHand(from statement.ID) {
	r.linkFrom = from
	r.settle(false)
}

// linkKey takes enter and esc while the other end of a link is being chosen; every other key moves as ever.
func (r *Reader) linkKey(k string) (w want.Want, taken bool) {
	switch r.bound.Asking.Action(k) {
	case key.Close:
		r.linkFrom = nowhere
		return nil, true
	case key.Accept:
		from, to := r.linkFrom, r.at.Statement
		if to == nowhere || r.corpus.Statements.All[from].Report == r.corpus.Statements.All[to].Report {
			r.say("a link joins statements of two reports")
			return nil, true
		}
		r.linkFrom = nowhere
		return want.Decide{Kind: match.Added, Pairs: [][2]statement.ID{{from, to}}}, true
	}
	return nil, false
}

// passage is the cursor's statement.
func (r *Reader) passage() (p want.Passage, ok bool) {
	if r.at.Statement == nowhere {
		return p, false
	}
	return PassageOf(r.corpus.Statements, r.at.Statement), true
}

// PassageOf is a whole statement.
func PassageOf(set *statement.Set, id statement.ID) want.Passage {
	return want.Passage{Report: set.All[id].Report, Span: set.All[id].Span}
}

// half widens a selection that takes one end of a quotation, but not its other end, to the whole of it.
func (r *Reader) half() (whole report.Span, is bool) {
	text := r.corpus.Reports[r.at.Report].Text
	span := r.selecting.span()
	whole = span
	for _, q := range quotations(text) {
		if q.Overlap(span) > 0 && (q.Start < span.Start) != (q.End > span.End) {
			whole.Start, whole.End = min(whole.Start, q.Start), max(whole.End, q.End)
			is = true
		}
	}
	return whole, is
}

// quotations is the stretches of text between quotation marks, the marks included. A quotation does not go on over the
// end of a line; one that is not closed there is none.
func quotations(text string) []report.Span {
	var spans []report.Span
	open, closes := -1, rune(0)
	for i, c := range text {
		switch {
		case c == '\n':
			open = -1
		case open >= 0 && c == closes:
			spans = append(spans, report.Span{Start: open, End: i + len(string(c))})
			open = -1
		case open < 0 && c == '“':
			open, closes = i, '”'
		case open < 0 && c == '"':
			open, closes = i, '"'
		}
	}
	return spans
}
