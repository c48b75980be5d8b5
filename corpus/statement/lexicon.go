package statement

import (
	"strings"
	"sync"

	"parallax/corpus/language"
)

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
var lexicon = sync.OnceValue(readLexicon)

// traitLists say which words have which traits, as a file and a section of the language's lists.
var traitLists = []struct {
	trait         trait
	file, section string
}{
	{determiner, "grammar", "determiners"}, {preposition, "grammar", "prepositions"}, {subordinator, "grammar", "subordinators"},
	{auxiliary, "grammar", "auxiliaries"}, {auxiliary | beForm, "grammar", "forms of be"}, {modal, "grammar", "modals"},
	{negation, "grammar", "negations"}, {adverb, "grammar", "adverbs"}, {timeWord, "grammar", "times"},
	{pronoun, "grammar", "pronouns"}, {finite, "grammar", "finite verbs"}, {viewNoun, "speech", "view nouns"},
	{calledThing, "speech", "called things"}, {role, "roles", "roles"}, {group, "roles", "groups"}, {body, "roles", "bodies"},
	{document, "roles", "documents"}, {medium, "roles", "media"}, {mediumName, "roles", "in names of media"},
	{bodyName, "roles", "in names of bodies"}, {title, "roles", "titles"}, {female, "roles", "female"}, {male, "roles", "male"},
}

// pluralTraits are the traits that the plurals of a list's words have.
var pluralTraits = []struct {
	trait   trait
	section string
}{{group, "roles"}, {body, "bodies"}, {body, "media"}}

func readLexicon() map[string]info {
	words := map[string]info{}
	add := func(f trait, w string) {
		i := words[w]
		i.traits |= f
		words[w] = i
	}
	for _, l := range traitLists {
		for _, w := range language.English(l.file, l.section).Words() {
			add(l.trait, w)
		}
	}
	for _, l := range pluralTraits {
		for _, w := range language.English("roles", l.section).Words() {
			add(l.trait, language.Plural(w))
		}
	}
	for _, w := range starters.Words() {
		add(starter, strings.ToLower(w))
	}
	for w, vf := range verbForms() {
		i := words[w]
		i.verb, i.form = vf.verb, vf.form
		words[w] = i
	}
	for w, n := range nations().names {
		if !strings.Contains(w, " ") {
			i := words[w]
			i.nation, i.naming = n.nation, n.naming
			words[w] = i
		}
	}
	return words
}

// roleKinds says which roles a word may stand for, besides itself: "the diplomat" may be a foreign minister.
var roleKinds = sync.OnceValue(func() map[string]string { return byLabel(language.English("roles", "may be")) })

// byLabel reads a list of lines "label: words".
func byLabel(l *language.List) map[string]string {
	m := map[string]string{}
	for _, line := range l.Lines() {
		label, words, _ := strings.Cut(line, ": ")
		m[label] = words
	}
	return m
}
