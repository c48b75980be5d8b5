package wording

import (
	"strings"
	"sync"

	"parallax/corpus/language"
	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// A word's spellings have one key: the name under which the story's spellings of it are united, a place's name for those
// that the table of places gives it, the letters without hyphens and blanks ("cease-fire"), or what British and American
// spelling have in common. Only keys under which the reports really have two spellings make a group.

// spelt is a spelling found in a report.
type spelt struct {
	key  string
	form string // in lower case
	at   Place
}

// spellings is the groups of spellings.
func spellings(set *statement.Set) []Group {
	var words [][]language.Word
	for i := range set.All {
		if set.All[i].IsStory() {
			words = append(words, set.Words(statement.ID(i)))
		}
	}
	names := language.FindNames(words)
	whole := make(map[string]bool) // words of one piece, by their letters
	for _, ws := range words {
		for _, w := range ws {
			whole[singular(w.Text)] = true
		}
	}
	byKey := make(map[string]*gathered)
	var keys []string
	for i := range set.All {
		if !set.All[i].IsStory() {
			continue
		}
		for _, s := range speltIn(set, statement.ID(i), names, whole) {
			g := byKey[s.key]
			if g == nil {
				g = gather(set)
				byKey[s.key] = g
				keys = append(keys, s.key)
			}
			g.add(s.form, s.at)
		}
	}
	var groups []Group
	for _, key := range keys {
		if len(byKey[key].terms) > 1 {
			groups = append(groups, byKey[key].group(Spelling))
		}
	}
	return groups
}

// speltIn is the spellings of a statement's words.
func speltIn(set *statement.Set, id statement.ID, names language.Names, whole map[string]bool) []spelt {
	const shortest = 3
	var found []spelt
	text, start := set.Text(id), set.All[id].Span.Start
	ws := set.Words(id)
	for k := 0; k < len(ws); k++ {
		w := ws[k]
		if w.Digit || w.Stop || len(w.Text) < shortest {
			continue
		}
		if k+1 < len(ws) && !ws[k+1].Stop && joined(text[w.End:ws[k+1].Start]) {
			next := ws[k+1]
			if letters := singular(w.Text + next.Text); whole[letters] {
				form := singular(strings.ToLower(text[w.Start:next.End]))
				found = append(found, spelt{"=" + letters, form, Place{id, report.Span{Start: start + w.Start, End: start + next.End}}})
				k++
				continue
			}
		}
		surface := bare(text[w.Start:w.End])
		at := Place{id, report.Span{Start: start + w.Start, End: start + w.Start + len(surface)}}
		form := strings.ToLower(surface)
		switch name, isName := names[w.Text]; {
		case w.Capital && placeKeys()[w.Text] != "":
			found = append(found, spelt{placeKeys()[w.Text], form, at})
		case w.Capital && isName && !soundAlike(w.Text, name):
		case w.Capital && isName:
			found = append(found, spelt{"n:" + singular(name), singular(form), at})
		case !w.Capital || w.First:
			found = append(found, spelt{"=" + singular(neutral(w.Text)), singular(form), at})
		}
	}
	return found
}

// joined reports whether only a hyphen or a blank stands between two words.
func joined(between string) bool {
	switch between {
	case "-", "‑", " ":
		return true
	}
	return false
}

// bare is a word without a possessive ending.
func bare(w string) string {
	for _, end := range [...]string{"'s", "’s", "'S", "’S"} {
		if cut, ok := strings.CutSuffix(w, end); ok {
			return cut
		}
	}
	return w
}

// singular is a word without the plural's ending, so that number makes no spelling.
func singular(w string) string {
	if len(w) > 4 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us") {
		return w[:len(w)-1]
	}
	return w
}

// soundAlike reports whether two names that differ by few letters are spellings of one: the same consonants, if there are
// enough letters to tell; a letter that was lost to "?" is any. "Islamic" and "Islamist" are two words.
func soundAlike(a, b string) bool {
	const enough = 6
	if a == b || strings.ContainsRune(a+b, '?') {
		return true
	}
	return min(len(a), len(b)) >= enough && consonants(a) == consonants(b)
}

// consonants is a name without its vowels, each consonant once, by sound.
func consonants(w string) string {
	var b strings.Builder
	last := rune(0)
	for _, r := range sounds.Replace(w) {
		if strings.ContainsRune("aeiouyj'", r) {
			last = 0
			continue
		}
		if r != last {
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}

var sounds = strings.NewReplacer("kh", "h", "sh", "s", "sch", "s", "ch", "k", "ph", "f", "th", "t", "gh", "g", "ck", "k", "c", "k", "q", "k", "w", "v", "x", "ks", "z", "s")

// neutral is what British and American spelling of a word have in common.
func neutral(w string) string {
	const shortest = 5
	if len(w) < shortest {
		return neutralShort.Replace(w)
	}
	for _, ends := range neutralEnds {
		if cut, ok := strings.CutSuffix(w, ends[0]); ok && len(cut) != 1 && len(cut) != 2 {
			return cut + ends[1]
		}
	}
	return neutralParts.Replace(w)
}

var (
	neutralShort = strings.NewReplacer("grey", "gray", "tyre", "tire")
	neutralEnds  = [][2]string{
		{"isation", "ization"}, {"isations", "izations"}, {"ise", "ize"}, {"ised", "ized"}, {"ises", "izes"}, {"ising", "izing"},
		{"yse", "yze"}, {"ysed", "yzed"}, {"defence", "defense"}, {"offence", "offense"}, {"licence", "license"}, {"ogue", "og"},
		{"lled", "led"}, {"lling", "ling"}, {"centre", "center"}, {"theatre", "theater"}, {"metre", "meter"}, {"programme", "program"},
		{"towards", "toward"}, {"afterwards", "afterward"},
	}
	neutralParts = strings.NewReplacer("labour", "labor", "neighbour", "neighbor", "harbour", "harbor", "colour", "color", "honour", "honor",
		"favour", "favor", "behaviour", "behavior", "rumour", "rumor", "armour", "armor", "endeavour", "endeavor", "humour", "humor",
		"mould", "mold", "plough", "plow", "sceptic", "skeptic", "aluminium", "aluminum", "enquir", "inquir", "manoeuvre", "maneuver")
)

// placeKeys finds the key of a place's name by one of its spellings: names of a country, and of a capital those that begin
// with one letter, since some countries have several capitals.
var placeKeys = sync.OnceValue(func() map[string]string {
	keys := make(map[string]string)
	add := func(names []string, alike bool) {
		for _, name := range names {
			ws := language.Words(name)
			if len(ws) == 1 && (!alike || ws[0].Text[0] == language.Words(names[0])[0].Text[0]) {
				keys[ws[0].Text] = "p:" + names[0]
			}
		}
	}
	for _, n := range language.Nations() {
		if len(n.Names) > 1 {
			add(n.Names, false)
		}
		if len(n.Capitals) > 1 {
			add(n.Capitals, true)
		}
	}
	return keys
})
