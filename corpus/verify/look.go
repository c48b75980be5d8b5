package verify

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"parallax/corpus/brief"
	"parallax/corpus/export"
	"parallax/corpus/seal"
)

// A page is read as its reader sees it. What is hidden by an element, an attribute or a style is taken out before it is
// read, so that a quotation with hidden words is short of them; what may show words that are not in the page, or others
// than it has, is told: a page with a script says what the script says. An exported page needs neither, so everything
// that it has not by itself is suspect, and only what is known to be harmless is let be.

// looker finds what a page shows otherwise than it is written.
type looker struct {
	changes []Change
	said    map[string]bool
	rules   []laid
	seal    string
	title   string
}

// laid is a rule that an exported page does not have.
type laid struct {
	rule
	selectors []selector
	effect    styleEffect
	seen      bool // it concerns something on the page
}

// look takes out what a reader does not see. comments says whether the page may have them without a word.
func look(root *html.Node, whole bool) *looker {
	l := &looker{said: make(map[string]bool)}
	for _, n := range elements(root, atom.Style) {
		l.sheet(plain(n))
	}
	l.walk(root)
	for _, r := range l.rules {
		if !r.seen {
			l.tell(false, "a rule of a style that concerns nothing here was put in: "+r.selector)
		}
	}
	if whole {
		l.named(root)
	}
	return l
}

// named compares the title of the window with that of the page.
func (l *looker) named(root *html.Node) {
	if h := elements(root, atom.H1); len(h) > 0 && l.title != "" && brief.Normal(plain(h[0])) != brief.Normal(l.title) {
		l.tell(false, fmt.Sprintf("the window is titled “%s”, the page is not", brief.Normal(l.title)))
	}
}

func elements(n *html.Node, a atom.Atom) []*html.Node {
	var all []*html.Node
	if n.DataAtom == a && n.Type == html.ElementNode {
		all = append(all, n)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		all = append(all, elements(c, a)...)
	}
	return all
}

// tell notes, once, that something is shown otherwise; wrong says that it may change what quotations seem to say.
func (l *looker) tell(wrong bool, why string) {
	why = brief.Normal(why)
	if !l.said[why] {
		l.said[why] = true
		l.changes = append(l.changes, Change{Kind: Shown, What: "look", Why: why, Wrong: wrong})
	}
}

// hide takes n out.
func (l *looker) hide(n *html.Node, how string) {
	if words := brief.Normal(plain(n)); words != "" {
		l.tell(false, how+" hides “"+words+"”")
	}
	n.Parent.RemoveChild(n)
}

// exportedRules are the rules of the style sheet of exported pages.
var exportedRules = rulesOf(export.PageStyle())

// sheet reads a style sheet for the rules that an exported page does not have.
func (l *looker) sheet(css string) {
	have := rulesOf(css)
	for _, r := range have {
		if slices.Contains(exportedRules, r) {
			continue
		}
		one := laid{rule: r, effect: unclear}
		if r.at {
			l.tell(true, "the style sheet was changed: "+short(r.selector))
			continue
		}
		var ok bool
		if one.selectors, ok = selectorsOf(r.selector); !ok {
			l.tell(true, "the style sheet was changed: "+short(r.selector))
			continue
		}
		one.effect = effect(declarations(r.declarations))
		l.rules = append(l.rules, one)
	}
	for _, r := range exportedRules {
		if len(have) > 0 && !slices.Contains(have, r) {
			l.tell(false, "a rule of the style sheet is gone or changed: "+short(r.selector))
		}
	}
}

func short(s string) string {
	const most = 60
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most]) + " …"
	}
	return s
}

func effect(all map[string]string) styleEffect {
	worst := harmless
	for name, value := range all {
		worst = max(worst, effectOf(name, value, all))
	}
	return worst
}

// shown are elements that show what they hold, and no more.
var shown = map[atom.Atom]bool{
	atom.Html: true, atom.Body: true, atom.Main: true, atom.Header: true, atom.Footer: true, atom.Section: true, atom.Article: true,
	atom.Div: true, atom.P: true, atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true,
	atom.Ul: true, atom.Ol: true, atom.Li: true, atom.Figure: true, atom.Figcaption: true, atom.Blockquote: true, atom.A: true,
	atom.B: true, atom.Strong: true, atom.I: true, atom.Em: true, atom.Span: true, atom.Br: true, atom.Hr: true, atom.Sup: true,
	atom.Sub: true, atom.Code: true, atom.Pre: true, atom.Table: true, atom.Thead: true, atom.Tbody: true, atom.Tfoot: true,
	atom.Tr: true, atom.Td: true, atom.Th: true, atom.Caption: true, atom.Dl: true, atom.Dt: true, atom.Dd: true, atom.Abbr: true,
	atom.Cite: true, atom.Mark: true, atom.Small: true, atom.U: true, atom.Ins: true, atom.Kbd: true, atom.Samp: true,
	atom.Var: true, atom.Time: true, atom.Data: true, atom.Bdi: true, atom.Tt: true, atom.Font: true, atom.Wbr: true,
	atom.Aside: true, atom.Nav: true, atom.Address: true, atom.Center: true, atom.Big: true, atom.Dfn: true, atom.Colgroup: true,
	atom.Col: true, atom.Hgroup: true, atom.Label: true,
}

// unread are elements that a browser shows nothing of.
var unread = map[atom.Atom]string{
	atom.Del: "it is struck out: <del>", atom.S: "it is struck out: <s>", atom.Strike: "it is struck out: <strike>",
	atom.Noscript: "<noscript>", atom.Template: "<template>", atom.Datalist: "<datalist>", atom.Dialog: "<dialog>",
	atom.Param: "<param>", atom.Noframes: "<noframes>", atom.Noembed: "<noembed>", atom.Rp: "<rp>",
}

func (l *looker) walk(n *html.Node) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		switch c.Type {
		case html.CommentNode:
			l.comment(c)
		case html.ElementNode:
			l.element(c)
		}
		c = next
	}
}

// comment is what only those see who open the file: the seal of Markdown, or words put there.
func (l *looker) comment(n *html.Node) {
	words := strings.TrimSpace(n.Data)
	n.Parent.RemoveChild(n)
	switch {
	case strings.HasPrefix(words, seal.Mark+":"):
		l.seal = words
	case words != "" && !strings.HasPrefix(words, "saved from url") && words != "saved":
		l.tell(false, "a comment hides “"+short(words)+"”")
	}
}

func (l *looker) element(n *html.Node) {
	if n.Namespace != "" || n.DataAtom == 0 {
		l.odd(n)
		return
	}
	switch how := unread[n.DataAtom]; {
	case n.DataAtom == atom.Head:
		l.head(n)
		n.Parent.RemoveChild(n)
		return
	case n.DataAtom == atom.Template && attribute(n, "shadowrootmode") != "":
		l.tell(true, "a <template> stands in the place of what the page says")
	case n.DataAtom == atom.Style:
		n.Parent.RemoveChild(n)
		return
	case n.DataAtom == atom.Meta, n.DataAtom == atom.Link, n.DataAtom == atom.Base, n.DataAtom == atom.Title:
		l.headElement(n)
		return
	case how != "" && !(n.DataAtom == atom.Dialog && has(n, "open")):
		l.hide(n, how)
		return
	case n.DataAtom == atom.Details && !has(n, "open"):
		l.closed(n)
	case n.DataAtom == atom.Input && attribute(n, "type") == "checkbox" && has(n, "disabled"): // of a list in Markdown
	case !shown[n.DataAtom] && n.DataAtom != atom.Details && n.DataAtom != atom.Summary && n.DataAtom != atom.Dialog:
		l.odd(n)
		return
	}
	if how := l.hidden(n); how != "" {
		l.hide(n, how)
		return
	}
	if isBackreference(n) {
		n.Parent.RemoveChild(n)
		return
	}
	l.walk(n)
	if n.DataAtom == atom.A {
		l.link(n)
	}
}

// odd is an element that shows something of its own.
func (l *looker) odd(n *html.Node) {
	words := ""
	if src := attribute(n, "src"); src != "" {
		words = " of " + short(src)
	}
	beside := (n.DataAtom == atom.Img || n.DataAtom == atom.Picture) && !within(n, atom.Blockquote, atom.Figure)
	l.tell(!beside, fmt.Sprintf("<%s>%s can show what the page does not say", n.Data, words))
	n.Parent.RemoveChild(n)
}

// within reports whether n stands in one of such elements.
func within(n *html.Node, in ...atom.Atom) bool {
	for n = n.Parent; n != nil; n = n.Parent {
		if slices.Contains(in, n.DataAtom) {
			return true
		}
	}
	return false
}

// closed takes out what a closed <details> does not show.
func (l *looker) closed(n *html.Node) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		if c.DataAtom != atom.Summary {
			l.hide(c, "a closed <details>")
		}
		c = next
	}
}

func (l *looker) head(n *html.Node) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		if c.Type == html.ElementNode {
			l.headElement(c)
		} else if c.Type == html.CommentNode {
			l.comment(c)
		}
		c = next
	}
}

func (l *looker) headElement(n *html.Node) {
	switch n.DataAtom {
	case atom.Title:
		l.title = plain(n)
	case atom.Meta:
		if attribute(n, "name") == seal.Mark {
			l.seal = attribute(n, "content")
		}
		if strings.EqualFold(attribute(n, "http-equiv"), "refresh") {
			l.tell(true, "the page leads to another when it is opened: "+short(attribute(n, "content")))
		}
	case atom.Base:
		l.tell(true, "<base> leads links elsewhere: "+short(attribute(n, "href")))
	case atom.Link:
		if rel := strings.ToLower(attribute(n, "rel")); strings.Contains(rel, "stylesheet") {
			l.tell(true, "a style sheet that is not in the file: "+short(attribute(n, "href")))
		}
	case atom.Style:
	case atom.Noscript:
		l.hide(n, "<noscript>")
		return
	default:
		l.odd(n)
		return
	}
	if n.Parent != nil && n.DataAtom != atom.Title {
		n.Parent.RemoveChild(n)
	}
}

func has(n *html.Node, name string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == name })
}

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
			if !s.matches(n) {
				continue
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
