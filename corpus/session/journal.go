package session

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"

	"parallax/corpus/brief"
	"parallax/corpus/language"
)

// A session on disk is three files side by side:
//
//	FILE          the checkpoint: a head line, then the actions that still matter, each a line (see appendLine)
//	FILE.journal  the actions since, one line each, numbered without a gap; grows at its end only
//	FILE.lock     there while a program has the session open
//
// The head is {"v":1,"parallax":"session","last":N,"lines":M,"crc":"..."}: the checkpoint stands for all actions up to
// number N and has M lines besides its head; what else the head says is there to be listed (see Summary). Actions that were
// undone and cannot be done again, and all but the last [brief.Leave] and [brief.Opening], are no longer in it. A session
// that was closed in order is FILE alone, so FILE can be handed on.
//
// Writing keeps one rule: what is on disk is, at every moment, a session with all actions that were reported as saved.
// A checkpoint is written beside the old one, synced and renamed, and the folder synced, before the journal is emptied;
// the emptied journal is synced before anything is written to it; lines in it that the checkpoint already stands for are
// passed over. Rejected: one file for both, because it could not be shortened without a moment in which it is neither
// the old nor the new; SQLite, because the reader could not look into it.
//
// Reading keeps another: what is read is always the beginning of what the reader did, never a selection of it. It ends
// before the first line that is not as it was written. A last line without an end is a write that was cut short: it was
// never reported as saved, and is dropped with a word about it. What follows a damaged line is set aside in
// FILE.damaged before anything is written. The head alone can be damaged without harm to what follows: each line has its
// own sum, and only that none is missing at the end cannot be told any more. A file of no bytes is damaged too, since none
// is ever written.

const (
	journalSuffix = ".journal"
	lockSuffix    = ".lock"
	damagedSuffix = ".damaged"
)

// errForeign says that a file is no session, so that it is never written to.
var errForeign = errors.New("not a session of parallax")

// head is the first line of a checkpoint.
type head struct {
	Version  int    `json:"v"`
	Parallax string `json:"parallax"`
	Last     uint64 `json:"last"`
	Lines    int    `json:"lines"`
	Outline
}

// checkpoint is the brief as the file that stands for it.
func checkpoint(b *brief.Brief) ([]byte, error) {
	actions := b.Actions()
	version := 1
	for _, a := range actions {
		version = max(version, brief.Since(a.Change))
	}
	body, err := json.Marshal(head{version, "session", b.Seq, len(actions), outlineOf(b)})
	if err != nil {
		return nil, err
	}
	data := seal(nil, body)
	for _, a := range actions {
		if data, err = appendLine(data, a); err != nil {
			return nil, err
		}
	}
	return data, nil
}

// loaded is what was read of a session.
type loaded struct {
	brief       *brief.Brief
	stamp       stamp    // the checkpoint's, from before it was read
	sum         [32]byte // of its bytes
	warnings    []string
	harmed      bool   // something that was saved is lost, set aside or not as it was
	journalSize int64  // bytes of the journal that are good
	stale       bool   // the journal holds more than those
	aside       []byte // what has to be set aside
	broken      bool   // the checkpoint does not say what brief is, and has to be written anew
	ended       bool   // nothing after it is read
	headless    bool   // the checkpoint does not say up to which action it stands for all
	gap         bool   // the journal goes on later than the checkpoint ends
}

// load reads the session at path, and nothing when there is none. It writes nothing.
func load(d disk, path string) (*loaded, error) {
	l := &loaded{brief: &brief.Brief{}, stamp: d.Stamp(path)}
	data, err := readIfAny(d, path)
	if err != nil {
		return nil, err
	}
	l.sum = sha256.Sum256(data)
	if data != nil {
		if err := l.checkpoint(path, data); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
	}
	data, err = readIfAny(d, path+journalSuffix)
	if err != nil {
		return nil, err
	}
	if err := l.journal(path+journalSuffix, data); err != nil {
		return nil, fmt.Errorf("%s: %w", path+journalSuffix, err)
	}
	return l, nil
}

func readIfAny(d disk, path string) ([]byte, error) {
	data, err := d.Read(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return data, err
}

// warn adds a word to the reader.
func (l *loaded) warn(format string, args ...any) {
	l.warnings = append(l.warnings, fmt.Sprintf(format, args...))
}

// checkpoint reads the checkpoint, which is there.
func (l *loaded) checkpoint(path string, data []byte) error {
	if len(bytes.TrimSpace(data)) == 0 {
		l.warn("%s: it is damaged: nothing stands in it", path)
		l.harmed, l.broken, l.headless = true, true, true
		return nil
	}
	first, rest, _ := bytes.Cut(data, []byte("\n"))
	h, err := parseHead(first)
	if err != nil {
		if rest, err = l.behead(path, first, rest, err); err != nil {
			return err
		}
	}
	lines := 0
	for len(rest) > 0 {
		text, next, whole := bytes.Cut(rest, []byte("\n"))
		a, err := parseLine(text)
		if errors.Is(err, ErrNewer) {
			return err
		}
		if err != nil || !whole {
			l.damaged(path, lines+2, rest)
			l.broken, l.ended = true, true
			return nil
		}
		l.apply(a)
		rest = next
		lines++
	}
	switch {
	case l.headless:
	case lines < h.Lines:
		l.warn("%s: it has lost the last %s", path, language.Counted(h.Lines-lines, "action"))
		l.harmed, l.broken, l.ended = true, true, true
	default:
		l.brief = l.brief.Numbered(h.Last)
		l.brief.Begun, l.brief.Used = h.Begun, h.Used
	}
	return nil
}

// behead goes on after a first line that is damaged, which it must be for the reason why: when it says itself that it was a
// head, or when actions follow. Where the damage is the end of the line, the first of them stands in it.
func (l *loaded) behead(path string, first, rest []byte, why error) ([]byte, error) {
	action := first[max(0, bytes.LastIndex(first, []byte(`{"v":`))):]
	if _, err := parseLine(action); err == nil && len(action) < len(first) {
		first = first[:len(first)-len(action)]
		rest = append(append(bytes.Clone(action), '\n'), rest...)
	}
	if _, err := unseal(first); err == nil && !errors.Is(why, errDamaged) {
		return nil, why // it is as it was written, and no head of ours
	}
	second, _, _ := bytes.Cut(rest, []byte("\n"))
	if _, err := parseLine(second); err != nil && !errors.Is(why, errDamaged) {
		return nil, why
	}
	l.warn("%s: line 1 is damaged; the lines after it are kept, it is set aside", path)
	l.harmed, l.broken, l.headless = true, true, true
	l.aside = append(append(l.aside, first...), '\n')
	return rest, nil
}

// parseHead reads the first line of a checkpoint.
func parseHead(text []byte) (head, error) {
	var h head
	body, err := unseal(text)
	if errors.Is(err, ErrNewer) {
		return h, err
	}
	if err != nil {
		if bytes.Contains(text, []byte(`"parallax":"session"`)) {
			return h, errDamaged
		}
		return h, errForeign
	}
	if json.Unmarshal(body, &h) != nil || h.Parallax != "session" {
		return h, errForeign
	}
	if h.Version > LineVersion {
		return h, ErrNewer
	}
	return h, nil
}

// apply makes an action. One that is refused did no more when it was made, and is passed over.
func (l *loaded) apply(a brief.Action) {
	next, err := l.brief.Apply(a)
	if err != nil {
		l.warn("action %d is passed over: %v", a.Seq, err)
		l.harmed = true
		next = l.brief.Numbered(max(a.Seq, l.brief.Seq))
	}
	l.brief = next
}

// damaged notes that a file is damaged from a line on.
func (l *loaded) damaged(path string, number int, rest []byte) {
	l.warn("%s: line %d is damaged; what comes before it is kept, the rest set aside", path, number)
	l.harmed = true
	l.aside = append(l.aside, rest...)
	if len(rest) > 0 && rest[len(rest)-1] != '\n' {
		l.aside = append(l.aside, '\n')
	}
}

// journal reads what came after the checkpoint.
func (l *loaded) journal(path string, data []byte) error {
	if l.ended {
		l.aside = append(l.aside, data...)
		l.stale = len(data) > 0
		return nil
	}
	last := l.brief.Seq
	for number, rest := 1, data; len(rest) > 0; number++ {
		text, next, whole := bytes.Cut(rest, []byte("\n"))
		if !whole {
			l.warn("%s: the last line was cut short and is dropped", path)
			l.stale = true
			return nil
		}
		a, err := parseLine(text)
		if errors.Is(err, ErrNewer) {
			return err
		}
		// Where a checkpoint does not say up to which action it stands for all, its journal does, by beginning after it.
		follows := a.Seq <= l.brief.Seq+1 || l.headless && number == 1 && l.brief.Seq > 0
		if err == nil && !follows {
			l.gap = true
			err = errDamaged
		}
		if err != nil {
			l.damaged(path, number, rest)
			l.stale = true
			return nil
		}
		if a.Seq > last {
			l.apply(a)
		}
		l.journalSize += int64(len(text)) + 1
		rest = next
	}
	return nil
}
