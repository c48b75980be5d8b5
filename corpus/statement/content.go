package statement

import "strings"

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
	case u&spoken != 0, u&needsThat != 0 && !bareClause(ts, r, end), said && !startsClause(ts, r, end):
		return r, false
	case a.core.from > 0 && ts[a.core.from-1].is(subordinator) && shows(ts, r): // "which doctors say may"
		return r, true
	}
	return r, plainClause(ts, v, r, end, said)
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
	if u&out != 0 {
		if r >= end || ts[r].lower != "out" {
			return end
		}
		r++
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

// judgesOf reports whether "him a fool" or the like begins at r.
func judgesOf(ts []token, r, end int) bool {
	switch ts[r].lower {
	case "him", "her", "them", "it", "himself", "herself", "themselves":
		return r+1 < end && (ts[r+1].lower == "a" || ts[r+1].lower == "an" || ts[r+1].lower == "the" || ts[r+1].kind == openQuote)
	}
	return false
}

// denied reports whether what begins at r says that nothing was said: "has said neither when nor how", "said little".
func denied(ts []token, r, end int) bool {
	switch ts[r].lower {
	case "neither":
		return r+1 < end && (questionWord(ts[r+1].lower) || ts[r+1].lower == "that")
	case "nothing", "little", "anything", "whether", "no":
		return ts[r].lower != "whether" && !hasFinite(ts, r+1, end)
	}
	return false
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
		heard := lemma == "report" && ts[r].verb == nil && strings.HasSuffix(ts[r].lower, "ing") // "reported hearing"
		return heard || hasFinite(ts, r+1, clauseEnd(ts, r+1, end))
	case lemma == "say", lemma == "tell", lemma == "insist": // whatever its verb is
		return !said && end-r > 4 || hasFinite(ts, r+1, end)
	}
	return hasFinite(ts, r+1, end)
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

// objects reports whether ts[r:end] can be the object of a verb that is used as u says.
func objects(ts []token, u use, r, end int) bool {
	t := &ts[r]
	switch {
	case u&object == 0 || r >= end:
		return false
	case u&needsView != 0:
		for i := r; i < min(end, r+8); i++ {
			if ts[i].is(viewNoun) || ts[i].kind == openQuote || ts[i].lower == "as" {
				return true
			}
		}
		return false
	case u&firmly != 0:
		return judges(ts, r, end)
	case u&out != 0:
		return t.lower == "at" || t.lower == "against"
	case u&definite != 0 && t.kind == word:
		return definiteAt(ts, r)
	case u&figure != 0:
		return figureSoon(ts, r, end)
	}
	return t.kind == openQuote || t.kind == word && t.lower != "to" && (!t.is(preposition) || t.lower == "against" || t.lower == "about" || t.lower == "of") &&
		!t.is(subordinator) && !t.is(adverb) || t.kind == word && t.lower == "as"
}

// definiteAt reports whether the phrase at r means something known: "the vote", "Hale", "it".
func definiteAt(ts []token, r int) bool {
	switch t := &ts[r]; t.lower {
	case "the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "him", "them", "himself", "herself", "itself", "themselves":
		return true
	default:
		return t.is(pronoun) || t.possessive || t.capital() && !t.is(timeWord)
	}
}

// figureSoon reports whether ts[r:end] has "at" with a figure or a quotation after it: "the cost at 40 million".
func figureSoon(ts []token, r, end int) bool {
	const longest = 14
	for i := r; i+1 < min(end, r+longest); i++ {
		if ts[i].lower != "at" {
			continue
		}
		switch t := &ts[i+1]; t.lower {
		case "about", "around", "nearly", "almost", "more", "less", "over", "under", "between", "some", "roughly", "least":
			return true
		default:
			return t.kind == openQuote || t.text[0] >= '0' && t.text[0] <= '9' || numeral(t) && t.is(determiner) || t.kind == other
		}
	}
	return false
}

// judges reports whether what follows "call" or "appeal" is a demand or a judgement rather than a telephone call.
func judges(ts []token, r, end int) bool {
	switch ts[r].lower {
	case "for", "on", "upon":
		return r+1 < end
	case "to":
		return ts[r-1].verb != nil && ts[r-1].verb.lemma == "appeal" && r+1 < end
	}
	if ts[r-1].verb == nil || ts[r-1].verb.lemma != "call" {
		return false
	}
	names := true
	for i := r; i < end && i < r+5; i++ {
		if ts[i].is(calledThing) || i == r && ts[i].is(preposition) {
			return false
		}
	}
	for i := r; i < end; i++ {
		if ts[i].kind == openQuote {
			return true
		}
		if !ts[i].capital() {
			names = false
		}
	}
	if names || ts[r].capital() && (r+2 >= end || ts[r+1].kind != word || shows(ts, r+1)) {
		return false
	}
	return end-r >= 3 || ts[r].is(pronoun) || end-r >= 2 && ts[r].is(determiner)
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
