package report

import (
	"path/filepath"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// acronyms are short names of outlets and places that have vowels and are written in capitals all the same.
var acronyms = words("aa abc afp ani ap dpa efe ens eu ians irna itv kcna kuna mee nyt oan pti rai ria tass ua uk un upi us usa wafa wion yle")

// particles stay small inside a name.
var particles = words("a and at by da de del der des di du el en et for from in la le of on the to und van von y")

// scripts are names of acronym length without vowels that are words all the same.
var scripts = words("dr mr mrs st try sky why fly dry myth")

var (
	leading  = regexp.MustCompile(`^([0-9]+[ ._)\-]+)+`)
	copied   = regexp.MustCompile(`[ _-]*\([0-9]+\)$`)
	dated    = regexp.MustCompile(`(^|[ ._-])(19|20)[0-9]{2}[._-]?[01][0-9]([._-]?[0-3][0-9])?$`)
	separate = regexp.MustCompile(`[\s_]+|-+`)
)

// outletOf makes a file's name readable as an outlet's: "01_press-tv.txt" is "Press TV". It is never empty.
func outletOf(base string) string {
	name := strings.TrimSuffix(base, base[len(base)-len(endingAsWritten(base)):])
	short := copied.ReplaceAllString(name, "")
	short = dated.ReplaceAllString(short, "")
	short = leading.ReplaceAllString(short, "")
	if strings.IndexFunc(short, unicode.IsLetter) < 0 {
		short = name
	}
	parts := strings.FieldsFunc(separate.ReplaceAllString(short, " "), unicode.IsSpace)
	if len(parts) == 0 {
		return base
	}
	for i, p := range parts {
		parts[i] = readableWord(p, i == 0)
	}
	return strings.Join(parts, " ")
}

// endingAsWritten is the ending that ending found, in the letters of the name.
func endingAsWritten(base string) string {
	if ending(base) == "" {
		return ""
	}
	return filepath.Ext(base)
}

// readableWord gives a word of a file name the letters a reader expects: "tv" is "TV", "news" is "News". What has a
// capital already was written with care and stays.
func readableWord(word string, first bool) string {
	switch {
	case word != strings.ToLower(word), strings.Contains(word, "."):
		return word
	case acronyms[word], isAcronym(word):
		return strings.ToUpper(word)
	case particles[word] && !first:
		return word
	}
	r, n := utf8.DecodeRuneInString(word)
	return string(unicode.ToTitle(r)) + word[n:]
}

// isAcronym reports whether a word is so short and so free of vowels that it can only be spelt out, or mixes letters
// and digits as a code does.
func isAcronym(word string) bool {
	letters, figures, vowels := 0, 0, 0
	for _, r := range word {
		switch {
		case r >= '0' && r <= '9':
			figures++
		case r >= 'a' && r <= 'z':
			letters++
			if strings.ContainsRune("aeiouy", r) {
				vowels++
			}
		default:
			return false
		}
	}
	return letters > 0 && letters <= 5 && vowels == 0 && !scripts[word]
}

func words(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}
