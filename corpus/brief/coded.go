package brief

import (
	"slices"

	"parallax/corpus/statement"
)

// Coded is what a statement, or words of it, is coded as.
type Coded struct {
	Tags   []string // each once, in the order in which they were given
	Coders []string // who made the entries with these tags, likewise; none for one without a name
}

// Coded is the statements that bear tags, and which, in the reports that are not left out.
func (r *Resolved) Coded() map[statement.ID]Coded {
	all := make(map[statement.ID]Coded)
	for _, e := range r.Brief.Entries {
		for _, w := range r.Wordings(e) {
			tags := WithTags(e.Tags, w.Tags)
			at := r.Find(w.Anchor)
			if len(tags) == 0 || at.State == Orphan || r.IsLeftOut(at.Report) {
				continue
			}
			for id := at.First; id <= at.Last; id++ {
				c := all[id]
				c.Tags = WithTags(c.Tags, tags)
				if e.By != "" && !slices.Contains(c.Coders, e.By) {
					c.Coders = append(slices.Clip(c.Coders), e.By)
				}
				all[id] = c
			}
		}
	}
	return all
}
