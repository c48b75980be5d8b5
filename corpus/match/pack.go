package match

import (
	"bytes"
	"cmp"
	"context"
	"encoding/gob"
	"errors"
	"math"
	"slices"
	"sync"

	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// Scores are kept between runs by column: lists of plain numbers are written and read many times quicker than lists of pairs
// and words. What explains the links is not kept but worked out again when it is asked for, story by story.

// packed is scores as they are kept.
type packed struct {
	Threshold float64
	Origins   []int32 // by report
	A, B      []int32 // by pair
	Score     []float64
	How       []byte
	Stories   []packedStory
}

// What How is made of.
const (
	partial = 1 << iota
	differs
)

// packedStory is a makeup. Lists of several statements, words or concepts stand one after another, with how long each is.
type packedStory struct {
	Words               []int32 // by statement: how many
	Start, End, Concept []int32 // by word
	Means               []byte  // by word: how many concepts it also stands for
	Meant               []int32
	Owns                []int32 // by statement: how many concepts
	Own                 []int32
	Speaks              []int32 // by statement: how many speakers
	Speaker             []int32
	Weight              []float64 // by concept
	Classes             []byte    // by concept: how many
	Class               []int16
	Names               []string // by speaker
}

// Pack is the scores as bytes, for [Unpack]. They must be by the shipped weights.
func (s *Scored) Pack() ([]byte, error) {
	p := packed{Threshold: s.Threshold, A: make([]int32, len(s.Pairs)), B: make([]int32, len(s.Pairs)), Score: make([]float64, len(s.Pairs)), How: make([]byte, len(s.Pairs))}
	for _, r := range s.origins {
		p.Origins = append(p.Origins, int32(r))
	}
	for i, pair := range s.Pairs {
		p.A[i], p.B[i], p.Score[i], p.How[i] = int32(pair.A), int32(pair.B), pair.Score, how(pair.Partial, pair.Differs)
	}
	for i := range s.stories {
		p.Stories = append(p.Stories, s.stories[i].made.pack())
	}
	var b bytes.Buffer
	err := gob.NewEncoder(&b).Encode(p)
	return b.Bytes(), err
}

func how(isPartial, isDiffering bool) (how byte) {
	if isPartial {
		how |= partial
	}
	if isDiffering {
		how |= differs
	}
	return how
}

func (m *makeup) pack() (p packedStory) {
	for i := range m.of {
		x := &m.of[i]
		p.Words = append(p.Words, int32(len(x.words)))
		for k := range x.words {
			w := &x.words[k]
			p.Start, p.End, p.Concept = append(p.Start, w.start), append(p.End, w.end), append(p.Concept, w.concept)
			p.Means, p.Meant = append(p.Means, byte(len(w.meant))), append(p.Meant, w.meant...)
		}
		p.Owns, p.Own = append(p.Owns, int32(len(x.own))), append(p.Own, x.own...)
		p.Speaks, p.Speaker = append(p.Speaks, int32(len(x.speakers))), append(p.Speaker, x.speakers...)
	}
	for _, c := range m.concepts {
		p.Weight, p.Classes, p.Class = append(p.Weight, c.weight), append(p.Classes, byte(len(c.classes))), append(p.Class, c.classes...)
	}
	p.Names = m.speakers
	return p
}

// errPacked is the error of bytes into which no scores of these statements were packed.
var errPacked = errors.New("are no scores that were kept")

// Unpack is the scores that were packed, of the same statements in the same stories. Bytes that are none of theirs are an error,
// and never a number that leads out of what it counts.
func Unpack(data []byte, set *statement.Set, stories [][]report.ID) (*Scored, error) {
	var p packed
	if err := gob.NewDecoder(bytes.NewReader(data)).Decode(&p); err != nil {
		return nil, err
	}
	s := newScored(set, stories)
	if s.Threshold = p.Threshold; !(p.Threshold > 0 && p.Threshold < 1) || len(p.Stories) != len(stories) || !s.takeOrigins(p.Origins) || !s.takePairs(&p) {
		return nil, errPacked
	}
	for i, story := range stories {
		made, ok := p.Stories[i].unpack(set, story)
		if !ok {
			return nil, errPacked
		}
		s.stories[i] = restored(made, set, story)
	}
	return s, nil
}

// restored is a story that is read and scored again when that is asked for.
func restored(made *makeup, set *statement.Set, story []report.ID) scoredStory {
	return scoredStory{
		made: made,
		read: sync.OnceValue(func() *event { return readEvent(set, story) }),
		weighed: sync.OnceValue(func() *standings {
			w, err := shippedWeights()
			if err != nil {
				return nil
			}
			_, c, err := w.scoreStory(context.Background(), set, story, new(counter))
			if err != nil {
				return nil
			}
			return c
		}),
	}
}

func (s *Scored) takeOrigins(origins []int32) bool {
	if len(origins) != len(s.origins) {
		return false
	}
	for r, o := range origins {
		if o < 0 || int(o) > r || s.storyIn[o] != s.storyIn[r] {
			return false
		}
		s.origins[r] = report.ID(o)
	}
	return true
}

func (s *Scored) takePairs(p *packed) bool {
	n := len(p.A)
	if len(p.B) != n || len(p.Score) != n || len(p.How) != n {
		return false
	}
	s.Pairs = make([]Pair, n)
	for i := range s.Pairs {
		pair := Pair{statement.ID(p.A[i]), statement.ID(p.B[i]), p.Score[i], p.How[i]&partial != 0, p.How[i]&differs != 0}
		if pair.A >= pair.B || !s.canLink(pair.A, pair.B) || s.storyOf(pair.A) != s.storyOf(pair.B) ||
			!(pair.Score >= 0 && pair.Score <= 1) || i > 0 && !before(s.Pairs[i-1], pair) {
			return false
		}
		s.Pairs[i] = pair
	}
	return true
}

// unpack is the makeup of a story, if it can be that.
func (p *packedStory) unpack(set *statement.Set, story []report.ID) (*makeup, bool) {
	m := &makeup{of: statementsOf(set, story), concepts: make([]kept, len(p.Weight)), speakers: p.Names}
	n, concepts := len(m.of), int32(len(p.Weight))
	if len(p.Words) != n || len(p.Owns) != n || len(p.Speaks) != n || len(p.Classes) != len(p.Weight) ||
		len(p.End) != len(p.Start) || len(p.Concept) != len(p.Start) || len(p.Means) != len(p.Start) {
		return nil, false
	}
	words, meant, own, speaker, class := list[wordMade]{ok: true}, listOf(p.Meant), listOf(p.Own), listOf(p.Speaker), listOf(p.Class)
	words.left = make([]wordMade, len(p.Start))
	for k := range words.left {
		w := wordMade{p.Start[k], p.End[k], p.Concept[k], meant.take(int(p.Means[k]))}
		if w.concept < 0 || w.concept >= concepts || !below(w.meant, concepts) {
			return nil, false
		}
		words.left[k] = w
	}
	for i := range m.of {
		x := &m.of[i]
		x.words, x.own, x.speakers = words.take(int(p.Words[i])), own.take(int(p.Owns[i])), speaker.take(int(p.Speaks[i]))
		if !lie(x.words, set.All[x.id].Span.Len()) || !below(x.own, concepts) || !below(x.speakers, int32(len(p.Names))) || !rise(x.own) || !rise(x.speakers) {
			return nil, false
		}
	}
	for i := range m.concepts {
		if m.concepts[i] = (kept{p.Weight[i], class.take(int(p.Classes[i]))}); math.IsNaN(p.Weight[i]) || math.IsInf(p.Weight[i], 0) {
			return nil, false
		}
	}
	return m, words.all() && meant.all() && own.all() && speaker.all() && class.all()
}

// statementsOf is the statements of a story's reports, with nothing in them.
func statementsOf(set *statement.Set, story []report.ID) (of []made) {
	for i, r := range story {
		n := int32(0)
		for _, st := range set.In(r) {
			of = append(of, made{id: st.ID, report: int32(i), number: n})
			if st.IsStory() {
				n++
			}
		}
	}
	return of
}

// list is one long list from which short ones are taken.
type list[E any] struct {
	left []E
	ok   bool // until more was asked for than there is
}

func listOf[E any](all []E) list[E] { return list[E]{all, true} }

// take is the next n; the short list cannot grow into those behind it.
func (l *list[E]) take(n int) []E {
	if n < 0 || n > len(l.left) {
		l.ok, n = false, 0
	}
	if n == 0 {
		return nil
	}
	some := l.left[:n:n]
	l.left = l.left[n:]
	return some
}

// all reports whether everything was taken, and never more than there was.
func (l *list[E]) all() bool { return l.ok && len(l.left) == 0 }

// below reports whether all numbers are from 0 to n.
func below(numbers []int32, n int32) bool {
	return !slices.ContainsFunc(numbers, func(k int32) bool { return k < 0 || k >= n })
}

// rise reports whether each number is greater than the one before.
func rise(numbers []int32) bool {
	return slices.IsSortedFunc(numbers, func(a, b int32) int { return cmp.Or(cmp.Compare(a, b), -1) })
}

// lie reports whether words lie one after another in a statement of so many bytes.
func lie(words []wordMade, length int) bool {
	end := int32(0)
	for _, w := range words {
		if w.start < end || w.end < w.start || int(w.end) > length {
			return false
		}
		end = w.end
	}
	return true
}
