package report

import (
	"strings"

	"github.com/abadojack/whatlanggo"
)

// A file often says in which language it is; a page of a wire may say it wrongly, but whoever wrote it knows more than a guess
// does. Where nobody says it, it is told from the text, by its script and its letters' company (whatlanggo); a short text, or one
// that might be of several languages, is left unknown.

const (
	leastTold = 120  // bytes of text from which a language is told
	soonTold  = 700  // of its beginning that are looked at first
	mostTold  = 4000 // and when that is not enough
	sureTold  = 0.9  // of whatlanggo's confidence, 0 to 1
)

// isLang reports whether a value can be the tag of a language, of two or three letters and what follows them. Programs also write
// "C", the locale of none, or "und".
func isLang(tag string) bool {
	base, _, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(tag), "_", "-"), "-")
	return len(base) >= 2 && len(base) <= 3 && strings.Trim(base, "abcdefghijklmnopqrstuvwxyz") == "" && base != "und"
}

// toldLang is the language of a text, as ISO 639-1 has it; no fact when it cannot be told.
func toldLang(text string) Fact {
	if len(text) < leastTold {
		return Fact{}
	}
	head := func(much int) string { return strings.ToValidUTF8(text[:min(len(text), much)], "") }
	if plainlyEnglish(head(soonTold)) || plainlyEnglish(head(mostTold)) {
		return Fact{Value: "en"}.by("the text itself")
	}
	for _, much := range []int{soonTold, mostTold} {
		if info := whatlanggo.Detect(head(much)); info.Confidence >= sureTold {
			return Fact{Value: info.Lang.Iso6391()}.by("the text itself")
		}
		if len(text) <= much {
			break
		}
	}
	return Fact{}
}

// plainlyEnglish reports whether so many words of a text are the commonest of English that it can be of no other language:
// "the" is one in twenty-five, and those with it, which no other language has in such company, one in eight. Most texts that
// are read here are told by it, in a fraction of the time.
func plainlyEnglish(text string) bool {
	words, the, others := 0, 0, 0
	for word := range strings.FieldsSeq(text) {
		words++
		switch strings.ToLower(word) {
		case "the":
			the++
		case "of", "and", "to", "that", "with", "by", "from", "has", "have", "were", "who", "which":
			others++
		}
	}
	return words >= 20 && 25*the >= words && others >= 2 && 8*(the+others) >= words
}

// Language is the language of the report without its country, "" when it is not known: "pt" for "pt-BR".
func (r *Report) Language() string {
	base, _, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(r.Facts.Lang.Value), "_", "-"), "-")
	return base
}
