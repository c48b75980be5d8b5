package statement

import (
	"strings"
	"unicode"
)

// What a line is, by what it is made of: a date, a credit, an address, a teaser of another story.

// isDateLine reports whether a line has nothing but a date, a time and words that announce them.
func isDateLine(s string) bool {
	if len(s) > 120 {
		return false
	}
	digits := false
	for w := range strings.FieldsFuncSeq(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		digit := w[0] >= '0' && w[0] <= '9'
		if !digit && !dateWords.Has(w) || digit && !isDateNumber(w) {
			return false
		}
		digits = digits || digit
	}
	return digits
}

// announcesDate reports whether a line that is no sentence says when the report was published, beside other things:
// "News Desk | Updated: 10-04-2019".
func announcesDate(s string) bool {
	if len(s) > 120 || endsSentence(s) {
		return false
	}
	announced := 0
	for w := range strings.FieldsFuncSeq(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		switch {
		case announcements.Has(w):
			announced = 4
		case announced > 0 && w[0] >= '0' && w[0] <= '9':
			return true
		default:
			announced--
		}
	}
	return false
}

func isDateNumber(w string) bool {
	rest := strings.TrimLeft(w, "0123456789")
	return len(w)-len(rest) <= 4 && (rest == "" || dateWords.Has(rest) || rest == "st" || rest == "nd" || rest == "rd" || rest == "th" || rest == "h")
}

// isCredit reports whether a line without a full stop is a firm's name, or agencies' names and nothing else.
func isCredit(s string) bool {
	if len(s) > 80 || strings.Count(s, " ") > 6 || len(s) == 0 {
		return false
	}
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' })
	if len(words) == 0 {
		return false
	}
	if strings.ContainsAny(s[:1], "-(—–") && len(words) < 4 && allCapitals(s) {
		return true // "-- AFP"
	}
	if firmEnds.Has(words[len(words)-1]) && isTitleCase(s) {
		return true
	}
	agency := false
	for _, w := range words {
		if !creditWords.Has(w) {
			return false
		}
		agency = agency || !creditLinks.Has(w)
	}
	return agency
}

// isAddress reports whether a line is nothing but a web or mail address.
func isAddress(s string) bool {
	return !strings.ContainsAny(s, " \t") && (strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "www.") || strings.Contains(s, "@") && strings.Contains(s, "."))
}

// photoCredit reports whether a statement without a full stop names an agency and a photographer: "REUTERS/Ada Hale".
func photoCredit(s string) bool {
	agency, name, ok := strings.Cut(s, "/")
	return ok && len(s) < 80 && !endsSentence(s) && name != "" && strings.Count(agency, " ") < 3 && creditWords.Has(strings.ToLower(opening(agency))) && isTitleCase(s)
}

// isTeaser reports whether a line that is no sentence reads "Series - Title of another story?" or "Series | Title".
func isTeaser(s string) bool {
	if strings.HasSuffix(s, ".") || len(s) > 160 {
		return false
	}
	for _, sep := range [...]string{" - ", " – ", " — ", " | "} {
		label, title, ok := strings.Cut(s, sep)
		if ok && strings.Count(label, " ") < 3 && isTitleCase(label) && isTitleCase(firstToken(title)) && (sep == " | " || strings.HasSuffix(title, "?")) {
			return true
		}
	}
	return false
}

// isTitleCase reports whether every word of s but the small ones begins with a capital or a figure.
func isTitleCase(s string) bool {
	if s == "" {
		return false
	}
	for w := range strings.FieldsSeq(s) {
		if len(w) > 3 && startsLower(w) {
			return false
		}
	}
	return !startsLower(s)
}
