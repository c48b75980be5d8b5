package reader

import (
	"slices"

	"parallax/corpus"
	"parallax/corpus/claim"
	"parallax/corpus/report"
	"parallax/corpus/statement"
	"parallax/ui/layout"
	"parallax/ui/pane"
)

// Followers are computed from the anchor, never by adding deltas: given the cursor's statement, the row of the screen
// it stands on (the eye-line) and the links, where each other pane stands is a pure function. A pane that is silent on
// the current claim shows the place where a counterpart would stand, judged by the nearest statement before the cursor
// that it does have a counterpart of. Adding the rows the anchor moved to each follower was rejected: small
// errors add up, and going back would not lead back.

const (
	silentText    = " no counterpart found"
	otherLanguage = " another language: linked by names and numbers only"
	mostBlank     = 6 // rows that a silent pane leaves blank for the sake of an exact place
	margin        = 2 // rows kept between the cursor's statement and the edge of its pane
)

// settle makes everything fit the cursor: which panes are on screen, where they stand, what is marked. With reveal, the
// anchor scrolls if the cursor's statement is out of sight.
func (r *Reader) settle(reveal bool) {
	if r.width == 0 || r.plan.TooSmall {
		return
	}
	r.bringIntoSight()
	if reveal {
		r.reveal()
	}
	r.tally = r.count()
	r.marks = r.markStatements()
	shown := r.onScreen()
	r.views = r.views[:0]
	for _, id := range shown {
		r.views = append(r.views, r.view(id))
	}
}

// view is what one pane shows. For a follower it moves the pane's top to where the anchor wants it.
func (r *Reader) view(id report.ID) pane.View {
	v := pane.View{Top: r.tops[id], Marks: r.marks, Kept: r.keep}
	if r.claim != noClaim {
		v.Carries, v.Another = r.carries, r.another
	}
	if r.selecting != nil && id == r.at.Report {
		v.Selected = r.selecting.span()
	}
	if r.active != nil {
		v.Hits = r.active.Spans
	}
	eye, ok := r.eyeRow()
	if id == r.at.Report || !ok || r.claim == noClaim {
		return v
	}
	if !r.follows(id) {
		return v
	}
	where := r.counterpartPlace(id)
	if !where.found {
		v.Insert = pane.Insert{Text: r.silentText(id), At: r.nextStart(id, v.Top+eye)}
		return v
	}
	v.Top = where.row - eye
	if where.silent {
		v.Top = r.filled(id, v.Top, eye)
		v.Insert = pane.Insert{Text: r.silentText(id), At: v.Top + eye}
	}
	r.tops[id] = v.Top
	return v
}

// filled is the top of a silent pane. A few blank rows beyond its ends are a small price for the exact place; but where that
// is far off the end of a report would leave much of the pane blank, the report fills it, and the line of silence stands on
// the eye-line between the statements that are there.
func (r *Reader) filled(id report.ID, top, eye pane.Row) pane.Row {
	doc := r.doc(id)
	last := max(0, pane.Row(doc.Len()+1-r.plan.Body.H))
	switch {
	case top < -mostBlank:
		return r.nextStart(id, eye) - eye
	case top > last+mostBlank:
		at := last + eye
		if s, ok := doc.At(at); ok {
			if first, _ := doc.Rows(s); first <= at {
				at = first
			}
		}
		return max(0, at-eye)
	}
	return top
}

// silentText is what a pane says where its outlet is silent.
func (r *Reader) silentText(id report.ID) string {
	if there, here := r.corpus.Reports[id].Language(), r.corpus.Reports[r.at.Report].Language(); there != here && there != "" && here != "" {
		return otherLanguage
	}
	if r.corpus.Reports[id].InPart() {
		return silentText + ", taken in part"
	}
	return silentText
}

// follows reports whether a pane goes where the anchor wants it: not when either is unlinked, nor when it was scrolled by
// hand, or the links came, since the cursor last moved.
func (r *Reader) follows(id report.ID) bool {
	return !r.unsync && !r.loose[id] && !r.loose[r.at.Report] && !r.strayed[id]
}

// spot is where a pane has, or would have, the current claim.
type spot struct {
	row       pane.Row
	statement statement.ID // the counterpart, or the statement after the place where one would stand
	silent    bool
	found     bool
}

// counterpartPlace is where report id says what the cursor's statement says: at the chosen counterpart; else directly
// after the best counterpart of the nearest linked statement before the cursor; else directly before that of the next.
func (r *Reader) counterpartPlace(id report.ID) spot {
	doc := r.doc(id)
	if r.claim == noClaim || doc == nil {
		return spot{}
	}
	if cs := r.counterparts(id); len(cs) > 0 {
		s := cs[r.counterpart%len(cs)].Statement
		row, _ := doc.Rows(s)
		return spot{row: row, statement: s, found: true}
	}
	if s, ok := r.elsewhere(id); ok {
		row, _ := doc.Rows(s)
		return spot{row: row, statement: s, found: true}
	}
	if s, ok := r.bestIn(r.at.Statement, id); ok { // another link of the cursor's statement
		first, _ := doc.Rows(s)
		return r.between(id, first)
	}
	sts := r.corpus.Statements.In(r.at.Report)
	here := int(r.at.Statement - sts[0].ID)
	for i := here - 1; i >= 0; i-- {
		if s, ok := r.bestIn(sts[i].ID, id); ok {
			_, end := doc.Rows(s)
			return r.between(id, end)
		}
	}
	for i := here + 1; i < len(sts); i++ {
		if s, ok := r.bestIn(sts[i].ID, id); ok {
			first, _ := doc.Rows(s)
			return r.between(id, first)
		}
	}
	return spot{}
}

// elsewhere is the statement of a report that is linked to the claim without carrying it: to the cursor's statement where it
// can be, else to another wording.
func (r *Reader) elsewhere(id report.ID) (statement.ID, bool) {
	cell := &r.row.Cells[r.corpus.Statements.Outlets.Of[id]]
	if cell.State != claim.Elsewhere || r.signed(r.corpus.Reports[id].Outlet, r.claimed()) {
		return 0, false // the reader has read it, and calls it silence
	}
	if s, ok := r.bestIn(r.at.Statement, id); ok && r.corpus.Statements.All[s].IsStory() {
		return s, true
	}
	return cell.Near.Statement, r.corpus.Statements.All[cell.Near.Statement].Report == id
}

// carries is the words by which a statement carries the current claim.
func (r *Reader) carries(id statement.ID) []report.Span {
	r.forget()
	spans, ok := r.known.words[id]
	if !ok {
		spans = r.linked.Claims.Words(r.claim, id)
		r.known.words[id] = spans
	}
	return spans
}

// between is the silent place before row.
func (r *Reader) between(id report.ID, row pane.Row) spot {
	s, _ := r.doc(id).At(row)
	return spot{row: row, statement: s, silent: true, found: true}
}

// bestIn is the best counterpart of a statement in a report.
func (r *Reader) bestIn(s statement.ID, id report.ID) (statement.ID, bool) {
	for l := range r.linked.Links.Of(s) {
		if o := l.Other(s); r.corpus.Statements.All[o].Report == id {
			return o, true
		}
	}
	return 0, false
}

// nextStart is the first row at or after row where a statement begins, so that no statement is torn.
func (r *Reader) nextStart(id report.ID, row pane.Row) pane.Row {
	doc := r.doc(id)
	if row <= 0 {
		return 0
	}
	if row >= pane.Row(doc.Len()) {
		return pane.Row(doc.Len())
	}
	s, ok := doc.At(row)
	if !ok {
		return pane.Row(doc.Len())
	}
	first, end := doc.Rows(s)
	if first >= row {
		return first
	}
	return end
}

// eyeRow is the row of the panes, from 0, on which the cursor's statement begins; it may lie outside them. ok is false
// when there is no such statement.
func (r *Reader) eyeRow() (eye pane.Row, ok bool) {
	doc := r.doc(r.at.Report)
	if doc == nil || r.at.Statement == nowhere {
		return 0, false
	}
	first, _ := doc.Rows(r.at.Statement)
	return first - r.tops[r.at.Report], true
}

// reveal scrolls the anchor as little as possible so that the cursor's statement can be read.
func (r *Reader) reveal() {
	doc := r.doc(r.at.Report)
	if doc == nil || r.at.Statement == nowhere {
		return
	}
	height := pane.Row(r.plan.Body.H)
	first, end := doc.Rows(r.at.Statement)
	edge := min(margin, height/4)
	top := r.tops[r.at.Report]
	highest, lowest := first-edge, end+edge-height
	if lowest > highest {
		lowest, highest = first, first // taller than the pane: its beginning counts
	}
	switch {
	case top > highest:
		r.tops[r.at.Report] = max(highest, min(0, first))
	case top < lowest:
		last := max(0, pane.Row(doc.Len())-height)
		r.tops[r.at.Report] = min(lowest, max(last, end-height))
	}
}

// markStatements marks the cursor and every statement that carries the current claim, in all reports.
func (r *Reader) markStatements() map[statement.ID]pane.Mark {
	marks := make(map[statement.ID]pane.Mark)
	if r.claim != noClaim {
		for _, id := range r.corpusReports(r.claim) {
			for _, c := range r.counterparts(id) {
				marks[c.Statement] = markOf(c)
			}
		}
		for _, s := range r.linked.Claims.All[r.claim].Statements {
			if r.corpus.Statements.All[s].Report == r.at.Report {
				marks[s] = pane.Same
			}
		}
	}
	if r.claim != noClaim {
		for _, id := range r.order {
			if s, ok := r.elsewhere(id); ok {
				marks[s] = pane.Elsewhere
			}
		}
	}
	if r.at.Statement != nowhere {
		marks[r.at.Statement] = pane.Cursor
	}
	return marks
}

// known is the counterparts of one claim seen from one statement. They are asked for several times a frame, and finding
// them takes long when hundreds of reports carry the claim.
type known struct {
	linked   *corpus.Linked
	claim    claim.ID
	from     statement.ID
	byReport map[report.ID][]claim.Counterpart
	words    map[statement.ID][]report.Span // that carry the claim
	another  map[statement.ID]bool          // that are in another voice
}

// forget makes known that of the current claim, seen from the cursor.
func (r *Reader) forget() {
	if k := &r.known; k.linked != r.linked || k.claim != r.claim || k.from != r.at.Statement {
		r.known = known{r.linked, r.claim, r.at.Statement, make(map[report.ID][]claim.Counterpart), make(map[statement.ID][]report.Span), make(map[statement.ID]bool)}
	}
}

// counterparts is the statements of a report that carry the current claim, seen from the cursor, best first. There must
// be a current claim.
func (r *Reader) counterparts(id report.ID) []claim.Counterpart {
	r.forget()
	cs, ok := r.known.byReport[id]
	if !ok {
		cs = r.linked.Claims.Counterparts(r.claim, r.at.Statement, id)
		r.known.byReport[id] = cs
	}
	return cs
}

// another reports whether a statement carries the current claim in another voice than the cursor's: another speaker's, or an
// outlet's own words beside a speaker's. Where a voice is unclear nothing is said of it. There must be a current claim.
func (r *Reader) another(id statement.ID) bool {
	r.forget()
	is, ok := r.known.another[id]
	if !ok {
		is = r.marks[id] != pane.Elsewhere && r.marks[id] != pane.Unmarked && r.voicesDiffer(r.at.Statement, id)
		r.known.another[id] = is
	}
	return is
}

// voicesDiffer reports whether two wordings of the current claim are surely in two voices: a statement in which the other's
// speaker speaks too may give the claim as theirs.
func (r *Reader) voicesDiffer(a, b statement.ID) bool {
	claims := r.linked.Claims
	x, of := claims.VoiceIn(r.claim, a)
	y, by := claims.VoiceIn(r.claim, b)
	if of == claim.Unclear || by == claim.Unclear || of == claim.Own && by == claim.Own {
		return false
	}
	return !(of == claim.Spoken && r.speaks(x.Speaker, b)) && !(by == claim.Spoken && r.speaks(y.Speaker, a))
}

// speaks reports whether a statement has words of a speaker.
func (r *Reader) speaks(speaker string, id statement.ID) bool {
	return slices.ContainsFunc(r.corpus.Statements.All[id].Voices, func(v statement.Voice) bool { return statement.SameSpeaker(v.Speaker, speaker) })
}

// corpusReports is the other reports that carry a claim, each once, in their order in the corpus.
func (r *Reader) corpusReports(c claim.ID) []report.ID {
	var ids []report.ID
	for _, s := range r.linked.Claims.All[c].Statements {
		id := r.corpus.Statements.All[s].Report
		if id != r.at.Report && (len(ids) == 0 || ids[len(ids)-1] != id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// chooseClaim makes want current if the cursor's statement carries it, else the statement's first claim.
func (r *Reader) chooseClaim(want claim.ID) {
	r.claim = noClaim
	for i, c := range r.claimsHere() {
		if i == 0 || c == want {
			r.claim = c
		}
	}
}

// claimsHere is the claims that the cursor's statement carries.
func (r *Reader) claimsHere() []claim.ID {
	if r.linked == nil || r.at.Statement == nowhere {
		return nil
	}
	return r.linked.Claims.Of(r.at.Statement)
}

// doc is the report wrapped for its pane's present width; nil before the first size is known.
func (r *Reader) doc(id report.ID) *pane.Doc {
	if r.width == 0 || r.plan.TooSmall {
		return nil
	}
	width := r.paneWidth(id)
	if d := r.docs[id]; d != nil && d.Width == width {
		return d
	}
	old := r.docs[id]
	d := r.wrapped(id, width)
	r.docs[id] = d
	r.rewrap(id, old, d)
	return d
}

// rewrap keeps a pane's place when its report is wrapped for another width: the statement at the top stays there.
func (r *Reader) rewrap(id report.ID, old, now *pane.Doc) {
	if old == nil || id == r.at.Report {
		return
	}
	if s, ok := old.At(r.tops[id]); ok && r.tops[id] > 0 {
		r.tops[id], _ = now.Rows(s)
	}
}

// paneWidth is the width of the pane that shows the report, or would show it.
func (r *Reader) paneWidth(id report.ID) int {
	for i, s := range r.onScreen() {
		if s == id && i < len(r.plan.Panes) {
			return r.plan.Panes[i].W
		}
	}
	return r.plan.Panes[0].W
}

func (r *Reader) replan() {
	r.plan = layout.Read(r.width, r.height, len(r.shown()), r.panel)
	if !r.noDigest {
		r.plan = r.plan.WithDigest(len(r.shown()) - len(r.plan.Panes))
	}
}
