package desk

import (
	tea "charm.land/bubbletea/v2"

	"parallax/corpus"
	"parallax/corpus/claim"
	"parallax/corpus/review"
)

// Reviewed brings what the reader's answers teach, and the questions that are worth asking then.
type Reviewed struct {
	taught *corpus.Linked
	held   []claim.Held // that its claims carry
	queue  *review.Queue
	of     *corpus.Linked // for which it was found
}

func (Reviewed) isMsg() {}

// Review looks for the questions that are worth asking, in the background, now and after every decision until EndReview.
func (d *Desk) Review() tea.Cmd {
	d.reviewing = true
	return d.ask()
}

// EndReview ends that.
func (d *Desk) EndReview() {
	d.reviewing = false
	d.now.Review = nil
}

// ask finds, in the background, what was answered and decided teaches and what is worth asking then: while there is a review,
// or answers of one. Until that is there, the old questions serve.
func (d *Desk) ask() tea.Cmd {
	if d.now.Linked == nil || !d.reviewing && len(d.verdicts) == 0 {
		return nil
	}
	ctx, c, of, decisions, verdicts, held := d.ctx, d.now.Corpus, d.now.Linked, d.decisions, d.verdicts, d.now.Resolved.Held()
	return func() tea.Msg {
		taught, err := c.Teach(ctx, of, decisions, verdicts)
		if err != nil {
			return nil // the program ends
		}
		taught = taught.Hold(held)
		return Reviewed{taught, held, review.New(c.Statements, taught.Links, taught.Claims), of}
	}
}

// takeReview takes it unless something was decided since.
func (d *Desk) takeReview(msg Reviewed) {
	if msg.of != d.now.Linked {
		return
	}
	if len(d.verdicts) > 0 {
		d.now.Linked = msg.taught
		d.held, d.heldIn = msg.held, msg.taught
		d.over()
	}
	if d.reviewing {
		d.now.Review = msg.queue
	}
}
