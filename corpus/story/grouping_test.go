package story

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// storiesIn is the story of each report, by the report's place in reports, when they are read in the given order.
func storiesIn(reports []report.Report, order []int) []int {
	rs := make([]report.Report, len(order))
	for i, k := range order {
		rs[i] = reports[k]
		rs[i].ID = report.ID(i)
	}
	in := make([]int, len(reports))
	for i, s := range Of(statement.Of(rs, 1)) {
		for _, r := range s {
			in[order[r]] = i
		}
	}
	return in
}

// f1 is the pairwise F1 of two sortings.
func f1(got, want []int) float64 {
	both, either := 0, 0
	for i := range got {
		for j := range i {
			a, b := got[i] == got[j], want[i] == want[j]
			if a && b {
				both++
			}
			if a {
				either++
			}
			if b {
				either++
			}
		}
	}
	return 2 * float64(both) / float64(either)
}

func same(a, b []int) bool { return f1(a, b) == 1 }

// TestTwentyEvents: events of one kind are told apart, whatever the order in which their reports are read.
func TestTwentyEvents(t *testing.T) {
	for seed := range uint64(5) {
		reports, want := staged(seed, 2)
		var first []int
		for order := range uint64(3) {
			got := storiesIn(reports, rand.New(rand.NewPCG(seed, order)).Perm(len(reports)))
			if f := f1(got, want); f < 0.92 {
				t.Errorf("seed %d: pairwise F1 is %.3f", seed, f)
			}
			if first == nil {
				first = got
			}
			if !same(first, got) {
				t.Errorf("seed %d: order %d makes other stories", seed, order)
			}
		}
	}
}

// TestSamePhrases: events of one kind that are told in the very same phrases, of which several name the same body, are still told apart
// by the names of their own, mostly. Words alone make one heap of each kind here (F1 about 0.4).
func TestSamePhrases(t *testing.T) {
	sum := 0.0
	for seed := range uint64(5) {
		reports, want := staged(seed, 1)
		sum += f1(storiesIn(reports, rand.New(rand.NewPCG(seed, 7)).Perm(len(reports))), want)
	}
	if sum/5 < 0.75 {
		t.Errorf("pairwise F1 is %.3f", sum/5)
	}
}

// TestFiveMore: five reports that are added, of events that were there and of one that was not, move no other.
func TestFiveMore(t *testing.T) {
	for seed := range uint64(5) {
		reports, _ := staged(seed, 2)
		rng := rand.New(rand.NewPCG(seed, 99))
		all := rng.Perm(len(reports))
		before, after := storiesIn(reports, all[5:]), storiesIn(reports, all)
		rest := slices.Clone(all[5:])
		pick := func(in []int) (of []int) {
			for _, k := range rest {
				of = append(of, in[k])
			}
			return of
		}
		if !same(pick(before), pick(after)) {
			t.Errorf("seed %d: some reports moved", seed)
		}
	}
}

// TestNear: reports of one week are of one time, reports a year apart are less alike for it, and without dates nothing is lost.
func TestNear(t *testing.T) {
	day := func(n int) *gathering { return &gathering{days: n, dated: 1} }
	for _, c := range []struct {
		x, y        *gathering
		least, most float64
	}{
		{day(100), day(103), 1, 1},
		{day(100), day(465), 0.3, 0.5},
		{day(100), &gathering{}, 1, 1},
	} {
		if n := near(c.x, c.y); n < c.least || n > c.most {
			t.Errorf("days %d and %d are near by %.2f", c.x.days, c.y.days, n)
		}
	}
}

// TestObey: what the reader puts together is together, what is parted stays apart, and the last word counts.
func TestObey(t *testing.T) {
	ids := func(r ...report.ID) []report.ID { return r }
	found := [][]report.ID{{0, 1, 2}, {3, 4}, {5}}
	for _, c := range []struct {
		name string
		said []Together
		want [][]report.ID
	}{
		{"nothing said", nil, found},
		{"joined", []Together{{Reports: ids(0, 1, 2, 5)}}, [][]report.ID{{0, 1, 2, 5}, {3, 4}}},
		{"a new report follows", []Together{{Reports: ids(0, 1, 5)}}, [][]report.ID{{0, 1, 2, 5}, {3, 4}}},
		{"parted", []Together{{Reports: ids(1), Parted: true}}, [][]report.ID{{0, 2}, {1}, {3, 4}, {5}}},
		{"joined, then parted", []Together{{Reports: ids(3, 4, 5)}, {Reports: ids(4), Parted: true}}, [][]report.ID{{0, 1, 2}, {3, 5}, {4}}},
	} {
		if got := Obey(found, c.said); !slices.EqualFunc(got, c.want, slices.Equal) {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

// TestAbout: a story is named by words of its own reports that other stories do not have.
func TestAbout(t *testing.T) {
	reports, of := staged(3, 2)
	s := Sort(statement.Of(reports, 1), nil)
	at := s.All[s.Of[slices.Index(of, 0)]]
	if !slices.Contains(at.About, "Maruvo") || len(strings.Fields(strings.Join(at.About, " "))) != aboutWords {
		t.Errorf("the earthquake of Maruvo is about %q", at.About)
	}
	if !slices.Contains(at.About, "Ilse Tarkin") {
		t.Errorf("a name is cut in %q", at.About)
	}
	if at.From.ISO() != "2019-03-04" || at.Outlets != len(at.Reports) {
		t.Errorf("%+v", at)
	}
	if one := One(statement.Of(reports, 1)); len(one.All) != 1 || len(one.All[0].Reports) != len(reports) {
		t.Error("one story is not one")
	}
}
