package verify

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"parallax/corpus/brief"
)

// A quotation is matched like a file name with wildcards: its words must stand in the statements cited, in order and
// from their beginning to their end, and only [...] lets words pass. An addition passes nothing but blanks, or the same
// words in other case ("[T]he" for "the"). Behind a gap the places where the words occur are tried from the first on,
// each pair of piece and place once.
//
// Cost: pieces times places times the length of the words, for statements of some hundred bytes. A general regular
// expression made of the quotation was rejected: it cannot say what a gap must not pass without backtracking either.

// pattern is a quotation read: words with gaps between them.
type pattern struct {
	pieces []string // normalised, without blanks at their ends
	gaps   []gap    // before each piece, and one behind the last
}

// gap is what stands between two pieces.
type gap struct {
	sign     bool   // there is one; else only the beginning or the end of the quotation
	omission bool   // one of the signs is [...]
	added    string // the words of the others
	before   bool   // a blank stands before the sign: the words before it end with a word
	after    bool   // a blank stands behind it: the words behind it begin a word
}

var signPattern = regexp.MustCompile(`\[[^\[\]]*\]`)

// patternOf reads the signs of a quotation. Those for which literal answers true by their index are words of the source.
func patternOf(quote string, literal func(sign int) bool) pattern {
	var p pattern
	var words strings.Builder
	var g gap
	flush := func() {
		text := words.String()
		words.Reset()
		if trimmed := strings.TrimSpace(text); trimmed != "" {
			g.after = strings.HasPrefix(text, " ")
			p.pieces, p.gaps = append(p.pieces, trimmed), append(p.gaps, g)
			g = gap{before: strings.HasSuffix(text, " ")}
		}
	}
	from := 0
	for i, m := range signPattern.FindAllStringIndex(quote, -1) {
		sign := quote[m[0]:m[1]]
		words.WriteString(quote[from:m[0]])
		from = m[1]
		if literal(i) {
			words.WriteString(sign)
			continue
		}
		flush()
		g.sign = true
		if sign == brief.OmissionSign || sign == "[…]" {
			g.omission = true
		} else {
			g.added += sign[1 : len(sign)-1]
		}
	}
	words.WriteString(quote[from:])
	flush()
	p.gaps = append(p.gaps, g)
	return p
}

// longest is the longest piece: a text without it cannot hold the quotation.
func (p pattern) longest() string {
	best := ""
	for _, s := range p.pieces {
		if len(s) > len(best) {
			best = s
		}
	}
	return best
}

// maxOwn is for how many signs it is tried whether they are the source's own words; more are either all, or none.
const maxOwn = 6

// effort is how many places, and 64 bytes passed over, may still be tried for a quotation: a bound on quotations made to be slow. What is not found
// within it is not found.
type effort int

const enough effort = 300_000

// holds reports whether text, normalised, is what the quotation quotes, with its own quotation marks or with single ones in
// their place.
func holds(text, quote string, left *effort) bool {
	if isQuoted(text, quote, left) {
		return true
	}
	inner := brief.Inner(text)
	return inner != text && isQuoted(inner, quote, left)
}

// isQuoted reports whether text is what the quotation quotes. Signs may be the source's own words where it has
// the same; each is read both ways.
func isQuoted(text, quote string, left *effort) bool {
	var own []int
	for i, sign := range signPattern.FindAllString(quote, -1) {
		if strings.Contains(text, sign) {
			own = append(own, i)
		}
	}
	step, last := 1, 1<<min(len(own), maxOwn)-1
	if len(own) > maxOwn {
		step = last
	}
	for way := last; way >= 0; way -= max(1, step) {
		p := patternOf(quote, func(sign int) bool {
			i := slices.Index(own, sign)
			return i >= 0 && way>>min(i, maxOwn-1)&1 == 1
		})
		if p.match(text, left) {
			return true
		}
	}
	return false
}

func noneOwn(int) bool { return false }

// match reports whether the pieces stand in text from its beginning to its end.
func (p pattern) match(text string, left *effort) bool {
	if len(p.pieces) == 0 || *left <= 0 {
		return false
	}
	m := matcher{pattern: p, text: text, failed: make(map[[2]int]bool), left: left}
	return m.from(0, 0)
}

type matcher struct {
	pattern
	text   string
	failed map[[2]int]bool // by piece and byte
	left   *effort
}

// from reports whether piece i and those behind it stand in the text from byte at on.
func (m *matcher) from(i, at int) bool {
	g := m.gaps[i]
	if i == len(m.pieces) {
		return at == len(m.text) || m.passes(g, at, len(m.text))
	}
	key := [2]int{i, at}
	if m.failed[key] {
		return false
	}
	piece := m.pieces[i]
	last := at // the last place to try
	if g.sign {
		last = len(m.text) - len(piece)
		if !g.omission {
			last = min(last, at+1+utf8.UTFMax*len(g.added)) // one blank, and the letters in other case
		}
	}
	for start := at; start <= last; start++ {
		if *m.left--; *m.left < 0 {
			return false
		}
		if g.sign {
			next := strings.Index(m.text[start:], piece)
			if next < 0 {
				*m.left -= effort(len(m.text)-start) / 64
				break
			}
			*m.left -= effort(next) / 64
			start += next
		} else if !strings.HasPrefix(m.text[start:], piece) {
			break
		}
		if start <= last && m.passes(g, at, start) && m.from(i+1, start+len(piece)) {
			return true
		}
	}
	m.failed[key] = true
	return false
}

// passes reports whether a gap may begin at byte at and end at byte to.
func (m *matcher) passes(g gap, at, to int) bool {
	switch {
	case !g.sign:
		return at == to
	case !g.omission && !brief.BlankOnly(m.text[at:to]) && !strings.EqualFold(strings.TrimSpace(m.text[at:to]), strings.TrimSpace(g.added)):
		return false
	case g.before && at > 0 && brief.InsideWord(m.text, at):
		return false
	case g.after && to < len(m.text) && brief.InsideWord(m.text, to):
		return false
	}
	_, n := utf8.DecodeRuneInString(m.text[to:])
	return n != 1 || m.text[to] < utf8.RuneSelf // never inside a character
}
