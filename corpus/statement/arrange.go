package statement

import (
	"slices"
	"strings"

	"parallax/corpus/report"
)

// arrange decides between attributions that lie within each other: nested speech takes the original speaker when only a
// medium passes it on, otherwise the outer one; a clause set against the speaker's words ("even though the council
// said") ends them.
func arrange(ts []token, found []attribution) []attribution {
	var kept []attribution
	for _, a := range found {
		keep := true
		for k := len(kept) - 1; k >= 0 && keep; k-- {
			b, keepB := &kept[k], true
			if b.holds(&a) && inserted(ts, &a) {
				keep = false
			} else if a.holds(b) {
				keep, keepB = a.around(b)
			} else if b.holds(&a) {
				keep, keepB = b.outer(ts, &a)
			}
			if !keepB {
				kept = slices.Delete(kept, k, k+1)
			}
		}
		if keep {
			kept = append(kept, a)
		}
	}
	return kept
}

// inserted reports whether a stands between commas in a clause that goes on after it: "that the depot, officials say, is
// empty".
func inserted(ts []token, a *attribution) bool {
	return a.core.from > 0 && ts[a.core.from-1].kind == comma && a.core.to+1 < len(ts) && ts[a.core.to].kind == comma && ts[a.core.to+1].kind == word && ts[a.core.to+1].traits&(auxiliary|finite) != 0
}

// holds reports whether b's verb lies within a's words.
func (a *attribution) holds(b *attribution) bool {
	return slices.ContainsFunc(a.content, func(p part) bool { return p.from <= b.verb && b.verb < p.to })
}

// around settles an attribution b within the words before a's own attribution; it says which of the two stay.
func (a *attribution) around(b *attribution) (keepA, keepB bool) {
	switch {
	case a.lemma == "cite" && b.medium:
		a.lemma, a.content = b.lemma, b.content
		return true, false
	case a.lemma == "cite":
		return false, true
	case a.medium && !b.medium && b.speaker != a.speaker:
		b.until(a.core.from - 1)
		return false, true
	case b.speaker == a.speaker && !b.gerund:
		a.lemma = b.lemma
	}
	return true, false
}

// outer settles an attribution a within b's words, after b's own attribution; it says which of the two stay.
func (b *attribution) outer(ts []token, a *attribution) (keepA, keepB bool) {
	if a.speaker == b.speaker {
		if b.gerund && !a.gerund {
			b.lemma, b.gerund = a.lemma, false
		}
		return false, true
	}
	opens := a.core.from <= b.content[0].from+1
	if b.medium && !a.medium && (opens || a.core.from < 1 || !ts[a.core.from-1].is(subordinator)) {
		return true, false
	}
	if a.lemma == "cite" && a.core.from == a.verb {
		return false, true
	}
	if a.apposed > b.content[0].from {
		b.until(a.apposed)
		return true, true
	}
	if i := a.content[0].from; i > b.content[0].from && ts[i-1].text == ";" { // a quotation by itself
		b.until(i - 1)
		return true, true
	}
	if at, ok := contrasts(ts, b, a); ok {
		b.until(at)
		return true, true
	}
	return false, true
}

// until ends a's words before token at.
func (a *attribution) until(at int) {
	for i := range a.content {
		a.content[i].to = min(a.content[i].to, at)
	}
	a.content = slices.DeleteFunc(a.content, part.empty)
}

// contrasts is where a clause begins that sets a's words beside b's: "..., while the council said".
func contrasts(ts []token, b, a *attribution) (at int, ok bool) {
	if a.who.carried || a.who.relative || ts[a.who.head].is(pronoun) || a.core.from < 2 {
		return 0, false
	}
	join := a.core.from - 1
	switch ts[join].lower {
	case "and", "but", "while", "whereas", "although", "though", ";":
	case "after", "as", "before", "when", "since", "once":
		return laterBy(ts, join)
	case ",":
		return join, join > b.content[0].from && len(a.content) > 0 && a.content[0].from > a.verb
	default:
		return 0, false
	}
	for i := b.content[0].from; i < join; i++ {
		if ts[i].kind != comma {
			continue
		}
		switch next := ts[i+1].lower; {
		case next == "although", next == "though", next == "while", next == "whereas", next == "despite", next == "but",
			next == "even" && (ts[i+2].lower == "though" || ts[i+2].lower == "as"):
			return i, true
		}
	}
	if join > 0 && ts[join-1].kind == comma {
		join--
	}
	return join, true
}

// laterBy is the comma before a clause at join that only says when something was said: ", hours after police said".
func laterBy(ts []token, join int) (at int, ok bool) {
	const longest = 4
	for i := join - 1; i > 0 && i > join-longest; i-- {
		if ts[i].kind == comma {
			return i, true
		}
		if ts[i].kind != word || ts[i].traits&(timeWord|determiner|adverb) == 0 && !strings.HasSuffix(ts[i].lower, "s") {
			break
		}
	}
	return 0, false
}

// stretch is a part of a speaker's words, with the attribution it belongs to.
type stretch struct {
	part
	of *attribution
}

// voicesOf makes voices of attributions: one for each run of a speaker's words.
func voicesOf(ts []token, kept []attribution) []Voice {
	var all []stretch
	for k := range kept {
		for _, p := range kept[k].content {
			all = append(all, stretch{p, &kept[k]})
		}
	}
	slices.SortFunc(all, func(a, b stretch) int { return a.from - b.from })
	var voices []Voice
	for end := 0; len(all) > 0; {
		n := 1
		for n < len(all) && all[n].of.speaker == all[0].of.speaker {
			n++
		}
		if v, ok := voiceOf(ts, all[:n], end); ok {
			voices = append(voices, v)
		}
		for _, s := range all[:n] {
			end = max(end, s.to)
		}
		all = all[n:]
	}
	return voices
}

// voiceOf is the voice of a run of one speaker's words, from token start on; ok is false when none are left.
func voiceOf(ts []token, run []stretch, start int) (v Voice, ok bool) {
	quoted, plain := 0, 0
	whole, lead := run[0].part, run[0].of
	for _, s := range run {
		p := tidy(ts, s.part)
		for k := p.from; k < p.to; k++ {
			switch {
			case ts[k].kind != word:
			case ts[k].quoted:
				quoted++
			default:
				plain++
			}
		}
		whole.to = max(whole.to, s.to)
		if lead.gerund && !s.of.gerund {
			lead = s.of
		}
	}
	whole.from = max(whole.from, start)
	whole = tidy(ts, whole)
	if whole.empty() || quoted+plain == 0 {
		return v, false
	}
	v = Voice{Speaker: lead.speaker, Verb: lead.lemma, Span: report.Span{Start: ts[whole.from].start, End: ts[whole.to-1].end}}
	switch {
	case plain == 0:
		v.Mode = Direct
	case quoted > 0:
		v.Mode = Mixed
	}
	return v, true
}

// tidy is p without marks at its ends that are not the speaker's.
func tidy(ts []token, p part) part {
	for p.from < p.to && (ts[p.from].kind == comma || ts[p.from].kind == colon || ts[p.from].kind == dash || ts[p.from].kind == stop || ts[p.from].kind == closed) {
		p.from++
	}
	for p.from < p.to {
		if k := ts[p.to-1].kind; k != comma && k != colon && k != dash && k != opened && (k != stop || ts[p.to-1].quoted) {
			break
		}
		p.to--
	}
	return p
}
