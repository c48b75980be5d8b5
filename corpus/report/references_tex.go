package report

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// texMarks are the combining marks of LaTeX's accents, by the sign or letter behind the backslash.
var texMarks = map[string]string{
	"`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", `"`: "\u0308", "=": "\u0304", ".": "\u0307", "u": "\u0306", "v": "\u030C",
	"H": "\u030B", "c": "\u0327", "k": "\u0328", "r": "\u030A", "d": "\u0323", "b": "\u0331", "t": "\u0361",
}

// texSigns are the letters and signs that LaTeX has names for, as far as names and titles have them.
var texSigns = map[string]string{
	"ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "i": "i", "j": "j",
	"dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ", "S": "§", "P": "¶", "copyright": "©", "pounds": "£", "euro": "€", "texteuro": "€",
	"textendash": "–", "textemdash": "—", "textquoteright": "’", "textquoteleft": "‘", "textquotedblleft": "“", "textquotedblright": "”", "textquotesingle": "'",
	"textquotedbl": `"`, "ldots": "…", "dots": "…", "textellipsis": "…", "textbackslash": `\`, "textasciitilde": "~", "textasciicircum": "^", "textbraceleft": "{",
	"textbraceright": "}", "textless": "<", "textgreater": ">", "textbar": "|", "textunderscore": "_", "textdollar": "$", "guillemotleft": "«", "guillemotright": "»",
	"glqq": "„", "grqq": "“", "flqq": "«", "frqq": "»", "textdegree": "°", "slash": "/", "textperiodcentered": "·",
}

// unTeX is a field's value as a reader sees it set: accents on their letters, braces and commands left out.
func unTeX(s string) string {
	if !strings.ContainsAny(s, "\\{}~`'-$") {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c == '\\':
			i = texCommand(&b, s, i+1)
		case c == '{' || c == '}' || c == '$':
			i++
		case c == '~':
			b.WriteByte(' ')
			i++
		default:
			said, n := texLigature(s[i:])
			b.WriteString(said)
			i += n
		}
	}
	return norm.NFC.String(b.String())
}

// texLigature is what the beginning of s is set as, and of how many bytes.
func texLigature(s string) (string, int) {
	for _, l := range [...][2]string{{"---", "—"}, {"--", "–"}, {"``", "“"}, {"''", "”"}} {
		if strings.HasPrefix(s, l[0]) {
			return l[1], len(l[0])
		}
	}
	_, n := utf8.DecodeRuneInString(s)
	return s[:n], n
}

// texCommand writes what the command at i of s, behind its backslash, stands for, and is where the text goes on.
func texCommand(b *strings.Builder, s string, i int) int {
	if i >= len(s) {
		return i
	}
	end := i
	for end < len(s) && (s[end]|0x20 >= 'a' && s[end]|0x20 <= 'z') {
		end++
	}
	if end == i { // a sign
		_, n := utf8.DecodeRuneInString(s[i:])
		end = i + n
	}
	name := s[i:end]
	letters := unicode.IsLetter(rune(name[0]))
	if mark, ok := texMarks[name]; ok {
		return texAccent(b, s, end, mark, letters)
	}
	if letters { // blanks end its name
		for end < len(s) && s[end] == ' ' {
			end++
		}
		b.WriteString(texSigns[name])
		return end
	}
	if name == "-" || name == "/" || name == "\n" {
		return end
	}
	if name == `\` || name == "," || name == ";" {
		name = " "
	}
	b.WriteString(name)
	return end
}

// texAccent writes the letter that follows with its mark; a letter without a dot stands for its own.
func texAccent(b *strings.Builder, s string, at int, mark string, spaced bool) int {
	for at < len(s) && (s[at] == '{' || spaced && s[at] == ' ') {
		at++
	}
	if rest, ok := strings.CutPrefix(s[at:], `\`); ok && (strings.HasPrefix(rest, "i") || strings.HasPrefix(rest, "j")) {
		at++
	}
	if at >= len(s) || s[at] == '}' {
		return at
	}
	_, n := utf8.DecodeRuneInString(s[at:])
	b.WriteString(s[at:at+n] + mark)
	return at + n
}
