package statement

// Objects that are what was said: "denied the attack", "called it a farce", "put the cost at 40 million".

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
		return t.lower == "at" || t.lower == "against" || t.lower == "of"
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
	for i := r; i < end && i < r+5 && ts[i].kind != openQuote; i++ {
		if ts[i].is(calledThing) && !quotedSoon(ts, i+1, end) || i == r && ts[i].is(preposition) {
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

// quotedSoon reports whether a quotation begins at r, or after a word more.
func quotedSoon(ts []token, r, end int) bool {
	for i := r; i < min(end, r+2); i++ {
		if ts[i].kind == openQuote {
			return true
		}
	}
	return false
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
