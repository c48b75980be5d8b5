package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"parallax/corpus/brief"
	"parallax/ui/emulator"
)

// patience is how long a test waits for what should come at once.
const patience = 30 * time.Second

// sitting is one run of the program by a reader at a terminal.
type sitting struct {
	*emulator.Terminal
	t *testing.T
}

// sit starts the program, its state in a folder of its own, and waits until the links are there.
func sit(t *testing.T, state string, args ...string) *sitting {
	t.Helper()
	s := begin(t, state, args...)
	s.sees("claim ")
	return s
}

func begin(t *testing.T, state string, args ...string) *sitting {
	t.Helper()
	term, err := emulator.Start(program(t, state, args...), 160, 40)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(term.Close)
	return &sitting{term, t}
}

// program is this test's binary as parallax.
func program(t *testing.T, state string, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := &exec.Cmd{Path: self, Args: append([]string{"parallax"}, args...)}
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "COLORTERM=truecolor", "TMUX=", "XDG_STATE_HOME="+state)
	return cmd
}

// sees waits until the terminal shows a text.
func (s *sitting) sees(text string) {
	s.t.Helper()
	if !s.Wait(patience, func() bool { return s.Shows(text) }) {
		s.t.Fatalf("the terminal does not show %q but\n%s", text, s.Text())
	}
}

// does types keys and waits for what the program says to them.
func (s *sitting) does(keys, says string) {
	s.t.Helper()
	if err := s.Type(keys); err != nil {
		s.t.Fatal(err)
	}
	s.sees(says)
}

// leaves waits for the end of the program, and until the terminal shows what it said then.
func (s *sitting) leaves(status int, says string) {
	s.t.Helper()
	got, err := s.Status(patience)
	if err != nil {
		s.t.Fatalf("%v; the terminal shows\n%s", err, s.Text())
	}
	if got != status {
		s.t.Errorf("exit status %d, want %d; the terminal shows\n%s", got, status, s.Text())
	}
	if !s.Wait(patience, func() bool { return !s.Alternate() && s.Shows(says) }) {
		s.t.Errorf("at its end the program does not say %q but\n%s", says, s.Text())
	}
}

// prints runs the program without a terminal.
func prints(t *testing.T, state string, status int, args ...string) string {
	t.Helper()
	cmd := program(t, state, args...)
	var out, complaints bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &complaints
	err := cmd.Run()
	if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	if got := cmd.ProcessState.ExitCode(); got != status {
		t.Errorf("parallax %s: exit status %d, want %d\n%s%s", strings.Join(args, " "), got, status, &out, &complaints)
	}
	return out.String()
}

// kept is the session of the embedded reports.
func kept(t *testing.T, state string) *brief.Brief {
	t.Helper()
	list, err := brief.Store{Folder: filepath.Join(state, "parallax", "sessions")}.List()
	if err != nil || len(list) != 1 {
		t.Fatalf("sessions %v, %v; want one", list, err)
	}
	b, warnings, err := brief.ReadFile(list[0].Path)
	if err != nil || len(warnings) > 0 {
		t.Fatal(err, warnings)
	}
	return b
}

// TestFromReadingToBriefing is the whole of a reader's work: find, mark a claim, cut a wording, note, order, export, check.
func TestFromReadingToBriefing(t *testing.T) {
	state, file := t.TempDir(), filepath.Join(t.TempDir(), "brief.md")
	s := sit(t, state, "--coder", "Ann")
	s.does("/hospital outlet:middle", " 1 statement")
	s.does("\r", "search hospital")
	s.does("\r", "go there")
	s.does("m", "marked a claim in ")
	s.sees("saved, u undoes")
	s.does("j-", "cut ")
	s.sees("saved, u undoes")
	s.does("\x1b", "only here")
	s.does("aAsk the ministry.\r", "with a note · saved")
	s.does("b", "fold")
	s.does("IThe hospital\r", "inserted the heading “The hospital” · saved")
	s.does("G\x0b", "moved an entry · saved")
	s.does("x", "export to")
	s.does("\x15"+file+"\r", "exported to "+file)
	s.does("\x03", "")
	s.leaves(0, "")

	b := kept(t, state)
	if len(b.Entries) != 3 || b.Entries[1].Kind != brief.OfPassage || b.Entries[2].Kind != brief.OfClaim || len(b.Decisions) == 0 {
		t.Fatalf("kept: %d entries, %d decisions", len(b.Entries), len(b.Decisions))
	}
	exported, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	last := -1
	for _, words := range []string{"## The hospital", "**Passage 1**", "Ask the ministry.", "**Claim 1 (", "China Daily (source 2): no counterpart found (unchecked)"} {
		at := strings.Index(string(exported), words)
		if at <= last {
			t.Errorf("%q does not stand where it should in\n%s", words, exported)
		}
		last = at
	}
	if cut := b.Decisions[0].A.Exact; strings.Contains(string(exported), cut) {
		t.Errorf("the wording that was cut is in the brief: %s", cut)
	}
	if out := prints(t, state, 0, "verify", file); !strings.Contains(out, " found\n") {
		t.Errorf("verify says %q", out)
	}
	if again := prints(t, state, 0, "brief"); again != string(exported) {
		t.Errorf("the screen and the command export differently:\n%s\n%s", exported, again)
	}
	changed := strings.Replace(string(exported), "Ukrainian children's hospital", "Ukrainian childrens hospital", 1)
	if err := os.WriteFile(file, []byte(changed), 0o644); err != nil {
		t.Fatal(err)
	}
	if out := prints(t, state, 1, "verify", file); !strings.Contains(out, "quotation 1, Middle East Eye, statement 11: changed\n") {
		t.Errorf("verify says %q", out)
	}
}

// TestComingBack: the session, the place and what can be undone are there again.
func TestComingBack(t *testing.T) {
	state := t.TempDir()
	s := sit(t, state)
	s.does("5Gm", "saved, u undoes")
	s.does("q", "")
	s.leaves(0, "")
	s = sit(t, state)
	s.sees(" 5/26 ")
	s.does("u", "undid: marked “")
	s.sees("saved, u undoes")
	s.does("q", "")
	s.leaves(0, "")
	s = sit(t, state)
	s.does("\x12", "did again: marked “")
	s.sees("saved, u undoes")
	s.does("q", "")
	s.leaves(0, "")
	if b := kept(t, state); b.Marks() != 1 || b.Entries[0].Wordings[0].Anchor.First != 5 {
		t.Errorf("kept: %+v", b.Entries)
	}
	s = sit(t, state, "--new")
	s.does("q", "")
	s.leaves(0, "")
	if out := prints(t, state, 0, "sessions"); !strings.Contains(out, "talks-in-antalya-2: ") || !strings.Contains(out, "  1 mark, 0 notes; ") {
		t.Errorf("sessions says\n%s", out)
	}
}

// TestTwoPrograms: the second on a session opens it read-only and says why, on the screen and when it is left.
func TestTwoPrograms(t *testing.T) {
	state := t.TempDir()
	first := sit(t, state)
	second := begin(t, state)
	second.sees("read-only: the session is open in another parallax (process ")
	second.does("m", "the session is read-only")
	second.does("q", "")
	second.leaves(0, "was read-only: the session is open in another parallax")
	first.does("m", "saved, u undoes")
	first.does("q", "")
	first.leaves(0, "")
	if b := kept(t, state); b.Marks() != 1 {
		t.Errorf("%d marks are kept", b.Marks())
	}
}

// TestTornLine: what a crash left half written is dropped with a word about it.
func TestTornLine(t *testing.T) {
	state := t.TempDir()
	file := filepath.Join(t.TempDir(), "a.session")
	s := sit(t, state, "--session", file)
	s.does("m", "saved, u undoes")
	if err := s.Signal(os.Kill); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Status(patience); err != nil {
		t.Fatal(err)
	}
	journal, err := os.OpenFile(file+".journal", os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	_, err = journal.WriteString(`{"v":1,"n":3,"t":"2022-`)
	if err = errors.Join(err, journal.Close()); err != nil {
		t.Fatal(err)
	}
	s = begin(t, state, "--session", file)
	s.sees("the last line was cut short and is dropped")
	s.sees("claim ")
	s.does("jm", "saved, u undoes")
	s.does("q", "")
	s.leaves(0, "the last line was cut short and is dropped")
	if b, warnings, err := brief.ReadFile(file); err != nil || len(warnings) > 0 || b.Marks() != 2 {
		t.Errorf("%d marks, %v, %v", b.Marks(), warnings, err)
	}
}

// TestNoPlaceToKeep: where nothing can be written the work goes on in memory, and is written elsewhere at the end.
func TestNoPlaceToKeep(t *testing.T) {
	folder := t.TempDir()
	inTheWay := filepath.Join(folder, "file")
	if err := os.WriteFile(inTheWay, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv("TMPDIR", folder)
	s := begin(t, filepath.Join(inTheWay, "state"))
	s.sees("not saved: ")
	s.does("m", "not saved: ")
	s.does("q", "")
	s.leaves(2, "the work is in ")
	found, err := filepath.Glob(filepath.Join(folder, "parallax-*", "session"))
	if err != nil || len(found) != 1 {
		t.Fatal(found, err)
	}
	if b, _, err := brief.ReadFile(found[0]); err != nil || b.Marks() != 1 {
		t.Errorf("%d marks, %v", b.Marks(), err)
	}
}

// TestBinaryOnTerminal: what is no text is not sent to a terminal.
func TestBinaryOnTerminal(t *testing.T) {
	state := t.TempDir()
	s := sit(t, state)
	s.does("m", "saved, u undoes")
	s.does("q", "")
	s.leaves(0, "")
	s = begin(t, state, "brief", "--format", "docx")
	s.leaves(2, "docx is not for a terminal: give it a file with -o brief.docx")
	if bytes.Contains(s.Raw(), []byte("PK\x03\x04")) {
		t.Error("docx was sent to the terminal")
	}
	s = begin(t, state, "brief")
	s.leaves(0, "# Brief")
}

// TestCodebook: the tags of a codebook are offered.
func TestCodebook(t *testing.T) {
	state, file := t.TempDir(), filepath.Join(t.TempDir(), "tags.csv")
	if err := os.WriteFile(file, []byte("name,definition\ncasualties,Numbers of dead or wounded.\nblame,Who did it.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	s := sit(t, state, "--codebook", file)
	s.does("tca\t", "tags: casualties")
	s.does("\r", "saved, u undoes")
	s.does("q", "")
	s.leaves(0, "")
	if b := kept(t, state); len(b.Entries) != 1 || !slices.Equal(b.Entries[0].Tags, []string{"casualties"}) {
		t.Errorf("kept: %+v", b.Entries)
	}
}

// TestSignalled: a reader whose terminal goes away loses nothing.
func TestSignalled(t *testing.T) {
	state := t.TempDir()
	s := sit(t, state)
	s.does("m", "saved, u undoes")
	s.does("3G", " 3/26 ")
	if err := s.HangUp(); err != nil {
		t.Fatal(err)
	}
	if status, err := s.Status(patience); err != nil || status != 129 {
		t.Errorf("exit status %d, %v", status, err)
	}
	if b := kept(t, state); b.Marks() != 1 || b.Left == nil || b.Left.At.First != 3 {
		t.Errorf("%d marks, at %+v", b.Marks(), b.Left)
	}
}
