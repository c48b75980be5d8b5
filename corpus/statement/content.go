package statement

import (
	"slices"
	"strings"
)

// complete finds what the speaker says: after the verb, or before the speaker, or both. It is false when the verb turns
// out to report nothing: "added five jobs".
func (a *attribution) complete(ts []token, v, left int) bool {
	u := ts[v].verb.use
	end := sentenceEnd(ts)
	if v+1 >= end && (ts[v].verb.lemma == "tell" || ts[v].verb.lemma == "inform" || ts[v].verb.lemma == "remind") {
		return false // "..., inquest told": it was
	}
	quoteBefore := left >= 0 && ts[left].kind == closeQuote || left > 0 && ts[left].kind == comma && ts[left-1].kind == closeQuote
	wordsBefore := !a.gerund && left > 0 && !a.who.carried && !a.who.relative &&
		(ts[left].kind == comma || ts[left].kind == closeQuote || ts[left].kind == stop || ts[left].kind == dash && !a.aside)
	if quoteBefore && !ts[0].quoted && ts[0].kind != openQuote && v+1 < end && startsClause(ts, v+1, end) {
		quoteBefore = false // the quotation only leads in: `Calling it "a triumph," X said it would`
	}
	from, found := a.after(ts, v, end, quoteBefore || wordsBefore && !adverbial(ts, left))
	if found && leadsIn(ts, a.core.from) {
		end = asideEnd(ts, -1, from, end)
	}
	if found && wordsBefore && !quoteBefore && from > 0 && ts[from-1].kind == comma && (goesOnQuoted(ts, from, end) || left > 0 && ts[left-1].is(beForm)) && !adverbialStart(ts) {
		a.content = []part{{wordsStart(ts, left, false), trimmed(ts, left)}, {from, end}} // `The dealer, Hale said, "asked no questions"`
		return true
	}
	if found && !quoteBefore && !(wordsBefore && adverbial(ts, left) && hasFinite(ts, 0, left) && a.vague(ts, from)) {
		if a.aside {
			end = asideEnd(ts, a.core.from-1, from, end)
		}
		if a.who.relative && !a.aside {
			end = a.relativeEnd(ts, from, end)
		}
		a.content = []part{{from, end}}
		return true
	}
	if u&clause == 0 || u&spoken != 0 && !quoteBefore || !wordsBefore || !hasWords(ts, 0, left) || !quoteBefore && (ts[0].traits&(preposition|subordinator|timeWord|adverb) != 0 || participleAt(&ts[0])) && !hasFinite(ts, 0, left) {
		if found {
			a.content = []part{{from, end}}
		}
		return found
	}
	if u&thought != 0 && !quoteBefore && !hasFinite(ts, 0, left) {
		return false
	}
	a.content = []part{{wordsStart(ts, left, quoteBefore), trimmed(ts, left)}}
	if i := resumes(ts, v+1); i > 0 {
		a.core.to = i
		a.content = append(a.content, part{i, end})
	} else if found && ts[from-1].lower == "that" {
		a.content = append(a.content, part{from, end})
	} else {
		a.core.to = max(a.core.to, coreEnd(ts, v+1, end))
		if i := a.core.to + 1; !quoteBefore && goesOnAfter(ts, i, left, end) {
			a.content = append(a.content, part{i, end})
		}
	}
	return true
}

// after is where the speaker's words begin after the verb at v. said says that words stand before the speaker, so that
// what follows the verb may only say when and where.
func (a *attribution) after(ts []token, v, end int, said bool) (from int, found bool) {
	u := ts[v].verb.use
	r := beyond(ts, v, end)
	if r >= end {
		return r, false
	}
	a.core.to = max(a.core.to, r)
	if from, found, sure := introduced(ts, u, r, end, said); sure {
		return from, found
	}
	switch t := &ts[r]; {
	case u&object != 0 && !said && objects(ts, u, r, end):
		return r, true
	case u&clause == 0:
		return r, false
	case t.traits&(preposition|subordinator) != 0, t.is(adverb) && !t.is(determiner), t.lower == "shortly":
		if i := marker(ts, r, end); i > 0 && !said {
			return i, true
		}
		return r, !said && u&needsThat == 0 && u&strong != 0 && hasFinite(ts, r+1, end)
	case u&spoken != 0, u&needsThat != 0 && !bareClause(ts, r, end) && !remembers(ts, v, r), said && !startsClause(ts, r, end):
		return r, false
	case a.core.from > 0 && ts[a.core.from-1].is(subordinator) && shows(ts, r): // "which doctors say may"
		return r, true
	}
	return r, plainClause(ts, v, r, end, said)
}

// goesOnQuoted reports whether the clause before a speaker goes on in the quotation at r: `The dealer, Hale said, "asked no
// questions".`
func goesOnQuoted(ts []token, r, end int) bool {
	if ts[r].kind != openQuote || r+1 >= end {
		return false
	}
	t := &ts[r+1]
	return t.traits&(auxiliary|finite) != 0 || t.verb != nil && t.form&past != 0 || t.traits == 0 && strings.HasSuffix(t.lower, "ed")
}

// adverbialStart reports whether a statement begins with words that only lead in.
func adverbialStart(ts []token) bool {
	return ts[0].is(preposition|subordinator|timeWord|adverb) || participleAt(&ts[0])
}

// bareClause reports whether a clause begins at r that can be nothing but what is said, though no "that" introduces it:
// "maintained it was late", but "maintained the ties it had".
func bareClause(ts []token, r, end int) bool {
	for i := r + 1; i < min(end, r+8) && ts[i].kind == word && !ts[i].is(subordinator|pronoun) && ts[i].lower != "and"; i++ {
		if ts[i].is(auxiliary) {
			return ts[r].is(pronoun|determiner) || ts[r].capital() || ts[r].lower == "there"
		}
	}
	return false
}

// beyond is the index after whom the verb at v addresses and when: "told reporters on Monday". At end there is nothing
// that could be said.
func beyond(ts []token, v, end int) int {
	u, r := ts[v].verb.use, v+1
	if ts[v].verb.lemma == "point" {
		if r >= end || ts[r].lower != "out" && ts[r].lower != "to" {
			return end
		}
		r++
	}
	switch {
	case u&out != 0 && r < end && ts[r].lower == "of" && ts[v].verb.lemma == "speak":
		return r
	case u&out != 0:
		if r >= end || ts[r].lower != "out" {
			return end
		}
		r++
	case u&backed != 0:
		if r+1 >= end || ts[r].lower != "back" || ts[r+1].lower != "that" && ts[r+1].kind != openQuote && ts[r+1].kind != colon && ts[r+1].kind != comma {
			return end
		}
		r++
	case ts[v].verb.lemma == "credit":
		if !slices.ContainsFunc(ts[min(r, end):min(end, r+8)], func(t token) bool { return t.lower == "with" }) {
			return end
		}
	case ts[v].verb.lemma == "pay":
		if r+2 >= end || ts[r].lower != "tribute" || ts[r+1].lower != "to" {
			return end
		}
		return r + 2
	}
	if u&addressee != 0 {
		if i := afterAddressee(ts, r, end); u&object == 0 || followsAddressee(ts, i, end) {
			r = i
		}
	}
	r = afterTime(ts, r, end)
	for r+1 < end && endsLy(&ts[r]) && (ts[r+1].lower == "that" || ts[r+1].kind == openQuote) {
		r++
	}
	return r
}

// introduced looks for what introduces the words of a speaker at r: "that", a mark, a question word, "to". sure says that
// there is no need to look further.
func introduced(ts []token, u use, r, end int, said bool) (from int, found, sure bool) {
	const farthest = 16
	t, more := &ts[r], r+1 < end
	switch {
	case t.lower == "that" && more && (u&clause != 0 || u&object != 0 && !ts[r+1].is(viewNoun|group|body)):
		return r + 1, true, true
	case t.kind == openQuote:
		return r, u&clause != 0 || objects(ts, u, r, end), true
	case t.kind == colon && more:
		return r + 1, u&clause != 0 && (!said || ts[r+1].kind == openQuote), true
	case t.kind == comma && more && ts[r+1].kind == openQuote && u&clause != 0:
		return r + 1, true, true
	case t.kind != word: // "said, in a speech that was brief, that ..."
		i := marker(ts, r+1, end)
		return i, i > 0 && i-r < farthest && (t.kind == dash || t.kind == comma) && !said && u&clause != 0, true
	case questionWord(t.lower) && u&clause != 0 && !said:
		return r, t.lower == "whether" || (t.lower == "if") == (u&needsThat != 0) && hasFinite(ts, r+1, end), true
	case u&infinitive != 0 && t.lower == "to" && !said:
		return r, true, true
	case u&thought != 0 && !said && judgesOf(ts, r, end):
		return r, true, true
	case t.lower == "with" && ts[r-1].verb != nil && ts[r-1].verb.lemma == "plead": // "pleaded with ministers to act"
		for i := r + 1; i+1 < end && i < r+farthest && ts[i].kind == word; i++ {
			if ts[i].lower == "to" {
				return i, true, true
			}
		}
	case denied(ts, r, end):
		return r, false, true
	}
	return r, false, false
}

func questionWord(w string) bool {
	switch w {
	case "whether", "if", "how", "why", "what", "where", "who", "when":
		return true
	}
	return false
}

// plainClause reports whether a clause that nothing introduces begins at r: "said it was late".
func plainClause(ts []token, v, r, end int, said bool) bool {
	u := ts[v].verb.use
	switch lemma := ts[v].verb.lemma; {
	case lemma == "add": // "added it was late", but "added 500 jobs and moved"
		to := r + 1
		for to < end && ts[to].kind == word && ts[to].lower != "and" {
			to++
		}
		return hasFinite(ts, r+1, to)
	case u&strong == 0 && ts[r].lower != "there":
		return remembers(ts, v, r) || hasFinite(ts, r+1, clauseEnd(ts, r+1, end))
	case lemma == "say" && end-r < 4 && (ts[r].is(determiner) && numeral(&ts[r]) || ts[r].text[0] >= '0' && ts[r].text[0] <= '9'): // "the hospital said three"
		return !said
	case lemma == "say", lemma == "tell", lemma == "insist": // whatever its verb is
		return !said && end-r > 4 || hasFinite(ts, r+1, end)
	}
	return hasFinite(ts, r+1, end)
}

// remembers reports whether a verb takes at r what someone did or heard in -ing: "recalled finding it".
func remembers(ts []token, v, r int) bool {
	switch ts[v].verb.lemma {
	case "report", "recall", "remember", "admit", "acknowledge", "recount":
		return strings.HasSuffix(ts[r].lower, "ing") && ts[r].traits&(role|group|body|timeWord|determiner) == 0
	}
	return false
}

// asideWithin is the index after an aside of a few words that begins with the comma at i, 0 for none: "the cat, Monty, is".
func asideWithin(ts []token, i, end int) int {
	const longest = 5
	for k := i + 1; k < min(end-1, i+longest); k++ {
		if ts[k].kind == comma {
			if ts[k+1].traits&(auxiliary|finite) != 0 {
				return k + 1
			}
			return 0
		}
	}
	return 0
}

// clauseEnd is where the first clause from r on may end: at a comma or a word that opens another.
func clauseEnd(ts []token, r, end int) int {
	for r < end && (ts[r].kind == word || ts[r].kind == comma && asideWithin(ts, r, end) > 0) && (!ts[r].is(subordinator) || ts[r].lower == "who" || ts[r].lower == "that" || ts[r].lower == "which") {
		r++
	}
	return r
}

// startsClause reports whether a clause with its own subject begins at r.
func startsClause(ts []token, r, end int) bool {
	return ts[r].traits&(preposition|timeWord|adverb|subordinator) == 0 && hasFinite(ts, r+1, min(end, r+12))
}

// marker is where words begin that "that" or a quotation mark introduces in ts[r:end], 0 for none.
func marker(ts []token, r, end int) int {
	for i := r; i+1 < end; i++ {
		switch t := &ts[i]; {
		case t.kind == word && !t.quoted && t.lower == "that":
			return i + 1
		case (t.kind == comma || t.kind == colon) && ts[i+1].kind == openQuote:
			return i + 1
		case t.kind == openQuote:
			for i+1 < end && ts[i].kind != closeQuote {
				i++
			}
		}
	}
	return 0
}
