package verify

import (
	"fmt"
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"parallax/corpus/brief"
)

// hidden says what hides n; "" when it is seen. What may change how it is seen is told.
func (l *looker) hidden(n *html.Node) string {
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden", "popover":
			return "the attribute " + a.Key
		case "style":
			switch all := declarations(a.Val); effect(all) {
			case hiding:
				return "the style “" + short(squeezed(a.Val)) + "”"
			case unclear:
				l.tell(true, "a style may show other words: “"+short(squeezed(a.Val))+"”")
			}
		case "color", "bgcolor", "text":
			if c, ok := colourOf(a.Val); ok && a.Key != "bgcolor" && contrast(c, paper) < leastContrast {
				return "the colour " + a.Val
			} else if !ok || a.Key == "bgcolor" && contrast(c, ink) < leastContrast {
				l.tell(true, "a colour that letters may vanish in: "+a.Val)
			}
		case "background":
			l.tell(true, "a picture behind the words: "+short(a.Val))
		case "dir":
			if !strings.EqualFold(a.Val, "auto") {
				l.tell(false, "the direction of writing was set: "+a.Val)
			}
		default:
			if strings.HasPrefix(a.Key, "on") {
				l.tell(true, "a script can change what is shown: "+a.Key)
			}
		}
	}
	for i := range l.rules {
		r := &l.rules[i]
		for _, s := range r.selectors {
			if !s.matches(n, &l.left) {
				continue
			}
			if l.left < 0 {
				l.tell(true, "the style sheet has more rules than can be followed")
				return ""
			}
			r.seen = true
			switch {
			case s.pseudo && r.effect != harmless:
				l.tell(true, "a style adds to what is shown: "+short(r.selector+" {"+r.declarations+"}"))
			case r.effect == hiding:
				return "the style " + short(r.selector+" {"+r.declarations+"}")
			case r.effect == unclear:
				l.tell(true, "a style may show other words: "+short(r.selector+" {"+r.declarations+"}"))
			default:
				l.tell(false, "a rule of a style was put in: "+short(r.selector+" {"+r.declarations+"}"))
			}
		}
	}
	return ""
}

// isBackreference reports whether n is the sign behind a footnote that leads back to the text.
func isBackreference(n *html.Node) bool {
	return n.DataAtom == atom.A && strings.HasPrefix(attribute(n, "href"), "#fnref") &&
		strings.Trim(plain(n), "\u21A9\uFE0E\uFE0F0123456789 \u00A0") == ""
}

// link compares where a link leads with where its words say that it does.
func (l *looker) link(n *html.Node) {
	target, words := strings.TrimSpace(attribute(n, "href")), strings.TrimSpace(plain(n))
	if target == "" || strings.HasPrefix(target, "#") {
		return
	}
	if misleads(target, words) {
		l.tell(true, fmt.Sprintf("a link that says %s leads to %s", short(words), short(target)))
	} else if target != words {
		l.tell(false, fmt.Sprintf("a link was put in: “%s” leads to %s", short(words), short(target)))
	}
}

// misleads reports whether words are an address, and another than the target.
func misleads(target, words string) bool {
	address := strings.Contains(words, "://") || strings.HasPrefix(strings.ToLower(words), "www.")
	if !address || target == words || "http://"+words == target || "https://"+words == target || "mailto:"+words == target {
		return false
	}
	return brief.Normal(unescaped(target)) != brief.Normal(unescaped(words))
}

// unescaped is an address without its %-escapes, which programs put in and take out.
func unescaped(address string) string {
	if plain, err := url.PathUnescape(address); err == nil {
		return plain
	}
	return address
}
