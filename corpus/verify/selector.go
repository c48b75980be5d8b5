package verify

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// A selector is matched as far as is needed to say whom a rule concerns: types, classes, ids, attributes and the four
// combinators. Of what else there is (:hover, :nth-child) it is assumed that it matches, for whoever hides words can wait
// for the pointer to come.

// selector is one of the selectors of a rule: compounds, the last of which is the element itself.
type selector struct {
	compounds   []compound
	combinators []byte // before each compound but the first
	pseudo      bool   // it makes an element of its own: ::after, ::before
}

// compound is conditions on one element.
type compound struct {
	name, id string
	classes  []string
	attrs    [][2]string // name, and value; "" for any
}

var (
	simplePattern = regexp.MustCompile(`^(?:\*|[.#]?[\p{L}_\-\\][\p{L}\p{N}_\-\\]*|\[[^\]]*\]|::?[\w-]+(?:\([^()]*(?:\([^()]*\)[^()]*)*\))?)`)
	ownElements   = []string{"before", "after", "marker", "first-letter", "first-line", "placeholder", "selection", "backdrop"}
)

// selectorsOf reads the selectors of a rule; not ok when there is something in them that is not known here.
func selectorsOf(s string) (all []selector, ok bool) {
	for _, one := range splitOutside(s) {
		var sel selector
		one = strings.TrimSpace(one)
		c := compound{}
		for one != "" {
			if trimmed := strings.TrimLeft(one, " >+~"); trimmed != one {
				sign := strings.TrimSpace(one[:len(one)-len(trimmed)])
				if sign == "" {
					sign = " "
				}
				sel.compounds, sel.combinators = append(sel.compounds, c), append(sel.combinators, sign[0])
				c, one = compound{}, trimmed
				continue
			}
			m := simplePattern.FindString(one)
			if m == "" {
				return nil, false
			}
			one = one[len(m):]
			c.read(m, &sel)
		}
		sel.compounds = append(sel.compounds, c)
		all = append(all, sel)
	}
	return all, true
}

// splitOutside splits at commas outside of brackets.
func splitOutside(s string) []string {
	var all []string
	depth, from := 0, 0
	for i := range len(s) {
		switch s[i] {
		case '(', '[':
			depth++
		case ')', ']':
			depth--
		case ',':
			if depth == 0 {
				all, from = append(all, s[from:i]), i+1
			}
		}
	}
	return append(all, s[from:])
}

// read adds one condition.
func (c *compound) read(m string, sel *selector) {
	switch m[0] {
	case '*':
	case '.':
		c.classes = append(c.classes, m[1:])
	case '#':
		c.id = m[1:]
	case '[':
		name, value, _ := strings.Cut(strings.Trim(m, "[]"), "=")
		if strings.ContainsAny(name, "~|^$*") {
			value = "" // "begins with" and the like: any value is assumed to do
		}
		c.attrs = append(c.attrs, [2]string{strings.ToLower(strings.Trim(name, "~|^$* ")), strings.Trim(strings.TrimSpace(value), `"'`)})
	case ':':
		if slices.Contains(ownElements, strings.TrimLeft(m, ":")) {
			sel.pseudo = true
		}
	default:
		c.name = strings.ToLower(m)
	}
}

// matches reports whether the selector selects n. left is how many elements may still be looked at; when none may, it is
// assumed that it does.
func (s selector) matches(n *html.Node, left *int) bool { return s.from(len(s.compounds)-1, n, left) }

func (s selector) from(i int, n *html.Node, left *int) bool {
	if *left--; *left < 0 {
		return true
	}
	if n == nil || n.Type != html.ElementNode || !s.compounds[i].matches(n) {
		return false
	}
	if i == 0 {
		return true
	}
	switch s.combinators[i-1] {
	case '>':
		return s.from(i-1, n.Parent, left)
	case '+':
		return s.from(i-1, elementBefore(n), left)
	case '~':
		for b := elementBefore(n); b != nil; b = elementBefore(b) {
			if s.from(i-1, b, left) {
				return true
			}
		}
		return false
	}
	for p := n.Parent; p != nil; p = p.Parent {
		if s.from(i-1, p, left) {
			return true
		}
	}
	return false
}

func elementBefore(n *html.Node) *html.Node {
	for n = n.PrevSibling; n != nil && n.Type != html.ElementNode; n = n.PrevSibling {
	}
	return n
}

func (c compound) matches(n *html.Node) bool {
	if c.name != "" && c.name != n.Data || c.id != "" && c.id != attribute(n, "id") {
		return false
	}
	classes := strings.Fields(attribute(n, "class"))
	for _, class := range c.classes {
		if !slices.Contains(classes, class) {
			return false
		}
	}
	for _, a := range c.attrs {
		if !slices.ContainsFunc(n.Attr, func(have html.Attribute) bool {
			return have.Key == a[0] && (a[1] == "" || a[1] == have.Val)
		}) {
			return false
		}
	}
	return true
}
