package statement

import "strings"

// A speaker may stand in a relative clause: "the talks that Hale described as fruitful broke down", "a charge the ministry
// rejected". The verb's object is then the noun before the clause, and the speaker's words end where the main clause goes
// on. That the object is not in its place after the verb is what tells such a clause from "told reporters that Hale praised
// the deal".

// relative reads the verb at v, whose subject begins after left, as one of a relative clause.
func (a *attribution) relative(ts []token, v, left int) bool {
	u, end := ts[v].verb.use, sentenceEnd(ts)
	last := antecedentEnd(ts, left)
	if last < 0 || a.who.relative || a.who.carried || u&(object|clause) == 0 {
		return false
	}
	from := phraseStart(ts, last)
	if from > last || ts[from].is(preposition) {
		return false
	}
	n, ok := describe(ts, from, last+1)
	if !ok || ts[n.head].traits&(timeWord|pronoun|subordinator|auxiliary) != 0 || ts[last].verb != nil && ts[last].form&(past|present|gerund) != 0 && !ts[last].is(viewNoun|document) && from == last {
		return false
	}
	r := v + 1
	for r < end && (ts[r].is(adverb|timeWord) || endsLy(&ts[r])) {
		r++
	}
	gap := r >= end || ts[r].kind == comma || ts[r].kind == dash || ts[r].kind == stop
	switch {
	case u&object != 0 && u&(figure|out) == 0 && !gap && ts[r].lower == "as":
		a.content = []part{{r, clauseStop(ts, r+1, end, 0)}}
	case u&object != 0 && (gap || shows(ts, r) || ts[r].is(preposition) && ts[r].lower != "for" && ts[r].lower != "to"):
		a.content = []part{{n.from, last + 1}}
	case u&clause != 0 && !gap && ts[r].is(auxiliary|finite) && shows(ts, r):
		a.content = []part{{r, clauseStop(ts, r+1, end, 1)}}
	default:
		return false
	}
	a.aside = true
	if from > 0 && ts[from-1].kind == comma {
		a.apposed = from - 1
	}
	return true
}

// antecedentEnd is the last word of the noun phrase that a relative clause after left belongs to; -1 for none.
func antecedentEnd(ts []token, left int) int {
	if left < 1 || ts[left].kind != word || ts[left].quoted {
		return -1
	}
	switch ts[left].lower {
	case "that", "which", "whom":
		left--
		if ts[left].kind == comma {
			left--
		}
	}
	if left < 0 || ts[left].kind != word || ts[left].quoted || ts[left].is(subordinator|preposition|adverb|auxiliary|determiner|pronoun) || ts[left].lower == "and" || ts[left].lower == "or" || ts[left].lower == "nor" || ts[left].is(negation) {
		return -1
	}
	return left
}

// clauseStop is where a clause that has so many finite verbs before from ends: at a comma or dash, or where the clause
// around it goes on with a verb of its own.
func clauseStop(ts []token, from, end, finites int) int {
	free := 1 - finites // finite verbs that belong to a clause within
	for i := from; i < end; i++ {
		switch t := &ts[i]; {
		case (t.kind == comma || t.kind == dash) && !t.quoted:
			return i
		case t.kind != word || t.quoted:
		case t.is(subordinator):
			free++
		case t.is(auxiliary) && i > from && ts[i-1].is(auxiliary|adverb):
		case shows(ts, i) && i > from:
			if free--; free <= 0 {
				return i
			}
		}
	}
	return end
}

// whoSubject is the noun before a relative clause with "who" that ends at j, right before the main clause's verb: "a teacher
// who crossed the bridge said".
func whoSubject(ts []token, j int) (n noun, left int, ok bool) {
	const longest = 14
	finds := false
	for k := j; k > 0 && j-k < longest; k-- {
		t := &ts[k]
		if t.kind != word || t.quoted {
			return n, j, false
		}
		if past := strings.HasSuffix(t.lower, "ed") || t.lower == "led"; past && k < j && ts[k+1].is(preposition|timeWord) && ts[k-1].kind == word && ts[k-1].is(role|group|body|document) && !ts[k-1].is(auxiliary) && (k < 2 || !shows(ts, k-2)) {
			n, left, ok = adjacent(ts, k-1) // "relatives gathered at the gate said"
			return n, left, ok && !n.carried
		}
		if t.lower == "that" && k < j && ts[k+1].traits&(auxiliary|finite) != 0 && ts[k-1].is(body|group|medium) && ts[k-1].kind == word {
			n, left, ok = adjacent(ts, k-1)
			return n, left, ok && !n.carried
		}
		if t.lower == "who" {
			if !finds || ts[k-1].kind != word {
				return n, j, false
			}
			n, left, ok = antecedent(ts, k, true)
			n.relative = false
			return n, left, ok
		}
		if t.is(subordinator) && !(t.lower == "that" && k < j && ts[k+1].is(timeWord)) || t.verb != nil && t.verb.use&strong != 0 && t.form&(past|present) != 0 || k == j && t.is(pronoun) {
			return n, j, false
		}
		finds = finds || shows(ts, k) || len(t.lower) > 4 && strings.HasSuffix(t.lower, "ed")
	}
	return n, j, false
}
