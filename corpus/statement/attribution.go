package statement

import (
	"slices"
	"strings"
)

// part is a half-open range of token indices.
type part struct{ from, to int }

func (p part) empty() bool { return p.from >= p.to }

// attribution is a place where a statement says whose words it gives.
type attribution struct {
	verb    int // token
	lemma   string
	who     noun
	core    part   // the tokens that attribute, from the speaker to the verb and whom it addresses
	content []part // the speaker's words, in order
	agent   bool   // of a passive
	gerund  bool   // ", adding that": it leans on the clause before
	aside   bool   // between dashes or in a relative clause
	apposed int    // the comma before the noun that its relative clause explains: ", a charge the ministry rejected"; 0 for none

	speaker string
	person  int // index among the report's people, -1 for none
	medium  bool
}

// attributions finds them in the tokens of one statement, in order.
func attributions(ts []token) []attribution {
	var found []attribution
	for v := range ts {
		t := &ts[v]
		if t.kind != word || t.quoted {
			continue
		}
		var a attribution
		ok := false
		switch {
		case t.lower == "according" && v+2 < len(ts) && ts[v+1].lower == "to":
			a, ok = accordingTo(ts, v)
		case t.verb != nil:
			a, ok = reporting(ts, v)
		}
		if ok {
			found = append(found, a)
		}
	}
	a, ok := nominal(ts, found)
	if !ok {
		a, ok = beside(ts, found)
	}
	if ok {
		k := len(found)
		for k > 0 && found[k-1].verb > a.verb {
			k--
		}
		found = slices.Insert(found, k, a)
	}
	return found
}

// denies reports whether the subject n says that nobody spoke: "no official", "neither the council nor the mayor".
func denies(ts []token, n *noun, left int) bool {
	if n.carried {
		return false
	}
	switch ts[n.from].lower {
	case "no", "none", "neither", "nor", "nobody":
		return true
	}
	return left >= 0 && ts[left].kind == word && (ts[left].lower == "nor" || ts[left].lower == "neither" || ts[left].lower == "no")
}

func hasWords(ts []token, from, to int) bool {
	for i := from; i < to; i++ {
		if ts[i].kind == word {
			return true
		}
	}
	return false
}

// sentenceEnd is the index after the last token that is not a full stop.
func sentenceEnd(ts []token) int {
	end := len(ts)
	for end > 0 && (ts[end-1].kind == stop || ts[end-1].kind == other) {
		end--
	}
	return end
}

// reporting reads the reporting verb at v.
func reporting(ts []token, v int) (a attribution, ok bool) {
	t := &ts[v]
	a = attribution{verb: v, lemma: t.verb.lemma}
	if t.verb.lemma == "quote" || t.verb.lemma == "cite" {
		if a, ok = quoting(ts, v); ok || t.verb.lemma == "quote" || t.form&past == 0 {
			return a, ok
		}
		a = attribution{verb: v, lemma: "cite"}
	}
	habit := usedTo(ts, v)
	if v > 0 && habit == v && (ts[v-1].lower == "to" || ts[v-1].is(preposition) || ts[v-1].is(determiner) && !ts[v-1].is(group) && !standsAlone(ts[v-1].lower) || ts[v-1].possessive && t.form&past == 0) {
		return a, false
	}
	passive, blocked := manner(ts, v)
	if !blocked && t.form&participle != 0 && (passive || agentOf(ts, v) == v+1) {
		return agented(ts, v)
	}
	if passive || blocked {
		return a, false
	}
	if t.form == gerund {
		return participial(ts, v)
	}
	if t.form&(past|present|base|participle) == 0 {
		return a, false
	}
	left := 0
	if v > 0 && t.verb.use&invert != 0 && (t.form&past != 0 || t.verb.lemma == "say") && afterWords(ts, v) {
		if n, end, found := inverted(ts, v); found && !(ts[v-1].kind == comma && ts[max(0, v-2)].kind != closeQuote && ordinary(ts, v)) {
			return invertedAttribution(ts, v, n, end)
		}
	}
	if a.who, left, ok = subjectOf(ts, habit); !ok || !speaks(ts, &a.who, t.verb.use) || !agrees(ts, &a.who, v) {
		return a, false
	}
	if denies(ts, &a.who, left) {
		return a, false
	}
	if left >= 0 && (ts[left].lower == "whether" || ts[left].lower == "if") && v+1 < len(ts) && ts[v+1].lower != "that" && ts[v+1].kind != openQuote {
		return a, false // what is asked is not said
	}
	a.core = part{left + 1, v + 1}
	a.aside = left >= 0 && (ts[left].kind == dash || ts[left].kind == opened || ts[left].lower == "which" || ts[left].lower == "whom") || a.who.relative && left >= 0
	if !(left > 0 && ts[left-1].kind == comma) && a.relative(ts, v, left) {
		return a, true
	}
	if ok = a.complete(ts, v, left); !ok {
		ok = a.relative(ts, v, left)
	}
	return a, ok
}

// afterWords reports whether what stands before v can be the words of a speaker named after it.
func afterWords(ts []token, v int) bool {
	switch ts[v-1].kind {
	case comma, closeQuote, dash, stop:
		return hasWords(ts, 0, v-1)
	}
	return false
}

// ordinary reports whether the verb at v has its subject before it and a clause after it, so that it is not inverted.
func ordinary(ts []token, v int) bool {
	_, _, ok := subjectOf(ts, v)
	return ok
}

func invertedAttribution(ts []token, v int, n noun, end int) (attribution, bool) {
	a := attribution{verb: v, lemma: ts[v].verb.lemma, who: n, core: part{v, sentenceEnd(ts)}}
	last := v
	if ts[last-1].kind == comma || ts[last-1].kind == dash {
		last--
	}
	a.content = append(a.content, part{afterDateline(ts), last})
	if i := resumes(ts, end); i > 0 {
		a.core.to = i
		a.content = append(a.content, part{i, sentenceEnd(ts)})
	}
	return a, true
}

// resumes is the index where a quotation goes on after its attribution, from end on: `"..." said X, "..."`; 0 for none.
func resumes(ts []token, end int) int {
	for i := end; i+1 < len(ts); i++ {
		if (ts[i].kind == comma || ts[i].kind == colon || ts[i].kind == stop) && ts[i+1].kind == openQuote {
			return i + 1
		}
		if ts[i].is(subordinator) && ts[i].lower != "who" || ts[i].verb != nil && ts[i].form == gerund {
			return 0
		}
	}
	return 0
}

// manner looks at the words before a verb: whether it is passive, and whether a modal or a negation takes the report back.
func manner(ts []token, v int) (passive, blocked bool) {
	be, done := false, ts[v].form&participle != 0
	for j := v - 1; j >= 0 && ts[j].kind == word && (ts[j].traits&(auxiliary|adverb|negation) != 0 || endsLy(&ts[j])); j-- {
		if ts[j].traits&(modal|negation) != 0 && !(ts[j].lower == "can" && discloses(ts[v].verb)) && !habitual(ts, j, v) || strings.HasPrefix(ts[j].lower, "did") || ts[j].lower == "do" || ts[j].lower == "does" {
			blocked = true
		}
		if ts[j].is(beForm) {
			be = true
		}
		if ts[j].lower == "having" {
			blocked = true
		}
	}
	return be && done && ts[v].form&gerund == 0, blocked
}

// standsAlone reports whether a determiner may be a subject by itself: "both said", "one claimed".
func standsAlone(w string) bool {
	return w == "all" || w == "both" || w == "one" || w == "another"
}

// discloses reports whether an outlet that "can" do what the verb says does it: "the Herald can reveal".
func discloses(v *verb) bool {
	return v.lemma == "reveal" || v.lemma == "report" || v.lemma == "disclose" || v.lemma == "confirm"
}

// agrees reports whether verb and subject go together, so that nouns are not taken for verbs: "officials report", but
// not "the Herald report".
func agrees(ts []token, n *noun, v int) bool {
	f := ts[v].form
	if f&(past|participle) != 0 || n.carried || n.relative || ts[v-1].is(modal) || ts[v-1].is(adverb) && v > 1 && ts[v-2].is(modal) || usedTo(ts, v) != v {
		return true
	}
	if ts[v-1].kind == word && ts[v-1].traits&(auxiliary|adverb) == 0 && ts[v-1].possessive {
		return false
	}
	t := &ts[n.head]
	many := t.is(group) && !n.named() || t.is(document|body|medium) && !n.named() && plural(t.lower) || t.lower == "they" || t.lower == "we" || t.lower == "i" || t.lower == "who" || joined(ts, n)
	if t.is(body) && t.is(group) && !n.named() {
		many = strings.HasSuffix(t.lower, "s")
		if f&base != 0 && f&present == 0 && !many { // "the police say", but not "a police report"
			return !ts[v].is(viewNoun|document) && ts[n.from].lower != "a"
		}
	}
	if f&base != 0 && f&present == 0 {
		return many || several(t) && n.from == n.head
	}
	return !many
}

// plural reports whether a word for a body or a text is one for several: "unions", "figures", "data".
func plural(w string) bool {
	return strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") || w == "data" || w == "media"
}

func joined(ts []token, n *noun) bool {
	for i := n.from; i < n.to; i++ {
		if ts[i].lower == "and" && !(n.isBody && n.nameFrom < i && i < n.nameTo) {
			return true
		}
	}
	return false
}

// several reports whether an unknown word reads as a plural: "searchers".
func several(t *token) bool {
	return len(t.lower) > 4 && strings.HasSuffix(t.lower, "s") && !strings.HasSuffix(t.lower, "ss") && t.traits == 0 && t.nation == 0
}

// participial reads a verb in -ing that leans on another clause: ", adding that".
func participial(ts []token, v int) (a attribution, ok bool) {
	t := &ts[v]
	a = attribution{verb: v, lemma: t.verb.lemma, who: noun{carried: true}, core: part{v, v + 1}, gerund: true}
	progressive := false
	j := v - 1
	for j >= 0 && ts[j].kind == word && (ts[j].is(adverb) || endsLy(&ts[j])) {
		j--
	}
	switch {
	case j >= 0 && ts[j].is(beForm):
		progressive = true
	case j < 0 && v+1 < len(ts) && ts[v+1].is(role|title) && !ts[v+1].is(determiner): // "Defending champion Hale"
		return a, false
	case j < 0, ts[j].kind == comma, ts[j].kind == dash, ts[j].kind == closeQuote:
	case ts[j].lower == "while" || ts[j].lower == "and":
	default:
		return a, false
	}
	left := v - 1
	if progressive {
		if a.who, left, ok = subjectOf(ts, v); !ok || !speaks(ts, &a.who, t.verb.use) {
			return a, false
		}
		a.gerund, a.core = false, part{left + 1, v + 1}
	}
	return a, a.complete(ts, v, left)
}

// trimmed is the end of the words before token i: i itself when it is a closing mark, otherwise without a comma.
func trimmed(ts []token, left int) int {
	if ts[left].kind == comma || ts[left].kind == dash || ts[left].kind == colon {
		return left
	}
	return left + 1
}
