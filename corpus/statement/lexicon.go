package statement

import "strings"

// trait is what a word may do in a sentence.
type trait uint32

const (
	determiner trait = 1 << iota
	preposition
	subordinator
	auxiliary // "be" is one too
	beForm
	modal
	negation
	adverb
	timeWord
	pronoun
	finite // a verb that shows a clause
	viewNoun
	calledThing
	role     // one person
	group    // people
	body     // an organisation
	document // a text
	medium   // a news outlet
	mediumName
	bodyName
	title // before a person's name
	female
	male
	starter // opens sentences with a capital
)

// info is all that the lexicon knows of a word.
type info struct {
	traits trait
	form   form
	verb   *verb
	nation nation
	naming naming
}

// lexicon finds words in lower case.
var lexicon = readLexicon()

func readLexicon() map[string]info {
	words := map[string]info{}
	add := func(f trait, list string) {
		for w := range strings.FieldsSeq(list) {
			i := words[w]
			i.traits |= f
			words[w] = i
		}
	}
	for _, l := range []struct {
		trait trait
		words string
	}{
		{determiner, determinerWords}, {preposition, prepositionWords}, {subordinator, subordinatorWords},
		{auxiliary, auxiliaryWords}, {auxiliary | beForm, beWords}, {modal, modalWords}, {negation, negations},
		{adverb, adverbWords}, {timeWord, timeWords}, {pronoun, pronounWords}, {finite, finiteWords},
		{viewNoun, viewNouns}, {calledThing, calledThings}, {role, roleWords}, {group, groupWords}, {body, bodyWords},
		{document, documentWords}, {medium, mediumWords}, {mediumName, mediumNames}, {bodyName, bodyNames},
		{title, titleWords}, {female, femaleWords}, {male, maleWords},
	} {
		add(l.trait, l.words)
	}
	for w := range strings.FieldsSeq(roleWords) {
		add(group, plural(w))
	}
	for w := range strings.FieldsSeq(bodyWords + " " + mediumWords) {
		add(body, plural(w))
	}
	for w := range starters {
		add(starter, strings.ToLower(w))
	}
	for w, vf := range verbForms() {
		i := words[w]
		i.verb, i.form = vf.verb, vf.form
		words[w] = i
	}
	for w, n := range nationNames {
		if !strings.Contains(w, " ") {
			i := words[w]
			i.nation, i.naming = n.nation, n.naming
			words[w] = i
		}
	}
	return words
}

func plural(w string) string {
	switch {
	case strings.HasSuffix(w, "man"):
		return w[:len(w)-2] + "en"
	case strings.HasSuffix(w, "child"):
		return w + "ren"
	case strings.HasSuffix(w, "y") && len(w) > 1 && !vowel(w[len(w)-2]):
		return w[:len(w)-1] + "ies"
	case strings.HasSuffix(w, "s"), strings.HasSuffix(w, "ch"), strings.HasSuffix(w, "sh"), strings.HasSuffix(w, "x"):
		return w + "es"
	}
	return w + "s"
}
