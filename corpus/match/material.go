package match

import (
	"math"
	"slices"

	"parallax/corpus/statement"
)

// material is the statements made ready to be compared.
type material struct {
	set   *statement.Set
	of    []prepared // by statement
	names []string   // of concepts
	ids   map[string]int32
	idf   []float64
}

// prepared is one statement made ready to be compared.
type prepared struct {
	words    []word
	at       []int32 // concept of each word, -1 for none
	concepts []int32 // sorted, each once
	norm     float64 // sum of the concepts' idf
}

func prepare(set *statement.Set) *material {
	m := &material{set: set, of: make([]prepared, len(set.All)), ids: make(map[string]int32)}
	var df []int
	for i := range set.All {
		p := &m.of[i]
		p.words = split(set.Text(statement.ID(i)))
		p.at = make([]int32, len(p.words))
		for k, w := range p.words {
			p.at[k] = -1
			if !w.stop {
				p.at[k] = m.concept(w.stem)
				p.concepts = append(p.concepts, p.at[k])
			}
		}
		slices.Sort(p.concepts)
		p.concepts = slices.Compact(p.concepts)
		for len(df) < len(m.names) {
			df = append(df, 0)
		}
		for _, c := range p.concepts {
			df[c]++
		}
	}
	n := float64(len(set.All))
	m.idf = make([]float64, len(df))
	for c, d := range df {
		m.idf[c] = math.Log(1 + (n-float64(d)+0.5)/(float64(d)+0.5))
	}
	for i := range m.of {
		for _, c := range m.of[i].concepts {
			m.of[i].norm += m.idf[c]
		}
	}
	return m
}

func (m *material) concept(s string) int32 {
	id, ok := m.ids[s]
	if !ok {
		id = int32(len(m.names))
		m.ids[s] = id
		m.names = append(m.names, s)
	}
	return id
}

func shared(a, b *prepared) []int32 {
	var both []int32
	for i, j := 0, 0; i < len(a.concepts) && j < len(b.concepts); {
		switch {
		case a.concepts[i] < b.concepts[j]:
			i++
		case a.concepts[i] > b.concepts[j]:
			j++
		default:
			both = append(both, a.concepts[i])
			i, j = i+1, j+1
		}
	}
	return both
}
