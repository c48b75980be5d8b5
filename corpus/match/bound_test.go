package match

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// mixture is reports of one story in which a few words stand in most statements.
func mixture(reports, statements int) *statement.Set {
	rng := rand.New(rand.NewPCG(1, 2))
	word := func(i int) string {
		s := ""
		for range 4 {
			s += string("bdfgklmnprstvz"[i%14]) + string("aeiou"[i/14%5])
			i = i/3 + 7
		}
		return s + fmt.Sprintf("%c%c", 'a'+i%26, 'a'+i/26%26)
	}
	rs := make([]report.Report, reports)
	for r := range rs {
		var text strings.Builder
		for range statements {
			text.WriteString("The")
			for k := range 10 {
				size := []int{8, 8, 40, 40, 200, 200, 1000, 1000, 4000, 4000}[k]
				text.WriteString(" " + word(size*7+rng.IntN(size)))
			}
			text.WriteString(".\n")
		}
		rs[r] = report.Report{ID: report.ID(r), Outlet: fmt.Sprint(r), Text: text.String()}
	}
	return statement.Of(rs, 1)
}

// TestAskIsBounded: however often its words stand in a story, a statement looks at so many places and no more, and keeps
// so many candidates.
func TestAskIsBounded(t *testing.T) {
	set := mixture(80, 50)
	s := readEvent(set, allReports(set))
	x := newIndex(s)
	x.most = fewKept // as in a story of any size
	a := newAsker(x)
	for i := range s.of {
		a.looked, a.pairs = 0, a.pairs[:0]
		a.ask(int32(i))
		if most := 2*looks + (fullLooks+1)*fewKept*mostWords; a.looked > most || len(a.pairs) > fewKept {
			t.Fatalf("statement %d takes %d looks, at most %d, and keeps %d", i, a.looked, most, len(a.pairs))
		}
	}
}

// TestAskMissesNothing: what is passed over by weight could not have been a candidate.
func TestAskMissesNothing(t *testing.T) {
	s := readEvent(mixture(20, 50), []report.ID{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19})
	x := newIndex(s)
	a, full := newAsker(x), newAsker(x)
	full.index = &index{s: s, posts: x.posts, lightest: -1e9, most: x.most} // never stops for want of weight
	for i := range s.of {
		a.pairs, full.pairs = a.pairs[:0], full.pairs[:0]
		a.ask(int32(i))
		full.ask(int32(i))
		if len(a.pairs) != len(full.pairs) {
			t.Fatalf("statement %d: %d candidates, %d without a bound", i, len(a.pairs), len(full.pairs))
		}
		for k := range a.pairs {
			if !containsPair(full.pairs, a.pairs[k]) {
				t.Fatalf("statement %d: %v is no candidate without a bound", i, a.pairs[k])
			}
		}
	}
	if a.looked > full.looked {
		t.Errorf("%d looks, %d without a bound", a.looked, full.looked)
	}
}

func containsPair(all [][2]int32, p [2]int32) bool {
	for _, q := range all {
		if p == q {
			return true
		}
	}
	return false
}

// TestMostKept: all candidates of a story together follow its size, however large it is.
func TestMostKept(t *testing.T) {
	for _, n := range []int{1, 601, 6_000, 60_000, 600_000} {
		if all := mostKept(n) * n; all > max(manyPairs, fewKept*n) {
			t.Errorf("%d statements keep %d candidates", n, all)
		}
	}
}
