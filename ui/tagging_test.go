package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"parallax/corpus/coding"
)

// book is a codebook with values, such as a study has.
var book = coding.Codebook{
	{Name: "casualties", Definition: "Numbers of dead or wounded."},
	{Name: "voice", Definition: "Whose words they are.", Values: []string{"ukraine", "russia"}, Unit: coding.OfWording},
	{Name: "blame"},
}

func withBook(o *Options) { o.Book = book }

// withLongBook has more codes than the list has rows.
func withLongBook(o *Options) {
	o.Book = append(slices.Clone(book), coding.Code{Name: "tone", Values: []string{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"}})
}

// tags is the tags of each entry of the brief.
func (s *viewer) tags() []string {
	var all []string
	for _, e := range s.desk.Now().Resolved.Brief.Entries {
		all = append(all, strings.Join(e.Tags, ","))
	}
	return all
}

func (s *viewer) wantTags(want ...string) {
	s.t.Helper()
	if got := s.tags(); !slices.Equal(got, want) {
		s.t.Errorf("tags %q, want %q\n%s", got, want, s.text())
	}
}

func (s *viewer) wantText(want string) {
	s.t.Helper()
	if !strings.Contains(s.text(), want) {
		s.t.Errorf("the screen does not say %q:\n%s", want, s.text())
	}
}

// TestTagByKey: the prompt lists the codebook with keys, definitions and what is set; a key puts a tag on or takes it off.
func TestTagByKey(t *testing.T) {
	s := openEmbedded(t, 100, 40, withBook)
	s.press("t")
	for _, row := range []string{"Tags of the statement", "1 [ ]  casualties  Numbers of dead or wounded.", "2 [ ]  voice:ukraine  Whose words they are. (of a wording)", "4 [ ]  blame"} {
		s.wantText(row)
	}
	s.press("3 1")
	s.wantText("3 [x]* voice:russia")
	s.press("enter")
	s.wantTags("casualties,voice:russia")
	s.press("t")
	s.wantText("3 [x]  voice:russia")
	s.press("3 2 enter")
	s.wantTags("casualties,voice:ukraine")
	s.press("t 1 1 enter")
	s.wantTags("casualties,voice:ukraine")
	s.press("t 1 esc")
	s.wantTags("casualties,voice:ukraine")
	s.press("t down space enter")
	s.wantTags("casualties")
	s.press("t 9")
	s.wantTags("casualties")
}

// TestTagOutsideTheCodebook: a slip is offered the nearest, another code is asked about once, and neither is saved unasked.
func TestTagOutsideTheCodebook(t *testing.T) {
	s := openEmbedded(t, 100, 40, withBook)
	s.press("t tab")
	s.write("voice:rusia")
	s.press("enter")
	s.wantText("“voice:rusia” is not in the codebook: = voice:russia  + add it")
	s.press("enter x y 1")
	s.wantTags()
	s.press("= enter")
	s.wantTags("voice:russia")
	s.press("j t tab")
	s.write("hospital")
	s.press("enter")
	s.wantText("“hospital” is not in the codebook: + add it")
	s.press("esc backspace")
	s.wantText("tags: hospita")
	s.press("esc esc")
	s.wantTags("voice:russia")
	s.press("t tab")
	s.write("hospital")
	s.press("enter + enter")
	s.wantTags("voice:russia", "hospital")
	s.press("j t")
	s.wantText("5 [ ]  hospital  not in the codebook")
	s.press("tab")
	s.write("hospital, blame")
	s.press("enter enter")
	s.wantTags("voice:russia", "hospital", "blame,hospital")
}

// TestTypingOn: who opens the tags of a tagged statement and types on writes another tag, and does not lengthen the last.
func TestTypingOn(t *testing.T) {
	s := openEmbedded(t, 100, 40)
	s.press("t")
	s.write("voice:ukraine")
	s.press("enter t")
	s.write("voice:russia")
	s.press("enter")
	s.wantTags("voice:ukraine,voice:russia")
	s.press("b t")
	s.write("blame")
	s.press("enter")
	s.wantTags("voice:ukraine,voice:russia,blame")
	s.press("t ctrl+u")
	s.write("blame")
	s.press("enter")
	s.wantTags("blame")
}

// TestTagAll: all hits of a search, all wordings of a claim and all words of a voice are tagged at once, and one undo takes
// that back.
func TestTagAll(t *testing.T) {
	s := openEmbedded(t, 100, 40, withBook)
	s.press("T")
	s.wantText("nothing is active")
	s.press("/")
	s.write("hospital")
	s.press("enter")
	hits := len(s.reader.Active().Statements)
	if hits < 5 {
		t.Fatalf("%d hits", hits)
	}
	s.press("t 4 enter T")
	s.wantText("Tags of all ")
	s.wantText("[1 of ")
	s.press("1 enter")
	if n := count(s.tags(), "casualties"); n != hits || len(s.tags()) != hits {
		t.Errorf("%d of %d hits are tagged: %q", n, hits, s.tags())
	}
	s.press("u")
	s.wantTags("blame")
	s.press("ctrl+r")
	if n := count(s.tags(), "casualties"); n != hits {
		t.Errorf("%d of %d hits are tagged again", n, hits)
	}
	s.press("u u")
	s.wantTags()

	s.press("c T")
	s.wantText("wordings of the claim")
	s.press("2 enter")
	if n := count(s.tags(), "voice:ukraine"); n < 2 {
		t.Errorf("of a claim %d wordings are tagged", n)
	}
	s.press("u esc V T 3 enter")
	if n := count(s.tags(), "voice:russia"); n < 2 {
		t.Errorf("of a voice %d words are tagged: %q\n%s", n, s.tags(), s.text())
	}
	s.press("esc u")
	s.wantTags()
}

// count is how many of some have a tag.
func count(tags []string, tag string) int {
	n := 0
	for _, t := range tags {
		if slices.Contains(strings.Split(t, ","), tag) {
			n++
		}
	}
	return n
}

// TestNextUncoded: ]u goes to the next statement of the story without a tag, over to other reports, and says how many have one.
func TestNextUncoded(t *testing.T) {
	s := openEmbedded(t, 120, 40, withBook)
	set := s.desk.Now().Corpus.Statements
	for s.press("] u"); s.reader.Focus().Report == 0; s.press("] u") {
		at := s.reader.Focus().Statement
		if s.desk.Now().Resolved.Coded()[at].Tags != nil || !set.All[at].IsStory() {
			t.Fatalf("statement %d is coded or boilerplate", at)
		}
		s.press("t 1 enter")
	}
	story, coded := 0, len(s.desk.Now().Resolved.Coded())
	for i := range set.All {
		if set.All[i].IsStory() {
			story++
		}
	}
	s.wantText(fmt.Sprintf("%d of %d in the story", coded, story))
	s.wantText("coded 0 of ")
	s.press("[ u [ u")
	if at := s.reader.Focus().Statement; s.desk.Now().Resolved.Coded()[at].Tags != nil {
		t.Errorf("statement %d is coded", at)
	}
}

// TestSearchCoded: tag: finds what was tagged a moment ago, -tag: the rest, and coder: whose it is.
func TestSearchCoded(t *testing.T) {
	s := openEmbedded(t, 120, 40, withBook)
	s.press("/")
	s.write("hospital")
	s.press("enter")
	all := len(s.reader.Active().Statements)
	s.press("t 1 enter esc /")
	s.write("tag:casualties")
	s.wantText("1 statement")
	s.press("enter esc /")
	s.write("hospital -tag:casualties")
	s.press("enter")
	if n := len(s.reader.Active().Statements); n != all-1 {
		t.Errorf("%d of %d hits are not coded", n, all)
	}
}

// TestMemo: a memo on the study is written, shown again and undone.
func TestMemo(t *testing.T) {
	s := openEmbedded(t, 120, 40)
	write := func(text string) {
		s.press(":")
		s.write("memo")
		s.press("enter")
		s.write(text)
		s.press("enter")
	}
	write("Quotations count once")
	write(", headlines too.")
	if got := s.desk.Now().Resolved.Brief.Memo; got != "Quotations count once, headlines too." {
		t.Errorf("the memo is %q", got)
	}
	s.press("u")
	if got := s.desk.Now().Resolved.Brief.Memo; got != "Quotations count once" {
		t.Errorf("the memo is %q", got)
	}
}

// TestTagMarked: with a count T tags the hits that were marked, and no others.
func TestTagMarked(t *testing.T) {
	s := openEmbedded(t, 100, 40, withBook)
	s.press("/")
	s.write("hospital")
	s.press("enter 1 T")
	s.wantText("is marked; tab marks a hit")
	s.press("/")
	s.write("hospital")
	s.press("tab down down tab enter 1 T")
	s.wantText("Tags of the 2 marked of search hospital")
	s.press("4 enter")
	s.wantTags("blame", "blame")
	s.press("u")
	s.wantTags("", "")
}

// TestTagOfTheReport: a code of a report goes to the report, said before the key and put on its first statement, from whichever
// statement it is given; the next statement of the report shows it set.
func TestTagOfTheReport(t *testing.T) {
	s := openEmbedded(t, 120, 40, func(o *Options) {
		o.Book = coding.Codebook{{Name: "loud"}, {Name: "frame", Definition: "What it is about.", Values: []string{"war", "peace"}, Unit: coding.OfReport}, {Name: "far", Unit: coding.OfStory}}
	})
	s.press("4 G t")
	s.wantText("2 [ ]  frame:war  What it is about. (goes to the report)")
	s.wantText("4 [ ]  far  (goes to the story)")
	s.press("1 2 enter")
	s.wantTags("loud", "frame:war")
	first := s.desk.Now().Resolved.Brief.Entries[1].Wordings[0].Anchor
	if first.First != 1 || first.Outlet != s.desk.Now().Resolved.Brief.Entries[0].Wordings[0].Anchor.Outlet {
		t.Errorf("the report's code is on statement %d of %s", first.First, first.Outlet)
	}
	s.press("6 G t")
	s.wantText("2 [x]  frame:war")
	s.wantText("1 [ ]  loud")
	s.press("2 3 enter")
	s.wantTags("loud", "frame:peace")
	s.press("g g t 1 enter")
	s.wantTags("loud", "frame:peace,loud")
	s.press("l l t 4 enter")
	s.wantTags("loud", "frame:peace,loud,far")
	s.press("u")
	s.wantTags("loud", "frame:peace,loud")
}
