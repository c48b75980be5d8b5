package search

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Folding.
//
// A reader who types "erdogan", "don't" or "ceasefire" means Erdoğan, don’t and cease-fire. So statements and queries are
// both folded before they are compared: compatibility decomposition (NFKD), marks dropped, lower case, typographic
// apostrophes straight. What stands between words (blanks, hyphens, quotation marks, dashes, controls) is taken out of
// the letters altogether and kept beside them as one bit for each byte, "a gap stands before this one", with a second
// bit when the gap has a blank. "ceasefire", "cease-fire" and "cease fire" thus have the same letters and are found by
// one substring search; the bits say afterwards whether a place is one that a reader would accept (see term.fits).
//
// Two more bits make a query with upper case exact without a second copy of the text: "the letter was upper case" and
// "the letter lost something" (a mark, or its form). A fifth says where words may begin, so that what must begin with a word
// is sought there alone. The whole index takes little more than one and a half bytes a letter.
//
// Rejected: keeping the blanks and trying every spelling of a term (2^n searches); a list of compounds (never whole);
// an offset for each letter in the index (eight times the text): offsets are worked out again for the few statements
// that are shown.

// folded is text made ready to be searched.
type folded struct {
	letters []byte // UTF-8 without gaps
	gap     bitset // by byte: a gap stands before it
	start   bitset // by byte: a word may begin with it
	space   bitset // by byte: that gap has a blank
	upper   bitset // by byte: first of a rune that was upper case
	altered bitset // by byte: first of a rune that lost a mark or was another form
	source  []source
	mapped  bool // whether source is filled
}

// source is the bytes of the original that a folded byte stands for.
type source struct{ start, end int }

// gapKind is what stands between two letters, the weightier the greater.
type gapKind uint8

const (
	none gapKind = iota
	soft         // a hyphen or quotation mark
	hard         // a blank, a control character or a dash
)

// fold folds s with the map back to its bytes.
func fold(s string) *folded {
	f := &folded{mapped: true, letters: make([]byte, 0, len(s)), source: make([]source, 0, len(s))}
	f.add(s)
	return f
}

// add appends the folded form of s.
func (f *folded) add(s string) {
	w := folder{folded: f, s: s, first: len(f.letters)}
	for i := 0; i < len(s); {
		c := s[i]
		if c >= utf8.RuneSelf {
			i += w.rune(i)
			continue
		}
		switch kind := ascii[c]; kind {
		case letter:
			w.emit(rune(c), i, i+1, false)
		case capital:
			w.emitUpper(rune(c)|0x20, i, i+1, false)
		case apostrophe:
			w.apostrophe(i, 1)
		case quote:
			w.pend(soft)
		case hyphen:
			w.hyphen()
		default:
			w.pend(hard)
		}
		i++
	}
}

// folder is the state of folding one string.
type folder struct {
	*folded
	s       string
	first   int // where the letters of s begin
	pending gapKind
}

func (w *folder) pend(k gapKind) { w.pending = max(w.pending, k) }

// hyphen joins two words; two in a row are a dash.
func (w *folder) hyphen() {
	if w.pending == none {
		w.pending = soft
		return
	}
	w.pending = hard
}

// apostrophe keeps an apostrophe within a word; elsewhere it is a quotation mark.
func (w *folder) apostrophe(i, size int) {
	next, _ := utf8.DecodeRuneInString(w.s[i+size:])
	if w.pending == none && len(w.letters) > w.first && isWord(next) {
		if last, _ := utf8.DecodeLastRune(w.letters[w.first:]); isWord(last) {
			w.emit('\'', i, i+size, false)
			return
		}
	}
	w.pend(soft)
}

// rune folds the rune beyond ASCII at byte i and returns its size.
func (w *folder) rune(i int) int {
	r, size := utf8.DecodeRuneInString(w.s[i:])
	switch classify(r) {
	case apostrophe:
		w.apostrophe(i, size)
	case quote:
		w.pend(soft)
	case hyphen:
		w.hyphen()
	case blank:
		w.pend(hard)
	case mark:
		w.mark(i + size)
	case ignored:
	default:
		w.letter(r, i, i+size)
	}
	return size
}

// letter folds one rune that stands for itself or for others.
func (w *folder) letter(r rune, start, end int) {
	if plain, ok := undecomposed[unicode.ToLower(r)]; ok {
		for _, p := range plain {
			if unicode.IsUpper(r) {
				w.emitUpper(p, start, end, true)
			} else {
				w.emit(p, start, end, true)
			}
		}
		return
	}
	if r >= hangul && r < hangulEnd {
		for _, jamo := range decomposeHangul(r) {
			w.emit(jamo, start, end, false)
		}
		return
	}
	parts := norm.NFKD.PropertiesString(w.s[start:end]).Decomposition()
	if parts == nil {
		w.cased(r, start, end, false)
		return
	}
	for len(parts) > 0 {
		p, size := utf8.DecodeRune(parts)
		parts = parts[size:]
		switch {
		case unicode.Is(unicode.Mn, p):
		case p == ' ':
			w.pend(hard)
		default:
			w.cased(p, start, end, true)
		}
	}
}

func (w *folder) cased(r rune, start, end int, altered bool) {
	lower := unicode.ToLower(r)
	if lower == 'ς' {
		lower = 'σ'
	}
	if unicode.IsUpper(r) || unicode.IsTitle(r) {
		w.emitUpper(lower, start, end, altered)
		return
	}
	w.emit(lower, start, end, altered)
}

func (w *folder) emitUpper(r rune, start, end int, altered bool) {
	w.upper.set(len(w.letters))
	w.emit(r, start, end, altered)
}

func (w *folder) emit(r rune, start, end int, altered bool) {
	at := len(w.letters)
	if at == w.first || w.pending != none || w.parts(r) {
		w.start.set(at)
	}
	if w.pending != none {
		if at > w.first {
			w.gap.set(at)
			if w.pending == hard {
				w.space.set(at)
			}
		}
		w.pending = none
	}
	if altered {
		w.altered.set(at)
	}
	if r < utf8.RuneSelf {
		w.letters = append(w.letters, byte(r))
	} else {
		w.letters = utf8.AppendRune(w.letters, r)
	}
	if w.mapped {
		for range len(w.letters) - at {
			w.source = append(w.source, source{start, end})
		}
	}
}

// parts reports whether a word may begin with r directly behind the letter before it.
func (w *folder) parts(r rune) bool {
	if last := w.letters[len(w.letters)-1]; last < utf8.RuneSelf && r < utf8.RuneSelf {
		return !isWord(rune(last))
	}
	before, _ := utf8.DecodeLastRune(w.letters[w.first:])
	return !isWord(before) || unspaced(before) || unspaced(r)
}

// mark takes a combining mark that ends at byte end off the letter before it.
func (w *folder) mark(end int) {
	last := len(w.letters) - 1
	if last < w.first || w.pending != none {
		return
	}
	at := last
	for at > w.first && !utf8.RuneStart(w.letters[at]) {
		at--
	}
	w.altered.set(at)
	if !w.mapped {
		return
	}
	for start := w.source[last].start; last >= w.first && w.source[last].start == start; last-- {
		w.source[last].end = end
	}
}
