package ui

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"parallax/corpus"
	"parallax/corpus/brief"
	"parallax/corpus/safe"
	"parallax/corpus/source"
	"parallax/ui/reports"
	"parallax/ui/screen"
	"parallax/ui/want"
)

// openFolder shows a folder with two reports that can be read again.
func openFolder(t *testing.T) (s *viewer, write func(name, text string)) {
	t.Helper()
	folder := t.TempDir()
	write = func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("courier.txt", "Flood at the weir\nThe water rose on Monday morning.\nThe mayor closed the bridge at noon.\nNobody was hurt.\n")
	write("post.txt", "Bridge closed\nThe bridge was closed by the mayor on Monday.\nThe water had risen.\n")
	read := func(context.Context) (*corpus.Corpus, brief.Opening, error) {
		c, err := corpus.Open([]string{folder}, source.Options{})
		return c, brief.Opening{}, err
	}
	c, _, err := read(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return open(t, c, linkedAll(t, c), 120, 24, func(o *Options) { o.Reread = read }), write
}

// here is the statement under the cursor.
func (s *viewer) here() string {
	return safe.Line(s.desk.Now().Corpus.Statements.Line(s.reader.At().Statement))
}

// TestRescan: R reads the folder again; the cursor stays on its statement and its row, marks stay, and what is new is one key
// away.
func TestRescan(t *testing.T) {
	s, write := openFolder(t)
	s.press("j j m")
	was, row := s.here(), s.View().Cursor.Y
	write("courier.txt", "Flood at the weir\nIt rained for three days.\nThe water rose on Monday morning.\nThe mayor closed the bridge at noon.\nNobody was hurt.\n")
	write("tribune.txt", "River falls\nThe river fell on Tuesday and the mayor opened the bridge.\n")
	s.press("R")
	if got := s.here(); got != was || s.View().Cursor.Y != row {
		t.Errorf("the cursor stood on %q in row %d, now on %q in row %d:\n%s", was, row, got, s.View().Cursor.Y, s.text())
	}
	if n := len(s.desk.Now().Corpus.Reports); n != 3 || !s.desk.Now().Kept(s.reader.At().Statement) {
		t.Errorf("%d reports; marked: %v", n, s.desk.Now().Kept(s.reader.At().Statement))
	}
	if !strings.Contains(s.footer(), "1 new, 1 changed") {
		t.Errorf("the footer says %q", s.footer())
	}
	s.press("g n")
	if _, open := screen.Find[*reports.Reports](s.stack); !open || !strings.Contains(s.text(), "new or changed: 2") || !strings.Contains(s.text(), "(changed) Flood") {
		t.Errorf("what is new is not listed:\n%s", s.text())
	}
	s.press("esc R")
	if !strings.Contains(s.footer(), "nothing is new: 3 read") {
		t.Errorf("the footer says %q", s.footer())
	}
}

// TestReadOn: a screen that is shown before all files are read brings the rest without a key, and the cursor stays.
func TestReadOn(t *testing.T) {
	all, write := openFolder(t)
	write("tribune.txt", "River falls\nThe river fell on Tuesday and the mayor opened the bridge.\n")
	first, more, err := corpus.Soon(t.Context(), "", source.Files([]string{all.desk.Now().Corpus.Reports[0].Path}, source.Options{}), time.Minute, nil)
	if err != nil || more {
		t.Fatal(err, more)
	}
	s := open(t, first, linkedAll(t, first), 120, 24, func(o *Options) { o.Reread, o.More = all.opts.Reread, true })
	s.run(s.readOn()) // as Init does
	if n := len(s.desk.Now().Corpus.Reports); n != 3 || strings.Contains(s.footer(), "new") || !strings.Contains(s.footer(), "3 reports: 3 read") {
		t.Errorf("there are %d reports, and the footer says %q", n, s.footer())
	}
	if got := s.here(); got != "Flood at the weir" {
		t.Errorf("the cursor stands on %q", got)
	}
}

// TestRereadWaits: what is read again while something else is open takes its place when the reader is back.
func TestRereadWaits(t *testing.T) {
	s, write := openFolder(t)
	s.press("b")
	write("tribune.txt", "River falls\nThe river fell on Tuesday and the mayor opened the bridge.\n")
	s.send(stirredMsg{})
	if n := len(s.desk.Now().Corpus.Reports); n != 2 {
		t.Fatalf("%d reports while the brief is open", n)
	}
	s.press("esc")
	if n := len(s.desk.Now().Corpus.Reports); n != 3 || !strings.Contains(s.footer(), "1 new") {
		t.Errorf("back, there are %d reports, and the footer says %q", n, s.footer())
	}
}

// TestRereadGone: a report that is gone takes the cursor to another, and its marks are kept as orphans.
func TestRereadGone(t *testing.T) {
	s, _ := openFolder(t)
	s.press("j m")
	if err := os.Remove(s.desk.Now().Corpus.Reports[s.reader.At().Report].Path); err != nil {
		t.Fatal(err)
	}
	s.press("R")
	if n := len(s.desk.Now().Corpus.Reports); n != 1 || !strings.Contains(s.footer(), "1 gone") || s.desk.Now().Resolved.Brief.Marks() != 1 {
		t.Errorf("%d reports, %d marks, and the footer says %q", n, s.desk.Now().Resolved.Brief.Marks(), s.footer())
	}
}

// TestRereadStopped: esc ends a reading that takes long, and only that; what is on the screen stays.
func TestRereadStopped(t *testing.T) {
	s, _ := openFolder(t)
	stopped := false
	s.opts.Reread = func(ctx context.Context) (*corpus.Corpus, brief.Opening, error) {
		<-ctx.Done()
		stopped = true
		return nil, brief.Opening{}, ctx.Err()
	}
	reading := s.Rescan(want.Rescan{})
	if !strings.Contains(s.message.text, "esc stops") {
		t.Errorf("the footer says %q", s.message.text)
	}
	s.press("j esc")
	s.run(reading)
	if !stopped || !strings.Contains(s.footer(), "stopped: what is here stays") || len(s.desk.Now().Corpus.Reports) != 2 {
		t.Errorf("stopped: %v, and the footer says %q", stopped, s.footer())
	}
}

// TestRereadAfterStop: R reads again also while a reading that was stopped has not ended yet.
func TestRereadAfterStop(t *testing.T) {
	s, write := openFolder(t)
	whole := s.opts.Reread
	s.opts.Reread = func(ctx context.Context) (*corpus.Corpus, brief.Opening, error) {
		<-ctx.Done()
		return nil, brief.Opening{}, ctx.Err()
	}
	slow := s.Rescan(want.Rescan{})
	s.opts.Reread = whole
	write("tribune.txt", "River falls\nThe river fell on Tuesday and the mayor opened the bridge.\n")
	s.press("esc R")
	s.run(slow)
	if n := len(s.desk.Now().Corpus.Reports); n != 3 || !strings.Contains(s.footer(), "1 new") {
		t.Errorf("there are %d reports, and the footer says %q", n, s.footer())
	}
	s.press("R")
	if !strings.Contains(s.footer(), "nothing is new") {
		t.Errorf("R once more: the footer says %q", s.footer())
	}
}

// TestReadingBar: the last row says how far a reading is that the reader waits for, until it has something else to say.
func TestReadingBar(t *testing.T) {
	s, _ := openFolder(t)
	reading := make(chan Reading, 1)
	s.opts.Reading = reading
	far := func(done int) {
		reading <- Reading{done, 200, "report.pdf"}
		s.Update(s.nextReading()()) // what it answers with waits for the next word
	}
	far(1)
	if strings.Contains(s.footer(), "200") {
		t.Errorf("nobody waits for it, and the footer says %q", s.footer())
	}
	s.Rescan(want.Rescan{})
	far(50)
	if got := s.footer(); !strings.Contains(got, "reading again ██████░░░░░░░░░░░░░░░░░░ 50 of 200 · report.pdf · esc stops") {
		t.Errorf("the footer says %q", got)
	}
	s.press("j")
	far(200)
	if got := s.footer(); !strings.Contains(got, "████████████████████████ 200 of 200") {
		t.Errorf("after a key the footer says %q", got)
	}
	s.press("m")
	if got := s.footer(); strings.Contains(got, "200 of 200") {
		t.Errorf("what was done is not said: %q", got)
	}
	s.press("j esc")
	if got := s.footer(); strings.Contains(got, "of 200") {
		t.Errorf("it was stopped, and the footer says %q", got)
	}
}

// TestReadingStoppedPart: what had been read when esc stopped it stays, when that is more than there was.
func TestReadingStoppedPart(t *testing.T) {
	s, write := openFolder(t)
	write("tribune.txt", "River falls\nThe river fell on Tuesday and the mayor opened the bridge.\n")
	whole := s.opts.Reread
	s.opts.Reread = func(ctx context.Context) (*corpus.Corpus, brief.Opening, error) {
		<-ctx.Done()
		c, opening, _ := whole(context.Background())
		return c, opening, ctx.Err()
	}
	reading := s.Rescan(want.Rescan{})
	s.press("esc")
	s.run(reading)
	if n := len(s.desk.Now().Corpus.Reports); n != 3 || !strings.Contains(s.footer(), "stopped: 3 read, 0 passed over, 0 unreadable; R reads on") {
		t.Errorf("there are %d reports, and the footer says %q", n, s.footer())
	}
}
