package session

import (
	"bytes"
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"parallax/corpus/brief"
	"parallax/corpus/internal/fixture"
)

// journalOf is a journal of n texts, and what they amount to after each.
func journalOf(t testing.TB, n int) (lines [][]byte, after []*brief.Brief) {
	t.Helper()
	b, now := &brief.Brief{}, fixture.Clock()
	after = append(after, b)
	for range n {
		a := brief.Action{Seq: b.Seq + 1, Time: now(), Coder: "Ann", Change: brief.Insert{Text: "On the storm", After: b.Seq}}
		line, err := appendLine(nil, a)
		if err != nil {
			t.Fatal(err)
		}
		if b, err = b.Apply(a); err != nil {
			t.Fatal(err)
		}
		lines, after = append(lines, line), append(after, b)
	}
	return lines, after
}

// diskWith is a disk with these files.
func diskWith(files map[string][]byte) *fakeDisk {
	d := newFakeDisk()
	for name, data := range files {
		d.names[name] = &fakeFile{live: data, kept: data}
		d.durable[name] = d.names[name]
	}
	return d
}

const at, atJournal, atDamaged = "/s/session", "/s/session" + journalSuffix, "/s/session" + damagedSuffix

func open(t *testing.T, d disk) *Session {
	t.Helper()
	s, err := OpenFile(at, Options{Now: fixture.Clock(), disk: d, after: never})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// says checks that one of the warnings has all the words.
func says(t *testing.T, s *Session, words ...string) {
	t.Helper()
	for _, w := range s.Warnings() {
		if !slices.ContainsFunc(words, func(word string) bool { return !strings.Contains(w, word) }) {
			return
		}
	}
	t.Errorf("no word of %v in %q", words, s.Warnings())
}

// TestTorn cuts a journal at every byte: what stands in whole lines is kept, and the session goes on from there.
func TestTorn(t *testing.T) {
	lines, after := journalOf(t, 3)
	whole := bytes.Join(lines, nil)
	for cut := range len(whole) + 1 {
		d := diskWith(map[string][]byte{atJournal: whole[:cut]})
		s := open(t, d)
		n := bytes.Count(whole[:cut], []byte("\n"))
		if b := s.Brief(); !reflect.DeepEqual(b.Kept, after[n].Kept) {
			t.Fatalf("cut at %d: %d entries", cut, len(b.Entries))
		}
		if cut > 0 && whole[cut-1] != '\n' {
			says(t, s, "cut short", "dropped")
		} else if w := s.Warnings(); len(w) > 0 {
			t.Fatal(w)
		}
		goesOn(t, s, d, n+1)
		if d.names[atDamaged] != nil {
			t.Fatal("a line that was cut short was set aside")
		}
	}
}

// goesOn writes one more entry and reads all of them back.
func goesOn(t *testing.T, s *Session, d disk, want int) {
	t.Helper()
	if _, err := s.Do(brief.Insert{Text: "More"}); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	l, err := load(d, at)
	if err != nil || len(l.warnings) > 0 || len(l.brief.Entries) != want {
		t.Fatalf("%d entries, want %d: %v %v", len(l.brief.Entries), want, err, l.warnings)
	}
}

// TestDamaged changes every byte of a journal, and of a checkpoint: what comes before is kept, the rest set aside, and
// nothing is taken for what it was not.
func TestDamaged(t *testing.T) {
	lines, after := journalOf(t, 4)
	whole := bytes.Join(lines, nil)
	for i := range whole {
		damaged := bytes.Clone(whole)
		damaged[i] ^= 1
		d := diskWith(map[string][]byte{atJournal: damaged})
		s := open(t, d)
		n := bytes.Count(whole[:i], []byte("\n"))
		if i == len(whole)-1 {
			says(t, s, "cut short")
		} else {
			says(t, s, "line", "damaged", "set aside")
			checkAside(t, s, d, damaged[bytes.LastIndexByte(whole[:i], '\n')+1:])
		}
		if b := s.Brief(); !reflect.DeepEqual(b.Kept, after[n].Kept) {
			t.Fatalf("byte %d: %d entries", i, len(b.Entries))
		}
		goesOn(t, s, d, n+1)
	}
}

func checkAside(t *testing.T, s *Session, d *fakeDisk, want []byte) {
	t.Helper()
	if err := s.Flush(); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Do(brief.Retitle{Title: "x"}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Undo(); err != nil {
		t.Fatal(err)
	}
	if err := s.Flush(); err != nil {
		t.Fatal(err)
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	f := d.durable[atDamaged]
	if f == nil || !bytes.Equal(bytes.TrimRight(f.kept, "\n"), bytes.TrimRight(want, "\n")) {
		t.Fatalf("set aside: %v, want %q", f, want)
	}
}

// TestDamagedCheckpoint changes every byte of a checkpoint. Where the byte is in the head, nothing that the reader did is
// lost, the journal included: the head alone is set aside.
func TestDamagedCheckpoint(t *testing.T) {
	lines, after := journalOf(t, 3)
	whole, err := checkpoint(after[2])
	if err != nil {
		t.Fatal(err)
	}
	head := bytes.IndexByte(whole, '\n') + 1
	for i := range whole {
		damaged := bytes.Clone(whole)
		damaged[i] ^= 1
		d := diskWith(map[string][]byte{at: damaged, atJournal: lines[2]})
		s := open(t, d)
		if !s.Damaged() {
			t.Fatalf("byte %d: nobody is told", i)
		}
		says(t, s, "damaged", "set aside")
		n, aside := 3, bytes.Clone(damaged[:head])
		if i >= head {
			n = bytes.Count(whole[:i], []byte("\n")) - 1
			aside = bytes.Clone(damaged[bytes.LastIndexByte(whole[:i], '\n')+1:])
			if i == len(whole)-1 {
				aside = append(aside, '\n')
			}
			aside = append(aside, lines[2]...)
		}
		if b := s.Brief(); !reflect.DeepEqual(b.Kept, after[n].Kept) {
			t.Fatalf("byte %d: %d entries, want %d", i, len(b.Entries), n)
		}
		checkAside(t, s, d, aside)
		goesOn(t, s, d, n+1)
	}
}

// TestEmptyCheckpoint: a file of no bytes is a session that lost its bytes, never a new one.
func TestEmptyCheckpoint(t *testing.T) {
	lines, after := journalOf(t, 3)
	for name, c := range map[string]struct {
		files map[string][]byte
		want  int
	}{
		"alone":         {map[string][]byte{at: {}}, 0},
		"whole journal": {map[string][]byte{at: {}, atJournal: bytes.Join(lines, nil)}, 3},
		"later journal": {map[string][]byte{at: {}, atJournal: lines[2]}, 0},
		"blank":         {map[string][]byte{at: []byte("\n\n")}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			d := diskWith(c.files)
			s := open(t, d)
			if !s.Damaged() {
				t.Error("nobody is told")
			}
			says(t, s, "damaged")
			if b := s.Brief(); !reflect.DeepEqual(b.Kept, after[c.want].Kept) {
				t.Fatalf("%d entries, want %d", len(b.Entries), c.want)
			}
			goesOn(t, s, d, c.want+1)
		})
	}
}

// TestShortCheckpoint cuts a checkpoint between its lines: it knows how many it should have.
func TestShortCheckpoint(t *testing.T) {
	lines, after := journalOf(t, 3)
	whole, err := checkpoint(after[2])
	if err != nil {
		t.Fatal(err)
	}
	cut := bytes.LastIndexByte(whole[:len(whole)-1], '\n') + 1
	d := diskWith(map[string][]byte{at: whole[:cut], atJournal: lines[2]})
	s := open(t, d)
	says(t, s, "has lost the last 1 action")
	checkAside(t, s, d, lines[2])
	goesOn(t, s, d, 2)
}

func TestAsideNeverOverwrites(t *testing.T) {
	lines, _ := journalOf(t, 1)
	lines[0][5] ^= 1
	d := diskWith(map[string][]byte{atJournal: lines[0], atDamaged: []byte("earlier")})
	goesOn(t, open(t, d), d, 1)
	if string(d.names[atDamaged].live) != "earlier" || !bytes.Equal(d.names[atDamaged+"-2"].live, lines[0]) {
		t.Fatal("what was set aside before is gone")
	}
}

// TestNewer refuses what a later version wrote, in either file, and leaves it alone.
func TestNewer(t *testing.T) {
	lines, after := journalOf(t, 1)
	whole, err := checkpoint(after[1])
	if err != nil {
		t.Fatal(err)
	}
	newer := func(line []byte) []byte {
		body, err := unseal(bytes.TrimSuffix(line, []byte("\n")))
		if err != nil {
			t.Fatal(err)
		}
		return seal(nil, bytes.Replace(body, []byte(`"v":1`), []byte(`"v":9`), 1))
	}
	head, rest, _ := bytes.Cut(whole, []byte("\n"))
	for name, files := range map[string]map[string][]byte{
		"head":              {at: append(newer(append(head, '\n')), rest...)},
		"journal":           {atJournal: newer(lines[0])},
		"otherwise sealed":  {atJournal: []byte(`{"v":9,"sum":"of another kind"}` + "\n")},
		"within checkpoint": {at: append(append(append([]byte(nil), head...), '\n'), newer(rest)...)},
	} {
		t.Run(name, func(t *testing.T) {
			d := diskWith(files)
			if _, err := OpenFile(at, Options{disk: d}); !errors.Is(err, ErrNewer) {
				t.Fatalf("got %v", err)
			}
			for name, data := range files {
				if !bytes.Equal(d.names[name].live, data) {
					t.Fatal("it was written to")
				}
			}
			if len(d.names) != len(files) || len(d.locks) != 0 {
				t.Fatalf("something was left behind: %v %v", d.names, d.locks)
			}
		})
	}
}

func TestForeign(t *testing.T) {
	for _, text := range []string{"hello\n", `{"v":1,"name":"x"}` + "\n", "\x00\x01", "[]"} {
		d := diskWith(map[string][]byte{at: []byte(text)})
		if _, err := OpenFile(at, Options{disk: d}); !errors.Is(err, errForeign) {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// TestGap sets aside a journal that goes on later than its checkpoint ends: something between them is missing.
func TestGap(t *testing.T) {
	lines, _ := journalOf(t, 3)
	d := diskWith(map[string][]byte{atJournal: append(bytes.Clone(lines[0]), lines[2]...)})
	s := open(t, d)
	says(t, s, "line 2 is damaged")
	checkAside(t, s, d, lines[2])
	goesOn(t, s, d, 2)
}

// TestOldLines passes over what the checkpoint stands for already: a crash came between writing it and emptying the
// journal.
func TestOldLines(t *testing.T) {
	lines, after := journalOf(t, 4)
	whole, err := checkpoint(after[3])
	if err != nil {
		t.Fatal(err)
	}
	d := diskWith(map[string][]byte{at: whole, atJournal: bytes.Join(lines, nil)})
	s := open(t, d)
	if !reflect.DeepEqual(s.Brief().Kept, after[4].Kept) || len(s.Warnings()) > 0 {
		t.Fatalf("got %d entries, %v", len(s.Brief().Entries), s.Warnings())
	}
	goesOn(t, s, d, 5)
}

func FuzzLoad(f *testing.F) {
	lines, after := journalOf(f, 3)
	whole, err := checkpoint(after[2])
	if err != nil {
		f.Fatal(err)
	}
	f.Add(whole, lines[2])
	f.Add([]byte(nil), bytes.Join(lines, nil))
	f.Fuzz(func(t *testing.T, file, journal []byte) {
		d := diskWith(map[string][]byte{at: file, atJournal: journal})
		s, err := OpenFile(at, Options{Now: fixture.Clock(), disk: d, after: never})
		if err != nil {
			if !bytes.Equal(d.names[at].live, file) || !bytes.Equal(d.names[atJournal].live, journal) {
				t.Fatal("a file that cannot be opened was written to")
			}
			return
		}
		defer s.Close()
		goesOn(t, s, d, len(s.Brief().Entries)+1)
	})
}
