package statement

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"parallax/corpus/language"
)

// Who is what kind of speaker a name stands for.
type Who uint8

const (
	Named   Who = iota // a person or body by name
	Unnamed            // "officials", "Hale's spokesman"
	Medium             // another news outlet, named or not: "local media"
)

func (w Who) String() string { return [...]string{"named", "unnamed", "other media"}[w] }

// WhoIs is what kind of speaker the name of a [Voice] stands for. Names end with a capitalised word; a role, a group or a
// body without a name does not.
func WhoIs(speaker string) Who {
	words := strings.Fields(speaker)
	if len(words) == 0 {
		return Unnamed
	}
	last := words[len(words)-1]
	traits := lexicon()[strings.ToLower(last)].traits
	first := language.FoldName(words[0])
	given := len(words) > 1 && (femaleNames.Has(first) || maleNames.Has(first))
	if r, _ := utf8.DecodeRuneInString(last); !unicode.IsUpper(r) && !unicode.IsDigit(r) {
		if traits&medium != 0 {
			return Medium
		}
		return Unnamed
	}
	if traits&mediumName != 0 && !given {
		return Medium
	}
	for _, w := range words {
		if w := strings.ToLower(w); w == "news" || w == "tv" || w == "radio" || w == "television" || w == "newspaper" {
			return Medium
		}
	}
	return Named
}

// PastOf is the past form of a reporting verb's lemma, as the outlets write it: "said" of "say", "went on" of "go on",
// "according to" of itself.
func PastOf(lemma string) string {
	verb, rest, phrase := strings.Cut(lemma, " ")
	if phrase && strings.HasSuffix(verb, "ing") { // "according to"
		return lemma
	}
	past := pastForms()[verb]
	if past == "" {
		past = regularPast(verb)
	}
	if phrase {
		return past + " " + rest
	}
	return past
}

// pastForms finds the past form of a lemma that has one of its own.
var pastForms = sync.OnceValue(func() map[string]string {
	forms := make(map[string]string)
	for word, lemma := range irregularBases {
		forms[lemma] = word
	}
	for word, f := range verbForms() {
		if known := forms[f.verb.lemma]; f.form&past != 0 && (known == "" || word < known) {
			forms[f.verb.lemma] = word
		}
	}
	return forms
})
