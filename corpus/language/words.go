package match

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
	"golang.org/x/text/unicode/norm"
)

// word is one word of a statement, as the matching reads it.
type word struct {
	text       string // folded: lower case, no accents, straight apostrophes, no possessive ending
	stem       string
	start, end int  // bytes of the statement's text
	capital    bool // begins with an upper-case letter
	first      bool // of its sentence, where a capital says nothing
	quoted     bool // stands within quotation marks
	stop       bool // a word of grammar, or one that reports speech: no evidence by itself
	digit      bool // begins with a digit or a currency sign
}

// split cuts a statement's text into words. A hyphen, a slash and a dash part words; an apostrophe, a stop or comma
// between digits, and a question mark between letters (what a lossy conversion leaves of an accented one) do not.
func split(text string) []word {
	var (
		words  = make([]word, 0, len(text)/6+1)
		quote  bool
		fresh  = true // at the start of a sentence
		stemIn stemmer
	)
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !inWord(r) {
			switch r {
			case '“', '«', '„', '‘':
				quote, fresh = true, true
			case '”', '»':
				quote = false
			case '"':
				quote = !quote
				fresh = fresh || quote
			case '’', '\'':
				quote = quoteMark(text, i, n, quote)
			case '.', '!', '?', ':':
				fresh = true
			}
			i += n
			continue
		}
		end := wordEnd(text, i)
		w := word{start: i, end: end, capital: unicode.IsUpper(r), first: fresh, quoted: quote}
		w.text = fold(text[i:end])
		w.digit = w.text != "" && (w.text[0] >= '0' && w.text[0] <= '9' || unicode.Is(unicode.Sc, r))
		w.stem = stemIn.stem(regular(w.text))
		w.stop = stopWords[w.text]
		if w.text != "" {
			words = append(words, w)
		}
		i, fresh = end, false
	}
	return words
}

// quoteMark reads an apostrophe that stands outside a word: it opens a quotation before a letter and closes one that
// is open.
func quoteMark(text string, i, n int, open bool) bool {
	if open {
		return false
	}
	next, _ := utf8.DecodeRuneInString(text[i+n:])
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	return inWord(next) && (i == 0 || unicode.IsSpace(before) || unicode.IsPunct(before)) && strings.ContainsAny(text[i+n:], "'’")
}

// wordEnd is the byte after the word that begins at i.
func wordEnd(text string, i int) int {
	last := rune(0)
	for j := i; j < len(text); {
		r, n := utf8.DecodeRuneInString(text[j:])
		if !inWord(r) {
			next, _ := utf8.DecodeRuneInString(text[j+n:])
			switch {
			case (r == '\'' || r == '’' || r == '?') && unicode.IsLetter(last) && unicode.IsLetter(next):
			case (r == '.' || r == ',') && unicode.IsDigit(last) && unicode.IsDigit(next):
			case r == '.' && abbreviated(text[i:j], next):
			default:
				return j
			}
		}
		last = r
		j += n
	}
	return len(text)
}

// abbreviated reports whether a full stop after s and before next belongs to an abbreviation in capitals, "U.S.A".
func abbreviated(s string, next rune) bool {
	single := utf8.RuneCountInString(s) == 1 || strings.LastIndexByte(s, '.') == len(s)-2
	last, _ := utf8.DecodeLastRuneInString(s)
	return single && unicode.IsUpper(last) && unicode.IsUpper(next)
}

func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) || r == '$' || r == '£' || r == '€' || r == '¥'
}

var fractions = strings.NewReplacer("½", ".5", "¼", ".25", "¾", ".75")

// fold makes words that differ in case, accents, apostrophes or a possessive ending the same.
func fold(s string) string {
	if isPlain(s) {
		return possessive(strings.ToLower(s))
	}
	var b strings.Builder
	for _, r := range norm.NFKD.String(fractions.Replace(s)) {
		switch {
		case unicode.IsMark(r):
		case r == '’' || r == 'ʼ':
			b.WriteByte('\'')
		case r == 'ı':
			b.WriteByte('i')
		case r == 'ø' || r == 'Ø':
			b.WriteByte('o')
		case r == 'ł' || r == 'Ł':
			b.WriteByte('l')
		case r == 'đ' || r == 'Đ':
			b.WriteByte('d')
		case r == 'ß':
			b.WriteString("ss")
		case r == 'æ' || r == 'Æ':
			b.WriteString("ae")
		default:
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return possessive(strings.ReplaceAll(b.String(), ".", dotOf(s)))
}

// dotOf keeps the stop of a number and drops those of an abbreviation.
func dotOf(s string) string {
	if strings.ContainsAny(s, "0123456789½¼¾") {
		return "."
	}
	return ""
}

func isPlain(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf || s[i] == '.' {
			return false
		}
	}
	return true
}

func possessive(s string) string {
	s = strings.TrimSuffix(s, "'s")
	return strings.TrimSuffix(s, "'")
}

// stemmer is an English Snowball stemmer that keeps its buffer.
type stemmer struct{ env *snowballstem.Env }

func (s *stemmer) stem(w string) string {
	if len(w) < 3 || w[0] >= '0' && w[0] <= '9' {
		return w
	}
	if s.env == nil {
		s.env = snowballstem.NewEnv("")
	}
	s.env.SetCurrent(w)
	english.Stem(s.env)
	return s.env.Current()
}
