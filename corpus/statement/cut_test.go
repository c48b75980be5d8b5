package statement

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"parallax/corpus/language"
	"parallax/corpus/report"
)

// TestWords: the words and pieces that a set keeps are those of the statements' texts, for a set put together by hand too,
// and several goroutines may ask for them.
func TestWords(t *testing.T) {
	texts := []string{"The mayor's cease-fire held. \"Good,\" he said.\n\nSo it did.", "", "Rain fell on 1½ acres.", strings.Repeat("The mayor's boat sank at 5.30. ", mostKept/30)}
	var reports []report.Report
	for i, text := range texts {
		reports = append(reports, report.Report{ID: report.ID(i), Outlet: "A", Text: text})
	}
	set := Of(reports, 1)
	if len(set.All) < 4 {
		t.Fatalf("%d statements", len(set.All))
	}
	bare := &Set{Reports: set.Reports, All: set.All}
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			for i := range min(len(set.All), 2000) { // the last text's cut is not kept
				text := set.Text(ID(i))
				if want := language.Words(text); !slices.Equal(set.Words(ID(i)), want) || !slices.Equal(bare.Words(ID(i)), want) {
					t.Errorf("%q: %+v and %+v", text, set.Words(ID(i)), bare.Words(ID(i)))
				}
				if want := language.Cut(nil, text); !slices.Equal(set.Pieces(ID(i)), want) || !slices.Equal(bare.Pieces(ID(i)), want) {
					t.Errorf("%q: %+v and %+v", text, set.Pieces(ID(i)), bare.Pieces(ID(i)))
				}
			}
		})
	}
	wait.Wait()
}
