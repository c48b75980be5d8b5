package brief

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"parallax/corpus/cases"
	"parallax/corpus/internal/fixture"
	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// marked is a text without its [[ ]] and the span between them.
func marked(t *testing.T, text string) (string, report.Span) {
	t.Helper()
	start, end := strings.Index(text, "[["), strings.Index(text, "]]")
	if start < 0 || end < start {
		t.Fatalf("nothing is marked in %q", text)
	}
	return text[:start] + text[start+2:end] + text[end+2:], report.Span{Start: start, End: end - 2}
}

// TestFind runs testdata/find/*.txtar: a passage [[marked]] in a text (was), the text as it is now, or another outlet's
// (other), and where the passage is found.
func TestFind(t *testing.T) {
	cases.Run(t, "testdata/find/*.txtar", func(t *testing.T, c *cases.Case) string {
		was, span := marked(t, c.File("was"))
		anchor, err := AnchorAt(statement.Of([]report.Report{fixture.ReportOf("A", was)}, 1), 0, span)
		if err != nil {
			t.Fatal(err)
		}
		outlet, text := "A", c.File("now")
		if other := c.File("other"); other != "" {
			outlet, text = "B", other
		}
		now := statement.Of([]report.Report{fixture.ReportOf(outlet, text)}, 1)
		return describeFound(now, NewLocator(now).Find(anchor))
	})
}

// describeFound is what was found in words: the state, the statements with the [[passage]], what differs.
func describeFound(set *statement.Set, f Found) string {
	var b bytes.Buffer
	b.WriteString([...]string{"in place", "moved", "edited", "orphan"}[f.State])
	if f.State == Orphan {
		fmt.Fprintf(&b, ": %s\n", f.Why)
		return b.String()
	}
	first, last := set.All[f.First], set.All[f.Last]
	text := set.Reports[f.Report].Text
	fmt.Fprintf(&b, ": %d to %d: %s[[%s]]%s\n", first.Number, last.Number, text[first.Span.Start:f.Span.Start],
		text[f.Span.Start:f.Span.End], text[f.Span.End:last.Span.End])
	for _, d := range f.Differences {
		switch {
		case d.Was == d.Now:
			b.WriteString(d.Was)
		case d.Now == "":
			fmt.Fprintf(&b, "{-%s-}", d.Was)
		default:
			fmt.Fprintf(&b, "{+%s+}", d.Now)
		}
	}
	if len(f.Differences) > 0 {
		b.WriteByte('\n')
	}
	return b.String()
}

// sentences is what random texts are made of: few enough that they come twice, some much like others.
var sentences = []string{
	"The mayor closed the schools.", "The mayor opened the schools.", "Rain fell.", "Wind rose over the bay at noon.",
	"Seventeen people were wounded in the old town.", "Seventeen people were killed in the old town.", "Nobody knew.",
	"The ferry to the island turned back twice.",
}

// TestFindNeverAnother marks a sentence of a random text, in which sentences come more than once, and deletes it, or puts
// another somewhere. What is then found as it was is the sentence that was marked.
func TestFindNeverAnother(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 3))
	outcome := map[string]int{}
	for range 3000 {
		var was []string
		for range 2 + rng.IntN(9) {
			was = append(was, sentences[rng.IntN(len(sentences))])
		}
		i := rng.IntN(len(was))
		start := beginning(was, i)
		set := statement.Of([]report.Report{fixture.ReportOf("A", strings.Join(was, " "))}, 1)
		anchor, err := AnchorAt(set, 0, report.Span{Start: start, End: start + len(was[i])})
		if err != nil {
			t.Fatal(err)
		}
		now, did := slices.Clone(was), "deleted"
		switch rng.IntN(3) {
		case 0:
			now = slices.Delete(now, i, i+1)
		case 1:
			words := strings.Fields(now[i])
			words[rng.IntN(len(words)-1)] = "Reportedly"
			now[i], did = strings.Join(words, " "), "edited"
		default:
			now, did = slices.Insert(now, rng.IntN(len(now)+1), sentences[rng.IntN(len(sentences))]), "inserted"
		}
		changed := statement.Of([]report.Report{fixture.ReportOf("A", strings.Join(now, " "))}, 1)
		found := NewLocator(changed).Find(anchor)
		outcome[did+[...]string{" in place", " moved", " edited", " orphan"}[found.State]]++
		if found.State != Orphan && !explained(was, i, now, found.Span.Start) {
			t.Errorf("%q of\n%q\nis found as %q (%v) in\n%q", was[i], was, changed.Reports[0].Text[found.Span.Start:found.Span.End], found.State, now)
		}
	}
	t.Log(outcome)
	if outcome["edited edited"] < 8*outcome["edited orphan"] {
		t.Errorf("too little is found again: %v", outcome)
	}
	if outcome["inserted moved"]+outcome["inserted in place"] < 3*outcome["inserted orphan"] {
		t.Errorf("too little is found again: %v", outcome)
	}
}

// explained reports whether some edit of one sentence that leads from was to now puts was[i] where the found one begins:
// in a row of equals it cannot be known which one was deleted.
func explained(was []string, i int, now []string, start int) bool {
	for k := range max(len(was), len(now)) {
		j := i
		switch {
		case len(now) == len(was):
			// The sentence itself was changed.
		case len(now) < len(was) && k != i && slices.Equal(slices.Delete(slices.Clone(was), k, k+1), now):
			if k < i {
				j--
			}
		case len(now) > len(was) && slices.Equal(slices.Delete(slices.Clone(now), k, k+1), was):
			if k <= i {
				j++
			}
		default:
			continue
		}
		if start == beginning(now, j) {
			return true
		}
	}
	return false
}

// beginning is the byte at which sentence i of a text begins.
func beginning(list []string, i int) int { return len(strings.Join(list[:i], " ")) + min(i, 1) }

// FuzzFind finds a passage of any text in any other text: what is found is what is said of it.
func FuzzFind(f *testing.F) {
	f.Add("Rain fell. No boat left.", "No boat left. Rain fell on it.", 11, 24)
	f.Add("大雨。港口关闭。", "港口关闭了。", 9, 24)
	f.Fuzz(func(t *testing.T, was, now string, start, end int) {
		set := statement.Of([]report.Report{fixture.ReportOf("A", strings.ToValidUTF8(was, "?"))}, 1)
		anchor, err := AnchorAt(set, 0, report.Span{Start: start, End: end})
		if err != nil {
			return
		}
		if same := NewLocator(set).Find(anchor); same.State != InPlace || same.Span != anchor.Span() {
			t.Fatalf("in its own text: %+v", same)
		}
		changed := statement.Of([]report.Report{fixture.ReportOf("A", strings.ToValidUTF8(now, "?"))}, 1)
		found := NewLocator(changed).Find(anchor)
		if found.State == Orphan {
			if found.Why == "" || found.First != -1 {
				t.Fatalf("%+v", found)
			}
			return
		}
		words := changed.Reports[0].Text[found.Span.Start:found.Span.End]
		if (words == anchor.Exact) == (found.State == Edited) {
			t.Fatalf("%q is %q, state %v", anchor.Exact, words, found.State)
		}
		if found.First < 0 || found.Last < found.First || changed.All[found.First].Span.Overlap(found.Span) == 0 {
			t.Fatalf("%+v", found)
		}
		checkDifferences(t, found.Differences, anchor.Exact, words)
	})
}

func checkDifferences(t *testing.T, ds []Difference, was, now string) {
	t.Helper()
	var a, b strings.Builder
	for _, d := range ds {
		a.WriteString(d.Was)
		b.WriteString(d.Now)
		if d.Was != d.Now && d.Was != "" && d.Now != "" {
			t.Fatalf("%+v", d)
		}
	}
	if len(ds) > 0 && (a.String() != was || b.String() != now) {
		t.Fatalf("%q and %q are told apart as %q and %q", was, now, a.String(), b.String())
	}
}

func FuzzDifferences(f *testing.F) {
	f.Add("seventeen people", "nineteen people")
	f.Fuzz(func(t *testing.T, was, now string) { checkDifferences(t, Differences(was, now), was, now) })
}
