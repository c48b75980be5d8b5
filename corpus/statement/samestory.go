package statement

import (
	"strings"
	"unicode"

	"parallax/corpus/language"
	"parallax/corpus/report"
)

// comparison tells whether two reports of one outlet are of one story.
type comparison struct {
	set    *Set
	shared map[[2]report.ID]int          // statements near their ends that neighbours among an outlet's reports share
	words  map[report.ID]map[string]bool // of the reports looked at so far
	same   map[[2]report.ID]bool         // pairs decided so far
}

// sharedBy counts the statements that each pair of neighbours among the reports that carry one shares.
func sharedBy(byOutlet map[string][]occurrence) map[[2]report.ID]int {
	shared := map[[2]report.ID]int{}
	for _, at := range byOutlet {
		for i := 1; i < len(at); i++ {
			if at[i-1].report != at[i].report {
				shared[[2]report.ID{at[i-1].report, at[i].report}]++
			}
		}
	}
	return shared
}

// acrossStories reports whether two reports of different stories carry a statement.
func (c *comparison) acrossStories(at []occurrence) bool {
	for i := 1; i < len(at); i++ {
		if a, b := at[i-1].report, at[i].report; a != b && !c.oneStory([2]report.ID{a, b}) {
			return true
		}
	}
	return false
}

// oneStory reports whether two reports are of one story: versions of each other, which share more than a third of the
// statements near their ends, or alike in their other words.
func (c *comparison) oneStory(pair [2]report.ID) bool {
	same, known := c.same[pair]
	if !known {
		size := min(len(c.set.In(pair[0])), len(c.set.In(pair[1])), 2*edgeStatements)
		same = 3*c.shared[pair] > size || c.alike(pair[0], pair[1])
		c.same[pair] = same
	}
	return same
}

// alike reports whether two reports share as many content words as reports of one story do, not counting what they repeat
// of each other word for word.
func (c *comparison) alike(a, b report.ID) bool {
	const fewest = 4
	x, y := c.wordsOf(a), c.wordsOf(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	repeated := c.repeatedWords(a, b)
	n, of := 0, 0
	for w := range x {
		if repeated[w] {
			continue
		}
		of++
		if y[w] {
			n++
		}
	}
	return n >= fewest && float64(n) > storyShare*float64(of)
}

// repeatedWords is the content words of the statements near the ends that both reports have.
func (c *comparison) repeatedWords(a, b report.ID) map[string]bool {
	in := map[string]bool{}
	edges := func(r report.ID, visit func(text string)) {
		all := c.set.In(r)
		for i := range all {
			if i < edgeStatements || i+edgeStatements >= len(all) {
				visit(language.FoldPhrase(c.set.Text(all[i].ID)))
			}
		}
	}
	edges(a, func(text string) { in[text] = true })
	words := map[string]bool{}
	edges(b, func(text string) {
		if in[text] {
			addContentWords(words, text)
		}
	})
	return words
}

func (c *comparison) wordsOf(r report.ID) map[string]bool {
	words, known := c.words[r]
	if !known {
		words = map[string]bool{}
		addContentWords(words, language.FoldPhrase(c.set.Reports[r].Text))
		c.words[r] = words
	}
	return words
}

// addContentWords adds the beginnings, so that endings do not matter, of the words of a folded text that are neither
// function words nor verbs of speech.
func addContentWords(words map[string]bool, text string) {
	const shortest, longest = 4, 6 // bytes
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if len(w) < shortest {
			continue
		}
		if i := lexicon()[w]; i.traits&(determiner|preposition|subordinator|auxiliary|adverb|timeWord|pronoun|finite|starter) == 0 && i.verb == nil {
			words[w[:min(len(w), longest)]] = true
		}
	}
}

// furniture reports whether a statement that several reports of one story carry has the place and the form of what an
// outlet puts round its stories.
func (c *comparison) furniture(at []occurrence) bool {
	if len(at) < 2 {
		return false
	}
	reports := 0
	for i, o := range at {
		all := c.set.In(o.report)
		k := c.set.All[o.id].Number - 1
		if !edgeParagraph(all, k) || !addresses(c.set.Text(o.id), c.set.Reports[o.report].Outlet) {
			return false
		}
		if i == 0 || at[i-1].report != o.report {
			reports++
		}
	}
	return reports > 1
}

// edgeParagraph reports whether statement k is a paragraph of its own, among the last two or before the second sentence.
func edgeParagraph(all []Statement, k int) bool {
	opens := k == 0 || all[k-1].Paragraph != all[k].Paragraph
	closes := k+1 == len(all) || all[k+1].Paragraph != all[k].Paragraph
	return opens && closes && (k < 2 || k+2 >= len(all) || all[k+1].Boilerplate != "" && k+edgeStatements >= len(all))
}

// addresses reports whether a text is no sentence, or speaks to the reader or of the outlet, as no sentence of a story does.
func addresses(text, outlet string) bool {
	if !endsSentence(text) {
		return true
	}
	if strings.ContainsAny(text, "\"“«") {
		return false
	}
	if outlet != "" && strings.Contains(text, outlet) {
		return true
	}
	for w := range strings.FieldsFuncSeq(language.FoldPhrase(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
		switch w {
		case "we", "our", "us", "you", "your":
			return true
		}
	}
	return false
}
