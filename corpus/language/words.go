package language

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Word is one word of a text, as texts are compared.
type Word struct {
	Text       string // folded for comparing, see FoldWord
	Stem       string
	Start, End int  // bytes of the text
	Capital    bool // begins with an upper-case letter
	First      bool // of its sentence, where a capital says nothing
	Quoted     bool // stands within quotation marks
	Stop       bool // a word of grammar, or one that reports speech: no evidence by itself
	Digit      bool // begins with a digit or a currency sign
}

// Words is the words of a text. A hyphen, a slash and a dash part words; an apostrophe, a stop or comma between digits,
// and a question mark between letters (what a lossy conversion leaves of an accented one) do not.
func Words(text string) []Word {
	return AppendWords(make([]Word, 0, len(text)/6+1), text, Cut(nil, text))
}

// AppendWords appends the words of a text that has been cut into pieces.
func AppendWords(dst []Word, text string, pieces []Piece) []Word {
	var (
		quote   bool
		fresh   = true // at the start of a sentence
		stemmer Stemmer
	)
	for k := 0; k < len(pieces); {
		p := pieces[k]
		if !p.inWord() {
			switch p.Sign {
			case '“', '«', '„', '‘':
				quote, fresh = true, true
			case '”', '»':
				quote = false
			case '"':
				quote = !quote
				fresh = fresh || quote
			case '’', '\'':
				quote = quoteMark(text, p, quote)
			case '.', '!', '?', ':':
				fresh = true
			}
			k++
			continue
		}
		n, end := wordEnd(text, pieces[k:])
		start := int(p.Start)
		first, _ := utf8.DecodeRuneInString(text[start:])
		w := Word{Start: start, End: end, Capital: unicode.IsUpper(first), First: fresh, Quoted: quote}
		if w.Text = FoldWord(text[start:end]); w.Text != "" {
			w.Digit = w.Text[0] >= '0' && w.Text[0] <= '9' || unicode.Is(unicode.Sc, first)
			if w.Capital && !w.First && first >= utf8.RuneSelf {
				w.Text = latin(w.Text) // names link across scripts
			}
			w.Stem = stemmer.Root(w.Text)
			w.Stop = stopWords.Has(w.Text)
			dst = append(dst, w)
		}
		k, fresh = k+n, false
	}
	return dst
}

// inWord reports whether the piece is of a word: a run, a mark or number that stands alone, or a currency sign.
func (p Piece) inWord() bool {
	switch r := p.Sign; r {
	case Run, '$', '£', '€', '¥':
		return true
	default:
		return r >= utf8.RuneSelf && (unicode.IsNumber(r) || unicode.IsMark(r))
	}
}

// quoteMark reads an apostrophe that stands outside a word: it opens a quotation before a letter and closes one that
// is open.
func quoteMark(text string, p Piece, open bool) bool {
	if open {
		return false
	}
	next, _ := utf8.DecodeRuneInString(text[p.End:])
	before, _ := utf8.DecodeLastRuneInString(text[:p.Start])
	return startsWord(next) && (p.Start == 0 || unicode.IsSpace(before) || unicode.IsPunct(before)) && strings.ContainsAny(text[p.End:], "'’")
}

func startsWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) || r == '$' || r == '£' || r == '€' || r == '¥'
}

// wordEnd is the number of pieces of the word that the pieces begin with, and the byte after it.
func wordEnd(text string, pieces []Piece) (n, end int) {
	start := pieces[0].Start
	for i, p := range pieces {
		if i > 0 && p.Start != pieces[i-1].End || !p.inWord() && !p.joins(text, start) {
			break
		}
		n = i + 1
	}
	return n, int(pieces[n-1].End)
}

// joins reports whether the sign, which follows the part of a word that begins at start, joins it to what comes next.
func (p Piece) joins(text string, start int32) bool {
	last, _ := utf8.DecodeLastRuneInString(text[start:p.Start])
	next, _ := utf8.DecodeRuneInString(text[p.End:])
	switch p.Sign {
	case '\'', '’', '?':
		return unicode.IsLetter(last) && unicode.IsLetter(next)
	case '.':
		return unicode.IsDigit(last) && unicode.IsDigit(next) || abbreviated(text[start:p.Start], next)
	case ',':
		return unicode.IsDigit(last) && unicode.IsDigit(next)
	}
	return false
}

// abbreviated reports whether a full stop after s and before next belongs to an abbreviation in capitals, "U.S.A".
func abbreviated(s string, next rune) bool {
	single := utf8.RuneCountInString(s) == 1 || strings.LastIndexByte(s, '.') == len(s)-2
	last, _ := utf8.DecodeLastRuneInString(s)
	return single && unicode.IsUpper(last) && unicode.IsUpper(next)
}
