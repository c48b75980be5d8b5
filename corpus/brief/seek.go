package brief

import (
	"slices"
	"strings"
	"unicode/utf8"

	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// Finding a passage again. As long as the report's text is what it was, the span says where the passage is. When it has
// changed, the passage's words are sought, first as they were, then with changes; and because the same words may stand
// elsewhere by right, words alone are evidence only as far as they set the passage apart from the rest of its report
// when it was marked. What stands beside a place is the other evidence. Rather an orphan than another sentence:
//
//	words as they were, in one place    taken, when no other place had them before, or something beside it is the same
//	words as they were, in several      the one beside which more is the same than beside any other, and more than was
//	                                    the same beside its twins before, on both sides when a twin is gone; or, when
//	                                    nothing tells them apart, the nth of n
//	words changed, same on both sides   taken from a likeness of likePinned
//	words changed, same on one side     from likeBeside, when no other place is or was about as like
//	words changed, nothing the same     from likeAlone, likewise, and not for a few words
const (
	likePinned = 0.5
	likeBeside = 0.6
	likeAlone  = 0.75
	likeMargin = 0.1 // how much more like a place has to be than any other, and than any other was
	fewWords   = 5   // fewer words with changes are found only by what stands beside them
	fewRunes   = 16  // words as they were need as many runes to be found without anything beside them
)

// sameWords finds the words as they were.
func (f *Locator) sameWords(r report.ID, a Anchor) (report.Span, bool) {
	text := f.set.Reports[r].Text
	places := standing(text, a)
	best, bestSame, ties := -1, -1, 0
	for _, at := range places {
		b := besides(text, report.Span{Start: at, End: at + len(a.Exact)}, a)
		same, pins := b.left+b.right, 0
		switch {
		case len(places) < a.Of:
			pins = 2 // one is gone: was it this?
		case len(places) > 1 || utf8.RuneCountInString(a.Exact) < fewRunes:
			pins = 1
		}
		switch {
		case b.pins(a) < pins:
		case same > bestSame:
			best, bestSame, ties = at, same, 0
		case same == bestSame:
			ties++
		}
	}
	if (best < 0 || ties > 0) && len(places) > 1 && len(places) == a.Of && alike(text, places, a) {
		best, ties = places[a.Nth-1], 0
	}
	return report.Span{Start: best, End: best + len(a.Exact)}, best >= 0 && ties == 0
}

// alike reports whether nothing tells the places apart: what stands beside each is what stood beside the passage.
func alike(text string, places []int, a Anchor) bool {
	for _, at := range places {
		b := besides(text, report.Span{Start: at, End: at + len(a.Exact)}, a)
		if !b.leftWhole || !b.rightWhole {
			return false
		}
	}
	return true
}

// beside is how much of what stood beside a passage stands beside a place, in runes, counted from the place.
type beside struct {
	left, right           int
	leftWhole, rightWhole bool // all that was kept, also that the text begins or ends there
}

func besides(text string, at report.Span, a Anchor) beside {
	b := beside{left: sameEnd(text[:at.Start], a.Prefix), right: sameStart(text[at.End:], a.Suffix)}
	b.leftWhole = strings.HasSuffix(text[:at.Start], a.Prefix) &&
		(utf8.RuneCountInString(a.Prefix) == contextRunes || len(a.Prefix) == at.Start)
	b.rightWhole = strings.HasPrefix(text[at.End:], a.Suffix) &&
		(utf8.RuneCountInString(a.Suffix) == contextRunes || len(a.Suffix) == len(text)-at.End)
	return b
}

// pins is how many sides show that the place is the passage's: enough stands there that stood beside the passage, and
// more than beside any place that was like it.
func (b beside) pins(a Anchor) int {
	n := 0
	if b.left > a.TwinLeft && (b.left >= fewRunes || b.leftWhole) || b.leftWhole && a.Prefix == "" {
		n++
	}
	if b.right > a.TwinRight && (b.right >= fewRunes || b.rightWhole) || b.rightWhole && a.Suffix == "" {
		n++
	}
	return n
}

// sameEnd is how many runes a and b have in common at their ends.
func sameEnd(a, b string) int {
	n := 0
	for a != "" && b != "" {
		x, i := utf8.DecodeLastRuneInString(a)
		y, j := utf8.DecodeLastRuneInString(b)
		if x != y {
			break
		}
		a, b, n = a[:len(a)-i], b[:len(b)-j], n+1
	}
	return n
}

// sameStart is how many runes a and b have in common at their starts.
func sameStart(a, b string) int {
	n := 0
	for a != "" && b != "" {
		x, i := utf8.DecodeRuneInString(a)
		y, j := utf8.DecodeRuneInString(b)
		if x != y {
			break
		}
		a, b, n = a[i:], b[j:], n+1
	}
	return n
}

// candidates is how many places with other words are looked at, so many that what stands beside them can decide also in
// a text of statements that are all much alike.
const candidates = 64

// changedWords finds the words with changes.
func (f *Locator) changedWords(r report.ID, a Anchor) (report.Span, bool) {
	text := f.set.Reports[r].Text
	words, ok := f.words[r]
	if !ok {
		words = wordsOf(text)
		f.words[r] = words
	}
	sought := wordsOf(a.Exact)
	places := nearest(sought, words, likePinned, candidates)
	for _, p := range places {
		span := snapped(f.set, r, a, report.Span{Start: words[p.from].span.Start, End: words[p.to-1].span.End})
		if besides(text, span, a).pins(a) == 2 {
			return span, true
		}
	}
	if len(places) == 0 {
		return report.Span{}, false
	}
	best, rival := places[0], a.Rival
	if len(places) > 1 {
		rival = max(rival, places[1].likeness)
	}
	span := snapped(f.set, r, a, report.Span{Start: words[best.from].span.Start, End: words[best.to-1].span.End})
	if best.likeness < rival+likeMargin {
		return span, false
	}
	if besides(text, span, a).pins(a) > 0 {
		return span, best.likeness >= likeBeside
	}
	return span, best.likeness >= likeAlone && len(sought) >= fewWords
}

// snapped widens a run of words to what belongs to them: for a passage of whole statements to those of which it is the
// greater part, else to the signs at its ends that the passage had.
func snapped(set *statement.Set, r report.ID, a Anchor, span report.Span) report.Span {
	if first, last := statementsAt(set, r, span); a.Whole && first >= 0 {
		for first < last && !mostly(set.All[first].Span, span) {
			first++
		}
		for first < last && !mostly(set.All[last].Span, span) {
			last--
		}
		return report.Span{Start: set.All[first].Span.Start, End: set.All[last].Span.End}
	}
	text := set.Reports[r].Text
	isSign := func(r rune) bool { return !isLetter(r) }
	lead := a.Exact[:len(a.Exact)-len(strings.TrimLeftFunc(a.Exact, isSign))]
	tail := a.Exact[len(strings.TrimRightFunc(a.Exact, isSign)):]
	if strings.HasSuffix(text[:span.Start], lead) {
		span.Start -= len(lead)
	}
	if strings.HasPrefix(text[span.End:], tail) {
		span.End += len(tail)
	}
	return span
}

// mostly reports whether more than half of a is in b.
func mostly(a, b report.Span) bool { return 2*a.Overlap(b) > a.Len() }

// standing is where the passage's words stand in text; as part of longer words only if they were that in the passage.
func standing(text string, a Anchor) []int {
	first, _ := utf8.DecodeRuneInString(a.Exact)
	last, _ := utf8.DecodeLastRuneInString(a.Exact)
	left, _ := utf8.DecodeLastRuneInString(a.Prefix)
	right, _ := utf8.DecodeRuneInString(a.Suffix)
	partLeft, partRight := oneWord(left, first), oneWord(last, right)
	return slices.DeleteFunc(occurrences(text, a.Exact), func(at int) bool {
		left, _ := utf8.DecodeLastRuneInString(text[:at])
		right, _ := utf8.DecodeRuneInString(text[at+len(a.Exact):])
		return !partLeft && oneWord(left, first) || !partRight && oneWord(last, right)
	})
}

// oneWord reports whether two neighbouring runes are of one word.
func oneWord(a, b rune) bool { return isLetter(a) && isLetter(b) && !isAlone(a) && !isAlone(b) }
