package wording

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"parallax/corpus/language"
	"parallax/corpus/match"
	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// A term is a noun with the words before it that belong to it. What is a noun shows by its place: an article, a possessive
// or a preposition opens its phrase, and no other noun follows. Of the words between, those that stand in quotation marks
// with it and those that the lists of related words know are part of the term ("special military operation", "military
// offensive"), others only describe it ("brutal war").
//
// Two terms name one thing when their nouns are related and some link has one of them at either end and neither end has
// both, or when two reports give them to one owner ("Russia's military campaign", "the Russian invasion"). Chains of such
// pairs were rejected: over three links "war" would come to stand with "talks".

// term is a noun phrase in a statement.
type term struct {
	key     string
	stem    string // of its noun
	owner   string // whose it is: a place or a name; "" when that is not said
	classes []int16
	at      Place
}

// openers open a noun phrase.
var openers = map[string]bool{
	"the": true, "a": true, "an": true, "its": true, "his": true, "her": true, "their": true, "our": true, "this": true, "that": true,
	"these": true, "those": true, "any": true, "no": true, "another": true, "of": true, "in": true, "on": true, "by": true,
	"for": true, "from": true, "with": true, "about": true, "after": true, "before": true, "during": true, "since": true, "despite": true,
	"against": true, "over": true, "into": true, "between": true, "called": true,
}

// nouns are words in -ing that name things.
var nouns = map[string]bool{"meeting": true, "bombing": true, "shelling": true, "killing": true, "fighting": true, "shooting": true, "building": true, "funding": true, "hearing": true, "ruling": true, "uprising": true}

var finite = language.English("grammar", "finite verbs")

// terms is the groups of terms.
func terms(set *statement.Set, links *match.Links) []Group {
	in := make([][]term, len(set.All))
	all := make(map[string][]term)
	for i := range set.All {
		if !set.All[i].IsStory() {
			continue
		}
		in[i] = termsIn(set, statement.ID(i))
		for _, t := range in[i] {
			all[t.key] = append(all[t.key], t)
		}
	}
	beside := make(map[string]map[string]int) // how many links have one term here and the other there
	for _, l := range links.All {
		for _, a := range in[l.A] {
			for _, b := range in[l.B] {
				if alternatives(&a, &b) && !has(in[l.A], b.key) && !has(in[l.B], a.key) {
					note(beside, a.key, b.key)
					note(beside, b.key, a.key)
				}
			}
		}
	}
	noteOwned(set, all, beside)
	return groupsOf(set, all, beside)
}

// noteOwned notes terms that two reports give to one owner.
func noteOwned(set *statement.Set, all map[string][]term, beside map[string]map[string]int) {
	const most = 200 // of one owner that are compared
	owned := make(map[string][]*term)
	for _, ts := range all {
		seen := make(map[string]bool) // by owner: the first place of a term will do
		for i := range ts {
			if o := ts[i].owner; o != "" && !seen[o] {
				seen[o] = true
				owned[o] = append(owned[o], &ts[i])
			}
		}
	}
	for _, ts := range owned {
		for i, a := range ts[:min(len(ts), most)] {
			for _, b := range ts[:i] {
				if set.All[a.at.Statement].Report != set.All[b.at.Statement].Report && alternatives(a, b) {
					note(beside, a.key, b.key)
					note(beside, b.key, a.key)
				}
			}
		}
	}
}

// alternatives reports whether two terms may stand for each other: related nouns, and neither is the other with a word more.
func alternatives(a, b *term) bool {
	if a.key == b.key || strings.HasSuffix(a.key, " "+b.key) || strings.HasSuffix(b.key, " "+a.key) {
		return false
	}
	if a.stem == b.stem && (!strings.Contains(a.key, " ") || !strings.Contains(b.key, " ")) {
		return false
	}
	if short, long := min(a.stem, b.stem), max(a.stem, b.stem); a.stem != b.stem && len(short) > 3 && strings.HasPrefix(long, short) {
		return false // "fail" and "failure"
	}
	return related(a, b)
}

func note(beside map[string]map[string]int, a, b string) {
	if beside[a] == nil {
		beside[a] = make(map[string]int)
	}
	beside[a][b]++
}

// groupsOf makes a group of the terms of each class of related words that stand for another of the class, the class with
// the most places first; a term is in one group.
func groupsOf(set *statement.Set, all map[string][]term, beside map[string]map[string]int) []Group {
	members := make(map[int16][]string)
	for _, key := range slices.Sorted(maps.Keys(beside)) {
		for _, c := range all[key][0].classes {
			stands := slices.ContainsFunc(slices.Collect(maps.Keys(beside[key])), func(o string) bool { return slices.Contains(all[o][0].classes, c) })
			if stands {
				members[c] = append(members[c], key)
			}
		}
	}
	taken := make(map[string]bool)
	var groups []Group
	for {
		best, most := int16(-1), 0
		for _, c := range slices.Sorted(maps.Keys(members)) {
			members[c] = slices.DeleteFunc(members[c], func(key string) bool { return taken[key] })
			n := 0
			for _, key := range members[c] {
				n += len(all[key])
			}
			if len(members[c]) > 1 && n > most {
				best, most = c, n
			}
		}
		if best < 0 {
			return groups
		}
		g := gather(set)
		for _, m := range members[best] {
			taken[m] = true
			for _, t := range all[m] {
				g.add(m, t.at)
			}
		}
		groups = append(groups, g.group(Terms))
	}
}

func has(ts []term, key string) bool {
	return slices.ContainsFunc(ts, func(t term) bool { return t.key == key })
}

func related(a, b *term) bool {
	return slices.ContainsFunc(a.classes, func(c int16) bool { return slices.Contains(b.classes, c) })
}

// termsIn is the terms of a statement.
func termsIn(set *statement.Set, id statement.ID) []term {
	const longest = 3
	text, start := set.Text(id), set.All[id].Span.Start
	ws := set.Words(id)
	var found []term
	for k := range ws {
		if !plain(&ws[k]) || heads(text, ws, k) {
			continue
		}
		classes := language.ClassesAt(ws, k, nil)
		if len(classes) == 0 {
			continue
		}
		from := k
		for from > 0 && k-from < longest && describes(&ws[from-1]) && text[ws[from-1].End:ws[from].Start] == " " {
			from--
		}
		owner, ok := opened(text, ws, from)
		if !ok {
			continue
		}
		for from < k && !(ws[from].Quoted && ws[k].Quoted) && len(language.ClassesAt(ws, from, nil)) == 0 {
			from++ // it only describes
		}
		at := Place{id, report.Span{Start: start + ws[from].Start, End: start + ws[k].End}}
		found = append(found, term{keyOf(ws[from : k+1]), neutral(ws[k].Stem), owner, classes, at})
	}
	return found
}

// keyOf is what terms that differ in number only have in common.
func keyOf(ws []language.Word) string {
	var b strings.Builder
	for i, w := range ws {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(singular(bare(w.Text)))
	}
	return b.String()
}

// plain reports whether a word may belong to a term: a common word in lower case that is no adverb.
func plain(w *language.Word) bool {
	return !w.Capital && !w.Stop && !w.Digit && len(w.Text) > 2 && !strings.HasSuffix(w.Text, "ly") && !openers[w.Text]
}

// describes reports whether a plain word may stand before a noun of a term; "following" or "shook" is a verb.
func describes(w *language.Word) bool {
	return plain(w) && !strings.HasSuffix(w.Text, "ing") && !finite.Has(w.Text)
}

// heads reports whether the word at k only goes with a noun after it: "war crimes".
func heads(text string, ws []language.Word, k int) bool {
	if bare(text[ws[k].Start:ws[k].End]) != text[ws[k].Start:ws[k].End] {
		return true // "the war's end"
	}
	if strings.HasSuffix(ws[k].Text, "ed") || strings.HasSuffix(ws[k].Text, "ing") && !nouns[ws[k].Text] || finite.Has(ws[k].Text) {
		return true // a verb, as like as not
	}
	if k+1 >= len(ws) || text[ws[k].End:ws[k+1].Start] != " " {
		return k+1 < len(ws) && strings.HasPrefix(text[ws[k].End:], "-")
	}
	next := &ws[k+1]
	if !plain(next) {
		return false
	}
	for _, ending := range [...]string{"ed", "ing", "able", "ible"} {
		if strings.HasSuffix(next.Text, ending) {
			return false
		}
	}
	return true
}

// opened reports whether a noun phrase opens before the word at from, and whose the thing is: a place, or a name.
func opened(text string, ws []language.Word, from int) (owner string, ok bool) {
	if from == 0 {
		return "", false
	}
	before := &ws[from-1]
	if strings.Trim(text[before.End:ws[from].Start], "\"'“‘«") != " " {
		return "", false
	}
	word := text[before.Start:before.End]
	possessive := bare(word) != word || strings.HasSuffix(text[:before.End+1], "s'") || strings.HasSuffix(word, "s’")
	if before.Capital {
		if place, n := language.PlaceAt(ws, from-1); n == 1 {
			return "p" + strconv.Itoa(int(place)), true
		}
		return before.Text, possessive
	}
	return "", possessive || openers[before.Text]
}
