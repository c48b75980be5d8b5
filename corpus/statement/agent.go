package statement

import "parallax/corpus/language"

// agented reads a passive that names its speaker: "hailed by the minister as a triumph", "called a sham by the council",
// "The plan was criticised by unions". v is the participle; what is said stands after the speaker, between verb and
// speaker, or is the passive's subject.
func agented(ts []token, v int) (a attribution, ok bool) {
	u := ts[v].verb.use
	by := agentOf(ts, v)
	if by == 0 || ts[v].verb.lemma == "ask" {
		return a, false
	}
	to := by + 1
	for to < len(ts) && ts[to].kind == word && !ts[to].quoted && !ts[to].is(subordinator) && ts[to].lower != "to" && !(ts[to].lower == "for" && to+1 < len(ts) && !ts[to+1].capital()) && !(to > by+1 && shows(ts, to)) {
		to++
	}
	n, ok := describe(ts, by+1, to)
	if !ok || !speaks(ts, &n, 0) || ts[n.head].is(document) && !ts[n.head].is(body|medium) && !n.named() {
		return a, false
	}
	a = attribution{verb: v, lemma: ts[v].verb.lemma, who: n, core: part{v, to}, agent: true}
	end := sentenceEnd(ts)
	if v > 0 && ts[v-1].kind == comma {
		a.aside = true
		end = asideEnd(ts, v-1, to, end)
	}
	switch {
	case by > v+1 && (u&(object|firmly) != 0):
		a.content = []part{{v + 1, by}}
	case to < end && said(ts, &n, u, to, end) > 0:
		a.content = []part{{said(ts, &n, u, to, end), end}}
	case !acts.Has(a.lemma):
		return a, false
	default:
		subject, _, found := subjectOf(ts, v)
		if !found || subject.carried || subject.relative {
			return a, false
		}
		a.content = []part{{subject.from, subject.to}}
	}
	return a, true
}

// acts are the verbs that are an act of speech even when nothing is quoted.
var acts = language.English("speech", "acts")

// agentOf is the index of the "by" that names who does what the participle at v says, 0 for none.
func agentOf(ts []token, v int) int {
	const longest = 14
	for i := v + 1; i < min(len(ts)-1, v+longest); i++ {
		t := &ts[i]
		switch {
		case t.lower == "by" && !t.quoted:
			return i
		case t.quoted, t.kind == openQuote, t.kind == closeQuote:
		case t.kind != word, t.is(subordinator), shows(ts, i):
			return 0
		}
	}
	return 0
}

// said is where the words of the agent n begin that follow it from to on: after "that", at "as", "of", "to", "for" or a quotation
// mark; 0 for none.
func said(ts []token, n *noun, u use, to, end int) int {
	for i := n.head + 1; i <= to && i < end; i++ {
		switch t := &ts[i]; {
		case t.lower == "as":
			return i
		case t.lower == "that":
			return i + 1
		case t.kind == openQuote, t.kind == colon && u&clause != 0:
			return i
		case t.lower == "to" && u&(infinitive|object) != 0 && i >= n.to, t.lower == "for" && u&object != 0 && i >= n.to, t.lower == "of" && i > n.nameTo && u&object != 0 && !n.named():
			return i
		}
	}
	return 0
}
