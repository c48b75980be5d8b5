package statement

import (
	"strings"

	"parallax/corpus/language"
)

// noun is a noun phrase that may name a speaker: token indices of a statement.
type noun struct {
	from, to  int // half-open
	nameFrom  int // the proper name, half-open; equal when there is none
	nameTo    int
	head      int // the last word of the phrase before any preposition
	nation    nation
	carried   bool // no phrase at all: the subject of the clause before
	relative  bool // introduced by "who"
	possessor bool // a possessive pronoun: "her" of "her verdict"
	isBody    bool // the name is an organisation's
}

func (n *noun) named() bool { return n.nameTo > n.nameFrom }

// nameLike reports whether token i can belong to a proper name. The first word of a statement has a capital anyway, so
// it counts only when the lexicon does not know it as another word.
func nameLike(ts []token, i int) bool {
	t := &ts[i]
	if t.is(timeWord) && monthAsName(ts, i) {
		return true
	}
	if !t.capital() || t.traits&(timeWord|pronoun|determiner|preposition|subordinator|auxiliary) != 0 {
		return false
	}
	if i == 0 || ts[i-1].kind == openQuote || ts[i-1].kind == colon {
		if t.traits&starter != 0 {
			return false
		}
		known := t.traits&(role|group|body|document|medium|adverb|viewNoun|finite) != 0 || t.verb != nil
		return !known || i+1 < len(ts) && ts[i+1].capital() && !t.is(group)
	}
	return t.traits&starter == 0 || t.traits&(title|mediumName|bodyName) != 0 || i+1 < len(ts) && ts[i+1].capital()
}

// monthAsName reports whether a month at i is someone's name: "June Hale", "Ada May".
func monthAsName(ts []token, i int) bool {
	switch ts[i].text {
	case "Jan", "April", "May", "June", "August":
	default:
		return false
	}
	if i+1 < len(ts) && ts[i+1].kind == word && ts[i+1].text[0] <= '9' {
		return false
	}
	before := i > 0 && ts[i-1].kind == word
	if before && ts[i-1].capital() && ts[i-1].traits&(timeWord|starter|preposition|determiner) == 0 {
		return true
	}
	return !(before && ts[i-1].is(preposition|determiner|timeWord)) && i+1 < len(ts) && ts[i+1].capital() && ts[i+1].traits&(timeWord|title|role) == 0
}

// particle reports whether a lower-case word may stand within a name.
func particle(s string) bool {
	switch s {
	case "de", "la", "del", "di", "da", "dos", "du", "van", "von", "der", "den", "bin", "ibn", "al", "el", "ul", "ur", "e", "y", "ter":
		return true
	}
	return false
}

// nameEnding is the start of the run of name words that ends before to, not reaching left of from.
func nameEnding(ts []token, from, to int) int {
	i := to
	for i > from {
		switch {
		case nameLike(ts, i-1) && (i == to || !ts[i-1].possessive):
			i--
		case i < to && i-1 > from && particle(ts[i-1].lower) && nameLike(ts, i-2) && !ts[i-2].possessive:
			i -= 2
		case i < to && i-1 > from && ts[i-1].text == "&" && nameLike(ts, i-2):
			i -= 2
		default:
			return i
		}
	}
	return i
}

// kin are the words that are part of a name when a single name follows: "Aunt Ida".
var kin = language.English("roles", "kin")

// titleEnd splits a run of name words into what stands before a person's name (titles, demonyms) and the name: the index
// where the name begins; to when the run is a title alone. isBody says that the run names an organisation, and from is
// where its name begins.
func titleEnd(ts []token, from, to int) (start int, isBody bool) {
	start = from
	for i := from; i < to; i++ {
		if (ts[i].is(title) || i+1 < to && ts[i].is(role)) && !(i+2 == to && kin.Has(ts[i].lower)) {
			start = i + 1
		}
	}
	for i := start; i < to; i++ {
		if ts[i].is(bodyName|mediumName) && to-from > 1 {
			return from, true
		}
	}
	for start < to-1 && ts[start].nation != 0 && ts[start].naming != byCapital && !strings.Contains(ts[start].text, ".") {
		start++
	}
	if start == to && from < to && ts[to-1].is(bodyName|mediumName) {
		return from, true
	}
	return start, to-from == 1 && ts[from].is(mediumName)
}

// describe reads ts[from:to] as a noun phrase; ok is false when it has no word that could be its head.
func describe(ts []token, from, to int) (n noun, ok bool) {
	n, ok = describeOwner(ts, from, to)
	return n, ok && !ts[n.head].possessive
}

// describeOwner is describe for a phrase that may be possessive: "the mayor's".
func describeOwner(ts []token, from, to int) (n noun, ok bool) {
	for from < to && (ts[from].is(adverb|timeWord) && !ts[from].is(role|group) || ts[from].kind != word) {
		from++
	}
	if from >= to {
		return n, false
	}
	n = noun{from: from, to: to, head: -1}
	end := to
	for i := from + 1; i < to; i++ {
		if t := &ts[i]; t.is(preposition) || t.kind != word || t.is(subordinator) || mediating(ts, i, to) {
			if t.lower == "of" && partitive(ts, from, i) && i+1 < to {
				return describeOwner(ts, i+1, to)
			}
			end = i
			break
		}
	}
	n.head = end - 1
	if ts[n.head].traits == 0 && n.head > from && (ts[n.head-1].is(group|role) || ts[n.head-1].is(document|body) && strings.HasSuffix(ts[n.head].lower, "ed")) { // "people familiar with the matter"
		n.head--
	}
	n.nameFrom, n.nameTo = end, end
	if run := nameEnding(ts, from, end); run < end {
		n.nameFrom, n.isBody = titleEnd(ts, run, end)
		n.isBody = n.isBody || bodyOf(ts, run, end)
		if n.isBody {
			n.nameFrom = membersStart(ts, from, pairedStart(ts, from, n.nameFrom))
			n.nameTo = bodyEnd(ts, end)
			n.to = max(n.to, n.nameTo)
		}
	}
	if i := membersStart(ts, from, end-1); i < end-1 && ts[end-1].is(bodyName) && ts[end-1].capital() {
		n.nameFrom, n.nameTo, n.isBody = i, end, true
	}
	if i := end - 1; !n.named() && ts[i].is(group) && ts[i].capital() && end+1 < len(ts) && ts[end].is(preposition) && ts[end].capital() && ts[end+1].capital() {
		n.nameFrom, n.nameTo, n.isBody = i, end+2, true // "Doctors Against Hunger"
		n.to = max(n.to, n.nameTo)
	}
	if !n.named() && end+1 < to && ts[n.head].is(role|title) {
		n.nameAfter(ts, end+1, to)
	}
	for i := from; i < end; i++ {
		if ts[i].nation != 0 && n.nation == 0 && (i < n.head && ts[i].possessive || ts[i].naming == byDemonym) {
			n.nation = ts[i].nation
		}
	}
	return n, true
}

// mediating reports whether word i in -ing only tells what the noun before it does: "the envoy mediating a deal".
func mediating(ts []token, i, to int) bool {
	return strings.HasSuffix(ts[i].lower, "ing") && !ts[i].capital() && ts[i-1].traits&(role|group|body) != 0 && i+1 < to && ts[i+1].traits&(determiner|preposition) != 0
}

// nameAfter finds the name in a title with "of" or "for": "Secretary of State Ada Hale", "envoy for Syria Ada Hale".
func (n *noun) nameAfter(ts []token, from, to int) {
	run := nameEnding(ts, from, to)
	if run != from || to-run < 3 {
		return
	}
	if start, isBody := titleEnd(ts, run, to); !isBody && start > run && to-start > 1 {
		n.nameFrom, n.nameTo = start, to
	}
}

// partitive reports whether ts[from:to] before "of" only says how many: "one of the sources".
func partitive(ts []token, from, to int) bool {
	for i := from; i < to; i++ {
		switch t := &ts[i]; {
		case t.is(determiner):
		case t.lower == "number", t.lower == "group", t.lower == "majority", t.lower == "members", t.lower == "part", t.lower == "pair",
			t.lower == "couple", t.lower == "lot", t.lower == "handful", t.lower == "dozen", t.lower == "score", t.lower == "scores":
		default:
			return false
		}
	}
	return true
}

// shows reports whether word i is a finite verb, as far as its form tells: an auxiliary, a known verb, or a word in -ed
// that follows a noun.
func shows(ts []token, i int) bool {
	t := &ts[i]
	if t.kind != word {
		return false
	}
	if t.traits&(auxiliary|finite) != 0 {
		return !t.is(finite) || i == 0 || !ts[i-1].is(determiner|preposition) && !ts[i-1].possessive && ts[i-1].lower != "to"
	}
	if t.verb != nil && t.form&(past|present) != 0 {
		return i == 0 || !ts[i-1].is(determiner) && !ts[i-1].possessive && (t.form&past != 0 || !ts[i-1].is(preposition))
	}
	if i > 0 && len(t.lower) > 4 && strings.HasSuffix(t.lower, "ed") && !t.capital() {
		before := &ts[i-1]
		if before.lower == "that" || before.lower == "which" || before.lower == "who" {
			return true
		}
		return before.kind == word && !before.is(determiner|preposition|adverb) && !before.possessive && (before.capital() || before.traits == 0 || before.traits&(role|group|body|document|pronoun|bodyName) != 0)
	}
	return false
}

// hasFinite reports whether ts[from:to] has a finite verb.
func hasFinite(ts []token, from, to int) bool {
	for i := from; i < to; i++ {
		if shows(ts, i) {
			return true
		}
	}
	return false
}
