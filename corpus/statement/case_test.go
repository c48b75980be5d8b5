package statement

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"parallax/corpus/report"
)

var update = flag.Bool("update", false, "write what the cases of testdata give as what they want")

// TestCases runs the cases of testdata, one phenomenon each: the reports of a case are its files but "want". A file
// "outlet/name.txt" is a report of that outlet. In want, each statement stands with its number, kind and rule, and its
// voices below it.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { runCase(t, file) })
	}
}

func runCase(t *testing.T, file string) {
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var reports []report.Report
	want := -1
	for i, f := range archive.Files {
		if f.Name == "want" {
			want = i
			continue
		}
		text := strings.NewReplacer("<CR>", "\r", "<TAB>", "\t", "<NBSP>", "\u00a0").Replace(string(f.Data))
		reports = append(reports, report.Report{ID: report.ID(len(reports)), Path: f.Name, Outlet: filepath.Dir(f.Name), Text: text})
	}
	got := listing(Of(reports, 1))
	if *update {
		if want < 0 {
			archive.Files = append(archive.Files, txtar.File{Name: "want"})
			want = len(archive.Files) - 1
		}
		archive.Files[want].Data = []byte(got)
		if err := os.WriteFile(file, txtar.Format(archive), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if want < 0 {
		t.Fatal("the case has no want")
	}
	if string(archive.Files[want].Data) != got {
		t.Errorf("got:\n%s\nwant:\n%s", got, archive.Files[want].Data)
	}
}

// listing is all statements of a set as the cases write them.
func listing(s *Set) string {
	var b strings.Builder
	for i := range s.All {
		st := &s.All[i]
		if st.Number == 1 && len(s.Reports) > 1 {
			fmt.Fprintf(&b, "== %s\n", s.ReportOf(st.ID).Path)
		}
		fmt.Fprintf(&b, "%d", st.Number)
		if st.Kind != Sentence {
			fmt.Fprintf(&b, " %s", [...]string{"sentence", "headline", "sub-heading", "item"}[st.Kind])
		}
		if st.Boilerplate != "" {
			fmt.Fprintf(&b, " [%s]", st.Boilerplate)
		}
		fmt.Fprintf(&b, ": %s\n", strings.NewReplacer("\r", "<CR>", "\n", "<LF>", "\t", "<TAB>", "\u00a0", "<NBSP>").Replace(s.Text(st.ID)))
		for _, v := range st.Voices {
			fmt.Fprintf(&b, "  %s, %s, %s: %s\n", v.Speaker, v.Mode, v.Verb, s.ReportOf(st.ID).Text[v.Span.Start:v.Span.End])
		}
	}
	return b.String()
}
