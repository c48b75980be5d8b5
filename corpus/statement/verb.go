package statement

import (
	"strings"

	"parallax/corpus/language"
)

// use says how a reporting verb may be used.
type use uint32

const (
	clause     use = 1 << iota // with a clause or a quotation: "said that", "said it was"
	object                     // with an object that is what was said: "denied the attack", "accused X of"
	addressee                  // with who was spoken to: "told reporters that"
	invert                     // before its subject: `"...," said X`
	strong                     // reports speech whatever its subject is
	thought                    // reports what people think: "believe"
	needsThat                  // only before "that" or a quotation: "maintained that", but "maintained ties"
	needsView                  // only before a noun of speech, a quotation or "as": "rejected the claim as", but "rejected the visa"
	infinitive                 // with an infinitive: "threatened to"
	firmly                     // with "for", "on" or a judgement only: "called for", "called it illegal"
	spoken                     // only with a quotation or "that": "sighed", "muttered that"
	definite                   // with an object that is known: "declared the vote fair", but "declared war"
	figure                     // with an object and "at": "put the cost at"
	out                        // with "out at" or "out against": "lashed out at"
	backed                     // with "back": "shot back that"
	written                    // of what is written or measured: "figures show"
	noNoun                     // in the past and in -ing only: the other forms are nouns too
)

// verb is a reporting verb.
type verb struct {
	lemma string
	use   use
}

// form is which form of a verb a word is; "said" is both past and participle.
type form uint8

const (
	base form = 1 << iota
	present
	past
	participle
	gerund
)

// uses are the words for them in the list of reporting verbs.
var uses = map[string]use{
	"clause": clause, "object": object, "addressee": addressee, "invert": invert, "strong": strong, "thought": thought,
	"needs-that": needsThat, "needs-view": needsView, "infinitive": infinitive, "firmly": firmly,
	"spoken": spoken, "definite": definite, "figure": figure, "out": out, "back": backed, "writes": written, "past": noNoun,
}

// doubling are the verbs that double their last consonant before an ending.
var doubling = language.English("speech", "doubled")

// verbForms finds a verb and its form by a word in lower case.
type verbForm struct {
	verb *verb
	form form
}

func verbForms() map[string]verbForm {
	verbs := map[string]*verb{}
	forms := map[string]verbForm{}
	add := func(word string, v *verb, f form) {
		vf := forms[word]
		forms[word] = verbForm{v, vf.form | f}
	}
	for _, line := range language.English("speech", "verbs").Lines() {
		label, words, _ := strings.Cut(line, ": ")
		var how use
		for u := range strings.FieldsSeq(label) {
			how |= uses[u]
		}
		for w := range strings.FieldsSeq(words) {
			lemma, rest, irregular := strings.Cut(w, "(")
			v := verbs[lemma]
			if v == nil {
				v = &verb{lemma: lemma}
				verbs[lemma] = v
			}
			v.use |= how &^ noNoun
			pastForm, participleForm := regularPast(lemma), ""
			if irregular {
				pastForm, participleForm, _ = strings.Cut(strings.TrimSuffix(rest, ")"), ",")
			}
			if participleForm == "" {
				participleForm = pastForm
			}
			if forms[lemma].form&base != 0 && !irregular {
				continue
			}
			if how&noNoun == 0 {
				add(lemma, v, base)
				add(thirdPerson(lemma), v, present)
			}
			add(pastForm, v, past)
			add(participleForm, v, participle)
			add(gerundOf(lemma), v, gerund)
		}
	}
	return forms
}

func thirdPerson(w string) string {
	switch {
	case strings.HasSuffix(w, "y") && !vowel(w[len(w)-2]):
		return w[:len(w)-1] + "ies"
	case strings.HasSuffix(w, "s"), strings.HasSuffix(w, "sh"), strings.HasSuffix(w, "ch"), strings.HasSuffix(w, "x"):
		return w + "es"
	}
	return w + "s"
}

func regularPast(w string) string {
	switch {
	case strings.HasSuffix(w, "e"):
		return w + "d"
	case strings.HasSuffix(w, "y") && !vowel(w[len(w)-2]):
		return w[:len(w)-1] + "ied"
	}
	return doubled(w) + "ed"
}

func gerundOf(w string) string {
	if strings.HasSuffix(w, "e") {
		return w[:len(w)-1] + "ing"
	}
	return doubled(w) + "ing"
}

// doubled is w with its last consonant doubled where English does so before an ending: "admit", "slam".
func doubled(w string) string {
	if doubling.Has(w) {
		return w + w[len(w)-1:]
	}
	return w
}

func vowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }
