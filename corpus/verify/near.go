package verify

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/corpus/brief"
	"parallax/corpus/report"
	"parallax/corpus/statement"
)

// wordText is a report as quotations are compared with it.
type wordText struct {
	id         report.ID
	text       string
	statements []statement.Statement
	whole      string           // normalised
	inner      string           // whole as it stands inside quotation marks
	bags       []map[string]int // of the words of each statement; nil until asked for
}

func (c *checker) textOf(id report.ID) *wordText {
	if t := c.texts[id]; t != nil {
		return t
	}
	r := &c.set.Reports[id]
	whole := brief.Normal(r.Text)
	t := &wordText{id: id, text: r.Text, statements: c.set.In(id), whole: whole, inner: brief.Inner(whole)}
	if c.texts == nil {
		c.texts = make(map[report.ID]*wordText)
	}
	c.texts[id] = t
	return t
}

// window is the words of the statements numbered first to last, normalised; not ok when there are none.
func (t *wordText) window(first, last int) (string, bool) {
	if first < 1 || last < first || last > len(t.statements) {
		return "", false
	}
	return brief.Normal(t.text[t.statements[first-1].Span.Start:t.statements[last-1].Span.End]), true
}

// spread is by how many statements a quotation may be wider or narrower than its citation says, since another version
// of the program may cut a sentence otherwise.
const spread = 2

// find is the first window, about width statements wide, that holds the quotation; 0 when none does.
func (t *wordText) find(quote string, width int, left *effort) (first, last int) {
	if longest := patternOf(quote, noneOwn).longest(); longest == "" || !strings.Contains(t.whole, longest) && !strings.Contains(t.inner, longest) {
		return 0, 0
	}
	for w := max(1, width-spread); w <= width+spread; w++ {
		for n := 1; n+w-1 <= len(t.statements) && *left > 0; n++ {
			if text, ok := t.window(n, n+w-1); ok && holds(text, quote, left) {
				return n, n + w - 1
			}
		}
	}
	return 0, 0
}

// near is the window, width statements wide, whose words are most like the quotation's, and which part of the
// quotation's words it has. That part counts more than what the window has beside it, which may have been cut off.
func (t *wordText) near(words []string, width int) (first, last int, share float64) {
	if t.bags == nil {
		for _, s := range t.statements {
			t.bags = append(t.bags, bagOf(tokens(brief.Inner(brief.Normal(t.text[s.Span.Start:s.Span.End])))))
		}
	}
	want := bagOf(words)
	best := 0.0
	for n := 1; n+width-1 <= len(t.statements); n++ {
		common, size := 0, 0
		for w, k := range want {
			have := 0
			for _, bag := range t.bags[n-1 : n-1+width] {
				have += bag[w]
			}
			common += min(have, k)
		}
		for _, bag := range t.bags[n-1 : n-1+width] {
			for _, k := range bag {
				size += k
			}
		}
		part, both := float64(common)/float64(len(words)), 2*float64(common)/float64(len(words)+size)
		if like := part + both/2; like > best {
			best, first, last, share = like, n, n+width-1, part
		}
	}
	return first, last, share
}

func bagOf(words []string) map[string]int {
	bag := make(map[string]int, len(words))
	for _, w := range words {
		bag[strings.ToLower(w)]++
	}
	return bag
}

// tokens is the words and the marks between them.
func tokens(s string) []string {
	var all []string
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		end := i + n
		if isWordRune(r) {
			for end < len(s) {
				next, k := utf8.DecodeRuneInString(s[end:])
				if next == '\'' || next == '’' {
					after, _ := utf8.DecodeRuneInString(s[end+k:])
					next = after // "don't" is one word
				}
				if !isWordRune(next) {
					break
				}
				end += k
			}
		}
		if !unicode.IsSpace(r) {
			all = append(all, s[i:end])
		}
		i = end
	}
	return all
}

func isWordRune(r rune) bool { return unicode.In(r, unicode.L, unicode.M, unicode.N) }
