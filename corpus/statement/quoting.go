package statement

import "strings"

// accordingTo reads "according to X" at v.
func accordingTo(ts []token, v int) (a attribution, ok bool) {
	end := v + 2
	for end < len(ts) && ts[end].kind == word && !ts[end].is(subordinator) && !ts[end].quoted {
		end++
	}
	if a.who, ok = describe(ts, v+2, end); !ok {
		return a, false
	}
	if !a.who.named() && (ts[a.who.head].traits&(role|group|body|medium|document) == 0 || ts[a.who.head].is(document)) {
		if n, found := ownerOf(ts, a.who, end); found {
			a.who = n
		} else if !a.who.named() && !ts[a.who.head].is(document) {
			return a, false
		}
	}
	a.verb, a.lemma, a.core = v, "according to", part{v, end}
	// "according to the minister, who spoke in Ankara, the talks ..."
	left := v - 1
	if left >= 0 && ts[left].kind == comma {
		left--
	}
	if left >= 0 && hasWords(ts, 0, left+1) {
		a.content = append(a.content, part{afterDateline(ts), left + 1})
	}
	if left < 0 && end < len(ts) && ts[end].kind == comma {
		a.content = append(a.content, part{end + 1, sentenceEnd(ts)})
	}
	return a, len(a.content) > 0
}

// ownerOf finds whose text, report or figures a phrase is: "figures from the Institute", "a Herald report".
func ownerOf(ts []token, n noun, end int) (noun, bool) {
	for i := n.head + 1; i < end; i++ {
		if !ts[i].is(preposition) {
			continue
		}
		m, ok := describe(ts, i+1, end)
		from := ts[i].lower == "from" || ts[i].lower == "by" || ts[i].lower == "of"
		if ok && (from || ts[m.head].is(mediumName|medium)) && (m.named() || ts[m.head].is(role|group|body|medium)) && !ts[m.head].is(timeWord) {
			return m, true
		}
		break
	}
	return nameBefore(ts, &n)
}

// nameBefore is the name within a phrase before its head: "a Herald report".
func nameBefore(ts []token, n *noun) (noun, bool) {
	for i := n.from; i < n.head; i++ {
		if run := nameEnding(ts, n.from, i+1); run <= i {
			m := noun{from: run, to: i + 1, head: i, nameFrom: run, nameTo: i + 1}
			m.nameFrom, m.isBody = titleEnd(ts, run, i+1)
			for j := i + 1; j < n.head && nameLike(ts, j); j++ {
				m.to, m.nameTo, m.head = j+1, j+1, j
			}
			return m, m.named()
		}
	}
	return *n, false
}

// quoting reads "X quoted Y as saying", "Y was quoted by X as saying" and "citing Y".
func quoting(ts []token, v int) (a attribution, ok bool) {
	const longest = 30
	a = attribution{verb: v, lemma: "say"}
	as := v + 1
	for as < len(ts) && as-v < longest && !(ts[as].lower == "as" && as+1 < len(ts) && strings.HasSuffix(ts[as+1].lower, "ing")) {
		if ts[as].kind == stop || ts[as].quoted {
			break
		}
		as++
	}
	if as+1 >= len(ts) || ts[as].lower != "as" {
		if ts[v].verb.lemma == "cite" && ts[v].form == gerund {
			return citing(ts, v)
		}
		return a, false
	}
	passive, _ := manner(ts, v)
	left := v - 1
	if passive {
		if a.who, left, ok = subjectOf(ts, v); !ok {
			return a, false
		}
		a.core = part{left + 1, as + 2}
	} else {
		end := v + 1
		for end < as && ts[end].kind == word {
			end++
		}
		if a.who, ok = describe(ts, v+1, end); !ok {
			return a, false
		}
		if !a.who.named() && end < as {
			nameFromAside(ts, &a.who, end+1, as)
		}
		a.core = part{v, as + 2}
		if n, l, found := subjectOf(ts, v); found && !n.carried {
			left = l
			a.core.from = l + 1
		}
	}
	if said := ts[as+1].verb; said != nil {
		a.lemma = said.lemma
	}
	end := sentenceEnd(ts)
	quoteBefore := left > 0 && (ts[left].kind == closeQuote || ts[left].kind == comma && ts[left-1].kind == closeQuote)
	if hasWords(ts, as+2, end) && !quoteBefore {
		from := as + 2
		if ts[from].lower == "that" || ts[from].kind == comma || ts[from].kind == colon {
			from++
		}
		if ts[as+1].verb == nil {
			from = as + 1
			a.core.to = as + 1
		}
		a.content = []part{{from, end}}
	} else if left > 0 {
		a.content = []part{{afterDateline(ts), trimmed(ts, left)}}
	}
	return a, len(a.content) > 0
}

// citing reads "citing doctors at the clinic": it names the source of what stands before it.
func citing(ts []token, v int) (a attribution, ok bool) {
	end := v + 1
	for end < len(ts) && ts[end].kind == word && !ts[end].is(subordinator) {
		end++
	}
	a.who, ok = describe(ts, v+1, end)
	if !ok || !a.who.named() && !ts[a.who.head].is(role|group|body) || v == 0 || ts[v-1].kind != comma || !hasFinite(ts, 0, v) {
		return a, false
	}
	a.verb, a.lemma, a.core = v, "cite", part{v, end}
	a.content = []part{{afterDateline(ts), v - 1}}
	return a, true
}
