package report

import (
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"
)

const (
	repeats     = 3  // times that a line stands in a text which then is no part of it: the title of a slide show, above each picture
	wordsRepeat = 4  // it has at least: fewer may be whoever answers in an interview
	labelAsk    = 40 // runes of the question above an invitation to report a mistake
)

// mistakeKeys are the keys by which readers are asked to report a mistake, a custom of the pages of many countries.
var mistakeKeys = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?i)\bctrl\s*[+-]\s*enter\b`) })

// repeating tells the lines that are no sentence and stand in a text again and again, and those in which its page asks for
// mistakes to be reported.
func repeating(text string) func(i int, line string) bool {
	count, asks := map[string]int{}, map[string]bool{}
	last := ""
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		count[line]++
		if mistakeKeys().MatchString(line) && len(line) <= longestAsk {
			asks[line] = true
			asks[last] = asks[last] || strings.HasSuffix(last, "?") && utf8.RuneCountInString(last) <= labelAsk
		}
		last = line
	}
	return func(i int, line string) bool {
		if asks[line] {
			return i > 0
		}
		return count[line] >= repeats && !stopped(line) && !strings.HasSuffix(line, ":") && len(strings.Fields(line)) >= wordsRepeat
	}
}
