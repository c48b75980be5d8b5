package corpus

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"io"

	"parallax/corpus/claim"
	"parallax/corpus/match"
)

// To link reports takes longer than to read them again, and the same reports give the same links. So what they say in common can
// be kept from one run to the next: the scores, and the claims as they are before the reader decides anything. Both are found
// again by everything that they follow from, which is the statements and not the files: a folder that was moved has them still,
// and one to which a report has come has none.

// Store keeps bytes from one run to the next, under keys that stand for all that they follow from. What it gives is not trusted.
// Of what has one name it keeps what this run found last: who reads a folder again and again will open it as it was then. It asks
// for the bytes when it has time; an error keeps nothing. Package cache has one.
type Store interface {
	Fetch(key [sha256.Size]byte) ([]byte, bool)
	Keep(name string, key [sha256.Size]byte, pack func() ([]byte, error))
}

// Keeping is the corpus with a store in which what its reports say in common is looked for and kept; nil for none.
func (c *Corpus) Keeping(s Store) *Corpus {
	next := *c
	next.store = s
	return &next
}

// Score scores the statements, each story by itself, as the shipped weights have it: see match.Score.
func (c *Corpus) Score(ctx context.Context, progress func(done, total int)) (*match.Scored, error) {
	if c.store == nil {
		return match.ScoreStories(ctx, nil, c.Statements, c.Stories.Groups(), progress)
	}
	key := c.key("scores")
	if data, ok := c.store.Fetch(key); ok {
		if scored, err := match.Unpack(data, c.Statements, c.Stories.Groups()); err == nil {
			return scored, nil
		}
	}
	scored, err := match.ScoreStories(ctx, nil, c.Statements, c.Stories.Groups(), progress)
	if err == nil {
		c.store.Keep("scores", key, scored.Pack)
	}
	return scored, err
}

// Group is the claims of links that come from Score, with what the reader settled.
func (c *Corpus) Group(links *match.Links, settled ...claim.Settled) *claim.Claims {
	if c.store == nil || links.IsDecided() || !links.IsShipped() || len(settled) > 0 {
		return claim.Group(c.Statements, links, settled...)
	}
	key := c.key("claims")
	if data, ok := c.store.Fetch(key); ok {
		if claims, err := claim.Unpack(data, c.Statements, links); err == nil {
			return claims
		}
	}
	claims := claim.Group(c.Statements, links)
	c.store.Keep("claims", key, claims.Pack)
	return claims
}

// key stands for all that the scores and the claims follow from, but for the program.
func (c *Corpus) key(what string) (key [sha256.Size]byte) {
	h := sha256.New()
	fmt.Fprintf(h, "%s %q %v\n", what, c.Statements.Aliases, c.Stories.Groups())
	for _, r := range c.Statements.Reports {
		text := r.Text
		r.Path, r.Text, r.Raw, r.Map = "", "", "", nil // of no account, or long
		fmt.Fprintf(h, "%+v %d\n", r, len(text))
		io.WriteString(h, text)
	}
	var line []byte
	for i := range c.Statements.All {
		s := &c.Statements.All[i]
		line = line[:0]
		for _, n := range []int{int(s.Report), s.Span.Start, s.Span.End, int(s.Kind), len(s.Voices), len(s.Boilerplate)} {
			line = binary.AppendVarint(line, int64(n))
		}
		h.Write(append(line, s.Boilerplate...))
	}
	return [sha256.Size]byte(h.Sum(nil))
}
