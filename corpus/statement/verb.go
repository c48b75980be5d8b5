package statement

import "strings"

// use says how a reporting verb may be used.
type use uint16

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

// verbLines hold the reporting verbs by how they are used. Irregular forms stand in brackets: past and participle.
var verbLines = []struct {
	use   use
	words string
}{
	{clause | invert | strong, "say(said) add allege insist explain reply remark joke quip boast shout yell whisper chant complain lament retort exclaim recount"},
	{clause | addressee | infinitive | strong, "tell(told) remind"},
	{clause | addressee | strong, "assure inform"},
	{clause | invert, `claim argue assert contend declare estimate predict speculate conclude note recall caution comment reveal state
		write(wrote,written) tweet observe report announce stress emphasise emphasize confirm acknowledge admit concede reiterate testify
		disclose mention opine clarify underline underscore forecast(forecast)`},
	{clause | addressee | invert | strong | object | infinitive, "warn"},
	{clause, "hint swear(swore,sworn)"},
	{object | strong, "accuse"},
	{object | clause | strong, "deny"},
	{object, `announce stress emphasise emphasize confirm acknowledge admit concede reiterate describe blame condemn criticise criticize
		denounce praise urge allege decry deplore demand specify slam mock predict characterise characterize`},
	{object | needsView, "dismiss reject express voice repeat hail defend question welcome"},
	{object | firmly, "call appeal"},
	{clause | infinitive, "vow pledge promise threaten claim"},
	{clause | thought, "believe think(thought) feel(felt) hope fear doubt suspect"},
	{clause | needsThat, "maintain respond post answer agree point indicate signal counter recommend propose suggest"},
	{clause | invert | needsThat, "continue"},
	{clause | invert | addressee | infinitive | needsThat, "ask"},
	{object, "quote cite"},
}

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
	for _, l := range verbLines {
		for w := range strings.FieldsSeq(l.words) {
			lemma, rest, irregular := strings.Cut(w, "(")
			v := verbs[lemma]
			if v == nil {
				v = &verb{lemma: lemma}
				verbs[lemma] = v
			}
			v.use |= l.use
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
			add(lemma, v, base)
			add(thirdPerson(lemma), v, present)
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
	switch w {
	case "admit", "slam", "quip":
		return w + w[len(w)-1:]
	}
	return w
}

func vowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }
