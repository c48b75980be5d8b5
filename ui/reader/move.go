package reader

import (
	"fmt"
	"slices"
	"strings"

	"parallax/corpus/report"
	"parallax/corpus/statement"
	"parallax/ui/pane"
)

const maxPast = 200 // places that ctrl-o remembers

// step moves the cursor by statements of its report.
func (r *Reader) step(by int) {
	sts := r.corpus.Statements.In(r.at.Report)
	if len(sts) == 0 {
		return
	}
	i := int(r.at.Statement-sts[0].ID) + by
	switch {
	case i < 0 && r.at.Statement == sts[0].ID:
		r.top()
		r.say("first statement")
		return
	case i >= len(sts) && r.at.Statement == sts[len(sts)-1].ID:
		r.say("last statement")
	}
	r.put(Place{r.at.Report, sts[max(0, min(i, len(sts)-1))].ID}, r.claim)
}

// top shows what stands above the first statement.
func (r *Reader) top() {
	r.tops[r.at.Report] = 0
	r.settle(true)
}

// goNumber goes to the statement of that number, from 1, in the cursor's report.
func (r *Reader) goNumber(n int) {
	sts := r.corpus.Statements.In(r.at.Report)
	if len(sts) == 0 {
		return
	}
	if n > len(sts) {
		r.say(fmt.Sprintf("%s has %d statements", r.corpus.Reports[r.at.Report].Outlet, len(sts)))
	}
	r.remember()
	r.put(Place{r.at.Report, sts[max(0, min(n, len(sts))-1)].ID}, noClaim)
	if n <= 1 {
		r.top()
	}
}

// nearest goes to the next (1) or previous (-1) statement of the report that fits, round the ends.
func (r *Reader) nearest(by int, what string, fits func(statement.ID) bool) {
	sts := r.corpus.Statements.In(r.at.Report)
	n := len(sts)
	if n == 0 {
		return
	}
	here := int(r.at.Statement - sts[0].ID)
	for k := 1; k <= n; k++ {
		i := ((here+by*k)%n + n) % n
		if !fits(sts[i].ID) {
			continue
		}
		if i == here {
			r.say("this is the only " + what)
			return
		}
		r.put(Place{r.at.Report, sts[i].ID}, noClaim)
		if (i < here) != (by < 0) {
			r.sayRound(by)
		}
		return
	}
	if r.linked == nil {
		r.say("not linked yet")
		return
	}
	r.say("no " + what + " in " + r.corpus.Reports[r.at.Report].Outlet)
}

func (r *Reader) sayRound(by int) {
	if by > 0 {
		r.say("past the end, on from the beginning")
	} else {
		r.say("past the beginning, on from the end")
	}
}

// shared reports whether another outlet has a counterpart of the statement.
func (r *Reader) shared(id statement.ID) bool {
	if r.linked == nil {
		return false
	}
	for range r.linked.Links.Of(id) {
		return true
	}
	return false
}

// only reports whether the statement is of the story and without any counterpart.
func (r *Reader) only(id statement.ID) bool {
	return r.linked != nil && r.corpus.Statements.All[id].IsStory() && !r.shared(id)
}

// stepShared goes along the active set, or else along the statements that others share.
func (r *Reader) stepShared(by int) {
	if r.active == nil {
		r.nearest(by, "shared statement", r.shared)
		return
	}
	set := r.active.Statements
	if len(set) == 0 {
		r.say("the active set is empty")
		return
	}
	i, found := slices.BinarySearch(set, r.at.Statement)
	switch {
	case by < 0:
		i--
	case found:
		i++
	}
	if i < 0 || i >= len(set) {
		r.sayRound(by)
		i = (i + len(set)) % len(set)
	}
	r.Show(set[i])
}

// stepClaim makes the next (1) or previous (-1) of the statement's claims current.
func (r *Reader) stepClaim(by int) {
	here := r.claimsHere()
	if len(here) < 2 {
		r.say("this statement carries no other claim")
		return
	}
	i := slices.Index(here, r.claim)
	r.claim, r.counterpart = here[(i+by+len(here))%len(here)], 0
	clear(r.strayed)
	r.settle(true)
}

// StepClaim is stepClaim for the claim card.
func (r *Reader) StepClaim(by int) { r.stepClaim(by) }

// stepCounterpart brings the next (1) or previous (-1) of an outlet's counterparts to the eye-line.
func (r *Reader) stepCounterpart(by int) {
	most := 0
	where := report.ID(0)
	if r.claim != noClaim {
		for _, id := range r.corpusReports(r.claim) {
			if n := len(r.counterparts(id)); n > most {
				most, where = n, id
			}
		}
	}
	if most < 2 {
		r.say("no outlet has a further counterpart")
		return
	}
	r.counterpart = (r.counterpart + by + most) % most
	clear(r.strayed)
	r.settle(true)
	r.say(fmt.Sprintf("counterpart %d of %d in %s", r.counterpart+1, most, r.corpus.Statements.Named(where)))
}

// page moves cursor and window by rows.
func (r *Reader) page(rows int) {
	doc := r.doc(r.at.Report)
	if doc == nil || r.at.Statement == nowhere {
		return
	}
	id := r.at.Report
	first, _ := doc.Rows(r.at.Statement)
	last := max(0, pane.Row(doc.Len()-r.plan.Body.H))
	r.tops[id] = max(0, min(r.tops[id]+pane.Row(rows), last))
	target, _ := doc.At(first + pane.Row(rows))
	if target == r.at.Statement { // a statement longer than the page: on to its neighbour
		if rows > 0 {
			r.step(1)
		} else {
			r.step(-1)
		}
		return
	}
	r.put(Place{id, target}, r.claim)
}

// scroll moves the window of one pane by rows and leaves the cursor where it is. The followers of the anchor go along.
func (r *Reader) scroll(id report.ID, rows int) {
	doc := r.doc(id)
	if doc == nil {
		return
	}
	r.tops[id] = max(-pane.Row(r.plan.Body.H)/2, min(r.tops[id]+pane.Row(rows), pane.Row(doc.Len()-1)))
	if id != r.at.Report {
		r.strayed[id] = true
	}
	r.settle(false)
}

// eyeTo puts the eye-line on a row of the panes.
func (r *Reader) eyeTo(row int) {
	doc := r.doc(r.at.Report)
	if doc == nil || r.at.Statement == nowhere {
		return
	}
	first, _ := doc.Rows(r.at.Statement)
	r.tops[r.at.Report] = first - pane.Row(row)
	clear(r.strayed)
	r.settle(false)
}

func (r *Reader) eyeBottom() {
	doc := r.doc(r.at.Report)
	if doc == nil || r.at.Statement == nowhere {
		return
	}
	first, end := doc.Rows(r.at.Statement)
	r.eyeTo(max(0, r.plan.Body.H-int(end-first)))
}

// remember puts the cursor's place on the way back.
func (r *Reader) remember() { r.push(r.at) }

func (r *Reader) push(p Place) {
	r.future = nil
	r.jumps++
	if n := len(r.past); n > 0 && r.past[n-1].from == p {
		r.past[n-1].number = r.jumps
		return
	}
	r.past = append(r.past, jump{p, r.jumps})
	if len(r.past) > maxPast {
		r.past = slices.Delete(r.past, 0, 1)
	}
}

// jump is a step of the way back: where the cursor was, and a number that no other has.
type jump struct {
	from   Place
	number int
}

// LastJump is the number of the jump that ctrl-o would lead back from now, 0 for none.
func (r *Reader) LastJump() int {
	if len(r.past) == 0 {
		return 0
	}
	return r.past[len(r.past)-1].number
}

// back goes to where the cursor was before the last jump, forth the other way.
func (r *Reader) back() {
	if len(r.past) == 0 {
		r.say("no earlier place")
		return
	}
	r.future = append(r.future, r.at)
	r.leap(r.past[len(r.past)-1].from)
	r.past = r.past[:len(r.past)-1]
}

func (r *Reader) forth() {
	if len(r.future) == 0 {
		r.say("no later place")
		return
	}
	r.jumps++
	r.past = append(r.past, jump{r.at, r.jumps})
	r.leap(r.future[len(r.future)-1])
	r.future = r.future[:len(r.future)-1]
}

func (r *Reader) leap(p Place) {
	r.enter(r.corpus.Stories.Of[p.Report])
	r.unhide(p.Report)
	r.put(p, noClaim)
}

// ToOutletNamed goes to the outlet whose name begins with the letters; if several do, to the next of them after the
// cursor's. It reports whether there is one.
func (r *Reader) ToOutletNamed(letters string) bool {
	matches := r.outletsNamed(letters)
	if len(matches) == 0 {
		return false
	}
	next := matches[0]
	for _, id := range matches {
		if slices.Index(r.order, id) > slices.Index(r.order, r.at.Report) {
			next = id
			break
		}
	}
	r.remember()
	r.unhide(next)
	if r.corpus.Stories.Of[next] != r.story {
		r.put(r.start(next), noClaim)
		return true
	}
	r.toOutlet(next)
	return true
}

// outletsNamed is the panes, from left to right, whose outlet's name, or a word of it, begins with the letters; where the
// story has none, the reports of other stories.
func (r *Reader) outletsNamed(letters string) []report.ID {
	if here := r.namedSo(r.order, letters); len(here) > 0 {
		return here
	}
	var others []report.ID
	for i := range r.corpus.Reports {
		if r.corpus.Stories.Of[i] != r.story {
			others = append(others, report.ID(i))
		}
	}
	return r.namedSo(others, letters)
}

// namedSo is those of the reports whose outlet's name begins with the letters, else those of which a word does.
func (r *Reader) namedSo(reports []report.ID, letters string) []report.ID {
	letters = strings.ToLower(letters)
	var begin, within []report.ID
	for _, id := range reports {
		name := strings.ToLower(r.corpus.Reports[id].Outlet)
		switch {
		case strings.HasPrefix(name, letters):
			begin = append(begin, id)
		case strings.Contains(" "+name, " "+letters):
			within = append(within, id)
		}
	}
	if len(begin) > 0 {
		return begin
	}
	return within
}

// oneOutlet reports whether all the reports are of one outlet.
func (r *Reader) oneOutlet(ids []report.ID) bool {
	for _, id := range ids {
		if r.corpus.Reports[id].Outlet != r.corpus.Reports[ids[0]].Outlet {
			return false
		}
	}
	return len(ids) > 0
}
