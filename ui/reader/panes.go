package reader

import (
	"slices"

	"parallax/corpus/claim"
	"parallax/corpus/report"
	"parallax/ui/key"
)

// shown is the panes that are not hidden, from left to right.
func (r *Reader) shown() []report.ID {
	ids := make([]report.ID, 0, len(r.order))
	for _, id := range r.order {
		if !r.hidden[id] {
			ids = append(ids, id)
		}
	}
	return ids
}

// onScreen is the panes that fit, from left to right.
func (r *Reader) onScreen() []report.ID {
	shown := r.shown()
	if r.plan.Stacked {
		return []report.ID{r.at.Report}
	}
	left := min(r.left, max(0, len(shown)-len(r.plan.Panes)))
	return shown[left:min(len(shown), left+len(r.plan.Panes))]
}

// bringIntoSight moves the window of panes as little as possible so that the cursor's is on screen.
func (r *Reader) bringIntoSight() {
	i, n := slices.Index(r.shown(), r.at.Report), len(r.plan.Panes)
	r.left = max(0, min(r.left, len(r.shown())-n))
	if i < r.left {
		r.left = i
	}
	if i >= r.left+n {
		r.left = i - n + 1
	}
}

// hide takes the cursor's pane off the screen; the cursor goes to its neighbour's counterpart.
func (r *Reader) hide() {
	shown := r.shown()
	if len(shown) == 1 {
		r.say("the last pane cannot be hidden")
		return
	}
	i := slices.Index(shown, r.at.Report)
	gone, next := r.at.Report, shown[max(0, i-1)]
	if i == 0 {
		next = shown[1]
	}
	r.toOutlet(next)
	r.hidden[gone] = true
	r.replan()
	r.settle(true)
	r.say(r.corpus.Statements.Named(gone) + " is hidden; " + r.bound.Reading.Name(key.ShowAll) + " shows all")
}

func (r *Reader) showAll() {
	clear(r.hidden)
	r.replan()
	r.settle(true)
}

func (r *Reader) unhide(id report.ID) {
	if r.hidden[id] {
		r.hidden[id] = false
		r.replan()
	}
}

// movePane exchanges the cursor's pane with its neighbour on the right (1) or on the left (-1).
func (r *Reader) movePane(by int) {
	shown := r.shown()
	i := slices.Index(shown, r.at.Report)
	if i+by < 0 || i+by >= len(shown) {
		r.say("this pane is at the edge already")
		return
	}
	a, b := slices.Index(r.order, shown[i]), slices.Index(r.order, shown[i+by])
	r.order[a], r.order[b] = r.order[b], r.order[a]
	r.settle(false)
}

func (r *Reader) unlink() {
	id := r.at.Report
	r.loose[id] = !r.loose[id]
	r.strayed[id] = false
	r.settle(true)
	if r.loose[id] {
		r.say(r.corpus.Statements.Named(id) + " is unlinked; " + r.bound.Reading.Name(key.Unlink) + " relinks it")
	} else {
		r.say(r.corpus.Statements.Named(id) + " is linked again")
	}
}

// toggleDigest shows the digest of the panes off screen, or hides it; the cursor's statement stays on its row, if it can.
func (r *Reader) toggleDigest() {
	r.noDigest = !r.noDigest
	r.replan()
	r.settle(true)
	switch {
	case r.noDigest:
		r.say("the digest is off")
	case r.plan.Below.H == 0 || r.plan.Stacked:
		r.say("the digest is on; it shows where outlets are off screen and there is room")
	default:
		r.say("the digest is on: what outlets off screen say")
	}
}

func (r *Reader) toggleSync() {
	r.unsync = !r.unsync
	clear(r.strayed)
	r.settle(true)
}

// stop is where the cursor can be with all that was chosen there.
type stop struct {
	at          Place
	claim       claim.ID
	counterpart int
}

// trail is the way from outlet to outlet, so that going right and left again leads back, also where the counterpart of a
// counterpart is another statement, or there is none.
type trail struct {
	last stop               // where the last step led; if the cursor is no longer there, the trail is cold
	been map[report.ID]stop // in each report on the way
}

func (r *Reader) here() stop { return stop{r.at, r.claim, r.counterpart} }

// toOutlet puts the cursor into another report: where it was on the way here, on the chosen counterpart, where one would
// stand, or, without any of these, on the statement at the eye-line. The eye-line keeps its row, so that nothing moves on
// the screen.
func (r *Reader) toOutlet(id report.ID) {
	eye, ok := r.eyeRow()
	where := r.counterpartPlace(id)
	if r.trail.been == nil || r.trail.last != r.here() {
		r.trail.been = make(map[report.ID]stop)
	}
	r.trail.been[r.at.Report] = r.here()
	next, back := r.trail.been[id]
	synced := !r.unsync && !r.loose[id] && !r.loose[r.at.Report]
	switch {
	case back:
		where.found = next.at.Statement != nowhere
	case where.found:
		next = stop{Place{id, where.statement}, r.claim, 0}
	default:
		next = stop{Place{id, nowhere}, r.claim, 0}
		if s, any := r.doc(id).At(r.tops[id] + max(0, eye)); any {
			next.at.Statement = s
		}
	}
	r.at, r.counterpart = next.at, next.counterpart
	r.chooseClaim(next.claim)
	r.bringIntoSight()
	if synced && where.found && ok {
		first, _ := r.doc(id).Rows(r.at.Statement)
		r.tops[id] = first - eye
	}
	clear(r.strayed)
	r.settle(true)
	r.trail.last = r.here()
}

// stepOutlet goes to the next (1) or previous (-1) pane.
func (r *Reader) stepOutlet(by int) {
	shown := r.shown()
	i := slices.Index(shown, r.at.Report) + by
	if i < 0 || i >= len(shown) {
		r.say("no further outlet")
		return
	}
	r.toOutlet(shown[i])
}

// put moves the cursor to a place, with a claim to keep current if the place carries it.
func (r *Reader) put(p Place, keep claim.ID) {
	r.enter(r.corpus.Stories.Of[p.Report])
	r.at, r.counterpart = p, 0
	r.chooseClaim(keep)
	clear(r.strayed)
	r.settle(true)
}
