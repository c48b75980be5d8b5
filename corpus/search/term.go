package search

import (
	"bytes"
	"math/bits"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// term is one word or phrase of a query.
type term struct {
	*folded
	text   string // string(letters)
	typed  string // as it was typed
	phrase bool   // in quotation marks: begins with a word
	closed bool   // the closing quotation mark is there too: ends with a word
	whole  bool   // must be a word by itself
	exact  bool   // case and marks count
	gapped bool   // has gaps
	mask   uint64
	rare   int  // index of the letter that text has least often
	upper1 int  // index of the first letter in upper case that must be so, -1 for none
	loose  bool // its letters in order are enough
}

func newTerm(t token) *term {
	made := &term{folded: fold(t.text), typed: t.text, phrase: t.quoted, closed: t.quoted && t.closed}
	made.text = string(made.letters)
	made.mask = maskOf(made.letters)
	for i, c := range made.letters {
		if rarity[c] > rarity[made.letters[made.rare]] {
			made.rare = i
		}
	}
	made.gapped = len(made.gap) > 0
	if made.upper1 = made.upper.next(0, len(made.letters)); made.upper1 == len(made.letters) {
		made.upper1 = -1
	}
	// A letter or two after '-' would take away nearly everything while the rest is being typed.
	made.whole = t.minus && utf8.RuneCountInString(made.text) < 3
	made.loose = t.loose && utf8.RuneCountInString(made.text) >= 3 // two letters in order are in nearly everything
	return made
}

// grade says how well a place answers a term.
type grade uint8

const (
	missing   grade = iota
	inside          // a part of a word
	beginning       // the beginning of a word
	word            // a whole word, or a phrase of whole words
)

// rarity is greater for bytes that stand less often in text. The order is that of English; where it is wrong for
// another language the search is slower, never wrong.
var rarity = func() (table [256]uint8) {
	for i := range table {
		table[i] = 255
	}
	for i, c := range []byte("etaoinsrhldcumfpgwybvkxjqz") {
		table[c] = uint8(i)
	}
	return table
}()

// index is where t's letters stand first in b, or -1: bytes.Index, but led by the rarest letter instead of the first,
// which halves the time for most words.
func (t *term) index(b []byte) int {
	n, rare := len(t.letters), t.letters[t.rare]
	for from := t.rare; from < len(b); from++ {
		i := bytes.IndexByte(b[from:], rare)
		if i < 0 {
			return -1
		}
		from += i
		start := from - t.rare
		if start+n > len(b) {
			return -1
		}
		if string(b[start:start+n]) == t.text {
			return start
		}
	}
	return -1
}

// next is t's first place at or after from in the letters [lo, hi) of f, and its grade; at is -1 when there is none.
// original is the text that f was folded from there, asked for only when marks must be compared.
func (t *term) next(f *folded, lo, hi, from int, original func() string) (at int, g grade) {
	for at = from; ; at++ {
		if at = t.place(f, at, hi); at < 0 {
			return -1, missing
		}
		if g := t.fits(f, lo, hi, at, original); g != missing {
			return at, g
		}
	}
}

// led reports whether t can stand only at some of the letters that are like its first: see place.
func (t *term) led() bool { return t.exact && t.upper1 >= 0 || t.phrase || t.whole }

// place is the first place at or after from where the letters of f are t's, or -1. Where t has upper case that counts, only
// letters in upper case are looked at, where it must begin with a word, only the beginnings of words: there are fewer of
// either than of most letters.
func (t *term) place(f *folded, from, hi int) int {
	if !t.led() {
		if i := t.index(f.letters[from:hi]); i >= 0 {
			return from + i
		}
		return -1
	}
	at, lead, n := f.start, 0, len(t.letters)
	if t.exact && t.upper1 >= 0 {
		at, lead = f.upper, t.upper1
	}
	end, first := hi-n+lead+1, t.text[0]
	for i := from + lead; i < end; i += 64 {
		for w := at.window(i, min(end-i, 64)); w != 0; w &= w - 1 {
			at := i + bits.TrailingZeros64(w) - lead
			if f.letters[at] == first && string(f.letters[at:at+n]) == t.text {
				return at
			}
		}
	}
	return -1
}

// best is the grade of t's best place at or after from, of no more than looks places.
func (t *term) best(f *folded, lo, hi, from, looks int, original func() string) (best grade) {
	for ; looks > 0 && best < word; looks-- {
		at, g := t.next(f, lo, hi, from, original)
		if at < 0 {
			return best
		}
		best, from = max(best, g), at+1
	}
	return best
}

// fits grades the place at which f's letters are those of t.
//
// Where the gaps are the same, every place will do. Where they differ ("ceasefire" in "cease-fire", "cease-fire" in
// "ceasefire"), it must begin with a word. Where t has no gap and f has a blank ("ceasefire" in "cease fire"), it must
// also end with one, and no part may be shorter than three letters, or "along" would be found in "a long way".
func (t *term) fits(f *folded, lo, hi, at int, original func() string) grade {
	n := len(t.letters)
	end := at + n
	if (t.phrase || t.whole) && !f.start.get(at) || t.exact && !t.same(f, lo, at, original) {
		return missing
	}
	if n <= 64 && !t.gapped && !t.phrase && !t.whole && f.gap.window(at+1, n-1) == 0 { // nearly always
		switch {
		case !f.start.get(at):
			return inside
		case !f.ends(lo, hi, end):
			return beginning
		}
		return word
	}
	begins, ends := f.start.get(at), f.ends(lo, hi, end)
	if (t.closed || t.whole) && !ends {
		return missing
	}
	inner := n - 1
	if !f.gap.equal(at+1, t.gap, 1, inner) || !f.space.equal(at+1, t.space, 1, inner) {
		if !begins || !t.joins(f, at, ends) {
			return missing
		}
	}
	switch {
	case begins && ends:
		return word
	case begins:
		return beginning
	}
	return inside
}

// joins reports whether the gaps with a blank that f has and t has not stand between whole words of three letters and
// more.
func (t *term) joins(f *folded, at int, ends bool) bool {
	n := len(t.letters)
	part := 0 // where the part before the next gap of f begins
	alone := false
	for i := f.gap.next(at+1, at+n); ; i = f.gap.next(i+1, at+n) {
		last := i == at+n
		foreign := !last && f.space.get(i) && !t.gap.get(i-at)
		if (foreign || alone) && utf8.RuneCount(f.letters[at+part:i]) < 3 {
			return false
		}
		if foreign && !ends {
			return false
		}
		if last {
			return true
		}
		part, alone = i-at, foreign
	}
}

// same reports whether case and marks are the same too.
func (t *term) same(f *folded, lo, at int, original func() string) bool {
	n := len(t.letters)
	if !f.upper.equal(at, t.upper, 0, n) || !f.altered.equal(at, t.altered, 0, n) {
		return false
	}
	if !t.altered.any(0, n) {
		return true
	}
	text := original()
	there, base := f, 0
	if !f.mapped {
		there, base = fold(text), lo
	}
	for i := t.altered.next(0, n); i < n; i = t.altered.next(i+1, n) {
		a, b := t.source[i], there.source[at+i-base]
		if norm.NFC.String(t.typed[a.start:a.end]) != norm.NFC.String(text[b.start:b.end]) {
			return false
		}
	}
	return true
}

// ends reports whether a word of the letters [lo, hi) may end before i.
func (f *folded) ends(lo, hi, i int) bool {
	if i >= hi || f.gap.get(i) {
		return true
	}
	if a, b := f.letters[i-1], f.letters[i]; a < utf8.RuneSelf && b < utf8.RuneSelf {
		return !isWord(rune(b))
	}
	before, _ := utf8.DecodeLastRune(f.letters[lo:i])
	after, _ := utf8.DecodeRune(f.letters[i:hi])
	return !isWord(after) || unspaced(before) || unspaced(after)
}

// maskOf has a bit for each letter and digit of b, and shared ones for other bytes: text can have all of b's bytes only
// if its mask has all of b's bits.
func maskOf(b []byte) (mask uint64) {
	for _, c := range b {
		mask |= 1 << maskBit[c]
	}
	return mask
}

// shared is the first mask bit that stands for more than one byte.
const shared = 36

var maskBit = func() (table [256]uint8) {
	for i := range table {
		c := byte(i)
		switch {
		case 'a' <= c && c <= 'z':
			table[i] = c - 'a'
		case '0' <= c && c <= '9':
			table[i] = 26 + c - '0'
		default:
			table[i] = shared + c%(64-shared)
		}
	}
	return table
}()
