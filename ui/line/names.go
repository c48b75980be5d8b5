package line

import (
	"fmt"
	"strings"

	"parallax/corpus/safe"
)

// ShortNames shortens outlets' names to at most columns columns each so that no two are the same: as far as they can, to
// the whole name, its first words, what it begins with, its initials; what still stands twice gets a number. What the
// reader calls an outlet where there is little room comes first.
func ShortNames(names []string, own map[string]string, columns int, ellipsis string) []string {
	short := make([]string, len(names))
	taken := make(map[string]bool, len(names))
	for i, name := range names {
		ways := shortened(safe.Line(name), columns, ellipsis)
		if o, ok := own[name]; ok {
			ways = append([]string{safe.Truncate(safe.Line(o), columns, ellipsis)}, ways...)
		}
		for _, s := range ways {
			if key := strings.ToLower(s); !taken[key] {
				short[i], taken[key] = s, true
				break
			}
		}
		for n := 2; short[i] == ""; n++ {
			number := fmt.Sprint(n)
			s := safe.Truncate(safe.Line(name), max(0, columns-len(number)), "") + number
			if key := strings.ToLower(s); !taken[key] {
				short[i], taken[key] = s, true
			}
		}
	}
	return short
}

// shortened is the ways to shorten a name to so many columns, the best first.
func shortened(name string, columns int, ellipsis string) []string {
	if safe.Width(name) <= columns {
		return []string{name}
	}
	words := strings.Fields(name)
	var ways []string
	if len(words) > 1 && strings.EqualFold(words[0], "the") { // says nothing of an outlet
		words = words[1:]
		if rest := strings.Join(words, " "); safe.Width(rest) <= columns {
			ways = append(ways, rest)
		}
	}
	for n := len(words) - 1; n > 0; n-- { // its first words, if they tell anything
		if first := strings.Join(words[:n], " "); safe.Width(first) <= columns && len(first) > 3 {
			ways = append(ways, first)
			break
		}
	}
	if len(words) > 1 {
		initials := ""
		for _, w := range words {
			r := []rune(w)
			if strings.ToUpper(w) == w {
				initials += w // an abbreviation stays whole
			} else {
				initials += strings.ToUpper(string(r[:1]))
			}
		}
		if safe.Width(initials) <= columns {
			ways = append(ways, initials)
		}
	}
	ways = append(ways, strings.TrimRight(safe.Truncate(name, columns, ellipsis), " "))
	if len(words) > 1 { // the first letters, and what the last word begins with
		last := words[len(words)-1]
		if room := columns - 2; room > 1 {
			ways = append(ways, safe.Truncate(words[0], 2, "")+safe.Truncate(last, room, ""))
		}
	}
	return ways
}

// firstColumns is the columns of a name that is one word.
const firstColumns = 8

// FirstWords is the shortest way to name outlets: what the reader calls one where there is little room, else the first word of its
// name that tells anything, of at most 8 columns. Those that would be called the same are shortened in other ways, as
// far as there are any.
func FirstWords(names []string, own map[string]string, ellipsis string) []string {
	first, same := make([]string, len(names)), make(map[string]int, len(names))
	for i, name := range names {
		first[i] = firstWord(name, own)
		same[strings.ToLower(first[i])]++
	}
	for i, name := range names {
		if same[strings.ToLower(first[i])] < 2 {
			continue
		}
		for _, s := range shortened(safe.Line(name), firstColumns, ellipsis) {
			if key := strings.ToLower(s); same[key] == 0 {
				first[i], same[key] = s, 1
				break
			}
		}
	}
	return first
}

func firstWord(name string, own map[string]string) string {
	if short, ok := own[name]; ok {
		return safe.Truncate(safe.Line(short), firstColumns, ".")
	}
	words := strings.Fields(safe.Line(name))
	if len(words) > 1 && strings.EqualFold(words[0], "the") {
		words = words[1:]
	}
	return safe.Truncate(strings.Join(words[:min(1, len(words))], ""), firstColumns, ".")
}
