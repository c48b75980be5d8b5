package statement

// afterAddressee is the index after whom the speaker told: "told the Herald it was", "told reporters that".
func afterAddressee(ts []token, r, end int) int {
	i := r
	switch {
	case i >= end || ts[i].kind != word || ts[i].lower == "that" || ts[i].is(preposition):
		return i
	case thatSoon(ts, i, end) > 0:
		return thatSoon(ts, i, end)
	case ts[i].is(mediumName) && ts[i].capital() && i+1 < end && ts[i+1].capital() && !ts[i+1].is(mediumName|bodyName|medium):
		return i + 1
	case ts[i].is(pronoun), ts[i].lower == "him", ts[i].lower == "them", ts[i].lower == "me", ts[i].lower == "us", ts[i].lower == "her" && !(i+1 < end && ts[i+1].kind == word && !ts[i+1].is(determiner)):
		return i + 1
	}
	for i < end && ts[i].is(determiner) && i < r+2 {
		i++
	}
	named := false
	for i < end && ts[i].kind == word && !ts[i].quoted && !ts[i].is(subordinator|preposition|auxiliary|pronoun|timeWord) {
		if i > r && ts[i].is(determiner) || named && !ts[i].capital() && ts[i].traits&(role|group|body|medium|mediumName) == 0 {
			break
		}
		if i > r && !ts[i].capital() && ts[i-1].is(group) && !ts[i-1].possessive {
			break
		}
		if ts[i].capital() && i > r && !named && ts[i-1].is(group) {
			break
		}
		named = named || ts[i].capital()
		i++
	}
	for i+1 < end && (ts[i].lower == "in" || ts[i].lower == "at" || ts[i].lower == "of" || ts[i].lower == "from" || ts[i].lower == "after" || ts[i].lower == "by") {
		j := i + 1
		for j < end && ts[j].kind == word && !ts[j].is(subordinator|preposition|auxiliary|pronoun) && (j == i+1 || !ts[j].is(determiner)) && ts[j].lower != "that" {
			j++
		}
		i = j
	}
	return i
}

// followsAddressee reports whether a new phrase begins at i, so that what stands before it was whom the speaker warned;
// otherwise it is the subject of what they warned of.
func followsAddressee(ts []token, i, end int) bool {
	if i >= end {
		return false
	}
	t := &ts[i]
	switch t.lower {
	case "that", "to", "of", "about", "against", "not":
		return true
	}
	return t.kind != word || t.is(determiner|pronoun) || t.capital()
}

// thatSoon is the index of a "that" which only whom the speaker addresses separates from r; 0 for none.
func thatSoon(ts []token, r, end int) int {
	const longest = 10
	for i := r; i < min(end, r+longest); i++ {
		if ts[i].lower == "that" && i+1 < end {
			return i
		}
		if ts[i].kind != word || shows(ts, i) || ts[i].is(pronoun) {
			return 0
		}
	}
	return 0
}

// afterTime is the index after words that say when: "on Friday", "last month".
func afterTime(ts []token, r, end int) int {
	i := r
	for i < end && ts[i].kind == word && !ts[i].quoted {
		t := &ts[i]
		switch {
		case t.is(timeWord) || t.text[0] >= '0' && t.text[0] <= '9' && i > r && ts[i-1].is(timeWord):
			i++
			continue
		case (t.lower == "on" || t.lower == "in" || t.lower == "at" || t.lower == "this" || t.lower == "late" || t.lower == "earlier") && i+1 < end && ts[i+1].is(timeWord):
			i += 2
			continue
		case t.is(adverb) && t.traits&(determiner|preposition) == 0:
			i++
			continue
		}
		break
	}
	return i
}
