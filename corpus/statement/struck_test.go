package statement

import (
	"strings"
	"testing"

	"parallax/corpus/report"
)

// TestStruckOut: what is struck out stands in its statement and is said by nobody; a statement that is withdrawn is no part
// of the story.
func TestStruckOut(t *testing.T) {
	const text = "Three die in fire\n\nThe fire killed ~~three~~ four people, police said.\n\n" +
		"~~The mayor set the fire.~~ The mayor was abroad. ~~\"We saw him,\" Ada Hale said. He fled.~~\n"
	r := report.Report{Outlet: "A", Path: "a.md", Text: text}
	for at := 0; ; {
		i := strings.Index(text[at:], report.StruckMark)
		if i < 0 {
			break
		}
		j := i + 2 + strings.Index(text[at+i+2:], report.StruckMark) + 2
		r.Struck = append(r.Struck, report.Span{Start: at + i, End: at + j})
		at += j
	}
	set := Of([]report.Report{r}, 1)
	var got []string
	for i := range set.All {
		st := &set.All[i]
		line := set.Text(st.ID)
		if !st.IsStory() {
			line = "(" + st.Boilerplate + ") " + line
		}
		for _, v := range st.Voices {
			line += " [" + v.Speaker + "]"
		}
		var words []string
		for _, w := range set.Words(st.ID) {
			words = append(words, w.Text)
		}
		got = append(got, line+" | "+strings.Join(words, " "))
	}
	const want = `Three die in fire | three die in fire
The fire killed ~~three~~ four people, police said. [police] | the fire killed four people police said
(struck out by the outlet) ~~The mayor set the fire.~~ | 
The mayor was abroad. | the mayor was abroad
(struck out by the outlet) ~~"We saw him," Ada Hale said. | 
(struck out by the outlet) He fled.~~ | `
	if s := strings.Join(got, "\n"); s != want {
		t.Errorf("got\n%s\nwant\n%s", s, want)
	}
}
