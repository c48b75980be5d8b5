package statement

import "parallax/corpus/language"

// Some speakers have no verb of speech: `"No," was Hale's answer.`, "in the words of one reporter", "as Hale put it"; and
// some are named by the statement after their words: `"We saw it fall." That was the view of Hale.`

// utterances are the nouns for what someone says.
var utterances = language.English("speech", "utterances")

// nominal finds a speaker whom such a phrase names, for words that no attribution of found covers.
func nominal(ts []token, found []attribution) (a attribution, ok bool) {
	for i := 0; i+2 < len(ts); i++ {
		t := &ts[i]
		if t.quoted || t.kind != word {
			continue
		}
		a, ok = attribution{verb: i, lemma: "say"}, false
		to := 0
		switch {
		case t.lower == "in":
			a.who, to, ok = owner(ts, i+1, "words")
		case t.is(beForm) && i > 1 && ts[i-1].kind == closeQuote:
			if a.who, to, ok = owner(ts, i+1, ""); !ok {
				a.who, to, ok = allSaid(ts, i+1)
			}
			a.content = []part{{afterDateline(ts), i}}
		case utterances.Has(t.lower) && i > 0 && (ts[i+1].is(beForm) && ts[i+2].lower == "that" || ts[i+1].is(beForm) && ts[i+2].kind == openQuote):
			if from := phraseStart(ts, i); from < i {
				if a.who, to, ok = owner(ts, from, ""); ok && to != i+1 {
					ok = false
				}
				to = i + 2
				a.content = []part{{i + 2, sentenceEnd(ts)}}
				if ts[i+2].lower == "that" {
					a.content[0].from++
				}
			}
		case t.lower == "as":
			a.who, to, ok = putIt(ts, i+1)
			a.lemma = "put"
		}
		if !ok || !a.who.possessor && !human(ts, &a.who) || denies(ts, &a.who, -1) {
			continue
		}
		a.core = part{i, to}
		if a.content == nil {
			a.content = aroundPhrase(ts, i, to)
		}
		if len(a.content) > 0 && !covered(found, a.content[0].to-1) {
			return a, true
		}
	}
	return a, false
}

// owner reads at i whose utterance something is: "the view of Hale", "Hale's only answer"; noun is the noun it must have, ""
// for any of utterances. to is the index after all.
func owner(ts []token, i int, noun string) (n noun, to int, ok bool) {
	const longest = 8
	fits := func(t *token) bool {
		return t.kind == word && (noun == "" && utterances.Has(t.lower) || t.lower == noun)
	}
	for k := i; k < min(len(ts), i+longest); k++ {
		t := &ts[k]
		switch {
		case t.kind != word || t.quoted:
			return n, 0, false
		case k == i && possessivePronoun(t.lower) && k+1 < len(ts) && noun == "" && (fits(&ts[k+1]) || k+2 < len(ts) && fits(&ts[k+2])):
			to = k + 2
			if !fits(&ts[k+1]) {
				to++
			}
			return possessorAt(k), to, true
		case t.possessive && k+1 < len(ts) && (fits(&ts[k+1]) || k+2 < len(ts) && fits(&ts[k+2])):
			n, ok = describeOwner(ts, i, k+1)
			to = k + 2
			if !fits(&ts[k+1]) {
				to++
			}
			return n, to, ok
		case fits(t) && k+2 < len(ts) && (ts[k+1].lower == "of" || ts[k+1].lower == "from"):
			to = k + 2
			for to < len(ts) && ts[to].kind == word && !ts[to].quoted && !ts[to].is(subordinator) && !(to > k+2 && shows(ts, to)) {
				to++
			}
			n, ok = describe(ts, k+2, to)
			return n, to, ok
		}
	}
	return n, 0, false
}

// allSaid reads "all NAME would say" and "how NAME put it" at i.
func allSaid(ts []token, i int) (n noun, to int, ok bool) {
	const longest = 8
	if ts[i].lower != "all" && ts[i].lower != "how" && ts[i].lower != "what" {
		return n, 0, false
	}
	end := i + 1
	for end < min(len(ts), i+longest) && ts[end].kind == word && !ts[end].is(auxiliary) && !shows(ts, end) && ts[end].verb == nil && ts[end].lower != "put" {
		end++
	}
	for to = end; to < min(len(ts), end+4); to++ {
		if ts[to].verb != nil && ts[to].verb.use&(strong|addressee) != 0 || ts[to].lower == "put" {
			n, ok = describe(ts, i+1, end)
			return n, to + 1, ok
		}
	}
	return n, 0, false
}

// possessivePronoun reports whether a word says whose something is.
func possessivePronoun(w string) bool { return w == "his" || w == "her" || w == "their" || w == "its" }

// possessorAt is the possessive pronoun at k as a speaker.
func possessorAt(k int) noun {
	return noun{from: k, to: k + 1, nameFrom: k + 1, nameTo: k + 1, head: k, possessor: true}
}

// putIt reads "NAME put it" at i.
func putIt(ts []token, i int) (n noun, to int, ok bool) {
	const longest = 10
	for k := i + 1; k+1 < min(len(ts), i+longest) && ts[k].kind == word; k++ {
		if (ts[k].lower == "put" || ts[k].lower == "puts") && ts[k+1].lower == "it" {
			for ts[k-1].is(auxiliary|adverb) && k > i+1 {
				k--
			}
			n, ok = describe(ts, i, k)
			for to = k; ts[to].lower != "it"; to++ {
			}
			return n, to + 1, ok
		}
	}
	return n, 0, false
}

// aroundPhrase is the words that the phrase ts[from:to] gives its speaker: the quotation after it; else, at a statement's
// start, what follows its comma, and elsewhere what stands before it.
func aroundPhrase(ts []token, from, to int) []part {
	end := sentenceEnd(ts)
	at := to
	if at < end && (ts[at].kind == comma || ts[at].kind == colon) {
		at++
	}
	if at < end && ts[at].kind == openQuote {
		close := at + 1
		for close < end && ts[close].kind != closeQuote {
			close++
		}
		return []part{{at, min(close+1, end)}}
	}
	if !hasWords(ts, afterDateline(ts), from) {
		if at == to || at >= end {
			return nil
		}
		return []part{{at, end}}
	}
	return []part{{afterDateline(ts), from}}
}

// pointsBack reads a statement that only says whose words stood before it: "That was the view of Hale", "So said Hale".
func pointsBack(ts []token) (n noun, ok bool) {
	if len(ts) < 4 || ts[0].kind != word {
		return n, false
	}
	switch ts[0].lower {
	case "that", "those", "these", "this", "such", "it":
		i := 1
		for i < 3 && i < len(ts) && !ts[i].is(beForm) {
			i++
		}
		if ts[i].is(beForm) {
			n, _, ok = owner(ts, i+1, "")
		}
	case "so", "thus":
		if ts[1].verb != nil && ts[1].verb.use&invert != 0 {
			n, _, ok = inverted(ts, 1)
		}
	case "the":
		if ts[1].lower == "words" && len(ts) > 5 && ts[2].is(beForm) && ts[3].lower == "those" {
			n, ok = describe(ts, 5, sentenceEnd(ts))
		}
	}
	return n, ok && human(ts, &n)
}
