package blind

import (
	"fmt"
	"testing"

	"parallax/corpus/report"
)

// TestLetters: letters depend on the seed and the outlets alone, not on the order of the reports, and those that come later
// change none.
func TestLetters(t *testing.T) {
	of := func(names ...string) []report.Report {
		var all []report.Report
		for _, n := range names {
			all = append(all, report.Report{Outlet: n})
		}
		return all
	}
	one, two, other := New(1, ""), New(1, ""), New(2, "")
	names := []string{"North", "South", "East", "West", "Press & Co.", "Yonder"}
	one.meet(of(names...))
	two.meet(of("Yonder", "West", "South", "East", "Press & Co.", "North", "South"))
	other.meet(of(names...))
	same := 0
	for _, n := range names {
		if one.letters[n] != two.letters[n] {
			t.Errorf("%s is %s and %s", n, one.letters[n], two.letters[n])
		}
		if one.letters[n] == other.letters[n] {
			same++
		}
	}
	if same == len(names) {
		t.Error("another seed gives the same letters")
	}
	was := one.letters["North"]
	one.meet(of("Anew", "North"))
	if one.letters["North"] != was || one.letters["Anew"] != "G" {
		t.Errorf("%v", one.letters)
	}
	for n, want := range map[int]string{0: "A", 25: "Z", 26: "AA", 27: "AB", 701: "ZZ", 702: "AAA"} {
		if got := letter(n); got != want {
			t.Errorf("letter %d is %s, want %s", n, got, want)
		}
	}
}

// TestTitles: an outlet's name in a title is put away as a whole word and in any case; the words of the title stay.
func TestTitles(t *testing.T) {
	m := New(1, "")
	m.meet([]report.Report{{Outlet: "Press"}, {Outlet: "Yes!"}})
	for title, want := range map[string]string{
		"Boats | PRESS": fmt.Sprintf("Boats | %s", m.letters["Press"]), "Under pressure": "Under pressure", "Yes! it rained": m.letters["Yes!"] + " it rained",
	} {
		if got := m.title(title); got != want {
			t.Errorf("%q becomes %q, want %q", title, got, want)
		}
	}
}
