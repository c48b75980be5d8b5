package statement

import (
	"strings"
	"sync"
	"unicode"

	"parallax/corpus/language"
)

// The names of the rules that look at more than wording, as a reader sees them; boilerplate.txt names the others.
const (
	creditLine     = "credit line"
	navigationLine = "navigation"
	linkList       = "link list"
	moreAbout      = "more about"
	dateLine       = "date line"
	categoryLine   = "category line"
	repeated       = "repeated"
	aboutOutlet    = "about the outlet"
	aboutAuthor    = "about the author"
	photoCaption   = "photo caption"
)

// Phrases are matched against folded text: lower case, straight quotation marks. Those that a story may well begin a
// sentence with count only in a line that is no sentence.
var (
	startPhrases = sync.OnceValue(func() map[string][]phrase { return byFirstWord("start") }) // at the start of any statement
	linePhrases  = sync.OnceValue(func() map[string][]phrase { return byFirstWord("line") })  // of a line that is no sentence and goes on
	wholePhrases = sync.OnceValue(byWhole)                                                    // a line of its own
	edgePhrases  = sync.OnceValue(func() map[string][]phrase { return byFirstWord("edge") })  // in a short statement near an end of the report

	captionPhrases = sync.OnceValue(func() []phrase { return phrasesOf("captions") }) // in a paragraph of its own

	countedWords  = language.English("boilerplate", "counted")
	pressWords    = language.English("boilerplate", "press")
	dateWords     = language.English("boilerplate", "dates")
	announcements = language.English("boilerplate", "announcements")
	creditWords   = language.English("boilerplate", "credits")
	creditLinks   = language.English("boilerplate", "credit links")
	firmEnds      = language.English("roles", "ends of firms")
)

// phrase is a wording that gives boilerplate away, and its rule.
type phrase struct{ words, rule string }

// phrasesOf lists the phrases of a section in order.
func phrasesOf(section string) (list []phrase) {
	for _, line := range language.English("boilerplate", section).Lines() {
		rule, words, _ := strings.Cut(line, ": ")
		for w := range strings.SplitSeq(words, "|") {
			list = append(list, phrase{strings.Trim(w, `"`), rule})
		}
	}
	return list
}

// byFirstWord indexes the phrases of a section by their first word.
func byFirstWord(section string) map[string][]phrase {
	index := map[string][]phrase{}
	for _, p := range phrasesOf(section) {
		index[opening(p.words)] = append(index[opening(p.words)], p)
	}
	return index
}

// byWhole finds the rule of a line that is a phrase and nothing else.
func byWhole() map[string]string {
	index := map[string]string{}
	for _, p := range phrasesOf("whole") {
		index[p.words] = p.rule
	}
	return index
}

// opening is what the index knows a phrase by: its bytes up to the first blank.
func opening(s string) string {
	if i := strings.IndexByte(s, ' '); i >= 0 {
		return s[:i]
	}
	return s
}

// ruleByWording is the rule that a phrase in s gives away, "" for none. opens says that s opens its line, alone that it
// is the whole of it, edge that it stands near an end of its report.
func ruleByWording(s string, opens, alone, edge bool) string {
	start := language.FoldPhrase(s[:min(len(s), 64)])
	first := opening(start)
	for _, p := range startPhrases()[first] {
		if strings.HasPrefix(start, p.words) && !(strings.HasSuffix(p.words, " by") && startsLower(strings.TrimLeft(s[len(p.words):], " "))) {
			return p.rule
		}
	}
	if opens && !strings.HasSuffix(s, ".") {
		for _, p := range linePhrases()[first] {
			if strings.HasPrefix(start, p.words) && (p.rule != creditLine || len(s) < 120 && isTitleCase(s)) {
				return p.rule
			}
		}
	}
	if alone && len(s) <= 48 {
		if rule := wholePhrases()[strings.TrimFunc(start, func(r rune) bool { return !unicode.IsLetter(r) })]; rule != "" {
			return rule
		}
	}
	if alone && len(s) <= 300 && (strings.ContainsAny(s, "(/:") || strings.Contains(s, " seen in ")) {
		if rule := containing(captionPhrases(), language.FoldPhrase(s)); rule != "" {
			return rule
		}
	}
	if edge && len(s) <= 240 {
		return edgeRule(language.FoldPhrase(s))
	}
	return ""
}

// edgeRule is the rule of the first phrase in s that counts near an end of a report, "" for none.
func edgeRule(s string) string {
	index := edgePhrases()
	for rest := s; rest != ""; {
		first := opening(rest)
		for _, p := range index[first] {
			if strings.HasPrefix(rest, p.words) {
				return p.rule
			}
		}
		rest = strings.TrimLeft(rest[len(first):], " ")
	}
	return ""
}

// containing is the rule of the first phrase that s holds, "" for none.
func containing(phrases []phrase, s string) string {
	for _, p := range phrases {
		if strings.Contains(s, p.words) {
			return p.rule
		}
	}
	return ""
}
