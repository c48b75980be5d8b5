package crosstab

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"parallax/corpus"
	"parallax/corpus/brief"
	"parallax/corpus/coding"
	"parallax/corpus/crosstab/study"
	"parallax/corpus/report"
	"parallax/corpus/session"
	"parallax/corpus/source"
	"parallax/corpus/statement"
)

// coded is a study of n articles on disk, opened, linked and coded by a script: every sentence has the tags that are true of it.
func coded(t testing.TB, n int) (*study.Study, Source) {
	t.Helper()
	grown := study.Grow(n, 1)
	folder := t.TempDir()
	if err := grown.Write(folder); err != nil {
		t.Fatal(err)
	}
	c, err := corpus.Open([]string{folder}, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	l, err := c.Link(context.Background(), nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	s, set := session.Memory(session.Options{}), c.Statements
	for i := range grown.Articles {
		a := &grown.Articles[i]
		r := reportOf(t, set, a.File)
		for _, one := range a.Sentences {
			if len(one.Codes) == 0 {
				continue
			}
			if _, err := s.Do(brief.Mark{Wordings: []brief.Anchor{brief.AnchorOf(set, statementOf(t, set, r, one.Text))}, Tags: one.Codes}); err != nil {
				t.Fatal(err)
			}
		}
	}
	book := coding.Codebook{{Name: "casualties"}, {Name: "blame"}, {Name: "aid"}, {Name: "tone", Values: []string{"alarm", "calm"}},
		{Name: "voice", Values: []string{"official", "expert"}}, {Name: "unused"}}
	return grown, Source{Set: set, Stories: c.Stories, Claims: l.Claims, Kept: s.Brief().Resolve(brief.NewLocator(set)), Book: book}
}

func reportOf(t testing.TB, set *statement.Set, file string) report.ID {
	t.Helper()
	for i := range set.Reports {
		if strings.HasSuffix(set.Reports[i].Path, file) {
			return report.ID(i)
		}
	}
	t.Fatalf("%s was not read", file)
	return 0
}

func statementOf(t testing.TB, set *statement.Set, r report.ID, text string) statement.ID {
	t.Helper()
	for _, st := range set.In(r) {
		if set.Text(st.ID) == text {
			return st.ID
		}
	}
	t.Fatalf("%s: no statement is %q", set.Reports[r].Path, text)
	return 0
}

// counts is a table counted from what is known of each sentence, with nothing of this package: by the names of the row and the
// column, of statements, of articles and of outlets.
func counts(grown *study.Study, row, column func(*study.Article, *study.Sentence) []string) [3]map[[2]string]int {
	statements := map[[2]string]int{}
	articles, outlets := map[[2]string]map[string]bool{}, map[[2]string]map[string]bool{}
	for i := range grown.Articles {
		a := &grown.Articles[i]
		for k := range a.Sentences {
			for _, r := range row(a, &a.Sentences[k]) {
				for _, c := range column(a, &a.Sentences[k]) {
					at := [2]string{r, c}
					statements[at]++
					if articles[at] == nil {
						articles[at], outlets[at] = map[string]bool{}, map[string]bool{}
					}
					articles[at][a.File], outlets[at][a.Outlet] = true, true
				}
			}
		}
	}
	all := [3]map[[2]string]int{statements, {}, {}}
	for at := range articles {
		all[1][at], all[2][at] = len(articles[at]), len(outlets[at])
	}
	return all
}

// TestTablesOfAStudy: tables of a coded study are what another count of its sentences gives, cell by cell.
func TestTablesOfAStudy(t *testing.T) {
	n := study.Size
	if testing.Short() {
		n = 60
	}
	grown, src := coded(t, n)
	s := New(src)
	codes := func(_ *study.Article, s *study.Sentence) []string { return s.Codes }
	outlet := func(a *study.Article, _ *study.Sentence) []string { return []string{a.Outlet} }
	speaker := func(_ *study.Article, s *study.Sentence) []string {
		if s.Speaker == "" {
			return []string{"the outlets' own words"}
		}
		return []string{s.Speaker}
	}
	verb := func(_ *study.Article, s *study.Sentence) []string {
		if s.Verb == "" {
			return nil
		}
		return []string{s.Verb}
	}
	week := func(a *study.Article, _ *study.Sentence) []string {
		y, w := a.Day.ISOWeek()
		return []string{fmt.Sprintf("%04d-W%02d", y, w)}
	}
	for _, c := range []struct {
		row, column Thing
		r, c        func(*study.Article, *study.Sentence) []string
	}{
		{Code, Outlet, codes, outlet}, {Code, Week, codes, week}, {Code, Voice, codes, speaker}, {Verb, Outlet, verb, outlet},
		{Voice, Verb, speaker, verb}, {Verb, Code, verb, codes}, {Code, Code, codes, codes},
	} {
		want := counts(grown, c.r, c.c)
		for unit := Statements; unit <= Outlets; unit++ {
			t.Run(fmt.Sprint(c.row, "-", c.column, "-", unit), func(t *testing.T) {
				table := s.Table(c.row, c.column, nil, unit)
				compare(t, table, &table.Parts[0], want[unit])
			})
		}
	}
	t.Run("by story", func(t *testing.T) {
		by := Story
		table := s.Table(Code, Outlet, &by, Statements)
		if len(table.Parts) != 12 {
			t.Fatalf("%d stories", len(table.Parts))
		}
		for k := range table.Parts {
			p := &table.Parts[k]
			e := eventOf(grown, src, k)
			within := &study.Study{Articles: slices.DeleteFunc(slices.Clone(grown.Articles), func(a study.Article) bool { return a.Event != e })}
			compare(t, table, p, counts(within, codes, outlet)[Statements])
			for i := range p.Cells {
				for j := range p.Cells[i] {
					told := slices.ContainsFunc(within.Articles, func(a study.Article) bool { return a.Outlet == table.Columns[j] })
					if p.Cells[i][j].NoReport == told {
						t.Errorf("%s, %s: no report is %v, of %s", p.Name, table.Rows[i], !told, table.Columns[j])
					}
				}
			}
		}
	})
}

// eventOf is the event of a story, all of whose reports must be of it.
func eventOf(grown *study.Study, src Source, k int) int {
	e := -1
	for _, r := range src.Stories.All[k].Reports {
		for i := range grown.Articles {
			if a := &grown.Articles[i]; strings.HasSuffix(src.Set.Reports[r].Path, a.File) {
				if e >= 0 && e != a.Event {
					return -1
				}
				e = a.Event
			}
		}
	}
	return e
}

func compare(t *testing.T, table *Table, p *Part, want map[[2]string]int) {
	t.Helper()
	seen := 0
	for i, row := range table.Rows {
		for k, column := range table.Columns {
			n := want[[2]string{row, column}]
			if p.Cells[i][k].N != n {
				t.Errorf("%s: %s, %s: %d, counted by hand %d", p.Name, row, column, p.Cells[i][k].N, n)
			}
			if n > 0 {
				seen++
			}
		}
	}
	if seen != len(want) {
		t.Errorf("%s: %d of the %d cells that have something are in the table", p.Name, seen, len(want))
	}
}

// BenchmarkTable is a crosstab of 300 articles with nothing laid out, and once its things are.
func BenchmarkTable(b *testing.B) {
	_, src := coded(b, study.Size)
	for _, c := range [][2]Thing{{Code, Outlet}, {Claim, Outlet}, {Claim, Report}, {Voice, Verb}, {Code, Voice}} {
		b.Run(fmt.Sprint(c[0], "-", c[1], "/first"), func(b *testing.B) {
			for b.Loop() {
				New(src).Table(c[0], c[1], nil, Statements)
			}
		})
	}
	s := New(src)
	b.Run("code-outlet/again", func(b *testing.B) {
		for b.Loop() {
			s.Table(Code, Outlet, nil, Statements)
		}
	})
}
