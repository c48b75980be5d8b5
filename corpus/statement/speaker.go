package statement

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold is s in lower case without diacritics.
func fold(s string) string {
	ascii := true
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			ascii = false
			break
		}
	}
	if ascii {
		return strings.ToLower(s)
	}
	var b strings.Builder
	for _, r := range norm.NFKD.String(strings.ToLower(s)) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case r == '’', r == '‘', r == 'ʼ':
			b.WriteByte('\'')
		case r == 'ı':
			b.WriteByte('i')
		case r == 'ł':
			b.WriteByte('l')
		case r == 'ø':
			b.WriteByte('o')
		case r == 'đ':
			b.WriteByte('d')
		case r == 'ß':
			b.WriteString("ss")
		case r == 'æ':
			b.WriteString("ae")
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// skeleton is a name as it sounds to a reader of many transliterations: "Sergei" and "Sergey" have one.
func skeleton(folded string) string {
	var b strings.Builder
	last := rune(0)
	for _, r := range replaceSounds.Replace(folded) {
		switch r {
		case 'y', 'j':
			r = 'i'
		case 'w':
			r = 'v'
		case 'q', 'c':
			r = 'k'
		}
		if !unicode.IsLetter(r) && r != '?' || r == last {
			continue
		}
		b.WriteRune(r)
		last = r
	}
	return strings.TrimRight(b.String(), "i")
}

var replaceSounds = strings.NewReplacer("kh", "h", "zh", "z", "sh", "s", "tch", "c", "ch", "c", "ph", "f", "th", "t", "gh", "g", "ck", "k", "x", "ks", "ou", "u", "oo", "u", "ee", "i")
