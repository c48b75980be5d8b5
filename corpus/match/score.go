package match

import (
	"context"
	"math"

	"parallax/corpus/statement"
)

func score(ctx context.Context, set *statement.Set, progress func(done, total int)) (*Scored, error) {
	m := prepare(set)
	s := &Scored{Generation: set.Generation, Threshold: 0.5, set: set, mat: m}
	for a := range set.All {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if progress != nil && a%64 == 0 {
			progress(a, len(set.All))
		}
		for b := a + 1; b < len(set.All); b++ {
			if p, ok := m.pair(statement.ID(a), statement.ID(b)); ok {
				s.Pairs = append(s.Pairs, p)
			}
		}
	}
	return s, nil
}

func (m *material) pair(a, b statement.ID) (Pair, bool) {
	sa, sb := &m.set.All[a], &m.set.All[b]
	if sa.Report == sb.Report || !sa.IsStory() || !sb.IsStory() {
		return Pair{}, false
	}
	pa, pb := &m.of[a], &m.of[b]
	sum := 0.0
	for _, c := range shared(pa, pb) {
		sum += m.idf[c]
	}
	if sum == 0 {
		return Pair{}, false
	}
	cos := sum / math.Sqrt((pa.norm+4)*(pb.norm+4))
	p := Pair{A: a, B: b, Score: 1 / (1 + math.Exp(-14*(cos-0.3)))}
	p.Partial = math.Min(pa.norm, pb.norm) < 0.5*math.Max(pa.norm, pb.norm)
	return p, true
}
