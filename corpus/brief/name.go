package brief

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"parallax/corpus/statement"
)

// NameClaim gives a claim the reader's own name; an empty one gives the program's back.
type NameClaim struct {
	Wordings []Anchor `json:"wordings"` // all statements of the claim
	Name     string   `json:"name"`
}

// Named is a claim's name by the reader.
type Named struct {
	Seq      uint64
	Wordings []Anchor
	Name     string
	Time     time.Time
	By       string
}

func (NameClaim) kind() string { return "name" }

func (c NameClaim) Say() string {
	if strings.TrimSpace(c.Name) == "" {
		return "gave a claim its own name back"
	}
	return fmt.Sprintf("named a claim %s", Excerpt(c.Name))
}

func (c NameClaim) edit(k *Kept, a *Action) error {
	if len(c.Wordings) == 0 {
		return errors.New("there is no claim to name")
	}
	rest := slices.DeleteFunc(slices.Clone(k.Names), func(n Named) bool {
		return slices.EqualFunc(n.Wordings, c.Wordings, Anchor.Same)
	})
	if name := strings.Join(strings.Fields(c.Name), " "); name != "" {
		rest = append(rest, Named{Seq: a.Seq, Wordings: c.Wordings, Name: name, Time: a.Time, By: a.Coder})
	} else if len(rest) == len(k.Names) {
		return errors.New("the claim has no name but its own")
	}
	k.Names = rest
	return nil
}

// named is a name of the reader's whose claim was found again.
type named struct {
	wordings []statement.ID
	name     Named
}

// ClaimName is the reader's name of the claim of these statements, "" for none. It is that claim while most of it stays.
func (r *Resolved) ClaimName(claim []statement.ID) string {
	if n := r.nameOf(claim); n != nil {
		return n.name.Name
	}
	return ""
}

func (r *Resolved) nameOf(claim []statement.ID) *named {
	for i := range r.names {
		if sameClaim(r.names[i].wordings, claim) {
			return &r.names[i]
		}
	}
	return nil
}

// Rename names the claim of these statements. A claim that has changed since it was named keeps one name.
func (r *Resolved) Rename(set *statement.Set, claim []statement.ID, name string) Change {
	c := NameClaim{Name: name}
	if n := r.nameOf(claim); n != nil {
		c.Wordings = n.name.Wordings
		return c
	}
	for _, id := range claim {
		c.Wordings = append(c.Wordings, AnchorOf(set, id))
	}
	return c
}

// readName notes a name whose claim is found again.
func (r *Resolved) readName(n Named) {
	found := named{name: n}
	for _, w := range n.Wordings {
		if at := r.finder.Find(w); at.State != Orphan {
			found.wordings = append(found.wordings, at.First)
		}
	}
	r.names = append(r.names, found)
}
