package statement

import "strings"

// Who does what a verb says is found from the verb's place alone, without a parser: the noun phrase before it, across
// adverbs, auxiliaries and what commas set off; or after it ("..., said X"); or the subject of the clause before ("and
// added"). A trained parser would find more, and would weigh more than the whole program; the patterns here cover how
// newsrooms attribute, and where none fits there is no voice rather than a wrong one.

// subjectOf is the noun phrase that is the subject of the verb at v. left is the index of the token before all that
// belongs to the subject and its verb.
func subjectOf(ts []token, v int) (n noun, left int, ok bool) {
	j := v - 1
	for j >= 0 && ts[j].kind == word && ts[j].traits&(auxiliary|adverb) != 0 && !ts[j].is(role|group) && !ts[j].quoted && !(j > 0 && ts[j].capital()) || j >= 0 && endsLy(&ts[j]) {
		j--
	}
	if j < 0 {
		return n, j, false
	}
	switch ts[j].kind {
	case comma, dash:
		if n, left, ok = beforeAside(ts, j); ok {
			return n, left, true
		}
		return n, j, false
	case closed:
		if k := beforeBracket(ts, j); k >= 0 {
			return adjacent(ts, k)
		}
		return n, j, false
	case closeQuote:
		if n, left, ok = quotedSubject(ts, j); !ok && j > 0 && ts[j-1].kind == comma {
			n, left, ok = beforeAside(ts, j-1)
		}
		return n, left, ok
	case word:
		if n, left, ok = whoSubject(ts, j); ok {
			return n, left, ok
		}
		n, left, ok = adjacent(ts, j)
		if ok && !n.carried && !n.named() {
			left = n.openAside(ts, left)
		}
		return n, left, ok
	}
	return n, j, false
}

func endsLy(t *token) bool {
	return t.kind == word && !t.quoted && len(t.lower) > 4 && strings.HasSuffix(t.lower, "ly") && !t.capital() && t.traits&(role|group|body|medium) == 0
}

// adjacent reads the noun phrase whose last word is j.
func adjacent(ts []token, j int) (n noun, left int, ok bool) {
	k := phraseStart(ts, j)
	if k > j { // nothing before the verb but "and", "who" or a verb
		if k > 0 && ts[k-1].kind == word {
			switch ts[k-1].lower {
			case "and", "but", "or", "then", "yet":
				return noun{carried: true}, k - 1, true
			case "who":
				return antecedent(ts, k-1, true)
			case "which":
				return antecedent(ts, k-1, false)
			}
		}
		return n, k - 1, false
	}
	if ts[k].is(preposition) && ts[k].lower != "about" && ts[k].lower != "over" {
		if k = afterAdverbial(ts, k, j); ts[k].is(preposition) {
			return n, k - 1, false
		}
	}
	if k > 0 && ts[k-1].is(auxiliary) || ts[j+1].form&base != 0 && ts[j+1].form&past == 0 && helps(ts, k, j) {
		return n, k - 1, false // an object, and what it shall do
	}
	n, ok = describe(ts, k, j+1)
	return n, k - 1, ok
}

// antecedent is the noun phrase that the relative pronoun at i stands for; people is false for "which", which needs a
// comma before it and a body or a text that can speak.
func antecedent(ts []token, i int, people bool) (n noun, left int, ok bool) {
	e := i - 1
	if e >= 0 && ts[e].kind == comma {
		e--
	} else if !people {
		return n, i, false
	}
	if e = beforeBracket(ts, e); e < 0 || ts[e].kind != word {
		return n, i, false
	}
	for k := phraseStart(ts, e); k <= e; k++ { // "rejected on Friday by the firm, which said"
		if n, ok = describe(ts, k, e+1); ok && refers(ts, &n, people) {
			n.relative = true
			return n, k - 1, true
		}
		for k < e && !ts[k].is(preposition) {
			k++
		}
	}
	return n, i, false
}

// refers reports whether a relative pronoun may stand for the phrase n.
func refers(ts []token, n *noun, people bool) bool {
	t := &ts[n.head]
	switch {
	case t.is(timeWord) && !n.named(), ts[n.from].is(preposition):
		return false
	case people:
		return n.named() || speaks(ts, n, 0) || ts[n.from].is(determiner)
	}
	return n.isBody || n.nation != 0 || t.is(body|group|medium|document) || n.named() && !t.is(role)
}

// helps reports whether ts[k:j] has a verb that takes another without "to": "help doctors decide".
func helps(ts []token, k, j int) bool {
	for i := k; i < j; i++ {
		switch ts[i].lower {
		case "to", "help", "helps", "helping", "helped", "let", "lets", "letting", "make", "makes", "making", "made", "have", "having":
			return true
		}
	}
	return false
}

// phraseStart is the index of the first word of the noun phrase that ends at j; j+1 when there is none.
func phraseStart(ts []token, j int) int {
	k := j
	for k >= 0 {
		t := &ts[k]
		switch {
		case t.kind == closed:
			for k > 0 && ts[k].kind != opened {
				k--
			}
		case t.kind != word || t.quoted || t.is(subordinator):
			return k + 1
		case t.lower == "and" || t.lower == "or":
			if k == j || !joins(ts, k) {
				return k + 1
			}
		case k < j && k > 0 && t.is(determiner) && ts[k-1].kind == word && ts[k-1].traits&(preposition|determiner) == 0 && ts[k-1].lower != "and" && ts[k-1].lower != "or" && !numeral(t) && !strings.HasSuffix(ts[k-1].lower, "ing"):
			return k
		case k < j && shows(ts, k) && !participleOf(ts, k, j), k == j && t.is(auxiliary):
			return k + 1
		}
		k--
	}
	return 0
}

// numeral reports whether a determiner is a number, which may follow other words of its phrase.
func numeral(t *token) bool {
	switch t.lower {
	case "the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your", "some", "several", "many", "most", "another":
		return false
	}
	return true
}

// participleOf reports whether a word in -ed describes the noun after it: "retired", "unnamed".
func participleOf(ts []token, k, j int) bool {
	t := &ts[k]
	return k < j && strings.HasSuffix(t.lower, "ed") && (k == 0 || ts[k-1].is(determiner) || ts[k-1].kind != word) && ts[k+1].kind == word && !ts[k+1].is(preposition)
}

// joins reports whether "and" at k joins two noun phrases ("police and a teacher") rather than two clauses.
func joins(ts []token, k int) bool {
	i := k - 1
	for i >= 0 && ts[i].kind == word && !ts[i].quoted && !ts[i].is(subordinator) && k-i < 8 {
		if shows(ts, i) || ts[i].lower == "and" {
			return false
		}
		i--
	}
	if i+1 == k || i >= 0 && ts[i].kind == comma && i+2 < k && i > 0 {
		return i+1 < k && !ts[i+1].is(preposition)
	}
	return !ts[i+1].is(preposition)
}

// afterAdverbial is where the noun phrase begins in ts[k:j+1], which begins with a preposition: "In Ankara Hale said".
func afterAdverbial(ts []token, k, j int) int {
	if run := nameEnding(ts, k+1, j+1); run <= j && run > k+1 && !ts[run-1].is(preposition) {
		i := run
		for i-1 > k && ts[i-1].traits&(role|body|determiner) != 0 {
			i--
		}
		return i
	}
	for i := j; i > k+1; i-- {
		if ts[i].is(determiner) && !ts[i-1].is(preposition) {
			return i
		}
	}
	if ts[j].is(pronoun | group) {
		return j
	}
	return k
}

// quotedSubject is a short phrase in quotation marks that names people: `"sources close to the talks" say`.
func quotedSubject(ts []token, j int) (n noun, left int, ok bool) {
	k := j - 1
	for k >= 0 && ts[k].kind != openQuote {
		k--
	}
	if k < 0 || j-k > 8 || j-k < 2 || !ts[j-1].quoted || ts[j-1].kind != word {
		return n, j, false
	}
	n, ok = describe(ts, k+1, j)
	if !ok || n.named() || !ts[n.head].is(group) || hasFinite(ts, k+1, j) {
		return n, j, false
	}
	return n, k - 1, true
}

// inverted is the subject after the verb at v: `"...," said X`. end is the index after it.
func inverted(ts []token, v int) (n noun, end int, ok bool) {
	i := v + 1
	for i < len(ts) && ts[i].kind == word && !ts[i].quoted && !ts[i].is(subordinator) {
		if i > v+1 && (shows(ts, i) && !participleOf(ts, i, len(ts)-1) || (ts[i].is(timeWord) && !ts[i].is(adverb) && ts[i].capital())) {
			break
		}
		i++
	}
	adjective := v+2 < len(ts) && strings.HasSuffix(ts[v+1].lower, "ed") && ts[v+2].kind == word && ts[v+2].traits&(determiner|preposition|subordinator|pronoun) == 0 // "said retired teacher Hale"
	if i == v+1 || ts[v+1].is(preposition|timeWord) || shows(ts, v+1) && !ts[v+1].capital() && !adjective {
		return n, v, false
	}
	if i < len(ts) && shows(ts, i) && !(ts[v-1].kind == closeQuote && strings.HasSuffix(ts[i].lower, "ed")) {
		return n, v, false
	}
	if n, ok = describe(ts, v+1, i); !ok || !speaks(ts, &n, strong) {
		return n, v, false
	}
	end = i
	if i < len(ts) && ts[i].kind == comma && !n.named() {
		e := i + 1
		for e < len(ts) && ts[e].kind == word {
			e++
		}
		nameFromAside(ts, &n, i+1, e)
	}
	return n, end, true
}

// speaks reports whether a phrase may name who speaks, for a verb used as use says.
func speaks(ts []token, n *noun, u use) bool {
	if (n.carried || n.named()) && u&written == 0 {
		return true
	}
	t := &ts[n.head]
	if u&written != 0 {
		return !n.carried && t.is(document) && !n.named()
	}
	if t.is(document) && !t.is(body) {
		return u&thought == 0
	}
	if t.is(timeWord) && !t.is(role|group) {
		return false
	}
	if t.is(pronoun | role | group | body | document | medium | title) {
		return true
	}
	if n.from == n.head && (t.lower == "one" || t.lower == "another") {
		return true
	}
	if t.nation != 0 {
		return true
	}
	return u&strong != 0 && t.kind == word && t.traits&(determiner|preposition|adverb|auxiliary|subordinator|viewNoun|finite) == 0 && letters(t.text) > 1 && t.text[0] > '9'
}
