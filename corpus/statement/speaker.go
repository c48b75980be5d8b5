package statement

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"parallax/corpus/language"
)

// Outlets spell one speaker in many ways: by transliteration (Sergei, Sergey), with or without diacritics or a title, by
// surname alone, by a government's capital, by initials. Two names are one speaker's when their last words sound alike
// and their first words do not differ. Edit distance over whole names was rejected: it joins people of one family and
// of one first name, and parts "Lavrov" from "Sergey Lavrov".

// SameSpeaker reports whether two speakers, each as its own report names it, may be one. A letter that was lost to "?"
// stands for any.
func SameSpeaker(a, b string) bool {
	if a == b {
		return a != ""
	}
	x, y := speakerWords(a), speakerWords(b)
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	if !soundsAlike(x[len(x)-1], y[len(y)-1]) {
		return false
	}
	x, y = x[:len(x)-1], y[:len(y)-1]
	if len(x) == 0 || len(y) == 0 {
		return true
	}
	return firstAlike(x[0], y[0]) || contains(x, y) || contains(y, x)
}

// SpeakerKey is a short key that every two speakers of which [SameSpeaker] holds have in common, so that equal speakers
// can be brought together without comparing all. Different speakers may share a key; "" may be anyone's.
func SpeakerKey(s string) string {
	words := speakerWords(s)
	if len(words) == 0 {
		return ""
	}
	const longest = 3 // letters, so that most endings and lost letters do not matter
	key := skeleton(words[len(words)-1])
	if i := strings.IndexByte(key, '?'); i >= 0 && i < longest {
		return ""
	}
	n := 0
	for i := range key {
		if n == longest {
			return key[:i]
		}
		n++
	}
	return key
}

// speakerWords is the folded words of a speaker that tell who it is: without article, titles, firms' endings and what
// stands in brackets; a capital's and a country's other names become the country's, well-known initials are spelt out.
func speakerWords(s string) []string {
	if i := strings.IndexAny(s, "(["); i > 0 {
		s = s[:i]
	}
	s = strings.ReplaceAll(strings.ReplaceAll(language.FoldName(s), "'s", ""), ".", "")
	words := strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == ',' || r == '"' })
	for len(words) > 1 && (words[0] == "the" || words[0] == "a" || words[0] == "an") {
		words = words[1:]
	}
	whole := strings.Join(words, " ")
	if spelt, ok := wellKnown()[whole]; ok {
		return strings.Fields(spelt)
	}
	if n, ok := nations().names[whole]; ok && n.naming != byDemonym {
		return strings.Fields(language.FoldName(nations().list[n.nation]))
	}
	for len(words) > 1 && firmEnds.Has(words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	for len(words) > 2 && (lexicon()[words[0]].traits&title != 0 || lexicon()[words[0]].nation != 0) && lexicon()[words[len(words)-1]].traits&(bodyName|group|body|role) == 0 {
		words = words[1:]
	}
	if len(words) == 2 && lexicon()[words[0]].traits&title != 0 && lexicon()[words[1]].traits == 0 {
		words = words[1:]
	}
	return words
}

// wellKnown spells out what newsrooms know by initials.
var wellKnown = sync.OnceValue(func() map[string]string { return byLabel(language.English("initials", "initials")) })

// soundsAlike reports whether two folded words may be two spellings of one name.
func soundsAlike(a, b string) bool {
	if a == b {
		return true
	}
	x, y := skeleton(a), skeleton(b)
	if strings.ContainsRune(x, '?') || strings.ContainsRune(y, '?') {
		return wildcardEqual(a, b)
	}
	return x == y && len(x) > 1 || near(x, y)
}

// near reports whether two sounds differ in one letter that is not among their first three; short names must be equal.
func near(x, y string) bool {
	a, b := []rune(x), []rune(y)
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < 5 || len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if i < 3 {
		return false
	}
	if len(a) == len(b) {
		return string(a[min(i+1, len(a)):]) == string(b[min(i+1, len(b)):])
	}
	return string(a[i:]) == string(b[i+1:])
}

// wildcardEqual compares two folded words letter by letter; "?" equals any letter.
func wildcardEqual(a, b string) bool {
	for a != "" && b != "" {
		r, n := utf8.DecodeRuneInString(a)
		s, m := utf8.DecodeRuneInString(b)
		if r != s && r != '?' && s != '?' {
			return false
		}
		a, b = a[n:], b[m:]
	}
	return a == b
}

// firstAlike reports whether two first names, or an initial and a first name, may be one.
func firstAlike(a, b string) bool {
	return utf8.RuneCountInString(a) == 1 && strings.HasPrefix(b, a) || utf8.RuneCountInString(b) == 1 && strings.HasPrefix(a, b) || soundsAlike(a, b)
}

// contains reports whether all words of b are among those of a: "government officials", "officials".
func contains(a, b []string) bool {
	for _, w := range b {
		found := false
		for _, v := range a {
			found = found || v == w
		}
		if !found {
			return false
		}
	}
	return true
}

// skeleton is a folded name as it sounds to a reader of many transliterations: "sergei" and "sergey" have one.
func skeleton(folded string) string {
	var b strings.Builder
	last := rune(0)
	for _, r := range sounds.Replace(folded) {
		switch r {
		case 'y', 'j':
			r = 'i'
		case 'w':
			r = 'v'
		case 'q', 'c':
			r = 'k'
		}
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '?' || r == last {
			continue
		}
		b.WriteRune(r)
		last = r
	}
	if s := strings.TrimRight(b.String(), "i"); s != "" {
		return s
	}
	return b.String()
}

var sounds = strings.NewReplacer("kh", "h", "zh", "z", "sh", "s", "tch", "c", "ch", "c", "ph", "f", "th", "t", "gh", "g", "ck", "k",
	"x", "ks", "ou", "u", "oo", "u", "ee", "i")
