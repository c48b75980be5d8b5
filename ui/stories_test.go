package ui

import (
	"strings"
	"testing"

	"parallax/corpus"
	"parallax/corpus/match/plant"
	"parallax/corpus/report"
	"parallax/corpus/session"
	"parallax/corpus/source"
	"parallax/corpus/statement"
	"parallax/corpus/story"
	"parallax/ui/reports"
	"parallax/ui/screen"
	"parallax/ui/stories"
)

// manyStories is a folder of three stories of five reports each. Of the first report's file little was taken, and two files
// gave none.
func manyStories() *corpus.Corpus {
	f := plant.Grow(plant.Options{Stories: 3, Reports: 5, Statements: 12, Seed: 7})
	c := &corpus.Corpus{Name: "Folder", Reports: f.Reports}
	first := &c.Reports[0]
	first.Raw = "News Sport Weather\n" + first.Text + "Sign in\nWhat readers say of it\n"
	first.Whole = 3 * len(first.Text)
	c.Passed = []report.Problem{{Path: "clip.mp4", Err: errorString("a film")}}
	c.Problems = []report.Problem{{Path: "torn.pdf", Err: errorString("is cut short")}}
	c.Statements = statement.Of(c.Reports, 1)
	c.Stories = story.Sort(c.Statements, nil)
	return c
}

// openStories shows the folder; what is linked comes by hand.
func openStories(t testing.TB, width, height int, change ...func(*Options)) *viewer {
	t.Helper()
	c := manyStories()
	return open(t, c, linkedAll(t, c), width, height, change...)
}

// TestStories: a folder of many stories opens with their list; enter opens one, esc and g s lead back and forth, and each
// story keeps its place.
func TestStories(t *testing.T) {
	s := openStories(t, 120, 24)
	if _, open := screen.Find[*stories.Stories](s.stack); !open || !strings.Contains(s.rows()[0], "3 stories · 15 read, 1 passed over, 1 unreadable") {
		t.Fatalf("no list of stories:\n%s", s.text())
	}
	s.press("j enter j j")
	if s.stack.Top() != screen.Screen(s.reader) || s.reader.Story() != 1 || !strings.Contains(s.rows()[0], "5 outlets · 60 statements") {
		t.Fatalf("the second story is not open:\n%s", s.text())
	}
	at := s.reader.At()
	if row := s.rows()[1]; strings.Contains(row, "Outlet 1-") || strings.Contains(row, "Outlet 3-") {
		t.Errorf("the strip has outlets of other stories: %q", row)
	}
	s.press("g s j enter")
	if s.reader.Story() != 2 {
		t.Errorf("story %d is open, not the third", s.reader.Story())
	}
	s.press("g s k enter")
	if s.reader.At() != at {
		t.Errorf("the story was left at %v and is entered at %v", at, s.reader.At())
	}
	s.press("ctrl+o")
	if s.reader.Story() != 2 {
		t.Errorf("ctrl-o leads to story %d", s.reader.Story())
	}
}

// TestStoriesOneEvent: a folder of one event opens as ever, on the reading screen.
func TestStoriesOneEvent(t *testing.T) {
	if s := openEmbedded(t, 80, 24); s.stack.Top() != screen.Screen(s.reader) {
		t.Errorf("it opens with\n%s", s.text())
	}
}

// TestJumpOverStories: ' and the search find outlets and words of all stories, and open the story that has them.
func TestJumpOverStories(t *testing.T) {
	s := openStories(t, 120, 24)
	s.press("enter '")
	s.write("outlet 3-4")
	if s.reader.Story() != 2 || s.desk.Now().Corpus.Reports[s.reader.At().Report].Outlet != "Outlet 3-4" {
		t.Errorf("' leads to report %d of story %d", s.reader.At().Report, s.reader.Story())
	}
	at := s.reader.At()
	s.press("/")
	s.write("outlet:1-2 the")
	if s.reader.Story() != 0 {
		t.Errorf("the search shows story %d:\n%s", s.reader.Story(), s.text())
	}
	if s.press("esc"); s.reader.At() != at || s.reader.Story() != 2 {
		t.Errorf("esc leads to %v in story %d", s.reader.At(), s.reader.Story())
	}
}

// TestJoinAndPart: marked stories are joined, a report is parted from its story, both are kept, and u takes them back.
func TestJoinAndPart(t *testing.T) {
	kept := session.Memory(session.Options{})
	s := openStories(t, 120, 24, func(o *Options) { o.Session = kept })
	s.press("m +")
	if n := len(s.desk.Now().Corpus.Stories.All); n != 2 || len(s.desk.Now().Corpus.Stories.All[0].Reports) != 10 {
		t.Fatalf("joined, there are %d stories:\n%s", n, s.text())
	}
	s.press("g l g g - esc")
	if n := len(s.desk.Now().Corpus.Stories.All); n != 3 || len(s.desk.Now().Corpus.Stories.All[0].Reports) != 1 {
		t.Fatalf("parted, there are %d stories:\n%s", n, s.text())
	}
	again := openStories(t, 120, 24, func(o *Options) { o.Session = kept })
	if !again.desk.Now().Corpus.Stories.Same(s.desk.Now().Corpus.Stories) {
		t.Error("opened again, the stories are others")
	}
	s.press("u u")
	if n := len(s.desk.Now().Corpus.Stories.All); n != 3 || len(s.desk.Now().Corpus.Stories.All[0].Reports) != 5 {
		t.Errorf("undone, there are %d stories:\n%s", n, s.text())
	}
}

// TestReportsList: what was read, how far the reader is, and what was left out and why.
func TestReportsList(t *testing.T) {
	s := openStories(t, 140, 30)
	s.press("enter g l")
	if _, open := screen.Find[*reports.Reports](s.stack); !open {
		t.Fatalf("no list of reports:\n%s", s.text())
	}
	for _, want := range []string{"15 read, 1 passed over, 1 unreadable", "33%", "clip.mp4: a film", "torn.pdf: is cut short", "unread", " read ", "33% of the text that the file has"} {
		if !strings.Contains(s.text(), want) {
			t.Errorf("the list does not say %q:\n%s", want, s.text())
		}
	}
	s.press("d f f f")
	if !strings.Contains(s.text(), "done: 1") || strings.Contains(s.text(), "  unread ") {
		t.Errorf("those that are done:\n%s", s.text())
	}
	s.press("f f f f")
	if !strings.Contains(s.text(), "left out: 2") {
		t.Errorf("what was left out:\n%s", s.text())
	}
	s.press("f /")
	s.write("2-3")
	s.press("enter enter")
	if got := s.desk.Now().Corpus.Reports[s.reader.At().Report].Outlet; got != "Outlet 2-3" {
		t.Errorf("enter leads to %s", got)
	}
}

// TestInPart: the pane of a report of which little was taken says so, and so does its silence.
func TestInPart(t *testing.T) {
	s := openStories(t, 120, 24)
	s.press("enter")
	if !strings.Contains(s.text(), "33% taken") {
		t.Errorf("the pane's head does not say what was taken:\n%s", s.text())
	}
	s.press("l")
	for range 12 {
		s.press("j")
		if !strings.Contains(s.text(), "no counterpart found, taken in part") {
			continue
		}
		s.press("enter")
		if !strings.Contains(s.text(), "Outlet 1-1: no counterpart found, taken in part") {
			t.Errorf("the card does not say it:\n%s", s.text())
		}
		s.press("esc c")
		for range 6 {
			if strings.Contains(s.text(), "taken in part") {
				return
			}
			s.press("h")
		}
		t.Errorf("the claims table does not say it:\n%s", s.text())
		return
	}
	t.Errorf("no silence is taken in part:\n%s", s.text())
}

// TestReportNamed: where an outlet has two reports of one day, the card, the search's hits and the pane's head name the report.
func TestReportNamed(t *testing.T) {
	c := manyStories()
	c.Reports[1].Outlet = c.Reports[2].Outlet
	c.Reports[1].Title, c.Reports[2].Title = "Ferry aground", "Captain heard"
	c.Reports[1].Published = c.Reports[2].Published
	c.Statements = statement.Of(c.Reports, 1)
	c.Stories = story.Sort(c.Statements, nil)
	s := open(t, c, linkedAll(t, c), 160, 40)
	s.press("enter")
	if !strings.Contains(s.text(), ", Fer") || !strings.Contains(s.text(), ", Cap") {
		t.Errorf("the panes' heads do not name the reports:\n%s", s.text())
	}
	named := func() bool {
		return strings.Contains(s.text(), ", Ferry aground) ·") || strings.Contains(s.text(), ", Captain heard) ·")
	}
	for s.press("enter"); !named(); s.press("esc j enter") {
		if s.reader.At().Statement+1 >= c.Statements.In(1)[0].ID {
			t.Fatalf("no card does:\n%s", s.text())
		}
	}
	s.press("esc /")
	s.write("the")
	if !strings.Contains(s.text(), ", Ferry aground ·") {
		t.Errorf("the hits do not:\n%s", s.text())
	}
}

// TestRaw: the whole text of a file shows what was left out of the report.
func TestRaw(t *testing.T) {
	s := openStories(t, 120, 24)
	s.press("enter g r")
	for _, want := range []string{"33% was taken; 3 of 15 lines were left out", " left │ News Sport Weather"} {
		if !strings.Contains(s.text(), want) {
			t.Errorf("no %q in\n%s", want, s.text())
		}
	}
	for _, want := range []string{"▶left │ News Sport Weather", "▶left │ Sign in"} {
		if s.press("n"); !strings.Contains(s.text(), want) {
			t.Errorf("n leads not to %q:\n%s", want, s.text())
		}
	}
	if strings.Contains(s.footer(), "next left out") || !strings.Contains(s.rows()[2], "News Sport Weather") {
		t.Errorf("at the last of them, all of it in sight:\n%s", s.text())
	}
	if s.press("N"); !strings.Contains(s.text(), "▶left │ News Sport Weather") {
		t.Errorf("N leads not back:\n%s", s.text())
	}
	s.press("esc")
	if s.stack.Top() != screen.Screen(s.reader) {
		t.Errorf("esc leads to\n%s", s.text())
	}
}

// TestArchiveChart: how an archive's reports are spread stands above the stories, also where it does not fit or may not be
// drawn.
func TestArchiveChart(t *testing.T) {
	counts := source.Counts{Total: 12_340, Shards: "4 of 5 shards answered",
		Days:    []source.Count{{Name: "2022-03-09", Reports: 4}, {Name: "2022-03-10", Reports: 40}, {Name: "2022-03-12", Reports: 10}},
		Outlets: []source.Count{{Name: "Bay\x1b[31m Post", Reports: 30}, {Name: "Ald Courier", Reports: 24}}}
	for _, c := range []struct {
		width  int
		change func(*Options)
		want   []string
	}{
		{120, func(*Options) {}, []string{"in the archive  12340 reports match “Folder”; 15 reports here; 4 of 5 shards answered", "2022-03-09 ▁█ ▂ 2022-03-12  most 2022-03-10, 40", "Bay␛[31m Post 30, Ald Courier 24"}},
		{60, func(*Options) {}, []string{"2022-03-09 █ 2022-03-12"}},
		{80, func(o *Options) { o.Linear = true }, []string{"2022-03-09 to 2022-03-12, most 2022-03-10, 40"}},
		{80, func(o *Options) { o.ASCII = true }, []string{"2022-03-09 to 2022-03-12, most 2022-03-10, 40"}},
	} {
		s := openStories(t, c.width, 24, c.change)
		s.send(countsMsg{counts: counts})
		for _, want := range c.want {
			if !strings.Contains(s.text(), want) {
				t.Errorf("at %d columns there is no %q in\n%s", c.width, want, s.text())
			}
		}
	}
}

// TestNoArchive: what only an archive has is said to need one; what it is asked comes with the next reading.
func TestNoArchive(t *testing.T) {
	s := openStories(t, 120, 24)
	s.press("enter g a")
	if !strings.Contains(s.footer(), "--archive URL opens one") {
		t.Errorf("the footer says %q", s.footer())
	}
	asked := ""
	s = openStories(t, 120, 24, func(o *Options) {
		o.Ask = func(words string, like *report.Report) {
			if asked += words; like != nil {
				asked += "like " + like.Title
			}
		}
	})
	s.press("enter g a")
	s.press(": a r c h i v e space f l o o d enter")
	if !strings.HasPrefix(asked, "like ") || !strings.HasSuffix(asked, "flood") {
		t.Errorf("asked for %q", asked)
	}
}
