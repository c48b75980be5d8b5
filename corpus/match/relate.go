package match

import (
	"cmp"
	"slices"
	"strings"

	"parallax/corpus/language"
)

// How far a concept stands for another one of the same place, of a small or a large class of the lexicon, or of the same root.
const (
	samePlace  = 0.9
	smallClass = 0.7
	largeClass = 0.55
	sameRoot   = 0.65
)

// relate finds, for each concept, the other concepts of the story that may stand for it, and widens every statement by them.
func (s *event) relate() {
	buckets := make(map[string][]int32)
	for i := range s.concepts {
		c := &s.concepts[i]
		if c.kind == amount {
			continue
		}
		if key := strings.TrimPrefix(c.key, "n:"); len(key) >= 4 {
			buckets[key[:4]] = append(buckets[key[:4]], int32(i))
		}
	}
	for _, ids := range buckets {
		for i, a := range ids {
			for _, b := range ids[:i] {
				if rooted(s.concepts[a].key, s.concepts[b].key) {
					s.join(a, b, sameRoot)
				}
			}
		}
	}
	s.relateGroups(func(c *concept, do func(int16, float32)) {
		for _, class := range c.classes {
			much := float32(smallClass)
			if language.ClassSize(class) > 6 {
				much = largeClass
			}
			do(class, much)
		}
	})
	s.relateGroups(func(c *concept, do func(int16, float32)) {
		if c.place >= 0 {
			do(c.place, samePlace)
		}
	})
	for i := range s.concepts {
		s.concepts[i].related = strongest(s.concepts[i].related)
	}
	for i := range s.of {
		s.of[i].wide = s.widen(s.of[i].own)
	}
}

// relateGroups joins all concepts that groups puts into one group.
func (s *event) relateGroups(groups func(c *concept, do func(group int16, much float32))) {
	members := make(map[int16][]int32)
	for i := range s.concepts {
		groups(&s.concepts[i], func(group int16, much float32) {
			for _, other := range members[group] {
				s.join(int32(i), other, much)
			}
			members[group] = append(members[group], int32(i))
		})
	}
}

func (s *event) join(a, b int32, much float32) {
	s.concepts[a].related = append(s.concepts[a].related, near{b, much})
	s.concepts[b].related = append(s.concepts[b].related, near{a, much})
}

// rooted reports whether two keys look like one root with different endings: "invad" and "invas", "meteor" and
// "meteorit". Names may differ by little more than an ending: "Chad" is not in "Chadwick".
func rooted(a, b string) bool {
	x, xName := strings.CutPrefix(a, "n:")
	y, yName := strings.CutPrefix(b, "n:")
	if strings.ContainsRune(x, ' ') || strings.ContainsRune(y, ' ') {
		return false
	}
	n := 0
	for n < len(x) && n < len(y) && x[n] == y[n] {
		n++
	}
	short, long := min(len(x), len(y)), max(len(x), len(y))
	ending := 5
	if xName || yName {
		ending = 2
	}
	return n >= 4 && 4*n >= 3*short && long-n <= ending
}

// widen is the concepts and what is related to them, each as far as its nearest.
func (s *event) widen(own []int32) []near {
	var wide []near
	for _, c := range own {
		wide = append(wide, near{c, 1})
		wide = append(wide, s.concepts[c].related...)
	}
	return strongest(wide)
}

// strongest sorts by concept and keeps the nearest of each.
func strongest(ns []near) []near {
	slices.SortFunc(ns, func(a, b near) int {
		return cmp.Or(cmp.Compare(a.concept, b.concept), cmp.Compare(b.much, a.much))
	})
	return slices.CompactFunc(ns, func(a, b near) bool { return a.concept == b.concept })
}
