package statement

import "strings"

// openAside looks for the name that a phrase describes when the comma after it was left out: "Ada Hale, the chief of the
// clinic said".
func (n *noun) openAside(ts []token, left int) int {
	if left < 1 || ts[left].kind != comma || ts[left-1].quoted || !ts[n.head].is(role) || !ts[n.from].is(determiner) {
		return left
	}
	run := nameEnding(ts, 0, left)
	if run == left || run > 0 && ts[run-1].kind == word {
		return left
	}
	if start, isBody := titleEnd(ts, run, left); !isBody && start < left && left-start > 1 {
		n.nameFrom, n.nameTo = start, left
		return run - 1
	}
	return left
}

// beforeAside is the subject that an aside separates from its verb; the aside ends with the comma or dash at j: "Hale, a
// doctor at the clinic, said".
func beforeAside(ts []token, j int) (n noun, left int, ok bool) {
	const longest = 40
	for k := j - 1; k > 0 && j-k < longest; k-- {
		if ts[k].kind != ts[j].kind || ts[k-1].kind != word && ts[k-1].kind != closed && ts[k-1].kind != closeQuote {
			continue
		}
		if ts[k-1].quoted || !aside(ts, k+1, j) {
			continue
		}
		e := beforeTitle(ts, beforeBracket(ts, k-1))
		if e < 0 || ts[e].kind != word {
			continue
		}
		if n, left, ok = whoSubject(ts, e); !ok {
			n, left, ok = adjacent(ts, e)
		}
		if !ok || n.carried || left >= 0 && ts[left].is(preposition) || !speaks(ts, &n, looseAt(left)) && !n.named() || ts[n.head].is(timeWord) {
			continue
		}
		if !n.named() {
			nameFromAside(ts, &n, k+1, j)
		}
		return n, left, true
	}
	return n, j, false
}

// beforeTitle is e, or the index before the quoted title that ends at e: `the director of "Salt", Ada Hale,`.
func beforeTitle(ts []token, e int) int {
	const longest = 8
	if e < 1 || ts[e].kind != closeQuote {
		return e
	}
	for i := e - 1; i > 0 && i > e-longest; i-- {
		if ts[i].kind == openQuote && ts[i-1].is(preposition) {
			return i - 1
		}
	}
	return -1
}

// looseAt is the use of a verb whose subject begins after left: any noun may open a statement.
func looseAt(left int) use {
	if left < 0 {
		return strong
	}
	return 0
}

// aside reports whether ts[from:to] reads as words set off by commas.
func aside(ts []token, from, to int) bool {
	if from >= to {
		return false
	}
	t := &ts[from]
	if t.kind != word {
		return false
	}
	if t.is(subordinator) {
		return t.lower == "who" || t.lower == "which" || t.lower == "whose" || t.lower == "whom" || t.lower == "when" || t.lower == "while" || t.lower == "as" || t.lower == "where" || t.lower == "though" && from+1 == to
	}
	if t.is(pronoun) {
		return false
	}
	if shows(ts, from) && !strings.HasSuffix(t.lower, "ed") {
		return false
	}
	return !(t.lower == "and" || t.lower == "but" || t.lower == "or")
}

// nameFromAside gives a phrase without a name the name that an aside of nothing else holds: "a spokeswoman, Ada Hale,".
func nameFromAside(ts []token, n *noun, from, to int) {
	end := from
	for end < to && ts[end].kind == word {
		end++
	}
	run := nameEnding(ts, from, end)
	for from < run && ts[from].traits&(determiner|role) != 0 && run < end { // "her colleague, the engineer Ada Hale,"
		from++
	}
	if end > from && run == from {
		if start, isBody := titleEnd(ts, from, end); start < end && !isBody {
			n.nameFrom, n.nameTo = start, end
		}
	}
}

// beforeBracket is e, or the index before the bracket that ends at e.
func beforeBracket(ts []token, e int) int {
	if e < 0 || ts[e].kind != closed {
		return e
	}
	for e > 0 && ts[e].kind != opened {
		e--
	}
	return e - 1
}
