package ui

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"parallax/corpus"
	"parallax/corpus/crosstab/study"
	"parallax/corpus/source"
)

// openStudy shows a made-up study of n articles whose links are there.
func openStudy(t testing.TB, n, width, height int) (*viewer, *study.Study) {
	t.Helper()
	grown, folder := study.Grow(n, 1), t.TempDir()
	if err := grown.Write(folder); err != nil {
		t.Fatal(err)
	}
	c, err := corpus.Open([]string{folder}, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	l, err := c.Link(t.Context(), nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	s := open(t, c, l, width, height, withBook)
	s.press("enter") // from the list of stories
	return s, grown
}

// TestCodingAtSpeed: all hits of a search, two hundred and more, are coded with less than ten keys, the query included; one key
// takes that back.
func TestCodingAtSpeed(t *testing.T) {
	s, grown := openStudy(t, study.Size, 120, 40)
	hits := 0
	for i := range grown.Articles {
		for _, one := range grown.Articles[i].Sentences[1:] {
			if strings.Contains(one.Text, " said") {
				hits++
			}
		}
	}
	keys := strings.Fields("/ s a i d enter T 1 enter")
	if len(keys) >= 10 || hits < 200 {
		t.Fatalf("%d keys for %d hits", len(keys), hits)
	}
	s.press(strings.Join(keys, " "))
	if n := count(s.tags(), "casualties"); n != hits || len(s.tags()) != hits {
		t.Errorf("%d of %d hits are coded\n%s", n, hits, s.text())
	}
	s.press("u")
	s.wantTags()
}

// TestCrosstabScreen: what is coded by keys is counted by outlets as another count of the sentences has it; enter goes through the
// passages of a cell.
func TestCrosstabScreen(t *testing.T) {
	s, grown := openStudy(t, 60, 200, 30)
	s.press("/ s a i d enter T 1 enter esc g x")
	s.wantText("code by outlet, statements")
	want := map[string]int{}
	for i := range grown.Articles {
		for _, one := range grown.Articles[i].Sentences {
			if strings.Contains(one.Text, " said") {
				want[grown.Articles[i].Outlet]++
			}
		}
	}
	row := s.countsOf("casualties")
	for i, outlet := range s.outlets() {
		if row[i] != want[outlet] {
			t.Errorf("%s: %d, counted by hand %d\n%s", outlet, row[i], want[outlet], s.text())
		}
	}
	s.press("% G")
	for _, n := range s.countsOf("blame") { // of a code that nobody used: a zero, not "no report"
		if n != 0 {
			t.Errorf("%d percent of nothing", n)
		}
	}
	s.press("% %")
	s.press("g g l l")
	outlet := s.outlets()[2]
	s.press("enter")
	a := s.reader.Active()
	if a == nil || len(a.Statements) != want[outlet] || a.Name != "casualties, "+outlet {
		t.Fatalf("the active set is %+v, want %d of %s", a, want[outlet], outlet)
	}
	for _, id := range a.Statements {
		if got := s.desk.Now().Corpus.Statements.ReportOf(id).Outlet; got != outlet {
			t.Errorf("a passage of %s is in the cell of %s", got, outlet)
		}
	}
	s.press("esc g x <")
	s.wantText("code by verb")
	s.press("tab x")
	s.wantText("verb by claim")
}

// TestCrosstabNoReport: where an outlet has no report of an event there is no zero.
func TestCrosstabNoReport(t *testing.T) {
	s, _ := openStudy(t, 60, 200, 30)
	s.press("g x")
	for !strings.Contains(s.text(), "story by outlet") {
		s.press("tab")
	}
	if !strings.Contains(s.text(), " -") {
		t.Errorf("every outlet has a report of every event:\n%s", s.text())
	}
	s.press("g g ^")
	for range s.outlets() {
		if strings.Contains(s.text(), "[-]") {
			s.wantText("no report could hold both")
			s.press("enter")
			s.wantText("no report could hold both")
			return
		}
		s.press("l")
	}
	t.Errorf("no cell of the first story is without a report:\n%s", s.text())
}

// countsOf is the counts that the row of that name shows, behind its total.
func (s *viewer) countsOf(name string) []int {
	s.t.Helper()
	for _, row := range s.rows() {
		if _, rest, ok := strings.Cut(row, name); ok {
			var counts []int
			for _, f := range strings.Fields(strings.NewReplacer("[", " ", "]", " ").Replace(rest)) {
				n, err := strconv.Atoi(f)
				if err != nil {
					s.t.Fatalf("the row of %s has %q:\n%s", name, f, s.text())
				}
				counts = append(counts, n)
			}
			return counts[1:]
		}
	}
	s.t.Fatalf("no row %q:\n%s", name, s.text())
	return nil
}

// outlets is the names of the columns.
func (s *viewer) outlets() []string {
	var names []string
	for _, o := range s.desk.Now().Corpus.Statements.Outlets.All {
		names = append(names, o.Name)
	}
	return names
}

// TestCodingProgress: the lists of stories and of reports say how far the coding has come.
func TestCodingProgress(t *testing.T) {
	s, grown := openStudy(t, 60, 160, 40)
	s.press("g s")
	if strings.Contains(s.text(), "coded ") {
		t.Errorf("nothing is coded:\n%s", s.text())
	}
	s.press("esc / s a i d enter T 1 enter")
	event := grown.Articles[0].Event
	done, of, first := 0, 0, [2]int{}
	for i := range grown.Articles {
		a := &grown.Articles[i]
		if a.Event != event {
			continue
		}
		for _, one := range a.Sentences {
			of++
			if strings.Contains(one.Text, " said") {
				done++
			}
			if i == 0 {
				first[1] = of
				first[0] = done
			}
		}
	}
	s.press("esc g s g g")
	s.wantText(fmt.Sprintf("coded %d of %d statements of the story", done, of))
	s.press("esc g l g g")
	s.wantText(fmt.Sprintf("; coded %d of %d", first[0], first[1]))
}
