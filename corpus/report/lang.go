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
	mostTold  = 4000 // of its beginning that are looked at
	sureTold  = 0.9  // of whatlanggo's confidence, 0 to 1
)

// toldLang is the language of a text, as ISO 639-1 has it; no fact when it cannot be told.
func toldLang(text string) Fact {
	if len(text) < leastTold {
		return Fact{}
	}
	info := whatlanggo.Detect(strings.ToValidUTF8(text[:min(len(text), mostTold)], ""))
	if info.Confidence < sureTold {
		return Fact{}
	}
	return Fact{Value: info.Lang.Iso6391()}.by("the text itself")
}

// Language is the language of the report without its country, "" when it is not known: "pt" for "pt-BR".
func (r *Report) Language() string {
	base, _, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(r.Facts.Lang.Value), "_", "-"), "-")
	return base
}
