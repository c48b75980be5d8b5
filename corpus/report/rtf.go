package report

import (
	"bytes"
	"errors"
	"strconv"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
)

func tellRTF(head []byte, _ string) bool { return bytes.HasPrefix(head, []byte(`{\rtf`)) }

// readRTF reads Rich Text Format (version 1.9.1): control words, groups and text. Groups that hold no text of the document
// (fonts, styles, pictures, headers, notes, what is marked as to be passed over) are passed over.
func readRTF(in *input) ([]draft, error) {
	r := &rtfReader{data: in.Data, w: newDocumentWriter(), code: charmap.Windows1252, said: map[string]string{}}
	r.state.unicode = 1
	r.run()
	facts := Facts{Title: Fact{Value: r.said["title"]}, Byline: Fact{Value: r.said["author"]}}.Said("document properties")
	drafts, err := r.w.draft("rtf", facts)
	if err == nil && r.open > 0 && r.at >= len(r.data) {
		drafts[0].partial = "the file is cut short"
	}
	if err != nil {
		return nil, errors.New("a document without text")
	}
	return drafts, nil
}

const deepestRTF = 1000 // groups in groups; deeper ones are read as if they were not there

type rtfState struct {
	skip    bool
	struck  bool
	into    string // the property that is being read; "" for the document's text
	unicode int    // bytes that stand for a \u where it cannot be shown
}

type rtfReader struct {
	data  []byte
	at    int
	w     *documentWriter
	state rtfState
	stack []rtfState
	open  int
	code  encoding.Encoding
	bytes []byte // of the document's code page, not yet decoded
	wide  []uint16
	pass  int // characters that stand for a \u before
	said  map[string]string
}

func (r *rtfReader) run() {
	for r.at < len(r.data) {
		c := r.data[r.at]
		r.at++
		switch c {
		case '{':
			r.flush()
			r.open++
			if len(r.stack) < deepestRTF {
				r.stack = append(r.stack, r.state)
			}
		case '}':
			r.flush()
			r.open--
			if n := len(r.stack); n > 0 {
				r.state, r.stack = r.stack[n-1], r.stack[:n-1]
			}
			if r.open == 0 {
				return
			}
		case '\\':
			r.control()
		case '\r', '\n':
		default:
			r.char(c)
		}
	}
	r.flush()
}

// char is a byte of text.
func (r *rtfReader) char(c byte) {
	if r.pass > 0 {
		r.pass--
		return
	}
	if len(r.wide) > 0 {
		r.flush()
	}
	r.bytes = append(r.bytes, c)
}

// control reads what follows a backslash.
func (r *rtfReader) control() {
	if r.at >= len(r.data) {
		return
	}
	c := r.data[r.at]
	if c|0x20 < 'a' || c|0x20 > 'z' {
		r.at++
		switch c {
		case '\'':
			if r.at+2 <= len(r.data) {
				if v, err := strconv.ParseUint(string(r.data[r.at:r.at+2]), 16, 8); err == nil {
					r.char(byte(v))
				}
				r.at += 2
			}
		case '~':
			r.text("\u00A0")
		case '_':
			r.text("-")
		case '*':
			r.state.skip = true
		case '\\', '{', '}':
			r.char(c)
		case '\r', '\n':
			r.word("par", 0, false)
		}
		return
	}
	from := r.at
	for r.at < len(r.data) && r.at-from < 32 && r.data[r.at]|0x20 >= 'a' && r.data[r.at]|0x20 <= 'z' {
		r.at++
	}
	word := string(r.data[from:r.at])
	from = r.at
	for r.at < len(r.data) && r.at-from < 11 && (r.data[r.at] == '-' && r.at == from || r.data[r.at] >= '0' && r.data[r.at] <= '9') {
		r.at++
	}
	n, err := strconv.Atoi(string(r.data[from:r.at]))
	if r.at < len(r.data) && r.data[r.at] == ' ' {
		r.at++
	}
	r.word(word, n, err == nil)
}

// passedOver are the groups that hold no text of the document.
var passedOver = words("fonttbl colortbl stylesheet listtable listoverridetable pict object header headerl headerr headerf footer footerl footerr footerf footnote annotation xe tc revtbl rsidtbl generator themedata datastore latentstyles filetbl nonesttables fldinst bkmkstart bkmkend shppict nonshppict company operator creatim revtim printim doccomm keywords subject")

func (r *rtfReader) word(word string, n int, given bool) {
	switch word {
	case "u":
		if given {
			if len(r.bytes) > 0 {
				r.flush()
			}
			r.wide = append(r.wide, uint16(n))
			r.pass = r.state.unicode
		}
		return
	case "uc":
		r.state.unicode = max(0, min(n, 16))
		return
	case "bin":
		r.at = min(len(r.data), r.at+max(0, n))
		return
	}
	r.flush()
	switch word {
	case "ansicpg":
		if enc, err := htmlindex.Get("windows-" + strconv.Itoa(n)); err == nil {
			r.code = enc
		}
	case "par", "sect", "page":
		r.paragraph()
	case "line", "row":
		if r.w.start >= 0 && !r.state.skip {
			r.w.end(1)
		}
	case "tab", "cell":
		r.text("\t")
	case "emdash":
		r.text("—")
	case "endash":
		r.text("–")
	case "lquote":
		r.text("‘")
	case "rquote":
		r.text("’")
	case "ldblquote":
		r.text("“")
	case "rdblquote":
		r.text("”")
	case "bullet":
		r.text("•")
	case "strike", "striked":
		r.state.struck = !given || n != 0
	case "plain":
		r.state.struck = false
	case "info":
		r.state.into = "info"
	case "title", "author":
		if r.state.into == "info" {
			r.state.into = word
		}
	default:
		if passedOver[word] {
			r.state.skip = true
		}
	}
}

func (r *rtfReader) paragraph() {
	if !r.state.skip && r.state.into == "" && r.w.start != -1 {
		r.w.finish()
	}
}

// flush decodes the bytes that were read and writes them.
func (r *rtfReader) flush() {
	if len(r.bytes) > 0 {
		text, err := r.code.NewDecoder().Bytes(r.bytes)
		if err != nil {
			text = bytes.ToValidUTF8(r.bytes, []byte("\uFFFD"))
		}
		r.bytes = r.bytes[:0]
		r.text(string(text))
	}
	if len(r.wide) > 0 {
		text := string(utf16.Decode(r.wide))
		r.wide = r.wide[:0]
		r.text(text)
	}
	r.pass = 0
}

func (r *rtfReader) text(s string) {
	switch {
	case r.state.skip:
	case r.state.into != "":
		if len(r.said[r.state.into]) < 1000 {
			r.said[r.state.into] += s
		}
	default:
		if r.w.start == -1 && strings.TrimSpace(s) != "" {
			r.w.begin("")
		}
		if r.state.struck {
			r.w.strikeOut(func() { r.w.say(s) })
			return
		}
		r.w.say(s)
	}
}
