package statement

// parenthetical reads a subject and its verb that stand between commas in a clause that goes on after them: "The board, he
// grumbles, has put the island on a poster". Nothing but speech or thought is reported in this place, whatever the verb.
func parenthetical(ts []token) (a attribution, ok bool) {
	for v := 3; v+2 < len(ts); v++ {
		if ts[v].quoted || ts[v+1].kind != comma || !(ts[v+2].is(auxiliary|finite) && shows(ts, v+2) || ts[v+2].lower == "that") || !verbal(ts, v) || ts[v].is(auxiliary) {
			continue
		}
		n, left, found := subjectOf(ts, v)
		if !found || n.carried || n.relative || left < 1 || left != n.from-1 || ts[left].kind != comma || !human(ts, &n) || ts[v+2].lower != "that" && (hasFinite(ts, 0, left) || adverbialStart(ts)) {
			continue
		}
		if who := ts[n.head].lower; who == "it" || who == "i" || who == "we" {
			continue
		}
		a = attribution{verb: v, who: n, lemma: lemmaOf(ts, v), core: part{left + 1, v + 1}}
		a.content = []part{{afterDateline(ts), left}, {v + 2, sentenceEnd(ts)}}
		return a, true
	}
	return a, false
}
