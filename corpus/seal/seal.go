// Package seal tells whether an exported brief still says what it said when it was exported, and what was changed. Call
// [New] with the lines of a brief and put its Text into the file; call [Read] on the file's, and [Seal.Compare] with the
// lines that the file has now.
//
// A seal is a checksum, not a signature: it has no secret, and whoever has the program can make one for other lines.
package seal

import (
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"parallax/corpus/brief"
)

// Line is one paragraph of a brief as its reader sees it: normalised, without anything of the format that it stands in,
// so that the same brief has the same lines, and the same seal, in every format that people read.
type Line struct {
	Level int    `json:"l,omitempty"` // of a heading, from 1, which is the title; else 0
	Text  string `json:"t"`
	Note  string `json:"n,omitempty"` // the citation in its footnote or its caption; "" without one
}

// Of is a line of text that is not normalised yet; not ok when nothing of it is to be seen.
func Of(level int, text, note string) (line Line, ok bool) {
	line = Line{level, brief.Normal(text), brief.Normal(note)}
	return line, line.Text != ""
}

// Seal is the lines of a brief when it was exported.
type Seal struct {
	Lines  []Line
	Digest [sha256.Size]byte // SHA-256 of the lines as compact JSON
}

// New seals lines.
func New(lines []Line) *Seal { return &Seal{lines, digest(lines)} }

func digest(lines []Line) [sha256.Size]byte { return sha256.Sum256(encoded(lines)) }

func encoded(lines []Line) []byte {
	if lines == nil {
		lines = []Line{}
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(lines); err != nil {
		panic(err) // strings and numbers have JSON
	}
	return b.Bytes()
}

// Mark begins a seal wherever it stands; what follows is its version.
const Mark = "parallax-seal"

// Text is the seal on one line of letters, digits and : . _ -, to be kept in a file: its mark and version, the digest in
// hexadecimal, and the lines, deflated (RFC 1951) in base64 with an alphabet of its own. It carries what stands on the page of the brief, nothing
// else; a brief that is shortened later carries in its seal what was taken out.
func (s *Seal) Text() string {
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.BestCompression)
	if err == nil {
		_, err = w.Write(encoded(s.Lines))
	}
	if err = errors.Join(err, w.Close()); err != nil {
		panic(err) // a Buffer never fails
	}
	return fmt.Sprintf("%s:1:%x:%s", Mark, s.Digest, alphabet.EncodeToString(b.Bytes()))
}

// alphabet has no sign that any of the formats escapes, nor two dashes, which would end a comment.
var alphabet = base64.NewEncoding("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._").WithPadding(base64.NoPadding)

// maxLines is how many bytes the lines of a seal may have when unpacked.
const maxLines = 64 << 20

// Read reads a seal. Blanks within it, which programs that wrap lines put there, do not count. It fails when it is of
// another version, damaged, or when its lines do not have its digest.
func Read(text string) (*Seal, error) {
	text = strings.Join(strings.Fields(text), "")
	parts := strings.Split(text, ":")
	if len(parts) != 4 || parts[0] != Mark {
		return nil, errors.New("it is cut off or damaged")
	}
	if parts[1] != "1" {
		return nil, errors.New("it is of a later version of the program")
	}
	packed, err := alphabet.DecodeString(parts[3])
	if err != nil {
		return nil, errors.New("it is cut off or damaged")
	}
	data, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(packed)), maxLines+1))
	if err != nil || len(data) > maxLines {
		return nil, errors.New("it is cut off or damaged")
	}
	var lines []Line
	if err := json.Unmarshal(data, &lines); err != nil {
		return nil, errors.New("it is cut off or damaged")
	}
	s := New(lines)
	if hex.EncodeToString(s.Digest[:]) != parts[2] {
		return nil, errors.New("its own lines do not have its digest")
	}
	return s, nil
}

// Again is the seal with its lines normalised as this version of the program does it, which may show by a stand-in what
// an earlier one let through. It is not for JSON, whose lines are exact.
func (s *Seal) Again() *Seal {
	var lines []Line
	for _, l := range s.Lines {
		if line, ok := Of(l.Level, l.Text, l.Note); ok {
			lines = append(lines, line)
		}
	}
	return New(lines)
}

// Holds reports whether the lines are the sealed ones.
func (s *Seal) Holds(lines []Line) bool { return digest(lines) == s.Digest }
