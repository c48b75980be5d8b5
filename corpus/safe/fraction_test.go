package safe

import "testing"

// TestNumbersSpelt: on a screen in ASCII a number reads as the one that stands there, in the columns that it is said to take.
func TestNumbersSpelt(t *testing.T) {
	for in, want := range map[string]string{
		"1½ hours": "1 1/2 hours", "½ hour": "1/2 hour", "10² m": "10^2 m", "3 ⅔": "3 2/3", "plain 1/2": "plain 1/2", "é½": "é1/2",
	} {
		if got := WithNumbersSpelt(in); got != want {
			t.Errorf("%q is spelt %q, want %q", in, got, want)
		}
		columns, end := 0, 0
		for _, c := range SpellNumbers(0, Clusters(nil, in)) {
			if columns += c.Width; c.Start != end {
				t.Errorf("%q: a cluster begins at byte %d after %d", in, c.Start, end)
			}
			end = c.End
		}
		if columns != Width(want) || end != len(in) {
			t.Errorf("%q takes %d columns of %d and ends at byte %d of %d", in, columns, Width(want), end, len(in))
		}
	}
}
