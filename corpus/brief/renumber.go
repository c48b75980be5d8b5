package brief

// target is a target in the united session.
func (s *side) target(t Target) Target {
	if to, ok := s.wording[t]; ok && t.Wording != 0 {
		return to
	}
	return Target{s.number[t.Entry], t.Wording}
}

// renumbered is a change with the united session's numbers in place of its own. What does not point at anything stays as
// it is; a number that is not known becomes 0, which no entry has.
func (s *side) renumbered(c Change) Change {
	switch c := c.(type) {
	case Unmark:
		return Unmark(s.target(Target(c)))
	case Lead:
		return Lead(s.target(Target(c)))
	case Requote:
		to := s.target(Target{c.Entry, c.Wording})
		return Requote{to.Entry, to.Wording, c.Parts}
	case AddNote:
		return AddNote{s.target(c.Target), c.Text}
	case EditNote:
		return EditNote{s.note[c.Note], c.Text}
	case DropNote:
		return DropNote{s.note[c.Note]}
	case Untag:
		return Untag{s.target(c.Target), c.Tags}
	case Insert:
		c.After = s.number[c.After]
		return c
	case Edit:
		c.Entry = s.number[c.Entry]
		return c
	case Move:
		return Move{s.number[c.Entry], s.number[c.After]}
	case Fold:
		c.Entry = s.number[c.Entry]
		return c
	case Delete:
		entries := make([]uint64, len(c.Entries))
		for i, id := range c.Entries {
			entries[i] = s.number[id]
		}
		return Delete{entries}
	}
	return c
}
