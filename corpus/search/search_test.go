package search

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"parallax/corpus/cases"
	"parallax/corpus/report"
	files "parallax/corpus/source"
	"parallax/corpus/statement"
	"parallax/seeds"
)

// set makes a statement set in which every line of an outlet's text is one statement.
func set(outlets, texts []string) *statement.Set {
	s := &statement.Set{Generation: 1}
	for i, text := range texts {
		id := report.ID(i)
		s.Reports = append(s.Reports, report.Report{ID: id, Outlet: outlets[i], Text: text})
		at, number := 0, 0
		for line := range strings.Lines(text) {
			trimmed := strings.TrimSuffix(line, "\n")
			if trimmed != "" {
				number++
				s.All = append(s.All, statement.Statement{
					ID: statement.ID(len(s.All)), Report: id, Number: number,
					Span: report.Span{Start: at, End: at + len(trimmed)},
				})
			}
			at += len(line)
		}
	}
	return s
}

// TestCases runs testdata/*.txtar. A case has reports (outlets/NAME, a statement a line), queries (one a line), and
// what they answer: the number of statements and of each outlet, then the hits, best first, with [what is marked].
func TestCases(t *testing.T) {
	cases.Run(t, "testdata/*.txtar", func(t *testing.T, c *cases.Case) string {
		var outlets, texts []string
		for _, f := range c.Files {
			if name, ok := strings.CutPrefix(f.Name, "outlets/"); ok {
				outlets, texts = append(outlets, name), append(texts, string(f.Data))
			}
		}
		x := New(set(outlets, texts))
		var got bytes.Buffer
		for query := range strings.Lines(c.File("queries")) {
			describe(t, &got, x, strings.TrimSuffix(query, "\n"))
		}
		return got.String()
	})
}

func describe(t *testing.T, w *bytes.Buffer, x *Index, query string) {
	t.Helper()
	result, err := x.Find(context.Background(), query, 0)
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprintf(w, "? %s\n%d", query, result.Total)
	if result.Scattered {
		w.WriteString(" scattered")
	}
	for _, c := range result.Counts {
		fmt.Fprintf(w, ", %s %d", c.Outlet, c.Count)
	}
	w.WriteByte('\n')
	for _, h := range result.Hits {
		st := x.set.All[h.Statement]
		fmt.Fprintf(w, "  %s %d: %s\n", x.set.Reports[st.Report].Outlet, st.Number, marked(x.set, h))
	}
}

// marked is the hit's statement with its spans in brackets.
func marked(set *statement.Set, h Hit) string {
	var b strings.Builder
	st := set.All[h.Statement]
	text, at := set.Reports[st.Report].Text, st.Span.Start
	for _, s := range h.Spans {
		b.WriteString(text[at:s.Start] + "[" + text[s.Start:s.End] + "]")
		at = s.End
	}
	return b.String() + text[at:st.Span.End]
}

func TestSeeds(t *testing.T) {
	read := files.ReadFS(t.Context(), seeds.Files, files.Options{})
	reports, problems := read.Reports, read.Problems
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	x := New(statement.Of(reports, 1))
	result, err := x.Find(context.Background(), "hospital", 0)
	if err != nil {
		t.Fatal(err)
	}
	with := 0
	for _, c := range result.Counts {
		if c.Count > 0 {
			with++
		}
		if c.Outlet == "China Daily" && c.Count != 0 {
			t.Errorf("China Daily has %d, want 0", c.Count)
		}
	}
	if result.Total != 7 || len(result.Hits) != 7 || len(result.Set) != 7 || with != 4 || len(result.Counts) != 5 {
		t.Errorf("hospital: %d in %d outlets, %+v, want 7 in 4 of 5", result.Total, with, result.Counts)
	}
	for _, same := range []string{"ceasefire", "cease-fire", `"cease fire"`, "CEASEFIRE"} {
		result, err := x.Find(context.Background(), strings.ToLower(same), 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range result.Counts {
			if c.Count == 0 {
				t.Errorf("%s: none in %s", same, c.Outlet)
			}
		}
	}
}

func TestLimit(t *testing.T) {
	x := New(set([]string{"A", "B"}, []string{"rain\nrainy\nno\n", "the rain\n"}))
	result, err := x.Find(context.Background(), "rain", 2)
	if err != nil {
		t.Fatal(err)
	}
	if result.Total != 3 || len(result.Hits) != 2 || len(result.Set) != 3 {
		t.Errorf("%+v", result)
	}
	if result.Hits[0].Statement != 0 || result.Hits[1].Statement != 3 {
		t.Errorf("whole words are not first: %+v", result.Hits)
	}
}

func TestCancelled(t *testing.T) {
	x := New(set([]string{"A"}, []string{"rain\n"}))
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := x.Find(ctx, "rain", 0); err != context.Canceled {
		t.Errorf("got %v", err)
	}
	if result, err := x.Find(context.Background(), "rain", 0); err != nil || result.Total != 1 {
		t.Errorf("after a cancelled search: %+v, %v", result, err)
	}
}

// TestTyping types queries letter by letter and asks that no unfinished sign empties the list, and that the answer is
// the one that a new index gives.
func TestTyping(t *testing.T) {
	s := set([]string{"Harbour News", "Valley Post"}, []string{
		"Mayor Hale said “no progress” was made.\nThe cease-fire did not hold.\n",
		"No progress on a cease fire, the mayor said.\nThe ceasefire talks ended.\n",
	})
	x := New(s)
	for _, query := range []string{
		`"no progress"`, `progress -hold`, `progress -"no way"`, `outlet:"valley post" progress`, `mayor outlet:harbour`,
		`cease-fire talks`, `the -outlet:zzz`,
	} {
		for end := 1; end <= len(query); end++ {
			typed := query[:end]
			got, err := x.Find(context.Background(), typed, 0)
			if err != nil {
				t.Fatal(err)
			}
			fresh, err := New(s).Find(context.Background(), typed, 0)
			if err != nil {
				t.Fatal(err)
			}
			if fmt.Sprint(got) != fmt.Sprint(fresh) {
				t.Errorf("%q: %v, a new index says %v", typed, got, fresh)
			}
			if got.Total == 0 && !parse(typed).empty() && !strings.HasPrefix("outlet:", typed) {
				t.Errorf("%q: nothing", typed)
			}
		}
	}
}

// TestSpansWhileFinding is for the race detector: a screen marks hits while the next key is being searched for.
func TestSpansWhileFinding(t *testing.T) {
	x := New(generate(2_000))
	done := make(chan error)
	go func() {
		var err error
		for end := range len("hospital") {
			_, err = x.Find(context.Background(), "hospital"[:end+1], 20)
		}
		done <- err
	}()
	for id := range x.set.All {
		for _, s := range x.Spans("the hospital", statement.ID(id)) {
			if s.Len() == 0 {
				t.Error("an empty span")
			}
		}
	}
	if err := <-done; err != nil {
		t.Fatal(err)
	}
}
