package reader

import (
	"fmt"
	"slices"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus/report"
	"parallax/ui/key"
	"parallax/ui/screen"
	"parallax/ui/want"
)

// Place is beneath all other screens.
func (r *Reader) Place() screen.Place { return screen.Whole }

// Keys is the reading screen's.
func (r *Reader) Keys() *key.Map { return &r.bound.Reading }

// Key takes one key press and says what the program should do, nil for nothing.
func (r *Reader) Key(msg tea.KeyPressMsg) want.Want {
	k := msg.String()
	if r.jumping {
		r.jumpKey(k)
		return nil
	}
	if r.typesOn(k) {
		return nil
	}
	if r.selecting != nil {
		return r.selectKey(k)
	}
	if r.adding != nil {
		if w, taken := r.addKey(k); taken {
			return w
		}
	}
	action, count := r.keys.Feed(&r.bound.Reading, k)
	return r.do(action, count)
}

// Pending is what has been typed of an unfinished key sequence.
func (r *Reader) Pending() string {
	if r.jumping {
		return r.bound.Reading.Name(key.JumpOutlet) + r.jump
	}
	return r.keys.Pending()
}

func (r *Reader) do(a key.Action, count int) want.Want {
	n := max(1, count)
	switch a {
	case key.NextStatement:
		r.step(n)
	case key.PrevStatement:
		r.step(-n)
	case key.NextOutlet:
		r.times(n, func() { r.stepOutlet(1) })
	case key.PrevOutlet:
		r.times(n, func() { r.stepOutlet(-1) })
	case key.NextShared:
		r.times(n, func() { r.stepShared(1) })
	case key.PrevShared:
		r.times(n, func() { r.stepShared(-1) })
	case key.NextOnly:
		r.times(n, func() { r.nearest(1, "statement that only this outlet has", r.only) })
	case key.PrevOnly:
		r.times(n, func() { r.nearest(-1, "statement that only this outlet has", r.only) })
	case key.NextUncoded:
		r.times(n, func() { r.stepUncoded(1) })
	case key.PrevUncoded:
		r.times(n, func() { r.stepUncoded(-1) })
	case key.NextClaim:
		r.stepClaim(1)
	case key.PrevClaim:
		r.stepClaim(-1)
	case key.NextCounterpart:
		r.stepCounterpart(1)
	case key.PrevCounterpart:
		r.stepCounterpart(-1)
	case key.FirstStatement:
		r.goNumber(n)
	case key.LastStatement:
		if count == 0 {
			n = len(r.corpus.Statements.In(r.at.Report))
		}
		r.goNumber(n)
	case key.PageDown, key.PageUp, key.HalfDown, key.HalfUp, key.ScrollDown, key.ScrollUp, key.EyeMiddle, key.EyeTop, key.EyeBottom:
		r.roll(a, n)
	case key.Back:
		r.times(n, r.back)
	case key.Forth:
		r.times(n, r.forth)
	case key.JumpOutlet:
		r.jumping, r.jump = true, ""
	case key.Mark, key.Note, key.Tag, key.TagAll, key.Copy, key.CopyClaim, key.Select, key.ToggleBoilerplate:
		return r.keepKey(a, count)
	default:
		return r.arrange(a)
	}
	return nil
}

// roll moves the window rather than the cursor.
func (r *Reader) roll(a key.Action, n int) {
	half := max(1, r.plan.Body.H/2)
	full := max(1, r.plan.Body.H-2)
	switch a {
	case key.PageDown:
		r.page(full * n)
	case key.PageUp:
		r.page(-full * n)
	case key.HalfDown:
		r.page(half * n)
	case key.HalfUp:
		r.page(-half * n)
	case key.ScrollDown:
		r.scroll(r.at.Report, n)
	case key.ScrollUp:
		r.scroll(r.at.Report, -n)
	case key.EyeMiddle:
		r.eyeTo(r.plan.Body.H / 2)
	case key.EyeTop:
		r.eyeTo(0)
	case key.EyeBottom:
		r.eyeBottom()
	}
}

// keepKey does what concerns the brief.
func (r *Reader) keepKey(a key.Action, count int) want.Want {
	p, ok := r.passage()
	if !ok {
		return nil
	}
	switch a {
	case key.Mark:
		if count == 0 {
			return r.mark(p)
		}
		if r.claim != noClaim {
			return want.MarkClaim{Claim: r.claim, From: r.at.Statement}
		}
		r.say(r.whyNoClaim())
	case key.Note:
		return want.Note{Passage: p}
	case key.Tag:
		return want.Tag{Passages: []want.Passage{p}, What: "the statement"}
	case key.TagAll:
		return r.tagAll(count > 0)
	case key.Copy:
		return want.Copy{Passage: p}
	case key.CopyClaim:
		if r.claim != noClaim {
			return want.CopyClaim{Claim: r.claim, From: r.at.Statement}
		}
		r.say(r.whyNoClaim())
	case key.Select:
		r.startSelection()
	case key.ToggleBoilerplate:
		return want.Boilerplate{Statement: r.at.Statement}
	}
	return nil
}

// arrange is the second half of do: panes, and what is not the reading screen's own.
func (r *Reader) arrange(a key.Action) want.Want {
	switch a {
	case key.Unlink:
		r.unlink()
	case key.Sync:
		r.toggleSync()
	case key.ToggleUnsaid:
		r.toggleUnsaid()
	case key.ToggleDigest:
		r.toggleDigest()
	case key.Hide:
		r.hide()
	case key.ShowAll:
		r.showAll()
	case key.MoveRight:
		r.movePane(1)
	case key.MoveLeft:
		r.movePane(-1)
	case key.Mouse:
		return want.ToggleMouse{}
	case key.OpenCard:
		if r.claim == noClaim {
			r.say(r.whyNoClaim())
			return nil
		}
		return want.Open{Screen: a}
	case key.Undo:
		return want.Undo{}
	case key.Redo:
		return want.Redo{}
	case key.Rescan:
		return want.Rescan{}
	case key.FindMore:
		return want.FindMore{}
	case key.Redraw:
		return want.Redraw{}
	case key.Suspend:
		return want.Suspend{}
	case key.Close:
		if r.active == nil && len(r.corpus.Stories.All) > 1 {
			return want.Open{Screen: key.OpenStories}
		}
		r.endActive()
	case key.Quit:
		return want.Quit{}
	default:
		if a.Opens() {
			return want.Open{Screen: a}
		}
	}
	return nil
}

func (r *Reader) times(n int, f func()) {
	for range min(n, 1000) {
		f()
	}
}

// endActive ends the active set; n and N step through shared statements again.
func (r *Reader) endActive() {
	if r.active == nil {
		return
	}
	r.say(r.active.Name + " ended; " + r.bound.Reading.Name(key.NextShared) + " goes through shared statements again")
	r.active = nil
	r.settle(false)
}

func (r *Reader) whyNoClaim() string {
	switch {
	case r.at.Statement == nowhere:
		return "this report has no statements"
	case r.linked == nil:
		return "not linked yet"
	}
	if why := r.corpus.Statements.All[r.at.Statement].Boilerplate; why != "" {
		return fmt.Sprintf("boilerplate (%s): not part of the story", why)
	}
	return "no other report of this story"
}

// jumpKey takes the letters after ': as soon as they fit one outlet only, the cursor goes there.
func (r *Reader) jumpKey(k string) {
	switch action := r.bound.Asking.Action(k); {
	case action == key.Close || action == key.Quit:
		r.jumping, r.jump = false, ""
		return
	case action == key.Accept:
		if r.jump != "" && !r.ToOutletNamed(r.jump) {
			r.say("no outlet begins with " + r.jump)
		}
		r.jumping, r.jump = false, ""
		return
	case k == "backspace":
		_, n := utf8.DecodeLastRuneInString(r.jump)
		r.jump = r.jump[:len(r.jump)-n]
		return
	case k == "space":
		k = " "
	case utf8.RuneCountInString(k) != 1:
		return
	}
	r.jump += k
	matches := r.outletsNamed(r.jump)
	if len(matches) == 0 {
		r.say("no outlet begins with " + r.jump)
		r.jumping, r.jump = false, ""
	} else if r.oneOutlet(matches) {
		r.jumping = false
		r.ToOutletNamed(r.jump)
	}
}

// typesOn takes the letters of an outlet's name that are typed on after the first of them have led there: of 'mi, the i
// would unlink the pane. Any other key ends the name.
func (r *Reader) typesOn(k string) bool {
	if k == "space" {
		k = " "
	}
	name := r.jump + k
	if r.jump == "" || utf8.RuneCountInString(k) != 1 || !slices.Contains(r.outletsNamed(name), r.at.Report) {
		r.jump = ""
		return false
	}
	r.jump = name
	r.say(r.bound.Reading.Name(key.JumpOutlet) + name + "  " + r.corpus.Statements.Named(r.at.Report))
	return true
}

// Click puts the cursor on the statement at a cell of the screen.
func (r *Reader) Click(x, y int) (taken bool) {
	r.say("")
	if !r.jumping {
		r.jump = ""
	}
	id, row, ok := r.paneAt(x, y)
	if !ok {
		return true
	}
	i := r.screenIndex(id)
	v := &r.views[i]
	at := v.Top + row
	if v.Insert.Text != "" && at > v.Insert.At {
		at--
	}
	s, ok := r.doc(id).At(at)
	if !ok {
		s = nowhere
	}
	if id != r.at.Report {
		r.remember()
	}
	keep := r.claim
	tops := r.tops[id]
	r.at, r.counterpart = Place{id, s}, 0
	r.chooseClaim(keep)
	r.tops[id] = tops // a click moves nothing in the pane it falls into
	clear(r.strayed)
	r.settle(true)
	return true
}

// wheelRows is how many rows one turn of the wheel scrolls.
const wheelRows = 3

// Wheel scrolls the pane under a cell of the screen.
func (r *Reader) Wheel(x, y, by int) (taken bool) {
	if id, _, ok := r.paneAt(x, y); ok {
		r.scroll(id, by*wheelRows)
	}
	return true
}

// Paste takes no text: here every letter is a key.
func (r *Reader) Paste(string) (want.Want, bool) { return nil, false }

func (r *Reader) screenIndex(id report.ID) int {
	for i, s := range r.onScreen() {
		if s == id {
			return i
		}
	}
	return 0
}
