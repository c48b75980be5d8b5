package safe

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// What a program reads of JSON it often shows, so a string there is what [Text] makes of it; and what it computes with
// must be the report's own characters. Where the two differ an object has both, one after the other:
//
//	"title": "Fire<U+E0141>", "title_exact": "Fire\udb40\udd41"
//
// The second is escaped, so that whoever prints the file shows nothing that hides.

// exactly is the end of the key under which the exact string stands.
const exactly = "_exact"

// JSON is valid JSON with every string, or list of strings, that is a value of an object made safe, and the exact one
// beside it where it differs. Values of the keys in kept are exact themselves, and stand once. All that is no ASCII is
// escaped when ascii is set. Blanks outside of strings stay as they are.
func JSON(data []byte, ascii bool, kept ...string) []byte {
	j := jsonPass{in: data, out: make([]byte, 0, len(data)+len(data)/8), ascii: ascii, kept: kept}
	j.value("", false)
	j.blanks()
	return j.out
}

type jsonPass struct {
	in, out []byte
	at      int
	ascii   bool
	kept    []string
}

// blanks copies white space.
func (j *jsonPass) blanks() {
	from := j.at
	for j.at < len(j.in) && strings.IndexByte(" \t\r\n", j.in[j.at]) >= 0 {
		j.at++
	}
	j.out = append(j.out, j.in[from:j.at]...)
}

// sign copies one byte.
func (j *jsonPass) sign() {
	j.out = append(j.out, j.in[j.at])
	j.at++
}

// token is the next string, with its quotation marks, or number or word.
func (j *jsonPass) token() []byte {
	from := j.at
	if j.in[j.at] != '"' {
		for j.at < len(j.in) && strings.IndexByte(",]} \t\r\n", j.in[j.at]) < 0 {
			j.at++
		}
		return j.in[from:j.at]
	}
	for j.at++; j.in[j.at] != '"'; j.at++ {
		if j.in[j.at] == '\\' {
			j.at++
		}
	}
	j.at++
	return j.in[from:j.at]
}

// value copies a value, which stands under a key; pair says that the exact one may follow under another key. It reports
// whether a string was changed that stood in the value itself or in it as a list.
func (j *jsonPass) value(key string, pair bool) (changed bool) {
	j.blanks()
	from := j.at
	switch j.in[j.at] {
	case '{':
		j.object()
		return false
	case '[':
		changed = j.list(key)
	case '"':
		changed = j.text(key)
	default:
		j.out = append(j.out, j.token()...)
	}
	if changed && pair {
		j.out = append(j.out, ',')
		j.out = append(j.out, Escape(quoted(key+exactly), j.ascii)...)
		j.out = append(j.out, ':')
		j.out = append(j.out, Escape(j.in[from:j.at], j.ascii)...)
	}
	return changed
}

func (j *jsonPass) object() {
	j.sign()
	for j.blanks(); j.in[j.at] != '}'; j.blanks() {
		if j.in[j.at] == ',' {
			j.sign()
			continue
		}
		raw := j.token()
		j.out = append(j.out, Escape(raw, j.ascii)...)
		j.blanks()
		j.sign() // the colon
		j.value(unquoted(raw), true)
	}
	j.sign()
}

// list copies a list and reports whether one of its own strings was changed.
func (j *jsonPass) list(key string) (changed bool) {
	j.sign()
	for j.blanks(); j.in[j.at] != ']'; j.blanks() {
		if j.in[j.at] == ',' {
			j.sign()
			continue
		}
		changed = j.value(key, false) || changed
	}
	j.sign()
	return changed
}

func (j *jsonPass) text(key string) (changed bool) {
	raw := j.token()
	if !slices.Contains(j.kept, key) {
		s := unquoted(raw)
		if text := Text(s); text != s {
			raw, changed = quoted(text), true
		}
	}
	j.out = append(j.out, Escape(raw, j.ascii)...)
	return changed
}

func unquoted(raw []byte) string {
	var s string
	if json.Unmarshal(raw, &s) != nil {
		return string(raw) // not valid, which the caller promised it is
	}
	return s
}

func quoted(s string) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if e.Encode(s) != nil {
		return []byte(`""`)
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}

// fewMarks in a row may stand raw in JSON: with those that a composed letter has of its own they are no more than maxMarks.
const fewMarks = maxMarks - 3

// Escape writes the characters of JSON that [Text] would replace as \u escapes, and with ascii all that are no ASCII. They
// can only stand within strings, which stay the strings they are.
func Escape(data []byte, ascii bool) []byte {
	out := make([]byte, 0, len(data))
	marks := 0
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		if marks++; r < utf8.RuneSelf || !unicode.Is(unicode.M, r) {
			marks = 0
		}
		switch {
		case r < 0x7F: // those below the blank stand between values
			out = append(out, byte(r))
		case ascii || hostile(r, n) || marks > fewMarks:
			for _, unit := range utf16.Encode([]rune{r}) {
				out = fmt.Appendf(out, `\u%04x`, unit)
			}
		default:
			out = append(out, data[:n]...)
		}
		data = data[n:]
	}
	return out
}
