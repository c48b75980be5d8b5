package search

import "math/bits"

// bitset is a growing row of bits, one for each byte of folded text.
type bitset []uint64

func (b *bitset) set(i int) {
	for i>>6 >= len(*b) {
		*b = append(*b, 0)
	}
	(*b)[i>>6] |= 1 << (i & 63)
}

func (b bitset) get(i int) bool {
	return i>>6 < len(b) && b[i>>6]&(1<<(i&63)) != 0
}

// word is 64 bits from bit i on; bits past the end are 0.
func (b bitset) word(i int) uint64 {
	at, shift := i>>6, uint(i&63)
	if at >= len(b) {
		return 0
	}
	w := b[at] >> shift
	if shift != 0 && at+1 < len(b) {
		w |= b[at+1] << (64 - shift)
	}
	return w
}

// window is n bits from bit i on, n at most 64.
func (b bitset) window(i, n int) uint64 {
	w := b.word(i)
	if n < 64 {
		w &= 1<<uint(n) - 1
	}
	return w
}

// any reports whether one of n bits from bit i on is set.
func (b bitset) any(i, n int) bool {
	for ; n > 0; i, n = i+64, n-64 {
		if b.window(i, min(n, 64)) != 0 {
			return true
		}
	}
	return false
}

// equal reports whether n bits of b from i on are those of c from j on.
func (b bitset) equal(i int, c bitset, j, n int) bool {
	for ; n > 0; i, j, n = i+64, j+64, n-64 {
		if b.window(i, min(n, 64)) != c.window(j, min(n, 64)) {
			return false
		}
	}
	return true
}

// next is the first set bit in [i, end), or end.
func (b bitset) next(i, end int) int {
	for ; i < end; i += 64 {
		if w := b.window(i, min(end-i, 64)); w != 0 {
			return i + bits.TrailingZeros64(w)
		}
	}
	return end
}
