package statement

import "strings"

// A whole quotation with a comma, a question mark or an exclamation mark before its closing mark is spoken by whoever is
// the subject of the clause beside it, whatever that clause's verb is: `"It is late," Hale grinned.`, `"No!" went up the
// cry` being the exception that its subject shows. So is a quotation after a colon: `Hale throws up her hands: "No."`. No
// list of verbs of speech is ever complete; the marks and the subject are enough.

// beside finds the speaker of a quotation that no attribution of found covers.
func beside(ts []token, found []attribution) (a attribution, ok bool) {
	if a, ok = afterQuotation(ts, found); !ok {
		a, ok = beforeQuotation(ts, found)
	}
	if !ok && len(found) == 0 {
		a, ok = parenthetical(ts)
	}
	return a, ok
}

// afterQuotation reads `"...," NAME VERB` and `"...," VERB NAME`.
func afterQuotation(ts []token, found []attribution) (a attribution, ok bool) {
	open, end := leadingQuotation(ts)
	if end < 0 || covered(found, end-1) || !utterance(ts, open+1, end) {
		return a, false
	}
	from := end + 1
	if from < len(ts) && ts[from].kind == comma {
		from++
	} else if ts[end-1].kind != comma && ts[end-1].kind != dash && (ts[end-1].kind != stop || ts[end-1].text == ".") {
		return a, false
	}
	v := from
	if verbal(ts, v) && !ts[v].capital() && v+2 < len(ts) {
		switch ts[v+1].lower {
		case "in", "up", "back", "out", "on": // `"...," chimed in Hale`
			if n, to, found := inverted(ts, v+1); found && human(ts, &n) && n.named() {
				a = attribution{verb: v, who: n, core: part{v, to}}
				return a.spoken(ts, open, end), true
			}
		}
	}
	if verbal(ts, v) && !ts[v].capital() {
		if n, to, found := inverted(ts, v); found && utterances.Has(ts[n.head].lower) && !n.named() && (ts[v].lower == "came" || ts[v].lower == "comes") {
			a = attribution{verb: v, who: possessorAt(n.head), core: part{v, to}}
			a.spoken(ts, open, end)
			a.lemma = "reply"
			return a, true
		} else if found && (human(ts, &n) || ts[n.from].is(determiner) && !ts[n.head].is(document|timeWord)) {
			a = attribution{verb: v, who: n, core: part{v, to}}
			return a.spoken(ts, open, end), true
		}
	}
	const longest = 24
	relative := false
	for v = from + 1; v < min(len(ts), from+longest); v++ {
		if ts[v].kind == stop || ts[v].kind == openQuote || ts[v].is(subordinator) && ts[v-1].kind != comma && ts[v].lower != "who" && !relative {
			break
		}
		if relative && ts[v].verb != nil && ts[v].form&(past|present) != 0 { // "a man who gave his name as Hale said"
			a.lemma = ts[v].verb.lemma
			break
		}
		if !verbal(ts, v) {
			continue
		}
		n, left, found := subjectOf(ts, v)
		if !found || left != from-1 || n.carried || !human(ts, &n) {
			continue
		}
		if n.relative && ts[v-1].lower == "who" {
			relative = true
			a = attribution{verb: v, lemma: "say", who: n, core: part{from, v + 1}, content: []part{{max(open, 0), end + 1}}}
			continue
		}
		a = attribution{verb: v, who: n, core: part{from, v + 1}}
		return a.spoken(ts, open, end), true
	}
	return a, relative
}

// spoken gives a the quotation that ends before token end, and where it goes on.
func (a *attribution) spoken(ts []token, open, end int) attribution {
	a.lemma = lemmaOf(ts, a.verb)
	a.content = []part{{max(open, 0), end + 1}}
	if i := resumes(ts, a.verb+1); i > 0 {
		a.content = append(a.content, part{i, sentenceEnd(ts)})
	}
	return *a
}

// leadingQuotation is where the quotation that a statement begins with opens, -1 when it was open before, and where it
// closes, -1 for none.
func leadingQuotation(ts []token) (open, end int) {
	open = -1
	if len(ts) == 0 {
		return open, -1
	}
	if !ts[0].quoted {
		open = quotationAfterDateline(ts)
		if open < 0 {
			return open, -1
		}
	}
	for i := open + 1; i+1 < len(ts); i++ {
		if ts[i].kind == closeQuote {
			return open, i
		}
	}
	return open, -1
}

// quotationAfterDateline is the index of the quotation mark that opens a statement but for a dateline, a time or a word
// such as "But"; -1 for none.
func quotationAfterDateline(ts []token) int {
	from := afterDateline(ts)
	for i := from; i < min(len(ts), from+5); i++ {
		switch t := &ts[i]; {
		case t.kind == openQuote:
			return i
		case t.kind == word && (t.text[0] >= '0' && t.text[0] <= '9' || t.is(timeWord) || i == from && t.is(starter|adverb)), t.kind == colon, t.kind == dash, t.kind == other:
		default:
			return -1
		}
	}
	return -1
}

// utterance reports whether quoted words read as something said rather than as a title or a nickname.
func utterance(ts []token, from, to int) bool {
	words, capitals := 0, 0
	for i := from; i < to; i++ {
		switch t := &ts[i]; {
		case t.kind == stop:
			return true
		case t.kind != word:
		case t.is(pronoun) || t.traits&(auxiliary|finite) != 0 || t.traits&determiner != 0 && i > from:
			return true
		default:
			words++
			if t.capital() {
				capitals++
			}
		}
	}
	return words > 0 && (words > 3 || capitals <= 1) && capitals < max(words, 2)
}

// covered reports whether token i is among the words that attributions give a speaker.
func covered(found []attribution, i int) bool {
	for k := range found {
		for _, p := range found[k].content {
			if p.from <= i && i < p.to {
				return true
			}
		}
	}
	return false
}

// verbal reports whether the word at v may be a verb that no list has: in -ed, or in -s after a name or a pronoun.
func verbal(ts []token, v int) bool {
	if v >= len(ts) { // a statement that ends with a quotation and a comma
		return false
	}
	t := &ts[v]
	if t.kind != word || t.quoted || t.traits&(determiner|preposition|subordinator|pronoun) != 0 {
		return false
	}
	if shows(ts, v) || t.verb != nil && t.form&(past|present) != 0 {
		return true
	}
	if t.capital() || len(t.lower) < 4 {
		return false
	}
	if strings.HasSuffix(t.lower, "ed") {
		return !(v+1 < len(ts) && v > 0 && ts[v-1].is(determiner))
	}
	if !strings.HasSuffix(t.lower, "s") || strings.HasSuffix(t.lower, "ss") || v == 0 || t.traits&(group|body|role) != 0 {
		return false
	}
	before := &ts[v-1]
	return before.capital() || before.lower == "he" || before.lower == "she" || before.kind == comma || before.is(role) || before.kind == closeQuote
}

// human reports whether a phrase names someone who can speak for themselves.
func human(ts []token, n *noun) bool {
	t := &ts[n.head]
	switch {
	case n.named():
		return !t.is(timeWord)
	case t.lower == "it" || t.lower == "who":
		return false
	}
	return t.is(pronoun|role|group|body|medium|title) && !t.is(document)
}

// beforeQuotation reads `NAME does something: "..."`, `NAME: "..."` and `NAME VERB, "..."`.
func beforeQuotation(ts []token, found []attribution) (a attribution, ok bool) {
	open := 1
	for open < len(ts) && !(ts[open].kind == openQuote && (ts[open-1].kind == colon || ts[open-1].kind == comma)) {
		open++
	}
	if open+1 >= len(ts) || covered(found, open+1) || !utterance(ts, open+1, sentenceEnd(ts)) && ts[open-1].kind != colon || !quotedToEnd(ts, open) {
		return a, false
	}
	at := open - 1
	a = attribution{verb: at - 1, lemma: "say", content: []part{{open, sentenceEnd(ts)}}}
	if ts[at].kind == comma {
		return a.saidBefore(ts, at)
	}
	from := afterDateline(ts)
	for from < at && (ts[from].kind != word || ts[from].text[0] >= '0' && ts[from].text[0] <= '9') {
		from++
	}
	for v := at - 1; v > from; v-- {
		if ts[v].quoted || !verbal(ts, v) {
			continue
		}
		if passiveAt(ts, v) {
			return a, false
		}
		n, left, found := subjectOf(ts, v)
		if !found || n.carried || left >= from && !ts[left].is(subordinator) && ts[left].kind != comma {
			continue
		}
		if !human(ts, &n) {
			return a, false
		}
		a.who, a.core = n, part{left + 1, at}
		if t := &ts[at-1]; t.verb != nil || verbal(ts, at-1) {
			a.lemma = lemmaOf(ts, at-1)
		}
		return a, true
	}
	if w := ts[from].lower; w == "here's" || w == "here" && from+1 < at && ts[from+1].is(beForm) { // "Here's our correspondent, Ada Hale:"
		for from++; from < at && ts[from].is(beForm|determiner); from++ {
		}
		c := from
		for c < at && ts[c].kind == word {
			c++
		}
		if n, ok := describe(ts, from, c); ok && human(ts, &n) {
			nameFromAside(ts, &n, min(c+1, at), at)
			a.who, a.core = n, part{from, at}
			return a, true
		}
		return a, false
	}
	const longest = 9
	if from >= at || at-from > longest || hasFinite(ts, from, at) {
		return a, false
	}
	n, ok := describe(ts, from, at)
	a.who, a.core = n, part{from, at}
	return a, ok && human(ts, &n) && n.to >= at
}

// passiveAt reports whether the verb at v, which no list may have, is passive.
func passiveAt(ts []token, v int) bool {
	j := v - 1
	for j >= 0 && ts[j].is(adverb) {
		j--
	}
	return j >= 0 && ts[j].is(beForm)
}

// saidBefore reads `NAME VERB, "..."` and `, VERBing, "..."` whose comma is at.
func (a *attribution) saidBefore(ts []token, at int) (attribution, bool) {
	v := at - 1
	if v < 1 || ts[v].quoted || ts[v].kind != word {
		return *a, false
	}
	if strings.HasSuffix(ts[v].lower, "ing") {
		a.lemma = lemmaOf(ts, v)
		const longest = 6
		for k := v - 2; k > 0 && k > v-longest; k-- { // "with one neighbour complaining"
			if ts[k].lower == "with" {
				n, ok := describe(ts, k+1, v)
				a.who, a.core = n, part{k, at}
				return *a, ok
			}
		}
		return *a, false
	}
	if !verbal(ts, v) {
		return *a, false
	}
	n, left, ok := subjectOf(ts, v)
	if !ok || n.carried || !human(ts, &n) {
		return *a, false
	}
	a.who, a.core, a.lemma = n, part{left + 1, at}, lemmaOf(ts, v)
	return *a, true
}

// quotedToEnd reports whether from the quotation mark at open on all is quoted.
func quotedToEnd(ts []token, open int) bool {
	for i := open + 1; i < len(ts); i++ {
		if ts[i].kind == word && !ts[i].quoted {
			return false
		}
	}
	return true
}
