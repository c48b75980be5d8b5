//go:build unix

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

	"parallax/corpus/brief"
	"parallax/corpus/session"
)

// begin starts the program on a terminal, with its sessions below the folder state.
func begin(t *testing.T, state string, args ...string) *person {
	t.Helper()
	return sitDown(t, 160, 40, func(cmd *exec.Cmd) { cmd.Env = append(cmd.Env, "XDG_STATE_HOME="+state) }, args...)
}

// sit is begin, and waits until the links are there.
func sit(t *testing.T, state string, args ...string) *person {
	t.Helper()
	p := begin(t, state, args...)
	p.linked()
	return p
}

// quits leaves the reading screen and waits for the program's end and what it says then.
func (p *person) quits(says string) {
	p.t.Helper()
	p.types("q", "")
	p.ends(0, says)
}

func (p *person) ends(status int, says string) {
	p.t.Helper()
	p.leaves(status)
	p.sees(says)
}

// prints runs the program without a terminal.
func prints(t *testing.T, state string, status int, args ...string) string {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	var out, complaints bytes.Buffer
	cmd := &exec.Cmd{Path: self, Args: append([]string{"parallax"}, args...), Env: append(os.Environ(), "XDG_STATE_HOME="+state, "XDG_CACHE_HOME="+state, "XDG_CONFIG_HOME="+state)}
	cmd.Stdout, cmd.Stderr = &out, &complaints
	err = cmd.Run()
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
	list, err := session.Store{Folder: filepath.Join(state, "parallax", "sessions")}.List()
	if err != nil || len(list) != 1 {
		t.Fatalf("sessions %v, %v; want one", list, err)
	}
	b, warnings, err := session.ReadFile(list[0].Path)
	if err != nil || len(warnings) > 0 {
		t.Fatal(err, warnings)
	}
	return b
}

// TestFromReadingToBriefing is the whole of a reader's work: find, mark a claim, cut a wording, note, order, export, check.
func TestFromReadingToBriefing(t *testing.T) {
	state, file := t.TempDir(), filepath.Join(t.TempDir(), "brief.md")
	s := sit(t, state, "--coder", "Ann")
	s.types("/hospital outlet:middle", " 1 statement")
	s.types("\r", "search hospital")
	s.types("\r", "go there")
	s.types("M", "marked a claim in ")
	s.sees("saved, u undoes")
	s.types("j-", "cut ")
	s.sees("saved, u undoes")
	s.types("\x1b", "claims")
	s.types("aAsk the ministry.\r", "with a note · saved")
	s.types("b", "fold")
	s.types("IThe hospital\r", "inserted the heading “The hospital” · saved")
	s.types("G\x0b", "moved an entry · saved")
	s.types("x", "export to")
	s.types("\x15"+file+"\r", "exported to "+file)
	s.types("\x03", "")
	s.ends(0, "")

	b := kept(t, state)
	if len(b.Entries) != 3 || b.Entries[1].Kind != brief.OfPassage || b.Entries[2].Kind != brief.OfClaim || len(b.Decisions) == 0 {
		t.Fatalf("kept: %d entries, %d decisions", len(b.Entries), len(b.Decisions))
	}
	exported, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	last := -1
	for _, words := range []string{"## The hospital", "**Passage 1**", "Ask the ministry.", "### Claim 1: ", "China Daily (source 2): no counterpart found (unchecked)"} {
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
	s.types("5Gm", "saved, u undoes")
	s.quits("")
	s = sit(t, state)
	s.sees(" 5/26 ")
	s.types("u", "undid: marked “")
	s.sees("saved, u undoes")
	s.quits("")
	s = sit(t, state)
	s.types("\x12", "did again: marked “")
	s.sees("saved, u undoes")
	s.quits("")
	if b := kept(t, state); b.Marks() != 1 || b.Entries[0].Wordings[0].Anchor.First != 5 {
		t.Errorf("kept: %+v", b.Entries)
	}
	s = sit(t, state, "--new")
	s.quits("")
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
	second.types("m", "the session is read-only")
	second.quits("was read-only: the session is open in another parallax")
	first.types("m", "saved, u undoes")
	first.quits("")
	if b := kept(t, state); b.Marks() != 1 {
		t.Errorf("%d marks are kept", b.Marks())
	}
}

// TestTornLine: what a crash left half written is dropped with a word about it.
func TestTornLine(t *testing.T) {
	state := t.TempDir()
	file := filepath.Join(t.TempDir(), "a.session")
	s := sit(t, state, "--session", file)
	s.types("m", "saved, u undoes")
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
	s.linked()
	s.types("jm", "saved, u undoes")
	s.quits("the last line was cut short and is dropped")
	if b, warnings, err := session.ReadFile(file); err != nil || len(warnings) > 0 || b.Marks() != 2 {
		t.Errorf("%d marks, %v, %v", b.Marks(), warnings, err)
	}
}

// TestNotASession: what is no session, or a newer program's, is refused and left as it is.
func TestNotASession(t *testing.T) {
	state, folder := t.TempDir(), t.TempDir()
	for text, says := range map[string]string{
		"Dear reader,\n": "not a session of parallax",
		`{"v":99,"parallax":"session","last":0,"lines":0,"crc":"00000000"}` + "\n": "newer parallax",
	} {
		file := filepath.Join(folder, "file")
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		begin(t, state, "--session", file).ends(2, says)
		if after, err := os.ReadFile(file); err != nil || string(after) != text {
			t.Errorf("%q became %q, %v", text, after, err)
		}
	}
}

// TestSessionFile: a session in a file of its own opens the reports it was last opened with, and --new never takes it.
func TestSessionFile(t *testing.T) {
	state, folder := t.TempDir(), t.TempDir()
	report, file := filepath.Join(folder, "harbour.txt"), filepath.Join(folder, "a.session")
	if err := os.WriteFile(report, []byte("The harbour is shut. No boat left it on Monday.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	s := sit(t, state, "--session", file, report)
	s.types("jm", "saved, u undoes")
	s.quits("")
	s = sit(t, state, "--session", file)
	s.sees("No boat left it on Monday.")
	s.sees(" 2/2")
	s.quits("")
	begin(t, state, "--new", "--session", file).ends(2, "a.session is there already")
	if entries, err := os.ReadDir(filepath.Join(state, "parallax", "sessions")); err == nil {
		t.Errorf("sessions in the state folder: %v", entries)
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
	s.types("m", "not saved: the session has no file")
	s.types("q", "")
	s.ends(2, "the work is in ")
	found, err := filepath.Glob(filepath.Join(folder, "parallax-*", "session"))
	if err != nil || len(found) != 1 {
		t.Fatal(found, err)
	}
	if b, _, err := session.ReadFile(found[0]); err != nil || b.Marks() != 1 {
		t.Errorf("%d marks, %v", b.Marks(), err)
	}
}

// TestBinaryOnTerminal: what is no text is not sent to a terminal.
func TestBinaryOnTerminal(t *testing.T) {
	state := t.TempDir()
	s := sit(t, state)
	s.types("m", "saved, u undoes")
	s.quits("")
	s = begin(t, state, "brief", "--format", "docx")
	s.ends(2, "docx is not for a terminal: give it a file with -o brief.docx")
	if bytes.Contains(s.Raw(), []byte("PK\x03\x04")) {
		t.Error("docx was sent to the terminal")
	}
	s = begin(t, state, "brief")
	s.ends(0, "# Brief")
}

// TestCodebook: the tags of a codebook are offered with a key each, and what it has not is asked about.
func TestCodebook(t *testing.T) {
	state, file := t.TempDir(), filepath.Join(t.TempDir(), "tags.csv")
	if err := os.WriteFile(file, []byte("name,definition\ncasualties,Numbers of dead or wounded.\nblame,Who did it.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	s := sit(t, state, "--codebook", file)
	s.types("t", "1 [ ]  casualties  Numbers of dead or wounded.")
	s.types("1", "1 [x]* casualties")
	s.types("\r", "saved, u undoes")
	s.quits("")
	if b := kept(t, state); len(b.Entries) != 1 || !slices.Equal(b.Entries[0].Tags, []string{"casualties"}) {
		t.Errorf("kept: %+v", b.Entries)
	}
	s = sit(t, state, "--codebook", file)
	s.types("t\tblaim\r", "“blaim” is not in the codebook: = blame  + add it")
	s.types("=", "2 [x]* blame")
	s.types("\r", "saved, u undoes")
	s.quits("")
	if b := kept(t, state); len(b.Entries) != 1 || !slices.Equal(b.Entries[0].Tags, []string{"casualties", "blame"}) {
		t.Errorf("kept: %+v", b.Entries)
	}
}

// TestSignalled: a reader whose terminal goes away loses nothing.
func TestSignalled(t *testing.T) {
	state := t.TempDir()
	s := sit(t, state)
	s.types("m", "saved, u undoes")
	s.types("3G", " 3/26 ")
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
