package claim

import "parallax/corpus/match"

// topic is what the links of a group have in common, summed over them, by ID.
type topic []match.Concept

// plus is the sum of two topics.
func (t topic) plus(u topic) topic {
	sum := make(topic, 0, len(t)+len(u))
	i, j := 0, 0
	for i < len(t) && j < len(u) {
		switch {
		case t[i].ID < u[j].ID:
			sum = append(sum, t[i])
			i++
		case t[i].ID > u[j].ID:
			sum = append(sum, u[j])
			j++
		default:
			sum = append(sum, match.Concept{ID: t[i].ID, Weight: t[i].Weight + u[j].Weight})
			i, j = i+1, j+1
		}
	}
	return append(append(sum, t[i:]...), u[j:]...)
}

// alike is how much of two topics is the same, 0 to 1: the weighted Jaccard index of their means over n and m links.
func (t topic) alike(n int, u topic, m int) float64 {
	both, all := 0.0, 0.0
	i, j := 0, 0
	for i < len(t) || j < len(u) {
		switch {
		case j == len(u) || i < len(t) && t[i].ID < u[j].ID:
			all += t[i].Weight / float64(n)
			i++
		case i == len(t) || t[i].ID > u[j].ID:
			all += u[j].Weight / float64(m)
			j++
		default:
			x, y := t[i].Weight/float64(n), u[j].Weight/float64(m)
			both, all = both+min(x, y), all+max(x, y)
			i, j = i+1, j+1
		}
	}
	if all == 0 {
		return 0
	}
	return both / all
}
