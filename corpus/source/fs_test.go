package source

import (
	"errors"
	"io"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"testing/iotest"
	"time"

	"parallax/corpus/report"
	"parallax/seeds"
)

func TestSeeds(t *testing.T) {
	read := ReadFS(t.Context(), seeds.Files, Options{})
	reports, problems := read.Reports, read.Problems
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	type facts struct{ path, outlet, title, published, carried string }
	var got []facts
	for _, r := range reports {
		got = append(got, facts{r.Path, r.Outlet, r.Title, r.Published.ISO(), r.Text[r.TitleSpan.Start:r.TitleSpan.End]})
		if file, ok := r.Map.File(report.Span{Start: 0, End: len(r.Text)}); !ok || file != (report.Span{Start: 0, End: len(r.Text)}) || r.Reader != "text" {
			t.Errorf("%s: the text is not the file, byte by byte: %v %v, read by %q", r.Path, file, ok, r.Reader)
		}
	}
	const (
		mee    = "Russia-Ukraine war: 'No progress' on ceasefire following talks in Turkey"
		daily  = "Russia, Ukraine fail to agree on cease-fire at talks"
		gossip = "Ukraine claims that discussions with Russia in Turkey failed to result in a ceasefire."
		nbc    = "Russia-Ukraine Talks Ends With ‘No Progress' Towards Ceasefire"
	)
	want := []facts{ // in the order of sources.json
		{"middle-east-eye.txt", "Middle East Eye", mee, "2022-03-10", mee},
		{"china-daily.txt", "China Daily", daily, "2022-03-11", daily},
		{"press-tv.txt", "Press TV", "", "2022-03-10", ""},           // its first line is a sentence
		{"gossip-dad.txt", "Gossip Dad", gossip, "", gossip},         // it has no date
		{"nbc-bay-area.txt", "NBC Bay Area", nbc, "2022-03-10", nbc}, // its headline stands below a kicker
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if reports[1].Byline != "Ren Qi in Moscow" || reports[3].Note == "" || !strings.HasPrefix(reports[4].URL, "https://") {
		t.Errorf("byline, note or url is not that of sources.json: %+v", reports)
	}
}

func TestReadFS(t *testing.T) {
	fsys := fstest.MapFS{
		"b.txt":         {Data: []byte("Second")},
		"a/10.txt":      {Data: []byte("Ten")},
		"a/9.txt":       {Data: []byte("Nine")},
		"c.mp4":         {Data: []byte("no")},
		"a/.hidden.txt": {Data: []byte("no")},
	}
	read := ReadFS(t.Context(), fsys, Options{})
	reports, problems := read.Reports, read.Problems
	var paths []string
	for _, r := range reports {
		paths = append(paths, r.Path)
	}
	if want := []string{"a/9.txt", "a/10.txt", "b.txt"}; !slices.Equal(paths, want) || len(problems) > 0 {
		t.Errorf("got %q, %v; want %q", paths, problems, want)
	}
	if len(read.Passed) != 1 || read.Passed[0].Error() != "c.mp4: .mp4 files cannot be read: parallax reads "+report.Kinds {
		t.Errorf("passed over: %v", read.Passed)
	}
	if read := ReadFS(t.Context(), fstest.MapFS{}, Options{}); len(read.Reports) != 0 || len(read.Problems) != 1 {
		t.Errorf("an empty folder: %v", read)
	}
}

// denied is a folder in which the files whose names begin with "locked" cannot be opened, nor the folder "shut" listed.
type denied struct{ fstest.MapFS }

func (d denied) Open(name string) (fs.File, error) {
	if strings.HasPrefix(name, "locked") {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return d.MapFS.Open(name)
}

func (d denied) Stat(name string) (fs.FileInfo, error) { return d.MapFS.Stat(name) }

func (d denied) ReadDir(name string) ([]fs.DirEntry, error) {
	if name == "shut" {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return d.MapFS.ReadDir(name)
}

func TestUnreadable(t *testing.T) {
	read := ReadFS(t.Context(), denied{fstest.MapFS{
		"locked.txt": {Data: []byte("no")},
		"locked":     {Data: []byte("no")},
		"shut/a.txt": {Data: []byte("no")},
		"z.txt":      {Data: []byte("Last")},
	}}, Options{})
	reports, problems := read.Reports, read.Problems
	if len(reports) != 1 || reports[0].Path != "z.txt" || reports[0].ID != 0 {
		t.Errorf("reports: %+v", reports)
	}
	var paths []string
	for _, p := range problems {
		paths = append(paths, p.Path)
		if want := p.Path + ": may not be read: permission denied"; p.Error() != want {
			t.Errorf("%q, want %q", p.Error(), want)
		}
	}
	if want := []string{"shut", "locked", "locked.txt"}; !slices.Equal(paths, want) {
		t.Errorf("problems with %q, want %q", paths, want)
	}
}

func TestStandardInputFails(t *testing.T) {
	for _, in := range []io.Reader{iotest.ErrReader(errors.New("it broke")), strings.NewReader("ab\x00c")} {
		read := Read(t.Context(), []string{"-"}, Options{Stdin: in})
		if len(read.Reports) != 0 || len(read.Problems) != 1 || read.Problems[0].Path != "-" {
			t.Errorf("%v", read)
		}
	}
}

// TestGrowingFile has a file that says it is small and is not.
func TestGrowingFile(t *testing.T) {
	if data, err := readBytes(strings.NewReader("0123456789"), 4, 10); err != nil || len(data) != 10 {
		t.Errorf("at the limit: %q, %v", data, err)
	}
	if _, err := readBytes(strings.NewReader("0123456789a"), 4, 10); err == nil {
		t.Error("over the limit: read")
	}
}

// endless is a file that says nothing and never ends, as some do that the system makes up.
type endless struct{ fs.File }

func (endless) Read([]byte) (int, error) { select {} }

// stuck is a folder in which one file is endless.
type stuck struct {
	embedded
	name string
}

func (s stuck) open(name string) (fs.File, error) {
	f, err := s.embedded.open(name)
	if name == s.name {
		return endless{f}, err
	}
	return f, err
}

// TestDeadline: a file that never ends is named and left, wherever it is met, and the others are read.
func TestDeadline(t *testing.T) {
	for _, name := range []string{"b.txt", "b", report.SourcesName} {
		fsys := fstest.MapFS{"a.txt": {Data: []byte("First")}, name: {Data: []byte("[]")}, "c.txt": {Data: []byte("Third")}}
		w := newWalker(stuck{embedded{fsys}, name}, Options{Limits: report.Limits{Time: 200 * time.Millisecond}})
		var read report.Reading
		w.read(t.Context(), w.whole("."), func(r report.Reading, _ error) bool {
			read.Add(r)
			return true
		})
		if len(read.Reports) != 2 || len(read.Problems) != 1 || read.Problems[0].Path != name || !errors.Is(read.Problems[0], report.ErrLate) {
			t.Errorf("%s: %d reports, %v", name, len(read.Reports), read.Problems)
		}
	}
}
