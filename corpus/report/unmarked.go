package report

import (
	"strings"
	"unicode"

	"golang.org/x/text/encoding"
	enc16 "golang.org/x/text/encoding/unicode"
)

// unmarked reads UTF-16 that no byte order mark announces. Its blanks and line ends, and all of its letters where they are
// Latin, have a zero byte on one side of each pair and never on the other; what it decodes to must be text throughout.
func unmarked(data []byte) (decoded, bool) {
	const fewest = 8 // pairs; below that accident is too likely
	if len(data)%2 != 0 || len(data) < 2*fewest {
		return decoded{}, false
	}
	var zeros [2]int
	for i, b := range data {
		if b == 0 {
			zeros[i%2]++
		}
	}
	enc, name, some := encoding.Encoding(enc16.UTF16(enc16.LittleEndian, enc16.IgnoreBOM)), "utf-16le", zeros[1]
	if zeros[0] > 0 {
		enc, name, some = enc16.UTF16(enc16.BigEndian, enc16.IgnoreBOM), "utf-16be", zeros[0]
	}
	if min(zeros[0], zeros[1]) > 0 || some < len(data)/2/20 || some == 0 {
		return decoded{}, false
	}
	d := converted(data, enc, name)
	odd := func(r rune) bool {
		return r == unicode.ReplacementChar || !unicode.IsGraphic(r) && !unicode.IsSpace(r) && !unicode.Is(unicode.Cf, r)
	}
	return d, strings.IndexFunc(d.text, odd) < 0
}
