package reader

import (
	"fmt"
	"slices"

	"parallax/corpus/claim"
	"parallax/corpus/report"
	"parallax/corpus/safe"
	"parallax/corpus/statement"
	"parallax/ui/key"
	"parallax/ui/want"
)

// nearestClaim is the claim of the cursor's statement that shares most statements with old.
func (r *Reader) nearestClaim(old []statement.ID) claim.ID { return r.likest(r.claimsHere(), old) }

// likest is which of some claims shares most statements with old.
func (r *Reader) likest(of []claim.ID, old []statement.ID) claim.ID {
	best, most := noClaim, -1
	in := make(map[statement.ID]bool, len(old))
	for _, s := range old {
		in[s] = true
	}
	for _, c := range of {
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

// adding is a claim for which a wording is being chosen.
type adding struct {
	claim []statement.ID // its statements when that began
	name  string
	from  statement.ID // the wording from which it was seen
}

// AddByHand lets the reader choose a wording for a claim that from carries: enter takes the statement under the cursor.
func (r *Reader) AddByHand(id claim.ID, from statement.ID) {
	r.adding = &adding{r.linked.Claims.All[id].Statements, r.named(id), from}
	r.settle(false)
}

// addKey takes enter and esc while a wording is being chosen; every other key moves as ever.
func (r *Reader) addKey(k string) (w want.Want, taken bool) {
	switch r.bound.Asking.Action(k) {
	case key.Close:
		r.adding = nil
		return nil, true
	case key.Accept:
		to, a := r.at.Statement, r.adding
		id := r.likest(r.linked.Claims.Of(a.from), a.claim)
		switch {
		case to == nowhere:
			r.say("there is no statement under the cursor")
			return nil, true
		case id == noClaim || slices.Contains(r.linked.Claims.All[id].Statements, to):
			r.say("the claim has this statement already")
			return nil, true
		}
		r.adding, r.toward = nil, append(slices.Clone(a.claim), to)
		return want.Include{Claim: id, From: a.from, Added: to}, true
	}
	return nil, false
}

// mark marks the cursor's statement, or takes the mark away. Of one that has one end of a quotation the whole is offered: it
// is selected, and the next m marks it.
func (r *Reader) mark(p want.Passage) want.Want {
	whole, is := r.half(p.Span)
	switch {
	case !is || r.marked(p.Report, p.Span):
		return want.Mark{Passage: p}
	case r.marked(p.Report, whole):
		return want.Mark{Passage: want.Passage{Report: p.Report, Span: whole}}
	}
	r.startSelection()
	r.widen(whole)
	return nil
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

// half widens words that take one end of a quotation, but not its other end, to the whole of it.
func (r *Reader) half(span report.Span) (whole report.Span, is bool) {
	text := r.corpus.Reports[r.at.Report].Text
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

// tagAll asks for tags for every statement of the active set, or for those of them that are marked.
func (r *Reader) tagAll(marked bool) want.Want {
	if r.active == nil {
		r.say("nothing is active; " + r.bound.Reading.Name(key.OpenSearch) + " and enter make the hits of a search the active set")
		return nil
	}
	var w want.Tag
	for _, id := range r.active.Statements {
		if marked && !r.keep(id) {
			continue
		}
		st := &r.corpus.Statements.All[id]
		w.Passages = append(w.Passages, want.Passage{Report: st.Report, Span: st.Span})
	}
	switch n := len(w.Passages); {
	case n == 0:
		r.say("none of " + r.active.Name + " is marked; " + r.bound.Search.Name(key.Mark) + " marks a hit in the search")
		return nil
	case marked:
		w.What = fmt.Sprintf("the %d marked of %s", n, safe.Line(r.active.Name))
	default:
		w.What = fmt.Sprintf("all %d of %s", n, safe.Line(r.active.Name))
	}
	return w
}
