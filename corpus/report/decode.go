package report

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// Which encoding a file is in is settled in this order: a byte order mark says it; what has the
// zero bytes of UTF-16 on one side of its pairs is that; what is valid UTF-8 is UTF-8,
// because text in another encoding hardly ever is by chance; UTF-8 with some broken bytes is still UTF-8, a file cut
// short or pasted together; what is ASCII but for a few quotation marks and dashes of windows-1252 is that, the
// commonest case of all and too few bytes for statistics; else the statistics of chardet decide. There is no label to
// go by: plain files carry none.

// decoded is a file's text as UTF-8.
type decoded struct {
	text     string
	m        *Map   // from text to bytes of the file, nil where the encoding gives none
	encoding string // "" for UTF-8
}

var marks = []struct {
	mark     string
	encoding encoding.Encoding
	name     string
}{
	{"\xFF\xFE\x00\x00", utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM), "utf-32le"},
	{"\x00\x00\xFE\xFF", utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM), "utf-32be"},
	{"\xFF\xFE", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "utf-16le"},
	{"\xFE\xFF", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "utf-16be"},
}

const utf8Mark = "\uFEFF"

// decode is the text of a file's bytes, valid UTF-8 whatever they are. Only binary content is an error.
func decode(data []byte) (decoded, error) {
	if bytes.HasPrefix(data, []byte(utf8Mark)) {
		return checked(fromUTF8(data, len(utf8Mark)))
	}
	for _, m := range marks {
		if bytes.HasPrefix(data, []byte(m.mark)) {
			return checked(converted(data[len(m.mark):], m.encoding, m.name))
		}
	}
	if d, ok := unmarked(data); ok {
		return d, nil
	}
	if err := binary(data); err != nil {
		return decoded{}, err
	}
	if mostlyUTF8(data) {
		return fromUTF8(data, 0), nil
	}
	enc, name := detect(data)
	if table, ok := enc.(*charmap.Charmap); ok {
		return checked(fromTable(data, table, name))
	}
	return checked(converted(data, enc, name))
}

// checked refuses a text with what only binary content has in it, also where it was hidden by an encoding.
func checked(d decoded) (decoded, error) {
	if err := binary([]byte(d.text)); err != nil {
		return decoded{}, err
	}
	return d, nil
}

// binary says why bytes are no text: a zero byte, or more control characters than a text could have by accident.
func binary(data []byte) error {
	if i := bytes.IndexByte(data, 0); i >= 0 {
		return fmt.Errorf("binary content (a zero byte at offset %d): not a text", i)
	}
	controls := 0
	for _, b := range data {
		if b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f' {
			controls++
		}
	}
	if controls > 8 && controls*4 > len(data) {
		return errors.New("binary content (mostly control characters): not a text")
	}
	return nil
}

// mostlyUTF8 reports whether data is UTF-8, or was before it was damaged: characters of several bytes outnumber by far
// the places where bytes fit none.
func mostlyUTF8(data []byte) bool {
	if utf8.Valid(data) {
		return true
	}
	whole, broken := 0, 0
	fits := true
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		fit := r != utf8.RuneError || n > 1
		switch {
		case fit && n > 1:
			whole++
		case !fit && fits:
			broken++
		}
		fits = fit
		i += n
	}
	return whole >= 3*broken
}

// fromUTF8 is data from byte from on; each byte that fits nowhere becomes U+FFFD.
func fromUTF8(data []byte, from int) decoded {
	body := data[from:]
	if utf8.Valid(body) {
		return decoded{text: string(body), m: shifted(len(body), from)}
	}
	var text strings.Builder
	m := &Map{}
	for i := 0; i < len(body); {
		r, n := utf8.DecodeRune(body[i:])
		if r == utf8.RuneError && n == 1 {
			m.whole(text.Len(), utf8.RuneLen(r), from+i, n)
		} else {
			m.same(text.Len(), from+i, n)
		}
		text.WriteRune(r)
		i += n
	}
	return decoded{text: text.String(), m: m}
}

// fromTable is data in an encoding of one byte a character.
func fromTable(data []byte, table *charmap.Charmap, name string) decoded {
	var text strings.Builder
	m := &Map{}
	for i, b := range data {
		r := table.DecodeByte(b)
		if r == rune(b) && b < utf8.RuneSelf {
			m.same(text.Len(), i, 1)
		} else {
			m.whole(text.Len(), utf8.RuneLen(r), i, 1)
		}
		text.WriteRune(r)
	}
	return decoded{text: text.String(), m: m, encoding: name}
}

func converted(data []byte, enc encoding.Encoding, name string) decoded {
	text, err := enc.NewDecoder().Bytes(data)
	if err != nil { // the decoders replace what they cannot read; keep even what one of them refuses
		text = bytes.ToValidUTF8(data, []byte("\uFFFD"))
	}
	return decoded{text: strings.ToValidUTF8(string(text), "\uFFFD"), encoding: name}
}

// detect is the encoding of data that is not UTF-8, windows-1252 when nothing better is found.
func detect(data []byte) (encoding.Encoding, string) {
	if !western(data) {
		found, _ := chardet.NewTextDetector().DetectAll(data)
		// chardet's recognisers run at once and answer in any order: sort, so that a file reads the same each time.
		slices.SortStableFunc(found, func(a, b chardet.Result) int {
			return cmp.Or(cmp.Compare(b.Confidence, a.Confidence), cmp.Compare(a.Charset, b.Charset))
		})
		for _, r := range found {
			if enc, name := known(r.Charset); enc != nil {
				return enc, name
			}
		}
	}
	return charmap.Windows1252, "windows-1252"
}

// known is the encoding that goes by a name of chardet's.
func known(label string) (encoding.Encoding, string) {
	label = strings.ToLower(label)
	switch {
	case label == "gb-18030":
		label = "gb18030"
	case label == "iso-8859-8-i":
		label = "iso-8859-8"
	case strings.HasPrefix(label, "utf-"):
		return nil, "" // without a byte order mark, and not UTF-8
	}
	enc, err := htmlindex.Get(label)
	if err != nil || enc == encoding.Replacement {
		return nil, ""
	}
	name, _ := htmlindex.Name(enc)
	return enc, name
}

// western reports whether every byte above ASCII is typography in windows-1252: quotation marks, dashes and the like.
func western(data []byte) bool {
	const typography = "\x82\x84\x85\x8B\x91\x92\x93\x94\x95\x96\x97\x99\x9B\xA0\xA3\xA7\xA9\xAB\xAE\xB0\xB7\xBB\xBC\xBD\xBE\x80"
	for _, b := range data {
		if b >= utf8.RuneSelf && strings.IndexByte(typography, b) < 0 {
			return false
		}
	}
	return true
}
