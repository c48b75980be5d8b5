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

// without is what of t, the topic of one link, is not in u, a topic of n links: what fewer than a third of them share.
func (t topic) without(u topic, n int) topic {
	var rest topic
	j := 0
	for _, c := range t {
		for j < len(u) && u[j].ID < c.ID {
			j++
		}
		if j == len(u) || u[j].ID != c.ID || u[j].Weight/float64(n) < c.Weight/3 {
			rest = append(rest, c)
		}
	}
	return rest
}

// within is the part of t that is in u, a topic of n links, by weight.
func (t topic) within(u topic, n int) float64 {
	both, j := 0.0, 0
	for _, c := range t {
		for j < len(u) && u[j].ID < c.ID {
			j++
		}
		if j < len(u) && u[j].ID == c.ID {
			both += min(c.Weight, u[j].Weight/float64(n))
		}
	}
	return both / (t.weight() + 1e-9)
}

func (t topic) weight() float64 {
	sum := 0.0
	for _, c := range t {
		sum += c.Weight
	}
	return sum
}
