package statement

import "strings"

// The names of organisations run over words that no person's name has: "Institute of Public Health", "the Food and Drug
// Administration", "the Anglers' Union".

// bodyOf reports whether "of", "for" or the like makes ts[from:to] an organisation's name: "Bank of Somewhere", "Doctors
// Against Hunger"; after "the" also of words that the lexicon does not know, "the Friendship Circle of Oslo", but not of a
// role, "the President of Norway".
func bodyOf(ts []token, from, to int) bool {
	for i := from + 1; i < to; i++ {
		if ts[i].text == "&" { // "Hale & Sons"
			return true
		}
	}
	last := &ts[to-1]
	if last.is(role|title) && !last.is(body) || last.possessive {
		return false
	}
	known := last.is(bodyName|body|group) || from > 0 && ts[from-1].lower == "the"
	return known && bodyEnd(ts, to) > to
}

// bodyEnd extends an organisation's name that ends before end over "of" and "for": "Institute of Public Health".
func bodyEnd(ts []token, end int) int {
	for end+1 < len(ts) && bindsName(ts, end) {
		i := end + 1
		if ts[i].lower == "the" && i+1 < len(ts) {
			i++
		}
		j := i
		for j < len(ts) && (ts[j].capital() || j > i && joinsName(ts, j)) && !ts[j].is(timeWord) && (j == i || !ts[j-1].possessive) {
			j++
		}
		if j == i {
			break
		}
		end = j
	}
	return end
}

// bindsName reports whether the word at i binds the parts of a body's name: "Institute of", "Council on", "Mission in".
func bindsName(ts []token, i int) bool {
	before := &ts[i-1]
	if before.possessive || before.is(timeWord) {
		return false
	}
	switch ts[i].lower {
	case "of", "for", "against", "without", "on":
		return true
	case "in":
		return inBody[before.lower]
	case "to":
		return toBody[before.lower]
	}
	return false
}

var (
	inBody = map[string]bool{"mission": true, "force": true, "command": true, "cooperation": true, "co-operation": true, "operation": true, "development": true}
	toBody = map[string]bool{"committee": true, "campaign": true, "coalition": true, "movement": true, "mission": true, "embassy": true, "delegation": true}
)

// joinsName reports whether "and" at j joins parts of a body's name: "Trade and Industry".
func joinsName(ts []token, j int) bool {
	return (ts[j].lower == "and" || ts[j].text == "&") && ts[j-1].nation == 0 && j+1 < len(ts) && ts[j+1].capital() && ts[j+1].traits&(title|role) == 0
}

// pairedStart is where a body's name begins that "and" runs through: "the Food and Drug Administration". Two bodies have an
// article each, or none.
func pairedStart(ts []token, from, start int) int {
	i := start - 1
	if i < from+2 || ts[i].lower != "and" || ts[from].lower != "the" {
		return start
	}
	for i--; i > from; i-- {
		if !ts[i].capital() || ts[i].is(bodyName|title) || ts[i].nation != 0 {
			return start
		}
	}
	return from + 1
}

// membersStart is where a body's name begins that names its members: "the Anglers' Union".
func membersStart(ts []token, from, start int) int {
	if i := start - 1; i > from && ts[i].possessive && ts[i].capital() && ts[i].nation == 0 && ts[i-1].lower == "the" &&
		(strings.HasSuffix(ts[i].lower, "s") || strings.HasSuffix(ts[i].lower, "men") || ts[i].lower == "people" || ts[i].lower == "children") {
		return i
	}
	return start
}
