package brief

import (
	"errors"
	"fmt"
	"strings"
)

// NameClaim gives a claim the reader's own name; an empty one gives the program's back.
type NameClaim struct {
	Touch
	Name string `json:"name"`
}

func (NameClaim) kind() string { return "name" }

func (c NameClaim) Say() string {
	if strings.TrimSpace(c.Name) == "" {
		return "gave a claim its own name back"
	}
	return fmt.Sprintf("named a claim %s", Excerpt(c.Name))
}

func (c NameClaim) edit(k *Kept, a *Action) error {
	if len(c.Wordings) == 0 && c.Of == 0 {
		return errors.New("there is no claim to name")
	}
	_, err := k.touch(c.Touch, a, func(own *ReaderClaim) error {
		name := strings.Join(strings.Fields(c.Name), " ")
		if name == "" && own.Name == "" {
			return errors.New("the claim has no name but its own")
		}
		own.Name = name
		return nil
	})
	return err
}
