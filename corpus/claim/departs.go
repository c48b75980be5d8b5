package claim

import (
	"parallax/corpus/language"
	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// Two wordings of one claim are told apart word by word where they are near enough for that to say something: by the longest
// common subsequence of their words (Wagner and Fischer, "The string-to-string correction problem", Journal of the ACM 21,
// 1974), case and accents left out. Of two sentences that share few words all others differ, and marking them tells nothing.

const (
	nearEnough  = 0.5    // part of the shorter's words of weight that the other must have
	departCells = 40_000 // of the table: sentences of 200 words each
)

// Departs is the words of a wording that the claim's lead has not in their place, as bytes of its report's text, in order;
// runs of them are one. It is empty for the lead itself, for a wording that shares less than half its words with the lead, and
// where only words of grammar differ, but for those that deny.
func (cs *Claims) Departs(c ID, wording statement.ID) []report.Span {
	lead := cs.All[c].Lead
	if wording == lead {
		return nil
	}
	a, b := language.Words(cs.set.Text(lead)), language.Words(cs.set.Text(wording))
	if len(a)*len(b) > departCells {
		return nil
	}
	kept := inCommon(a, b)
	if !near(a, b, kept) {
		return nil
	}
	base := cs.set.All[wording].Span.Start
	var spans []report.Span
	for i := 0; i < len(b); {
		n := 0
		for i+n < len(b) && !kept[i+n] {
			n++
		}
		first, last := i, i+n-1 // without words of grammar at either end
		for first <= last && !tellsApart(b[first]) {
			first++
		}
		for first <= last && !tellsApart(b[last]) {
			last--
		}
		if first <= last {
			spans = append(spans, report.Span{Start: base + b[first].Start, End: base + b[last].End})
		}
		i += max(1, n)
	}
	return spans
}

// tellsApart reports whether a word by itself makes two wordings differ.
func tellsApart(w language.Word) bool {
	switch w.Text {
	case "no", "not", "never", "without", "nor", "neither":
		return true
	}
	return !w.Stop
}

// near reports whether enough of the shorter's words of weight are in common.
func near(a, b []language.Word, kept []bool) bool {
	weighs := func(ws []language.Word) int {
		n := 0
		for _, w := range ws {
			if !w.Stop {
				n++
			}
		}
		return n
	}
	both := 0
	for i, w := range b {
		if kept[i] && !w.Stop {
			both++
		}
	}
	return both > 0 && float64(both) >= nearEnough*float64(min(weighs(a), weighs(b)))
}

// inCommon tells which words of b are in a longest common subsequence with a.
func inCommon(a, b []language.Word) []bool {
	long := make([][]int, len(a)+1) // of a from i and b from j
	for i := range long {
		long[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i].Text == b[j].Text {
				long[i][j] = long[i+1][j+1] + 1
			} else {
				long[i][j] = max(long[i+1][j], long[i][j+1])
			}
		}
	}
	kept := make([]bool, len(b))
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].Text == b[j].Text:
			kept[j] = true
			i, j = i+1, j+1
		case long[i+1][j] >= long[i][j+1]:
			i++
		default:
			j++
		}
	}
	return kept
}
