package language

// LongestRun is the length of the longest run that both sequences have element for element, and the index in a of its
// first; statements are short enough for the plain table of all pairs, of which one row is kept.
func LongestRun[T comparable](a, b []T) (best, at int) {
	var buf [64]int16
	row := buf[:]
	if len(b)+1 > len(row) {
		row = make([]int16, len(b)+1)
	}
	for i, x := range a {
		last := int16(0)
		for j, y := range b {
			kept := row[j+1]
			row[j+1] = 0
			if x == y {
				row[j+1] = last + 1
				if int(last)+1 > best {
					best, at = int(last)+1, i-int(last)
				}
			}
			last = kept
		}
	}
	return best, at
}
