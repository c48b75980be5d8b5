package claim

import (
	"errors"
	"fmt"

	"parallax/corpus/match"
	"parallax/corpus/match/learn"
)

// scorer scores candidates: a weighted sum of their features, learnt by [Learn].
type scorer struct{ sum *learn.Sum }

// names are the numbers that make a scorer, in order: a weight for each column.
func names() []string {
	ns := make([]string, 0, width)
	for _, f := range features {
		ns = append(ns, f)
	}
	for _, f := range features {
		ns = append(ns, "log "+f)
	}
	return ns
}

const base = "base"

// scorerOf is the scorer that the weights hold. What they lack counts nothing: see Check.
func scorerOf(w *match.Weights) *scorer {
	numbers := w.Claims()
	s := &learn.Sum{Base: numbers[base]}
	for _, n := range names() {
		s.Weight = append(s.Weight, numbers[n])
	}
	return &scorer{s}
}

// Check says what is missing in weights that were learnt for another version's claims, or for none.
func Check(w *match.Weights) error {
	numbers := w.Claims()
	if len(numbers) == 0 {
		return errors.New("no weights for claims: train again with go run ./corpus/match/train")
	}
	for _, n := range append(names(), base) {
		if _, ok := numbers[n]; !ok {
			return fmt.Errorf("no weight for the claims' feature %q: train again with go run ./corpus/match/train", n)
		}
	}
	return nil
}

func (s *scorer) score(m *measurer, cs []candidate) {
	row := make([]float32, width)
	for i := range cs {
		m.measure(&cs[i], row)
		cs[i].score = s.sum.Of(row)
	}
}
