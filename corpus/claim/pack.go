package claim

import (
	"bytes"
	"encoding/gob"
	"errors"
	"math"
	"slices"
	"sync"

	"parallax/corpus/match"
	"parallax/corpus/particular"
	"parallax/corpus/statement"
)

// packed is claims as they are kept between runs, by column as match keeps scores.
type packed struct {
	Names  []string // by claim
	Leads  []int32
	Has    []int32 // by claim: how many statements
	In     []int32 // which
	Counts []int32 // by claim: how many units
	Unit   []int32
	Weight []float32
	Carry  []int32 // by statement: how many claims
	Claim  []int32 // which, that of the main assertion first
	Joined []match.Link
}

// Pack is the claims as bytes, for [Unpack]. They must be as grouped, of links of which the reader decided nothing.
func (cs *Claims) Pack() ([]byte, error) {
	p := packed{Joined: cs.links.Joined()}
	for i := range cs.All {
		c := &cs.All[i]
		p.Names, p.Leads = append(p.Names, c.Name), append(p.Leads, int32(c.Lead))
		p.Has, p.Counts = append(p.Has, int32(len(c.Statements))), append(p.Counts, int32(len(c.units)))
		for _, s := range c.Statements {
			p.In = append(p.In, int32(s))
		}
		for _, u := range c.units {
			p.Unit, p.Weight = append(p.Unit, u.ID), append(p.Weight, u.Weight)
		}
	}
	for _, of := range cs.of {
		p.Carry = append(p.Carry, int32(len(of)))
		for _, c := range of {
			p.Claim = append(p.Claim, int32(c))
		}
	}
	var b bytes.Buffer
	err := gob.NewEncoder(&b).Encode(p)
	return b.Bytes(), err
}

// errPacked is the error of bytes into which no claims of these links were packed.
var errPacked = errors.New("are no claims that were kept")

// Unpack is the claims that were packed, of the same links. Bytes that are none of theirs are an error.
func Unpack(data []byte, set *statement.Set, links *match.Links) (*Claims, error) {
	var p packed
	if err := gob.NewDecoder(bytes.NewReader(data)).Decode(&p); err != nil {
		return nil, err
	}
	cs := &Claims{Generation: links.Generation, set: set, links: links, book: particular.NewBook(set)}
	if !cs.takeClaims(&p) || !cs.takeOrder(&p) {
		return nil, errPacked
	}
	joined, err := links.Join(p.Joined)
	if err != nil {
		return nil, err
	}
	cs.links = joined
	cs.doubts = sync.OnceValue(func() *doubts { return cs.findDoubts(links, nil, true) })
	return cs, nil
}

func (cs *Claims) takeClaims(p *packed) bool {
	n := len(p.Names)
	if len(p.Leads) != n || len(p.Has) != n || len(p.Counts) != n || len(p.Weight) != len(p.Unit) {
		return false
	}
	in, at := p.In, 0
	cs.All = make([]Claim, n)
	for i := range cs.All {
		has, units := int(p.Has[i]), int(p.Counts[i])
		if has < 1 || has > len(in) || units < 0 || units > len(p.Unit)-at {
			return false
		}
		c := Claim{ID: ID(i), Name: p.Names[i], Lead: statement.ID(p.Leads[i]), Statements: make([]statement.ID, has), units: make([]match.Unit, units)}
		for k := range c.Statements {
			s := statement.ID(in[k])
			if s < 0 || int(s) >= len(cs.set.All) || !cs.set.All[s].IsStory() || k > 0 && s <= c.Statements[k-1] {
				return false
			}
			c.Statements[k] = s
		}
		for k := range c.units {
			if c.units[k] = (match.Unit{ID: p.Unit[at+k], Weight: p.Weight[at+k]}); c.units[k].ID < 0 || math.IsNaN(float64(c.units[k].Weight)) {
				return false
			}
		}
		if !slices.Contains(c.Statements, c.Lead) {
			return false
		}
		cs.All[i], in, at = c, in[has:], at+units
	}
	cs.fresh()
	return len(in) == 0 && at == len(p.Unit)
}

// takeOrder takes which claims each statement carries, as far as they have it.
func (cs *Claims) takeOrder(p *packed) bool {
	if len(p.Carry) != len(cs.set.All) || len(p.Claim) != len(p.In) {
		return false
	}
	cs.of = make([][]ID, len(cs.set.All))
	left := p.Claim
	for s := range cs.of {
		n := int(p.Carry[s])
		if n < 0 || n > len(left) {
			return false
		}
		for k, c := range left[:n] {
			if c < 0 || int(c) >= len(cs.All) || slices.Contains(left[:k], c) {
				return false
			}
			if _, in := slices.BinarySearch(cs.All[c].Statements, statement.ID(s)); !in {
				return false
			}
			cs.of[s] = append(cs.of[s], ID(c))
		}
		left = left[n:]
	}
	return len(left) == 0
}
