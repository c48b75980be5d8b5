package statement

import (
	"strings"

	"parallax/corpus/report"
)

// Boilerplate is found in three ways, each cheap and each of which can be explained to a reader by its rule's name: by
// wording (the phrases of phrases.go), by what a line is made of and where it stands (rules below), and by repetition
// (repeated.go). A learnt classifier was rejected: it could not say why, and it would have to be right about every
// outlet's layout. When in doubt a statement belongs to the story, since boilerplate is never linked.

// markBoilerplate sets the Boilerplate of every statement that is not part of its story.
func markBoilerplate(s *Set) {
	for r := range s.Reports {
		statements := s.All[s.first[r]:s.first[r+1]]
		l := layout{text: s.Reports[r].Text, all: statements}
		l.find()
		l.byWording()
		l.byPlace()
		l.byHeading()
		l.byParagraph()
	}
	markRepeated(s)
	for r := range s.Reports {
		statements := s.All[s.first[r]:s.first[r+1]]
		l := layout{text: s.Reports[r].Text, all: statements}
		l.find()
		l.tail()
		l.withdrawn(s.plain(report.ID(r)))
	}
}

// layout is a report as the rules see it.
type layout struct {
	text  string
	all   []Statement
	title int // index of the first statement of the headline, -1 for none
	body  int // index of the last statement that is a full sentence of the story, -1 for none
}

func (l *layout) find() {
	l.title, l.body = -1, -1
	for i := range l.all {
		if l.all[i].Kind == Headline && l.title < 0 {
			l.title = i
		}
		if l.all[i].IsStory() && l.all[i].Kind == Sentence && endsSentence(l.words(i)) {
			l.body = i
		}
	}
}

func (l *layout) words(i int) string { return l.text[l.all[i].Span.Start:l.all[i].Span.End] }

// alone reports whether statement i is the whole of its paragraph.
func (l *layout) alone(i int) bool { return l.opens(i) && l.closes(i) }

func (l *layout) opens(i int) bool {
	return i == 0 || l.all[i-1].Paragraph != l.all[i].Paragraph
}

func (l *layout) closes(i int) bool {
	return i+1 == len(l.all) || l.all[i+1].Paragraph != l.all[i].Paragraph
}

// byWording marks what a phrase gives away. A label at the start of a line that is no sentence ("MORE: ...") takes the
// whole line with it.
func (l *layout) byWording() {
	for i := range l.all {
		st := &l.all[i]
		if st.Kind == Headline || st.Boilerplate != "" {
			continue
		}
		if l.isAuthorNote(i) {
			st.Boilerplate = aboutAuthor
			continue
		}
		if rule := ruleByWording(l.words(i), l.opens(i), l.alone(i), i < 4 || i+8 > len(l.all)); rule != "" {
			st.Boilerplate = rule
			for j := i + 1; rule == moreAbout && l.opens(i) && j < len(l.all) && !l.opens(j) && l.isLabelled(i); j++ {
				l.all[j].Boilerplate = rule
			}
		}
	}
}

// isAuthorNote reports whether statement i, among the last of its report, only says who wrote it: "Ada Hale is a reporter
// for the Herald."
func (l *layout) isAuthorNote(i int) bool {
	s := l.words(i)
	if !l.opens(i) || i+3 < len(l.all) {
		return l.opens(i) && i+6 >= len(l.all) && writesFor(s)
	}
	if writesFor(s) {
		return true
	}
	name, rest, ok := strings.Cut(s, " is ")
	if !ok || len(s) > 240 || strings.Count(name, " ") > 3 || !isTitleCase(name) {
		return false
	}
	first, post, _ := strings.Cut(rest, " ")
	if first != "a" && first != "an" && first != "the" {
		return false
	}
	post = post[:min(len(post), 60)]
	for _, w := range [...]string{"reporter", "correspondent", "staff writer", "columnist", "journalist", "editor", "bureau chief", "news producer"} {
		if strings.Contains(post, w) {
			return true
		}
	}
	return false
}

// isLabelled reports whether statement i begins with a label and a colon or a dash.
func (l *layout) isLabelled(i int) bool {
	s := l.words(i)
	return strings.ContainsAny(s[:min(len(s), 40)], ":|–—") || strings.Contains(s[:min(len(s), 40)], " - ")
}

// byPlace marks what shows by a line's make and place: the category above the headline, a programme's or a series' name
// before a title in the middle of the story, names of agencies and firms that stand alone.
func (l *layout) byPlace() {
	for i := range l.all {
		st := &l.all[i]
		if st.Boilerplate != "" || st.Kind == Headline {
			continue
		}
		s := l.words(i)
		if !l.alone(i) {
			if st.Boilerplate = ""; s[0] == '(' && isCredit(s) || photoCredit(s) {
				st.Boilerplate = creditLine
			}
			continue
		}
		switch {
		case i < l.title && strings.Count(s, " ") < 6 && isHeading(s, 6):
			st.Boilerplate = categoryLine
		case isMenu(s):
			st.Boilerplate = navigationLine
		case isDateLine(s) || announcesDate(s):
			st.Boilerplate = dateLine
		case isAddress(s):
			st.Boilerplate = linkList
		case isCredit(s) || photoCredit(s) || isSlug(s) || isByOurs(s) || i <= l.title+3 && i != l.title && isByline(s):
			st.Boilerplate = creditLine
		case isCount(s):
			st.Boilerplate = navigationLine
		case i > l.title+1 && isTeaser(s):
			st.Boilerplate = moreAbout
		}
	}
}

// byHeading marks the titles of other stories that stand, a line each, under a line such as "Most read".
func (l *layout) byHeading() {
	const most = 12
	for i := range l.all {
		s := l.words(i)
		if l.all[i].Boilerplate != moreAbout || !l.alone(i) || strings.Count(s, " ") > 5 || strings.Contains(strings.TrimRight(s, ":"), ":") || endsSentence(s) {
			continue
		}
		first, to := i+1, i+1
		for to < len(l.all) && to-first < most && (l.all[to].Boilerplate != "" || l.alone(to) && l.all[to].Kind != Headline && isHeading(l.words(to), longestSubheading)) {
			to++
		}
		if to < len(l.all) && to-first > 1 && l.all[to].Boilerplate == "" { // the last may be a sub-heading of what follows
			to--
		}
		for ; first < to; first++ {
			if l.all[first].Boilerplate == "" {
				l.all[first].Boilerplate = linkList
			}
		}
	}
}

// byParagraph marks the rest of a paragraph at the end of a report most of which is boilerplate by its wording: what an
// outlet says about itself. Credits do not count, since they often follow the story's last sentence.
func (l *layout) byParagraph() {
	for i := len(l.all) - 1; i >= 0; {
		first, found := i, 0
		for ; ; first-- {
			if b := l.all[first].Boilerplate; b != "" && b != creditLine && b != photoCaption && b != dateLine {
				found++
			}
			if l.opens(first) {
				break
			}
		}
		if n := i + 1 - first; 2*found > n {
			for j := first; j <= i; j++ {
				if l.all[j].Boilerplate == "" && l.all[j].Kind != Headline {
					l.all[j].Boilerplate = aboutOutlet
				}
			}
		} else if l.all[i].Boilerplate == "" {
			return
		}
		i = first - 1
	}
}

// tail marks list items and lines without a full stop that nothing of the story follows: links to other stories. A
// single such line may be the story's last words.
func (l *layout) tail() {
	first := l.body + 1
	if l.body < 0 || 2*(len(l.all)-first) > len(l.all) {
		return
	}
	items, headings := 0, 0
	for i := first; i < len(l.all); i++ {
		switch s := l.words(i); {
		case l.all[i].Boilerplate != "":
		case l.all[i].Kind == Item:
			items++
		case isHeading(s, longestSubheading) && l.alone(i):
			headings++
		}
	}
	for i := first; i < len(l.all); i++ {
		st := &l.all[i]
		switch {
		case st.Boilerplate != "" || st.Kind == Headline:
		case st.Kind == Item && items > 1 && !endsSentence(l.words(i)), st.Kind != Item && headings > 2 && isHeading(l.words(i), longestSubheading):
			st.Boilerplate = linkList
		}
	}
}
