package brief

import (
	"errors"
	"fmt"
	"slices"

	"parallax/corpus/report"
)

// Draw keeps which reports both coders of a study code, as they were drawn: the share, the seed and what the draw was spread
// over, so that it can be made again. A later draw takes the place of an earlier.
type Draw struct {
	Share   float64 `json:"share"` // 0..1
	Seed    uint64  `json:"seed"`
	By      string  `json:"by,omitempty"` // of each of what the share was taken: "story", "outlet", or "" for all reports together
	Of      int     `json:"of"`           // how many reports there were
	Reports []Ref   `json:"reports"`
}

func (Draw) kind() string { return "draw" }

func (c Draw) Say() string {
	return fmt.Sprintf("drew %d of %d reports for two coders", len(c.Reports), c.Of)
}

func (c Draw) edit(k *Kept, _ *Action) error {
	if len(c.Reports) == 0 {
		return errors.New("no reports were drawn")
	}
	k.Drawn = &c
	return nil
}

// Has reports whether a text was drawn.
func (c *Draw) Has(text Hash) bool {
	return slices.ContainsFunc(c.Reports, func(r Ref) bool { return r.TextHash == text })
}

// Drawn reports whether both coders code a report; without a draw none is said to be.
func (r *Resolved) Drawn(id report.ID) bool {
	return r.Brief.Drawn != nil && r.Brief.Drawn.Has(r.finder.set.Reports[id].TextHash)
}
