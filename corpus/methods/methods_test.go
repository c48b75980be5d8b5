package methods

import (
	"fmt"
	"testing"

	"parallax/corpus/brief"
)

// TestTexts: the hash over all texts is what `printf '%s\n' HASH... | sort | sha256sum` prints, in whatever order they come.
func TestTexts(t *testing.T) {
	files := []File{{Path: "b", Text: brief.Hash{0xff}}, {Path: "a", Text: brief.Hash{0x01}}}
	const want = "c7694b02fb9ae5a4c046cc7e6f29368492d2d6020737961d5992c47a71d20e72"
	got := fmt.Sprintf("%x", Texts(files))
	files[0], files[1] = files[1], files[0]
	if again := fmt.Sprintf("%x", Texts(files)); got != want || again != got {
		t.Errorf("%s, then %s, want %s", got, again, want)
	}
}

// TestCompare: a file is known by its text, then by its name; a claim by its statements, then by its name; counts and weights
// by themselves.
func TestCompare(t *testing.T) {
	was := brief.Fingerprint{
		Version: "1", Threshold: 0.4, Links: "l", Counts: brief.Counts{Reports: 3},
		Files:  []brief.FilePrint{{File: "a", Text: brief.Hash{1}, Cut: "x"}, {File: "b", Text: brief.Hash{2}, Cut: "x"}, {File: "c", Text: brief.Hash{3}, Cut: "x"}},
		Claims: []brief.ClaimPrint{{Name: "port", Of: "1"}, {Name: "boat", Of: "2"}, {Name: "tide", Of: "3"}},
	}
	if all := Compare(&was, &was); len(all) != 0 {
		t.Errorf("the same differs: %v", all)
	}
	is := was
	is.Version = "2"
	if all := Compare(&was, &is); len(all) != 0 {
		t.Errorf("another version that finds the same differs: %v", all)
	}
	is.Counts.Reports = 4
	is.Files = []brief.FilePrint{{File: "moved", Text: brief.Hash{1}, Cut: "x"}, {File: "b", Text: brief.Hash{9}, Cut: "x"}, {File: "d", Text: brief.Hash{4}, Cut: "x"}}
	is.Claims = []brief.ClaimPrint{{Name: "another name", Of: "1"}, {Name: "boat", Of: "7"}, {Name: "crew", Of: "8"}}
	is.Links = "m"
	var got []string
	for _, d := range Compare(&was, &is) {
		got = append(got, d.What+" "+d.Kind+" "+d.Name)
	}
	want := []string{
		"program changed ", "file changed b", "file new d", "file gone c", "number of reports changed ", "links changed ",
		"claim changed boat", "claim new crew", "claim gone tide",
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}
