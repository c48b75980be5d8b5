package safe

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// CSV makes a cell harmless to a spreadsheet, which would take one that begins with = + - or @ for a formula and run it:
// such a cell, also when blanks, controls or invisible characters come first, gets an apostrophe in front. Quoting for
// the file format is the CSV writer's work.
func CSV(cell string) string {
	rest := strings.TrimLeftFunc(cell, func(r rune) bool { return unicode.IsSpace(r) || hostile(r, utf8.RuneLen(r)) })
	if first, _ := utf8.DecodeRuneInString(rest); strings.ContainsRune("=+-@＝＋－＠", first) && rest != "" {
		return "'" + cell
	}
	return cell
}
