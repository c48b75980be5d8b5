package coding

import (
	"parallax/corpus/brief"
)

// target is a target in the united session.
func (s *side) target(t brief.Target) brief.Target {
	if to, ok := s.wording[t]; ok && t.Wording != 0 {
		return to
	}
	return brief.Target{Entry: s.number[t.Entry], Wording: t.Wording}
}

// claim is the number of a reader's claim in the united session. One that is not known there is told by its statements, as
// in sessions of before.
func (s *side) claim(of uint64, first bool) (uint64, bool) { return s.number[of], first }

// renumbered is a change with the united session's numbers in place of its own. What does not point at anything stays as
// it is; a number that is not known becomes 0, which no entry has.
func (s *side) renumbered(c brief.Change) brief.Change {
	switch c := c.(type) {
	case brief.Unmark:
		return brief.Unmark(s.target(brief.Target(c)))
	case brief.Lead:
		return brief.Lead(s.target(brief.Target(c)))
	case brief.Requote:
		to := s.target(brief.Target{Entry: c.Entry, Wording: c.Wording})
		return brief.Requote{Entry: to.Entry, Wording: to.Wording, Parts: c.Parts}
	case brief.AddNote:
		return brief.AddNote{Target: s.target(c.Target), Text: c.Text}
	case brief.EditNote:
		return brief.EditNote{Note: s.note[c.Note], Text: c.Text}
	case brief.DropNote:
		return brief.DropNote{Note: s.note[c.Note]}
	case brief.Untag:
		return brief.Untag{Target: s.target(c.Target), Tags: c.Tags}
	case brief.Mark:
		c.Of, c.First = s.claim(c.Of, c.First)
		return c
	case brief.NameClaim:
		c.Of, c.First = s.claim(c.Of, c.First)
		return c
	case brief.CheckSilence:
		c.Of, c.First = s.claim(c.Of, c.First)
		return c
	case brief.Include:
		c.Of, c.First = s.claim(c.Of, c.First)
		return c
	case brief.Exclude:
		c.Of, c.First = s.claim(c.Of, c.First)
		return c
	case brief.Insert:
		c.After = s.number[c.After]
		return c
	case brief.Edit:
		c.Entry = s.number[c.Entry]
		return c
	case brief.Move:
		return brief.Move{Entry: s.number[c.Entry], After: s.number[c.After]}
	case brief.Fold:
		c.Entry = s.number[c.Entry]
		return c
	case brief.Settle:
		c.Compare = s.number[c.Compare]
		return c
	case brief.Delete:
		entries := make([]uint64, len(c.Entries))
		for i, id := range c.Entries {
			entries[i] = s.number[id]
		}
		return brief.Delete{Entries: entries}
	}
	return c
}
