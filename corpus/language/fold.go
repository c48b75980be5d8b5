package language

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Foldings.
//
// A folding makes equal what somebody means to be the same, and what is meant depends on what it is for. They differ on
// purpose: FoldWord drops a possessive ending and the stops of an abbreviation, because two statements that have "Hale's"
// and "Hale", "U.S." and "US" share a word; FoldName keeps both, because "the Hale's" is no name and its caller takes
// titles off by their stop; FoldPhrase keeps accents, because it is matched against wordings that are written without
// any, and must cost nothing for each line. Two more stand where their data is: package search folds letters and keeps a
// map back to the text's bytes; package report, which knows no language, folds titles.

// FoldWord folds a word for comparing statements: lower case, no accents, straight apostrophes, fractions as decimals,
// without a possessive ending or the stops of an abbreviation.
func FoldWord(s string) string {
	if isPlain(s) {
		return possessive(strings.ToLower(s))
	}
	var b strings.Builder
	for _, r := range norm.NFKD.String(fractions.Replace(s)) {
		switch {
		case unicode.IsMark(r):
		case r == '’' || r == 'ʼ':
			b.WriteByte('\'')
		case r == 'ı':
			b.WriteByte('i')
		case r == 'ø' || r == 'Ø':
			b.WriteByte('o')
		case r == 'ł' || r == 'Ł':
			b.WriteByte('l')
		case r == 'đ' || r == 'Đ':
			b.WriteByte('d')
		case r == 'ß':
			b.WriteString("ss")
		case r == 'æ' || r == 'Æ':
			b.WriteString("ae")
		default:
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return possessive(strings.ReplaceAll(b.String(), ".", dotOf(s)))
}

var fractions = strings.NewReplacer("½", ".5", "¼", ".25", "¾", ".75")

// dotOf keeps the stop of a number and drops those of an abbreviation.
func dotOf(s string) string {
	if strings.ContainsAny(s, "0123456789½¼¾") {
		return "."
	}
	return ""
}

func isPlain(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf || s[i] == '.' {
			return false
		}
	}
	return true
}

func possessive(s string) string {
	s = strings.TrimSuffix(s, "'s")
	return strings.TrimSuffix(s, "'")
}

// FoldName folds a name, or words that tell of a person or a body: lower case, without diacritics, ligatures spelt out.
func FoldName(s string) string {
	ascii := true
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			ascii = false
			break
		}
	}
	if ascii {
		return strings.ToLower(s)
	}
	var b strings.Builder
	for _, r := range norm.NFKD.String(strings.ToLower(s)) {
		if plain := plainLetter(r); plain != "" {
			b.WriteString(plain)
		} else if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// plainLetter spells a letter that a decomposition leaves alone, "" for any other.
func plainLetter(r rune) string {
	switch r {
	case '’', '‘', 'ʼ':
		return "'"
	case 'ı':
		return "i"
	case 'ł':
		return "l"
	case 'ø':
		return "o"
	case 'đ', 'ð':
		return "d"
	case 'ß':
		return "ss"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'þ':
		return "th"
	case '‑':
		return "-"
	}
	return ""
}

// FoldPhrase folds a stretch of text for looking up set phrases in it: lower case, straight quotation marks, plain blanks.
func FoldPhrase(s string) string { return strings.ToLower(straight.Replace(s)) }

var straight = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`, "\u00a0", " ")
