package report

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"parallax/corpus/safe"
)

// garbled says where text holds UTF-8 that somebody before us has taken for windows-1252, "â€™" in place of an apostrophe; ""
// where it holds none. It is named and left as it stands: the text is the evidence.
func garbled(text string) string {
	places, first, sure := 0, "", false
	for i := 0; i < len(text); {
		if text[i] < utf8.RuneSelf {
			i++
			continue
		}
		n, long := garble(text[i:])
		if n == 0 {
			_, n = utf8.DecodeRuneInString(text[i:])
			i += n
			continue
		}
		if places == 0 {
			first = around(text, i, i+n)
		}
		places++
		sure = sure || long
		i += n
	}
	if places == 0 || places == 1 && !sure {
		return ""
	}
	where := "one place"
	if places > 1 {
		where = fmt.Sprintf("%d places, first", places)
	}
	return fmt.Sprintf("its text is garbled where it comes from (UTF-8 taken for windows-1252) at %s at “%s”; it is left as it stands", where, safe.Line(first))
}

// garble is how many bytes at the beginning of text are one garbled character, 0 for none, and whether it is of more than
// two, which is no accident. Of two it is one only if the second is no mark that follows a word anyway, as in “CAFÉ…”.
func garble(text string) (length int, long bool) {
	var was []byte
	for i, r := range text {
		b, ok := charmap.Windows1252.EncodeRune(r)
		if !ok && r >= 0x80 && r < 0xA0 { // windows-1252 leaves five places empty: there they stay what they are
			b, ok = byte(r), true
		}
		if !ok || b < utf8.RuneSelf {
			return 0, false
		}
		if len(was) == 1 && strings.ContainsRune("‘’‚“”„–—…•‹›»«", r) {
			if was[0] < 0xE0 {
				return 0, false
			}
		}
		was = append(was, b)
		if c, n := utf8.DecodeRune(was); n == len(was) && c != utf8.RuneError && n > 1 {
			return i + utf8.RuneLen(r), n > 2
		}
		if len(was) == utf8.UTFMax || !utf8.RuneStart(was[0]) {
			return 0, false
		}
	}
	return 0, false
}

// around is the word that the bytes from start to end stand in.
func around(text string, start, end int) string {
	from := strings.LastIndexFunc(text[max(0, start-40):start], unicode.IsSpace) + 1 + max(0, start-40)
	to := strings.IndexFunc(text[end:], unicode.IsSpace)
	if to < 0 || to > 40 {
		to = 0
	}
	return strings.ToValidUTF8(text[from:end+to], "")
}
