package statement

import "strings"

// Where the words of a speaker begin and end, by what leads in to them and what is set off within them.

// wordsStart is where the words begin that end at left, before their speaker: at the statement's start, or at a quotation
// that opens after a semicolon.
func wordsStart(ts []token, left int, quoted bool) int {
	for i := left - 1; quoted && i > 0; i-- {
		if ts[i].kind == openQuote {
			if ts[i-1].kind == colon {
				return i
			}
			break
		}
	}
	return afterDateline(ts)
}

// goesOnAfter reports whether the speaker's clause goes on at i, after its attribution: "The harbour, X said, was full."
func goesOnAfter(ts []token, i, left, end int) bool {
	return i < end && ts[i-1].kind == comma && !hasFinite(ts, 0, left) && ts[i].traits&(auxiliary|finite) != 0
}

// leadsIn reports whether the clause of the speaker at i only leads in to the statement's main clause: "As leaders
// condemned the attack, ...".
func leadsIn(ts []token, i int) bool {
	return i > 0 && ts[i-1].is(subordinator) && (i == 1 || i == 2 && ts[0].is(adverb|starter)) && ts[i-1].lower != "but" && ts[i-1].lower != "yet" && ts[i-1].lower != "so" && ts[i-1].lower != "what"
}

// afterDateline is the index after a dateline or an agency's name: "LAGOS, Nigeria (AP) - ", "(Reuters) - "; 0 when there
// is none.
func afterDateline(ts []token) int {
	const longest = 12
	if len(ts) > 3 && ts[1].kind == colon && number(&ts[0]) && number(&ts[2]) { // "19:05 ..."
		return 3
	}
	for i := 0; i < len(ts) && i < longest; i++ {
		switch t := &ts[i]; {
		case t.kind == dash:
			return i + 1
		case t.kind == word && !t.capital() && !t.is(timeWord) && (t.text[0] < '0' || t.text[0] > '9'),
			t.kind == openQuote, t.kind == colon, t.kind == stop && i > 0 && ts[i-1].kind != word:
			return 0
		}
	}
	return 0
}

func number(t *token) bool { return t.kind == word && t.text[0] >= '0' && t.text[0] <= '9' }

// vague reports whether nothing but a place marks the words from from on as the speaker's: they may say when or where.
func (a *attribution) vague(ts []token, from int) bool {
	return ts[from].is(preposition|subordinator) && ts[from-1].lower != "that"
}

// adverbial reports whether ts[:left] only leads in: "In Ankara, X said after the talks that".
func adverbial(ts []token, left int) bool {
	return ts[0].is(preposition|subordinator|timeWord) || ts[0].is(adverb) || participleAt(&ts[0]) || !hasFinite(ts, 0, left)
}

// participleAt reports whether a word that opens a statement is a participle, so that its clause only leads in: "Asked why,
// X said".
func participleAt(t *token) bool {
	return t.kind == word && len(t.lower) > 4 && t.traits&(role|group|body) == 0 && (strings.HasSuffix(t.lower, "ed") || strings.HasSuffix(t.lower, "ing") && t.nation == 0 && t.traits&determiner == 0)
}

// coreEnd is the end of whom, when and where after the verb: up to the next comma or quotation mark.
func coreEnd(ts []token, from, end int) int {
	for from < end && ts[from].kind == word && !ts[from].quoted {
		from++
	}
	return from
}

// relativeEnd is where the words end that a relative clause after the statement's subject gives, and the main clause goes
// on: "The man who said he saw the fire / was arrested".
func (a *attribution) relativeEnd(ts []token, from, end int) int {
	for i := a.verb - 1; i > a.core.from; i-- {
		if ts[i-1].kind == comma && (ts[i].lower == "who" || ts[i].lower == "which") {
			return asideEnd(ts, -1, from, end)
		}
	}
	seen := false
	for i := from; i < end; i++ {
		switch t := &ts[i]; {
		case t.kind != word || t.quoted || t.is(subordinator) || t.lower == "and" || t.lower == "or":
			seen = false
		case !shows(ts, i):
		case seen && !ts[i-1].is(auxiliary|adverb):
			return i
		default:
			seen = true
		}
	}
	return end
}

// asideEnd is where an aside that begins before from ends: at the next mark like the one that opened it.
func asideEnd(ts []token, opener, from, end int) int {
	want := comma
	if opener > 0 && ts[opener].is(subordinator) && ts[opener-1].kind != word {
		opener--
	}
	if opener >= 0 && ts[opener].kind == dash {
		want = dash
	}
	if opener >= 0 && ts[opener].kind == opened {
		want = closed
	}
	for i := from; i < end; i++ {
		if ts[i].kind == want && !ts[i].quoted {
			return i
		}
	}
	return end
}
