package session

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"strconv"
	"time"

	"parallax/corpus/brief"
)

// The line. On disk an action is one line of JSON, so that a journal can be read, searched and counted with the tools
// that everyone has, and so that a write that was cut short harms one action only:
//
//	{"v":1,"n":12,"t":"2022-03-10T09:30:00.25Z","by":"desk-1","do":"tag","with":{"entry":7,"tags":["casualties"]},"crc":"5d41402a"}
//
//	v     the version of the format
//	n     the action's number, from 1
//	t     its time: UTC, milliseconds
//	by    the coder; left out when unnamed
//	do    the kind of the change, one of the keys of kinds
//	batch the number of the first of the actions that are undone together, left out for one by itself
//	with  its particulars: the change's type in this package, field by field
//	crc   the CRC-32C, in eight hexadecimal digits, of all bytes of the line before `,"crc":`
//
// JSON alone would not tell a changed letter within a quotation from the quotation; the sum does. A line of a version
// above [LineVersion] is not judged at all: the whole session is left as it is.

// LineVersion is the greatest version of the lines that this program writes into a session, and reads. A line has the least
// version that can say its action, and a checkpoint the greatest of its lines, so that a session in which nothing new was
// done can be opened by a program of before.
//
//	1  all but the following
//	2  claims of the reader's: a change says which claim it is of, and wordings are added to it and taken out
const LineVersion = 2

// ErrNewer says that a session was written by a later version of the program, which may know things that this one would
// lose.
var ErrNewer = errors.New("the session was written by a newer parallax; update this one to open it")

// errDamaged says that a line is not as it was written.
var errDamaged = errors.New("damaged")

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// line is the outside of an action's line.
type line struct {
	Version int             `json:"v"`
	Seq     uint64          `json:"n"`
	Time    time.Time       `json:"t"`
	Coder   string          `json:"by,omitempty"`
	Batch   uint64          `json:"batch,omitempty"`
	Kind    string          `json:"do"`
	With    json.RawMessage `json:"with"`
}

// appendLine appends the action's line, with its line end.
func appendLine(dst []byte, a brief.Action) ([]byte, error) {
	with, err := json.Marshal(a.Change)
	if err != nil {
		return dst, fmt.Errorf("action %d: %w", a.Seq, err)
	}
	body, err := json.Marshal(line{brief.Since(a.Change), a.Seq, a.Time, a.Coder, a.Batch, brief.Kind(a.Change), with})
	if err != nil {
		return dst, fmt.Errorf("action %d: %w", a.Seq, err)
	}
	return seal(dst, body), nil
}

// seal appends the JSON object body with its sum and a line end.
func seal(dst, body []byte) []byte {
	body = body[:len(body)-1]
	dst = append(dst, body...)
	return fmt.Appendf(dst, `,"crc":"%08x"}`+"\n", crc32.Checksum(body, castagnoli))
}

// sumLength is the length of `,"crc":"00000000"}`.
const sumLength = 18

// unseal checks a line, without its line end, and gives the JSON object that was sealed.
func unseal(text []byte) ([]byte, error) {
	cut := len(text) - sumLength
	if cut < 1 || !bytes.HasPrefix(text[cut:], []byte(`,"crc":"`)) {
		return nil, newerOr(text, errDamaged)
	}
	sum, err := strconv.ParseUint(string(text[cut+8:cut+16]), 16, 32)
	if err != nil || string(text[cut+16:]) != `"}` || uint32(sum) != crc32.Checksum(text[:cut], castagnoli) {
		return nil, newerOr(text, errDamaged)
	}
	return append(bytes.Clone(text[:cut]), '}'), nil
}

// newerOr is ErrNewer when the line, whatever else it holds, is whole JSON of a later version, and err otherwise.
func newerOr(text []byte, err error) error {
	var l struct {
		Version int `json:"v"`
	}
	if json.Unmarshal(text, &l) == nil && l.Version > LineVersion {
		return ErrNewer
	}
	return err
}

// parseLine reads an action's line, without its line end. Its errors are ErrNewer and errDamaged.
func parseLine(text []byte) (brief.Action, error) {
	body, err := unseal(text)
	if err != nil {
		return brief.Action{}, err
	}
	var l line
	if err := json.Unmarshal(body, &l); err != nil || l.Version < 1 {
		return brief.Action{}, errDamaged
	}
	if l.Version > LineVersion {
		return brief.Action{}, ErrNewer
	}
	change, known, err := brief.ReadChange(l.Kind, l.With)
	if !known {
		return brief.Action{}, fmt.Errorf("%w: an action %q is not known", errDamaged, l.Kind)
	}
	if err != nil {
		return brief.Action{}, fmt.Errorf("%w: %w", errDamaged, err)
	}
	return brief.Action{Seq: l.Seq, Time: l.Time, Coder: l.Coder, Batch: l.Batch, Change: change}, nil
}
