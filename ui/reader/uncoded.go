package reader

import (
	"fmt"

	"parallax/corpus/brief"
	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// coded is the statements that bear tags in a state of the brief; it is found when it is first asked for.
type coded struct {
	of *brief.Resolved
	is map[statement.ID]brief.Coded
}

func (r *Reader) isCoded(id statement.ID) bool {
	if r.coded.of != r.resolved {
		r.coded = coded{r.resolved, r.resolved.Coded()}
	}
	return len(r.coded.is[id].Tags) > 0
}

// stepUncoded goes to the next (1) or previous (-1) statement without a tag: of the report, then of the story's others, round the
// ends. It says how far the coding has come.
func (r *Reader) stepUncoded(by int) {
	all := r.storyStatements()
	n, here := len(all), -1
	for i, id := range all {
		if id == r.at.Statement {
			here = i
		}
	}
	for k := 1; k <= n; k++ {
		id := all[((here+by*k)%n+n)%n]
		if r.isCoded(id) || !r.corpus.Statements.All[id].IsStory() {
			continue
		}
		r.remember()
		r.put(Place{r.corpus.Statements.All[id].Report, id}, noClaim)
		r.say(r.progress())
		return
	}
	r.say("every statement of the story has a tag; " + r.progress())
}

// storyStatements is the statements of the open story, report by report.
func (r *Reader) storyStatements() []statement.ID {
	var all []statement.ID
	for _, in := range r.corpus.Stories.All[r.story].Reports {
		for _, st := range r.corpus.Statements.In(in) {
			all = append(all, st.ID)
		}
	}
	return all
}

// progress is how many statements are coded, of the report and of the story; boilerplate is none of them.
func (r *Reader) progress() string {
	done, of := r.codedIn(r.at.Report)
	said := fmt.Sprintf("coded %d of %d in this report", done, of)
	if reports := r.corpus.Stories.All[r.story].Reports; len(reports) > 1 {
		done, of = 0, 0
		for _, in := range reports {
			d, n := r.codedIn(in)
			done, of = done+d, of+n
		}
		said += fmt.Sprintf(", %d of %d in the story", done, of)
	}
	return said
}

func (r *Reader) codedIn(in report.ID) (done, of int) {
	for _, st := range r.corpus.Statements.In(in) {
		if !st.IsStory() {
			continue
		}
		of++
		if r.isCoded(st.ID) {
			done++
		}
	}
	return done, of
}
