package statement

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/sentences"

	"parallax/corpus/language"
	"parallax/corpus/report"
)

// Sentences are cut where Unicode's rules (UAX #29) see a sentence end, unless a rule here says that the sentence goes
// on: after an abbreviation, an initial or a list number, before a word in lower case, within brackets, between a question
// in quotation marks and who asked it. Three ends that UAX #29 does not see are found here: after an ellipsis character,
// after a footnote mark, and where extraction lost the blank between two sentences (borders.go). One pass over the text;
// each candidate looks at a few words before and after it.
//
// A trained splitter (punkt) was rejected: it has to be trained on the outlet at hand, and its mistakes cannot be
// explained. Rules alone, without UAX #29, would have to know every script's full stops and quotation marks.

const (
	closers = `"'”’»)]}›`
	openers = `"'“‘«([{‹„`
)

// sentencesOf appends the spans of the sentences of text[p.span] to dst.
func sentencesOf(dst []report.Span, text string, p paragraph) []report.Span {
	s := text[p.span.Start:p.span.End]
	start := 0
	cut := func(at int) {
		if at > start && goesOn(s, start, at) {
			return
		}
		if span := trim(text, report.Span{Start: p.span.Start + start, End: p.span.Start + at}); span.Len() > 0 {
			dst = append(dst, span)
		}
		start = at
	}
	end := 0
	calmed, inner := calm(s, p.wrapped)
	it := sentences.FromString(calmed)
	for it.Next() {
		from := end
		end = it.End()
		if inner {
			for at := innerEnd(s, from, end); at > 0; at = innerEnd(s, at, end) {
				cut(at)
			}
		}
		if end < len(s) {
			cut(end)
		}
	}
	// the end of a paragraph ends its last sentence, whatever stands there
	if span := trim(text, report.Span{Start: p.span.Start + start, End: p.span.End}); span.Len() > 0 {
		dst = append(dst, span)
	}
	return dst
}

// goesOn reports whether the sentence that began at start goes on after at, where a candidate for its end stands.
func goesOn(s string, start, at int) bool {
	before := strings.TrimRightFunc(s[start:at], unicode.IsSpace)
	after := s[at:]
	noted := withoutNote(withoutStrike(before))
	stop := withoutClosers(noted)
	last, _ := utf8.DecodeLastRuneInString(stop)
	if len(before) == at-start && !strings.ContainsRune("。！？", last) && !tight(s, at) {
		return true
	}
	if !hasWord(before) || len(before) < 5 && listMarker(before+" ") == len(before)+1 {
		return true
	}
	if strings.HasPrefix(after, "»") && !(len(before) < at-start && opensWord(after, "»")) || inBrackets(before, after) {
		return true
	}
	next := strings.TrimLeft(strings.TrimPrefix(after, report.StruckMark), openers)
	if startsLower(next) {
		return true
	}
	if quoted := len(stop) < len(noted); quoted {
		return attributionFollows(after, last)
	}
	return last == '.' && !strings.HasSuffix(stop, "..") && abbreviated(stop[:len(stop)-1], next)
}

// isDay reports whether s is the number of a day.
func isDay(s string) bool {
	return (len(s) == 1 || len(s) == 2) && strings.Trim(s, "0123456789") == ""
}

// isLetter reports whether s is a single letter in lower case.
func isLetter(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	return n == len(s) && unicode.IsLower(r)
}

// opensWord reports whether s begins with the quotation mark and a letter behind it, as a quotation »so marked« begins.
func opensWord(s, mark string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimPrefix(s, mark))
	return strings.HasPrefix(s, mark) && unicode.IsLetter(r)
}

// turned reports whether a quotation »so marked« is open at the end of s: then « closes it.
func turned(s string) bool {
	i := strings.LastIndexAny(s, "»«")
	return i >= 0 && opensWord(s[i:], "»")
}

func hasWord(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// abbreviated reports whether the full stop between before and next only marks an abbreviation.
func abbreviated(before, next string) bool {
	token := lastToken(before)
	word := firstToken(next)
	first, _ := utf8.DecodeRuneInString(next)
	switch digit := unicode.IsDigit(first); {
	case linkAbbreviations.Has(token), titleAbbreviations.Has(token), otherAbbreviations.Has(token):
		return true
	case digit && beforeFigure(token):
		return true
	case isDay(token) && dayMonths.Has(word):
		return !monthNames.Has(word) || beforeDays.Has(lastToken(strings.TrimRight(before[:len(before)-len(token)], " ")))
	case isLetter(token) && isLetter(strings.ToLower(word)) && strings.HasPrefix(next[len(word):], "."):
		return true // "z. B."
	case timeAbbreviations.Has(token):
		return digit || afterTimes.Has(word)
	case figureAbbreviations.Has(token):
		return digit || (afterTimes.Has(word) && len(token) <= 5 || isInitial(word) && word != "I") && token != "No"
	case token == "St":
		// "in St. Louis", but "on Elm St. Police said"
		r, _ := utf8.DecodeRuneInString(lastToken(strings.TrimRight(before[:len(before)-len(token)], " ")))
		return !unicode.IsUpper(r) || titleAbbreviations.Has(word)
	case nameAbbreviations.Has(token):
		return afterFirms.Has(word) || digit || token == "Co" && isCounty(before[:len(before)-len(token)]) && !starters.Has(word)
	case stateAbbreviations.Has(token):
		return titleAbbreviations.Has(word) && strings.HasPrefix(next[len(word):], ".")
	case starters.Has(word) || word == "":
		return false
	case token == "Jr", token == "Sr":
		return true
	case dotted(token):
		return true
	case isInitial(token):
		return unicode.IsUpper(first) && initialInName(before[:len(before)-len(token)], token)
	}
	return false
}

// beforeFigure reports whether a full stop after token may also mark it as what a figure follows: a day of "3. 12. 2021", a letter
// ("S. 5", "д. 5"), a short word of another script ("ст. 105"), an abbreviation behind an article ("l’art. 5").
func beforeFigure(token string) bool {
	if i := strings.IndexAny(token, "'’"); i >= 0 {
		_, n := utf8.DecodeRuneInString(token[i:])
		return figureAbbreviations.Has(token[i+n:]) || otherAbbreviations.Has(token[i+n:])
	}
	letter, n := utf8.DecodeRuneInString(token)
	switch {
	case isDay(token):
		return true
	case n == len(token):
		return unicode.IsLetter(letter) && token != "I"
	}
	return letter >= utf8.RuneSelf && utf8.RuneCountInString(token) <= 3
}

// lastToken is what stands in s after its last blank, opening bracket, quotation mark, slash or dash.
func lastToken(s string) string {
	i := strings.LastIndexFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune(openers+"/–—", r)
	})
	if i < 0 {
		return s
	}
	_, n := utf8.DecodeRuneInString(s[i:])
	return s[i+n:]
}

// firstToken is the word at the start of s: letters, digits, hyphens and "&".
func firstToken(s string) string {
	i := strings.IndexFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' && r != '&'
	})
	if i < 0 {
		return s
	}
	return s[:i]
}

// dotted reports whether s is letters with full stops between them: "U.S", "D.C", "Ph.D".
func dotted(s string) bool {
	parts := 0
	for p := range strings.SplitSeq(s, ".") {
		if utf8.RuneCountInString(p) > 2 || !hasWord(p) {
			return false
		}
		parts++
	}
	return parts > 1
}

func isInitial(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	return n == len(s) && unicode.IsUpper(r)
}

// initialInName reports whether an initial continues a name ("Ada M. Hale", "handed to J. Hale") rather than ends a
// sentence ("than vitamin C.", "neither have I.").
func initialInName(before, initial string) bool {
	before = strings.TrimRightFunc(before, unicode.IsSpace)
	last := lastToken(before)
	r, _ := utf8.DecodeRuneInString(last)
	if before == "" || unicode.IsUpper(r) || strings.HasSuffix(before, ",") {
		return true
	}
	if strings.ContainsAny(before[len(before)-1:], openers+"/") {
		return initial != "I"
	}
	return initial != "I" && unicode.IsLower(r) && !beforeLetters.Has(last)
}

// isCounty reports whether "Co." after before is short for "County", as Irish and English addresses have it: "Ballina, Co.
// Mayo".
func isCounty(before string) bool {
	before = strings.TrimRightFunc(before, unicode.IsSpace)
	last := lastToken(before)
	return strings.HasSuffix(before, ",") || last == "in" || last == "of" || last == "from" || last == "across"
}

// attributionFollows reports whether after, which follows a closing quotation mark, only says who spoke: `"Why?" Hale
// asked.` After a full stop it must be bare, since `"It was." The minister said he was glad.` is two sentences.
func attributionFollows(after string, stop rune) bool {
	if strings.ContainsAny(after[:1], openers) {
		return false
	}
	const longest = 120
	words := make([]string, 0, 16)
	verb := -1
	for w := range strings.FieldsSeq(after[:min(len(after), longest)]) {
		if verb < 0 && asks(strings.TrimRight(w, ".,;:")) {
			verb = len(words)
		}
		words = append(words, w)
		if verb >= 0 && strings.ContainsAny(w[len(w)-1:], ".,;:?!") {
			break
		}
		if verb < 0 && (len(words) > 6 || strings.ContainsAny(w[len(w)-1:], ",;:?!\"”")) {
			return false
		}
	}
	if verb < 1 {
		return false
	}
	tail := words[verb:]
	ends := strings.ContainsAny(words[len(words)-1], ".,;")
	if stop == '.' || stop == ',' {
		return ends && len(words) <= 5 && len(tail) <= 3 && strings.HasSuffix(words[len(words)-1], ".")
	}
	return ends && (len(tail) <= 2 || len(tail) <= 6 && afterQuoteVerbs.Has(tail[1]))
}

// asks reports whether a word is a finite verb that may follow a quotation: "said", "sighed".
func asks(w string) bool {
	i := lexicon()[w]
	return i.verb != nil && i.verb.use&(clause|invert) != 0 && i.form&(past|present|base) != 0
}

var (
	afterQuoteVerbs = language.English("speech", "after such verbs")
	monthNames      = language.English("abbreviations", "after times") // the months of English among them
	beforeLetters   = language.English("grammar", "before letters")    // "vitamin C."
)
