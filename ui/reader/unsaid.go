package reader

import (
	"fmt"

	"parallax/corpus"
	"parallax/corpus/claim"
	"parallax/corpus/language"
	"parallax/corpus/report"
	"parallax/ui/key"
	"parallax/ui/pane"
)

// Between a report's statements stand, when the reader wants it, faint lines where others report something that it lacks.
// They are rows of the wrapped report, so that all that is computed of rows holds. Which they are is claim.Claims.Unsaid's.

// unsaid is what reports lack, kept for the present links.
type unsaid struct {
	shown  bool
	linked *corpus.Linked
	of     map[report.ID][]claim.Unsaid
}

// toggleUnsaid shows what reports lack, or hides it; the cursor's statement stays on its row.
func (r *Reader) toggleUnsaid() {
	if r.linked == nil {
		r.say("not linked yet")
		return
	}
	r.unsaid.shown = !r.unsaid.shown
	r.remakeDocs()
	switch n := len(r.unsaidIn(r.at.Report)); {
	case !r.unsaid.shown:
		r.say("the lines of what others report are hidden")
	case n == 0:
		r.say("nothing that two others report is missing here")
	default:
		r.say(language.Counted(n, "claim") + " of two others or more " + are(n) + " missing here; " + r.bound.Reading.Name(key.ToggleUnsaid) + " hides the lines")
	}
}

func are(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

// remakeDocs wraps all reports anew and leaves the cursor's statement on its row.
func (r *Reader) remakeDocs() {
	eye, ok := r.eyeRow()
	for id, d := range r.docs {
		now := r.wrapped(id, d.Width)
		r.docs[id] = now
		r.rewrap(id, d, now)
	}
	if doc := r.doc(r.at.Report); ok && doc != nil {
		first, _ := doc.Rows(r.at.Statement)
		r.tops[r.at.Report] = first - eye
	}
	r.settle(false)
}

// wrapped is a report wrapped for a width, with what it lacks between its statements when that is wanted.
func (r *Reader) wrapped(id report.ID, width int) *pane.Doc {
	d := pane.New(r.corpus.Statements, id, width, r.theme.Ellipsis)
	if !r.unsaid.shown {
		return d
	}
	return d.With(r.asides(id), r.theme.Ellipsis)
}

// unsaidIn is what a report lacks.
func (r *Reader) unsaidIn(id report.ID) []claim.Unsaid {
	u := &r.unsaid
	if r.linked == nil || r.linked.Links.Generation != r.corpus.Statements.Generation {
		return nil
	}
	if u.linked != r.linked {
		u.linked, u.of = r.linked, make(map[report.ID][]claim.Unsaid)
	}
	all, ok := u.of[id]
	if !ok {
		all = r.linked.Claims.Unsaid(id)
		u.of[id] = all
	}
	return all
}

// asides is a line for every place where a report lacks something: what most others have there, by name and
// in the words of its lead as far as there is room, and how much more.
func (r *Reader) asides(id report.ID) []pane.Aside {
	all := r.unsaidIn(id)
	var asides []pane.Aside
	for i := 0; i < len(all); {
		n := 1
		for i+n < len(all) && all[i+n].Before == all[i].Before {
			n++
		}
		one := &all[i]
		what := r.named(one.Claim) + ": " + r.text(r.linked.Claims.All[one.Claim].Lead)
		text := fmt.Sprintf("%d others: %s", one.Outlets, what)
		if n > 1 {
			text = fmt.Sprintf("%d others (+%d): %s", one.Outlets, n-1, what)
		}
		asides = append(asides, pane.Aside{
			Before: one.Before, Text: text,
			Signed: r.signed(r.corpus.Reports[id].Outlet, r.linked.Claims.All[one.Claim].Statements),
		})
		i += n
	}
	return asides
}
