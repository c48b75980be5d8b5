package reader

import (
	"fmt"
	"slices"
	"strings"

	"parallax/corpus/language"
	"parallax/corpus/report"
	"parallax/corpus/statement"
	"parallax/ui/key"
	"parallax/ui/want"
)

// selection is words of one report that are being chosen, from one word to another, either end first.
type selection struct {
	words      []report.Span // of the report, blank to blank, in order
	start, end int           // indices of words; end is the one that moves
	offered    bool          // the whole of a half quotation has been offered
}

// span is the bytes of the report's Text that are selected.
func (s *selection) span() report.Span {
	return report.Span{Start: s.words[min(s.start, s.end)].Start, End: s.words[max(s.start, s.end)].End}
}

// wordsOf is the words of a report's statements.
func wordsOf(set *statement.Set, r report.ID) []report.Span {
	var words []report.Span
	for _, st := range set.In(r) {
		for pieces := set.Pieces(st.ID); len(pieces) > 0; {
			n := language.ToBlank(pieces)
			words = append(words, report.Span{Start: st.Span.Start + int(pieces[0].Start), End: st.Span.Start + int(pieces[n-1].End)})
			pieces = pieces[n:]
		}
	}
	return words
}

// wordAt is the index of the first word that begins at or after byte at.
func (s *selection) wordAt(at int) int {
	i, _ := slices.BinarySearchFunc(s.words, at, func(w report.Span, at int) int { return w.Start - at })
	return min(i, len(s.words)-1)
}

// wordBefore is the index of the last word that begins before byte end.
func (s *selection) wordBefore(end int) int {
	i, _ := slices.BinarySearchFunc(s.words, end, func(w report.Span, at int) int { return w.Start - at })
	return max(0, i-1)
}

// startSelection selects the first word of the cursor's statement.
func (r *Reader) startSelection() {
	if r.at.Statement == nowhere {
		return
	}
	s := &selection{words: wordsOf(r.corpus.Statements, r.at.Report)}
	if len(s.words) == 0 {
		return
	}
	s.start = s.wordAt(r.corpus.Statements.All[r.at.Statement].Span.Start)
	s.end = s.start
	r.selecting = s
	r.settle(true)
}

// selectKey takes a key while words are being selected.
func (r *Reader) selectKey(k string) want.Want {
	s := r.selecting
	action, count := r.keys.Feed(&r.bound.Selecting, k)
	n := max(1, count)
	switch action {
	case key.NextWord:
		r.moveEnd(s.end + n)
	case key.PrevWord:
		r.moveEnd(s.end - n)
	case key.NextStatement:
		r.moveEnd(r.statementEnd(s, n))
	case key.PrevStatement:
		r.moveEnd(r.statementStart(s, n))
	case key.LineEnd:
		r.moveEnd(s.wordBefore(r.statementAt(s).Span.End))
	case key.LineStart:
		r.moveEnd(s.wordAt(r.statementAt(s).Span.Start))
	case key.OtherEnd:
		s.start, s.end = s.end, s.start
		r.moveEnd(s.end)
	case key.Mark:
		return r.markSelection()
	case key.Note:
		return r.takeSelection(func(p want.Passage) want.Want { return want.Note{Passage: p} })
	case key.Tag:
		return r.takeSelection(func(p want.Passage) want.Want { return want.Tag{Passages: []want.Passage{p}, What: "the words"} })
	case key.Copy:
		return r.takeSelection(func(p want.Passage) want.Want { return want.Copy{Passage: p} })
	case key.OpenHelp:
		return want.Open{Screen: key.OpenHelp}
	case key.Close:
		r.selecting = nil
		r.settle(false)
	case key.Quit:
		return want.Quit{}
	}
	return nil
}

// markSelection marks the words. Of half a quotation it offers the whole once: the selection widens, and the next m marks
// what is selected then.
func (r *Reader) markSelection() want.Want {
	s := r.selecting
	if whole, is := r.half(s.span()); is && !s.offered {
		r.widen(whole)
		return nil
	}
	return r.takeSelection(func(p want.Passage) want.Want { return want.Mark{Passage: p} })
}

// widen selects the whole of a quotation and says so.
func (r *Reader) widen(whole report.Span) {
	s := r.selecting
	s.offered = true
	s.start, s.end = s.wordAt(whole.Start), s.wordBefore(whole.End)
	r.settle(true)
	r.say("widened to the whole quotation; " + r.bound.Selecting.Name(key.Mark) + " marks it, " + r.bound.Selecting.Name(key.PrevWord) + " narrows it again")
}

// takeSelection ends the selection with what is to be done with it.
func (r *Reader) takeSelection(do func(want.Passage) want.Want) want.Want {
	p := want.Passage{Report: r.at.Report, Span: r.selecting.span()}
	r.selecting = nil
	r.settle(false)
	return do(p)
}

// moveEnd moves the end that moves; the cursor goes along to its statement.
func (r *Reader) moveEnd(word int) {
	s := r.selecting
	s.end = max(0, min(word, len(s.words)-1))
	r.at.Statement = r.statementAt(s).ID
	r.chooseClaim(r.claim)
	r.settle(true)
}

// statementAt is the statement that holds the end that moves.
func (r *Reader) statementAt(s *selection) *statement.Statement {
	sts := r.corpus.Statements.In(r.at.Report)
	at := s.words[s.end].Start
	i, _ := slices.BinarySearchFunc(sts, at, func(st statement.Statement, at int) int {
		switch {
		case st.Span.End <= at:
			return -1
		case st.Span.Start > at:
			return 1
		}
		return 0
	})
	return &sts[min(i, len(sts)-1)]
}

// statementEnd is the last word of the statement, or of the n-1st after it; where the end stands there already, of one
// more.
func (r *Reader) statementEnd(s *selection, n int) int {
	sts := r.corpus.Statements.In(r.at.Report)
	st := r.statementAt(s)
	if st.Span.End > s.words[s.end].End {
		n--
	}
	return s.wordBefore(sts[min(len(sts)-1, st.Number-1+n)].Span.End)
}

// statementStart is the first word of the statement, or of the n-1st before it; where the end stands there already, of
// one more.
func (r *Reader) statementStart(s *selection, n int) int {
	sts := r.corpus.Statements.In(r.at.Report)
	st := r.statementAt(s)
	if st.Span.Start < s.words[s.end].Start {
		n--
	}
	return s.wordAt(sts[max(0, st.Number-1-n)].Span.Start)
}

// selectionFooter says what is selected.
func (r *Reader) selectionFooter() string {
	span := r.selecting.span()
	text := r.corpus.Reports[r.at.Report].Text[span.Start:span.End]
	if n := len(strings.Fields(text)); n != 1 {
		return fmt.Sprintf("%d words selected   ", n)
	}
	return "1 word selected   "
}

// selectionCursor is the cell of the end that moves; ok is false when it is out of sight.
func (r *Reader) selectionCursor(onScreen int) (x, y int, ok bool) {
	s := r.selecting
	row, column := r.doc(r.at.Report).Cell(r.at.Statement, s.words[s.end].Start)
	y = int(row - r.tops[r.at.Report])
	return r.plan.Panes[onScreen].X + column, r.plan.Body.Y + y, y >= 0 && y < r.plan.Body.H
}
