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

// isByline reports whether a line near the headline says who of the press wrote the report: "Ada Hale, business editor",
// "Ada Hale | Herald Staff", "News Desk".
func isByline(s string) bool {
	if len(s) > 100 || endsSentence(s) || strings.Count(s, " ") > 9 || startsLower(s) || strings.ContainsAny(s, "\"“?") {
		return false
	}
	name, post := s, s
	for _, sep := range [...]string{" | ", ", ", " - ", " – ", " — "} {
		if before, after, ok := strings.Cut(s, sep); ok {
			name, post = before, after
			break
		}
	}
	if name == s && strings.Count(s, " ") > 2 || !isTitleCase(name) || strings.Count(name, " ") > 4 {
		return false
	}
	for w := range strings.FieldsFuncSeq(strings.ToLower(post), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if pressWords.Has(w) {
			return name != s || isTitleCase(s)
		}
	}
	return false
}

// writesFor reports whether a statement only says for whom, or from where, a person writes: "Ada Hale reported from Oslo."
func writesFor(s string) bool {
	first, rest, _ := strings.Cut(s, " ")
	if len(s) >= 160 || startsLower(first) || startsLower(rest) {
		return false
	}
	for _, verb := range [...]string{" reported from ", " writes for ", " writes about ", " covers ", " can be reached at ", " contributed to ", " contributed from "} {
		if name, _, ok := strings.Cut(s, verb); ok && isTitleCase(name) && strings.Count(name, " ") > 0 && strings.Count(name, " ") < 8 {
			return true
		}
	}
	return false
}

// isSlug reports whether a line is the initials of those who worked on a report, as agencies set them: "ah/tr (AFP)".
func isSlug(s string) bool {
	initials, _, _ := strings.Cut(s, " ")
	if len(s) > 40 || strings.Count(s, " ") > 3 || !strings.Contains(initials, "/") {
		return false
	}
	for part := range strings.SplitSeq(initials, "/") {
		if len(part) < 2 || len(part) > 3 || strings.ToLower(part) != part || !isLetters(part) {
			return false
		}
	}
	return true
}

func isLetters(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
}

// isCount reports whether a line counts what readers did, or how long they need: "12 comments", "3 min read".
func isCount(s string) bool {
	words := strings.Fields(strings.ToLower(s))
	return len(words) > 1 && len(words) < 5 && words[0][0] >= '0' && words[0][0] <= '9' && countedWords.Has(words[len(words)-1])
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

// isMenu reports whether a line is a row of links: "Home | News | Sport".
func isMenu(s string) bool {
	if len(s) > 200 || endsSentence(s) {
		return false
	}
	for _, sep := range [...]string{" | ", " · ", " • ", " > ", " › ", " » ", " / "} {
		parts := strings.Split(s, sep)
		if len(parts) < 3 {
			continue
		}
		for _, p := range parts {
			if p == "" || strings.Count(p, " ") > 2 || startsLower(p) {
				return false
			}
		}
		return true
	}
	return false
}

// isByOurs reports whether a line credits the press without a name: "By our health correspondent", "By staff reporters".
func isByOurs(s string) bool {
	words := strings.Fields(strings.ToLower(s))
	return len(words) > 2 && len(words) < 8 && words[0] == "by" && !endsSentence(s) && pressWords.Has(words[len(words)-1])
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
