package match

// candidates is the pairs of a story that are worth weighing.
func candidates(s *story) [][2]int32 {
	var ab [][2]int32
	for i := range s.of {
		for j := i + 1; j < len(s.of); j++ {
			if s.of[i].report != s.of[j].report && s.of[i].story && s.of[j].story {
				ab = append(ab, [2]int32{int32(i), int32(j)})
			}
		}
	}
	return ab
}
