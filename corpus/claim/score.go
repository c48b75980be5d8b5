package claim

import (
	"errors"
	"fmt"
	"slices"

	"parallax/corpus/match"
	"parallax/corpus/match/learn"
)

// scorer scores candidates and their members: weighted sums of their features, learnt by [Learn].
type scorer struct{ sum, members *learn.Sum }

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

// memberNames are the numbers that tell of members, likewise.
func memberNames() []string {
	var ns []string
	for _, a := range aspects {
		ns = append(ns, "member "+a)
	}
	return ns
}

const (
	base       = "base"
	memberBase = "member base"
)

// numbers is the scorer as weights hold it.
func (s *scorer) numbers() map[string]float64 {
	numbers := map[string]float64{base: s.sum.Base, memberBase: s.members.Base}
	for k, n := range names() {
		numbers[n] = s.sum.Weight[k]
	}
	for k, n := range memberNames() {
		numbers[n] = s.members.Weight[k]
	}
	return numbers
}

// scorerOf is the scorer that the weights hold. What they lack counts nothing: see Check.
func scorerOf(w *match.Weights) *scorer {
	numbers := w.Claims()
	s := &scorer{&learn.Sum{Base: numbers[base]}, &learn.Sum{Base: numbers[memberBase]}}
	for _, n := range names() {
		s.sum.Weight = append(s.sum.Weight, numbers[n])
	}
	for _, n := range memberNames() {
		s.members.Weight = append(s.members.Weight, numbers[n])
	}
	return s
}

// Check says what is missing in weights that were learnt for another version's claims, or for none.
func Check(w *match.Weights) error {
	numbers := w.Claims()
	if len(numbers) == 0 {
		return errors.New("no weights for claims: train again with go run ./corpus/match/train")
	}
	for _, n := range slices.Concat(names(), memberNames(), []string{base, memberBase}) {
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
