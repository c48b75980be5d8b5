package cache

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"parallax/corpus/report"
)

// page is a saved page with a number in it, so that no two are the same.
func page(path string, n int) report.File {
	text := strings.Repeat(fmt.Sprintf("<p>The harbour of the town was closed on Monday &amp; opened again on day %d, the mayor said.</p>\n", n), 5)
	html := "<html><head><title>Harbour closed</title><meta property='og:site_name' content='The Quay'></head><body><nav>Home</nav><article><h1>Harbour closed</h1>" + text + "</article></body></html>"
	return report.File{Path: path, Name: filepath.Base(path), Data: []byte(html)}
}

// same compares readings; an error is the same that says the same, and a map the same that leads to the same bytes.
func same(t *testing.T, want, got report.Reading) {
	t.Helper()
	options := cmp.Options{
		cmpopts.EquateEmpty(),
		cmp.Transformer("error", func(e error) string { return e.Error() }),
		cmp.Transformer("map", func(m *report.Map) string {
			if m == nil {
				return ""
			}
			data, _ := m.MarshalBinary()
			return string(data)
		}),
	}
	if d := cmp.Diff(want, got, options); d != "" {
		t.Fatalf("not what was read:\n%s", d)
	}
}

// read reads a file by the cache, which has kept it then.
func read(c *Cache, f report.File) report.Reading {
	r := c.Read(context.Background(), f, report.Limits{})
	c.Flush()
	return r
}

// only is the path of the one entry of the cache.
func only(t *testing.T, c *Cache) string {
	t.Helper()
	all, err := c.entries()
	if err != nil || len(all) != 1 {
		t.Fatalf("%d entries (%v), want one", len(all), err)
	}
	return all[0].path
}

// TestKept: what is fetched is what was read, wherever the file has gone, and is really fetched.
func TestKept(t *testing.T) {
	ctx := context.Background()
	for _, f := range []report.File{
		page("old/page.html", 1),
		{Path: "old/notes.eml", Name: "notes.eml", Data: []byte("Message-ID: <1@example.org>\r\nTo: all@example.org\r\nMIME-Version: 1.0\r\nFrom: desk@example.org\r\nSubject: Harbour\r\nDate: Mon, 7 Mar 2022 10:00:00 +0000\r\n\r\nThe harbour was closed on Monday.\r\nIt opened again.\r\n")},
		{Path: "old/a.rtf", Name: "a.rtf", Data: []byte(`{\rtf1\ansi The harbour was \'e9vacu\'e9 on Monday.\par It opened again.}`)},
	} {
		c := Open(filepath.Join(t.TempDir(), "parallax"), "one", DefaultBytes)
		want := report.Read(ctx, f, report.Limits{})
		if len(want.Reports) == 0 {
			t.Fatalf("%s gave no report: %v", f.Path, want.Problems)
		}
		same(t, want, read(c, f))
		only(t, c)
		got, ok := c.fetch(c.key(f, report.Limits{}), f.Path)
		if !ok {
			t.Fatalf("%s was not kept", f.Path)
		}
		same(t, want, got)

		moved := f
		moved.Path = "elsewhere/" + f.Name
		got, ok = c.fetch(c.key(moved, report.Limits{}), moved.Path)
		if !ok {
			t.Fatalf("%s is not found once it is moved", f.Path)
		}
		same(t, report.Read(ctx, moved, report.Limits{}), got)
	}
}

// TestOther: what a reading depends on is told apart.
func TestOther(t *testing.T) {
	ctx := context.Background()
	folder := filepath.Join(t.TempDir(), "parallax")
	f := page("page.html", 1)
	read(Open(folder, "one", DefaultBytes), f)
	named, changed, known := f, page("page.html", 2), f
	named.Name = "other.html"
	known.Facts.Outlet = report.Fact{Value: "The Pier", From: "sources.json"}
	for name, try := range map[string]struct {
		f       report.File
		l       report.Limits
		program string
	}{
		"name": {f: named}, "content": {f: changed}, "sources.json": {f: known}, "limits": {f: f, l: report.Limits{Bytes: 1 << 16}}, "program": {f: f, program: "two"},
	} {
		c := Open(folder, "one"+try.program, DefaultBytes)
		if _, ok := c.fetch(c.key(try.f, try.l), try.f.Path); ok {
			t.Errorf("another %s was taken for the same", name)
		}
		same(t, report.Read(ctx, try.f, try.l), c.Read(ctx, try.f, try.l))
		c.Flush()
	}
}

// TestDamaged spoils each byte of an entry, cuts it at each length, and puts another in its place: it is read anew and
// mended.
func TestDamaged(t *testing.T) {
	c := Open(filepath.Join(t.TempDir(), "parallax"), "one", DefaultBytes)
	f := page("page.html", 1)
	want := read(c, f)
	name, key := only(t, c), c.key(f, report.Limits{})
	whole, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	refused := func(what string, data []byte) {
		t.Helper()
		if err := os.WriteFile(name, data, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, ok := c.fetch(key, f.Path); ok {
			t.Fatalf("%s was trusted", what)
		}
	}
	for i := 0; i < len(whole); i += 31 {
		spoilt := append([]byte(nil), whole...)
		spoilt[i] ^= 0x20
		refused(fmt.Sprintf("byte %d spoilt", i), spoilt)
		refused(fmt.Sprintf("cut at %d", i), whole[:i])
	}
	refused("more behind it", append(whole[:len(whole):len(whole)], 0))
	refused("no reading, well sealed", sealed([]byte("no reading"), key))

	lie := report.Reading{Reports: append([]report.Report(nil), want.Reports...)}
	lie.Reports[0].Headings = []report.Span{{Start: 0, End: 1 << 30}}
	data, err := lie.Pack(f.Path)
	if err != nil {
		t.Fatal(err)
	}
	refused("a heading beyond the text", sealed(data, key))

	other := Open(filepath.Join(t.TempDir(), "parallax"), "one", DefaultBytes)
	read(other, page("page.html", 2))
	foreign, err := os.ReadFile(only(t, other))
	if err != nil {
		t.Fatal(err)
	}
	refused("the entry of another file", foreign)

	same(t, want, read(c, f))
	if got, ok := c.fetch(key, f.Path); !ok {
		t.Error("a damaged entry was not replaced")
	} else {
		same(t, want, got)
	}
}

// TestUnwritable: without a folder the files are read as ever, and why is known.
func TestUnwritable(t *testing.T) {
	inTheWay := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(inTheWay, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	c := Open(filepath.Join(inTheWay, "parallax"), "one", DefaultBytes)
	for n := range 3 {
		f := page("page.html", n)
		same(t, report.Read(context.Background(), f, report.Limits{}), read(c, f))
	}
	if c.Err() == nil {
		t.Error("nobody is told that nothing is kept")
	}
}

// TestPrivate: what is kept is for its owner alone.
func TestPrivate(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has other rights")
	}
	c := Open(filepath.Join(t.TempDir(), "parallax"), "one", DefaultBytes)
	read(c, page("page.html", 1))
	for path, want := range map[string]os.FileMode{c.Folder(): 0o700, only(t, c): 0o600} {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s has mode %v (%v), want %v", path, info.Mode(), err, want)
		}
	}
}

// TestOthers: a folder into which others can write is left alone, and that is said.
func TestOthers(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has other rights")
	}
	c := Open(filepath.Join(t.TempDir(), "parallax"), "one", DefaultBytes)
	f := page("page.html", 1)
	want := read(c, f)
	name := only(t, c)
	if err := os.Chmod(c.Folder(), 0o777); err != nil {
		t.Fatal(err)
	}
	planted := want
	planted.Reports = append([]report.Report(nil), want.Reports...)
	planted.Reports[0].Title = "What nobody wrote"
	data, err := planted.Pack(f.Path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, sealed(data, c.key(f, report.Limits{})), 0o600); err != nil {
		t.Fatal(err)
	}
	c = Open(c.Folder(), "one", DefaultBytes)
	same(t, want, read(c, f))
	if c.Err() == nil {
		t.Error("nobody is told that nothing is kept")
	}
}

// TestKilled: what a program that was killed has left is taken away by the next that keeps something.
func TestKilled(t *testing.T) {
	c := Open(filepath.Join(t.TempDir(), "parallax"), "one", DefaultBytes)
	left := filepath.Join(c.Folder(), "."+filepath.Base(c.path([32]byte{1}))+".123456789.parallax")
	if err := os.MkdirAll(c.Folder(), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(left, []byte("half"), 0o600); err != nil {
		t.Fatal(err)
	}
	read(c, page("page.html", 1))
	if _, err := os.Stat(left); err != nil {
		t.Fatalf("what may be in use was taken away: %v", err)
	}
	long := time.Now().Add(-2 * abandoned)
	if err := os.Chtimes(left, long, long); err != nil {
		t.Fatal(err)
	}
	c = Open(c.Folder(), "two", DefaultBytes)
	read(c, page("page.html", 1))
	if _, err := os.Stat(left); !os.IsNotExist(err) {
		t.Errorf("it is still there (%v)", err)
	}
}

// TestNotKept: what is quick to read, or went wrong, or was cut short, is not kept.
func TestNotKept(t *testing.T) {
	c := Open(filepath.Join(t.TempDir(), "parallax"), "one", DefaultBytes)
	read(c, report.File{Path: "a.txt", Name: "a.txt", Data: []byte("The harbour was closed.")})
	read(c, report.File{Path: "a.pdf", Name: "a.pdf", Data: []byte("%PDF-1.4 and no more")})
	ended, cancel := context.WithCancel(context.Background())
	cancel()
	c.Read(ended, page("page.html", 1), report.Limits{})
	if entries, _, err := c.Use(); entries != 0 || err != nil {
		t.Errorf("%d readings kept (%v)", entries, err)
	}
}

// TestBound: what was used longest ago goes first, and the bound holds.
func TestBound(t *testing.T) {
	c := Open(filepath.Join(t.TempDir(), "parallax"), "one", DefaultBytes)
	read(c, page("page.html", 0))
	_, size, _ := c.Use()
	c = Open(c.Folder(), "one", size*8)
	for n := 1; n < 20; n++ {
		f := page("page.html", n)
		read(c, f)
		at := time.Date(2022, 3, 10, 0, n, 0, 0, time.UTC)
		if n == 1 {
			at = time.Now() // it stays, because it is in use
		}
		if _, err := os.Stat(c.path(c.key(f, report.Limits{}))); err != nil {
			t.Fatalf("what was kept last is gone: %v", err)
		}
		if err := os.Chtimes(c.path(c.key(f, report.Limits{})), at, at); err != nil {
			t.Fatal(err)
		}
		if _, total, _ := c.Use(); total > size*8 {
			t.Fatalf("%d bytes are kept, over the bound of %d", total, size*8)
		}
	}
	if _, ok := c.fetch(c.key(page("page.html", 1), report.Limits{}), "page.html"); !ok {
		t.Error("what was in use was dropped")
	}
	if _, ok := c.fetch(c.key(page("page.html", 2), report.Limits{}), "page.html"); ok {
		t.Error("what was used longest ago is still there")
	}
	kept, _, _ := c.Use()
	other := filepath.Join(c.Folder(), "notes.txt")
	if err := os.WriteFile(other, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if n, err := c.Remove(); err != nil || n != kept || kept == 0 {
		t.Errorf("%d of %d taken away: %v", n, kept, err)
	}
	if _, err := os.Stat(other); err != nil {
		t.Errorf("a file that is no entry was taken away: %v", err)
	}
}

// TestTogether: several programs at one folder, which is too small for them, give what reading gives.
func TestTogether(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "parallax")
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			c := Open(folder, "one", 8<<10)
			for n := range 30 {
				f := page("page.html", n%10)
				if r := read(c, f); len(r.Reports) != 1 || !strings.Contains(r.Reports[0].Text, fmt.Sprintf("on day %d,", n%10)) {
					t.Errorf("page %d gave %v", n%10, r)
				}
			}
			if err := c.Err(); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
}

// FuzzUnpack: whatever bytes a reading is said to be, it is refused or sound.
func FuzzUnpack(f *testing.F) {
	r := report.Read(context.Background(), page("page.html", 1), report.Limits{})
	data, err := r.Pack("page.html")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := report.Unpack(data, "page.html")
		if err != nil {
			return
		}
		for _, one := range r.Reports {
			for _, s := range append([]report.Span{one.TitleSpan}, one.Headings...) {
				_ = one.Text[s.Start:s.End]
			}
			one.Map.File(report.Span{Start: 0, End: len(one.Text)})
		}
	})
}

// TestFound: what somebody else keeps is found again by this program under its key alone, and that it cannot be kept is no matter.
func TestFound(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "parallax")
	key, data := [32]byte{1}, func() ([]byte, error) { return []byte("links"), nil }
	c := Open(folder, "one", DefaultBytes)
	if _, ok := c.Fetch(key); ok {
		t.Error("something was found before anything was kept")
	}
	c.Keep("links", key, data)
	c.Flush()
	if got, ok := Open(folder, "one", DefaultBytes).Fetch(key); !ok || string(got) != "links" {
		t.Errorf("found %q, %t", got, ok)
	}
	if _, ok := c.Fetch([32]byte{2}); ok {
		t.Error("found under another key")
	}
	if _, ok := Open(folder, "two", DefaultBytes).Fetch(key); ok {
		t.Error("another program found it")
	}
	for n := range 5 { // as when a watched folder changes
		c.Keep("links", [32]byte{3, byte(n)}, data)
		c.Keep("claims", [32]byte{4, byte(n)}, data)
		c.Flush()
	}
	if entries, _, err := c.Use(); entries != 2 || err != nil {
		t.Errorf("%d entries are left of two names (%v)", entries, err)
	}
	if _, ok := c.Fetch([32]byte{3, 4}); !ok {
		t.Error("the last is not there")
	}
	inTheWay := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(inTheWay, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	c = Open(filepath.Join(inTheWay, "parallax"), "one", DefaultBytes)
	c.Keep("links", key, data)
	c.Flush()
	if c.Err() != nil {
		t.Errorf("a reader is told: %v", c.Err())
	}
}
