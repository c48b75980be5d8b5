package desk

import (
	tea "charm.land/bubbletea/v2"

	"parallax/corpus"
	"parallax/corpus/review"
)

// Reviewed brings the questions that are worth asking about the present links.
type Reviewed struct {
	queue *review.Queue
	of    *corpus.Linked
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

// ask finds the questions for the present links: what was decided teaches. Until they are there, the old ones serve.
func (d *Desk) ask() tea.Cmd {
	if !d.reviewing || d.now.Linked == nil {
		return nil
	}
	ctx, c, of, decisions := d.ctx, d.now.Corpus, d.now.Linked, d.decisions
	return func() tea.Msg {
		taught, err := of.Links.Taught(ctx, decisions)
		if err != nil {
			return nil // the program ends
		}
		return Reviewed{review.New(c.Statements, taught, of.Claims, decisions), of}
	}
}
