package report

import "unicode/utf8"

// topOfText is how many lines of a text are looked at for its byline and its date: they stand below the headline.
const topOfText = 8

// textFacts is who wrote a text and when it was published, as far as lines of their own near its top say so: "By ...",
// "Updated: July 02, 2013 15:50 IST". Nothing is taken from the sentences of the story: a day that they name is that of
// what they tell.
func textFacts(text string) Facts {
	var f Facts
	for _, l := range firstLines(text, topOfText) {
		if utf8.RuneCountInString(l.text) > 100 || endsSentence(l.text) {
			continue
		}
		if f.Byline.Value == "" && byWords().MatchString(l.text) {
			f.Byline.Value = nameIn(l.text)
		}
		if f.Published.Value == "" && (isDateLine(l.text) || f.Byline.Value != "" && byWords().MatchString(l.text)) {
			if d, ok := dateIn(l.text); ok {
				f.Published.Value = d.ISO()
			}
		}
	}
	return f.Said("text")
}
