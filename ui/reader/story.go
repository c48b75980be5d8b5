package reader

import (
	"slices"

	"parallax/corpus"
	"parallax/corpus/report"
)

// The panes are the reports of one story. Whatever puts the cursor into a report of another opens that one.

// Story is the open story, an index of the corpus's stories.
func (r *Reader) Story() int { return r.story }

// OpenStory shows a story, with the cursor where it was in it; at first that is its first report.
func (r *Reader) OpenStory(story int) {
	if story == r.story {
		return
	}
	r.remember()
	r.enter(story)
	at, been := r.places[r.order[0]]
	if !been {
		at = r.start(r.order[0])
	}
	r.put(at, noClaim)
}

// Busy reports whether words are being selected, a link is being made or a name is being typed: then nothing may come between.
func (r *Reader) Busy() bool { return r.selecting != nil || r.adding != nil || r.jumping }

// EyeRow is the row of the panes on which the cursor's statement begins; ok is false when it is out of sight.
func (r *Reader) EyeRow() (row int, ok bool) {
	eye, ok := r.eyeRow()
	return int(eye), ok && eye >= 0 && int(eye) < r.plan.Body.H
}

// EyeTo puts the cursor's statement on a row of the panes.
func (r *Reader) EyeTo(row int) { r.eyeTo(row) }

// GoReport puts the cursor into a report of any story; ctrl-o leads back.
func (r *Reader) GoReport(id report.ID) {
	r.remember()
	r.enter(r.corpus.Stories.Of[id])
	r.unhide(id)
	if r.at.Report != id {
		r.put(r.start(id), noClaim)
	} else {
		r.put(r.at, noClaim)
	}
}

// enter makes the panes those of a story; the caller puts the cursor into one of them.
func (r *Reader) enter(story int) {
	if story == r.story {
		return
	}
	r.places[r.corpus.Stories.All[r.story].Reports[0]] = r.at
	r.story, r.left = story, 0
	r.order = slices.Clone(r.corpus.Stories.All[story].Reports)
	r.at = r.start(r.order[0])
	r.claim = noClaim
	if r.width > 0 {
		r.replan()
	}
}

// take takes another corpus of the same reports: other statements, or other stories. The cursor's report stays, and its story
// is the open one.
func (r *Reader) take(c *corpus.Corpus) {
	r.corpus = c
	clear(r.docs)
	r.story = c.Stories.Of[r.at.Report]
	now := c.Stories.All[r.story].Reports
	order := slices.DeleteFunc(slices.Clone(r.order), func(id report.ID) bool { return !slices.Contains(now, id) })
	for _, id := range now {
		if !slices.Contains(order, id) {
			order = append(order, id)
		}
	}
	if !slices.Equal(order, r.order) {
		r.order = order
		if r.width > 0 {
			r.replan()
		}
	}
}

// Been reports whether the cursor was in a report.
func (r *Reader) Been(id report.ID) bool { return r.been[id] }
