package brief

import (
	"errors"
	"slices"
	"strings"
)

// Alias says that words name one thing, for search, for what outlets call it, and for matching; or takes that back.
type Alias struct {
	Words []string `json:"words"`         // two or more
	Not   bool     `json:"not,omitempty"` // they are no longer words for one thing
}

func (Alias) kind() string { return "alias" }

// Say is what an undo takes back.
func (c Alias) Say() string {
	if c.Not {
		return "took back that " + strings.Join(c.Words, " and ") + " are one"
	}
	return "said that " + strings.Join(c.Words, " and ") + " are one"
}

func (c Alias) edit(k *Kept, _ *Action) error {
	var words []string
	for _, w := range c.Words {
		if w = strings.Join(strings.Fields(w), " "); w != "" && !slices.Contains(words, w) {
			words = append(words, w)
		}
	}
	if len(words) < 2 {
		return errors.New("an alias needs two wordings, with = between them")
	}
	slices.Sort(words)
	i := slices.IndexFunc(k.Aliases, func(a []string) bool { return slices.Equal(a, words) })
	switch {
	case c.Not && i < 0:
		return errors.New("these words are no alias")
	case c.Not:
		k.Aliases = slices.Delete(slices.Clone(k.Aliases), i, i+1)
	case i >= 0:
		return errors.New("these words are one already")
	default:
		k.Aliases = append(slices.Clip(k.Aliases), words)
	}
	return nil
}
